package schema

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"

	"cuelang.org/go/cue"

	"lkjip/schema/source"
)

// attributes are what CUE says about a field or definition besides its values.
type attributes struct {
	label source.Text // @label: what the field is called
	isi   source.Text // @isi: what belongs in it
	rule  string      // @rule: the rule a violation breaks
}

func attributesOf(v cue.Value) attributes {
	text := func(name string) source.Text {
		a := v.Attribute(name)
		id, _ := a.String(0)
		en, _ := a.String(1)
		return source.Text{ID: id, EN: en}
	}
	rule := v.Attribute("rule")
	name, _ := rule.String(0)
	return attributes{text("label"), text("isi"), name}
}

var kindsOfScalar = [...]cue.Kind{source.Null: cue.NullKind, source.Bool: cue.BoolKind, source.Number: cue.NumberKind, source.String: cue.StringKind}

func (c *compiler) fillScalar(s *spec, v cue.Value, a attributes) error {
	if name := definitionOf(v); name != "" {
		d, err := c.definition(name)
		if err != nil {
			return err
		}
		s.scalar, s.limits = d.scalar, d.limits
		if s.isi.IsZero() {
			s.isi = d.isi
		}
		return nil
	}
	op, args := v.Expr()
	switch op {
	case cue.NoOp:
		if v.IsConcrete() && v.IncompleteKind() != cue.NullKind {
			return fmt.Errorf("a fixed value %v; write a choice as a regular expression", v)
		}
		for k, kind := range kindsOfScalar {
			s.scalar[k] = v.IncompleteKind()&kind != 0
		}
		if v.IncompleteKind()&cue.NumberKind == cue.IntKind {
			s.limits = []limit{{kind: source.Number, integer: true, rule: a.rule, isi: a.isi}}
		}
	case cue.AndOp:
		for k := range s.scalar {
			s.scalar[k] = true
		}
		for _, arg := range args {
			part := new(spec)
			if err := c.fillScalar(part, arg, a); err != nil {
				return err
			}
			for k := range s.scalar {
				s.scalar[k] = s.scalar[k] && part.scalar[k]
			}
			s.limits = append(s.limits, part.limits...)
			if s.isi.IsZero() {
				s.isi = part.isi
			}
		}
	case cue.OrOp:
		for _, arg := range args {
			branch := new(spec)
			if err := c.fillScalar(branch, arg, a); err != nil {
				return err
			}
			if err := s.or(branch); err != nil {
				return err
			}
		}
	case cue.RegexMatchOp:
		pattern, err := patternOf(args[0])
		if err != nil {
			return err
		}
		s.scalar[source.String] = true
		s.limits = []limit{{kind: source.String, pattern: pattern, choices: choicesOf(pattern.String()), rule: a.rule, isi: a.isi}}
	case cue.GreaterThanEqualOp, cue.LessThanEqualOp:
		bound, ok := new(big.Rat).SetString(fmt.Sprint(args[0]))
		if !ok {
			return fmt.Errorf("bound %v is no number", args[0])
		}
		l := limit{kind: source.Number, min: bound, rule: a.rule, isi: a.isi}
		if op == cue.LessThanEqualOp {
			l.min, l.max = nil, bound
		}
		s.scalar[source.Number] = true
		s.limits = []limit{l}
	default:
		return fmt.Errorf("operator %v", op)
	}
	for _, l := range s.limits {
		if l.rule == "" {
			return fmt.Errorf("a constraint without @rule")
		}
	}
	return nil
}

func patternOf(v cue.Value) (*regexp.Regexp, error) {
	text, err := v.String()
	if err != nil {
		return nil, err
	}
	return regexp.Compile(text)
}

var reChoices = regexp.MustCompile(`^\(\?i\)\^\\s\*\(([^()]+)\)\??\\s\*\$$`)

// choicesOf reads the words out of a pattern that only lists words: `(?i)^\s*(murni|perubahan)\s*$`.
func choicesOf(pattern string) []string {
	m := reChoices.FindStringSubmatch(pattern)
	if m == nil {
		return nil
	}
	return strings.Split(strings.ReplaceAll(m[1], "[- _]", "-"), "|")
}

// Choice is the canonical spelling of a value of a field that offers choices: "Sub Kegiatan" is sub-kegiatan.
func Choice(t Teks) string { return canonical(t.S) }

// breaks tells which limit the scalar breaks, nil for none.
func (s *spec) breaks(n *source.Node) *limit {
	for i := range s.limits {
		if l := &s.limits[i]; l.kind == n.Kind && !l.holds(n.Text) {
			return l
		}
	}
	return nil
}

func (l *limit) holds(text string) bool {
	if l.pattern != nil {
		return l.pattern.MatchString(text)
	}
	if l.integer {
		return !strings.ContainsAny(text, ".eE")
	}
	num, err := source.ReadNumeral(source.Number, text)
	if err != nil {
		return false
	}
	return (l.min == nil || num.Value.Cmp(l.min) >= 0) && (l.max == nil || num.Value.Cmp(l.max) <= 0)
}
