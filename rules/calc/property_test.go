package calc

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"lkjip/schema"
)

// style is how a generated report prints: decimals of percentages, and whether it cuts or rounds.
type style struct {
	decimals int
	cut      bool
}

// ledger is a generated budget: every figure and every relation a reviewer would test.
type ledger struct {
	relations []*Relation
	amounts   []*schema.Figure
	percents  []*schema.Figure
}

// generate makes a consistent budget of the given number of rows in three levels, printed in one style.
func generate(rng *rand.Rand, rows int, st style) *ledger {
	l := &ledger{}
	var total line
	for made := 0; made < rows; {
		var program line
		for range 1 + rng.IntN(4) {
			var kegiatan line
			for range 1 + rng.IntN(6) {
				pagu := rng.Int64N(5_000_000_000)
				realisasi := rng.Int64N(pagu + 1)
				kegiatan.parts = append(kegiatan.parts, l.row(line{pagu: pagu, realisasi: realisasi}, st))
				made++
			}
			program.parts = append(program.parts, l.row(kegiatan, st))
			made++
		}
		total.parts = append(total.parts, l.row(program, st))
		made++
	}
	l.row(total, st)
	return l
}

type line struct {
	pagu, realisasi int64
	parts           []printedLine
}

type printedLine struct {
	pagu, realisasi, sisa *schema.Figure
	values                [2]int64
}

func (l *ledger) row(ln line, st style) printedLine {
	for _, p := range ln.parts {
		ln.pagu, ln.realisasi = ln.pagu+p.values[0], ln.realisasi+p.values[1]
	}
	out := printedLine{money(ln.pagu), money(ln.realisasi), money(ln.pagu - ln.realisasi), [2]int64{ln.pagu, ln.realisasi}}
	l.amounts = append(l.amounts, out.pagu, out.realisasi, out.sisa)
	l.relations = append(l.relations, Difference(out.sisa, out.pagu, out.realisasi), NotAbove(out.realisasi, out.pagu))
	if ln.pagu > 0 {
		percent := figure(new(big.Rat).Mul(big.NewRat(ln.realisasi, ln.pagu), big.NewRat(100, 1)), st.decimals, st.cut)
		l.percents = append(l.percents, percent)
		l.relations = append(l.relations, Percentage(percent, out.realisasi, out.pagu))
	}
	if len(ln.parts) > 0 {
		var columns [3][]*schema.Figure
		for _, p := range ln.parts {
			columns[0], columns[1], columns[2] = append(columns[0], p.pagu), append(columns[1], p.realisasi), append(columns[2], p.sisa)
		}
		l.relations = append(l.relations, Sum(out.pagu, columns[0]...), Sum(out.realisasi, columns[1]...), Sum(out.sisa, columns[2]...))
	}
	return out
}

// TestConsistentBudgetIsSilent: whatever its size, its decimals, and whether it rounds or cuts, a report that adds up breaks
// no relation.
func TestConsistentBudgetIsSilent(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		rng := seeded(seed)
		st := style{decimals: rng.IntN(5), cut: rng.IntN(2) == 0}
		l := generate(rng, 1+rng.IntN(120), st)
		for i, j := range JudgeAll(l.relations) {
			if j.State == Broken {
				t.Fatalf("seed %d, style %+v: relation %d is broken: %s", seed, st, i, j.Result.Figure.Value.RatString())
			}
		}
		if faults := Explain(JudgeAll(l.relations), nil); len(faults) != 0 {
			t.Fatalf("seed %d: %d faults in a consistent report", seed, len(faults))
		}
	}
}

// TestOneWrongAmountIsOneFault: any amount changed by any number of rupiah is found, as one fault, at that amount or with it
// among the rivals. A single rupiah is as wrong as a million.
func TestOneWrongAmountIsOneFault(t *testing.T) {
	t.Parallel()
	exactly := 0
	const runs = 120
	for seed := range uint64(runs) {
		rng := seeded(1000 + seed)
		l := generate(rng, 12+rng.IntN(60), style{decimals: 2})
		wrong := l.amounts[rng.IntN(len(l.amounts))]
		right := wrong.Value
		change := []int64{1, -1, 10, 999, 523_920, 90_000_000}[rng.IntN(6)]
		wrong.Value = new(big.Rat).Add(right, big.NewRat(change, 1))
		faults := Explain(JudgeAll(l.relations), nil)
		if len(faults) != 1 {
			t.Errorf("seed %d: %d faults for one changed amount", seed, len(faults))
			continue
		}
		f := faults[0]
		if f.Figure == wrong {
			exactly++
			if !hasValue(f.Expected, right) {
				t.Errorf("seed %d: the right amount is not among the values expected", seed)
			}
			continue
		}
		named := false
		for _, r := range f.Rivals {
			named = named || r.Figure == wrong
		}
		if !named {
			t.Errorf("seed %d: the changed amount is neither the fault nor a rival (changed by %d)", seed, change)
		}
	}
	if exactly*10 < runs*8 {
		t.Errorf("only %d of %d changed amounts were singled out", exactly, runs)
	}
}

func hasValue(sets []Interval, v *big.Rat) bool {
	for _, s := range sets {
		if s.Has(v) {
			return true
		}
	}
	return false
}

// TestWrongPercentIsNoticed: a percentage one and a half units of its last digit off fits neither rounding nor cutting.
func TestWrongPercentIsNoticed(t *testing.T) {
	t.Parallel()
	for seed := range uint64(100) {
		rng := seeded(2000 + seed)
		l := generate(rng, 10, style{decimals: rng.IntN(4)})
		wrong := l.percents[rng.IntN(len(l.percents))]
		step := big.NewRat(2, 1)
		wrong.Value = new(big.Rat).Add(wrong.Value, new(big.Rat).Mul(unit(wrong), step))
		faults := Explain(JudgeAll(l.relations), nil)
		if len(faults) != 1 || faults[0].Figure != wrong {
			t.Errorf("seed %d: a percentage two units off gives %d faults", seed, len(faults))
		}
	}
}

// TestConsistentIndicatorIsSilent: capaian printed from the unrounded realisasi fits the printed one, by the formula of its
// polarity, rounded or cut, and a capaian beyond its interval does not.
func TestConsistentIndicatorIsSilent(t *testing.T) {
	t.Parallel()
	hundred := big.NewRat(100, 1)
	for seed := range uint64(400) {
		rng := seeded(3000 + seed)
		target := figure(big.NewRat(1+rng.Int64N(100_000), 100), 2, false)
		exact := big.NewRat(1+rng.Int64N(10_000_000), 10_000)
		realisasi := figure(exact, rng.IntN(4), false)
		ratio := new(big.Rat).Quo(exact, target.Value)
		polarity := []Polarity{Up, Down, Undeclared, Steady}[rng.IntN(4)]
		var value *big.Rat
		switch {
		case polarity == Down && rng.IntN(2) == 0:
			value = new(big.Rat).Mul(new(big.Rat).Sub(big.NewRat(2, 1), ratio), hundred)
		case polarity == Down:
			value = new(big.Rat).Mul(new(big.Rat).Inv(ratio), hundred)
		default:
			value = new(big.Rat).Mul(ratio, hundred)
		}
		if realisasi.Value.Sign() == 0 {
			continue // realisasi that rounds to nothing is taken for nothing
		}
		st := style{rng.IntN(4), rng.IntN(3) == 0}
		capaian := figure(value, st.decimals, st.cut)
		if v := Judge(Achievement(capaian, realisasi, target, polarity)); v.State == Broken {
			t.Errorf("seed %d: target %s, realisasi %s, capaian %s (%d): broken", seed, target.Value.FloatString(2), exact.FloatString(4), capaian.Value.FloatString(3), polarity)
		}
	}
}

// TestSolveAgreesWithJudge: every printable value inside the set that Solve gives makes the relation hold.
func TestSolveAgreesWithJudge(t *testing.T) {
	t.Parallel()
	tested := 0
	for seed := range uint64(600) {
		rng := seeded(4000 + seed)
		some := func() *schema.Figure { return figure(big.NewRat(1+rng.Int64N(1_000_000), 1000), rng.IntN(4), false) }
		a, b, c := some(), some(), some()
		if a.Value.Sign() == 0 || b.Value.Sign() == 0 || c.Value.Sign() == 0 {
			continue
		}
		r := []*Relation{
			Sum(a, b, c), Difference(a, b, c), Percentage(a, b, c), Increase(a, b, c), Same(a, b), NotAbove(a, b), Average(a, b, c),
			Achievement(a, b, c, Up), Achievement(a, b, c, Down), Achievement(a, b, c, Undeclared),
		}[rng.IntN(10)]
		for _, f := range []*schema.Figure{a, b, c} {
			set, ok := Solve(r, f)
			if !ok {
				continue
			}
			was := f.Value
			for _, s := range set {
				v := lattice(rng, f, s)
				if v == nil {
					continue
				}
				f.Value = v
				if verdict := Judge(r); verdict.State == Broken {
					t.Errorf("seed %d: op %d holds for %s by Solve, not by Judge (was %s)", seed, r.Op, v.FloatString(f.Decimals), was.FloatString(f.Decimals))
				}
				f.Value = was
				tested++
			}
		}
	}
	if tested < 500 {
		t.Errorf("only %d values were tried", tested)
	}
}

// lattice is a number in the interval that prints with the figure's decimals, nil where none does.
func lattice(rng *rand.Rand, f *schema.Figure, i Interval) *big.Rat {
	low, high := i.Low, i.High
	step := unit(f)
	switch {
	case low == nil && high == nil:
		return nil
	case low == nil:
		low = new(big.Rat).Sub(high, new(big.Rat).Mul(step, big.NewRat(50, 1)))
	case high == nil:
		high = new(big.Rat).Add(low, new(big.Rat).Mul(step, big.NewRat(50, 1)))
	}
	steps := new(big.Rat).Quo(new(big.Rat).Sub(high, low), step)
	n := new(big.Int).Quo(steps.Num(), steps.Denom()).Int64()
	first := round(low, f.Decimals, false)
	for range 8 {
		v := new(big.Rat).Add(first, new(big.Rat).Mul(step, big.NewRat(rng.Int64N(n+2), 1)))
		if i.Has(v) && v.Sign() != 0 {
			return v
		}
	}
	return nil
}
