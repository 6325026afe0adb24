package main

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"lkjip/rules"
	"lkjip/schema"
	"lkjip/schema/source"
)

// config is what lkjip.cue says.
type config struct {
	file    string
	skip    []string
	failOn  string
	waivers []rules.Standing
}

// findConfig reads the named configuration, or the lkjip.cue beside or above the arguments. Arguments under different
// configurations are refused: which one waives what would depend on the order.
func findConfig(name string, args []string) (*config, error) {
	if name != "" {
		return readConfig(name)
	}
	found := ""
	for _, arg := range args {
		near := nearestConfig(arg)
		if near != "" && found != "" && near != found {
			return nil, &usageError{source.T("berkas yang diperiksa berada di bawah dua konfigurasi: `%s` dan `%s`", "the files lie under two configurations: `%s` and `%s`", found, near),
				source.T("agar diperiksa terpisah, atau satu dipilih dengan `--config`", "check them apart, or choose one with `--config`")}
		}
		found = max(found, near)
	}
	if found == "" {
		return &config{}, nil
	}
	return readConfig(found)
}

// nearestConfig looks for lkjip.cue from where the argument lies upwards, to the root of the repository it is in.
func nearestConfig(arg string) string {
	dir, err := filepath.Abs(arg)
	if err != nil {
		return ""
	}
	if info, err := os.Stat(dir); arg == "-" || err != nil || !info.IsDir() {
		dir = filepath.Dir(dir)
	}
	for {
		candidate := filepath.Join(dir, configName)
		if info, err := os.Stat(candidate); err == nil && info.Mode().IsRegular() {
			return shortName(candidate)
		}
		_, gitErr := os.Stat(filepath.Join(dir, ".git"))
		parent := filepath.Dir(dir)
		if gitErr == nil || parent == dir {
			return ""
		}
		dir = parent
	}
}

// shortName is an absolute name as seen from here, where that is inside this folder.
func shortName(abs string) string {
	if wd, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(wd, abs); err == nil && filepath.IsLocal(rel) {
			return rel
		}
	}
	return abs
}

func readConfig(name string) (*config, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, &usageError{what: source.T("konfigurasi `%s` %s", "configuration `%s` %s", name, fileProblem(err))}
	}
	c := &config{file: name}
	if strings.TrimSpace(string(data)) == "" {
		return c, nil
	}
	root, problems := source.Read(name, data)
	if len(problems) > 0 {
		return nil, configFault(problems[0].Place, problems[0].Kondisi, problems[0].Saran)
	}
	for i := range root.Fields {
		f := &root.Fields[i]
		switch f.Key {
		case "skip":
			err = c.readSkip(f.Value)
		case "fail_on":
			c.failOn = f.Value.Text
			if allowed := []string{"tinggi", "sedang", "rendah", "never"}; !slices.Contains(allowed, c.failOn) {
				err = configFault(f.Value.Place, source.T("`fail_on` berisi `%s`", "`fail_on` is `%s`", c.failOn), source.T("yang dikenal: %s", "one of: %s", strings.Join(allowed, ", ")))
			}
		case "abaikan":
			err = c.readWaivers(f.Value)
		default:
			err = unknownKey(f, "skip", "fail_on", "abaikan")
		}
		if err != nil {
			return nil, err
		}
	}
	return c, nil
}

func configFault(at source.Place, what, hint source.Text) error {
	return &usageError{source.T("%s: %s", "%s: %s", at, what), hint}
}

func unknownKey(f *source.Field, known ...string) error {
	return configFault(f.Place, source.T("kunci `%s` tidak dikenal", "the key `%s` is not known", f.Key),
		didYouMean(f.Key, known, source.T("yang dikenal: %s", "known are: %s", strings.Join(known, ", "))))
}

func (c *config) readSkip(n *source.Node) error {
	if n.Kind != source.List {
		return configFault(n.Place, source.T("`skip` bukan daftar nama aturan", "`skip` is not a list of rules"), source.T("misalnya: skip: [\"laporan-terlambat\"]", "as in: skip: [\"laporan-terlambat\"]"))
	}
	for _, item := range n.Items {
		if err := knownRule(item.Text); err != nil {
			usage := err.(*usageError)
			return configFault(item.Place, usage.what, usage.hint)
		}
		c.skip = append(c.skip, item.Text)
	}
	return nil
}

func (c *config) readWaivers(n *source.Node) error {
	if n.Kind != source.List {
		return configFault(n.Place, source.T("`abaikan` bukan daftar", "`abaikan` is not a list"),
			source.T("misalnya: abaikan: [{aturan: \"…\", berkas: \"…\", tempat: \"…\", alasan: \"…\"}]", "as in: abaikan: [{aturan: \"…\", berkas: \"…\", tempat: \"…\", alasan: \"…\"}]"))
	}
	for _, item := range n.Items {
		w := rules.Standing{Waiver: rules.Waiver{Place: schema.Teks{Node: item}.Place()}, Own: item.Path()}
		fields := map[string]*string{"aturan": &w.Rule, "berkas": &w.File, "tempat": &w.Path, "alasan": &w.Reason,
			"penyetuju": &w.Approver, "dokumen": &w.Document, "berlaku_sampai": &w.Until}
		for i := range item.Fields {
			f := &item.Fields[i]
			if fields[f.Key] == nil {
				return unknownKey(f, "aturan", "berkas", "tempat", "alasan", "penyetuju", "dokumen", "berlaku_sampai")
			}
			*fields[f.Key] = strings.TrimSpace(f.Value.Text)
		}
		if item.Kind != source.Map || w.Rule == "" || w.File == "" {
			return configFault(w.Place, source.T("pengabaian tidak menyebut `aturan` dan `berkas`", "a waiver does not name `aturan` and `berkas`"),
				source.T("misalnya: {aturan: \"rata-rata-capaian-tak-sesuai\", berkas: \"data/lkjip.yaml\", tempat: \"pengukuran.rata_rata_capaian\", alasan: \"…\"}",
					"as in: {aturan: \"rata-rata-capaian-tak-sesuai\", berkas: \"data/lkjip.yaml\", tempat: \"pengukuran.rata_rata_capaian\", alasan: \"…\"}"))
		}
		covers, err := c.covers(w.File)
		if err != nil {
			return configFault(w.Place, source.T("pola `berkas` salah tulis: `%s`", "the pattern `berkas` is misspelt: `%s`", w.File), source.Text{})
		}
		w.Covers = covers
		c.waivers = append(c.waivers, w)
	}
	return nil
}

// covers tells which files a waiver is about: its name or pattern counts from the folder of the configuration.
func (c *config) covers(pattern string) (func(file string) bool, error) {
	if _, err := path.Match(filepath.ToSlash(pattern), ""); err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(filepath.Dir(c.file))
	if err != nil {
		return nil, err
	}
	return func(file string) bool {
		abs, err := filepath.Abs(file)
		if err != nil {
			return false
		}
		rel, err := filepath.Rel(dir, abs)
		if err != nil {
			return false
		}
		rel, want := filepath.ToSlash(rel), path.Clean(filepath.ToSlash(pattern))
		ok, _ := path.Match(want, rel) // a pattern that is wrong was refused above
		return ok || rel == want
	}, nil
}
