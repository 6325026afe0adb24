package schema

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Identity says whose data a file holds and for which year, as far as the file says.
type Identity struct {
	Tahun int    // 0 when not given
	Kode  string // of the agency
	Nama  string // of the agency, normal
	Pemda string // of the region, normal
	File  string // with its folder, in one form for all files
	Whole bool   // the file is a whole LKjIP, not a part such as a PK or a DPA
}

// Identity says whose data the report holds. file is the name of its file with the folder.
func (l *Laporan) Identity(file string) Identity {
	return Identity{Tahun: l.Tahun.Year(), Kode: Normal(l.Instansi.Kode.S), Nama: Normal(l.Instansi.Nama.S),
		Pemda: Normal(l.Instansi.Pemda.S), File: file, Whole: l.Whole()}
}

func (id *Identity) folder() string { return filepath.Dir(id.File) }

// stem is the file's name without its format.
func (id *Identity) stem() string { return strings.TrimSuffix(id.File, filepath.Ext(id.File)) }

// Whole reports whether the report is a whole LKjIP: it says so, or holds at least three of the main sections.
func (l *Laporan) Whole() bool {
	if l.Dokumen.IsSet() {
		return Normal(l.Dokumen.S) == "lkjip"
	}
	n := 0
	for _, has := range []bool{len(l.Renstra.Tujuan)+len(l.Renstra.Sasaran) > 0, len(l.IKU) > 0, len(l.PerjanjianKinerja) > 0,
		len(l.Pengukuran.Tujuan)+len(l.Pengukuran.Sasaran) > 0, len(l.Anggaran) > 0} {
		if has {
			n++
		}
	}
	return n >= 3
}

func (id *Identity) key() string {
	who := id.Kode
	if who == "" {
		who = id.Nama
	}
	if who == "" || id.Tahun == 0 {
		return ""
	}
	return strconv.Itoa(id.Tahun) + "|" + id.Pemda + "|" + who
}

// agrees reports whether nothing that both say differs.
func (id *Identity) agrees(other *Identity) bool {
	same := func(a, b string) bool { return a == "" || b == "" || a == b }
	return (id.Tahun == 0 || other.Tahun == 0 || id.Tahun == other.Tahun) &&
		same(id.Pemda, other.Pemda) && same(id.Kode, other.Kode) && same(id.Nama, other.Nama)
}

// Dossiers groups files by agency and year; each dossier is a list of indexes into ids, in order.
//
// Agencies of different regions share codes and names, so the region counts too; a file that leaves out region or code takes
// those of the only agency it can mean. A file that names no agency or no year belongs to the only dossier of its folder, or
// stands alone. Two whole reports of one agency and year are versions of each other, and so are files of one folder whose
// names differ in the format alone: versions never meet in one dossier. Each has its own, together with the other files.
func Dossiers(ids []Identity) [][]int {
	ids = slices.Clone(ids)
	complete(ids, func(id *Identity) *string { return &id.Pemda }, func(id *Identity) (handles []string) {
		if id.Kode != "" {
			handles = append(handles, strconv.Itoa(id.Tahun)+"|kode|"+id.Kode)
		}
		if id.Nama != "" {
			handles = append(handles, strconv.Itoa(id.Tahun)+"|nama|"+id.Nama)
		}
		return handles
	})
	complete(ids, func(id *Identity) *string { return &id.Kode }, func(id *Identity) []string {
		if id.Nama == "" {
			return nil
		}
		return []string{strconv.Itoa(id.Tahun) + "|" + id.Pemda + "|" + id.Nama}
	})

	keys := make([]string, len(ids))
	folders := map[string]map[string]int{} // keys in a folder, with one file of each
	for i := range ids {
		if keys[i] = ids[i].key(); keys[i] != "" {
			if folders[ids[i].folder()] == nil {
				folders[ids[i].folder()] = map[string]int{}
			}
			folders[ids[i].folder()][keys[i]] = i
		}
	}
	var order []string
	members := map[string][]int{}
	for i := range ids {
		key := keys[i]
		if near := folders[ids[i].folder()]; key == "" && len(near) == 1 {
			for k, j := range near {
				if ids[i].agrees(&ids[j]) {
					key = k
				}
			}
		}
		if key == "" {
			key = "#" + strconv.Itoa(i)
		}
		if members[key] == nil {
			order = append(order, key)
		}
		members[key] = append(members[key], i)
	}
	var dossiers [][]int
	for _, key := range order {
		dossiers = append(dossiers, versions(ids, members[key])...)
	}
	return dossiers
}

// complete fills a field that is empty from the identities that share a handle, when they all say the same.
func complete(ids []Identity, field func(*Identity) *string, handles func(*Identity) []string) {
	const several = "\x00"
	known := map[string]string{}
	for i := range ids {
		v := *field(&ids[i])
		if v == "" {
			continue
		}
		for _, h := range handles(&ids[i]) {
			if before, ok := known[h]; ok && before != v {
				known[h] = several
			} else {
				known[h] = v
			}
		}
	}
	for i := range ids {
		for _, h := range handles(&ids[i]) {
			if v := known[h]; *field(&ids[i]) == "" && v != several {
				*field(&ids[i]) = v
			}
		}
	}
}

// versions parts the files of one agency and year so that no two versions meet and every file is in some dossier.
func versions(ids []Identity, members []int) [][]int {
	var order []string
	classes := map[string][][]int{} // of files that exclude each other; the reports of one partial file stay together
	for _, i := range members {
		class := ids[i].stem()
		if ids[i].Whole {
			class = "" // whole reports exclude each other whatever they are called
		}
		if classes[class] == nil {
			order = append(order, class)
		}
		options := classes[class]
		if n := len(options); n > 0 && !ids[i].Whole && ids[options[n-1][0]].File == ids[i].File {
			options[n-1] = append(options[n-1], i)
		} else {
			classes[class] = append(options, []int{i})
		}
	}
	most := 0
	for _, options := range classes {
		most = max(most, len(options))
	}
	dossiers := make([][]int, most)
	for k := range dossiers {
		for _, class := range order {
			options := classes[class]
			dossiers[k] = append(dossiers[k], options[min(k, len(options)-1)]...)
		}
		slices.Sort(dossiers[k])
	}
	return dossiers
}
