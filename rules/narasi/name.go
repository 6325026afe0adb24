package narasi

// months are the names of months and their usual short forms.
var months = map[string]int{
	"januari": 1, "februari": 2, "pebruari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "agustus": 8,
	"september": 9, "oktober": 10, "nopember": 11, "november": 11, "desember": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
	"jun": 6, "jul": 7, "agu": 8, "ags": 8, "agt": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "nop": 11, "des": 12,
}

// naming words are followed by a number that names instead of counting.
var naming = map[string]bool{
	"tabel": true, "gambar": true, "grafik": true, "diagram": true, "bagan": true, "lampiran": true, "bab": true, "subbab": true,
	"nomor": true, "no": true, "nomer": true, "pasal": true, "ayat": true, "huruf": true, "halaman": true, "hal": true, "hlm": true, "butir": true,
	"diktum": true, "level": true, "tipe": true, "tahap": true, "edisi": true, "versi": true, "nip": true, "pukul": true, "jam": true,
	"triwulan": true, "tw": true, "semester": true, "caturwulan": true, "misi": true, "tujuan": true, "angkatan": true, "kode": true,
	"eselon": true, "golongan": true, "kelas": true, "seri": true, "rt": true, "rw": true, "km": true, "telp": true, "telepon": true,
}

// name turns numbers into what the words before them make of them: labels, dates, years of regulations.
func (s *scanner) name() {
	out := s.tokens[:0]
	law := false // after "Nomor 29 Tahun": the year belongs to a regulation
	for i := 0; i < len(s.tokens); i++ {
		t := s.tokens[i]
		prev := before(out, 1)
		switch {
		case t.Kind == Num && t.Num.IsPlain() && t.Num.High == nil && isDay(t.Num) && s.monthAt(i+1) > 0:
			t, i = s.date(t, i)
		case t.Kind == Word && months[t.Lower] > 0 && t.Upper && i+1 < len(s.tokens) && s.tokens[i+1].Kind == Year && s.tokens[i+1].YearEnd == 0:
			y := s.tokens[i+1]
			t.Kind, t.Month, t.Year, t.End = Date, months[t.Lower], y.Year, y.End
			i++
		case t.Kind == Num && !t.Num.Money && !t.Num.Percent && !t.Num.Points && t.Num.Scale == nil && t.Num.Words == nil && names(out, prev):
			t.Kind, t.Num = Label, nil
		case t.Kind == Year && law:
			t.Kind = Label
		case t.Kind == Year && (prev.Is("nomor", "no") || prev.Is(".") && before(out, 2).Is("no")):
			t.Kind = Label
		}
		switch {
		case t.Kind == Label:
			law = true
		case t.Kind == Word && (t.Lower == "tahun" || t.Lower == "th") && law:
		case t.Kind == Mark && t.Lower == "." && law:
		default:
			law = false
		}
		out = append(out, t)
	}
	s.tokens = out
	s.items()
}

func before(out []Token, n int) *Token {
	if len(out) < n {
		return &Token{Kind: Mark}
	}
	return &out[len(out)-n]
}

// names reports whether the words before a number make it a name: "Tabel 3.9", "No. 5", "angka 2 s.d. 3" under a table.
func names(out []Token, prev *Token) bool {
	if prev.Is(".") && before(out, 2).Is("no", "hal", "hlm", "tw", "tab", "gb") {
		return true
	}
	if prev.Kind == Word && prev.Lower == "angka" {
		for n := 2; n <= 6; n++ {
			if t := before(out, n); t.Kind == Label || t.Is("tabel", "huruf", "maksud", "dimaksud", "butir") {
				return true
			}
		}
		return false
	}
	if prev.Is("dan", ",") && before(out, 2).Kind == Label && before(out, 3).Kind == Word && naming[before(out, 3).Lower] {
		return true // Tabel 3.1 dan 3.2
	}
	return prev.Kind == Word && naming[prev.Lower]
}

func isDay(n *Number) bool {
	return n.Value.IsInt() && n.Value.Num().IsInt64() && n.Value.Num().Int64() >= 1 && n.Value.Num().Int64() <= 31
}

func (s *scanner) monthAt(i int) int {
	if i >= len(s.tokens) || s.tokens[i].Kind != Word {
		return 0
	}
	return months[s.tokens[i].Lower]
}

// date reads "22 Februari 2024", also "22 Februari" without a year, which stays a date with Year 0.
func (s *scanner) date(t Token, i int) (Token, int) {
	t.Kind, t.Day, t.Month = Date, int(t.Num.Value.Num().Int64()), s.monthAt(i+1)
	t.Num, t.End = nil, s.tokens[i+1].End
	i++
	if i+1 < len(s.tokens) && s.tokens[i+1].Is("tahun") && i+2 < len(s.tokens) && s.tokens[i+2].Kind == Year {
		i++
	}
	if i+1 < len(s.tokens) && s.tokens[i+1].Kind == Year && s.tokens[i+1].YearEnd == 0 {
		t.Year, t.End = s.tokens[i+1].Year, s.tokens[i+1].End
		i++
	}
	return t, i
}

// items marks the markers of lists at the start of lines and joins them into one token: "a.", "1)", "-", "(2)".
func (s *scanner) items() {
	out := s.tokens[:0]
	for i := 0; i < len(s.tokens); i++ {
		t := s.tokens[i]
		if used := s.itemAt(i, out); used > 0 {
			last := s.tokens[i+used-1]
			if used == 3 {
				t.Lower = s.tokens[i+1].Lower
			}
			t.Kind, t.Item, t.End, t.Num = Label, true, last.End, nil
			i += used - 1
		}
		out = append(out, t)
	}
	s.tokens = out
}

func (s *scanner) itemAt(i int, out []Token) int {
	t := &s.tokens[i]
	if !t.NewLine {
		return 0
	}
	if t.Is("-", "•") {
		if i+1 < len(s.tokens) && !s.tokens[i+1].NewLine && s.tokens[i+1].Start > t.End {
			return 1
		}
		return 0
	}
	// A line of running text may begin with "85." by chance: a marker follows the end of something.
	if !t.NewPara && !ended(out) {
		return 0
	}
	open := 0
	if t.Is("(") && i+2 < len(s.tokens) {
		open, i = 1, i+1
		t = &s.tokens[i]
	}
	if i+1 >= len(s.tokens) || t.End-t.Start > 2 || !s.tokens[i+1].Is(".", ")") || s.tokens[i+1].Start != t.End {
		return 0
	}
	single := t.Kind == Word && t.End-t.Start == 1 && !t.Upper
	if !single && !(t.Kind == Num && t.Num.IsPlain()) {
		return 0
	}
	if i+2 < len(s.tokens) && s.tokens[i+2].Start == s.tokens[i+1].End && open == 0 && s.tokens[i+1].Is(".") {
		return 0 // 1.1, S.Sos
	}
	return open + 2
}

func ended(out []Token) bool {
	if len(out) == 0 {
		return true
	}
	t := &out[len(out)-1]
	if t.Is(".", ":", ";", ",", "dan") {
		return true
	}
	return t.Item
}
