package edition

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sidelight/assets"
)

// compiled is the schema for one sort of file.
func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	f, err := Schemas().Open(name + ".schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name+".schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name + ".schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// plain turns a tree into what a JSON decoder would give.
func plain(n *node) any {
	switch n.kind {
	case mappingNode:
		m := make(map[string]any)
		for _, p := range n.pairs {
			m[p.key] = plain(p.value)
		}
		return m
	case listNode:
		l := make([]any, 0, len(n.items))
		for _, i := range n.items {
			l = append(l, plain(i))
		}
		return l
	case numberNode:
		return json.Number(n.text)
	case boolNode:
		return n.text == "true"
	case nullNode:
		return nil
	}
	return n.text
}

func tree(t *testing.T, fsys fs.FS, file string) *node {
	t.Helper()
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		t.Fatal(err)
	}
	parse := parseYAML
	if path.Ext(file) == ".json" {
		parse = parseJSON
	}
	n, err := parse(file, string(b))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestSchemasAcceptTheEditions validates each file that edition.yaml leads to.
func TestSchemasAcceptTheEditions(t *testing.T) {
	for name, fsys := range map[string]fs.FS{"bundled": assets.Edition(), "sample": os.DirFS("testdata/sample")} {
		root := tree(t, fsys, manifestFile)
		if err := compiled(t, "edition").Validate(plain(root)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		seen := 0
		for _, p := range root.pairs {
			if p.value.kind == listNode {
				seen += validateAll(t, fsys, compiled(t, p.key), "", p.value)
			}
		}
		if seen < 8 {
			t.Errorf("%s: only %d files were found", name, seen)
		}
	}
}

// validateAll validates the files of one sort and those that they include, and
// counts them.
func validateAll(t *testing.T, fsys fs.FS, s *jsonschema.Schema, folder string, files *node) int {
	t.Helper()
	n := 0
	for _, f := range files.items {
		file := path.Join(folder, f.text)
		root := tree(t, fsys, file)
		if err := s.Validate(plain(root)); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		n++
		for _, p := range root.pairs {
			if p.key == "include" {
				n += validateAll(t, fsys, s, path.Dir(file), p.value)
			}
		}
	}
	return n
}

// TestSchemasAndDecoderKnowTheSameKeys compares what the decoder asks for with
// what the schemas allow, mapping by mapping.
func TestSchemasAndDecoderKnowTheSameKeys(t *testing.T) {
	empty := func(read func(r *record)) []string {
		l := &loader{}
		r := l.record(&node{kind: mappingNode}, "")
		read(r)
		return r.known
	}
	// list reads a file through the walker, which adds include.
	list := func(read func(l *loader, files []text)) []string {
		l := &loader{ctx: t.Context(), fsys: os.DirFS("testdata/keys")}
		read(l, []text{{value: "unknown.yaml"}})
		for _, f := range l.faults.sorted() {
			if _, keys, ok := strings.Cut(f.Message, "is not known here: write "); ok {
				return strings.FieldsFunc(strings.ReplaceAll(keys, " or ", ", "), func(r rune) bool { return r == ',' || r == ' ' })
			}
		}
		t.Fatalf("the unknown key was not refused: %v", l.faults)
		return nil
	}
	tests := []struct {
		schema, pointer string
		known           []string
	}{
		{"edition", "", empty(func(r *record) { r.l.readManifest(r, &manifest{}) })},
		{"entities", "", list(func(l *loader, f []text) { entries(l, "entities", f, readEntity) })},
		{"entities", "$defs/entry", empty(func(r *record) { readEntity(r) })},
		{"entities", "$defs/entry/properties/location", empty(func(r *record) { readLocation(r) })},
		{"entities", "$defs/entry/properties/quantity", empty(func(r *record) { readQuantity(r) })},
		{"mentions", "", list(func(l *loader, f []text) { l.readMentions(f) })},
		{"mentions", "$defs/entry", empty(func(r *record) { readMention(r) })},
		{"mentions", "$defs/exclusion", empty(func(r *record) { readExclusion(r) })},
		{"facts", "", list(func(l *loader, f []text) { entries(l, "facts", f, readFact) })},
		{"facts", "$defs/entry", empty(func(r *record) { readFact(r) })},
		{"facts", "$defs/selector", empty(func(r *record) { r.quote() })},
		{"relations", "$defs/entry", empty(func(r *record) { readRelation(r) })},
		{"relations", "$defs/selector", empty(func(r *record) { r.quote() })},
		{"voices", "$defs/entry", empty(func(r *record) { readPassage(r) })},
		{"quotations", "$defs/entry", empty(func(r *record) { readQuotation(r) })},
		{"notes", "", list(func(l *loader, f []text) { entries(l, "notes", f, readNote) })},
		{"notes", "$defs/entry", empty(func(r *record) { readNote(r) })},
		{"notes", "$defs/later", empty(func(r *record) { readLater(r) })},
		{"about", "", list(func(l *loader, f []text) { entries(l, "about", f, readSection) })},
		{"about", "$defs/entry", empty(func(r *record) { readSection(r) })},
		{"sources", "$defs/entry", empty(func(r *record) { readSource(r) })},
		{"sources", "$defs/entry/properties/custom", empty(func(r *record) { readCustom(r, &source{}) })},
		{"sources", "$defs/entry/properties/issued", empty(func(r *record) { readIssued(r) })},
	}
	for _, tt := range tests {
		t.Run(tt.schema+"/"+tt.pointer, func(t *testing.T) {
			b, err := fs.ReadFile(Schemas(), tt.schema+".schema.json")
			if err != nil {
				t.Fatal(err)
			}
			var schema map[string]any
			if err := json.Unmarshal(b, &schema); err != nil {
				t.Fatal(err)
			}
			for _, key := range strings.FieldsFunc(tt.pointer, func(r rune) bool { return r == '/' }) {
				schema, _ = schema[key].(map[string]any)
			}
			if schema["additionalProperties"] != false {
				t.Error("the schema allows any key")
			}
			properties, _ := schema["properties"].(map[string]any)
			for key, p := range properties {
				if m, _ := p.(map[string]any); m["description"] == nil {
					t.Errorf("%s has no description", key)
				}
			}
			want := slices.Sorted(maps.Keys(properties))
			got := slices.Clone(tt.known)
			slices.Sort(got)
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("the decoder knows\n%v\nthe schema\n%v", got, want)
			}
		})
	}
}

// TestSchemasRefuse holds the schemas to what they are for.
func TestSchemasRefuse(t *testing.T) {
	const entity = "entities: [{id: a, kind: %s, name: A, identity: B%s}]"
	const fact = "facts: [{id: a, about: [b], text: c, %s}]"
	tests := []struct {
		schema, text string
		ok           bool
	}{
		{"entities", fmt.Sprintf(entity, "person", ""), true},
		{"entities", fmt.Sprintf(entity, "human", ""), false},
		{"entities", fmt.Sprintf(entity, "person", ", nmae: x"), false},
		{"entities", fmt.Sprintf(entity, "person", ", location: {lat: 1, lon: 2}"), false},
		{"entities", fmt.Sprintf(entity, "place", ", location: {lat: 1, lon: 2}"), true},
		{"entities", fmt.Sprintf(entity, "place", ", location: {lat: 91, lon: 2}"), false},
		{"entities", fmt.Sprintf(entity, "number", ""), false},
		{"entities", fmt.Sprintf(entity, "number", ", quantity: {value: 3}"), true},
		{"entities", fmt.Sprintf(entity, "number", ", quantity: {value: 3, others: Two., sources: [S1]}"), true},
		{"entities", fmt.Sprintf(entity, "number", ", quantity: {value: 3, others: Two.}"), false},
		{"entities", fmt.Sprintf(entity, "number", ", quantity: {value: 3, sources: [S1]}"), false},
		{"entities", fmt.Sprintf(entity, "person", ", short: "+strings.Repeat("é", 22)), true},
		{"entities", fmt.Sprintf(entity, "person", ", short: "+strings.Repeat("é", 23)), false},
		{"entities", "include: [../x.yaml]", false},
		{"entities", "include: [a/x.yaml]", true},
		{"facts", fmt.Sprintf(fact, "state: in-article, evidence: [{exact: d}]"), true},
		{"facts", fmt.Sprintf(fact, "state: in-article"), false},
		{"facts", fmt.Sprintf(fact, "state: in-article, evidence: [{exact: d}], as-of: 2025"), false},
		{"facts", fmt.Sprintf(fact, "state: background, as-of: 2025, sources: [S1]"), true},
		{"facts", fmt.Sprintf(fact, "state: background, as-of: 2025, sources: []"), false},
		{"facts", fmt.Sprintf(fact, "state: background, sources: [S1]"), false},
		{"facts", fmt.Sprintf(fact, "state: background, as-of: 2025, sources: [S1], statement: true"), true},
		{"facts", fmt.Sprintf(fact, "state: in-article, evidence: [{exact: d}], statement: true"), false},
		{"facts", fmt.Sprintf(fact, "state: since, date: 2025-06, sources: [S1]"), true},
		{"facts", fmt.Sprintf(fact, "state: since, sources: [S1]"), false},
		{"voices", "voices: [{voice: inference, exact: a}]", true},
		{"voices", "voices: [{voice: inference, name: b, exact: a}]", false},
		{"voices", "voices: [{voice: official, exact: a}]", false},
		{"voices", "voices: [{voice: official, name: b, speaker: c, exact: a}]", false},
		{"voices", "voices: [{voice: unnamed, anonymity: asked, name: b, exact: a}]", true},
		{"voices", "voices: [{voice: unnamed, anonymity: wanted, name: b, exact: a}]", false},
		{"voices", "voices: [{voice: unnamed, name: b, exact: a}]", false},
		{"voices", "voices: [{voice: official, anonymity: unsaid, name: b, exact: a}]", false},
		{"relations", "relations: [{id: a, from: b, to: c, label: d, inverse: e, sources: [S1]}]", true},
		{"relations", "relations: [{id: a, from: b, to: c, label: d, inverse: e}]", false},
		{"quotations", "quotations: [{entity: a, said: b, published: c, sources: [S1]}]", true},
		{"quotations", "quotations: [{entity: a, said: b, published: c}]", false},
		{"notes", "notes: [{id: a, title: b, exact: c, text: d}]", true},
		{"notes", "notes: [{id: a, title: b, exact: c, text: d, about: [e], sources: [S1], prefix: f, suffix: g}]", true},
		{"notes", "notes: [{id: a, exact: c, text: d}]", false},
		{"notes", "notes: [{id: a, title: b, text: d}]", false},
		{"notes", "notes: [{id: a, title: b, exact: c, text: d, state: since}]", false},
		{"notes", "notes: [{id: a, title: b, exact: c, text: d, since: [{text: e, date: 2025-06, sources: [S1]}]}]", true},
		{"notes", "notes: [{id: a, title: b, exact: c, text: d, since: [{text: e, sources: [S1]}]}]", false},
		{"notes", "notes: [{id: a, title: b, exact: c, text: d, since: [{text: e, date: 2025-06}]}]", false},
		{"about", "about: [{id: a, heading: b, paragraphs: [c, d], sources: [S1]}]", true},
		{"about", "about: [{id: a, heading: b, paragraphs: []}]", false},
		{"about", "about: [{id: a, paragraphs: [c]}]", false},
		{"sources", `[{id: S1, type: report, title: a, custom: {grade: A}}]`, true},
		{"sources", `[{id: S1, type: report, title: a, custom: {grade: D}}]`, false},
		{"sources", `[{id: S1, type: report, title: a, custom: {grade: B, party: true}}]`, true},
		{"sources", `[{id: S1, type: report, title: a, custom: {grade: B, party: Hamas}}]`, false},
		{"sources", `[{id: S1, type: report, title: a, custom: {grade: A}, URL: "ftp://a"}]`, false},
	}
	for _, tt := range tests {
		n, err := parseYAML("f", tt.text)
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled(t, tt.schema).Validate(plain(n)); (err == nil) != tt.ok {
			t.Errorf("%s: %s: %v", tt.schema, tt.text, err)
		}
	}
}
