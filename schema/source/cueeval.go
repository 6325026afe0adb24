package source

import (
	"fmt"

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
	ast.Walk(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportDecl, *ast.CallExpr, *ast.ForClause:
			bad = n
		case *ast.BinaryExpr:
			if n.Op == token.MUL && !isNumberLiteral(n.X) && !isNumberLiteral(n.Y) {
				bad = n
			}
		}
		return bad == nil
	}, nil)
	if bad != nil {
		return cueerrors.Newf(bad.Pos(), refusedCUE)
	}
	return nil
}

func isNumberLiteral(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	return ok && (lit.Kind == token.INT || lit.Kind == token.FLOAT)
}

func (r *cueReader) evaluated(v cue.Value, depth int) (*Node, error) {
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
