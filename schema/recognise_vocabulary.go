package schema

import (
	"embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"lkjip/schema/source"
)

//go:embed kepala.cue
var headingFile embed.FS

// tableKind is a kind of table that reports print. Its columns are told by phrases of their headings.
type tableKind struct {
	id, shape, section string
	captions, others   [][]string
	telling            [][]string // headings that say what the table is as well as a caption
	required           [][]string // each a choice of keys
	excluded           []string
	yearly             string // the key whose columns for several years say it too
	needsCaption       bool
	after              string
	afterCaptions      [][]string
	phrases            []phrase
	begun              map[string][]int // by first word: which phrases begin with it
}

type phrase struct {
	words []string
	key   string
}

// tableKinds is the vocabulary of kepala.cue, read once. Nothing writes to it afterwards.
var tableKinds = sync.OnceValue(func() []*tableKind {
	root := embeddedTree(headingFile, "kepala.cue")
	vocabulary := root.Get("kosakata")
	var kinds []*tableKind
	for _, n := range root.Get("tabel_dikenal").Items {
		k := &tableKind{id: n.Get("jenis").Text, shape: n.Get("bentuk").Text, section: n.Get("ke").Text,
			captions: phrasesOf(n.Get("judul")), others: phrasesOf(n.Get("bukan")), telling: phrasesOf(n.Get("judul_kolom")), excluded: textsOf(n.Get("tanpa")), begun: map[string][]int{}}
		for _, s := range textsOf(n.Get("wajib")) {
			k.required = append(k.required, strings.Split(s, "|"))
		}
		if flag := n.Get("perlu_judul"); flag != nil {
			k.needsCaption = flag.Text == "true"
		}
		if yearly := n.Get("bertahun"); yearly != nil {
			k.yearly = yearly.Text
		}
		if after := n.Get("sesudah"); after != nil {
			k.after, k.afterCaptions = after.Text, phrasesOf(n.Get("judul_sesudah"))
		}
		keys := map[string]int{}
		for _, use := range textsOf(n.Get("pakai")) {
			for _, f := range vocabulary.Get(use).Fields {
				words := splitWords(f.Key)
				name := strings.Join(words, " ")
				if i, known := keys[name]; known {
					k.phrases[i].key = f.Value.Text
					continue
				}
				keys[name] = len(k.phrases)
				k.begun[words[0]] = append(k.begun[words[0]], len(k.phrases))
				k.phrases = append(k.phrases, phrase{words, f.Value.Text})
			}
		}
		kinds = append(kinds, k)
	}
	return kinds
})

func textsOf(n *source.Node) []string {
	if n == nil {
		return nil
	}
	var texts []string
	for _, item := range n.Items {
		texts = append(texts, item.Text)
	}
	return texts
}

func phrasesOf(n *source.Node) [][]string {
	var phrases [][]string
	for _, s := range textsOf(n) {
		phrases = append(phrases, splitWords(s))
	}
	return phrases
}

// besideFields is the key of columns that no field takes and that other columns determine: an efficiency, a share of work done.
const besideFields = "rincian"

// meaning is the key a heading stands for in a kind of table, "" where the kind does not know it. Words as printed come first.
func (k *tableKind) meaning(h *heading) (key string, score int) {
	if key, score = k.literally(h); score == 0 {
		if mended := h.respelt(); mended != nil {
			return k.literally(mended)
		}
	}
	return key, score
}

// literally is meaning without mending words. Of phrases that fit as well the first counts.
func (k *tableKind) literally(h *heading) (key string, score int) {
	best := -1
	for _, w := range h.words { // a phrase that fits begins with one of them
		for _, i := range k.begun[w] {
			if s := h.score(k.phrases[i].words); s > score || s == score && s > 0 && i < best {
				best, score = i, s
			}
		}
	}
	if best < 0 {
		return "", 0
	}
	return k.phrases[best].key, score
}

// columns gives every heading its key. A key that two headings claim goes to the one of the report's year, then to the better
// one, unless the kind may repeat it. In tables of money a column in percent is a share, never an amount.
func (k *tableKind) columns(heads []heading, year int) []string {
	keys := make([]string, len(heads))
	scores := make([]int, len(heads))
	taken := map[string]int{}
	for i := range heads {
		h := &heads[i]
		key, score := k.meaning(h)
		if k.shape == "anggaran" && h.isShare() && isMoneyKey(key) {
			if key != "realisasi" {
				key = "-"
			} else {
				key = "persen"
			}
		}
		if k.shape == "pohon" && h.isMoney() && (isResult(key) || key == "kondisi_awal") {
			key = "" // what it costs, beside what it is to reach or has reached
		}
		if k.section == "pengukuran" && rePlanYear.MatchString(h.text) {
			key = besideFields
		}
		key = h.fill(key, year)
		keys[i], scores[i] = key, score
		if key == "" || key == "-" || key == besideFields || k.repeats(key) {
			continue
		}
		if j, dup := taken[key]; dup {
			if key == "nama" && k.shape == "penilaian" && j == i-1 && heads[j].text == h.text {
				keys[i] = "sub" // one heading over the names of components and those of their parts
				continue
			}
			mine, other := h.ofYear(year), heads[j].ofYear(year)
			if other && !mine {
				keys[i] = "-"
				continue
			}
			lost := ""
			if !mine || !other {
				lost = "-" // of another year
			}
			if mine == other && scores[j] >= score {
				keys[i] = lost
				continue
			}
			keys[j] = lost
		}
		taken[key] = i
	}
	k.monthColumns(heads, keys)
	if i := slices.Index(keys, "pagu_murni"); i >= 0 && k.shape == "program" && !slices.Contains(keys, "anggaran") {
		keys[i] = "anggaran" // the only amount of an agreement: the one before any revision
	}
	if i := slices.Index(keys, "pagu_awal"); i >= 0 {
		if slices.Contains(keys, "pagu") {
			keys[i] = "pagu_murni"
		} else {
			keys[i] = "pagu"
		}
	}
	return keys
}

// rePlanYear is a heading that counts the years of a plan, as forms T-C.23 and T-C.24 of Permendagri 86/2017 do: which of them is the report's
// it does not say.
var rePlanYear = regexp.MustCompile(`(?i)\btahun\s+ke\b`)

// monthColumns passes over the columns of months in tables of indicators: the contract keeps results of quarters and years. A
// single month named in a heading is the one up to which the column counts.
func (k *tableKind) monthColumns(heads []heading, keys []string) {
	if k.shape != "pohon" {
		return
	}
	months := map[int]bool{}
	for i := range heads {
		months[heads[i].month] = heads[i].month > 0
	}
	for i := range heads {
		if len(months) > 2 && heads[i].month > 0 {
			keys[i] = "-"
		}
	}
}

// ofYear reports whether a heading names no other year than the report's.
func (h *heading) ofYear(year int) bool { return h.year == 0 || year == 0 || h.year == year }

// repeats reports whether several columns may carry the key: levels of codes, values of each level of a tree, years.
func (k *tableKind) repeats(key string) bool {
	switch k.shape {
	case "pohon":
		return true
	case "anggaran":
		return key == "kode" || key == "nomor" || key == "uraian"
	case "penilaian":
		return key == "nilai"
	case "faktor":
		return true
	}
	return key == "nomor"
}

// fill puts the numbers a heading names into the key; "" where the heading lacks them.
func (h *heading) fill(key string, year int) string {
	for _, p := range [...]struct {
		mark  string
		value int
	}{{"{tw}", h.tw}, {"{bulan}", h.month}, {"{lalu}", max(year-1, 0)}} {
		if strings.Contains(key, p.mark) {
			if p.value == 0 {
				return ""
			}
			key = strings.ReplaceAll(key, p.mark, strconv.Itoa(p.value))
		}
	}
	return key
}

func anyFits(phrases [][]string, words []string) bool {
	return slices.ContainsFunc(phrases, func(p []string) bool {
		_, _, ok := fits(p, words)
		return ok
	})
}

// base is a key without what distinguishes columns of one family: realisasi_triwulan of realisasi_triwulan.2.
func base(key string) string {
	b, rest, _ := strings.Cut(key, ".")
	if b == "belanja" {
		return b
	}
	if rest != "" && (rest[0] < '0' || rest[0] > '9') {
		return "jenis"
	}
	return b
}

// headingWords are all words that begin a phrase of some kind.
var headingWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, k := range tableKinds() {
		for _, p := range k.phrases {
			words[p.words[0]] = true
		}
	}
	return words
})

// knownPhrases are all phrases of all kinds.
var knownPhrases = sync.OnceValue(func() map[string]bool {
	phrases := map[string]bool{}
	for _, k := range tableKinds() {
		for _, p := range k.phrases {
			phrases[strings.Join(p.words, " ")] = true
		}
	}
	return phrases
})

// knownCells counts the cells of a row that read like headings: short texts with a word that begins a known one.
func knownCells(row []source.Cell) int {
	n := 0
	for i := range row {
		if len(row[i].Text) > 200 || strings.TrimSpace(row[i].Text) == "" {
			continue
		}
		h := readHeading([]string{row[i].Text})
		if slices.ContainsFunc(h.words, func(w string) bool { return headingWords()[w] }) {
			n++
		}
	}
	return n
}
