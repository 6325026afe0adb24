package schema

import (
	"bytes"
	"embed"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"sync"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/cuecontext"

	"lkjip/schema/source"
)

//go:embed isian.cue contract.cue
var contractFiles embed.FS

// ContractCUE is the contract as one CUE file, for editors and for plain `cue vet -d '#Laporan'`.
func ContractCUE() []byte {
	contract, _ := contractFiles.ReadFile("contract.cue")
	scalars, _ := contractFiles.ReadFile("isian.cue")
	return slices.Concat(contract, bytes.TrimPrefix(scalars, []byte("package schema\n")))
}

// A spec says what may stand at one place of a report. CUE alone hides missing fields behind other errors, words errors for
// programmers and costs fifty times as much, so the contract is compiled once into specs and CUE is not asked again.
type spec struct {
	name   string  // of its definition, without #; empty when it has none
	scalar [4]bool // which of Null, Bool, Number and String may stand here
	limits []limit // what a scalar must obey, besides its kind
	item   *spec   // of a List; nil: no list may stand here
	record *record // nil: no map may stand here
	isi    source.Text
}

// limit is one constraint on scalars of one kind.
type limit struct {
	kind    source.Kind
	pattern *regexp.Regexp
	choices []string // what the pattern allows, when it lists words
	integer bool
	min     *big.Rat
	max     *big.Rat
	rule    string
	isi     source.Text
}

// record is what a Map may hold: named fields, or entries whose keys match a pattern (years, quarters, months).
type record struct {
	fields   []field
	index    map[string]int
	required uint64 // bit i: fields[i] must be filled
	entryKey *regexp.Regexp
	entry    *spec
}

type field struct {
	key   string
	label source.Text
	spec  *spec
	other string // the field that may stand instead of a required one
}

// contract is immutable once compiled, so that any number of goroutines may check with it.
var contract = sync.OnceValue(func() *spec {
	root := cuecontext.New().CompileBytes(ContractCUE(), cue.Filename("contract.cue"))
	laporan, err := compile(root, "#Laporan")
	if err != nil {
		panic(fmt.Sprintf("schema: the embedded contract is damaged: %v", err))
	}
	return laporan
})

type compiler struct {
	root  cue.Value
	specs map[string]*spec // by definition; recursion ends here
}

// compile turns a definition into specs. It fails on every construct the checker cannot judge, so that none passes unread.
func compile(root cue.Value, definition string) (*spec, error) {
	if err := root.Err(); err != nil {
		return nil, err
	}
	c := compiler{root: root, specs: map[string]*spec{}}
	return c.definition(definition)
}

func (c *compiler) definition(name string) (*spec, error) {
	if s, ok := c.specs[name]; ok {
		return s, nil
	}
	s := &spec{name: strings.TrimPrefix(name, "#")}
	c.specs[name] = s
	v := c.root.LookupPath(cue.ParsePath(name))
	if !v.Exists() {
		return nil, fmt.Errorf("%s: not defined", name)
	}
	if err := c.fill(s, v, attributesOf(v)); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return s, nil
}

func (c *compiler) value(v cue.Value) (*spec, error) {
	if name := definitionOf(v); name != "" {
		return c.definition(name)
	}
	s := new(spec)
	return s, c.fill(s, v, attributes{})
}

// definitionOf is the definition a value refers to, "" when it is written out in place.
func definitionOf(v cue.Value) string {
	_, path := v.ReferencePath()
	return path.String()
}

func (c *compiler) fill(s *spec, v cue.Value, a attributes) error {
	s.isi = a.isi
	kind := v.IncompleteKind()
	op, args := v.Expr()
	switch {
	case op == cue.OrOp && (kind == cue.StructKind || kind == cue.ListKind):
		return fmt.Errorf("two alternatives of one kind")
	case kind == cue.StructKind:
		return c.fillRecord(s, v)
	case kind == cue.ListKind:
		item, err := c.value(v.LookupPath(cue.MakePath(cue.AnyIndex)))
		s.item = item
		return err
	case kind&(cue.StructKind|cue.ListKind) == 0:
		if _, ok := v.Default(); ok {
			return fmt.Errorf("a default")
		}
		return c.fillScalar(s, v, a)
	case op != cue.OrOp:
		return fmt.Errorf("operator %v on %v", op, kind)
	}
	for _, arg := range args {
		branch, err := c.value(arg)
		if err != nil {
			return err
		}
		if err := s.or(branch); err != nil {
			return err
		}
	}
	return nil
}

// or adds an alternative of another kind; the kind of a node then decides which alternative it is held against.
func (s *spec) or(branch *spec) error {
	if s.item != nil && branch.item != nil || s.record != nil && branch.record != nil {
		return fmt.Errorf("two alternatives of one kind")
	}
	for k, allowed := range branch.scalar {
		if allowed && s.scalar[k] {
			return fmt.Errorf("two alternatives of one kind")
		}
		s.scalar[k] = s.scalar[k] || allowed
	}
	if branch.item != nil {
		s.item = branch.item
	}
	if branch.record != nil {
		s.record = branch.record
	}
	s.limits = append(s.limits, branch.limits...)
	if s.isi.IsZero() {
		s.isi = branch.isi
	}
	return nil
}

func (c *compiler) fillRecord(s *spec, v cue.Value) error {
	if v.Allows(cue.AnyString) {
		return fmt.Errorf("not closed")
	}
	r := &record{index: map[string]int{}}
	s.record = r
	it, err := v.Fields(cue.All(), cue.Patterns(true))
	if err != nil {
		return err
	}
	for it.Next() {
		sub, err := c.value(it.Value())
		if err != nil {
			return fmt.Errorf("%v: %w", it.Selector(), err)
		}
		sel := it.Selector()
		if sel.ConstraintType() == cue.PatternConstraint {
			op, args := sel.Pattern().Expr()
			if op != cue.RegexMatchOp || r.entry != nil {
				return fmt.Errorf("%v: pattern of keys is not one regular expression", sel)
			}
			r.entry = sub
			if r.entryKey, err = patternOf(args[0]); err != nil {
				return err
			}
			continue
		}
		if !sel.IsString() || sel.ConstraintType()&(cue.OptionalConstraint|cue.RequiredConstraint) == 0 {
			return fmt.Errorf("%v: neither optional nor required", sel)
		}
		if len(r.fields) == 64 {
			return fmt.Errorf("more than 64 fields")
		}
		if sel.ConstraintType() == cue.RequiredConstraint {
			r.required |= 1 << len(r.fields)
		}
		r.index[sel.Unquoted()] = len(r.fields)
		or := it.Value().Attribute("atau")
		other, _ := or.String(0)
		r.fields = append(r.fields, field{sel.Unquoted(), attributesOf(it.Value()).label, sub, other})
	}
	return nil
}
