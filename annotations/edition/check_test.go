package edition_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"sidelight/annotations/edition"
	"sidelight/assets"
)

// checked is what Check says of an edition: nothing, or its faults.
func checked(t testing.TB, fsys fs.FS) string {
	t.Helper()
	_, err := edition.Check(t.Context(), fsys)
	if err == nil {
		return ""
	}
	var all edition.Errors
	if !errors.As(err, &all) {
		t.Fatalf("%v is not a list of faults", err)
	}
	return err.Error()
}

func TestCheckAccepts(t *testing.T) {
	for name, fsys := range map[string]fs.FS{"bundled": assets.Edition(), "sample": os.DirFS("testdata/sample")} {
		if got := checked(t, fsys); got != "" {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// TestCheckRefuses breaks each rule of the pen once in a copy of the edition
// that comes with the program. The fault is found where old was replaced, at the
// marker. Strict rules are those of Check alone: the edition can still be read.
func TestCheckRefuses(t *testing.T) {
	const (
		people   = "entities/people.yaml"
		numbers  = "entities/numbers.yaml"
		places   = "entities/places.yaml"
		ofPeople = "facts/people.yaml"
		said     = "facts/article.yaml"
	)
	tests := []struct {
		name, file, old, with string
		marker                string
		words                 string
		strict                bool
	}{
		{name: "neither evidence nor source", file: said, old: "facts:\n",
			with:   "facts:\n  - {id: bare, about: [hamas], state: in-article, text: Nothing says so.}\n",
			marker: "bare,", words: "the fact bare has no evidence"},
		{name: "background without source", file: ofPeople, old: "facts:\n",
			with:   "facts:\n  - {id: bare, about: [hamas], state: background, as-of: 2025, text: Nothing says so.}\n",
			marker: "bare,", words: "the fact bare has no sources"},
		{name: "evidence not verbatim", file: said, old: "exact: signaling a potential shift", with: "exact: signalling a potential shift",
			marker: "signalling", words: "does not occur in article.txt"},
		{name: "background without as-of", file: ofPeople, old: "facts:\n",
			with:   "facts:\n  - {id: bare, about: [hamas], state: background, text: When is not said., sources: [S1]}\n",
			marker: "bare,", words: "the fact bare has no as-of"},
		{name: "since before the article", file: ofPeople, old: "facts:\n",
			with:   "facts:\n  - {id: early, about: [hamas], state: since, date: 2025-03-04, text: Too early., sources: [S1]}\n",
			marker: "2025-03-04, text", words: "the fact early is of state since, but 2025-03-04 lies before the article"},
		{name: "unused source", file: "sources.json", old: "[\n",
			with:   "[\n  {\"id\": \"S999\", \"type\": \"webpage\", \"title\": \"T\", \"custom\": {\"grade\": \"A\"}},\n",
			marker: `"S999"`, words: "nobody uses the source S999", strict: true},
		{name: "identity line", file: people, old: "entities:\n",
			with:   "entities:\n  - {id: ada, kind: person, name: Ada, identity: " + strings.Repeat("é", 121) + "}\n",
			marker: "éé", words: "and may have 120"},
		{name: "summary", file: people, old: "entities:\n",
			with:   "entities:\n  - {id: ada, kind: person, name: Ada, identity: A, summary: " + strings.Repeat("many ", 61) + "}\n",
			marker: "many many", words: "and may have 60"},
		{name: "clause without voice", file: "voices.yaml", old: "exact: signaling a potential shift in diplomatic strategy", with: "exact: a potential shift in diplomatic strategy",
			marker: "", words: "article.txt:1:360: no passage of the voices holds “signaling”"},
		{name: "clause with two voices", file: "voices.yaml", old: "exact: signaling a potential", with: "exact: in 1997, signaling a potential",
			marker: "in 1997, signaling", words: "“in 1997,” lies in two passages"},
		{name: "no voices", file: "edition.yaml", old: "voices: [voices.yaml]\n", with: "",
			marker: "", words: "article.txt:1:1: no passage of the voices holds “The White House", strict: true},
		{name: "number without value", file: numbers, old: "value: 1200\n", with: "# value: 1200\n",
			marker: "unit: people\n", words: "value is missing"},
		{name: "number without quantity", file: numbers, old: "entities:\n",
			with:   "entities:\n  - {id: n-bare, kind: number, name: none, match: false, identity: Nothing}\n",
			marker: "n-bare", words: "the number n-bare has no quantity"},
		{name: "words of a quotation", file: "mentions.yaml", old: `"talk to anyone`, with: `"talk to everyone`,
			marker: `'"talk to everyone`, words: "does not occur in article.txt"},
		{name: "quotation without words", file: "entities/quotations.yaml", old: "entities:\n",
			with:   "entities:\n  - {id: q-bare, kind: quotation, name: none, match: false, identity: Nothing}\n",
			marker: "q-bare", words: "the quotation q-bare has no mention"},
		{name: "nobody comes to it", file: places, old: "entities:\n",
			with:   "entities:\n  - {id: lima, kind: place, name: Lima, identity: Capital of Peru}\n",
			marker: "lima", words: "the entity lima is never mentioned, and no fact and no relation is about it", strict: true},
		{name: "relation to nobody", file: "relations.yaml", old: "to: us-hamas-talks", with: "to: nobody",
			marker: "nobody", words: `there is no entity "nobody"`},
		{name: "loaded word", file: said, old: "facts:\n",
			with:   "facts:\n  - {id: loaded, about: [hamas], state: in-article, text: The regime reads., evidence: [{exact: signaling a potential shift}]}\n",
			marker: "The regime reads", words: "“regime” is a loaded word", strict: true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := copyOf(t, assets.Edition())
			replace(t, m, tt.file, tt.old, tt.with)
			want := tt.words
			if tt.marker != "" {
				want = at(t, m, tt.file, tt.marker) + ": " + tt.words
			}
			got := checked(t, m)
			if line := lineWith(got, tt.words); !strings.HasPrefix(line, strings.TrimSuffix(want, tt.words)) || line == "" {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if _, err := edition.Load(t.Context(), m); (err == nil) != tt.strict {
				t.Errorf("Load: %v", err)
			}
		})
	}
}

// lineWith is the first line of s that holds words.
func lineWith(s, words string) string {
	for line := range strings.Lines(s) {
		if strings.Contains(line, words) {
			return line
		}
	}
	return ""
}

// TestCheckWeakSources makes a source that alone carries a fact a weak one.
func TestCheckWeakSources(t *testing.T) {
	const lone = "facts:\n  - {id: lone, about: [hamas], state: background, as-of: 2025, text: One page says so of Hamas., sources: [S999]%s}\n"
	for grade, ok := range map[string]bool{"A": true, "B": false, "C": false} {
		for _, flag := range []string{"", ", unverified: true"} {
			m := copyOf(t, assets.Edition())
			replace(t, m, "facts/people.yaml", "facts:\n", strings.Replace(lone, "%s", flag, 1))
			replace(t, m, "sources.json", "[\n", "[\n  {\"id\": \"S999\", \"type\": \"webpage\", \"title\": \"T\", \"custom\": {\"grade\": \""+grade+"\"}},\n")
			got := checked(t, m)
			want := at(t, m, "facts/people.yaml", "lone,") + ": the sources of the fact lone do not carry it"
			if ok || flag != "" {
				if got != "" {
					t.Errorf("grade %s%s: %s", grade, flag, got)
				}
			} else if !strings.HasPrefix(got, want) {
				t.Errorf("grade %s: got %q, want %q", grade, got, want)
			}
		}
	}
}

// TestCheckCountsEveryUse cites a source in each place that counts as a use.
func TestCheckCountsEveryUse(t *testing.T) {
	tests := []struct{ file, old, with string }{
		{"facts/people.yaml", "sources: [", "sources: [S999, "},
		{"relations.yaml", "relations:\n", "relations:\n  - {id: r-new, from: hamas, to: gaza-strip, label: a, inverse: b, sources: [S999]}\n"},
		{"quotations.yaml", "sources: [", "sources: [S999, "},
		{"entities/numbers.yaml", "sources: [", "sources: [S999, "},
		{"notes.yaml", "sources: [", "sources: [S999, "},
		{"notes.yaml", "notes:\n", "notes:\n  - {id: new, title: t, exact: ongoing talks, text: t, since: [{text: t, date: 2026, sources: [S999]}]}\n"},
		{"about.yaml", "sources: [", "sources: [S999, "},
	}
	for _, tt := range tests {
		m := copyOf(t, assets.Edition())
		replace(t, m, "sources.json", "[\n", "[\n  {\"id\": \"S999\", \"type\": \"webpage\", \"title\": \"T\", \"custom\": {\"grade\": \"A\"}},\n")
		replace(t, m, tt.file, tt.old, tt.with)
		if got := checked(t, m); got != "" {
			t.Errorf("%s: %s", tt.file, got)
		}
	}
}

// TestCheckReadsItsOwnWords puts a loaded word into each text that the edition
// says itself, and into those that it quotes.
func TestCheckReadsItsOwnWords(t *testing.T) {
	tests := []struct {
		file, old, with string
		own             bool
	}{
		{"edition.yaml", "title: A pier", "title: A brutal pier", true},
		{"edition.yaml", "standfirst: A small", "standfirst: A brutal", true},
		{"edition.yaml", "notice: The place", "notice: The brutal place", true},
		{"entities.yaml", "identity: Chair", "identity: Brutal chair", true},
		{"entities.yaml", "summary: She has", "summary: She has brutally", true},
		{"entities.yaml", "aliases: [Ellery]", "aliases: [Ellery, Brutal]", false},
		{"entities.yaml", "name: Ada Quill", "name: Ada Brutal", false},
		{"more/things.yaml", "counted: residents", "counted: brutal residents", true},
		{"more/things.yaml", "given-by: the article", "given-by: the brutal article", true},
		{"more/things.yaml", "others: The minutes", "others: The brutal minutes", true},
		{"facts.yaml", "text: The pier", "text: The brutal pier", true},
		{"facts.yaml", "text: The pier", "text: The “brutal” pier", false},
		{"relations.yaml", "label: chairs", "label: brutally chairs", true},
		{"relations.yaml", "inverse: made by", "inverse: brutally made by", true},
		{"quotations.yaml", "setting: Meeting", "setting: Brutal meeting", true},
		{"quotations.yaml", "difference: The article", "difference: The brutal article", true},
		{"quotations.yaml", "published: It is", "published: It is brutal", false},
		{"notes.yaml", "title: Other counts", "title: Brutal counts", true},
		{"notes.yaml", "text: The minutes", "text: The brutal minutes", true},
		{"about.yaml", "heading: What this", "heading: What this brutal", true},
		{"about.yaml", "- Its minutes", "- Its brutal minutes", true},
		{"about.yaml", "[Nothing is.]", "[Nothing brutal is.]", true},
		{"sources.json", "The pier is open", "The brutal pier is open", false},
	}
	for _, tt := range tests {
		m := copyOf(t, os.DirFS("testdata/sample"))
		replace(t, m, tt.file, tt.old, tt.with)
		got := checked(t, m)
		if !tt.own {
			if got != "" {
				t.Errorf("%s, %s: %s", tt.file, tt.with, got)
			}
			continue
		}
		if !strings.HasPrefix(got, place(t, m, tt.file, tt.with)+": “brutal") || !strings.Contains(got, "is a loaded word") {
			t.Errorf("%s, %s: got %q", tt.file, tt.with, got)
		}
	}
}

// place is where the value begins in which words like "key: value" were put.
func place(t testing.TB, m fstest.MapFS, file, words string) string {
	t.Helper()
	for _, opener := range []string{": ", "- ", "["} {
		if _, value, ok := strings.Cut(words, opener); ok {
			return at(t, m, file, value)
		}
	}
	t.Fatalf("%q holds no value", words)
	return ""
}
