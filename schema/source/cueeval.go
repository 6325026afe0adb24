package source

import (
	"fmt"
	"math/big"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/cuecontext"
	"cuelang.org/go/cue/token"

	cueerrors "cuelang.org/go/cue/errors"
)

// evaluateCUE computes a file that refers to its own fields. Imports, calls, loops and multiplied text are refused: a few
// lines of them can fill any memory, and a file from another office is not trusted with that.
func evaluateCUE(name string, file *ast.File) (*Node, error) {
	if err := refuseCUE(file); err != nil {
		return nil, err
	}
	v := cuecontext.New().BuildFile(file)
	if err := v.Validate(cue.Concrete(true)); err != nil {
		return nil, err
	}
	r := cueReader{lines: lines{name: name}}
	root, err := r.evaluated(v, 1)
	if err != nil {
		return nil, err
	}
	if root.Place.Line == 0 {
		root.Place = Place{File: name, Line: 1, Column: 1}
	}
	return root, nil
}

const refusedCUE = "imports, calls, loops and products are not evaluated here; run “cue export” and check its result"

func refuseCUE(file *ast.File) error {
	var bad ast.Node
	e := cueEstimate{fields: map[string][]ast.Expr{}, known: map[string]int{}}
	ast.Walk(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportDecl, *ast.CallExpr, *ast.ForClause:
			bad = n
		case *ast.BinaryExpr:
			if n.Op == token.MUL && numberLiteral(n.X) == 0 && numberLiteral(n.Y) == 0 {
				bad = n
			}
		case *ast.Field:
			if name, _, err := ast.LabelName(n.Label); err == nil {
				e.fields[name] = append(e.fields[name], n.Value)
			}
		case *ast.LetClause:
			e.fields[n.Ident.Name] = append(e.fields[n.Ident.Name], n.Expr)
		}
		return bad == nil
	}, nil)
	if bad != nil {
		return cueerrors.Newf(bad.Pos(), refusedCUE)
	}
	total := 0
	for _, d := range file.Decls {
		if total = min(total+e.node(d), maxCUESize+1); total > maxCUESize {
			return cueerrors.Newf(d.Pos(), refusedCUE)
		}
	}
	return nil
}

// maxCUESize bounds what a file may unfold to, in rough units of one value or sixteen characters.
const maxCUESize = 1 << 18

// cueEstimate guesses how much a file unfolds to: a field that names another ten times is ten times its size, and thirty
// such lines fill any memory. A name counts as the largest field of that name anywhere.
type cueEstimate struct {
	fields map[string][]ast.Expr
	known  map[string]int
}

func (e *cueEstimate) name(name string) int {
	if size, ok := e.known[name]; ok {
		return size
	}
	e.known[name] = 1 // while it is being computed: a cycle, which CUE itself reports
	size := 1
	for _, x := range e.fields[name] {
		size = max(size, e.node(x))
	}
	e.known[name] = size
	return size
}

func (e *cueEstimate) node(n ast.Node) int {
	size := 0
	ast.Walk(n, func(n ast.Node) bool {
		if size > maxCUESize {
			return false
		}
		switch n := n.(type) {
		case *ast.BasicLit:
			size += 1 + len(n.Value)/16
		case *ast.Field:
			if n.Value != nil {
				size += e.node(n.Value)
			}
			return false
		case *ast.Ident:
			size += e.name(n.Name)
		case *ast.BinaryExpr:
			if n.Op == token.MUL {
				x, y := e.node(n.X), e.node(n.Y)
				size += max(x*max(1, numberLiteral(n.Y)), y*max(1, numberLiteral(n.X)))
				return false
			}
		}
		return true
	}, nil)
	return min(size, maxCUESize+1)
}

// numberLiteral is the value of a literal number, cut to a bound, and 0 for anything else.
func numberLiteral(e ast.Expr) int {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.INT && lit.Kind != token.FLOAT {
		return 0
	}
	n, err := ReadNumeral(Number, cueNumber(lit.Value))
	if err != nil || n.Value.Cmp(big.NewRat(maxCUESize, 1)) > 0 {
		return maxCUESize + 1
	}
	whole, _ := n.Value.Float64() // only an estimate of size
	return max(1, int(whole))
}

func (r *cueReader) evaluated(v cue.Value, depth int) (*Node, error) {
	if v.Kind() == cue.BottomKind {
		v, _ = v.Default()
	}
	n := &Node{Place: r.sourcePlace(v)}
	if r.nodes++; r.nodes > maxCopied {
		return nil, cueerrors.Newf(v.Pos(), "more than %d values", maxCopied)
	}
	if depth > MaxDepth+1 {
		return nil, cueerrors.Newf(v.Pos(), "nested deeper than %d levels", MaxDepth)
	}
	switch v.Kind() {
	case cue.StructKind:
		n.Kind = Map
		fields, err := v.Fields()
		if err != nil {
			return nil, err
		}
		for fields.Next() {
			child, err := r.evaluated(fields.Value(), depth+1)
			if err != nil {
				return nil, err
			}
			n.Add(fields.Selector().Unquoted(), child.Place, child)
		}
	case cue.ListKind:
		n.Kind = List
		items, err := v.List()
		if err != nil {
			return nil, err
		}
		for items.Next() {
			child, err := r.evaluated(items.Value(), depth+1)
			if err != nil {
				return nil, err
			}
			n.Append(child)
		}
	case cue.StringKind:
		text, err := v.String()
		if err != nil {
			return nil, err
		}
		n.Kind, n.Text = String, text
	case cue.BoolKind, cue.NullKind:
		n.Kind = Bool
		if v.Kind() == cue.NullKind {
			n.Kind = Null
		}
		n.Text = fmt.Sprint(v)
	case cue.IntKind, cue.FloatKind, cue.NumberKind:
		n.Kind, n.Text = Number, fmt.Sprint(v)
		// A literal keeps the digits it was written with.
		if lit, ok := v.Source().(*ast.BasicLit); ok {
			n.Text = cueNumber(lit.Value)
		} else if f, ok := v.Source().(*ast.Field); ok {
			if lit, ok := f.Value.(*ast.BasicLit); ok {
				n.Text = cueNumber(lit.Value)
			}
		}
	default:
		return nil, cueerrors.Newf(v.Pos(), "not data: %v", v)
	}
	return n, nil
}

func (r *cueReader) sourcePlace(v cue.Value) Place {
	if f, ok := v.Source().(*ast.Field); ok {
		return r.place(f.Value.Pos())
	}
	return r.place(v.Pos())
}
