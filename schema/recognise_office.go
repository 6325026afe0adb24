package schema

import (
	"embed"
	"regexp"
	"strings"
	"sync"
)

//go:embed instansi.cue
var officeFile embed.FS

// offices tell names of agencies by the words they begin with, from instansi.cue, compiled once.
var offices = sync.OnceValue(func() (o struct{ name, within *regexp.Regexp }) {
	root := embeddedTree(officeFile, "instansi.cue")
	either := func(key string) string { return strings.Join(textsOf(root.Get(key)), "|") }
	o.name = regexp.MustCompile(`^(?i)((?:` + either("jenis_instansi") + `)\b[\p{L} ,.&/()-]{0,120})$`)
	o.within = regexp.MustCompile(`(?:^|\s)(` + strings.ToUpper(either("instansi_dalam_judul")) + `)\b`)
	return o
})

// officeName is a text that is the name of an agency as a whole, "" for any other.
func officeName(text string) string {
	if m := offices().name.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
		return strings.TrimSpace(m[1])
	}
	return ""
}

var reOfficeEnd = regexp.MustCompile(`(?i)\s+(?:kabupaten|kab\.|kota|provinsi|prov\.)\s.*$`)

// officeIn is the agency a title names: the whole title, or the end of one in capitals (REKAP SKM DINAS PERTANIAN).
func officeIn(title string) string {
	title = officeEnd(strings.TrimSpace(reYearTail.ReplaceAllString(title, "")))
	return reOfficeEnd.ReplaceAllString(officeName(title), "")
}

// officeEnd is what a title in capitals ends with, from the agency it names on (EVALUASI RENJA DINAS PERTANIAN), and the title
// where it names none, begins with one, or names a post (KEPALA DINAS).
func officeEnd(title string) string {
	if title != strings.ToUpper(title) || offices().name.MatchString(title) {
		return title
	}
	at := offices().within.FindStringSubmatchIndex(title)
	if at == nil || len(strings.Fields(title[:at[2]])) > 7 || strings.HasSuffix(strings.TrimSpace(title[:at[2]]), "KEPALA") {
		return title
	}
	return title[at[2]:]
}
