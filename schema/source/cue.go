package source

import (
	"errors"
	"slices"
	"strings"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/literal"
	cueparser "cuelang.org/go/cue/parser"
	"cuelang.org/go/cue/token"
	"github.com/cockroachdb/apd/v3"

	cueerrors "cuelang.org/go/cue/errors"
)

// readCUE reads a CUE file. Literal data (structs, lists, numbers, strings, true, false, null, `a: b: 1`, comments) is taken
// from the syntax tree with exact places and the text as written. A file that refers to its own fields or computes is
// evaluated, and then a value stands where CUE says it was written. Attributes are passed over.
func readCUE(name string, data []byte) ([]*Node, []Problem) {
	if at, deep := bracketsTooDeep(name, data); deep {
		return nil, []Problem{tooDeep(at)}
	}
	file, err := cueparser.ParseFile(name, data, cueparser.ParseComments)
	if err != nil {
		return nil, []Problem{cueProblem(name, err)}
	}
	r := cueReader{lines: newLines(name, data), index: index{}}
	root := &Node{Kind: Map, Place: Place{File: name, Line: 1, Column: 1}}
	r.decls(root, file.Decls, 1)
	r.comments(root, file)
	if r.problem == nil && r.computed != nil {
		root, err = evaluateCUE(name, file)
		if err != nil {
			return nil, []Problem{cueProblem(name, err)}
		}
	}
	if r.problem != nil {
		return nil, []Problem{*r.problem}
	}
	if len(root.Fields) == 0 {
		return nil, []Problem{onlyComments(name)}
	}
	slices.SortStableFunc(root.Comments, func(a, b Comment) int { return a.Place.Line - b.Place.Line })
	return []*Node{root}, nil
}

// bracketsTooDeep guards the parser, which recurses without a bound. Brackets in text are counted too; real text has few.
func bracketsTooDeep(name string, data []byte) (Place, bool) {
	depth := 0
	for i, c := range data {
		switch c {
		case '{', '[', '(':
			if depth++; depth > 16*MaxDepth {
				l := newLines(name, data)
				return l.at(i), true
			}
		case '}', ']', ')':
			depth = max(0, depth-1)
		}
	}
	return Place{}, false
}

type cueReader struct {
	lines    lines
	nodes    int
	index    index
	computed ast.Node // the first thing that is not literal
	problem  *Problem
}

func (r *cueReader) place(pos token.Pos) Place {
	p := pos.Position()
	return Place{File: r.lines.name, Line: p.Line, Column: p.Column}
}

func (r *cueReader) decls(out *Node, decls []ast.Decl, depth int) {
	for _, d := range decls {
		if r.problem != nil || r.computed != nil {
			return
		}
		switch d := d.(type) {
		case *ast.Field:
			key, ok := cueKey(d)
			if !ok {
				r.computed = d
				return
			}
			value := r.value(d.Value, depth+1)
			value = r.state(out, key, r.place(d.Label.Pos()), value)
			r.comments(value, d)
			r.comments(value, d.Label)
		case *ast.EmbedDecl:
			s, ok := d.Expr.(*ast.StructLit)
			if !ok {
				r.computed = d
				return
			}
			r.decls(out, s.Elts, depth+1)
			r.comments(out, d)
			r.comments(out, s)
		case *ast.Package:
			r.comments(out, d)
		case *ast.CommentGroup:
			r.group(lastValue(out), d)
		case *ast.Attribute, *ast.Ellipsis:
		default:
			r.computed = d
		}
	}
}

// state adds a field; `a: b: 1` and `a: c: 2` state one a.
func (r *cueReader) state(out *Node, key string, at Place, value *Node) *Node {
	was := r.index.get(out, key)
	if was == nil || was.Kind != Map || value.Kind != Map {
		return r.index.add(out, key, at, value)
	}
	for _, f := range value.Fields {
		r.state(was, f.Key, f.Place, f.Value)
	}
	was.Comments = append(was.Comments, value.Comments...)
	return was
}

// lastValue is where a comment goes that nothing follows.
func lastValue(out *Node) *Node {
	if n := len(out.Fields); n > 0 {
		return out.Fields[n-1].Value
	}
	return out
}

func cueKey(f *ast.Field) (string, bool) {
	if f.Constraint != token.ILLEGAL || f.Alias != nil {
		return "", false
	}
	if id, ok := f.Label.(*ast.Ident); ok && (strings.HasPrefix(id.Name, "#") || strings.HasPrefix(id.Name, "_")) {
		return "", false
	}
	switch l := f.Label.(type) {
	case *ast.Ident, *ast.BasicLit:
		key, _, err := ast.LabelName(l)
		if err != nil {
			return "", false
		}
		return key, true
	}
	return "", false
}

func (r *cueReader) value(e ast.Expr, depth int) *Node {
	n := &Node{Place: r.place(e.Pos())}
	r.nodes++
	switch {
	case depth > MaxDepth+1:
		p := tooDeep(n.Place)
		r.problem = &p
		return n
	case r.nodes > MaxNodes:
		p := tooMany(n.Place)
		r.problem = &p
		return n
	}
	switch e := e.(type) {
	case *ast.StructLit:
		n.Kind = Map
		r.decls(n, e.Elts, depth)
		r.comments(n, e)
	case *ast.ListLit:
		n.Kind = List
		for _, elem := range e.Elts {
			if _, open := elem.(*ast.Ellipsis); open {
				continue
			}
			if r.problem != nil || r.computed != nil {
				break
			}
			n.Append(r.value(elem, depth+1))
		}
		r.comments(n, e)
	case *ast.BasicLit:
		r.literal(n, e)
	case *ast.UnaryExpr:
		lit, ok := e.X.(*ast.BasicLit)
		if !ok || e.Op != token.SUB && e.Op != token.ADD || lit.Kind != token.INT && lit.Kind != token.FLOAT {
			r.computed = e
			break
		}
		r.literal(n, lit)
		n.Place = r.place(e.OpPos)
		if e.Op == token.SUB {
			n.Text = "-" + n.Text
		}
		r.comments(n, e)
	case *ast.ParenExpr:
		return r.value(e.X, depth+1)
	default:
		r.computed = e
	}
	return n
}

func (r *cueReader) literal(n *Node, e *ast.BasicLit) {
	r.comments(n, e)
	n.Text = e.Value
	switch e.Kind {
	case token.INT, token.FLOAT:
		n.Kind = Number
		n.Text = cueNumber(e.Value)
	case token.STRING:
		n.Kind = String
		text, err := literal.Unquote(e.Value)
		if err != nil {
			p := broken(n.Place, "CUE", T("teks tidak sah", "%s", err.Error()))
			r.problem = &p
		}
		n.Text = text
		r.lines.alignText(n, e.Pos().Offset())
	case token.TRUE, token.FALSE:
		n.Kind = Bool
	case token.NULL:
		n.Kind = Null
	default:
		r.computed = e
	}
}

// cueNumber keeps the digits as written; of CUE's own notations (2M, 0x1F, 1_000, .5) it gives the plain number.
func cueNumber(text string) string {
	if machineNumber.MatchString(text) {
		return text
	}
	var info literal.NumInfo
	var value apd.Decimal
	if len(text) > 100 || literal.ParseNum(text, &info) != nil || info.Decimal(&value) != nil {
		return text
	}
	if value.Exponent > 400 || value.Exponent < -400 {
		return value.Text('E')
	}
	return value.Text('f')
}

func (r *cueReader) comments(n *Node, from ast.Node) {
	for _, g := range ast.Comments(from) {
		r.group(n, g)
	}
}

func (r *cueReader) group(n *Node, g *ast.CommentGroup) {
	for _, c := range g.List {
		n.Comments = append(n.Comments, Comment{Text: strings.TrimSpace(strings.TrimLeft(c.Text, "/")), Place: r.place(c.Pos())})
	}
}

func cueProblem(name string, err error) Problem {
	at := Place{File: name}
	message := err.Error()
	var positioned cueerrors.Error
	if errors.As(err, &positioned) {
		format, args := positioned.Msg()
		message = T("", format, args...).EN
		for _, pos := range cueerrors.Positions(positioned) {
			if p := pos.Position(); pos.IsValid() && p.Filename == name {
				at.Line, at.Column = p.Line, p.Column
				break
			}
		}
	}
	if message == refusedCUE {
		return broken(at, "CUE", Text{"import, pemanggilan fungsi, perulangan, dan perkalian tidak dihitung di sini; jalankan “cue export” lalu periksa hasilnya", message})
	}
	return broken(at, "CUE", T("penulisan tidak sah (“%s”)", "%s", message))
}
