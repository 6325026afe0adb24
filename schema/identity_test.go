package schema

import (
	"reflect"
	"strconv"
	"testing"
)

func TestDossiers(t *testing.T) {
	t.Parallel()
	files := 0
	id := func(year int, kode, nama, pemda, folder string) Identity {
		files++
		return Identity{Tahun: year, Kode: kode, Nama: nama, Pemda: pemda, File: folder + "/" + strconv.Itoa(files) + ".yaml"}
	}
	named := func(i Identity, name string) Identity { i.File = name; return i }
	whole := func(i Identity) Identity { i.Whole = true; return i }
	for _, test := range []struct {
		reason string
		ids    []Identity
		want   [][]int
	}{
		{"one agency and year in two folders is one dossier",
			[]Identity{id(2024, "", "bkpsdm", "balangan", "pk"), id(2024, "", "bkpsdm", "balangan", "lkjip")}, [][]int{{0, 1}}},
		{"another year is another dossier",
			[]Identity{id(2024, "", "bkpsdm", "balangan", "a"), id(2023, "", "bkpsdm", "balangan", "a")}, [][]int{{0}, {1}}},
		{"agencies of two regions share code and name and stay apart",
			[]Identity{id(2024, "1 01", "dinas pendidikan", "balangan", "a"), id(2024, "1 01", "dinas pendidikan", "tapin", "b")}, [][]int{{0}, {1}}},
		{"a file without region takes that of the only agency with its name",
			[]Identity{id(2024, "", "bkpsdm", "", "a"), id(2024, "", "bkpsdm", "balangan", "b")}, [][]int{{0, 1}}},
		{"a file without region stands alone where two regions have the agency",
			[]Identity{id(2024, "", "bkpsdm", "", "c"), id(2024, "", "bkpsdm", "balangan", "a"), id(2024, "", "bkpsdm", "tapin", "b")}, [][]int{{0}, {1}, {2}}},
		{"a file that gives the name alone joins the one that gives code and name",
			[]Identity{id(2024, "5 03", "bkpsdm", "balangan", "a"), id(2024, "", "bkpsdm", "balangan", "a")}, [][]int{{0, 1}}},
		{"a file without agency belongs to the only dossier of its folder",
			[]Identity{id(2024, "", "bkpsdm", "balangan", "a"), id(0, "", "", "", "a"), id(0, "", "", "", "b")}, [][]int{{0, 1}, {2}}},
		{"a file without agency stands alone where the folder holds two dossiers",
			[]Identity{id(2024, "", "bkpsdm", "", "a"), id(2024, "", "dinkes", "", "a"), id(0, "", "", "", "a")}, [][]int{{0}, {1}, {2}}},
		{"a file of another year does not join the dossier of its folder",
			[]Identity{id(2024, "", "bkpsdm", "", "a"), id(2023, "", "", "", "a")}, [][]int{{0}, {1}}},
		{"two whole reports are versions; the partial file is read with each",
			[]Identity{whole(id(2024, "", "bkpsdm", "", "good")), whole(id(2024, "", "bkpsdm", "", "bad")), id(2024, "", "bkpsdm", "", "pk")}, [][]int{{0, 2}, {1, 2}}},
		{"one file in two formats is two versions",
			[]Identity{named(id(2024, "", "bkpsdm", "", ""), "pk.json"), named(id(2024, "", "bkpsdm", "", ""), "pk.yaml")}, [][]int{{0}, {1}}},
		{"files in two formats each meet in one format",
			[]Identity{named(id(2024, "", "bkpsdm", "", ""), "lkjip.json"), named(id(2024, "", "bkpsdm", "", ""), "lkjip.yaml"),
				named(id(2024, "", "bkpsdm", "", ""), "pk.json"), named(id(2024, "", "bkpsdm", "", ""), "pk.yaml")}, [][]int{{0, 2}, {1, 3}}},
		{"the reports of one file belong together",
			[]Identity{named(id(2024, "", "bkpsdm", "", ""), "semua.yaml"), named(id(2024, "", "bkpsdm", "", ""), "semua.yaml")}, [][]int{{0, 1}}},
	} {
		if got := Dossiers(test.ids); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.reason, got, test.want)
		}
	}
}
