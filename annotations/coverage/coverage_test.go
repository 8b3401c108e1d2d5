package coverage

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/assets"
)

const sampleText = `Ada Quill met the U.S. board on 4 May. She said “half of the Port is OK” and left Port Ellery's pier.
Twelve people waited a month, 1,200 more did not; «the first» was "one of them`

// spanOf is the n-th place, counted from 0, at which words stand in the sample.
func spanOf(t testing.TB, words string, n int) annotations.Span {
	t.Helper()
	i := -1
	for ; n >= 0; n-- {
		next := strings.Index(sampleText[i+1:], words)
		if next < 0 {
			t.Fatalf("%q is not in the sample", words)
		}
		i += 1 + next
	}
	return annotations.Span{Start: i, End: i + len(words)}
}

// edit makes an edition of the sample text and of what fill adds.
func edit(t testing.TB, fill func(c *annotations.Content)) *annotations.Edition {
	t.Helper()
	a, err := annotations.NewArticle("sample.txt", sampleText)
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{Title: "Sample", Article: a}
	fill(&c)
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// bareWords are the words of each class that lie in no mark.
func bareWords(e *annotations.Edition) map[string][]string {
	out := make(map[string][]string)
	for _, c := range Of(e).Classes {
		for _, s := range c.Bare {
			out[c.Name] = append(out[c.Name], e.Article().Slice(s))
		}
	}
	return out
}

func TestWordsInNoMark(t *testing.T) {
	bare := edit(t, func(*annotations.Content) {})
	want := map[string][]string{
		Capitalised: {"Quill", "U.S", "May", "Port", "OK", "Port", "Ellery"},
		Numbers:     {"4", "half", "Twelve", "1,200", "one"},
		Times:       {"month"},
		Quoted:      {"half", "of", "the", "Port", "is", "OK", "the", "first", "one", "of", "them"},
	}
	if got := bareWords(bare); !reflect.DeepEqual(got, want) {
		t.Errorf("without marks:\ngot  %q\nwant %q", got, want)
	}
	for _, c := range Of(bare).Classes {
		if c.All != len(want[c.Name]) {
			t.Errorf("%s: %d in all, want %d", c.Name, c.All, len(want[c.Name]))
		}
	}

	marked := edit(t, func(c *annotations.Content) {
		c.Entities = []annotations.Entity{
			{ID: "ada", Kind: annotations.Person, Name: "Ada Quill"}, {ID: "port", Kind: annotations.Place, Name: "Port Ellery"},
			{ID: "q", Kind: annotations.Quote, Name: "half"}, {ID: "n", Kind: annotations.Number, Name: "1,200"},
		}
		add := func(id annotations.EntityID, words string, n int) {
			c.Mentions = append(c.Mentions, annotations.Mention{Span: spanOf(t, words, n), Entity: id, Form: annotations.Name})
		}
		add("ada", "Ada Quill", 0)
		add("port", "U.S", 0)                   // the stop after it is no part of the word
		add("port", "the Port is OK", 0)        // a mark, but no quotation's
		add("q", "“half of the Port is OK”", 0) // the quotation around it
		add("port", "Port Ell", 0)              // half a word
		add("n", "1,200 more", 0)               // a digit
		add("port", "the first", 0)             // no quotation's
		add("n", "month, 1,200 more did", 0)    // a mark around a mark
		add("q", "\"one of", 0)                 // not all of the quotation
		add("ada", "She", 0)                    // it opens a sentence
		add("n", "Twelve people waited a", 0)   // so does this, but it is a number
		add("n", "on 4 May", 0)                 // two at once
	})
	want = map[string][]string{
		Capitalised: {"Ellery"},
		Quoted:      {"the", "first", "them"},
	}
	if got := bareWords(marked); !reflect.DeepEqual(got, want) {
		t.Errorf("with marks:\ngot  %q\nwant %q", got, want)
	}
}

func TestCounts(t *testing.T) {
	date, err := annotations.ParseDate("2025")
	if err != nil {
		t.Fatal(err)
	}
	e := edit(t, func(c *annotations.Content) {
		c.Entities = []annotations.Entity{
			{ID: "ada", Kind: annotations.Person}, {ID: "bea", Kind: annotations.Person},
			{ID: "pier", Kind: annotations.Term}, {ID: "port", Kind: annotations.Place},
		}
		c.Mentions = []annotations.Mention{
			{Span: spanOf(t, "Ada", 0), Entity: "ada", Form: annotations.Alias},
			{Span: spanOf(t, "She", 0), Entity: "ada", Form: annotations.Pronoun},
			{Span: spanOf(t, "Port", 1), Entity: "port", Form: annotations.Name},
			{Span: spanOf(t, "pier", 0), Entity: "pier", Form: annotations.Name},
		}
		s := []annotations.SourceID{"S1"}
		c.Sources = []annotations.Source{{ID: "S1", Grade: "B"}, {ID: "S2", Grade: "A"}, {ID: "S3", Grade: "B"}, {ID: "S4"}}
		c.Facts = []annotations.Fact{
			{ID: "a", About: []annotations.EntityID{"ada", "pier"}, State: annotations.InArticle, Evidence: []annotations.Span{spanOf(t, "met", 0)}},
			{ID: "b", About: []annotations.EntityID{"ada"}, State: annotations.Background, AsOf: date, Sources: s},
			{ID: "c", About: []annotations.EntityID{"ada"}, State: annotations.Background, AsOf: date, Sources: s, Unverified: true},
			{ID: "d", About: []annotations.EntityID{"ada"}, State: annotations.Since, Date: date, Sources: s},
			{ID: "e", About: []annotations.EntityID{"bea", "pier"}, State: annotations.Since, Date: date, Sources: s},
		}
	})
	r := Of(e)
	if got := r.Marks[0]; got.Kind != annotations.Person || got.All() != 2 || got.ByForm[annotations.Alias] != 1 || got.ByForm[annotations.Pronoun] != 1 {
		t.Errorf("persons: %+v", got)
	}
	if len(r.Marks) != len(annotations.Kinds()) || r.Marks[7].All() != 1 || r.Marks[1].All() != 0 {
		t.Errorf("marks: %+v", r.Marks)
	}
	if want := []Facts{{annotations.InArticle, 1, 0}, {annotations.Background, 2, 1}, {annotations.Since, 2, 0}}; !slices.Equal(r.Facts, want) {
		t.Errorf("facts: %+v, want %+v", r.Facts, want)
	}
	// The article does not mention Bea, who is no part of what it leaves to say.
	if want := (PerEntity{Min: 0, Max: 4, Median: 2, None: []annotations.EntityID{"port"}}); !reflect.DeepEqual(r.PerEntity, want) {
		t.Errorf("facts per entity: %+v, want %+v", r.PerEntity, want)
	}
	if want := []Sources{{"A", 1}, {"B", 2}, {"C", 0}, {"", 1}}; !slices.Equal(r.Sources, want) {
		t.Errorf("sources: %+v, want %+v", r.Sources, want)
	}
	if none := Of(edit(t, func(*annotations.Content) {})).PerEntity; !reflect.DeepEqual(none, PerEntity{}) {
		t.Errorf("facts per entity where there is none: %+v", none)
	}
}

func TestVoices(t *testing.T) {
	thirds := edit(t, func(c *annotations.Content) {
		c.Passages = []annotations.Passage{
			{Span: spanOf(t, "Ada", 0), Voice: annotations.Official}, {Span: spanOf(t, "met", 0), Voice: annotations.Inference},
			{Span: spanOf(t, "board", 0), Voice: annotations.OwnAccount},
		}
	})
	want := []Share{
		{annotations.OnRecord, 0, 0}, {annotations.Official, 1, 34}, {annotations.Unnamed, 0, 0},
		{annotations.Inference, 1, 33}, {annotations.OwnAccount, 1, 33},
	}
	if got := Of(thirds).Voices; !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for _, s := range Of(edit(t, func(*annotations.Content) {})).Voices {
		if s.Words != 0 || s.Percent != 0 {
			t.Errorf("without passages: %+v", s)
		}
	}
}

func percent(r Report) int {
	n := 0
	for _, s := range r.Voices {
		n += s.Percent
	}
	return n
}

// TestBundled holds the edition that comes with the program to what it promises.
func TestBundled(t *testing.T) {
	e, err := edition.Check(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	if n := len(e.Entities()); n < 60 {
		t.Errorf("%d entities, want 60 or more", n)
	}
	if n := len(e.Facts()); n < 150 {
		t.Errorf("%d facts, want 150 or more", n)
	}
	r := Of(e)
	if bare := bareWords(e); len(bare) > 0 {
		t.Errorf("words in no mark: %q", bare)
	}
	for _, c := range r.Classes {
		if c.All == 0 {
			t.Errorf("the article has no %s", c.Name)
		}
	}
	if got := percent(r); got != 100 {
		t.Errorf("the shares of the voices sum to %d", got)
	}
	words := 0
	for _, s := range r.Voices {
		words += s.Words
	}
	if all := e.Article().Words(annotations.Span{End: len(e.Article().Text)}); words != all {
		t.Errorf("%d words have a voice, of %d", words, all)
	}
	marks := 0
	for _, m := range r.Marks {
		marks += m.All()
	}
	if marks != len(e.Mentions()) {
		t.Errorf("%d marks by kind, want %d", marks, len(e.Mentions()))
	}
}

// TestBundledEveryMark takes each mark of the bundled edition away, in turn: a
// word of a name, number, time or quotation that only this mark held turns up.
func TestBundledEveryMark(t *testing.T) {
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for i, m := range e.Mentions() {
		c := annotations.Content{
			Article: e.Article(), Entities: e.Entities(), Sources: e.Sources(),
			Mentions: slices.Delete(slices.Clone(e.Mentions()), i, i+1),
		}
		less, err := annotations.New(c)
		if err != nil {
			t.Fatal(err)
		}
		for name, words := range bareWords(less) {
			found++
			if text := e.Article().Slice(m.Span); !strings.Contains(text, words[0]) {
				t.Errorf("without %q, %s %q are bare", text, name, words)
			}
		}
	}
	if found < 40 {
		t.Errorf("only %d marks are missed", found)
	}
}
