package schema

import (
	"math/big"
	"testing"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/cuecontext"
)

// The official data must obey the contract a report's own scales obey.
func TestOfficialDataObeysContract(t *testing.T) {
	t.Parallel()
	text := string(ContractCUE())
	for _, name := range []string{"skala.cue", "skema.cue"} {
		b, err := officialFiles.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text += "\n" + string(b[len("package schema\n"):])
	}
	v := cuecontext.New().CompileString(text)
	if err := v.Validate(cue.Concrete(true)); err != nil {
		t.Error(err)
	}
}

func TestOfficialScales(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, s := range OfficialScales() {
		if seen[s.ID.S] || s.ID.S != canonical(s.ID.S) {
			t.Errorf("%s: id taken or misspelt", s.ID.S)
		}
		seen[s.ID.S] = true
		if s.Nama.S == "" || s.Dasar.S == "" || s.Terverifikasi.S == "" || len(s.Baris) < 2 {
			t.Errorf("%s: no name, legal basis, verification mark or rows", s.ID.S)
		}
		if s.Terverifikasi.S != "ya" && s.Catatan.S == "" {
			t.Errorf("%s: nothing says what is not verified", s.ID.S)
		}
		var above *big.Rat // the lower end of the row before
		names := map[string]bool{}
		for i := range s.Baris {
			b := &s.Baris[i]
			low, high, lowOpen, highOpen := b.Bounds()
			if len(b.Names()) == 0 {
				t.Errorf("%s row %d: no name", s.ID.S, i+1)
			}
			for _, name := range b.Names() {
				if names[name] {
					t.Errorf("%s: two rows are called %s", s.ID.S, name)
				}
				names[name] = true
			}
			if low != nil && high != nil && (low.Cmp(high) > 0 || low.Cmp(high) == 0 && (lowOpen || highOpen)) {
				t.Errorf("%s row %d: ends before it begins", s.ID.S, i+1)
			}
			if i > 0 && above != nil && high != nil && high.Cmp(above) > 0 && b.Names()[0] != "A-" { // A and A- of rb-2023 share a span
				t.Errorf("%s row %d: not below the row before", s.ID.S, i+1)
			}
			if low == nil && high == nil && s.Terverifikasi.S == "ya" {
				t.Errorf("%s row %d: verified, yet without bounds", s.ID.S, i+1)
			}
			above = low
		}
	}
}

// Ends decide cases: 90,00 is A and not AA, 5,0 is on the SPBE scale, 249,5 is between two merit rows.
func TestOfficialEnds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ scale, score, want string }{
		{"akip-2021", "90", "A"}, {"akip-2021", "90.01", "AA"}, {"akip-2021", "80", "BB"}, {"akip-2021", "30", "D"}, {"akip-2021", "0", ""},
		{"akip-2015", "0", "D"}, {"merit-2018", "271.5", "III"}, {"merit-2018", "249.5", ""}, {"merit-2018", "325", "IV"},
		{"ip-asn-2019", "80.34", ""}, {"ip-asn-2019", "82.34", "Tinggi"}, {"ip-asn-2019", "60", "Sangat Rendah"},
		{"skm-2017", "88.30", "B"}, {"skm-2017", "88.31", "A"}, {"skm-2017", "64.995", ""}, {"ipp", "1.00", "F"}, {"ipp", "4.51", "A"},
		{"spbe-2020", "5.0", "Memuaskan"}, {"spbe-2020", "4.2", "Memuaskan"}, {"spbe-2020", "2.59", "Cukup"},
		{"spip-2021", "4.5", "5"}, {"kla", "600.5", ""}, {"ipm", "80", "Sangat Tinggi"}, {"ipm", "79.99", "Tinggi"},
		{"idm", "0.8155", "Maju"}, {"inovasi-daerah", "65.01", "Sangat Inovatif"}, {"nka", "90", "Baik"}, {"ikpa", "95", "Sangat Baik"},
		{"kip", "90", "Informatif"}, {"rb-2020", "70", "B"}, {"rb-2023", "100", "AA"}, {"opini-bpk", "4", "WTP"},
	} {
		scale := FindScale(c.scale)
		if scale == nil {
			t.Errorf("no scale %s", c.scale)
			continue
		}
		score, _ := new(big.Rat).SetString(c.score)
		got := ""
		for i := range scale.Baris {
			low, high, lowOpen, highOpen := scale.Baris[i].Bounds()
			above := low == nil || low.Cmp(score) < 0 || !lowOpen && low.Cmp(score) == 0
			below := high == nil || high.Cmp(score) > 0 || !highOpen && high.Cmp(score) == 0
			if above && below {
				got += scale.Baris[i].Names()[0]
			}
		}
		if got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.scale, c.score, got, c.want)
		}
	}
}

func TestOfficialSchemes(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, s := range OfficialSchemes() {
		ids := []string{s.ID.S}
		for _, a := range s.Alias {
			ids = append(ids, a.S)
		}
		for _, id := range ids {
			if seen[id] || id != canonical(id) {
				t.Errorf("%s: id %s taken or misspelt", s.ID.S, id)
			}
			seen[id] = true
			if FindScheme(id) != s {
				t.Errorf("%s cannot be found as %s", s.ID.S, id)
			}
		}
		if s.Nama.S == "" || s.Dasar.S == "" || s.Terverifikasi.S == "" || s.Cara.S == "" || len(s.Indikator) == 0 {
			t.Errorf("%s: no name, legal basis, verification mark, way of computing or indicator names", s.ID.S)
		}
		if FindScale(s.Skala.S) == nil {
			t.Errorf("%s: no scale %q", s.ID.S, s.Skala.S)
		}
		if s.BerlakuDari.IsNumber() && s.BerlakuSampai.IsNumber() && s.BerlakuDari.Year() > s.BerlakuSampai.Year() {
			t.Errorf("%s: ends before it begins", s.ID.S)
		}
		want := big.NewRat(100, 1)
		if scale := FindScale(s.Skala.S); s.Cara.S == "jumlah" && scale != nil && scale.Maksimal.IsNumber() {
			want = scale.Maksimal.Value // 400 for merit
		}
		sumOf(t, s.ID.S, s.Komponen, want)
	}
}

// sumOf checks that components make up their whole: the scheme's maximum, or the weight of the component above.
func sumOf(t *testing.T, at string, parts []KomponenSkema, want *big.Rat) {
	t.Helper()
	if len(parts) == 0 {
		return
	}
	sum := new(big.Rat)
	for i := range parts {
		share := parts[i].Bobot
		if !share.IsNumber() {
			share = parts[i].Maksimal
		}
		if !share.IsNumber() {
			t.Errorf("%s: %s has neither weight nor maximum", at, parts[i].Nama.S)
			return
		}
		sum.Add(sum, share.Value)
		sumOf(t, at+"/"+parts[i].Nama.S, parts[i].Komponen, share.Value)
	}
	if sum.Cmp(want) != 0 {
		t.Errorf("%s: components make %s, want %s", at, sum.FloatString(2), want.FloatString(2))
	}
}

func TestFindSchemeSpellings(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{
		"merit-2018": "merit-2018", "AKIP 2021": "akip-2021", "ip_asn_2018": "ip-asn-2019", "sakip-2015": "akip-2015", "tak-ada": "", "": "",
	} {
		got := ""
		if s := FindScheme(id); s != nil {
			got = s.ID.S
		}
		if got != want {
			t.Errorf("%q finds %q, want %q", id, got, want)
		}
	}
}
