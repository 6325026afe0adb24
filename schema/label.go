package schema

import "lkjip/schema/source"

// Label names a node in words.
func Label(n *source.Node) source.Text { return source.Same(n.Path()) }

// FieldLabel names a node's field alone.
func FieldLabel(n *source.Node) source.Text {
	steps := n.Steps()
	if len(steps) == 0 {
		return source.Text{}
	}
	return source.Same(steps[len(steps)-1].Key)
}
