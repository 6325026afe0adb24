package source

import "bytes"

// WriteJSON writes a tree as JSON that reads back as the same tree, without its comments: JSON has none.
func WriteJSON(root *Node) []byte {
	var b bytes.Buffer
	writeJSON(&b, root, "")
	b.WriteByte('\n')
	return b.Bytes()
}

func writeJSON(b *bytes.Buffer, n *Node, indent string) {
	next := indent + "  "
	switch {
	case n.Kind == Map && len(n.Fields) == 0:
		b.WriteString("{}")
	case n.Kind == Map:
		b.WriteString("{\n")
		for i := range n.Fields {
			b.WriteString(next + quote(n.Fields[i].Key) + ": ")
			writeJSON(b, n.Fields[i].Value, next)
			b.WriteString(comma(i, len(n.Fields)))
		}
		b.WriteString(indent + "}")
	case n.Kind == List && len(n.Items) == 0:
		b.WriteString("[]")
	case n.Kind == List:
		b.WriteString("[\n")
		for i, item := range n.Items {
			b.WriteString(next)
			writeJSON(b, item, next)
			b.WriteString(comma(i, len(n.Items)))
		}
		b.WriteString(indent + "]")
	case n.Kind == String:
		b.WriteString(quote(n.Text))
	default:
		b.WriteString(plainScalar(n))
	}
}

func comma(i, n int) string {
	if i < n-1 {
		return ",\n"
	}
	return "\n"
}
