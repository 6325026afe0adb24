package schema

import (
	"encoding/json"
	"math/big"
	"regexp"
	"strings"

	"lkjip/schema/source"
)

// jsonSchema is the part of JSON Schema (draft 2020-12) the contract needs.
type jsonSchema struct {
	Schema      string                 `json:"$schema,omitempty"`
	Title       string                 `json:"title,omitempty"`
	Description string                 `json:"description,omitempty"`
	Ref         string                 `json:"$ref,omitempty"`
	AnyOf       []*jsonSchema          `json:"anyOf,omitempty"`
	Type        string                 `json:"type,omitempty"`
	Enum        []string               `json:"enum,omitempty"`
	Pattern     string                 `json:"pattern,omitempty"`
	Minimum     json.Number            `json:"minimum,omitempty"`
	Maximum     json.Number            `json:"maximum,omitempty"`
	Items       *jsonSchema            `json:"items,omitempty"`
	Required    []string               `json:"required,omitempty"`
	Properties  map[string]*jsonSchema `json:"properties,omitempty"`
	Patterns    map[string]*jsonSchema `json:"patternProperties,omitempty"`
	Additional  *bool                  `json:"additionalProperties,omitempty"`
	Defs        map[string]*jsonSchema `json:"$defs,omitempty"`
}

// JSONSchema is the contract for editors: it accepts what the contract accepts, with Indonesian titles and descriptions.
// Choices are listed in their canonical spelling, for completion.
func JSONSchema() ([]byte, error) {
	w := schemaWriter{defs: map[string]*jsonSchema{}}
	w.of(contract())
	root := *w.defs[contract().name]
	delete(w.defs, contract().name)
	root.Schema, root.Title, root.Defs = "https://json-schema.org/draft/2020-12/schema", "Laporan Kinerja (LKjIP)", w.defs
	return json.MarshalIndent(&root, "", "  ")
}

type schemaWriter struct {
	defs map[string]*jsonSchema
}

// of gives a reference where the spec has a name and the schema itself where it has none.
func (w *schemaWriter) of(s *spec) *jsonSchema {
	if s.name == "" {
		return w.body(s)
	}
	if w.defs[s.name] == nil {
		w.defs[s.name] = &jsonSchema{} // ends the recursion of komponen
		*w.defs[s.name] = *w.body(s)
	}
	return &jsonSchema{Ref: "#/$defs/" + s.name}
}

func (w *schemaWriter) body(s *spec) *jsonSchema {
	var branches []*jsonSchema
	if s.scalar[source.Null] {
		branches = append(branches, &jsonSchema{Type: "null"})
	}
	if s.scalar[source.Bool] {
		branches = append(branches, &jsonSchema{Type: "boolean"})
	}
	if s.scalar[source.Number] {
		branches = append(branches, numberSchema(s.limits))
	}
	if s.scalar[source.String] {
		branches = append(branches, stringSchemas(s.limits)...)
	}
	if s.item != nil {
		branches = append(branches, &jsonSchema{Type: "array", Items: w.of(s.item)})
	}
	if s.record != nil {
		branches = append(branches, w.recordSchema(s.record))
	}
	schema := &jsonSchema{AnyOf: branches}
	if len(branches) == 1 {
		schema = branches[0]
	}
	schema.Description = s.isi.ID
	return schema
}

func numberSchema(limits []limit) *jsonSchema {
	n := &jsonSchema{Type: "number"}
	number := func(r *big.Rat) json.Number { return json.Number(r.FloatString(source.Decimals(r, 9))) }
	for _, l := range limits {
		if l.integer {
			n.Type = "integer"
		}
		if l.min != nil {
			n.Minimum = number(l.min)
		}
		if l.max != nil {
			n.Maximum = number(l.max)
		}
	}
	return n
}

// stringSchemas gives a pattern in the syntax of ECMAScript, which has no (?i).
func stringSchemas(limits []limit) []*jsonSchema {
	for _, l := range limits {
		switch {
		case l.choices != nil:
			return []*jsonSchema{{Type: "string", Enum: l.choices}, {Type: "string", Pattern: caseless(l.pattern.String())}}
		case l.pattern != nil:
			return []*jsonSchema{{Type: "string", Pattern: l.pattern.String()}}
		}
	}
	return []*jsonSchema{{Type: "string"}}
}

var reLetter = regexp.MustCompile(`\\.|[a-z]`)

func caseless(pattern string) string {
	return reLetter.ReplaceAllStringFunc(strings.TrimPrefix(pattern, "(?i)"), func(s string) string {
		if len(s) > 1 {
			return s // an escape such as \s
		}
		return "[" + s + strings.ToUpper(s) + "]"
	})
}

func (w *schemaWriter) recordSchema(r *record) *jsonSchema {
	closed := false
	schema := &jsonSchema{Type: "object", Additional: &closed, Properties: map[string]*jsonSchema{}}
	for k, f := range r.fields {
		p := *w.of(f.spec)
		p.Title = f.label.ID
		schema.Properties[f.key] = &p
		switch {
		case r.required&(1<<k) == 0:
		case f.other != "":
			schema.AnyOf = append(schema.AnyOf, &jsonSchema{Required: []string{f.key}}, &jsonSchema{Required: []string{f.other}})
		default:
			schema.Required = append(schema.Required, f.key)
		}
	}
	if r.entry != nil {
		schema.Patterns = map[string]*jsonSchema{r.entryKey.String(): w.of(r.entry)}
	}
	return schema
}
