package edition_test

import (
	"os"
	"strings"
	"testing"

	"sidelight/annotations/edition"
)

// TestDesk breaks each rule that only Check has, about dates, parties and facts that
// stand alone, once in the sample. Load does not mind.
func TestDesk(t *testing.T) {
	const (
		bare = "  - {id: new, about: [%s], state: background, as-of: 2021-04, text: %s, sources: [S1]}\n"
		head = "facts:\n"
	)
	fact := func(about, text string) string {
		return head + strings.Replace(strings.Replace(bare, "%s", about, 1), "%s", text, 1)
	}
	for _, tt := range []struct {
		name, file, old, with string
		want                  string // the place, then words of the sentence; empty for no fault
	}{
		{"as of a later day than its source", "facts.yaml", "as-of: 2021-05\n", "as-of: 2021-05-05\n",
			"facts.yaml:12:12: the fact quill-chair holds as of 2021-05-05, and each of its sources is older"},
		{"as of the day of its source", "facts.yaml", "as-of: 2021-05\n", "as-of: 2021-05-04\n", ""},
		{"as of a time that its source may lie in", "facts.yaml", "as-of: 2021-05\n", "as-of: 2021\n", ""},
		{"a later source", "facts.yaml", "as-of: 2021-05\n    sources: [S1]", "as-of: 2021-05-05\n    sources: [S1, S3]",
			"facts.yaml:12:12: the fact quill-chair holds as of 2021-05-05"},
		{"a source without a date", "facts.yaml", "as-of: 2021-05\n    sources: [S1]", "as-of: 2021-05-05\n    sources: [S1, S2]", ""},
		{"later than the newest fact", "facts.yaml", "date: 2021-09-12", "date: 2023-01",
			"facts.yaml:18:11: the fact pier-late is of 2023-01, later than the newest fact that the edition says it has (facts-as-of: 2022~)"},
		{"a note's later than the newest fact", "notes.yaml", "date: 2022~", "date: 2023",
			"notes.yaml:15:15: what came after the note note-board is of 2023, later than the newest fact"},
		{"no newest fact", "edition.yaml", "facts-as-of: 2022~\n", "", "edition.yaml:2:1: facts-as-of is missing"},
		{"newer than checked", "edition.yaml", "facts-as-of: 2022~\n", "facts-as-of: 2024-02\n",
			"edition.yaml:22:14: facts-as-of is 2024-02, later than the day on which the facts were checked (2024-01)"},
		{"a note of a later time", "notes.yaml", "text: The minutes of the board give", "text: In July 2021 the board gave",
			"notes.yaml:5:11: the note note-residents tells of July 2021, which is after the article (2021-05-04/2021-05-06)"},
		{"a title of a later time", "notes.yaml", "title: Who is meant", "title: The board of 2022",
			"notes.yaml:9:12: the note note-board tells of 2022"},
		{"a party of grade A", "sources.json", `"B", "party"`, `"A", "party"`,
			"sources.json:24:25: the source S3 is a party to the matter, which is of grade B at most"},

		{"a pronoun", "facts.yaml", head, fact("ada-quill", "She chairs the board."),
			"facts.yaml:2:76: the fact new begins with “she” (it points at somebody or something that only another sentence names): write the name"},
		{"an official on two cards", "facts.yaml", head, fact("ada-quill, pier", "The official opened the pier."),
			"facts.yaml:2:82: the fact new begins with “the official”"},
		{"an official on one card", "facts.yaml", head, fact("announcement", "The official made it."), ""},
		{"a pronoun before a name", "facts.yaml", head, fact("ada-quill, pier", "From her chair Ada Quill opened the pier."),
			"facts.yaml:2:82: the fact new says “her” before it names anybody"},
		{"a pronoun after a name", "facts.yaml", head, fact("ada-quill, pier", "Ada Quill opened the pier from her chair."), ""},
		{"no subject", "facts.yaml", head, fact("ada-quill", "Born in 1960."),
			"facts.yaml:2:76: the fact new names nothing that it is about (ada-quill): write the name"},
		{"a short name", "facts.yaml", head, fact("ferry-company", "The ferry company was founded in 1960."), ""},
		{"another of those that it is about", "facts.yaml", head, fact("ada-quill, pier", "The pier was built in 1960."), ""},
		{"an event, which has no name", "facts.yaml", head, fact("announcement", "It is not known who wrote the text."), ""},
		{"what is not mentioned and has a fact", "facts.yaml", head, fact("ferry-company", "The Ellery-Marsh Ferry Company is old."), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := copyOf(t, os.DirFS("testdata/sample"))
			replace(t, m, tt.file, tt.old, tt.with)
			got := checked(t, m)
			if tt.want == "" && got != "" || !strings.HasPrefix(got, tt.want) || strings.Contains(got, "\n") {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if _, err := edition.Load(t.Context(), m); err != nil {
				t.Errorf("Load: %v", err)
			}
		})
	}
}
