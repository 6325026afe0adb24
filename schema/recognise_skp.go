package schema

import (
	"regexp"
	"slices"
	"strings"

	"lkjip/schema/source"
)

var (
	reSKPEnd   = regexp.MustCompile(`(?i)^(?:perilaku kerja|rating hasil kerja|rating perilaku)`)
	reEvidence = regexp.MustCompile(`(?i)^(.*?\S)\s+(?:berdasarkan|sesuai|menurut)\s+(.+)$`)
	reRatings  = []struct {
		key string
		re  *regexp.Regexp
	}{
		{"rating_hasil_kerja", regexp.MustCompile(`(?i)rating hasil kerja\*?\s*:?\s*((?:di atas|sesuai|di bawah)\s+ekspektasi)`)},
		{"rating_perilaku", regexp.MustCompile(`(?i)rating perilaku(?: kerja)?\*?\s*:?\s*((?:di atas|sesuai|di bawah)\s+ekspektasi)`)},
		{"predikat", regexp.MustCompile(`(?i)predikat kinerja pegawai\*?\s*:?\s*(sangat baik|baik|butuh perbaikan|cukup|kurang|sangat kurang)`)},
		{"capaian_organisasi", regexp.MustCompile(`(?i)capaian kinerja organisasi\*?\s*:?\s*(istimewa|sangat baik|baik|butuh perbaikan|cukup|kurang|sangat kurang)`)},
	}
	reWorkplace   = regexp.MustCompile(`^(?i:(?:unit|satuan) kerja|instansi|perangkat daerah|skpd|opd)\s*:?$`)
	rePersonLabel = regexp.MustCompile(`^(?i:nama|nip|jabatan)\.?$`)
	rePerson      = []struct {
		key string
		re  *regexp.Regexp
	}{
		{"pejabat", regexp.MustCompile(`^(?i:nama)\s*:?\s+(.+)$`)},
		{"nip", regexp.MustCompile(`^(?i:nip)\.?\s*:?\s+([\d ]{18,24})$`)},
		{"jabatan", regexp.MustCompile(`^(?i:jabatan)\s*:?\s+(.+)$`)},
	}
)

// skpForm reads the results of an SKP form. The evaluation, which has realisasi, stands for the plan.
func (r *recogniser) skpForm(t *tabel, keys []string) source.Text {
	skp := under(r.root, source.Map, t.place, "skp")
	evaluated := slices.Contains(keys, "realisasi")
	if old := skp.Get("hasil_kerja"); old != nil {
		if !evaluated || r.skp != nil && slices.ContainsFunc(r.skp.heads, func(h heading) bool { return slices.Contains(h.words, "realisasi") }) {
			return source.T("hasil kerja SKP sudah dibaca dari formulir lain", "the results of the SKP were read from another form")
		}
		old.Items = nil
	}
	r.skp = t
	list := under(skp, source.List, t.place, "hasil_kerja")
	var plan *source.Node
	for _, b := range t.rows {
		first := b.text(b.filled()[0])
		if reSKPEnd.MatchString(first) {
			break
		}
		if len(b.filled()) == 1 && len(strings.Fields(first)) < 4 {
			continue // UTAMA, TAMBAHAN
		}
		n := &source.Node{Kind: source.Map, Place: t.at(b, b.filled()[0])}
		for i, key := range keys {
			text := b.text(i)
			if text == "" || key == "" || key == "-" || key == "nomor" {
				continue
			}
			switch m := reEvidence.FindStringSubmatch(text); {
			case key == "rencana":
				plan = t.word(b, i, text)
				put(n, key, plan)
			case key == "realisasi" && m != nil:
				put(n, key, t.word(b, i, m[1]))
				put(n, "bukti", t.word(b, i, m[2]))
			default:
				put(n, key, t.leaf(b, i))
			}
		}
		if n.Get("indikator") == nil && n.Get("target") == nil {
			continue
		}
		if n.Get("rencana") == nil && plan != nil {
			copied := *plan
			put(n, "rencana", &copied)
		}
		list.Append(n)
	}
	return source.Text{}
}

// formTexts takes what forms say in plain cells: who is assessed, ratings and predikat.
func (r *recogniser) formTexts(t *tabel) {
	assessed, of := false, strings.Contains(Normal(t.headText()), "pegawai yang dinilai")
	for _, b := range t.rows {
		all := b.all()
		low := strings.ToLower(all)
		if !assessed && !strings.Contains(low, "rating") && !strings.Contains(low, "predikat") && !strings.Contains(low, "organisasi") && !strings.Contains(low, "dinilai") && !of {
			continue
		}
		if strings.Contains(low, "pegawai yang dinilai") {
			assessed = true
		} else if strings.HasPrefix(strings.TrimLeft(low, "0123456789. "), "pejabat penilai") {
			assessed = false
		}
		cols := b.filled()
		if len(cols) == 0 {
			continue
		}
		for _, f := range reRatings {
			if m := f.re.FindStringSubmatch(all); m != nil {
				put(under(r.root, source.Map, t.place, "skp"), f.key, t.word(b, cols[0], m[1]))
			}
		}
		if assessed || of {
			r.person(t, b, cols)
		}
	}
}

// workplace reads where the person works whom an SKP form is about: UNIT KERJA, and the region in the line of the period.
func (t *tabel) workplace(region, agency *vote) {
	if !slices.ContainsFunc(t.rows, func(b *baris) bool { return strings.Contains(Normal(b.all()), "yang dinilai") }) && !strings.Contains(Normal(t.headText()), "yang dinilai") {
		return
	}
	for _, b := range t.rows {
		cols := b.filled()
		for k, i := range cols[:len(cols)-1] {
			text := strings.TrimSpace(strings.TrimPrefix(b.text(cols[k+1]), ":"))
			if reWorkplace.MatchString(b.text(i)) && text != "" {
				agency.add(text, 3, t.at(b, cols[k+1]))
				break
			}
		}
	}
	for i := range t.heads {
		if m := reRegion.FindStringSubmatch(titleCase(t.heads[i].text)); m != nil {
			region.add(regionName(m[1], m[2]), 1, t.place)
		}
	}
}

func (t *tabel) headText() string {
	var texts []string
	for i := range t.heads {
		texts = append(texts, t.heads[i].text)
	}
	return strings.Join(texts, " ")
}

// person takes the name, NIP and post from the cells on the left of a form: "NAMA A. B." or "NAMA" before ": A. B.".
func (r *recogniser) person(t *tabel, b *baris, cols []int) {
	for k, i := range cols[:min(2, len(cols))] {
		text, at := b.text(i), i
		if k+1 < len(cols) && (strings.HasPrefix(b.text(cols[k+1]), ":") || rePersonLabel.MatchString(text)) {
			at = cols[k+1]
			text += " " + strings.TrimLeft(b.text(at), ": ")
		}
		for _, f := range rePerson {
			if m := f.re.FindStringSubmatch(text); m != nil {
				if value := strings.TrimSpace(m[1]); value != "-" && value != "" {
					put(under(r.root, source.Map, t.place, "skp"), f.key, t.word(b, at, value))
				}
			}
		}
	}
}
