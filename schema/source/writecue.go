package source

import (
	"bytes"
	"regexp"

	"cuelang.org/go/cue/format"
)

var cueIdentifier = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9_]*$`)

var cueKeywords = map[string]bool{"package": true, "import": true, "for": true, "in": true, "if": true, "let": true, "true": true, "false": true, "null": true}

// WriteCUE writes a tree as CUE data that reads back as the same tree: kinds, texts, order and comments,
// laid out as `cue fmt` does.
func WriteCUE(root *Node) []byte {
	w := cueWriter{}
	for _, line := range commentLines(root) {
		w.b.WriteString("// " + line + "\n")
	}
	if w.b.Len() > 0 {
		w.b.WriteByte('\n')
	}
	w.fields(root, "")
	pretty, err := format.Source(w.b.Bytes())
	if err != nil {
		return w.b.Bytes()
	}
	return pretty
}

type cueWriter struct{ b bytes.Buffer }

func (w *cueWriter) fields(n *Node, indent string) {
	for i := range n.Fields {
		f := &n.Fields[i]
		for _, line := range commentLines(f.Value) {
			w.b.WriteString(indent + "// " + line + "\n")
		}
		key := f.Key
		if !cueIdentifier.MatchString(key) || cueKeywords[key] {
			key = quote(key)
		}
		w.b.WriteString(indent + key + ": ")
		w.value(f.Value, indent)
		w.b.WriteByte('\n')
	}
}

func (w *cueWriter) value(n *Node, indent string) {
	switch {
	case n.Kind == Map && len(n.Fields) == 0:
		w.b.WriteString("{}")
	case n.Kind == Map:
		w.b.WriteString("{\n")
		w.fields(n, indent+"\t")
		w.b.WriteString(indent + "}")
	case n.Kind == List && len(n.Items) == 0:
		w.b.WriteString("[]")
	case n.Kind == List:
		w.b.WriteString("[\n")
		for _, item := range n.Items {
			for _, line := range commentLines(item) {
				w.b.WriteString(indent + "\t// " + line + "\n")
			}
			w.b.WriteString(indent + "\t")
			w.value(item, indent+"\t")
			w.b.WriteString(",\n")
		}
		w.b.WriteString(indent + "]")
	case n.Kind == String:
		w.b.WriteString(quote(n.Text))
	default:
		w.b.WriteString(plainScalar(n))
	}
}
