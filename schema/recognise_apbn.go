package schema

import (
	"regexp"
	"slices"
	"strings"
)

// apbnCodes are the codes in the budgets of ministries and their offices (RKA-K/L), each alone or behind those above it: programme,
// kegiatan, KRO, RO, komponen, group of accounts, account.
var apbnCodes = []struct {
	level string
	code  *regexp.Regexp
}{
	{"program", regexp.MustCompile(`^(?:\d{3}\.\d{2}\.)?(?:[A-Z]{2}|\d{2})$`)},
	{"kegiatan", regexp.MustCompile(`^(?:(?:\d{3}\.\d{2}\.)?[A-Z]{2}\.)?\d{4}$`)},
	{"keluaran", regexp.MustCompile(`^(?:(?:(?:\d{3}\.\d{2}\.)?[A-Z]{2}\.)?\d{4}\.)?[A-Z]{3}$`)},
	{"rincian-output", regexp.MustCompile(`^(?:(?:(?:\d{3}\.\d{2}\.)?[A-Z]{2}\.)?\d{4}\.)?[A-Z]{3}\.\d{3}$`)},
	{"komponen", regexp.MustCompile(`^(?:(?:[0-9A-Z.]+\.)?[A-Z]{3}\.\d{3}\.)?\d{3}$`)},
	{"akun", regexp.MustCompile(`^5[1-9]$`)},
	{"rincian", regexp.MustCompile(`^5[1-9]\d{4}$`)},
}

// byAPBN: the codes of the state budget, which do not nest by dots. Nearly all sums have to show it.
func (c *coder) byAPBN() []string {
	levels, ranks := make([]string, len(c.rows)), make([]int, len(c.rows))
	letters := false
	for r, b := range c.rows {
		if c.roles[r] != itemRow || !hasAmount(c.tabel, b, c.keys) {
			continue
		}
		code := strings.TrimRight(b.text(c.codes[0]), ".")
		letters = letters || strings.Trim(code, "0123456789.") != ""
		for i, kind := range slices.Backward(apbnCodes) { // 51 is rather a group of accounts than the end of a programme's code
			if kind.code.MatchString(code) {
				levels[r], ranks[r] = kind.level, i+1
				break
			}
		}
		if ranks[r] == 0 {
			return nil
		}
	}
	if !letters || !c.addsUp(ranks) {
		return nil
	}
	return levels
}
