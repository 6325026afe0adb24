package rules

import (
	"strings"

	"lkjip/schema"
)

// exports are sources that come out of a budget system and were not retyped.
var exports = []string{"lra", "sipd", "sakti", "span", "e-monev", "omspan"}

// trust believes figures of tables that name a budget system as their source more than others.
func (r *run) trust(f *schema.Figure) int {
	for n := f.Node; n != nil; n = n.Parent() {
		s := n.Get("sumber")
		if s == nil {
			continue
		}
		for _, e := range exports {
			if strings.Contains(strings.ToLower(s.Text), e) {
				return 5
			}
		}
	}
	return 0
}
