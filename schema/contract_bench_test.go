package schema

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/cuecontext"

	"lkjip/schema/source"
)

// report150 is a report with a budget table of 150 rows, the size of a real one.
func report150() string {
	var b strings.Builder
	for i := range 150 {
		fmt.Fprintf(&b, "    - {kode: \"1.%d\", uraian: Kegiatan %d, pagu_murni: 1000, pagu: 2000, realisasi: 500, persen: \"25,00\", sisa: 1500}\n", i, i)
	}
	return strings.Replace(goodReport, "  baris:\n", "  baris:\n"+b.String(), 1)
}

func BenchmarkCompileContract(b *testing.B) {
	for b.Loop() {
		if _, err := compile(cuecontext.New().CompileBytes(ContractCUE()), "#Laporan"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	root := read(b, report150())
	contract()
	b.ReportAllocs()
	for b.Loop() {
		if problems := Check(root); len(problems) > 0 {
			b.Fatal(said(problems))
		}
	}
}

// BenchmarkCUE is the peer: what one report costs when CUE judges it.
func BenchmarkCUE(b *testing.B) {
	var text strings.Builder
	jsonOf(&text, read(b, report150()), contract())
	for b.Loop() {
		ctx := cuecontext.New()
		def := ctx.CompileBytes(ContractCUE()).LookupPath(cue.ParsePath("#Laporan"))
		if err := def.Unify(ctx.CompileString(text.String())).Validate(cue.Concrete(true)); err != nil {
			b.Fatal(err)
		}
	}
}

// Country-sized runs check tens of thousands of reports in one process: nothing may stay behind, and workers share the table.
// It measures the heap and therefore runs alone.
func TestCheckKeepsNothing(t *testing.T) {
	good, bad := report150(), strings.ReplaceAll(report150(), "realisasi: 500", "realisas: 500")
	round := func() {
		var wg sync.WaitGroup
		for range 2 {
			wg.Go(func() {
				for range 10 {
					for _, text := range []string{good, bad} {
						root, _ := source.Read("laporan.yaml", []byte(text))
						Check(root)
					}
				}
			})
		}
		wg.Wait()
		nodes, broken := read(t, good), read(t, bad)
		for range 1000 {
			Check(nodes)
		}
		for range 20 {
			Check(broken)
		}
	}
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	round()
	before := heap()
	for range 3 {
		round()
	}
	if after := heap(); after > before+4<<20 {
		t.Errorf("heap grew from %d to %d bytes over 3,000 checks", before, after)
	}
}
