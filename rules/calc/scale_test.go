package calc

import (
	"slices"
	"testing"

	"lkjip/schema"
)

// row makes a scale row from a lower and an upper end; a leading ">" or "<" leaves the end itself out.
func row(t *testing.T, low, high, name string) schema.BarisSkala {
	b := schema.BarisSkala{Sebutan: schema.Teks{S: name}}
	switch {
	case low != "" && low[0] == '>':
		b.LebihDari = *num(t, low[1:])
	case low != "":
		b.Minimal = *num(t, low)
	}
	switch {
	case high != "" && high[0] == '<':
		b.KurangDari = *num(t, high[1:])
	case high != "":
		b.Sampai = *num(t, high)
	}
	return b
}

func TestGapsAndOverlaps(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why            string
		rows           [][2]string
		decimals       int
		gaps, overlaps int
	}{
		{"joined by open ends", [][2]string{{">90", "100"}, {">80", "90"}, {"0", "80"}}, 4, 0, 0},
		{"joined from below", [][2]string{{"90", ""}, {"80", "<90"}, {"", "<80"}}, 4, 0, 0},
		{"whole numbers are tight for whole numbers", [][2]string{{"91", "100"}, {"81", "90"}}, 0, 0, 0},
		{"and leave 90,5 out", [][2]string{{"91", "100"}, {"81", "90"}}, 1, 1, 0},
		{"two decimals are tight for two decimals", [][2]string{{"60,00", "79,99"}, {"0", "59,99"}}, 2, 0, 0},
		{"and leave 59,995 out", [][2]string{{"60,00", "79,99"}, {"0", "59,99"}}, 3, 1, 0},
		{"both ends leave the same value out", [][2]string{{">90", "100"}, {"80", "<90"}}, 0, 1, 0},
		{"a shared end", [][2]string{{"90", "100"}, {"80", "90"}}, 2, 0, 1},
		{"a shared stretch", [][2]string{{"85", "100"}, {"80", "90"}}, 2, 0, 1},
		{"one span with two names", [][2]string{{">80", "100"}, {">80", "100"}, {"0", "80"}}, 2, 0, 0},
		{"names without numbers", [][2]string{{"", ""}, {"", ""}}, 2, 0, 0},
	} {
		scale := &schema.Skala{}
		for _, r := range c.rows {
			scale.Baris = append(scale.Baris, row(t, r[0], r[1], "x"))
		}
		if got := len(Gaps(scale, c.decimals)); got != c.gaps {
			t.Errorf("%s: %d gaps, want %d", c.why, got, c.gaps)
		}
		if got := len(Overlaps(scale)); got != c.overlaps {
			t.Errorf("%s: %d overlaps, want %d", c.why, got, c.overlaps)
		}
	}
}

// TestOfficialBoundaries holds the ends that public applications are known to get wrong.
func TestOfficialBoundaries(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		scale, score, label string
		want                State
	}{
		{"akip-2021", "70,00", "B", Holds}, {"akip-2021", "70,00", "BB", Broken}, {"akip-2021", "70,01", "BB", Holds},
		{"akip-2021", "80,00", "BB", Holds}, {"akip-2021", "90,00", "A", Holds}, {"akip-2021", "90,00", "AA", Broken},
		{"akip-2021", "90,01", "AA", Holds}, {"akip-2021", "90,005", "AA", Holds}, {"akip-2021", "100", "AA", Holds}, {"akip-2021", "100", "D", Broken},
		{"akip-2021", "35", "C", Holds}, {"akip-2021", "35", "D", Broken}, {"akip-2021", "80,5", "A", Holds},
		{"akip-2021", "75,15", "BB (Sangat Baik)", Holds}, {"akip-2021", "75,15", "BB (Baik)", Broken}, {"akip-2021", "55", "Cukup", Holds},
		{"spbe-2020", "5,0", "Memuaskan", Holds}, {"spbe-2020", "4,2", "Memuaskan", Holds}, {"spbe-2020", "4,19", "Sangat Baik", Holds},
		{"ip-asn-2019", "82,34", "Tinggi", Holds}, {"ip-asn-2019", "80,34", "Tinggi", Untestable},
		{"merit-2018", "271,5", "III", Holds}, {"merit-2018", "271,5", "Kategori III (Baik)", Holds}, {"merit-2018", "249,5", "III", Untestable},
		{"ipp", "4,5", "A-", Holds}, {"ipp", "4,51", "A", Holds}, {"ipp", "4,51", "A-", Broken},
		{"rb-2023", "85", "A-", Holds}, {"rb-2023", "85", "A", Holds}, {"spi", "80", "Terjaga", Untestable},
	} {
		scale := schema.FindScale(c.scale)
		if scale == nil {
			t.Fatalf("no scale %s", c.scale)
		}
		if v := Judge(Band(schema.Teks{S: c.label}, num(t, c.score), scale)); v.State != c.want {
			t.Errorf("%s %s %s: state %d, want %d", c.scale, c.score, c.label, v.State, c.want)
		}
	}
}

func TestBeyondAScale(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		scale, score string
		above, below bool
		state        State
	}{
		{"akip-2021", "101", true, false, Broken}, {"akip-2021", "0", false, true, Broken}, {"merit-2018", "249,5", false, false, Broken},
		{"kla", "480", false, true, Broken}, {"kla", "500", false, false, Holds}, {"spi", "70", false, false, Absent},
	} {
		v := Judge(HasRow(num(t, c.score), schema.FindScale(c.scale)))
		if v.State != c.state || v.State == Broken && (v.Above != c.above || v.Below != c.below) {
			t.Errorf("%s %s: state %d above %v below %v", c.scale, c.score, v.State, v.Above, v.Below)
		}
	}
}

func TestSameScale(t *testing.T) {
	t.Parallel()
	own := &schema.Skala{Baris: slices.Clone(schema.FindScale("akip-2015").Baris)}
	if pairs, ok := SameScale(own, schema.FindScale("akip-2021")); !ok || len(pairs) != 7 {
		t.Errorf("the scales of 2015 and 2021 differ in the lowest end alone and are one for names: %d rows, %v", len(pairs), ok)
	}
	if _, ok := SameScale(own, schema.FindScale("ip-asn-2019")); ok {
		t.Error("scales of different bounds are not the same")
	}
}

func TestOnLine(t *testing.T) {
	t.Parallel()
	merit := schema.FindScale("merit-2018")
	if v := OnLine(rat(t, "271,5"), merit, merit.IndexScale()); v == nil || round(v, 2, false).Cmp(rat(t, "0,66")) != 0 {
		t.Errorf("271,5 between 100 → 0,2 and 400 → 1: %v, want about 0,66", v)
	}
	if v := OnLine(rat(t, "3"), schema.FindScale("spip-2021"), merit.IndexScale()); v != nil {
		t.Errorf("a scale with an open end has no line: %v", v)
	}
}
