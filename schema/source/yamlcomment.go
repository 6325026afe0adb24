package source

import (
	"bytes"
	"sort"

	"go.yaml.in/yaml/v3"
)

// yamlComments finds the comments of one document in the text itself and gives each to a value. The library's own
// assignment has no places, and moves or drops comments between documents and after the last key.
type yamlComments struct {
	lines  *lines
	part   span
	masks  []mask
	begins []begin
	flows  map[*Node]bool // collections written in brackets
}

// mask is a range of bytes where "#" is text: quoted and block scalars.
type mask struct{ from, to int }

// begin is where a value starts: a field at its key, an item of a list at itself.
type begin struct {
	offset int
	value  *Node
	depth  int // a list item begins where its first field does, and comes before it
}

func newYAMLComments(l *lines, part span) *yamlComments {
	return &yamlComments{lines: l, part: part, flows: map[*Node]bool{}}
}

func (c *yamlComments) begin(offset int, value *Node, depth int, flow bool) {
	c.begins = append(c.begins, begin{offset, value, depth})
	if flow {
		c.flows[value] = true
	}
}

func (c *yamlComments) mask(n *yaml.Node, offset int) {
	switch {
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		c.masks = append(c.masks, mask{offset, c.quoteEnd(offset)})
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		c.masks = append(c.masks, c.block(offset, n.Value == ""))
	}
}

// quoteEnd is the offset after the closing quote. Tags and anchors may stand before the opening one.
func (c *yamlComments) quoteEnd(offset int) int {
	data := c.lines.data
	for offset < len(data) && data[offset] != '"' && data[offset] != '\'' {
		offset++
	}
	if offset == len(data) {
		return offset
	}
	quote := data[offset]
	for i := offset + 1; i < len(data); i++ {
		switch {
		case data[i] == '\\' && quote == '"':
			i++
		case data[i] == quote && quote == '\'' && i+1 < len(data) && data[i+1] == '\'':
			i++
		case data[i] == quote:
			return i + 1
		}
	}
	return len(data)
}

// block is the range of lines below a "|" or ">": those indented as its first line that is not empty.
func (c *yamlComments) block(offset int, empty bool) mask {
	n := c.lines.at(offset).Line + 1
	from := len(c.lines.data)
	if n <= len(c.lines.starts) {
		from = c.lines.starts[n-1]
	}
	if empty {
		return mask{from, from}
	}
	indent, to := -1, from
	for ; n < c.part.to && n <= len(c.lines.starts); n++ {
		line := c.lines.text(n)
		text := bytes.TrimLeft(line, " ")
		if len(text) > 0 {
			if indent < 0 {
				indent = len(line) - len(text)
			}
			if len(line)-len(text) < indent {
				break
			}
		}
		to = c.lines.starts[n-1] + len(line)
	}
	return mask{from, to}
}

// attach finds every comment and gives it to a value: one at the end of a line to the value it stands beside, one on a line
// of its own to the value below it, the ones that open a document to the root.
func (c *yamlComments) attach(root *Node) {
	sort.Slice(c.masks, func(i, j int) bool { return c.masks[i].from < c.masks[j].from })
	sort.SliceStable(c.begins, func(i, j int) bool {
		a, b := c.begins[i], c.begins[j]
		return a.offset < b.offset || a.offset == b.offset && a.depth < b.depth
	})
	m := 0
	for n := c.part.from; n < c.part.to && n <= len(c.lines.starts); n++ {
		line := c.lines.text(n)
		start := c.lines.starts[n-1]
		for i := 0; i < len(line); i++ {
			if line[i] != '#' || i > 0 && line[i-1] != ' ' && line[i-1] != '\t' {
				continue
			}
			for m < len(c.masks) && c.masks[m].to <= start+i {
				m++
			}
			if m < len(c.masks) && c.masks[m].from <= start+i {
				continue
			}
			comment := Comment{Text: string(bytes.TrimSpace(bytes.TrimLeft(line[i:], "#"))), Place: c.lines.at(start + i)}
			own := len(bytes.TrimSpace(line[:i])) == 0 || isMarker(line, "---") && len(bytes.TrimSpace(line[3:i])) == 0
			value := c.target(root, start, i, own)
			value.Comments = append(value.Comments, comment)
			break
		}
	}
}

func (c *yamlComments) target(root *Node, start, column int, own bool) *Node {
	next := sort.Search(len(c.begins), func(i int) bool { return c.begins[i].offset > start+column })
	if next == 0 {
		return root
	}
	last := c.begins[next-1]
	if !own {
		return c.closed(last, start+column)
	}
	if next == len(c.begins) {
		return last.value
	}
	// A comment indented deeper than what follows closes the part above.
	if follow := c.lines.at(c.begins[next].offset).Column; column+1 > follow && c.lines.at(last.offset).Column > follow {
		return last.value
	}
	return c.begins[next].value
}

// closed climbs out of the flow collections that end between the last value and a comment: in `- {a: 1, b: 2} # x` the
// comment belongs to the item, not to b.
func (c *yamlComments) closed(last begin, comment int) *Node {
	value := last.value
	text := c.lines.data[last.offset:comment]
	closers := 0
	for {
		text = bytes.TrimRight(text, " \t\r\n,")
		if len(text) == 0 || text[len(text)-1] != '}' && text[len(text)-1] != ']' {
			break
		}
		text, closers = text[:len(text)-1], closers+1
	}
	if c.flows[value] {
		closers--
	}
	for ; closers > 0 && value.parent != nil && c.flows[value.parent]; closers-- {
		value = value.parent
	}
	return value
}
