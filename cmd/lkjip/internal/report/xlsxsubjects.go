package report

import "fmt"

// maxJudged are the reports whose checklist is answered one by one.
const maxJudged = 1_000

// subjectsSheet lists several reports with the findings and the aspects of each: what a reviewer of many agencies begins with.
func (b *book) subjectsSheet() {
	if len(b.sheets) < 5 {
		return
	}
	d := b.doc
	s := b.stream(b.sheets[4], len(d.Subjects), 5, 40, 7, 9, 9, 9, 10, 9, 9, 20, 20, 20, 36)
	s.freeze()
	s.header("No", b.say("Instansi", "Agency"), b.say("Tahun", "Year"), b.severity("tinggi"), b.severity("sedang"), b.severity("rendah"), b.say("diabaikan", "waived"),
		b.say("Angka dibaca", "Figures read"), b.say("Diuji", "Tested"), "I "+Aspects[0].Name.In(d.Lang), "II "+Aspects[1].Name.In(d.Lang), "III "+Aspects[2].Name.In(d.Lang), b.say("Berkas", "Files"))
	for i := range d.Subjects {
		subject := &d.Subjects[i]
		sum := subject.Summary
		cells := []any{i + 1, subject.Name(), subject.year(), b.count(s, sum.Tinggi, "tinggi"), b.count(s, sum.Sedang, "sedang"), b.count(s, sum.Rendah, "rendah"), sum.Waived, subject.Figures, subject.Tested}
		for _, status := range d.statuses(i) {
			cells = append(cells, status)
		}
		s.add(append(cells, listedFiles(subject.Files))...)
	}
	s.done()
}

// count is a number in the colour of its severity, if there is anything to count.
func (b *book) count(s *sheet, n int, severity string) any {
	if n == 0 {
		return n
	}
	c := s.text("", severity)
	c.Value = n
	return c
}

// statuses are those of the three aspects of one report; empty where nobody kept what they take.
func (d *Document) statuses(subject int) [3]string {
	var out [3]string
	if len(d.Subjects) > maxJudged || d.Subjects[subject].outcomes == nil {
		return out
	}
	for i, a := range d.Part(subject).Checklist() {
		out[i] = a.Status.In(d.Lang)
	}
	return out
}

// listedFiles are the files of a report for a cell of a table.
func listedFiles(files []string) string {
	const most = 5
	out := ""
	for i, f := range files {
		if i == most {
			return out + fmt.Sprintf(", … (%d)", len(files))
		}
		if i > 0 {
			out += ", "
		}
		out += f
	}
	return out
}
