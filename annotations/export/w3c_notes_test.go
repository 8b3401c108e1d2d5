package export

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/export/margin"
	"sidelight/annotations/notes"
)

// targeted are notes whose targets say where they stand, as those that are kept do.
func targeted(e *annotations.Edition, quotes ...string) *notes.Set {
	all := slices.Clone(noted(e, quotes...).All())
	for i := range all {
		n := &all[i].Note
		n.Target.Text = checksum(e.Article())
		if all[i].Stands() {
			n.Target.Position.Start, n.Target.Position.End = 3*i, 3*i+1
			n.Target.Quote.Prefix, n.Target.Quote.Suffix = "\u202ebefore ", "after"
			n.Target.File = `{"type":"FragmentSelector","value":"x"}`
		}
		n.Target.Aside = i%4 == 3
		if n.Text != "" {
			n.About = []annotations.EntityID{"zoe", "a b/c"}
		}
	}
	return notes.NewSet(all)
}

// What was written is read back with all that it says, in each of its forms, and written
// again as the same bytes.
func TestW3CNotesRoundTrip(t *testing.T) {
	e := tiny(t)
	set := targeted(e, "met Zoë’s", "gone", "left", "🙂 Zoë", "“no”")
	written := func(set *notes.Set, parts Parts) []byte {
		t.Helper()
		parts.Margin = margin.New(e, set, margin.Options{})
		var b bytes.Buffer
		if err := W3C(&b, e, parts); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	first := written(set, Parts{})
	golden(t, "notes.jsonld", first)
	var c collection
	if err := json.Unmarshal(first, &c); err != nil || c.Total != set.Len() || len(c.First.Items) != set.Len() {
		t.Fatalf("%d of %d notes are written (%v)", len(c.First.Items), set.Len(), err)
	}
	page, list := marshal(t, c.First), marshal(t, c.First.Items)
	for name, data := range map[string][]byte{
		"a collection": first, "a page": page, "a list": list, "with the marks": written(set, Parts{Marks: true}),
		"with a byte order mark": append([]byte("\ufeff"), first...),
	} {
		in, err := margin.Read(bytes.NewReader(data))
		if err != nil || len(in.Problems) > 0 || len(in.Notes) != set.Len() {
			t.Fatalf("%s: %d notes, problems %v (%v)", name, len(in.Notes), in.Problems, err)
		}
		var all []notes.Placed
		for _, n := range in.Notes {
			old, ok := set.Get(n.ID)
			if !ok || !n.Note.Equal(&old.Note) || !n.Made.Equal(old.Made) || !n.Changed.Equal(old.Changed) {
				t.Errorf("%s: %+v comes back as %+v", name, old, n.Note)
				continue
			}
			if want := (margin.Source{ID: e.Article().File.Name, Digest: e.Article().File.Fingerprint.String()}); n.Source != want {
				t.Errorf("%s: the source is %+v, want %+v", name, n.Source, want)
			}
			all = append(all, notes.Placed{Note: n.Note, Span: old.Span, Status: old.Status})
		}
		if again := written(notes.NewSet(all), Parts{}); !bytes.Equal(again, first) {
			t.Errorf("%s: the second time is written\n%s", name, again)
		}
	}
	in, err := margin.Read(bytes.NewReader(marshal(t, c.First.Items[0])))
	if err != nil || len(in.Notes) != 1 {
		t.Errorf("an annotation alone: %+v (%v)", in, err)
	}
	if in, err := margin.Read(bytes.NewReader(written(set, Parts{Marks: true}))); err != nil || in.Marks != len(e.Mentions()) {
		t.Errorf("there are %d marks (%v)", in.Marks, err)
	}
}

func marshal(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Our own JSON of notes says what the notes say.
func TestJSONNotesRoundTrip(t *testing.T) {
	e := tiny(t)
	set := targeted(e, "met Zoë’s", "gone", "left")
	var b bytes.Buffer
	if err := JSON(&b, e, Parts{Margin: margin.New(e, set, margin.Options{})}); err != nil {
		t.Fatal(err)
	}
	var d ownDocument
	dec := json.NewDecoder(strings.NewReader(b.String()))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil || len(d.Notes) != set.Len() {
		t.Fatalf("%d notes of %d (%v)", len(d.Notes), set.Len(), err)
	}
	text := []rune(e.Article().Text)
	for _, n := range d.Notes {
		p, ok := set.Get(notes.ID(n.ID))
		if !ok || n.Note != p.Text || n.Style != p.Style.String() || n.Status != p.Status.String() || !slices.Equal(n.Tags, p.AllTags()) {
			t.Errorf("%+v is written as %+v", p, n)
		}
		if n.Start != nil && string(text[*n.Start:*n.End]) != n.Quote {
			t.Errorf("at %d to %d stands %q, want %q", *n.Start, *n.End, string(text[*n.Start:*n.End]), n.Quote)
		}
	}
	var again bytes.Buffer
	if err := write(&again, d); err != nil || again.String() != b.String() {
		t.Errorf("what was read back is written differently (%v)", err)
	}
}
