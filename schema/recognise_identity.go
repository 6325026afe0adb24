package schema

import (
	"regexp"
	"strconv"
	"strings"

	"lkjip/schema/source"
)

var (
	reReportYear  = regexp.MustCompile(`(?i)\b(?:tahun(?: anggaran)?|t\.?a\.?)\s*:?\s*(20\d\d)\b`)
	reRegion      = regexp.MustCompile(`\b((?i:kabupaten|kab\.|kota|provinsi|prov\.))\s+((?:\p{Lu}[\p{L}'-]+)(?:\s+\p{Lu}[\p{L}'-]+){0,3})`)
	reAgency      = regexp.MustCompile(`(?i:laporan kinerja)(?i:\s+instansi pemerintah)?(?:\s+\((?i:lkj\w*|lkip|lakip)\))?\s+((?:\p{Lu}[\p{L}()/,.&-]*|(?i:dan))(?:\s+(?:\p{Lu}[\p{L}()/,.&-]*|dan|&)){0,12}?)\s*,?\s+(?:(?i:kabupaten|kab\.|kota|provinsi|prov\.)\s+\p{Lu}|(?i:tahun)\s+20\d\d)`)
	reOffice      = regexp.MustCompile(`^(?i)(?:skpd|opd|perangkat daerah|unit organisasi|unit kerja|satuan kerja|organisasi|nama instansi|instansi)\s*[:\s]\s*(?:[\d.]+\s*[-–]?\s*)?(\p{L}.{3,120})$`)
	reYearTail    = regexp.MustCompile(`(?i),?\s+(?:tahun(?: anggaran)?|t\.?a\.?|periode\b.*?)\s*:?\s*20\d\d.*$`)
	reFront       = regexp.MustCompile(`^(?:kata pengantar|prakata|sambutan|daftar|ringkasan|ikhtisar|bab|pendahuluan)\b`)
	reBody        = regexp.MustCompile(`^(?:bab\b|(?:[1i]\.? )?pendahuluan\b)`)
	reReportName  = regexp.MustCompile(`^(?:LAPORAN (?:AKUNTABILITAS )?KINERJA(?: INSTANSI PEMERINTAH)?|LKJIP|LKJ|LAKIP|LKIP)(?:\s+\([A-Z]{3,5}\))?(?:\s+(?:TAHUN(?: ANGGARAN)?\s+)?20\d\d)?\s*`)
	rePlanOf      = regexp.MustCompile(`^(?:RENJA|RENSTRA|RKA|DPA|LRA|IKU|RENCANA (?:KERJA|STRATEGIS|AKSI)|PERJANJIAN KINERJA|INDIKATOR KINERJA UTAMA)\s+`)
	reSigned      = regexp.MustCompile(`^(\p{Lu}[\p{L} .]{2,30}?),\s*(\d{1,2}\s*\p{L}+\s*\d{4})$`)
	reNIP         = regexp.MustCompile(`(?i)^nip\s*[.:]*\s*(\d[\d .]{16,24}\d)$`)
	rePlanPeriod  = regexp.MustCompile(`(?i)\b(?:renstra|rencana strategis)\b.{0,80}?\b(20\d\d)\s*[-–]\s*(20\d\d)\b`)
	rePersonTitle = regexp.MustCompile(`(?i)\b(?:dr|drg|drs|ir|prof|kh|hj?)\.`) // RSUD dr. SOEDIRMAN
)

// vote counts what the texts of a document say of one thing.
type vote struct {
	count map[string]int
	first map[string]source.Place
	order []string
}

func (v *vote) add(value string, weight int, at source.Place) {
	if value == "" {
		return
	}
	if v.count == nil {
		v.count, v.first = map[string]int{}, map[string]source.Place{}
	}
	if _, known := v.count[value]; !known {
		v.first[value] = at
		v.order = append(v.order, value)
	}
	v.count[value] += weight
}

// best is the value with most votes, the earlier one where two have as many; nil without votes.
func (v *vote) best() *source.Node {
	var n *source.Node
	top := 0
	for _, value := range v.order {
		if v.count[value] > top {
			top = v.count[value]
			n = written(value, v.first[value])
		}
	}
	return n
}

// identify finds whose report it is and for which year: on the cover, in captions and titles, in what calls itself the
// Laporan Kinerja, most votes first.
func (r *recogniser) identify(blocks []source.Block, found []*tabel) {
	var year, region, agency vote
	cover := true
	words := 0
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == source.Table || b.Text == "" {
			continue
		}
		words += len(strings.Fields(b.Text))
		if cover = cover && words < 60 && b.Number == "" && !reFront.MatchString(Normal(b.Text)); cover {
			r.cover(b, &year, &region, &agency)
		}
		weight := 1
		low := strings.ToLower(b.Text)
		switch {
		case b.Kind == source.Caption:
			weight = 2
		case strings.Contains(low, "laporan kinerja"):
			weight = 3
		}
		text := withoutSpans(b.Text)
		if m := reReportYear.FindStringSubmatchIndex(text); m != nil && weight > 1 {
			year.add(text[m[2]:m[3]], weight, shift(b.Place, m[2]))
		}
		if m := reRegion.FindStringSubmatchIndex(b.Text); m != nil {
			region.add(regionName(b.Text[m[2]:m[3]], b.Text[m[4]:m[5]]), weight, shift(b.Place, m[2]))
		}
		if m := reAgency.FindStringSubmatchIndex(b.Text); m != nil {
			name := strings.TrimSpace(b.Text[m[2]:m[3]])
			agency.add(unabbreviated(name), 3+len(strings.Fields(name)), shift(b.Place, m[2]))
		}
	}
	for _, t := range found {
		r.titles(t, &year, &region, &agency)
	}
	if year.best() == nil {
		lastYears(r.file, found, &year)
	}
	r.identity(year.best(), region.best(), agency.best())
	r.signature(blocks)
	r.planPeriod(blocks)
}

func shift(at source.Place, by int) source.Place {
	if at.Line > 0 {
		at.Column += by
	}
	return at
}

// cover reads the first lines: LAPORAN KINERJA / agency / TAHUN.
func (r *recogniser) cover(b *source.Block, year, region, agency *vote) {
	if m := reReportYear.FindStringSubmatchIndex(withoutSpans(b.Text)); m != nil {
		year.add(b.Text[m[2]:m[3]], 5, shift(b.Place, m[2]))
	}
	text := reReportName.ReplaceAllString(strings.ReplaceAll(b.Text, "LKjIP", "LKJIP"), "")
	if bare := rePersonTitle.ReplaceAllString(text, ""); bare != strings.ToUpper(bare) || strings.HasPrefix(text, "LAPORAN") || strings.HasPrefix(text, "TAHUN") || strings.HasPrefix(text, "DAFTAR") {
		return
	}
	capital := titleCase(text)
	if m := reRegion.FindStringSubmatchIndex(capital); m != nil {
		region.add(regionName(capital[m[2]:m[3]], capital[m[4]:m[5]]), 1, shift(b.Place, m[2]))
		head := strings.TrimSpace(text[:m[0]])
		switch {
		case strings.HasSuffix(head, " DI"): // BALAI BESAR … DI KOTA …: the place is part of the name
			agency.add(text[:m[1]], 4, b.Place)
		case head != "" && head != "PEMERINTAH":
			agency.add(officeEnd(rePlanOf.ReplaceAllString(head, "")), 2, b.Place)
		}
		return
	}
	if name := officeName(reYearTail.ReplaceAllString(text, "")); name != "" {
		agency.add(name, 4, b.Place)
	}
}

// titles reads the rows above the headings of a sheet, and its captions.
func (r *recogniser) titles(t *tabel, year, region, agency *vote) {
	t.workplace(region, agency)
	for _, title := range t.lead {
		text := reYearSpan.ReplaceAllString(title, " ")
		if m := reReportYear.FindStringSubmatch(text); m != nil {
			year.add(m[1], 1, t.place)
		} else if m := reCutOff.FindStringSubmatch(text); m != nil {
			year.add(m[1][len(m[1])-4:], 1, t.place)
		}
		if m := reRegion.FindStringSubmatch(titleCase(title)); m != nil && len(strings.Fields(title)) < 12 {
			region.add(regionName(m[1], m[2]), 1, t.place)
		}
		if m := reOffice.FindStringSubmatch(strings.TrimSpace(title)); m != nil {
			agency.add(strings.TrimSpace(m[1]), 3, t.place)
		} else if name := officeIn(title); name != "" {
			agency.add(name, 1, t.place)
		}
	}
}

// regionName writes the kind of a region in full and in capitals as names are written; "" where no name follows it.
func regionName(kind, name string) string {
	switch k := strings.ToLower(kind); {
	case strings.HasPrefix(k, "kab"):
		kind = "Kabupaten"
	case strings.HasPrefix(k, "prov"):
		kind = "Provinsi"
	default:
		kind = "Kota"
	}
	name = " " + titleCase(name)
	for _, stop := range []string{" Tahun", " Dengan", " Dan", " Nomor", " Periode", " Untuk", " Dalam", " Pada"} {
		name, _, _ = strings.Cut(name, stop)
	}
	if name == "" {
		return "" // JALAN KABUPATEN TAHUN 2024
	}
	return kind + name
}

func titleCase(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		words[i] = capital(source.Same(w)).ID
	}
	return strings.Join(words, " ")
}

var reAbbreviation = regexp.MustCompile(`\s*\([A-Z]{2,12}\)$`)

// unabbreviated is a name without its abbreviation in brackets.
func unabbreviated(s string) string { return reAbbreviation.ReplaceAllString(s, "") }

func (r *recogniser) identity(year, region, agency *source.Node) {
	if agency == nil && region != nil {
		copied := *region
		agency = &copied
	}
	missing := func(path string, kondisi, saran source.Text) {
		at := r.root.Place
		if at.Line == 0 {
			at.Line = 1
		}
		r.problems = append(r.problems, source.Problem{Rule: "isian-kosong", Place: r.root.Place, Path: path, Kondisi: kondisi, Saran: saran})
	}
	if agency != nil {
		in := under(r.root, source.Map, agency.Place, "instansi")
		put(in, "nama", agency)
		if region != nil {
			put(in, "pemda", region)
		}
	} else {
		missing("instansi", source.T("Nama instansi tidak ditemukan pada sampul, kata pengantar, maupun judul tabel", "No agency is named on the cover, in the foreword or in the captions"),
			source.T("Agar nama instansi ditulis pada sampul, misalnya “LAPORAN KINERJA DINAS KESEHATAN KABUPATEN …”", "Name the agency on the cover, as in “LAPORAN KINERJA DINAS KESEHATAN KABUPATEN …”"))
	}
	if year != nil {
		put(r.root, "tahun", year)
		r.year, _ = strconv.Atoi(year.Text)
	} else {
		missing("tahun", source.T("Tahun laporan tidak ditemukan pada sampul maupun judul tabel", "No year is given on the cover or in the captions"),
			source.T("Agar tahun ditulis pada sampul atau judul tabel, misalnya “TAHUN 2024”", "Give the year on the cover or in the captions, as in “TAHUN 2024”"))
	}
}

var reReport = regexp.MustCompile(`(?i)\b(?:laporan kinerja|lkj\w*|lakip|lkip)\b`)

// kindOfDocument says what the document is: a report where it calls itself one and has chapters, else what its tables are.
// Where they are of several kinds nothing is said, and what it holds decides.
func (r *recogniser) kindOfDocument(blocks []source.Block) {
	chapters, named := 0, false
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == source.Heading && strings.HasPrefix(b.Number, "BAB") {
			chapters++
		}
		named = named || b.Kind != source.Table && reReport.MatchString(b.Text)
	}
	kind := ""
	if chapters >= 2 && named {
		kind = "lkjip"
	} else {
		of := map[string]string{"perjanjian-kinerja": "pk", "program-pk": "pk", "rencana-kas": "rak", "lra-jenis-belanja": "lra", "evaluasi-renja": "renja", "renstra": "renstra", "iku": "iku", "skp": "skp"}
		for _, t := range r.seen {
			if t.Kind == "" {
				continue
			}
			if k := of[t.Kind]; kind == "" || kind == k {
				kind = k
			} else {
				kind = ""
				break
			}
			if kind == "" {
				break
			}
		}
	}
	if kind != "" {
		put(r.root, "dokumen", written(kind, r.root.Place))
	}
}

// signature reads the place, date, name and NIP below the foreword; the first such block counts.
func (r *recogniser) signature(blocks []source.Block) {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == source.Heading && reBody.MatchString(Normal(b.Text)) {
			return
		}
		m := reSigned.FindStringSubmatchIndex(b.Text)
		if b.Kind != source.Paragraph || m == nil {
			continue
		}
		if _, _, ok := ReadDate(b.Text[m[4]:m[5]]); !ok {
			continue
		}
		n := under(r.root, source.Map, b.Place, "pengesahan")
		put(n, "tempat", written(b.Text[m[2]:m[3]], b.Place))
		put(n, "tanggal", written(b.Text[m[4]:m[5]], shift(b.Place, m[4])))
		r.signer(n, blocks[i+1:min(i+10, len(blocks))])
		return
	}
}

var (
	reRank = regexp.MustCompile(`(?i)^(?:pembina|penata|pengatur|juru|ajun|komisaris|kolonel|letkol|mayor|jaksa|hakim|golongan|pangkat)\b`)
	rePost = regexp.MustCompile(`(?i)^(?:plt\.?|plh\.?|pj\.?|kepala|ketua|wakil|camat|lurah|direktur|deputi|sekretaris|inspektur|bupati|wali ?kota|gubernur|menteri|rektor|komandan|selaku|pengguna)\b`)
)

// signer reads the lines between a date and a NIP: the post over one or two lines, the name, and the rank below it.
func (r *recogniser) signer(n *source.Node, blocks []source.Block) {
	var post, name *source.Block
	for i := range blocks {
		b := &blocks[i]
		m := reNIP.FindStringSubmatchIndex(b.Text)
		switch {
		case b.Kind != source.Paragraph || len(strings.Fields(b.Text)) > 12:
			return
		case m != nil:
			put(n, "nip", written(b.Text[m[2]:m[3]], shift(b.Place, m[2])))
			if name != nil {
				put(n, "pejabat", written(name.Text, name.Place))
			}
			if post != nil {
				put(n, "jabatan", written(strings.TrimRight(post.Text, ", "), post.Place))
			}
			return
		case post == nil && (rePost.MatchString(b.Text) || strings.HasSuffix(b.Text, ",")):
			post = b
		case reRank.MatchString(b.Text):
		case name == nil || strings.HasSuffix(name.Text, ",") || post != nil && reRegion.MatchString(name.Text):
			name = b // what stood here was the post's second line
		}
	}
}

func (r *recogniser) planPeriod(blocks []source.Block) {
	for i := range blocks {
		b := &blocks[i]
		if m := rePlanPeriod.FindStringSubmatchIndex(b.Text); m != nil && b.Kind != source.Table {
			n := under(r.root, source.Map, b.Place, "renstra", "periode")
			put(n, "dari", written(b.Text[m[2]:m[3]], shift(b.Place, m[2])))
			put(n, "sampai", written(b.Text[m[4]:m[5]], shift(b.Place, m[4])))
			return
		}
	}
}
