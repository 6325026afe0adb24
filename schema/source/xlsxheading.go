package source

import (
	"regexp"
	"strconv"
	"strings"
)

// Families of columns: a heading with a number in it.
var families = map[string]*regexp.Regexp{
	"{tahun}": regexp.MustCompile(`^((?:19|20)\d\d)$`),
	"{tw}":    regexp.MustCompile(`^(?:tw|triwulan)\s*(iv|iii|ii|i|[1-4])$`),
	"{bulan}": regexp.MustCompile(`^(?:bulan (1[0-2]|[1-9])|(jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)\p{L}*)$`),
}

var months = [...]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"}

// familyNumber reads what a heading says in place of {tahun}, {tw} or {bulan}: "TW II" is 2, "Maret" is 3.
func familyNumber(family, text string) (string, bool) {
	m := families[family].FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	switch family {
	case "{tw}":
		if i := strings.Index(" i  ii iii iv ", " "+m[1]+" "); i >= 0 {
			return map[string]string{"i": "1", "ii": "2", "iii": "3", "iv": "4"}[m[1]], true
		}
	case "{bulan}":
		if m[1] == "" {
			for i, name := range months {
				if strings.HasPrefix(strings.ToLower(name), m[2]) {
					return strconv.Itoa(i + 1), true
				}
			}
		}
	}
	return m[1], true
}

// familyHeading is the reverse: the heading of one column of a family.
func familyHeading(heading, number string) (string, bool) {
	for family := range families {
		if !strings.Contains(heading, family) {
			continue
		}
		word := number
		switch n, _ := strconv.Atoi(number); {
		case family == "{tw}":
			word = "TW " + number
		case family == "{bulan}" && n >= 1 && n <= 12:
			word = months[n-1]
		}
		back, ok := familyNumber(family, strings.ToLower(word))
		return strings.ReplaceAll(heading, family, word), ok && back == number
	}
	return heading, false
}

// normal is a heading or label as it is compared: lower case, single spaces, without "(%)", "(Rp)", stars and colons.
func normal(s string) string {
	s = strings.ToLower(s)
	for _, cut := range []string{"(%)", "(rp)", "(rp.)", "%", "*", ":"} {
		s = strings.ReplaceAll(s, cut, " ")
	}
	return strings.Join(strings.Fields(s), " ")
}

// match reports whether a normal heading is this column's. With a family, its number is returned too.
func (c *column) match(heading string) (number string, ok bool) {
	for _, name := range append([]string{c.heading}, c.alias...) {
		n := normal(name)
		if n == heading {
			return "", true
		}
		before, _, found := strings.Cut(n, "{")
		if !found || !strings.HasPrefix(heading, before) {
			continue
		}
		if number, ok = familyNumber(n[len(before):], heading[len(before):]); ok {
			return number, true
		}
	}
	return "", false
}
