package schema

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/cuecontext"
	"cuelang.org/go/encoding/jsonschema"

	"lkjip/schema/source"
)

// jsonOf writes a tree as JSON, which is CUE as well. Empty fields the contract knows are left out: that an empty field is
// an absent one is the one ease Check has over CUE.
func jsonOf(b *strings.Builder, n *source.Node, s *spec) {
	switch n.Kind {
	case source.Map:
		b.WriteByte('{')
		comma := ""
		for _, f := range n.Fields {
			var sub *spec
			if s != nil && s.record != nil {
				if k, ok := s.record.index[f.Key]; ok {
					sub = s.record.fields[k].spec
				} else if s.record.entry != nil && s.record.entryKey.MatchString(f.Key) {
					sub = s.record.entry
				}
			}
			if sub != nil && f.Value.Kind == source.Null {
				continue
			}
			key, _ := json.Marshal(f.Key)
			b.WriteString(comma + string(key) + ":")
			jsonOf(b, f.Value, sub)
			comma = ","
		}
		b.WriteByte('}')
	case source.List:
		b.WriteByte('[')
		for i, item := range n.Items {
			if i > 0 {
				b.WriteByte(',')
			}
			var sub *spec
			if s != nil {
				sub = s.item
			}
			jsonOf(b, item, sub)
		}
		b.WriteByte(']')
	case source.String:
		text, _ := json.Marshal(n.Text)
		b.Write(text)
	case source.Null:
		b.WriteString("null")
	default:
		b.WriteString(n.Text)
	}
}

// mutate changes one random node of the tree: its value, its kind, its key, or whether it is there.
func mutate(r *rand.Rand, root *source.Node) {
	var maps, all []*source.Node
	root.Walk(func(n *source.Node) {
		if n.Kind == source.Map && len(n.Fields) > 0 {
			maps = append(maps, n)
		}
		if n != root {
			all = append(all, n)
		}
	})
	m, n := maps[r.IntN(len(maps))], all[r.IntN(len(all))]
	i := r.IntN(len(m.Fields))
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	become := func(kind source.Kind, text string) { n.Kind, n.Text, n.Fields, n.Items = kind, text, nil, nil }
	switch r.IntN(9) {
	case 0:
		m.Fields = append(m.Fields[:i:i], m.Fields[i+1:]...)
	case 1:
		m.Fields[i].Key += "x"
	case 2:
		if key := pick("2019", "1899", "4", "5", "13", "12", "nilai", "kode"); m.Get(key) == nil {
			m.Add(key, source.Place{}, &source.Node{Kind: source.Number, Text: "1"})
		}
	case 3:
		become(source.Number, pick("0", "2000", "2100", "2101", "1999", "2024.5", "-1", "84.20"))
	case 4:
		become(source.String, pick("", " ", "-", "2024", " 2024 ", "murni", "NAIK", "Sub Kegiatan", "sub_unit", "WTP", "perubahan2", "90-95 %"))
	case 5:
		become(source.Bool, "true")
	case 6:
		become(source.Null, "")
	case 7:
		become(source.List, "")
		if r.IntN(2) == 0 {
			n.Append(&source.Node{Kind: source.String, Text: "x"})
		}
	case 8:
		become(source.Map, "")
		if r.IntN(2) == 0 {
			n.Add("nama", source.Place{}, &source.Node{Kind: source.String, Text: "x"})
		}
	}
}

// Check must reject exactly what `cue vet` and an editor with the JSON Schema reject: a contract with three readings is none.
func TestCheckAgreesWithCUE(t *testing.T) {
	t.Parallel()
	text, err := JSONSchema()
	if err != nil {
		t.Fatal(err)
	}
	var byContract, bySchema cue.Value
	rejected, accepted := 0, 0
	for seed := range uint64(400) {
		if seed%50 == 0 { // a context grows with every value
			ctx := cuecontext.New()
			byContract = ctx.CompileBytes(ContractCUE()).LookupPath(cue.ParsePath("#Laporan"))
			file, err := jsonschema.Extract(ctx.CompileBytes(text), &jsonschema.Config{Strict: true})
			if err != nil {
				t.Fatal(err)
			}
			bySchema = ctx.BuildFile(file)
		}
		r := rand.New(rand.NewPCG(seed, 1))
		root := read(t, goodReport)
		for range 1 + r.IntN(2) {
			mutate(r, root)
		}
		var b strings.Builder
		jsonOf(&b, root, contract())
		data := cuecontext.New().CompileString(b.String())
		if data.Err() != nil {
			t.Fatalf("seed %d: %v\n%s", seed, data.Err(), b.String())
		}
		cueErr := byContract.Unify(data).Validate(cue.Concrete(true))
		problems := Check(root)
		schemaErr := cueErr
		if seed%5 == 0 { // it takes ten times as long
			schemaErr = bySchema.Unify(data).Validate(cue.Concrete(true))
		}
		if (cueErr == nil) != (len(problems) == 0) || (schemaErr == nil) != (len(problems) == 0) {
			t.Errorf("seed %d: Check says %v\nCUE says %v\nJSON Schema says %v\n%s", seed, said(problems), cueErr, schemaErr, b.String())
		}
		if len(problems) > 0 {
			rejected++
		} else {
			accepted++
		}
		seen := map[string]bool{}
		for _, p := range problems {
			if seen[p.Path] {
				t.Errorf("seed %d: %s reported twice", seed, p.Path)
			}
			seen[p.Path] = true
		}
	}
	if rejected < 100 || accepted < 50 {
		t.Errorf("%d rejected and %d accepted: the mutations do not try both sides", rejected, accepted)
	}
}
