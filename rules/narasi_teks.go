package rules

import (
	"iter"
	"strings"

	"lkjip/rules/narasi"
	"lkjip/schema"
	"lkjip/schema/source"
)

// tulisan is a run of text of the dossier, prose or not, with its sentences: for rules on wording.
type tulisan struct {
	node      *source.Node
	report    *schema.Laporan
	sentences []narasi.Sentence
	bagian    string
}

func (w *tulisan) part(first, last *narasi.Token) *source.Node {
	return w.node.Part(first.Start, last.End)
}

// writing are the prose of the dossier and the texts of its follow-up table.
func (p *Pass) writing() iter.Seq[*tulisan] {
	return func(yield func(*tulisan) bool) {
		for _, t := range p.prose().passages {
			if !yield(&tulisan{t.node, t.Laporan, t.sentences, t.bagian}) {
				return
			}
		}
		for _, l := range p.Laporan {
			for i := range l.TindakLanjut {
				for _, t := range []schema.Teks{l.TindakLanjut[i].Saran, l.TindakLanjut[i].Rencana, l.TindakLanjut[i].Capaian} {
					if t.Node != nil && t.IsSet() && !yield(&tulisan{t.Node, l, narasi.Split(t.Node.Text), ""}) {
						return
					}
				}
			}
		}
	}
}

// free are the passages that are prose of their own, not the analysis of one indicator.
func (p *Pass) free() []*passage {
	var out []*passage
	for _, t := range p.prose().passages {
		if t.about == nil {
			out = append(out, t)
		}
	}
	return out
}

// phrase reports whether the words stand one after the other from token k on.
func phrase(s *narasi.Sentence, k int, want string) bool {
	for _, w := range strings.Fields(want) {
		if k >= len(s.Tokens) || !s.Tokens[k].Is(w) {
			return false
		}
		k++
	}
	return true
}

// anyWord reports whether one of the words stands among tokens from to to.
func anyWord(s *narasi.Sentence, from, to int, list ...string) bool {
	for k := max(from, 0); k < to && k < len(s.Tokens); k++ {
		if s.Tokens[k].Is(list...) {
			return true
		}
	}
	return false
}

// reportNames are what people call this kind of report.
var reportNames = []string{"lkj", "lkjip", "lkip", "lakip", "lapkin"}

// reportAt reports whether the report is named at token k, and with how many tokens.
func reportAt(s *narasi.Sentence, k int) int {
	switch {
	case phrase(s, k, "laporan kinerja instansi pemerintah"):
		return 4
	case phrase(s, k, "laporan kinerja"):
		return 2
	case s.Tokens[k].Is(reportNames...):
		return 1
	}
	return 0
}
