package schema

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"lkjip/schema/source"
)

var (
	reScoreTotal = regexp.MustCompile(`^(?:jumlah|total|nilai|hasil|skor|indeks|ikm|skm)(?: (?:nilai|skor|bobot|total|akhir|hasil|evaluasi|akuntabilitas|kinerja|instansi|pemerintah|akip|sakip|keseluruhan|indeks|konversi|ip|asn|ikm|skm|spbe|spip|merit|sistem|maturitas|reformasi|birokrasi|kepuasan|masyarakat|profesionalitas|opd|perangkat|daerah|unit|pelayanan|publik|setelah|dikonversi))*$`)
	reScoreName  = regexp.MustCompile(`^(predikat|kategori|sebutan|mutu(?: (?:unit )?pelayanan)?|kinerja unit pelayanan|tingkat akuntabilitas(?: kinerja)?|kriteria|interpretasi)\b`)
)

// assessment reads a table of scores: one assessment for every year or column of scores.
func (r *recogniser) assessment(t *tabel, keys []string) source.Text {
	var names, codes, subs, values []int
	weights := map[string]int{}
	for i, key := range keys {
		switch key {
		case "nama":
			names = append(names, i)
		case "kode", "nomor":
			codes = append(codes, i)
		case "sub":
			subs = append(subs, i)
		case "nilai":
			values = append(values, i)
		case "bobot", "maksimal":
			weights[key] = i
		}
	}
	a := assessmentReader{recogniser: r, tabel: t, name: names[0], codes: codes, subs: subs, weights: weights}
	scheme := a.scheme()
	if scheme == "" {
		return source.T("skema penilaiannya tidak dikenal", "the scheme of the assessment is not known")
	}
	a.rank = make([]int, len(t.rows))
	if len(subs) == 0 {
		a.rank = a.ranks(FindScheme(scheme))
	}
	list := under(r.root, source.List, t.place, "penilaian")
	for _, v := range values {
		year := t.heads[v].year
		if year == 0 {
			year = t.captionYear(r.year)
		}
		if previous := findAssessment(list, scheme, year); previous != nil {
			continue
		}
		n := item(list, t.place)
		put(n, "skema", written(scheme, t.place))
		if year > 0 {
			at := t.heads[v].place
			if t.heads[v].year == 0 {
				at = t.place
			}
			put(n, "tahun", written(strconv.Itoa(year), at))
		}
		a.read(n, v)
	}
	return source.Text{}
}

func findAssessment(list *source.Node, scheme string, year int) *source.Node {
	for _, n := range list.Items {
		if y := n.Get("tahun"); n.Get("skema").Text == scheme && (y != nil && y.Text == strconv.Itoa(year) || y == nil && year == 0) {
			return n
		}
	}
	return nil
}

// year is the last year that the caption names, or the report's.
func (t *tabel) captionYear(report int) int {
	years := reYear.FindAllString(reYearSpan.ReplaceAllString(t.about(), " "), -1)
	if len(years) == 0 {
		return report
	}
	return atoi(years[len(years)-1])
}

type assessmentReader struct {
	*recogniser
	*tabel
	name        int
	codes, subs []int
	weights     map[string]int
	rank        []int // of each row
}

// scheme is the official scheme whose components the rows name, one that is valid in the year where several are; else the
// one the caption names.
func (a *assessmentReader) scheme() string {
	best, bestRate := "", 0
	year := a.tabel.captionYear(a.recogniser.year)
	for _, s := range OfficialSchemes() {
		hits, weighed := 0, 0
		for i := range s.Komponen {
			k := &s.Komponen[i]
			for _, b := range a.rows {
				text := partName(b.text(a.name))
				if text == Normal(k.Nama.S) || anyName(k.Alias, text) {
					hits++
					if a.weighs(b, k) {
						weighed++
					}
					break
				}
			}
		}
		if len(s.Komponen) == 0 || 2*hits < len(s.Komponen) || hits < 2 {
			continue
		}
		rate := 10*hits + 15*weighed
		if year > 0 && s.validIn(year) {
			rate += 100
		}
		if rate > bestRate {
			best, bestRate = s.ID.S, rate
		}
	}
	if best != "" {
		return best
	}
	caption := splitWords(a.about())
	for _, s := range OfficialSchemes() {
		for _, name := range append([]Teks{s.Nama}, s.Indikator...) {
			if _, _, ok := fits(splitWords(name.S), caption); !ok || !name.IsSet() {
				continue
			}
			if s.validIn(year) {
				return s.ID.S
			}
			best = cmp.Or(best, s.ID.S)
		}
	}
	return best
}

// weighs reports whether a row gives a component the weight of its scheme, as 30 or 30 %.
func (a *assessmentReader) weighs(b *baris, k *KomponenSkema) bool {
	i, ok := a.weights["bobot"]
	if !ok || !k.Bobot.IsNumber() {
		return false
	}
	n, ok := number(&b.cells[i])
	return ok && n.Value.Cmp(k.Bobot.Value) == 0
}

// validIn reports whether a scheme was in force in a year.
func (s *Skema) validIn(year int) bool {
	from, to := s.BerlakuDari.Year(), s.BerlakuSampai.Year()
	return (from == 0 || year >= from) && (to == 0 || year <= to)
}

func anyName(names []Teks, text string) bool {
	for _, n := range names {
		if Normal(n.S) == text {
			return true
		}
	}
	return false
}

// read takes the rows for one column of scores.
func (a *assessmentReader) read(n *source.Node, value int) {
	var parent *source.Node
	for i, b := range a.rows {
		switch name := bareName(a.label(b)); {
		case name == "":
			if text := b.text(value); text != "" && n.Get("jumlah") != nil && !isFigure(&b.cells[value]) {
				put(n, "predikat", a.leaf(b, value)) // the row below the total, with the predikat alone
			}
		case reScoreName.MatchString(name) && !a.numbered(b):
			if b.text(value) != "" {
				put(n, nameKey(name, b.text(value)), a.leaf(b, value))
			}
		case reScoreTotal.MatchString(name) && b.text(a.name) == "" || reScoreTotal.MatchString(name) && !a.numbered(b):
			total := under(n, source.Map, a.at(b, b.filled()[0]), "jumlah")
			a.scores(total, b, value)
		case a.empty(b, value) || a.rank[i] == rankCriterion:
		default:
			list := under(n, source.List, a.place, "komponen")
			sub := a.sub(b)
			if a.rank[i] == rankPart {
				sub = a.name
			}
			if sub >= 0 && parent != nil {
				list = under(parent, source.List, a.at(b, sub), "komponen")
				child := item(list, a.at(b, sub))
				put(child, "nama", a.leaf(b, sub))
				a.scores(child, b, value)
				continue
			}
			parent = item(list, a.at(b, a.name))
			put(parent, "nama", a.leaf(b, a.name))
			a.scores(parent, b, value)
		}
	}
}

// label is what a row is about: the name of its component, or what stands in the first column where a total is merged.
func (a *assessmentReader) label(b *baris) string {
	if text := b.text(a.name); text != "" {
		return text
	}
	if sub := a.sub(b); sub >= 0 {
		return b.text(sub)
	}
	for _, i := range a.codes {
		if text := b.text(i); text != "" && strings.Trim(text, "0123456789.") != "" {
			return text
		}
	}
	return ""
}

// sub is the column of the subcomponent a row names, -1 where it names none.
func (a *assessmentReader) sub(b *baris) int {
	if b.text(a.name) != "" {
		return -1
	}
	for _, i := range a.subs {
		if b.text(i) != "" {
			return i
		}
	}
	return -1
}

func (a *assessmentReader) numbered(b *baris) bool {
	for _, i := range a.codes {
		if b.text(i) != "" && Normal(b.text(i)) != Normal(b.text(a.name)) {
			return true
		}
	}
	return false
}

func (a *assessmentReader) empty(b *baris, value int) bool {
	if b.text(value) != "" {
		return false
	}
	for _, i := range a.weights {
		if b.text(i) != "" {
			return false
		}
	}
	return true
}

func (a *assessmentReader) scores(n *source.Node, b *baris, value int) {
	for _, key := range []string{"maksimal", "bobot"} {
		if i, ok := a.weights[key]; ok && b.text(i) != "" {
			put(n, key, a.leaf(b, i))
		}
	}
	if b.text(value) != "" {
		put(n, "nilai", a.leaf(b, value))
	}
}

// nameKey is the key of what a score is called; the mutu of a service is a letter.
func nameKey(name, text string) string {
	switch {
	case strings.HasPrefix(name, "mutu") && len(text) == 1:
		return "predikat"
	case strings.HasPrefix(name, "kategori"):
		return "kategori"
	case strings.HasPrefix(name, "predikat"), strings.HasPrefix(name, "tingkat"):
		return "predikat"
	}
	return "sebutan"
}
