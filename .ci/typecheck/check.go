package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"path/filepath"
	"strings"
)

// listed is a package as go list -json describes it.
type listed struct {
	ImportPath string
	Dir        string
	GoFiles    []string          // without those that import C
	CgoFiles   []string          // those that do
	ImportMap  map[string]string // from the paths in its imports to those meant, where they differ
	Standard   bool              // of the standard library
	DepOnly    bool              // only imported by what the patterns match
	Module     *struct{ GoVersion string }
	Error      *struct{ Err string }
}

// checker checks packages, each after all that it imports.
type checker struct {
	files  *token.FileSet
	sizes  types.Sizes
	done   map[string]*types.Package // by import path
	faults []error
}

func newChecker(goarch string) *checker {
	return &checker{
		files: token.NewFileSet(),
		sizes: types.SizesFor("gc", goarch),
		done:  make(map[string]*types.Package),
	}
}

// checkAll checks the packages that go list -deps names, which it does in the
// order that is needed here: imports first.
func (c *checker) checkAll(list io.Reader) error {
	for decoder := json.NewDecoder(list); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("go list: %w", err)
		}
		c.check(p)
	}
}

func (c *checker) check(p listed) {
	if strings.HasSuffix(p.ImportPath, ".test") {
		return // the main package of a test, which the go command writes when it runs one
	}
	if p.Error != nil {
		c.faults = append(c.faults, fmt.Errorf("%s: %s", p.ImportPath, p.Error.Err))
	}
	config := types.Config{
		FakeImportC:      true,
		IgnoreFuncBodies: p.Standard || p.DepOnly, // others' code is not ours to check
		Importer:         importer{c.done, p.ImportMap},
		Sizes:            c.sizes,
		Error:            func(err error) { c.report(p, err) },
	}
	if p.Module != nil && p.Module.GoVersion != "" {
		config.GoVersion = "go" + p.Module.GoVersion
	}
	// A package with its tests is called "path [path.test]".
	path, _, _ := strings.Cut(p.ImportPath, " ")
	// Each error has been given to Error; what was understood is in the result.
	c.done[p.ImportPath], _ = config.Check(path, c.files, c.parse(p), nil)
}

func (c *checker) parse(p listed) []*ast.File {
	var files []*ast.File
	for _, name := range append(p.GoFiles, p.CgoFiles...) {
		f, err := parser.ParseFile(c.files, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			c.report(p, err)
		}
		if f != nil {
			files = append(files, f)
		}
	}
	return files
}

// report keeps an error of a package that was asked for. Others' packages are
// not ours to mend, and where they use C, not all of it can be believed.
func (c *checker) report(p listed, err error) {
	if p.Standard || p.DepOnly {
		return
	}
	c.faults = append(c.faults, fmt.Errorf("%s: %w", p.ImportPath, err))
}

// importer finds a package among those checked before.
type importer struct {
	done  map[string]*types.Package
	meant map[string]string
}

func (i importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p, ok := i.meant[path]; ok {
		path = p
	}
	if p := i.done[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("there is no package %q", path)
}
