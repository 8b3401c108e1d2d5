package carry_test

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/carry"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/uitest"
)

// span returns the first stretch of the article with the words.
func span(t *testing.T, e *annotations.Edition, words string) annotations.Span {
	t.Helper()
	i := strings.Index(e.Article().Text, words)
	if i < 0 {
		t.Fatalf("%q is not in the article", words)
	}
	return annotations.Span{Start: i, End: i + len(words)}
}

// across returns the stretch from the first words to the end of the last.
func across(t *testing.T, e *annotations.Edition, first, last string) annotations.Span {
	t.Helper()
	return annotations.Span{Start: span(t, e, first).Start, End: span(t, e, last).End}
}

// TestCited: whatever is carried out of the window says who says it and where, as far
// as that is known.
func TestCited(t *testing.T) {
	e := uitest.Edition(t)
	title := e.Title()
	var inArticle, since *annotations.Fact
	for i := range e.Facts() {
		switch f := &e.Facts()[i]; {
		case inArticle == nil && f.State == annotations.InArticle:
			inArticle = f
		case since == nil && f.State == annotations.Since && !f.Date.IsZero():
			since = f
		}
	}
	source := e.Sources()[1]
	for _, c := range []struct {
		name   string
		target command.Target
		want   []string // lines, or their beginnings
	}{
		{"words of an unnamed source", command.Target{On: command.OnSelection, Passage: span(t, e, "no progress was made")},
			[]string{"“no progress was made”", "Unnamed Hamas official, " + locale.Standing(annotations.Passage{Voice: annotations.Unnamed, Anonymity: annotations.Asked}), title + ", ¶6"}},
		{"words of several voices", command.Target{On: command.OnSelection, Passage: across(t, e, "diplomatic strategy.", "The United States has long")},
			[]string{"“diplomatic strategy."}},
		{"a sentence of several voices", command.Target{On: command.OnMark, Mention: e.MentionsOf("benjamin-netanyahu")[0].ID()},
			[]string{"“", "Office of the Prime Minister"}},
		{"words of a quotation", command.Target{On: command.OnSelection, Passage: span(t, e, "this step in itself")},
			[]string{"“this step in itself”", "As published: the step itself", "Unnamed Hamas official, " + locale.Standing(annotations.Passage{Voice: annotations.Unnamed, Anonymity: annotations.Asked}), title + ", ¶6", "“"}},
		{"a mark of a quotation", command.Target{On: command.OnMark, Mention: e.MentionsOf("q-talk-to-anyone")[0].ID()},
			[]string{"“talk to anyone,”", "As published: … the special envoy", "Karoline Leavitt, on record. "}},
		{"a fact of the article", command.Target{On: command.OnFact, Fact: inArticle.ID},
			[]string{inArticle.Text, "“" + e.Article().Slice(inArticle.Evidence[0])[:20]}},
		{"a later fact", command.Target{On: command.OnFact, Fact: since.ID}, []string{since.Text}},
		{"a source", command.Target{On: command.OnSource, Source: source.ID}, []string{"“White House confirms ‘ongoing talks and discussions’ with Hamas"}},
		{"an entity", command.Target{On: command.OnEntity, Entity: "adam-boehler"}, []string{"Adam Boehler"}},
		{"words of a card", command.Target{On: command.OnWords, Words: "He led", Entity: "adam-boehler"}, []string{"He led", "Adam Boehler", title + ", "}},
		{"nothing", command.Target{}, []string{""}},
		{"a source that is not there", command.Target{On: command.OnSource, Source: "S99999"}, []string{""}},
	} {
		got := strings.Split(carry.Cited(e, c.target), "\n")
		for i, want := range c.want {
			if i >= len(got) || !strings.HasPrefix(got[i], want) {
				t.Errorf("%s: line %d begins not with %q:\n%s", c.name, i+1, want, strings.Join(got, "\n"))
				break
			}
		}
	}
	for _, f := range e.Facts() {
		text := carry.Cited(e, command.Target{On: command.OnFact, Fact: f.ID})
		if !strings.Contains(text, title) && !strings.Contains(text, "http") {
			t.Errorf("the fact %s is carried out without a source:\n%s", f.ID, text)
		}
	}
}

// TestQuotationIsCarriedInBothWordings: as the article prints it and as the record
// has it.
func TestQuotationIsCarriedInBothWordings(t *testing.T) {
	e := uitest.Edition(t)
	n := 0
	for _, x := range e.Entities() {
		if x.Words == nil || x.Words.Published == "" {
			continue
		}
		n++
		text := carry.Cited(e, command.Target{On: command.OnEntity, Entity: x.ID})
		for _, want := range []string{"As printed: ", x.Words.Published, x.Words.Difference, e.Title()} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q:\n%s", x.ID, want, text)
			}
		}
		if len(carry.Sources(e, command.Target{On: command.OnEntity, Entity: x.ID})) == 0 {
			t.Errorf("%s has no source to carry", x.ID)
		}
	}
	if n == 0 {
		t.Fatal("the edition has no quotation with a published wording")
	}
}

// TestWhence names where something is from, in a few words.
func TestWhence(t *testing.T) {
	e := uitest.Edition(t)
	for want, target := range map[string]command.Target{
		"Unnamed Hamas official, ¶6": {On: command.OnSelection, Passage: span(t, e, "no progress was made")},
		"¶1–2":                       {On: command.OnSelection, Passage: across(t, e, "diplomatic strategy.", "The United States has long")},
		"":                           {On: command.OnLink, Address: "https://a.example"},
	} {
		if got := carry.Whence(e, target); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestTray collects each piece once, in order, up to its room, and is emptied.
func TestTray(t *testing.T) {
	var tray carry.Tray
	told := 0
	tray.OnChange = func() { told++ }
	for _, s := range []string{"one", "two", "one", "three"} {
		if !tray.Add(s) {
			t.Errorf("%q has no room", s)
		}
	}
	if tray.Remove(1); tray.Text() != "one\n\nthree" || told != 4 {
		t.Errorf("holds %q, told %d times", tray.Text(), told)
	}
	room := true
	for i := range 1000 {
		room = tray.Add(strings.Repeat("x", i+1))
	}
	if room || tray.Len() != 500 {
		t.Errorf("takes %d pieces", tray.Len())
	}
	if tray.Empty(); tray.Len() != 0 {
		t.Error("is not emptied")
	}
}
