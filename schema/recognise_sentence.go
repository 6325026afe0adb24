package schema

import (
	"regexp"
	"strings"

	"lkjip/schema/source"
)

var (
	reIndexSpan  = regexp.MustCompile(`(?i)\bindeks\b[^.;]{0,120}?\b(?:adalah|sebesar|yaitu|berada pada)\s+(0,\d+(?:\s*[–-]\s*0,\d+)?)`)
	reReason     = regexp.MustCompile(`(?i)\bperubahan\b[^.;]*?\b(?:karena|dikarenakan|sehubungan dengan|akibat|seiring|menyesuaikan|berdasarkan|melalui)\s+([^.;]+)`)
	reReasonLine = regexp.MustCompile(`(?i)^(?:alasan|dasar|latar belakang)\s+(?:perubahan|revisi)[^:]{0,40}:\s*(\S.+)$`)
	reEfficient  = regexp.MustCompile(`(?i)[^.,;:\d]*\befisien\w*[^.,;:\d]*`)
	reSupport    = regexp.MustCompile(`(?i)[^.,;:\d]*\b(?:program|kegiatan)\b[^.,;:\d]{0,40}\b(?:penunjang|menunjang|mendukung)\b[^.,;:\d]*`)
)

// sentences takes from prose what tables of a report do not hold: the index beside a score, and that the analysis of an
// objective speaks of efficiency and of supporting programmes. Figures in prose are otherwise the business of the rules.
func (r *recogniser) sentences() {
	if list := r.root.Get("penilaian"); list != nil {
		for _, n := range list.Items {
			r.indexOf(n)
		}
	}
	r.reasonOfRevision()
	analysed := r.analyses()
	if len(analysed) == 0 {
		return
	}
	for _, point := range []struct {
		key string
		re  *regexp.Regexp
	}{{"efisiensi", reEfficient}, {"program_penunjang", reSupport}} {
		said := r.said(point.re)
		for _, a := range analysed {
			if said != nil {
				copied := *said
				put(a, point.key, &copied)
			}
		}
	}
}

// reasonOfRevision puts what a sentence gives as the reason under a revised agreement.
func (r *recogniser) reasonOfRevision() {
	list := r.root.Get("perjanjian_kinerja")
	if list == nil {
		return
	}
	for _, pk := range list.Items {
		if pk.Get("versi").Text != "perubahan" || pk.Get("alasan") != nil {
			continue
		}
		for i := range r.blocks {
			b := &r.blocks[i]
			if m := reReasonLine.FindStringSubmatchIndex(b.Text); m != nil && b.Kind != source.Table {
				put(pk, "alasan", written(b.Text[m[2]:m[3]], shift(b.Place, m[2])))
				break
			}
			text := strings.ToLower(b.Text)
			if b.Kind != source.Paragraph && b.Kind != source.Item || !strings.Contains(text, "perjanjian kinerja") && !strings.Contains(text, "anggaran") {
				continue
			}
			if m := reReason.FindStringSubmatchIndex(b.Text); m != nil {
				put(pk, "alasan", written(b.Text[m[2]:m[3]], shift(b.Place, m[2])))
				break
			}
		}
	}
}

// analyses are those that a table gave.
func (r *recogniser) analyses() []*source.Node {
	var all []*source.Node
	r.root.Get("pengukuran").Walk(func(n *source.Node) {
		if a := n.Get("analisis"); a != nil {
			all = append(all, a)
		}
	})
	return all
}

// said is the first clause of the accountability chapter that a pattern finds.
func (r *recogniser) said(re *regexp.Regexp) *source.Node {
	chapter := ""
	for i := range r.blocks {
		b := &r.blocks[i]
		switch b.Kind {
		case source.Heading:
			if strings.HasPrefix(b.Number, "BAB") {
				chapter = b.Number
			}
		case source.Paragraph:
			m := re.FindStringIndex(b.Text)
			if m == nil || chapter != "BAB III" || !isProse(b.Text) {
				continue
			}
			text := strings.TrimSpace(b.Text[m[0]:m[1]])
			return written(text, shift(b.Place, strings.Index(b.Text, text)))
		}
	}
	return nil
}

// indexOf puts the index that a sentence gives beside the score of an assessment under it.
func (r *recogniser) indexOf(n *source.Node) {
	scheme := FindScheme(n.Get("skema").Text)
	total := n.Get("jumlah").Get("nilai")
	if scheme == nil || total == nil || len(scheme.Indikator) == 0 || n.Get("indeks") != nil {
		return
	}
	for i := range r.blocks {
		b := &r.blocks[i]
		if b.Kind != source.Paragraph && b.Kind != source.Item || !strings.Contains(b.Text, total.Text) || !namesIndex(scheme, b.Text) {
			continue
		}
		if m := reIndexSpan.FindStringSubmatchIndex(b.Text); m != nil {
			put(n, "indeks", written(b.Text[m[2]:m[3]], shift(b.Place, m[2])))
			return
		}
	}
}

func namesIndex(scheme *Skema, text string) bool {
	text = Normal(text)
	for _, name := range scheme.Indikator {
		if strings.Contains(text, Normal(name.S)) {
			return true
		}
	}
	return false
}
