package ui_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the English catalogue anew from the code")

const catalogues = "../assets/translations"

// sources calls do with every Go file of the program that people see words of.
func sources(t *testing.T, do func(files *token.FileSet, f *ast.File)) {
	t.Helper()
	for _, root := range []string{".", "../cmd"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "uitest") {
				return err
			}
			files := token.NewFileSet()
			f, err := parser.ParseFile(files, path, nil, 0)
			if err == nil {
				do(files, f)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// called is "package.function" of a call, or only the function's or method's name.
func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name + "." + f.Sel.Name
		}
		return f.Sel.Name
	}
	return ""
}

// asksForWords reports whether a call in a file is of [locale.X].
func asksForWords(f *ast.File, c *ast.CallExpr) bool {
	return called(c) == "locale.X" || called(c) == "X" && f.Name.Name == "locale"
}

// literal is the text of a string literal, or of several joined.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, ok1 := literal(e.X)
		b, ok2 := literal(e.Y)
		return a + b, ok1 && ok2 && e.Op == token.ADD
	}
	return "", false
}

// wordsInCode are the English words in the code by their keys.
func wordsInCode(t *testing.T) map[string]string {
	t.Helper()
	words := map[string]string{}
	sources(t, func(files *token.FileSet, f *ast.File) {
		for _, i := range f.Imports {
			if strings.HasSuffix(i.Path.Value, `/lang"`) && f.Name.Name != "locale" {
				t.Errorf("%s: words go through locale.X", files.Position(i.Pos()))
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			c, ok := n.(*ast.CallExpr)
			if !ok || !asksForWords(f, c) {
				return true
			}
			at := files.Position(c.Pos())
			if len(c.Args) < 2 {
				t.Errorf("%s: no words", at)
				return true
			}
			key, ok1 := literal(c.Args[0])
			english, ok2 := literal(c.Args[1])
			if before, known := words[key]; !ok1 || !ok2 || known && before != english {
				t.Errorf("%s: key and words must be literal, and the same words have to stand for the key %q everywhere", at, key)
				return true
			}
			words[key] = english
			return true
		})
	})
	return words
}

func catalogue(t *testing.T, language string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(catalogues, language+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]string
	if err := json.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	return words
}

var placeholder = regexp.MustCompile(`{{.*?}}`)

// placeholders are what is filled in, in any order.
func placeholders(s string) []string {
	return slices.Sorted(slices.Values(placeholder.FindAllString(s, -1)))
}

func TestEveryLanguageHasAllWords(t *testing.T) {
	code := wordsInCode(t)
	if *update {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "\t")
		if err := e.Encode(code); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(catalogues, "en.json"), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if !maps.Equal(catalogue(t, "en"), code) {
		t.Error("en.json is not what the code says; go test ./ui -run TestEveryLanguageHasAllWords -update writes it anew")
	}
	german := catalogue(t, "de")
	for key, english := range code {
		words, ok := german[key]
		if !ok || words == "" {
			t.Errorf("de.json lacks %q: %q", key, english)
		} else if !slices.Equal(placeholders(words), placeholders(english)) {
			t.Errorf("de.json fills other things into %q: %q, not as in %q", key, words, english)
		}
	}
	for key := range german {
		if _, ok := code[key]; !ok {
			t.Errorf("de.json has %q, which nothing shows", key)
		}
	}
}

// neverShown are calls whose words are for the log, for programmers or for files of fonts.
var neverShown = regexp.MustCompile(`^(fmt\.Errorf|errors\.New|opentype\.MustNewTag|panic|(\w+\.)?(Warn|Error|Info))$`)

// allowed are words that stand in the code on purpose, and why.
var allowed = map[string]string{
	"%.1f MB": "a unit",
	"%.1f KB": "a unit",
}

// verbs of a format are no words.
var verbs = regexp.MustCompile(`%[-+# 0]*[\d.]*[a-zA-Z]`)

// looksLikeWords, unless it is markup: two words, or one with a capital as labels have.
var looksLikeWords = regexp.MustCompile(`\pL.*\s|\s.*\pL|^\p{Lu}\p{Ll}+$`)

func TestNoWordsOutsideTheCatalogue(t *testing.T) {
	met := map[string]bool{}
	sources(t, func(files *token.FileSet, f *ast.File) {
		switch name := files.Position(f.Pos()).Filename; {
		case strings.HasPrefix(name, ".."): // the command line speaks English
			return
		case name == filepath.Join("speech", "program.go"): // what it writes is read by programs
			return
		}
		var look func(ast.Node) bool
		look = func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.KeyValueExpr:
				if _, ok := n.Key.(*ast.BasicLit); ok {
					ast.Inspect(n.Value, look) // the key is a placeholder's
					return false
				}
			case *ast.CallExpr:
				return !asksForWords(f, n) && !neverShown.MatchString(called(n))
			case *ast.BasicLit:
				s, ok := literal(n)
				if _, known := allowed[s]; known {
					met[s] = true
				} else if ok && !strings.HasPrefix(s, "<") && looksLikeWords.MatchString(verbs.ReplaceAllString(s, "")) {
					t.Errorf("%s: %q goes not through locale.X", files.Position(n.Pos()), s)
				}
			}
			return true
		}
		ast.Inspect(f, look)
	})
	for s, why := range allowed {
		if !met[s] {
			t.Errorf("%q (%s) is allowed but stands nowhere", s, why)
		}
	}
}
