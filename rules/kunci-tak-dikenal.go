package rules

import "lkjip/schema/source"

var _ = register(Rule{
	Name:     "kunci-tak-dikenal",
	Title:    source.T("Kunci tidak dikenal sehingga isinya tidak dibaca", "A key is not known, so its value was not read"),
	Severity: Sedang,
	Basis: source.T("Kontrak data laporan (`lkjip schema`)",
		"The contract of the data (`lkjip schema`)"),
	Doc: source.T("Kunci atau kepala kolom yang tidak ada di dalam kontrak biasanya salah ketik; isinya tidak ikut diperiksa, jadi selalu dilaporkan. Kunci terdekat disebutkan.",
		"A key or column heading outside the contract is mostly a slip of the pen; what it holds was not checked, so it is always reported. The nearest key is named."),
})
