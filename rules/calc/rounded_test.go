package calc

import (
	"testing"

	"lkjip/schema"
	"lkjip/schema/source"
)

// shown is a number of a sheet whose cell holds more decimals than it shows.
func shown(t *testing.T, text, stored string) *schema.Figure {
	f := num(t, text)
	f.Node = &source.Node{Kind: source.String, Text: text, Raw: stored}
	return f
}

// Cells that show fewer decimals than they hold: a target counts as it is held, and restates what it rounds from.
func TestRoundedByFormat(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		reason string
		r      *Relation
		want   State
	}{
		{"the target held is meant", Achievement(num(t, "103,52"), num(t, "4,71"), shown(t, "4,6", "4.55"), Up), Holds},
		{"the target shown is not", Achievement(num(t, "102,39"), num(t, "4,71"), shown(t, "4,6", "4.55"), Up), Broken},
		{"restated in full", Restate(num(t, "99,2"), shown(t, "99", "99.2")), Holds},
		{"another one", Restate(num(t, "98,2"), shown(t, "99", "99.2")), Broken},
		{"without format", Restate(num(t, "99,2"), num(t, "99")), Broken},
	} {
		if got := Judge(c.r).State; got != c.want {
			t.Errorf("%s: %v, want %v", c.reason, got, c.want)
		}
	}
}
