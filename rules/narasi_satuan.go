package rules

import (
	"slices"
	"strings"

	"lkjip/schema"
)

// unitFits reports whether the unit after the number at token i, if there is one, is the topic's: "82,34 poin", not "45 orang".
func (c *claim) unitFits(i int) bool {
	w := c.s().Unit(i)
	if w == "" || w == "poin" {
		return true
	}
	return c.topic.indikator != nil && slices.Contains(strings.Fields(schema.Normal(c.topic.indikator.Satuan.S)), w)
}
