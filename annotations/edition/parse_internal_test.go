package edition

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// outline writes a tree on one line, each value with its place.
func outline(n *node) string {
	at := fmt.Sprintf("@%d:%d", n.at.line, n.at.column)
	var parts []string
	switch n.kind {
	case mappingNode:
		for _, p := range n.pairs {
			parts = append(parts, fmt.Sprintf("%s@%d:%d=%s", p.key, p.at.line, p.at.column, outline(p.value)))
		}
		return "{" + strings.Join(parts, " ") + "}" + at
	case listNode:
		for _, i := range n.items {
			parts = append(parts, outline(i))
		}
		return "[" + strings.Join(parts, " ") + "]" + at
	case stringNode:
		return fmt.Sprintf("%q", n.text) + at
	}
	return n.kind.String() + " " + n.text + at
}

func TestParseYAML(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a mapping stands where its first key does", "# c\nä: é\nb:\n  - c: 1\n", `{ä@2:1="é"@2:4 b@3:1=[{c@4:5=a number 1@4:8}@4:5]@4:3}@2:1`},
		{"columns count characters", "é: {ü: “, b: \"ß\"}\n", `{é@1:1={ü@1:5="“"@1:8 b@1:11="ß"@1:14}@1:4}@1:1`},
		{"scalars", "a: 2025\nb: 2025-03-05\nc: true\nd: ~\ne:\nf: 1.5\ng: no\n",
			`{a@1:1=a number 2025@1:4 b@2:1="2025-03-05"@2:4 c@3:1=true or false true@3:4 d@4:1=nothing @4:4 e@5:1=nothing @5:3 f@6:1=a number 1.5@6:4 g@7:1="no"@7:4}@1:1`},
		{"quotes and escapes", `a: 'it''s "x"'` + "\n" + `b: "\u00e9\n\"y\""` + "\n", `{a@1:1="it's \"x\""@1:4 b@2:1="é\n\"y\""@2:4}@1:1`},
		{"several lines", "a: one\n  two\nb: |\n  x\n  y\nc: >-\n  x\n  y\nd: 1\n", `{a@1:1="one two"@1:4 b@3:1="x\ny\n"@3:4 c@6:1="x y"@6:4 d@9:1=a number 1@9:4}@1:1`},
		{"line ends of Windows", "a: b\r\nc: [d]\r\n", `{a@1:1="b"@1:4 c@2:1=["d"@2:5]@2:4}@1:1`},
		{"a document mark", "---\na: b\n", `{a@2:1="b"@2:4}@2:1`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, err := parseYAML("f", tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if got := outline(n); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestParseYAMLRefuses(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a tab", "a:\n\t- b\n", "f:2:1: a tab indents this line"},
		{"a tab after spaces", "a:\n  \t- b\n", "f:2:3: a tab indents this line"},
		{"a byte order mark", "\ufeffa: b\n", "f:1:1: the file begins with a byte order mark"},
		{"a key twice", "a: 1\nb: 2\na: 3\n", `f:3:1: the key "a" is already on line 1: keep one of the two`},
		{"an open quote", "a: 1\nb: \"x\n", "f:2:4: this is not valid YAML"},
		{"a colon too many", "a: b: c\n", "f:1:4: this is not valid YAML"},
		{"an open bracket", "a: [b\n", "f:1:4: this is not valid YAML"},
		{"an unknown escape", "a: \"\\q\"\n", "f:1:"},
		{"an anchor", "a: &x b\n", "f:1:4: anchors and aliases are not part"},
		{"an alias", "a: *x\n", "f:1:4: anchors and aliases are not part"},
		{"a merge key", "<<: {a: 1}\n", "f:1:1: a key is one plain word"},
		{"a tag", "a: !!str b\n", "f:1:4: tags are not part"},
		{"a key that is a list", "? [a]\n: b\n", "f:"},
		{"a second document", "a: b\n---\nc: d\n", "f:3:"},
		{"a directive", "%YAML 1.2\n---\na: b\n", "f:1:1: a YAML directive is not part"},
		{"comments only", "# nothing\n", "f: the file holds comments only"},
		{"brackets", strings.Repeat("[", 1_000_000), "f:1:17: the values are nested too deep"},
		{"braces", strings.Repeat("{a: ", 100_000), "f:1:65: the values are nested too deep"},
		{"hyphens", strings.Repeat("- ", 1_000_000), "f:1:33: the values are nested too deep"},
		{"question marks", strings.Repeat("? ", 1_000_000), "f:1:1: a key is one plain word"},
		{"tags without end", strings.Repeat("!a ", 1_000_000), "f:1:1: tags are not part"},
		{"tags in brackets", "[" + strings.Repeat("!a ", 1_000_000), "f:1:"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, err := parseYAML("f", tt.text)
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v, %v, want an error", n, err)
			}
			if !strings.HasPrefix(e.Error(), tt.want) || strings.Contains(e.Error(), "\n") {
				t.Errorf("got %q, want %q", e.Error(), tt.want)
			}
		})
	}
}

func TestParseJSON(t *testing.T) {
	text := "\n[\n  {\"é\": \"ü\", \"b\": [1, true,\n null]}, -2.5e3 ]\n"
	want := `[{é@3:4="ü"@3:9 b@3:14=[a number 1@3:20 true or false true@3:23 nothing @4:2]@3:19}@3:3 a number -2.5e3@4:10]@2:1`
	n, err := parseJSON("f", text)
	if err != nil {
		t.Fatal(err)
	}
	if got := outline(n); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestParseJSONRefuses(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no comma", "[1\n 2]", "f:2:2: this is not valid JSON"},
		{"a comma too many", "[1,\n]", "f:2:1: this is not valid JSON"},
		{"no colon", `{"é" 1}`, "f:1:6: this is not valid JSON"},
		{"another quote", "['é']", "f:1:2: this is not valid JSON"},
		{"a letter outside", "[é]", "f:1:2: this is not valid JSON"},
		{"cut short", `[{"a": `, "f:1:8: the JSON ends too early"},
		{"cut in a word", `["a`, "f:1:4: the JSON ends too early"},
		{"more", "[] []", "f:1:4: this is not valid JSON"},
		{"a key twice", "{\"a\": 1,\n\"a\": 2}", `f:2:1: the key "a" stands twice`},
		{"deep", strings.Repeat("[", 100) + strings.Repeat("]", 100), "f:1:18: the values are nested too deep"},
		{"very deep", strings.Repeat("[", 1_000_000), "f:1:10001: this is not valid JSON"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := parseJSON("f", tt.text)
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func TestWholeWords(t *testing.T) {
	tests := []struct {
		text, words string
		want        []int // where it starts
	}{
		{"Gaza, Gaza's and Gazans", "Gaza", []int{0, 6}},
		{"the U.S.-Hamas talks of the U.S.", "U.S.", []int{4, 28}},
		{"the U.S.A", "U.S.", nil},
		{"Israel Israeli Israel", "Israel", []int{0, 15}},
		{"israel", "Israel", nil},
		{"Émile Mile", "mile", nil},
		{"1,200 people, 11,200", "1,200", []int{0}},
		{"24 and 2024", "24", []int{0}},
		{"e\u0301te e", "e", []int{6}}, // the first e carries an accent
		{"Hamas’s “Hamas”", "Hamas", []int{0, 13}},
		{"aXa aXaXa", "aXa", []int{0}},
		{"Ada Ada Ada", "Ada Ada", []int{0}},
	}
	for _, tt := range tests {
		var got []int
		for _, s := range wholeWords(tt.text, tt.words) {
			got = append(got, s.Start)
		}
		if fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%q in %q: %v, want %v", tt.words, tt.text, got, tt.want)
		}
	}
}
