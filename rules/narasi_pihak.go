package rules

import (
	"strings"

	"lkjip/rules/narasi"
	"lkjip/schema"
)

var regionWords = map[string]bool{"kabupaten": true, "kab": true, "kota": true, "provinsi": true, "prov": true, "kabupaten/kota": true}

// region reads the name of a region at token i: "Kabupaten Hulu Sungai Selatan".
func region(s *narasi.Sentence, i int) (name string, last int) {
	if !regionWords[s.Tokens[i].Lower] {
		return "", i
	}
	return agency(s, i)
}

// agency reads the name of a region or an agency at token i: "Kecamatan Tirta Sari".
func agency(s *narasi.Sentence, i int) (name string, last int) {
	if w := s.Tokens[i].Lower; !regionWords[w] && !(agencyWords[w] && s.Tokens[i].Upper) || s.Tokens[i].Kind != narasi.Word {
		return "", i
	}
	k := i + 1
	if k < len(s.Tokens) && s.Tokens[k].Is(".") {
		k++
	}
	var words []string
	for k < len(s.Tokens) && len(words) < 4 && s.Tokens[k].Kind == narasi.Word && s.Tokens[k].Upper && !s.Tokens[k].Is("tahun") {
		words = append(words, s.Tokens[k].Lower)
		k++
	}
	return strings.Join(words, " "), k - 1
}

// ownRegion is the reporting agency's region, from its data or else the one the prose names most.
func (p *Pass) ownRegion(n *naratif) string {
	for _, l := range p.Laporan {
		if l.Instansi.Pemda.IsSet() {
			return schema.Normal(l.Instansi.Pemda.S)
		}
		for w := range regionWords {
			if strings.HasPrefix(schema.Normal(l.Instansi.Nama.S), w+" ") || strings.Contains(schema.Normal(l.Instansi.Nama.S), " "+w+" ") {
				return schema.Normal(l.Instansi.Nama.S)
			}
		}
	}
	count := map[string]int{}
	best := ""
	for _, t := range n.passages {
		for i := range t.sentences {
			s := &t.sentences[i]
			for k := range s.Tokens {
				if name, _ := region(s, k); name != "" {
					if count[name]++; count[name] > count[best] {
						best = name
					}
				}
			}
		}
	}
	return best
}

// agencyWords begin the names of agencies below a region or beside it.
var agencyWords = map[string]bool{"kecamatan": true, "kelurahan": true, "desa": true, "rsud": true, "puskesmas": true, "pengadilan": true, "balai": true,
	"dinas": true, "badan": true, "universitas": true, "kantor": true, "bps": true, "kementerian": true, "direktorat": true, "rs": true, "bapas": true, "lapas": true, "kpp": true}

// foreign is the other region, agency or level of government that stands between a claim's number and what it could be about.
func (n *naratif) foreign(c *claim) string {
	s := c.s()
	if c.Kind == narasi.Compare || c.Kind == narasi.Count || c.Kind == narasi.Ordinal || c.Kind == narasi.Tally {
		return ""
	}
	named := -1
	for _, m := range c.in.mentions[c.sentence] {
		if m.last < c.At && m.topic.kind != sasaranTopic {
			named = m.last
		}
	}
	depth := 0
	for k := c.At - 1; k >= 0; k-- {
		t := &s.Tokens[k]
		if t.Is(";") {
			break
		}
		if t.Is(")") {
			depth++
		} else if t.Is("(") {
			depth = max(depth-1, 0)
		}
		if depth > 0 { // said aside: "80,00% (4 dari 5 kelurahan), meningkat …"
			continue
		}
		if level := n.otherLevel(c, k); level != "" {
			return level
		}
		if c.Kind == narasi.Level && k > named && comparand[t.Lower] {
			if who := c.otherAfter(k); who != "" {
				return who
			}
		}
		name, last := agency(s, k)
		if name == "" || last >= c.At || !regionWords[t.Lower] && k <= named || c.inName(k) {
			continue
		}
		first := " " + strings.Fields(name)[0] + " "
		if strings.Contains(" "+n.own+" ", first) || strings.Contains(" "+schema.Normal(c.in.Instansi.Nama.S)+" ", first) {
			if regionWords[t.Lower] {
				return ""
			}
			continue
		}
		return strings.TrimSpace(t.Lower + " " + name)
	}
	return ""
}

// afterNames are words that may follow an indicator's name without narrowing it to a part.
var afterNames = wordSet(`tahun pada dengan dari di yang adalah sebesar sebanyak telah sudah belum masih baru juga naik turun lebih hanya untuk
	dan atau serta tidak akan dapat sampai hingga terus cukup kembali sedangkan namun karena sehingga maupun antara secara
	selama sejak dalam oleh kurang hampir sekitar setara kabupaten kota provinsi kinerja nilai capaian realisasi target
	indikator sasaran tersebut ini itu dimaksud kami justru sangat semakin kita semula bukan jika bila apabila agar bagi ke
	kepada seperti yaitu yakni sama tetap tetapi walaupun meskipun saat hasil sebagai terhadap tumbuh rata patut perlu harus
	harusnya tercapai daerah pemerintah perangkat badan dinas balai kecamatan rsud instansi per melalui sesuai capaiannya
	realisasinya nilainya`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// ofPart reports whether a word after the indicator's name narrows it to a part or names another thing: "BOR ruang VIP",
// "Indeks kesadaran masyarakat nasional", or a new subject stands between: "…, sedangkan ruang kelas III mencapai 88,9%".
func (c *claim) ofPart() bool {
	s := c.s()
	last := -1
	for _, m := range c.in.mentions[c.sentence] {
		if m.topic == c.topic && m.first < c.At {
			last = m.last
		}
	}
	if last < 0 || last+1 >= len(s.Tokens) {
		return false
	}
	if broken := c.clauseStart(); broken > last && broken+1 < len(s.Tokens) && s.Tokens[broken+1].Kind == narasi.Word && !afterNames[s.Tokens[broken+1].Lower] {
		return true
	}
	t := &s.Tokens[last+1]
	if t.Kind != narasi.Word || afterNames[t.Lower] || c.ownWord(t) {
		return false
	}
	for _, prefix := range []string{"di", "ter", "ber", "me", "men"} {
		if strings.HasPrefix(t.Lower, prefix) && len(t.Lower) > len(prefix)+3 {
			return false
		}
	}
	return true
}

// ownWord reports whether a word belongs to the reporting agency's name, or is its acronym.
func (c *claim) ownWord(t *narasi.Token) bool {
	initials := ""
	for _, w := range canonicalWords(c.in.Instansi.Nama.S) {
		initials += w[:1]
		if w == t.Lower {
			return true
		}
	}
	return t.Lower == initials
}

// comparand are the words that introduce what a figure is compared with.
var comparand = map[string]bool{"dibanding": true, "dibandingkan": true, "daripada": true, "ketimbang": true}

// otherAfter is the first word of a name that a comparison brings in before the claim's number: "dibandingkan Balai Lama yang
// memperoleh 93,4". Years and the indicator's own figures are no names.
func (c *claim) otherAfter(k int) string {
	s := c.s()
	for j := k + 1; j < c.At; j++ {
		t := &s.Tokens[j]
		if t.Is(",") {
			return ""
		}
		if t.Kind == narasi.Word && t.Upper && !c.inName(j) && !t.Is("tahun", "renstra", "rpjmd", "target", "realisasi", "capaian", "tw", "triwulan", "semester") {
			return t.Lower
		}
	}
	return ""
}
