package edition_test

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/annotations/fuzzed"
	"sidelight/assets"
)

// folder holds the files of an edition.
func folder(t testing.TB, e *annotations.Edition) fs.FS {
	t.Helper()
	files, err := edition.Files(e)
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for _, f := range files {
		out[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	return out
}

// same reports whether two editions hold the same.
func same(t testing.TB, got, want *annotations.Edition) {
	t.Helper()
	a, b := got.Content(), want.Content()
	if a.Article.Text != b.Article.Text || a.Article.File.Name != b.Article.File.Name {
		t.Errorf("the article is %q of %s, want %q of %s", a.Article.Text, a.Article.File.Name, b.Article.Text, b.Article.File.Name)
	}
	a.Article, b.Article = nil, nil
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range x.NumField() {
		p, q := x.Field(i), y.Field(i)
		if p.Kind() != reflect.Slice {
			if !reflect.DeepEqual(p.Interface(), q.Interface()) {
				t.Errorf("%s is %v, want %v", x.Type().Field(i).Name, p, q)
			}
			continue
		}
		if p.Len() != q.Len() {
			t.Errorf("%d of %s, want %d", p.Len(), x.Type().Field(i).Name, q.Len())
			continue
		}
		for k := range p.Len() {
			if !reflect.DeepEqual(p.Index(k).Interface(), q.Index(k).Interface()) {
				t.Errorf("%s %d is\n%+v, want\n%+v", x.Type().Field(i).Name, k, p.Index(k), q.Index(k))
			}
		}
	}
}

// The edition that comes with the program is the same after it was written and read.
func TestFilesOfTheBundledEdition(t *testing.T) {
	want, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	got, err := edition.Check(t.Context(), folder(t, want))
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, want)
}

// draft is what the program may have found in a text.
func draft(t testing.TB, text string) *annotations.Edition {
	t.Helper()
	a, err := annotations.NewArticle("an article.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	at := func(words string) annotations.Span {
		i := strings.Index(text, words)
		if i < 0 {
			t.Fatalf("%q is not there", words)
		}
		return annotations.Span{Start: i, End: i + len(words)}
	}
	when, err := annotations.ParseDate("1987~")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{
		Title: "A: draft # 1", Article: a, Marked: true,
		Entities: []annotations.Entity{
			{ID: "null", Kind: annotations.Person, Name: "Zoë: “Z”", Aliases: []string{"no", "Zoë, then", "# 1"}, Called: []annotations.Span{at("the \"head\"")}},
			{ID: "1984", Kind: annotations.Time, Name: "about 1987", When: when},
			{ID: "long", Kind: annotations.Time, Name: "two years", Length: true},
			{ID: "port", Kind: annotations.Place, Name: "Port", Location: &annotations.Location{Lat: -0.5, Lon: 179.25}},
			{ID: "n", Kind: annotations.Number, Name: "1.2 million", Quantity: &annotations.Quantity{Value: 1.2e6, Unit: "%", Hedge: "about"}},
			{ID: "q", Kind: annotations.Quote, Name: "Look", Words: &annotations.Quotation{}},
		},
		Mentions: []annotations.Mention{
			{Span: at("Zoë"), Entity: "null", Form: annotations.Name, Origin: annotations.Found, Score: 0.7312, By: annotations.ByNames, Ground: at("the \"head\"")},
			{Span: at("1987"), Entity: "1984", Form: annotations.Name, Origin: annotations.Found, Score: 1, By: annotations.ByDates},
			{Span: at("“Look,\n"), Entity: "q", Form: annotations.Name, Origin: annotations.Found, Score: 0.5, By: annotations.ByQuotations},
			{Span: at("Port"), Entity: "port", Form: annotations.Alias, Origin: annotations.Corrected},
		},
		Relations: []annotations.Relation{{ID: "r1", From: "null", To: "port", Label: strings.Repeat("went to ", 9) + "x", Inverse: "went to", Evidence: []annotations.Span{at("Zoë")}, Origin: annotations.Found}},
		Passages: []annotations.Passage{
			{Span: at("Zoë"), Voice: annotations.Unnamed, Origin: annotations.Found, Cue: at("1987")},
			{Span: at("Port"), Voice: annotations.OwnAccount, Origin: annotations.Found},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

const draftText = "🙂 Zoë was the \"head\" in 1987.\r\n\n“Look,\n\tsaid\u00a0she.\u2028 Port\u0085 and \\ # port: 'x'\x00\n"

// What the program found is the same after it was written and read, and is still known
// as its own. What is left to a person is said, and is no fault.
func TestFilesOfADraft(t *testing.T) {
	want := draft(t, draftText)
	fsys := folder(t, want)
	got, err := edition.Check(t.Context(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, want)
	_, left, err := edition.Review(t.Context(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"published is missing", "the entity port has no identity", "the entity n is never mentioned"} {
		if !strings.Contains(left.Error(), words) {
			t.Errorf("what is left does not say %q:\n%v", words, left)
		}
	}
}

// An edition of many marks is written to several files.
func TestFilesAreDivided(t *testing.T) {
	text := strings.Repeat("A", 6_000)
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{Title: "T", Article: a, Marked: true, Entities: []annotations.Entity{{ID: "a", Kind: annotations.Person, Name: "A"}}}
	for i := range len(text) {
		c.Mentions = append(c.Mentions, annotations.Mention{
			Span: annotations.Span{Start: i, End: i + 1}, Entity: "a", Form: annotations.Name, Origin: annotations.Found, Score: 0.123456, By: annotations.ByNames,
		})
	}
	want, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	fsys := folder(t, want)
	if _, err := fs.Stat(fsys, "mentions-2.yaml"); err != nil {
		t.Error(err)
	}
	got, err := edition.Load(t.Context(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, want)
}

// Whatever the text and the words about it, what was written can be read.
func FuzzFiles(f *testing.F) {
	f.Add(draftText, "a: # b", uint16(3), uint16(9))
	f.Add("- [x]: {y}\n", "'", uint16(0), uint16(3))
	f.Add("\x7f\x80 \u2029%! & *", "!!str", uint16(0), uint16(2))
	f.Fuzz(func(t *testing.T, text, name string, from, to uint16) {
		if len(text) > 1<<12 || len(name) > 1<<10 || !utf8.ValidString(text) || !utf8.ValidString(name) || len(strings.Fields(name)) == 0 {
			return
		}
		name = strings.Join(strings.Fields(name), " ")
		a, err := annotations.NewArticle("a.txt", text)
		if err != nil {
			return
		}
		s := annotations.Span{Start: int(from), End: int(to)}
		if !s.ValidIn(text) || strings.TrimSpace(text[s.Start:s.End]) == "" {
			return
		}
		want, err := annotations.New(annotations.Content{
			Title: name, Article: a, Marked: true,
			Entities: []annotations.Entity{{ID: "a", Kind: annotations.Person, Name: name, Aliases: []string{name}, Called: []annotations.Span{s}}},
			Mentions: []annotations.Mention{{Span: s, Entity: "a", Form: annotations.Name, Origin: annotations.Found, Score: 0.5, By: annotations.ByNames, Ground: s}},
		})
		if err != nil {
			return
		}
		fuzzed.Within(t, func() {
			got, err := edition.Load(t.Context(), folder(t, want))
			if err != nil {
				t.Fatal(err)
			}
			same(t, got, want)
		})
	})
}
