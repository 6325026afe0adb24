package report

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"lkjip/schema/source"
)

// What the formats for other programs share: where a finding is, as those programs count, and by what it is known again.

// slashed is a file's name with / between folders, relative to the working folder where the file lies below it.
func slashed(file string) string {
	if filepath.IsAbs(file) {
		if here, err := os.Getwd(); err == nil {
			if rel, err := filepath.Rel(here, file); err == nil && filepath.IsLocal(rel) {
				file = rel
			}
		}
	}
	return filepath.ToSlash(filepath.Clean(file))
}

// uri is a file's name as a URI reference; one outside the working folder that was named in full stays absolute.
func uri(file string) string {
	path := slashed(file)
	if !filepath.IsAbs(filepath.FromSlash(path)) {
		return (&url.URL{Path: path}).String()
	}
	return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(path, "/")}).String()
}

// region is the part of a file a finding is about, 1-based, columns in UTF-16 code units as editors and forges count them.
// What has no line, such as a cell, is on line 1: GitHub refuses a whole file for one result without.
type region struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"` // behind the last character
}

// lines gives the lines of the files a document is about. Findings come file by file, and their figures from the few files
// of one dossier, so a few files are kept.
type lines struct {
	content func(string) []byte
	kept    map[string][][]byte
}

const keptFiles = 8

func (l *lines) at(file string, n int) (string, bool) {
	if l.content == nil {
		return "", false
	}
	text, ok := l.kept[file]
	if !ok {
		if l.kept == nil || len(l.kept) == keptFiles {
			l.kept = map[string][][]byte{}
		}
		text = bytes.Split(bytes.TrimPrefix(l.content(file), []byte("\ufeff")), []byte("\n"))
		l.kept[file] = text
	}
	if n < 1 || n > len(text) {
		return "", false
	}
	return strings.TrimSuffix(string(text[n-1]), "\r"), true
}

func (l *lines) region(p source.Place, stated string) region {
	r := region{StartLine: max(1, p.Line)}
	if p.Line < 1 || p.Column < 1 {
		return r
	}
	r.StartColumn = p.Column
	line, ok := l.at(p.File, p.Line)
	if !ok || p.Column-1 > len(line) {
		return r
	}
	before, rest := line[:p.Column-1], line[p.Column-1:]
	r.StartColumn = 1 + units(before)
	if n := extent(rest, stated); n > 0 {
		r.EndColumn = r.StartColumn + units(rest[:n])
	}
	return r
}

// extent is how many bytes of a line, from its beginning, the value takes that a finding states; 0 where it reads
// otherwise. Findings state numbers with Indonesian separators, files may have others or none, and quotes around them.
func extent(line, stated string) int {
	quote := 0
	if line != "" && (line[0] == '"' || line[0] == '\'') {
		quote = 1
	}
	separator := func(s string, i int) bool { return i < len(s) && (s[i] == '.' || s[i] == ',') }
	i, j := quote, 0
	for j < len(stated) {
		switch {
		case i < len(line) && line[i] == stated[j]:
			i, j = i+1, j+1
		case separator(stated, j):
			j++
			if separator(line, i) {
				i++
			}
		default:
			return 0
		}
	}
	switch {
	case j == 0, quote == 1 && (i == len(line) || line[i] != line[0]), quote == 0 && i < len(line) && line[i] >= '0' && line[i] <= '9':
		return 0
	}
	return i + quote
}

// units is the length of a text in UTF-16 code units; a byte that is no text counts as one.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}

var reIndex = regexp.MustCompile(`\[\d+\]`)

// fingerprints are what each finding is known by from run to run: rule, file, path without the numbers of rows, and what is
// written. Lines and words may change; findings alike in all that are told apart by their order.
func fingerprints(d *Document) []string {
	out := make([]string, len(d.Findings))
	seen := map[[32]byte]int{}
	for i := range d.Findings {
		f := &d.Findings[i]
		sum := sha256.Sum256([]byte(strings.Join([]string{f.Rule, slashed(f.File), reIndex.ReplaceAllString(f.Place.Path, "[]"), f.Stated}, "\x00")))
		if n := seen[sum]; n > 0 {
			again := sha256.Sum256(fmt.Appendf(sum[:], "%d", n))
			out[i] = hex.EncodeToString(again[:16])
		} else {
			out[i] = hex.EncodeToString(sum[:16])
		}
		seen[sum]++
	}
	return out
}

var gravity = map[string]int{"tinggi": 3, "sedang": 2, "rendah": 1}

// worst are the indexes of the findings, those that count and the gravest first, otherwise in their order.
func worst(d *Document) []int {
	order := make([]int, len(d.Findings))
	for i := range order {
		order[i] = i
	}
	rank := func(i int) int {
		if f := &d.Findings[i]; f.Counts() {
			return gravity[f.Severity]
		}
		return 0
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(b), rank(a)) })
	return order
}

// part is one part of a catatan with its name.
type part struct{ name, text string }

// parts are what a finding says beside its kondisi, in the order of a reviu; empty ones are left out.
func parts(f *Finding, lang string) []part {
	say := func(id, en string) string { return source.T(id, en).In(lang) }
	cause, said := say("Sebab", "Cause"), f.Sebab
	if rest, ok := strings.CutPrefix(said, "diduga "); ok {
		cause, said = "Diduga", rest
	}
	all := []part{{cause, said}, {say("Akibat", "Effect"), f.Akibat}, {say("Rekomendasi", "Advice"), f.Rekomendasi}, {say("Kriteria", "Criteria"), f.Kriteria}}
	return slices.DeleteFunc(all, func(p part) bool { return p.text == "" })
}

// severityName is a severity in the language of the document.
func severityName(s, lang string) string {
	if lang == "en" {
		return map[string]string{"tinggi": "high", "sedang": "medium", "rendah": "low"}[s]
	}
	return s
}

// unpainted paints nothing.
func unpainted(_, s string) string { return s }

// approval is what a waiver says, in one line.
func approval(f *Finding) string {
	said := []string{f.Waived.Reason, f.Waived.Approver, f.Waived.Document}
	return Safe(strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), " · "))
}

// shorten cuts a text to n bytes, between characters.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}
