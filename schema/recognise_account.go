package schema

import (
	"math/big"
	"regexp"
	"strings"
)

// reAccount is an account code of spending, from 5 down to 5.1.02.01.01.0024.
var reAccount = regexp.MustCompile(`^5(?:\.\d(?:\.\d{2}(?:\.\d{2}(?:\.\d{2,3}(?:\.\d{4,5})?)?)?)?)?\.?$`)

// accountLevels are the levels of account codes by the number of their parts (Permendagri 90/2019), and below them those of the lines
// of a DPA: [#] a package, [-] what it is for, and the items.
var accountLevels = []string{"akun", "kelompok", "jenis", "objek", "rincian-objek", "sub-rincian-objek", "paket", "keterangan", "rincian"}

// byAccounts: account codes over items without any, as the pages of a DPA give volume and price. Nearly all sums have to show it.
func (c *coder) byAccounts() []string {
	if len(c.codes) != 1 {
		return nil
	}
	levels, ranks := make([]string, len(c.rows)), make([]int, len(c.rows))
	items := 0
	for r, b := range c.rows {
		code := b.text(c.codes[0])
		switch name := c.name(b); {
		case c.roles[r] != itemRow || !hasAmount(c.tabel, b, c.keys):
			continue
		case reAccount.MatchString(code):
			ranks[r] = strings.Count(strings.TrimRight(code, "."), ".") + 1
		case code != "" || name == "" || r == 0:
			return nil
		case strings.HasPrefix(name, "[#]"), strings.HasPrefix(name, "#"):
			ranks[r] = 7
		case strings.HasPrefix(name, "[-]"):
			ranks[r] = 8
		default:
			ranks[r], items = 9, items+1
		}
		levels[r] = accountLevels[ranks[r]-1]
	}
	if items == 0 || !c.addsUp(ranks) {
		return nil
	}
	return levels
}

// addsUp reports whether nearly all rows with rows of a lower rank below them are the sums of those next below, in each column.
func (c *coder) addsUp(ranks []int) bool {
	holds, broken := 0, 0
	for _, col := range c.amountColumns() {
		for r := range c.rows {
			sum, parts := new(big.Rat), 0
			next := 0 // the rank of the parts
			for k := r + 1; k < len(c.rows) && ranks[r] > 0 && (ranks[k] == 0 || ranks[k] > ranks[r]); k++ {
				if next == 0 || ranks[k] > 0 && ranks[k] < next {
					next = ranks[k]
				}
			}
			for k := r + 1; k < len(c.rows) && next > 0 && (ranks[k] == 0 || ranks[k] > ranks[r]); k++ {
				if n, ok := number(&c.rows[k].cells[col]); ok && ranks[k] == next {
					sum.Add(sum, n.Value)
					parts++
				}
			}
			if n, ok := number(&c.rows[r].cells[col]); ok && parts > 0 {
				if n.Value.Cmp(sum) == 0 {
					holds++
				} else {
					broken++
				}
			}
		}
	}
	return holds >= 3 && holds >= 3*broken
}
