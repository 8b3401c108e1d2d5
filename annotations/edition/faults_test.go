package edition_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"sidelight/annotations/edition"
)

// copyOf is an edition in memory, to be broken.
func copyOf(t testing.TB, fsys fs.FS) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(fsys, path)
		m[path] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// replace changes the first occurrence of old in a file; it fails the test if
// there is none.
func replace(t testing.TB, m fstest.MapFS, file, old, with string) {
	t.Helper()
	before := string(m[file].Data)
	after := strings.Replace(before, old, with, 1)
	if after == before {
		t.Fatalf("%q does not occur in %s: the edit changes nothing", old, file)
	}
	m[file] = &fstest.MapFile{Data: []byte(after)}
}

// faultsOf loads an edition that must have faults.
func faultsOf(t testing.TB, fsys fs.FS) edition.Errors {
	t.Helper()
	_, err := edition.Load(t.Context(), fsys)
	var all edition.Errors
	if !errors.As(err, &all) || len(all) == 0 {
		t.Fatalf("got %v, want the faults of the edition", err)
	}
	for _, e := range all {
		if strings.ContainsAny(e.Error(), "\n\t") || strings.Contains(e.Error(), "goroutine") {
			t.Errorf("the fault is no single sentence: %q", e.Error())
		}
		if strings.Contains(e.Message, "more faults were found") {
			continue
		}
		if e.File == "" || e.Line == 0 != (e.Column == 0) {
			t.Errorf("the fault has no proper place: %+v", *e)
		}
	}
	return all
}

// TestFaults breaks each rule of the format once in the sample.
func TestFaults(t *testing.T) {
	sample := os.DirFS("testdata/sample")
	tests := []struct {
		name, file, old, with string
		want                  string // the place, then words of the sentence
	}{
		// edition.yaml
		{"format", "edition.yaml", "format: 1", "format: 2", `edition.yaml:2:9: the format "2" is not known`},
		{"no format", "edition.yaml", "format: 1\n", "", `edition.yaml:2:1: format is missing`},
		{"language", "edition.yaml", "en-GB", "english please", `edition.yaml:5:11: "english please" is not a BCP 47`},
		{"facts as of", "edition.yaml", "2022~", "May 2022", `edition.yaml:22:14: facts-as-of: "May 2022" is no EDTF date`},
		{"published", "edition.yaml", "2021-05-04/2021-05-06", "May 2021", `edition.yaml:7:12: published: "May 2021" is no EDTF date`},
		{"checksum", "edition.yaml", "sha256: ", "sha256: 00", `edition.yaml:12:11: article.txt is not the article that was annotated`},
		{"no article", "edition.yaml", "file: article.txt", "file: artikel.txt", `edition.yaml:10:9: there is no file artikel.txt`},
		{"outside", "edition.yaml", "[facts.yaml]", "[../facts.yaml]", `edition.yaml:15:9: the path "../facts.yaml" leaves`},
		{"absolute", "edition.yaml", "[facts.yaml]", "[/etc/passwd]", `edition.yaml:15:9: the path "/etc/passwd" leaves`},
		{"backslash", "edition.yaml", "[facts.yaml]", `['more\x.yaml']`, `edition.yaml:15:9: the path "more\\x.yaml"`},
		{"a folder", "edition.yaml", "[facts.yaml]", "[more]", `edition.yaml:15:9: more is not a plain file`},
		{"unknown key", "edition.yaml", "standfirst", "standfist", `edition.yaml:4:1: the key "standfist" is not known here: write format, title, standfirst`},
		{"not a list", "edition.yaml", "[facts.yaml]", "facts.yaml", `edition.yaml:15:8: facts is a list, and this is text`},
		{"named twice", "edition.yaml", "[facts.yaml]", "[facts.yaml, facts.yaml]", `edition.yaml:15:21: facts.yaml is already named at edition.yaml:15:9`},
		{"sources twice", "edition.yaml", "[sources.json]", "[sources.json, sources.json]", `edition.yaml:19:25: sources.json is already named at edition.yaml:19:11`},

		// entities.yaml
		{"include itself", "more/things.yaml", "entities:", "include: [things.yaml]\nentities:", `more/things.yaml:1:11: more/things.yaml includes itself (entities.yaml → more/things.yaml → more/things.yaml)`},
		{"include outside", "entities.yaml", "more/things.yaml", "../things.yaml", `entities.yaml:19:11: the path "../things.yaml" leaves`},
		{"id", "entities.yaml", "id: ada-quill", "id: Ada_Quill", `entities.yaml:2:9: the id "Ada_Quill" may hold`},
		{"id twice", "entities.yaml", "id: harbour-board", "id: ada-quill", `entities.yaml:8:9: the entity id "ada-quill" is already used at entities.yaml:2:9`},
		{"id twice across files", "more/things.yaml", "id: pier", "id: ada-quill", `more/things.yaml:33:9: the entity id "ada-quill" is already used at entities.yaml:2:9`},
		{"kind", "entities.yaml", "kind: person", "kind: human", `entities.yaml:3:11: the kind "human" is not known: write person, organisation, place, event, date, number, quotation or term`},
		{"no name", "entities.yaml", "    name: Ada Quill\n", "", `entities.yaml:2:5: name is missing`},
		{"blank name", "entities.yaml", "name: Ada Quill", "name: ' '", `entities.yaml:4:11: name is blank`},
		{"no identity", "entities.yaml", "    identity: A harbour town\n", "", `entities.yaml:13:5: identity is missing`},
		{"identity", "entities.yaml", "A harbour town", strings.Repeat("é", 121), `entities.yaml:17:15: identity has 121 characters and may have 120`},
		{"summary", "entities.yaml", "She has chaired", strings.Repeat("word ", 60), `entities.yaml:7:14: summary has 64 words and may have 60`},
		{"printed", "entities.yaml", "printed: Ms. Ada Quill", "printed: Ada Qill", `entities.yaml:5:14: “Ada Qill” does not occur in article.txt`},
		{"name twice", "entities.yaml", "[Ellery]", "[Ellery, Port Ellery]", `entities.yaml:16:23: the name "Port Ellery" is already given at entities.yaml:15:11`},
		{"name of two", "more/things.yaml", "name: pier", "name: Ellery", `more/things.yaml:35:11: the name "Ellery" is also a name of port-ellery at entities.yaml:16:15`},
		{"latitude", "entities.yaml", "55.63", "155.63", `entities.yaml:18:21: lat is 155.63 and lies between -90 and 90`},
		{"longitude", "entities.yaml", "-6.19", "-186.19", `entities.yaml:18:33: lon is -186.19`},
		{"no longitude", "entities.yaml", ", lon: -6.19", "", `entities.yaml:18:15: lon is missing`},
		{"no coordinate", "entities.yaml", "55.63", "north", `entities.yaml:18:21: lat is a number in decimal digits`},
		{"not a number", "entities.yaml", "55.63", ".nan", `entities.yaml:18:21: lat is a number in decimal digits`},
		{"no place", "entities.yaml", "kind: place", "kind: term", `entities.yaml:18:15: only a place has a location`},
		{"when of a term", "more/things.yaml", "kind: event", "kind: term", `more/things.yaml:7:11: only an event or a date has a when`},
		{"length of an event", "more/things.yaml", "when: 2021-05-04", "length: true", `more/things.yaml:7:13: only a date has a length`},
		{"when", "more/things.yaml", "when: 2021-05-04", "when: 2021-05-32", `more/things.yaml:7:11: when: "2021-05-32" is no EDTF date: there is no such day`},
		{"no quantity", "more/things.yaml", "quantity:", "quantitiy:", `more/things.yaml:13:9: the number n-residents has no quantity`},
		{"no value", "more/things.yaml", "value: 1200", "# none", `more/things.yaml:20:7: value is missing`},
		{"value in words", "more/things.yaml", "value: 1200", "value: many", `more/things.yaml:19:14: value is a number in decimal digits`},
		{"no flag", "more/things.yaml", "match: false", "match: never", `more/things.yaml:6:12: match is true or false`},
		{"an entry is no mapping", "entities.yaml", "entities:", "entities:\n  - ada", `entities.yaml:2:5: an entry of entities is a mapping`},
		{"short", "more/things.yaml", "short: Ferry company", "short: " + strings.Repeat("é", 23), `more/things.yaml:40:12: short has 23 characters and may have 22`},

		// mentions.yaml
		{"entity of a mention", "mentions.yaml", "entity: ada-quill", "entity: ada", `mentions.yaml:2:13: there is no entity "ada"`},
		{"form", "mentions.yaml", "form: pronoun", "form: noun", `mentions.yaml:10:11: the form "noun" is not known: write name, alias, description or pronoun`},
		{"quote not there", "mentions.yaml", "exact: She", "exact: Her", `mentions.yaml:11:12: the quote “Her” does not occur in article.txt`},
		{"quote of another case", "mentions.yaml", "exact: who chairs", "exact: Who chairs", `mentions.yaml:4:12: the quote “Who chairs the board” does not occur`},
		{"quote without context", "mentions.yaml", "    prefix: \"said the \"\n", "", `mentions.yaml:7:12: the quote “board” occurs 3 times in article.txt: add prefix or suffix`},
		{"wrong context", "mentions.yaml", "said the ", "that the ", `mentions.yaml:7:12: the quote “board” stands in article.txt, but not between`},
		{"marked by a name", "mentions.yaml", "prefix: \"board of \"", "suffix: \" has about\"", `mentions.yaml:20:12: “Port Ellery” is already marked as port-ellery by the name at entities.yaml:15:11`},
		{"marked twice", "mentions.yaml", "exact: She\n", "exact: She\n  - {entity: ada-quill, form: alias, exact: She}\n", `mentions.yaml:12:45: “She” is already marked as ada-quill at mentions.yaml:11:12`},
		{"crossing a name", "mentions.yaml", "exact: She\n", "exact: Quill, who\n", `mentions.yaml:11:12: this mark crosses the mark “Ms. Ada Quill” of ada-quill, made at entities.yaml:5:14`},
		{"crossing from before", "mentions.yaml", "exact: She\n", "exact: ” Ms. Ada\n", `mentions.yaml:11:12: this mark crosses the mark “Ms. Ada Quill” of ada-quill`},
		{"crossing a mention", "mentions.yaml", "exact: She\n", "exact: board, called\n", `mentions.yaml:11:12: this mark crosses the mark “who chairs the board” of ada-quill, made at mentions.yaml:4:12`},
		{"excludes nothing", "mentions.yaml", "suffix: -Marsh", "suffix: -Marsh\n    reason: none\n  - {entity: pier, exact: town}\n  - entity: pier\n    exact: June", `mentions.yaml:27:27: this excludes nothing: no name marks “town” here as pier`},
		{"excludes another's", "mentions.yaml", "  - entity: port-ellery\n    exact: Ellery", "  - entity: pier\n    exact: Ellery", `mentions.yaml:24:12: this excludes nothing`},
		{"no exact", "mentions.yaml", "    exact: She\n", "", `mentions.yaml:9:5: exact is missing`},
		{"number of a bad quotation", "mentions.yaml", "exact: “a fair bargain”", "exact: a fair bargain", `mentions.yaml:17:12: the quotation q-bargain is marked as “a fair bargain”, without its quotation marks`},
		{"quotation not marked", "mentions.yaml", "entity: q-bargain", "entity: pier", `more/things.yaml:28:9: the quotation q-bargain has no mention`},

		// facts.yaml
		{"state", "facts.yaml", "state: since", "state: later", `facts.yaml:16:12: the state "later" is not known: write in-article, background or since`},
		{"about nobody", "facts.yaml", "about: [ada-quill]", "about: [ada]", `facts.yaml:9:13: there is no entity "ada"`},
		{"about nothing", "facts.yaml", "about: [ada-quill]", "about: []", `facts.yaml:8:9: the fact quill-chair is about no entity`},
		{"about twice", "facts.yaml", "about: [ada-quill]", "about: [ada-quill, ada-quill]", `facts.yaml:9:24: ada-quill stands twice in this list`},
		{"evidence missing", "facts.yaml", "    evidence:\n      - exact: said on 4 May 2021 that “the new pier opens in June.”\n", "", `facts.yaml:2:9: the fact board-announces has no evidence`},
		{"evidence in other words", "facts.yaml", "said on 4 May", "said on 5 May", `facts.yaml:7:16: the quote “said on 5 May 2021 that “the new pier opens in June.”” does not occur`},
		{"source missing", "facts.yaml", "    sources: [S1]\n", "", `facts.yaml:8:9: the fact quill-chair has no sources`},
		{"source empty", "facts.yaml", "sources: [S1]", "sources: []", `facts.yaml:8:9: the fact quill-chair has no sources`},
		{"source unknown", "facts.yaml", "[S1]", "[S7]", `facts.yaml:13:15: there is no source "S7"`},
		{"as-of missing", "facts.yaml", "    as-of: 2021-05\n", "", `facts.yaml:8:9: the fact quill-chair has no as-of`},
		{"date missing", "facts.yaml", "    date: 2021-09-12\n", "", `facts.yaml:14:9: the fact pier-late has no date`},
		{"since before the article", "facts.yaml", "2021-09-12", "2021-05-03", `facts.yaml:18:11: the fact pier-late is of state since, but 2021-05-03 lies before the article`},
		{"background with evidence", "facts.yaml", "    as-of: 2021-05", "    evidence: [{exact: Ellery is proud}]\n    as-of: 2021-05", `facts.yaml:12:15: a fact of state background has no evidence`},
		{"fact id twice", "facts.yaml", "id: pier-late", "id: quill-chair", `facts.yaml:14:9: the fact id "quill-chair" is already used at facts.yaml:8:9`},
		{"weak source", "facts.yaml", "    unverified: true\n", "", `facts.yaml:14:9: the sources of the fact pier-late do not carry it`},
		{"statement of nobody", "sources.json", `, "party": true`, "", `facts.yaml:21:9: the fact ferry-says is a statement, but none of its sources is a party`},
		{"no statement", "facts.yaml", "    statement: true\n", "", `facts.yaml:21:9: the sources of the fact ferry-says do not carry it`},
		{"statement of the article", "facts.yaml", "state: in-article", "state: in-article\n    statement: true", `facts.yaml:5:16: a fact of state in-article has no statement`},
		{"moment", "facts.yaml", "    evidence:\n", "    moment: soon\n    evidence:\n", `facts.yaml:6:13: the moment "soon" is not known: write at-writing, expected or proposed`},
		{"moment of background", "facts.yaml", "    as-of: 2021-05\n", "    as-of: 2021-05\n    moment: expected\n", `facts.yaml:13:13: a fact of state background has no moment`},
		{"order of later", "facts.yaml", "    date: 2021-09-12\n", "    date: 2021-09-12\n    order: [announcement, announcement]\n", `facts.yaml:19:12: a fact of state since has no order`},
		{"order of one", "facts.yaml", "    evidence:\n", "    order: [announcement]\n    evidence:\n", `facts.yaml:6:12: order names two events or more, the earlier first, and this names 1`},
		{"order of nobody", "facts.yaml", "    evidence:\n", "    order: [announcement, opening]\n    evidence:\n", `facts.yaml:6:27: there is no entity "opening"`},
		{"order of no event", "facts.yaml", "    evidence:\n", "    order: [announcement, pier]\n    evidence:\n", `facts.yaml:6:27: only events have an order, and pier is of kind term`},

		// relations.yaml
		{"label", "relations.yaml", "label: chairs", "label: " + strings.Repeat("x", 25), `relations.yaml:4:12: label has 25 characters and may have 24`},
		{"end", "relations.yaml", "to: harbour-board", "to: board", `relations.yaml:6:9: there is no entity "board"`},
		{"both ends", "relations.yaml", "to: harbour-board", "to: ada-quill", `relations.yaml:6:9: the relation r-quill-board connects ada-quill with itself`},
		{"no backing", "relations.yaml", "    evidence: [{exact: \"Ms. Ada Quill, who chairs the board\"}]\n    sources: [S1]\n", "", `relations.yaml:2:9: the relation r-quill-board has neither evidence nor sources`},
		{"evidence", "relations.yaml", "Ms. Ada", "Miss Ada", `relations.yaml:7:24: the quote “Miss Ada Quill, who chairs the board” does not occur`},

		// voices.yaml
		{"voice", "voices.yaml", "voice: official", "voice: rumour", `voices.yaml:2:12: the voice "rumour" is not known: write on-record, official, unnamed, inference or own-account`},
		{"no speaker", "voices.yaml", "    speaker: ada-quill\n", "", `voices.yaml:5:5: a passage of voice on-record names who speaks`},
		{"a speaker too many", "voices.yaml", "voice: inference", "voice: inference\n    name: the writer", `voices.yaml:21:11: a passage of voice inference has no speaker`},
		{"overlap", "voices.yaml", "exact: and the Ellery-Marsh", "exact: the date, and the Ellery-Marsh", `voices.yaml:15:12: “the date” lies in two passages, here and at voices.yaml:13:12`},
		{"gap", "voices.yaml", "exact: and the Ellery-Marsh", "exact: Ellery-Marsh", `article.txt:3:96: no passage of the voices holds “and the”`},
		{"gap at the end", "voices.yaml", "proud of its pier", "proud", `article.txt:3:213: no passage of the voices holds “of its pier”`},
		{"half a word", "voices.yaml", "still runs twice a day.", "still runs twice a d", `voices.yaml:15:12: the passage begins or ends inside a word`},

		{"no anonymity", "voices.yaml", "    anonymity: asked\n    name: an engineer\n    exact: She", "    name: an engineer\n    exact: She", `voices.yaml:16:5: anonymity is missing`},
		{"anonymity", "voices.yaml", "anonymity: asked\n    name: an engineer\n    exact: She", "anonymity: wanted\n    name: an engineer\n    exact: She", `voices.yaml:17:16: the anonymity "wanted" is not known: write asked or unsaid`},
		{"anonymity of a name", "voices.yaml", "voice: official", "voice: official\n    anonymity: asked", `voices.yaml:3:16: anonymity is for a passage of voice unnamed`},

		// quotations.yaml
		{"speaker of a quotation", "quotations.yaml", "speaker: ada-quill", "speaker: ada", `quotations.yaml:3:14: there is no entity "ada"`},
		{"two speakers", "quotations.yaml", "speaker: ada-quill", "speaker: ada-quill\n    said: Ada", `quotations.yaml:2:5: a quotation has a speaker (an entity) or said`},
		{"no quotation", "quotations.yaml", "entity: q-bargain", "entity: pier", `quotations.yaml:2:13: pier is of kind term: only an entity of kind quotation`},
		{"published where", "quotations.yaml", "    sources: [S1]\n", "", `quotations.yaml:2:13: the quotation q-bargain gives a published wording without sources`},

		{"others without sources", "more/things.yaml", "      sources: [S1]\n", "", `more/things.yaml:19:7: a quantity has others and sources together`},
		{"source of a quantity", "more/things.yaml", "sources: [S1]", "sources: [S9]", `more/things.yaml:27:17: there is no source "S9"`},

		// notes.yaml
		{"title of a note", "notes.yaml", "title: Who is meant", "title: " + strings.Repeat("é", 49), `notes.yaml:9:12: title has 49 characters and may have 48`},
		{"no title", "notes.yaml", "    title: Who is meant\n", "", `notes.yaml:8:5: title is missing`},
		{"words of a note", "notes.yaml", "exact: about 1,200", "exact: about 1,300", `notes.yaml:4:12: the quote “about 1,300 residents” does not occur`},
		{"context of a note", "notes.yaml", "    prefix: \"said the \"\n", "", `notes.yaml:10:12: the quote “board” occurs 3 times`},
		{"card of a note", "notes.yaml", "about: [n-residents", "about: [residents", `notes.yaml:6:13: there is no entity "residents"`},
		{"card of a note twice", "notes.yaml", "about: [n-residents", "about: [port-ellery", `notes.yaml:6:26: port-ellery stands twice`},
		{"source of a note", "notes.yaml", "[S1]", "[S9]", `notes.yaml:7:15: there is no source "S9"`},
		{"note id twice", "notes.yaml", "id: note-board", "id: note-residents", `notes.yaml:8:9: the note id "note-residents" is already used at notes.yaml:2:9`},
		{"key of a note", "notes.yaml", "    text: The harbour", "    note: The harbour", `notes.yaml:12:5: the key "note" is not known here`},
		{"later before the article", "notes.yaml", "2022~", "2021-05-03~", `notes.yaml:15:15: the note note-board tells of this as later, but 2021-05-03~ lies before the article`},
		{"later without a date", "notes.yaml", "        date: 2022~\n", "", `notes.yaml:14:9: date is missing`},
		{"later without a source", "notes.yaml", "        sources: [S1]\n", "", `notes.yaml:14:9: what came later has no sources`},
		{"later without words", "notes.yaml", "text: The board was chosen anew.", "words: None.", `notes.yaml:14:9: text is missing`},
		{"later on weak sources", "notes.yaml", "        sources: [S1]", "        sources: [S3]", `notes.yaml:14:15: the sources of this do not carry it`},
		{"source of what came later", "notes.yaml", "        sources: [S1]", "        sources: [S9]", `notes.yaml:16:19: there is no source "S9"`},

		// about.yaml
		{"no heading", "about.yaml", "    heading: What this text is\n", "", `about.yaml:2:5: heading is missing`},
		{"no paragraphs", "about.yaml", "[Nothing is.]", "[]", `about.yaml:8:9: the section not-known has no paragraphs`},
		{"a paragraph is no text", "about.yaml", "[Nothing is.]", "[{a: b}]", `about.yaml:10:18: paragraphs is text, and this is a mapping`},
		{"section id twice", "about.yaml", "id: not-known", "id: what-it-is", `about.yaml:8:9: the section id "what-it-is" is already used at about.yaml:2:9`},
		{"source of a section", "about.yaml", "[S1]", "[S9]", `about.yaml:7:15: there is no source "S9"`},

		// sources.json
		{"not JSON", "sources.json", `"report",`, `"report"`, `sources.json:5:5: this is not valid JSON`},
		{"JSON cut short", "sources.json", "  }\n]", "", `sources.json:26:1: the JSON ends too early`},
		{"more JSON", "sources.json", "  }\n]", "  }\n]\n[]", `sources.json:27:1: this is not valid JSON`},
		{"JSON in a quote cut short", "sources.json", `"C"}`, `"C}`, `sources.json:16:28: this is not valid JSON`},
		{"source id twice", "sources.json", `"S2"`, `"S1"`, `sources.json:12:11: the source id "S1" is already used at sources.json:3:11`},
		{"type", "sources.json", `"report"`, `"paper"`, `sources.json:4:13: the type "paper" is not one of CSL`},
		{"no title", "sources.json", `    "title": "The pier is open",`, "", `sources.json:11:3: title is missing`},
		{"address", "sources.json", "https://", "ftp://", `sources.json:8:12: "ftp://example.org/minutes" is not a web address`},
		{"no host", "sources.json", "https://example.org/minutes", "https:minutes", `sources.json:8:12: "https:minutes" is not a web address`},
		{"issued", "sources.json", "[[2021, 5, 4]]", "[[2021, 5, 44]]", `sources.json:7:31: date-parts: "2021-05-44" is no EDTF date`},
		{"issued in words", "sources.json", "[[2021, 5, 4]]", `[["May"]]`, `sources.json:7:31: one of date-parts is [year]`},
		{"issued nowhere", "sources.json", `{"literal": "autumn 2021"}`, `{}`, `sources.json:15:15: issued holds date-parts or`},
		{"grade", "sources.json", `"grade": "C"`, `"grade": "D"`, `sources.json:16:25: the grade "D" is not known`},
		{"key twice", "sources.json", `"type": "report"`, `"id": "S3"`, `sources.json:4:5: the key "id" stands twice`},
		{"unknown variable", "sources.json", `"publisher"`, `"publishr"`, `sources.json:6:5: the key "publishr" is not known here`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := copyOf(t, sample)
			replace(t, m, tt.file, tt.old, tt.with)
			all := faultsOf(t, m)
			if !strings.Contains("\n"+all.Error(), "\n"+tt.want) {
				t.Errorf("got\n%s\nwant\n%s", all, tt.want)
			}
		})
	}
}
