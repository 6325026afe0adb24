package schema

import (
	"slices"
	"strings"
)

// splitMoney tells the columns of money that stand right of those of indicators: after the first, realisasi and its percentage
// are those of the budget.
func (tr *treeReader) splitMoney() {
	first := slices.IndexFunc(tr.keys, func(key string) bool { return base(key) == "belanja" })
	if first < 0 || !slices.Contains(tr.keys[:first], "realisasi") && !slices.Contains(tr.keys[:first], "capaian") {
		return
	}
	tr.keys = slices.Clone(tr.keys)
	for i := first; i < len(tr.keys); i++ {
		switch {
		case slices.Contains(tr.heads[i].words, "kinerja"): // says itself whose it is
		case tr.keys[i] == "realisasi":
			tr.keys[i] = "belanja.realisasi"
		case tr.keys[i] == "capaian" && !slices.Contains(tr.keys, "belanja.persen"):
			tr.keys[i] = "belanja.persen"
		}
	}
}

// moneyBeside reads the columns of money of a table of indicators as a budget table, whose rows are called after what they pay
// for: the programme, else the objective or indicator.
func (r *recogniser) moneyBeside(t *tabel, keys []string) {
	own := make([]string, len(keys))
	name := -1
	for i, key := range keys {
		switch rest, is := strings.CutPrefix(key, "belanja."); {
		case is && rest == "uraian":
			name = i
		case is:
			own[i] = rest
		case name < 0 && (key == "kelompok" || key == "indikator" || key == "layanan"):
			name = i
		}
		if key == "tujuan" || key == "sasaran" || key == "indikator" {
			own[i] = "-" // "Persentase …" is the name of an indicator here, and no balance
		}
	}
	if name < 0 || !slices.Contains(own, "pagu") || !slices.Contains(own, "realisasi") {
		return
	}
	own[name] = "uraian"
	measured := *t
	measured.targets = slices.Index(keys, "target")
	n, _ := r.budgetTable(&measured, own)
	rows := n.Get("baris")
	for _, row := range slices.Clone(rows.Items) {
		if row.Get("pagu") == nil && row.Get("realisasi") == nil {
			rows.Remove(row) // its amount stands in the cell merged with the one above
		} else if key := keys[name]; key == "indikator" || key == "layanan" {
			put(row, "tingkat", written("keluaran", row.Place)) // though it is called Jumlah kendaraan yang diuji
		}
	}
	if len(rows.Items) > 0 {
		put(n, "nama", written(t.title(), t.place))
		r.budgets = append(r.budgets, n)
	}
}
