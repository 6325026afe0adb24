package report

import (
	"fmt"
	"slices"
	"strings"

	"lkjip/rules"
	"lkjip/schema/source"
)

// Item is one statement of the review checklist of PermenPANRB 53/2014, Lampiran III (anak lampiran 2).
type Item struct {
	ID      string // I.1 … III.10
	Meaning source.Text
	// Manual: data cannot answer it, whatever they hold; what they do show is told as evidence.
	Manual bool
	// After: the item asks for an explanation if one of these is answered no.
	After []string
	// Shown are sections whose figures alone answer the item, where no rule has to judge them.
	Shown []string
}

// Aspect is one part of the checklist.
type Aspect struct {
	ID    string
	Name  source.Text
	Items []Item
}

// Aspects are the three parts of the checklist with their 23 items.
var Aspects = []Aspect{
	{"I", source.T("Format", "Form"), []Item{
		{ID: "I.1", Meaning: source.T("Data penting instansi disajikan", "Key data of the agency are shown")},
		{ID: "I.2", Shown: []string{"perjanjian_kinerja", "pengukuran"}, Meaning: source.T("Target kinerja disajikan", "Performance targets are shown")},
		{ID: "I.3", Meaning: source.T("Capaian kinerja disajikan secara memadai", "Achievement is shown adequately")},
		{ID: "I.4", Meaning: source.T("Lampiran mendukung isi laporan", "Appendices support the body of the report")},
		{ID: "I.5", Meaning: source.T("Upaya perbaikan ke depan disajikan", "Steps for improvement are shown")},
		{ID: "I.6", Meaning: source.T("Akuntabilitas keuangan disajikan", "Financial accountability is shown")},
	}},
	{"II", source.T("Mekanisme penyusunan", "How the report was made"), []Item{
		{ID: "II.1", Manual: true, Meaning: source.T("Penyusun adalah unit kerja yang bertugas untuk itu", "The unit whose task it is has made the report")},
		{ID: "II.2", Manual: true, Meaning: source.T("Informasi didukung data yang memadai", "Information is backed by adequate data")},
		{ID: "II.3", Manual: true, Meaning: source.T("Ada mekanisme penyampaian data dari unit kerja ke penyusun", "Data reach the authors by a set way")},
		{ID: "II.4", Manual: true, Meaning: source.T("Penanggung jawab pengumpulan data ditetapkan di setiap unit kerja", "Every unit has someone in charge of collecting data")},
		{ID: "II.5", Meaning: source.T("Data yang disajikan dapat diandalkan", "The data shown are reliable")},
		{ID: "II.6", Manual: true, Meaning: source.T("Analisis diketahui unit kerja terkait", "The units concerned know the analysis")},
		{ID: "II.7", Manual: true, Meaning: source.T("Laporan bukan sekadar gabungan laporan unit di bawahnya", "The report is more than the reports of units below put together")},
	}},
	{"III", source.T("Substansi", "Substance"), []Item{
		{ID: "III.1", Meaning: source.T("Tujuan dan sasaran sama dengan Perjanjian Kinerja", "Goals and objectives are those of the performance agreement")},
		{ID: "III.2", Meaning: source.T("Tujuan dan sasaran selaras dengan rencana strategis", "Goals and objectives are in line with the strategic plan")},
		{ID: "III.3", After: []string{"III.1", "III.2"}, Meaning: source.T("Perbedaan pada butir 1 dan 2 dijelaskan secara memadai", "Differences under 1 and 2 are explained adequately")},
		{ID: "III.4", Meaning: source.T("Target indikator sama dengan Perjanjian Kinerja", "Targets are those of the performance agreement")},
		{ID: "III.5", Meaning: source.T("Indikator kinerja utama sama dengan yang ditetapkan", "Key indicators are those established")},
		{ID: "III.6", After: []string{"III.4", "III.5"}, Meaning: source.T("Perbedaan pada butir 4 dan 5 dijelaskan secara memadai", "Differences under 4 and 5 are explained adequately")},
		{ID: "III.7", Meaning: source.T("Kinerja dibandingkan dengan tahun lalu, standar nasional, dan pembanding lain", "Performance is compared with last year, national standards and the like")},
		{ID: "III.8", Manual: true, Meaning: source.T("Indikator cukup untuk mengukur tujuan dan sasaran", "Indicators suffice to measure goals and objectives")},
		{ID: "III.9", After: []string{"III.8"}, Meaning: source.T("Kekurangan pada butir 8 dijelaskan secara memadai", "Shortcomings under 8 are explained adequately")},
		{ID: "III.10", Meaning: source.T("Indikator spesifik, terukur, dapat dicapai, relevan, dan berjangka waktu", "Indicators are specific, measurable, achievable, relevant and time-bound")},
	}},
}

// Reply is what can be answered to an item.
type Reply int

// The replies. Manual stands where the data do not suffice; Moot for an explanation of differences that are not there.
const (
	ReplyManual Reply = iota
	ReplyYes
	ReplyNo
	ReplyMoot
)

var replyWords = [...]source.Text{
	ReplyManual: source.T("perlu telaah manual", "needs review by hand"), ReplyYes: source.T("ya", "yes"), ReplyNo: source.T("tidak", "no"),
	ReplyMoot: source.T("tidak berlaku", "not applicable"),
}

// Answer is the reply to an item with what it rests on.
type Answer struct {
	Item     *Item
	Reply    Reply
	Evidence source.Text
	Findings []int // of the document, that bear on the item
}

// Standing is the state of one aspect.
type Standing struct {
	*Aspect
	Answers []Answer
	Status  source.Text // TERPENUHI, TERPENUHI DENGAN CATATAN, TIDAK TERPENUHI, PERLU TELAAH MANUAL
	Manual  int         // items left to people
}

// Checklist answers the review checklist from the findings and from what became of the rules. An item is answered no only
// by a finding above rendah, and yes only where a rule for it could judge something.
func (d *Document) Checklist() []Standing {
	findings := map[string][]int{}
	for i := range d.Findings {
		if d.Findings[i].Counts() {
			for _, item := range d.Findings[i].Checklist {
				findings[item] = append(findings[item], i)
			}
		}
	}
	passed := map[string][]Outcome{}
	for _, o := range d.Rules {
		if rule := rules.Find(o.Rule); rule != nil && o.Status == Passed {
			for _, item := range rule.Checklist {
				passed[item] = append(passed[item], o)
			}
		}
	}
	replies := map[string]Reply{}
	out := make([]Standing, len(Aspects))
	for i := range Aspects {
		s := Standing{Aspect: &Aspects[i]}
		for k := range s.Items {
			a := d.answer(&s.Items[k], findings[s.Items[k].ID], passed[s.Items[k].ID], replies)
			replies[a.Item.ID] = a.Reply
			s.Answers = append(s.Answers, a)
		}
		d.settle(&s)
		out[i] = s
	}
	return out
}

func (d *Document) answer(item *Item, findings []int, passed []Outcome, replies map[string]Reply) Answer {
	a := Answer{Item: item, Findings: findings}
	worst := 0
	for _, i := range findings {
		worst = max(worst, severityRank(d.Findings[i].Severity))
	}
	held := 0
	for _, o := range passed {
		held += o.Held
	}
	tried := source.T("%d aturan tanpa catatan, %d hubungan angka cocok", "%d rules without findings, %d relations hold", len(passed), held)
	noted := source.T("%d catatan", "findings: %d", len(findings))
	switch {
	case len(item.After) > 0 && !slices.ContainsFunc(item.After, func(id string) bool { return replies[id] != ReplyYes }):
		a.Reply = ReplyMoot
		list := strings.Join(item.After, ", ")
		a.Evidence = source.T("%s terjawab ya", "%s answered yes", list)
	case worst > 1:
		a.Reply, a.Evidence = ReplyNo, noted
	case item.Manual || len(item.After) > 0:
		a.Evidence = source.T("tidak dapat dinilai dari data", "cannot be judged from data")
		if len(findings) > 0 {
			a.Evidence = source.T("%s; selebihnya tidak dapat dinilai dari data", "%s; the rest cannot be judged from data", noted)
		}
	case worst == 1:
		a.Reply, a.Evidence = ReplyYes, source.T("dengan %s bertingkat rendah; %s", "with minor %s; %s", noted, tried)
	case len(passed) > 0:
		a.Reply, a.Evidence = ReplyYes, tried
	case d.shown(item.Shown) > 0:
		a.Reply, a.Evidence = ReplyYes, source.T("%d angka dibaca", "%d figures read", d.shown(item.Shown))
	default:
		a.Evidence = source.T("data yang diperiksa tidak memuat bahannya", "the data checked do not hold what it takes")
	}
	return a
}

// shown counts the figures read of sections.
func (d *Document) shown(sections []string) (n int) {
	for _, c := range d.Coverage.Sections {
		name, _, _ := strings.Cut(c.Section, ".")
		name, _, _ = strings.Cut(name, "[")
		if slices.Contains(sections, name) {
			n += c.Figures
		}
	}
	return n
}

// settle gives an aspect its status: not met when a finding that changes a conclusion answers an item no.
func (d *Document) settle(s *Standing) {
	worst, answered := 0, 0
	for _, a := range s.Answers {
		switch a.Reply {
		case ReplyManual:
			s.Manual++
		case ReplyYes, ReplyNo:
			answered++
		}
		for _, i := range a.Findings {
			worst = max(worst, severityRank(d.Findings[i].Severity))
		}
	}
	switch {
	case worst == 3:
		s.Status = source.T("TIDAK TERPENUHI", "NOT MET")
	case worst > 0:
		s.Status = source.T("TERPENUHI DENGAN CATATAN", "MET WITH FINDINGS")
	case answered > 0:
		s.Status = source.T("TERPENUHI", "MET")
	default:
		s.Status = source.T("PERLU TELAAH MANUAL", "NEEDS REVIEW BY HAND")
	}
}

func severityRank(s string) int { return map[string]int{"rendah": 1, "sedang": 2, "tinggi": 3}[s] }

// shownFindings are the numbers of findings for a cell of a table: 1, 4, 7, … (12).
func shownFindings(list []int) string {
	const most = 10
	var b strings.Builder
	for i, n := range list {
		if i == most {
			fmt.Fprintf(&b, ", … (%d)", len(list))
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprint(&b, n+1)
	}
	return b.String()
}
