package schema

import (
	"strings"

	"lkjip/schema/source"
)

// Check holds a tree against the contract and gives every problem of form in one run, at most one for each path:
// isian-kosong, kunci-tak-dikenal, kunci-ganda, jenis-isian-salah, isian-tak-sah. It accepts what `cue vet` accepts, with one
// ease: an optional field left empty counts as absent whatever it should hold. Numbers in text are read by Decode.
func Check(root *source.Node) []source.Problem {
	c := new(checker)
	if root == nil || root.Kind == source.Null || root.Kind == source.Map && len(root.Fields) == 0 {
		c.empty(root)
		return c.problems
	}
	c.value(root, contract(), false)
	return c.problems
}

type checker struct {
	problems []source.Problem
}

// value checks a node; optional says that it may be left empty.
func (c *checker) value(n *source.Node, s *spec, optional bool) {
	switch n.Kind {
	case source.Map:
		if s.record == nil {
			c.wrongKind(n, s)
			return
		}
		c.record(n, s.record)
	case source.List:
		if s.item == nil {
			c.wrongKind(n, s)
			return
		}
		for _, item := range n.Items {
			c.value(item, s.item, false)
		}
	case source.Null:
		if !optional && !s.scalar[source.Null] {
			c.unfilled(n, s)
		}
	default:
		if !s.scalar[n.Kind] {
			c.wrongKind(n, s)
		} else if l := s.breaks(n); l != nil {
			c.broken(n, s, l)
		}
	}
}

func (c *checker) record(n *source.Node, r *record) {
	since := len(c.problems)
	var seen, misspelt uint64
	var others map[string]bool // keys that are not fields, to report each once
	var unknown []*source.Field
	for i := range n.Fields {
		f := &n.Fields[i]
		if k, known := r.index[f.Key]; known {
			bit := uint64(1) << k
			if seen&bit != 0 {
				c.duplicate(n, f, since)
				continue
			}
			seen |= bit
			c.value(f.Value, r.fields[k].spec, r.required&bit == 0)
			continue
		}
		if others == nil {
			others = map[string]bool{}
		}
		switch entry := r.entry != nil && r.entryKey.MatchString(f.Key); {
		case others[f.Key]:
			if entry {
				c.duplicate(n, f, since)
			}
		case entry:
			c.value(f.Value, r.entry, true)
		default:
			unknown = append(unknown, f)
		}
		others[f.Key] = true
	}
	for _, f := range unknown {
		misspelt |= c.unknown(n, f, r, r.nearest(f.Key, seen))
	}
	// A required field whose name is misspelt is not missing as well: one mistake, one finding.
	for k := range r.fields {
		other, either := r.index[r.fields[k].other]
		if r.required&^seen&^misspelt&(1<<k) != 0 && !(either && seen&(1<<other) != 0) {
			c.missing(n, &r.fields[k])
		}
	}
}

func (c *checker) add(p source.Problem) { c.problems = append(c.problems, p) }

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// nearest is the field most like a misspelt key among those not seen in the record, -1 for none. Spaces, hyphens and
// capitals do not count.
func (r *record) nearest(key string, seen uint64) int {
	words := make([]string, len(r.fields))
	for k, f := range r.fields {
		if seen&(1<<k) == 0 {
			words[k] = f.key
		}
	}
	return nearest(strings.NewReplacer(" ", "_", "-", "_").Replace(key), words)
}
