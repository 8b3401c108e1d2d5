package markdown

import "github.com/yuin/goldmark/ast"

func (w *writer) htmlBlock(*ast.HTMLBlock) {}
func (w *writer) rawHTML(*ast.RawHTML)     {}
