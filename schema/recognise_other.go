package schema

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lkjip/schema/source"
)

// belowProgrammes are the kegiatan and sub-kegiatan among the rows of an agreement's budget. Where there are any the table is
// a budget table too, so that its levels are added up.
func (r *recogniser) belowProgrammes(t *tabel, keys []string) map[*baris]bool {
	as := map[string]string{"nama": "uraian", "anggaran": "pagu", "kode": "kode", "nomor": "nomor"}
	own := make([]string, len(keys))
	for i, key := range keys {
		own[i] = as[key]
	}
	below := newCoder(t, own).below()
	if len(below) > 0 {
		n, _ := r.budgetTable(t, own)
		put(n, "nama", written(t.title(), t.place))
		r.budgets = append(r.budgets, n)
	}
	return below
}

// scaleRows reads the report's own scale as printed, headings swapped or not.
func (r *recogniser) scaleRows(t *tabel, keys []string) source.Text {
	if r.root.Get("skala_capaian") != nil {
		return source.T("laporan sudah menyajikan skala capaian; tabel ini tidak dipakai", "the report already shows a scale; this table is not used")
	}
	span, name := slices.Index(keys, "angka"), slices.Index(keys, "kategori")
	spans := 0
	for _, b := range t.rows {
		if isSpan(b.text(span)) || isSpan(b.text(name)) {
			spans++
		}
	}
	if 2*spans < len(t.rows) {
		return source.T("kolomnya tidak berisi rentang nilai", "its columns hold no spans of scores")
	}
	list := under(r.root, source.List, t.place, "skala_capaian")
	for _, b := range t.rows {
		if b.text(span) == "" || b.text(name) == "" {
			continue
		}
		n := item(list, t.at(b, b.filled()[0]))
		put(n, "kategori", t.leaf(b, name))
		put(n, "angka", t.leaf(b, span))
	}
	return source.Text{}
}

var reRoman = regexp.MustCompile(`^(?:[IVX]{1,4}|[A-H])\.?(?:\s+|$)`)

// followUp reads recommendations and what was done; rows that only name an aspect stand above those they belong to.
func (r *recogniser) followUp(t *tabel, keys []string) source.Text {
	list := under(r.root, source.List, t.place, "tindak_lanjut")
	saran := slices.Index(keys, "saran")
	var aspect *source.Node
	for _, b := range t.rows {
		var texts []int
		for _, i := range b.filled() {
			if keys[i] != "nomor" || !reRoman.MatchString(b.text(i)) || len(b.filled()) == 1 {
				texts = append(texts, i)
			}
		}
		if len(texts) == 1 && len(t.heads) > 2 && (reRoman.MatchString(b.text(b.filled()[0])) || keys[texts[0]] == "nomor") {
			text := b.text(texts[0])
			aspect = t.word(b, texts[0], strings.TrimSpace(strings.TrimPrefix(text, reRoman.FindString(text))))
			continue
		}
		if b.text(saran) == "" {
			continue
		}
		n := item(list, t.at(b, b.filled()[0]))
		if aspect != nil && slices.Index(keys, "aspek") < 0 {
			copied := *aspect
			put(n, "aspek", &copied)
		}
		for i, key := range keys {
			if b.text(i) != "" && slices.Contains([]string{"aspek", "saran", "tindak_lanjut", "capaian", "status"}, key) {
				put(n, key, t.leaf(b, i))
			}
		}
	}
	return source.Text{}
}

// factors reads causes and remedies as the analysis of the objective that a row or its indicator names, else of the one that
// was measured last.
func (r *recogniser) factors(t *tabel, keys []string) source.Text {
	about := r.sasaran
	named := slices.Contains(keys, "indikator") || slices.Contains(keys, "sasaran")
	missed := 0
	for _, b := range t.rows {
		for i, key := range keys {
			if text := b.text(i); text != "" && (key == "indikator" || key == "sasaran") {
				if n := r.objectiveLike(key, text); n != nil {
					about = n
				}
			}
		}
		if about == nil {
			missed++
			continue
		}
		analysis := under(about, source.Map, t.place, "analisis")
		for i, key := range keys {
			if key != "penyebab" && key != "solusi" || b.text(i) == "" || b.text(i) == "-" {
				continue
			}
			leaf := t.leaf(b, i)
			leaf.Kind = source.String
			if old := analysis.Get(key); old == nil {
				put(analysis, key, leaf)
			} else if named || old.Place.Table == leaf.Place.Table {
				old.Text += " " + leaf.Text
			}
		}
	}
	if missed > 0 {
		return source.T("tidak ada sasaran terukur sebelum tabel ini", "no objective is measured before this table")
	}
	return source.Text{}
}

// objectiveLike is the measured objective of that name, or the one with an indicator of that name.
func (r *recogniser) objectiveLike(key, text string) *source.Node {
	measured := r.root.Get("pengukuran")
	if key == "indikator" {
		if n := r.measuredLike(text); n != nil && n.Parent() != nil && n.Parent().Parent() != measured {
			return n.Parent().Parent()
		}
		return nil
	}
	var found *source.Node
	measured.Walk(func(n *source.Node) {
		if name := n.Get("uraian"); name != nil && Normal(name.Text) == Normal(text) {
			found = n
		}
	})
	return found
}

// benchmark reads the national standard of indicators that were measured, and the realisasi of the year stated beside it, or beside that
// of other agencies, once more.
func (r *recogniser) benchmark(t *tabel, keys []string) source.Text {
	indicator, standard, reached := slices.Index(keys, "indikator"), slices.Index(keys, "standar_nasional"), slices.Index(keys, "realisasi")
	for i := range t.heads {
		if figures, _ := t.hasFigures(i); figures && reached < 0 && r.isOwn(&t.heads[i]) {
			reached = i
		}
	}
	if figures, _ := t.restates(); reached >= 0 && (!figures && standard < 0 || t.ofOtherYears(r.year) || !t.heads[reached].ofYear(r.year) || reSoFar.MatchString(t.heads[reached].text) || reOtherState.MatchString(t.heads[reached].text)) {
		reached = -1
	}
	missed := 0
	for _, b := range t.rows {
		if b.text(indicator) == "" || b.text(standard) == "" && b.text(reached) == "" {
			continue
		}
		n := r.measuredLike(b.text(indicator))
		if n == nil {
			missed++
			continue
		}
		if b.text(standard) != "" {
			put(n, "standar_nasional", t.leaf(b, standard))
		}
		if b.text(reached) != "" {
			r.again(t, n, t.word(b, indicator, b.text(indicator)), "realisasi", t.leaf(b, reached))
		}
	}
	if missed > 0 {
		return source.T("%d baris tidak cocok dengan indikator yang diukur", "%d rows fit no indicator that is measured", missed)
	}
	return source.Text{}
}

// ofOtherYears reports whether the titles of a table name years and that of the report not.
func (t *tabel) ofOtherYears(report int) bool {
	var years []string
	for _, s := range t.titles() {
		years = append(years, reYear.FindAllString(s, -1)...)
	}
	return len(years) > 0 && !slices.Contains(years, strconv.Itoa(report))
}

// isOwn reports whether a heading is the name of the agency itself. That of its region is not: an office may be scored apart from it.
func (r *recogniser) isOwn(h *heading) bool {
	agency := r.root.Get("instansi")
	name := agency.Get("nama")
	if name == nil {
		return false
	}
	own, head := Normal(name.Text), Normal(reYear.ReplaceAllString(h.text, ""))
	for _, w := range []string{"realisasi ", "capaian ", "nilai "} {
		head = strings.TrimPrefix(head, w)
	}
	head = strings.TrimSuffix(strings.TrimSuffix(head, " tahun"), " ")
	region := ""
	if pemda := agency.Get("pemda"); pemda != nil {
		region = Normal(pemda.Text)
	}
	return head == own || region != "" && head == own+" "+region
}

// measuredLike is the measured indicator of that name; "Nilai Sistem Merit" is "Indeks Sistem Merit".
func (r *recogniser) measuredLike(name string) *source.Node {
	var same, near *source.Node
	r.root.Get("pengukuran").Walk(func(n *source.Node) {
		own := n.Get("nama")
		switch {
		case own == nil || own.Kind != source.String:
		case Normal(own.Text) == Normal(name):
			same = n
		case withoutMeasure(own.Text) == withoutMeasure(name) && withoutMeasure(name) != "":
			near = n
		}
	})
	if same != nil {
		return same
	}
	return near
}

func withoutMeasure(s string) string {
	words := strings.Fields(Normal(s))
	if len(words) > 2 && slices.Contains([]string{"nilai", "indeks", "persentase", "tingkat", "skor", "predikat", "capaian"}, words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
