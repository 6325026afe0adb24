package rules

import (
	"testing"

	"lkjip/schema/source"
)

// Who a document is of, and its year, is not missing where a page of it could not be read.
func TestUnreadPages(t *testing.T) {
	t.Parallel()
	missing := source.Problem{Rule: "isian-kosong", Path: "tahun", Place: source.Place{File: "a.pdf"}}
	unread := source.Problem{Rule: "berkas-tak-terbaca", Minor: true, Place: source.Place{File: "a.pdf", Sheet: "halaman 2"}}
	root := func() *source.Node {
		n := &source.Node{Kind: source.Map, Place: source.Place{File: "a.pdf"}}
		in := n.Add("instansi", n.Place, &source.Node{Kind: source.Map, Place: n.Place})
		in.Add("nama", n.Place, &source.Node{Kind: source.String, Text: "Dinas Sosial", Place: n.Place})
		return n
	}
	for _, c := range []struct {
		problems []source.Problem
		want     int
	}{{[]source.Problem{missing}, 1}, {[]source.Problem{unread, missing}, 0}, {[]source.Problem{unread}, 0}} {
		got := 0
		for _, p := range Load(root(), c.problems).Problems {
			if p.Path == "tahun" {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%v: the year is missing %d times, want %d", c.problems, got, c.want)
		}
	}
}
