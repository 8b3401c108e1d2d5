package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/assets"
)

var update = flag.Bool("update", false, "write the golden files anew")

const tinyText = "🙂 Zoë met Zoë’s <friend> & left.\n\nÉmile said: “no”.\n"

// tiny is an edition with one of everything, on a text whose code points,
// bytes and UTF-16 units all differ.
func tiny(t *testing.T) *annotations.Edition {
	t.Helper()
	at := func(words string, n int) annotations.Span {
		i := -1
		for ; n >= 0; n-- {
			i += 1 + strings.Index(tinyText[i+1:], words)
		}
		return annotations.Span{Start: i, End: i + len(words)}
	}
	a, err := annotations.NewArticle("a tiny.txt", tinyText)
	if err != nil {
		t.Fatal(err)
	}
	date, err := annotations.ParseDate("2025-03")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{
		Title: "Tiny", Standfirst: "Small.", Language: "en", Notice: "No byline.", Published: date, Checked: date, FactsAsOf: date,
		Article: a,
		Entities: []annotations.Entity{
			{ID: "zoe", Kind: annotations.Person, Name: "Zoë", Short: "Z", Aliases: []string{"Z."}, Identity: "A person", Summary: "Met a friend."},
			{ID: "emile", Kind: annotations.Person, Name: "Emile", Printed: "Émile", When: date, Location: &annotations.Location{Lat: 1.5, Lon: -2}},
			{ID: "n", Kind: annotations.Number, Name: "one", Quantity: &annotations.Quantity{Value: 1, Unit: "friend", AsOf: date, Computed: "0 + 1", Others: "Two.", Sources: []annotations.SourceID{"S1"}}},
			{ID: "q", Kind: annotations.Quote, Name: "no", Words: &annotations.Quotation{Speaker: "emile", OnRecord: true, Published: "No.", Sources: []annotations.SourceID{"S1"}}},
		},
		Mentions: []annotations.Mention{
			{Span: at("Zoë", 1), Entity: "zoe", Form: annotations.Name},
			{Span: at("Zoë", 0), Entity: "zoe", Form: annotations.Name},
			{Span: at("Zoë’s <friend>", 0), Entity: "n", Form: annotations.Description},
			{Span: at("Émile", 0), Entity: "emile", Form: annotations.Name},
			{Span: at("“no”", 0), Entity: "q", Form: annotations.Name},
		},
		Facts: []annotations.Fact{
			{ID: "f1", About: []annotations.EntityID{"zoe"}, State: annotations.InArticle, Text: "Left.", Evidence: []annotations.Span{at("left", 0)}},
			{ID: "f2", About: []annotations.EntityID{"zoe"}, State: annotations.Background, Text: "Came.", AsOf: date, Sources: []annotations.SourceID{"S1"}, Statement: true, Unverified: true},
		},
		Relations: []annotations.Relation{{ID: "r", From: "zoe", To: "emile", Label: "met", Inverse: "met by", Evidence: []annotations.Span{at("met", 0)}}},
		Passages: []annotations.Passage{
			{Span: at("Zoë met Zoë’s <friend> & left.", 0), Voice: annotations.OwnAccount},
			{Span: at("“no”", 0), Voice: annotations.Unnamed, Name: "a friend", Anonymity: annotations.Asked},
		},
		Remarks: []annotations.Remark{{ID: "n1", Span: at("left", 0), Title: "Where to", Text: "Left where?", About: []annotations.EntityID{"zoe"}, Sources: []annotations.SourceID{"S1"},
			Since: []annotations.Later{{Text: "Came back.", Date: date, Sources: []annotations.SourceID{"S1"}}}}},
		About: []annotations.Section{
			{ID: "s1", Heading: "What this is", Paragraphs: []string{"A text.", "A tiny one."}, Sources: []annotations.SourceID{"S1"}},
		},
		Sources: []annotations.Source{{ID: "S1", Type: "webpage", Title: "T", Issued: date, URL: "https://example.org/?a&b", Grade: "A", Party: true}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func bundled(t *testing.T) *annotations.Edition {
	t.Helper()
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestGolden(t *testing.T) {
	for name, export := range map[string]func(io.Writer, *annotations.Edition, Parts) error{
		"tiny.json": JSON, "tiny.jsonld": W3C,
	} {
		var got bytes.Buffer
		if err := export(&got, tiny(t), Parts{Marks: true}); err != nil {
			t.Fatal(err)
		}
		golden(t, name, got.Bytes())
	}
}

// golden compares what was written with a file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs from what is written:\n%s", path, got)
	}
}

// Whoever has nothing but the text and the file finds every mention again.
func TestW3CReanchors(t *testing.T) {
	for _, e := range []*annotations.Edition{tiny(t), bundled(t)} {
		var b bytes.Buffer
		if err := W3C(&b, e, Parts{Marks: true}); err != nil {
			t.Fatal(err)
		}
		var c struct {
			Total int
			First struct {
				Items []struct {
					ID, Motivation string
					Body           struct{ ID, Type, Label, Kind string }
					Target         struct {
						Source   struct{ ID, Digest string }
						Selector []struct {
							Type, Exact, Prefix, Suffix string
							Start, End                  int
						}
					}
				}
			}
		}
		if err := json.Unmarshal(b.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		if n := len(e.Mentions()); c.Total != n || len(c.First.Items) != n {
			t.Fatalf("%d annotations and a total of %d for %d mentions", len(c.First.Items), c.Total, n)
		}
		text := []rune(e.Article().Text)
		ids := make(map[string]bool)
		for i, a := range c.First.Items {
			m := e.Mentions()[i]
			x, _ := e.Entity(m.Entity)
			q, p := a.Target.Selector[0], a.Target.Selector[1]
			if q.Type != "TextQuoteSelector" || p.Type != "TextPositionSelector" {
				t.Fatalf("%s: selectors %s and %s", a.ID, q.Type, p.Type)
			}
			if got := string(text[p.Start:p.End]); got != q.Exact || got != e.Article().Slice(m.Span) {
				t.Errorf("%s: position holds %q, exact is %q, want %q", a.ID, got, q.Exact, e.Article().Slice(m.Span))
			}
			whole := q.Prefix + q.Exact + q.Suffix
			if n := strings.Count(e.Article().Text, whole); n != 1 {
				t.Errorf("%s: prefix, exact and suffix occur %d times", a.ID, n)
			}
			if at := strings.Index(e.Article().Text, whole) + len(q.Prefix); at != m.Start {
				t.Errorf("%s: prefix, exact and suffix lead to byte %d, want %d", a.ID, at, m.Start)
			}
			if a.Motivation != "identifying" || a.Body.ID != string(x.ID) || a.Body.Type != "SpecificResource" ||
				a.Body.Label != x.Name || a.Body.Kind != x.Kind.String() {
				t.Errorf("%s: motivation %q, body %+v for %s", a.ID, a.Motivation, a.Body, x.ID)
			}
			if u, err := url.Parse(a.ID); err != nil || !u.IsAbs() || ids[a.ID] {
				t.Errorf("%s is no IRI of its own (%v)", a.ID, err)
			}
			if a.Target.Source.Digest != "sha256:"+e.Article().File.Fingerprint.String() {
				t.Errorf("%s: the digest is %s", a.ID, a.Target.Source.Digest)
			}
			if u, err := url.Parse(a.Target.Source.ID); err != nil || u.Path != e.Article().File.Name {
				t.Errorf("%s: source %s does not lead to %q (%v)", a.ID, a.Target.Source.ID, e.Article().File.Name, err)
			}
			ids[a.ID] = true
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	for _, e := range []*annotations.Edition{tiny(t), bundled(t)} {
		var b bytes.Buffer
		if err := JSON(&b, e, Parts{Marks: true}); err != nil {
			t.Fatal(err)
		}
		var got document
		dec := json.NewDecoder(bytes.NewReader(b.Bytes()))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&got); err != nil {
			t.Fatal(err)
		}
		if got.Article.Text != e.Article().Text {
			t.Error("the text comes back altered")
		}
		text := []rune(got.Article.Text)
		for _, m := range got.Mentions {
			if s := string(text[m.Start:m.End]); s != m.Exact {
				t.Errorf("mention of %s at %d–%d is %q, want %q", m.Entity, m.Start, m.End, s, m.Exact)
			}
		}
		for list, n := range map[int][2]int{
			0: {len(got.Entities), len(e.Entities())}, 1: {len(got.Mentions), len(e.Mentions())},
			2: {len(got.Facts), len(e.Facts())}, 3: {len(got.Relations), len(e.Relations())},
			4: {len(got.Passages), len(e.Passages())}, 5: {len(got.Sources), len(e.Sources())},
			6: {len(got.Article.Paragraphs), e.Article().Len()}, 7: {len(got.Notes), len(e.Remarks())},
			8: {len(got.About), len(e.About())},
		} {
			if n[0] != n[1] {
				t.Errorf("list %d has %d elements, want %d", list, n[0], n[1])
			}
		}
		var again bytes.Buffer
		if err := write(&again, got); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again.Bytes(), b.Bytes()) {
			t.Error("what was read back is written differently")
		}
	}
}

// Every field of the domain reaches the document, so that none is forgotten
// when the domain grows.
func TestJSONKnowsEveryField(t *testing.T) {
	for domain, doc := range map[reflect.Type]reflect.Type{
		reflect.TypeFor[annotations.Entity]():    reflect.TypeFor[entity](),
		reflect.TypeFor[annotations.Quantity]():  reflect.TypeFor[quantity](),
		reflect.TypeFor[annotations.Quotation](): reflect.TypeFor[quotation](),
		reflect.TypeFor[annotations.Relation]():  reflect.TypeFor[relation](),
		reflect.TypeFor[annotations.Source]():    reflect.TypeFor[source](),
		reflect.TypeFor[annotations.Section]():   reflect.TypeFor[section](),
		reflect.TypeFor[annotations.Location]():  reflect.TypeFor[location](),
	} {
		if a, b := domain.NumField(), doc.NumField(); a != b {
			t.Errorf("%s has %d fields, the document %d", domain, a, b)
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteFails(t *testing.T) {
	for _, export := range []func(io.Writer, *annotations.Edition, Parts) error{JSON, W3C} {
		if err := export(broken{}, tiny(t), Parts{Marks: true}); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("got %v, want what the writer said", err)
		}
	}
}
