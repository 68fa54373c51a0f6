package scene

import (
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"strconv"
	"testing"
)

// kageProgram runs the scalar part of Kage, which has Go's syntax, so that shaders are tested
// without a GPU.
type kageProgram struct {
	t         *testing.T
	functions map[string]*ast.FuncDecl
	uniforms  map[string]any
}

func parseKage(t *testing.T, source string, uniforms map[string]any) kageProgram {
	file, err := parser.ParseFile(token.NewFileSet(), "", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	p := kageProgram{t, map[string]*ast.FuncDecl{}, uniforms}
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			p.functions[f.Name.Name] = f
		}
	}
	return p
}

// call runs a function of floats; what it returns is a vector or a float.
func (p kageProgram) call(name string, arguments ...float64) []float64 {
	f := p.functions[name]
	variables := map[string]float64{}
	for _, field := range f.Type.Params.List {
		for _, name := range field.Names {
			variables[name.Name], arguments = arguments[0], arguments[1:]
		}
	}
	return p.run(f.Body.List, variables)
}

// run executes statements up to a return, whose result it hands on; nil without one.
func (p kageProgram) run(body []ast.Stmt, variables map[string]float64) []float64 {
	for _, statement := range body {
		switch s := statement.(type) {
		case *ast.AssignStmt:
			variables[s.Lhs[0].(*ast.Ident).Name] = p.number(s.Rhs[0], variables)
		case *ast.IfStmt:
			c := s.Cond.(*ast.BinaryExpr)
			if c.Op != token.LSS {
				p.t.Fatalf("condition %v", c.Op)
			}
			if p.number(c.X, variables) < p.number(c.Y, variables) {
				if result := p.run(s.Body.List, variables); result != nil {
					return result
				}
			}
		case *ast.ReturnStmt:
			if c, ok := s.Results[0].(*ast.CallExpr); ok && c.Fun.(*ast.Ident).Name == "vec2" {
				return []float64{p.number(c.Args[0], variables), p.number(c.Args[1], variables)}
			}
			return []float64{p.number(s.Results[0], variables)}
		default:
			p.t.Fatalf("statement %T", s)
		}
	}
	return nil
}

var kageBuiltins = map[string]func(a []float64) float64{
	"exp":   func(a []float64) float64 { return math.Exp(a[0]) },
	"sin":   func(a []float64) float64 { return math.Sin(a[0]) },
	"abs":   func(a []float64) float64 { return math.Abs(a[0]) },
	"min":   func(a []float64) float64 { return min(a[0], a[1]) },
	"max":   func(a []float64) float64 { return max(a[0], a[1]) },
	"clamp": func(a []float64) float64 { return max(a[1], min(a[2], a[0])) },
}

func (p kageProgram) number(expression ast.Expr, variables map[string]float64) float64 {
	switch e := expression.(type) {
	case *ast.BasicLit:
		v, err := strconv.ParseFloat(e.Value, 64)
		if err != nil {
			p.t.Fatal(err)
		}
		return v
	case *ast.Ident:
		v, ok := variables[e.Name]
		if !ok {
			p.t.Fatalf("%s is not defined", e.Name)
		}
		return v
	case *ast.ParenExpr:
		return p.number(e.X, variables)
	case *ast.UnaryExpr:
		return -p.number(e.X, variables)
	case *ast.BinaryExpr:
		x, y := p.number(e.X, variables), p.number(e.Y, variables)
		switch e.Op {
		case token.ADD:
			return x + y
		case token.SUB:
			return x - y
		case token.MUL:
			return x * y
		case token.QUO:
			return x / y
		}
	case *ast.SelectorExpr: // Params[i].x
		index := e.X.(*ast.IndexExpr)
		i := int(p.number(index.Index, variables))
		return float64(p.uniforms[index.X.(*ast.Ident).Name].([]float32)[4*i+map[string]int{"x": 0, "y": 1, "z": 2, "w": 3}[e.Sel.Name]])
	case *ast.CallExpr:
		var arguments []float64
		for _, a := range e.Args {
			arguments = append(arguments, p.number(a, variables))
		}
		name := e.Fun.(*ast.Ident).Name
		if f, ok := kageBuiltins[name]; ok {
			return f(arguments)
		}
		return p.call(name, arguments...)[0]
	}
	p.t.Fatalf("expression %T", expression)
	return 0
}
