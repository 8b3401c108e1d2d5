package edition

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml/lexer"

	"sidelight/annotations/fuzzed"
)

// The library makes at most two tokens of each piece that is counted: the sign
// and the words before it.
func FuzzMeasured(f *testing.F) {
	files, err := filepath.Glob("testdata/sample/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	for _, s := range []string{
		`"\q"\q"\q"\q`, "@@@@", "%%%%", "%a b c d", "&a b c", "<<<<:", "[[[[,,,,", "{a:b,:c}", "|x|x", "---\n---\n", "''''", "- - - -", "? ? ?",
		"!a!b !c,", "a: |\n\n\n  x\n b", "#\n#\n#", "\t\t\t", "]]]]", "`a`b", "*a*b c", "a\r\rb\r\nc", "{a:/b:/c", "...\n...\n", "'\n---\n'\n---",
		">-\n a\n\n", "\"\\u12\"\\u\"", "a\n-b\n- c", "[a]:b:c", "é-é-", "{é:,é:}", "*é *é",
	} {
		f.Add(strings.Repeat(s, 5))
	}
	f.Fuzz(func(t *testing.T, text string) {
		fuzzed.Within(t, func() {
			pieces, e := measured("x.yaml", text)
			if e != nil {
				return
			}
			if tokens := len(lexer.Tokenize(text)); tokens > 2*pieces+2 {
				t.Errorf("%q has %d tokens and was measured as %d pieces", text, tokens, pieces)
			}
		})
	})
}
