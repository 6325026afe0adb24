package calc

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"lkjip/schema"
	"lkjip/schema/source"
)

// num reads a printed number; money makes it rupiah, which is exact.
func num(t testing.TB, text string) *schema.Figure {
	t.Helper()
	n, err := source.ReadNumeral(source.String, text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return &schema.Figure{Node: &source.Node{Kind: source.String, Text: text}, Kind: schema.Exactly, Value: n.Value, Decimals: n.Decimals}
}

func money(v int64) *schema.Figure {
	return &schema.Figure{Node: &source.Node{Kind: source.Number}, Kind: schema.Exactly, Value: big.NewRat(v, 1), Money: true}
}

func rangeOf(low, high string) *schema.Figure {
	f := &schema.Figure{Node: &source.Node{Kind: source.String, Text: low + "-" + high}, Kind: schema.Between}
	if low != "" {
		f.Low, _ = new(big.Rat).SetString(low)
	}
	if high != "" {
		f.High, _ = new(big.Rat).SetString(high)
	}
	return f
}

func words(text string) *schema.Figure {
	return &schema.Figure{Node: &source.Node{Kind: source.String, Text: text}, Kind: schema.Worded, Label: text}
}

func nothing() *schema.Figure {
	return &schema.Figure{Node: &source.Node{Kind: source.String, Text: "-"}, Kind: schema.Nothing}
}

func rat(t testing.TB, s string) *big.Rat {
	t.Helper()
	v, ok := new(big.Rat).SetString(strings.ReplaceAll(s, ",", "."))
	if !ok {
		t.Fatalf("no number: %q", s)
	}
	return v
}

// round is how a report prints a value: half up, or cut off.
func round(v *big.Rat, decimals int, cut bool) *big.Rat {
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	x := new(big.Rat).Abs(new(big.Rat).Mul(v, scale))
	if !cut {
		x.Add(x, big.NewRat(1, 2))
	}
	n := new(big.Int).Quo(x.Num(), x.Denom())
	out := new(big.Rat).Quo(new(big.Rat).SetInt(n), scale)
	if v.Sign() < 0 {
		out.Neg(out)
	}
	return out
}

// figure prints a value with so many decimals.
func figure(v *big.Rat, decimals int, cut bool) *schema.Figure {
	return &schema.Figure{Node: &source.Node{Kind: source.Number}, Kind: schema.Exactly, Value: round(v, decimals, cut), Decimals: decimals}
}

// seeded makes a test's random numbers the same in every run.
func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 20241231)) }
