package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/coverage"
	"sidelight/annotations/text"
)

func TestCheckCoverage(t *testing.T) {
	_, sound, _ := call("check")
	code, stdout, stderr := call("check", "--coverage")
	if code != exitOK || stderr != "" || !strings.HasPrefix(stdout, sound+"\nMarks ") {
		t.Fatalf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	for _, head := range []string{"\n\nWords ", "\n\nFacts ", "\n\nSources ", "\n\nVoices "} {
		if !strings.Contains(stdout, head) {
			t.Errorf("there is no table%q", head)
		}
	}
	if strings.Contains(stdout, "in no mark:") {
		t.Errorf("the bundled edition leaves words without a mark:\n%s", stdout)
	}
	for line := range strings.Lines(strings.TrimPrefix(stdout, sound)) {
		if len(line) > 81 || strings.TrimRight(line, " \n")+"\n" != line {
			t.Errorf("%q is too wide or ends with a blank", line)
		}
	}
	for range 5 {
		if _, again, _ := call("check", "--coverage"); again != stdout {
			t.Fatal("the tables differ from one call to the next")
		}
	}
}

// Both tables follow each other; neither makes an edition broken.
func TestCheckThin(t *testing.T) {
	_, sound, _ := call("check")
	_, counted, _ := call("check", "--coverage")
	code, stdout, stderr := call("check", "--thin")
	head := regexp.MustCompile(`^\nOn one page: (\d+) of \d+ facts outside the article\n`)
	table := strings.TrimPrefix(stdout, sound)
	found := head.FindStringSubmatch(table)
	if code != exitOK || stderr != "" || found == nil {
		t.Fatalf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	if lines := strings.Count(table, "\n") - 2; found[1] != strconv.Itoa(lines) {
		t.Errorf("%s facts on one page have %d lines", found[1], lines)
	}
	for line := range strings.Lines(table) {
		if utf8.RuneCountInString(line) > 81 || strings.TrimRight(line, " \n")+"\n" != line {
			t.Errorf("%q is too wide or ends with a blank", line)
		}
	}
	if _, both, _ := call("check", "--thin", "--coverage"); both != counted+table {
		t.Errorf("with both flags it says\n%s", both)
	}
}

func TestThinTable(t *testing.T) {
	var date annotations.Date
	if err := date.UnmarshalText([]byte("2025")); err != nil {
		t.Fatal(err)
	}
	a, err := annotations.NewArticle("a.txt", "Ada left.")
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{
		Article: a, Entities: []annotations.Entity{{ID: "ada", Kind: annotations.Person}},
		Sources: []annotations.Source{
			{ID: "S1", Grade: "A", Publisher: strings.Repeat("Gazette ", 20)}, {ID: "S22", Grade: "B", Party: true, Publisher: "Ada"},
		},
	}
	add := func(id annotations.FactID, statement bool, ids ...annotations.SourceID) {
		c.Facts = append(c.Facts, annotations.Fact{ID: id, About: []annotations.EntityID{"ada"}, State: annotations.Background,
			Text: "T.", AsOf: date, Sources: ids, Statement: statement})
	}
	add("left", false, "S1")
	add("both", false, "S1", "S22")
	add("ada-says", true, "S22")
	add("ada-did", false, "S22")
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	want := `On one page: 3 of 4 facts outside the article
left      A  S1     Gazette Gazette Gazette Gazette Gazette Gazette Gazette Gaz…
ada-says  B  S22    (its own statement)  Ada
ada-did   B  S22    (a party)  Ada
`
	if got := thinTable(e); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Words without a mark are listed; they are no fault.
func TestCheckCoverageLists(t *testing.T) {
	dir := brokenEdition(t, "entities/organisations.yaml", "name: Truth Social\n", "name: Truth Social, a platform\n")
	code, stdout, stderr := call("check", dir, "--coverage")
	want := "capitalised words in no mark: Truth (paragraph 4), Social (paragraph 4)\n"
	if code != exitOK || stderr != "" || !strings.Contains(stdout, want) {
		t.Errorf("exit code %d, stdout %q, stderr %q; want %q", code, stdout, stderr, want)
	}
}

// What check refuses for the sake of its writer does not keep a reader from an
// edition.
func TestCheckAsksForMore(t *testing.T) {
	dir := brokenEdition(t, "edition.yaml", "title: White House", "title: Brutal White House")
	for _, args := range [][]string{{"check", dir}, {"check", "--coverage", dir}} {
		code, stdout, stderr := call(args...)
		want := filepath.Join(dir, "edition.yaml") + ":2:8: “brutal” is a loaded word"
		if code != exitFailed || stdout != "" || !strings.HasPrefix(stderr, want) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%v: exit code %d, stdout %q, stderr %q; want %q", args, code, stdout, stderr, want)
		}
	}
	if code, _, stderr := call("export", "--format", "json", dir); code != exitOK {
		t.Errorf("export: exit code %d, stderr %q", code, stderr)
	}
}

func TestCoverageTables(t *testing.T) {
	a, err := annotations.NewArticle("a.txt", "Ada left.\nIn 4 months.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: a})
	if err != nil {
		t.Fatal(err)
	}
	r := coverage.Report{
		Marks: []coverage.Marks{{Kind: annotations.Person}, {Kind: annotations.Organisation}},
		Classes: []coverage.Class{
			{Name: coverage.Numbers, All: 3, Bare: []annotations.Span{{Start: 13, End: 14}, {Start: 0, End: 3}}},
			{Name: coverage.Times},
		},
		Facts:     []coverage.Facts{{State: annotations.InArticle, All: 1000, Unverified: 2}},
		PerEntity: coverage.PerEntity{Min: 0, Median: 2.5, Max: 7, None: []annotations.EntityID{"ada", "bea"}},
		Sources:   []coverage.Sources{{Grade: "A", All: 12}, {All: 1}},
		Voices:    []coverage.Share{{Voice: annotations.OwnAccount, Words: 5, Percent: 100}},
	}
	r.Marks[0].ByForm[annotations.Name] = 12
	r.Marks[0].ByForm[annotations.Pronoun] = 1
	r.Marks[1].ByForm[annotations.Name] = 1
	want := `Marks              name  alias  description  pronoun  all
person               12      0            0        1   13
organisation          1      0            0        0    1
all                  13      0            0        1   14

Words              all  in no mark   share
numbers              3           2  66.7 %
words of time        0           0   0.0 %
numbers in no mark: 4 (paragraph 2), Ada (paragraph 1)

Facts               all  unverified
in-article         1000           2
facts per entity: min 0, median 2.5, max 7
entities without facts: ada, bea

Sources            all
grade A             12
no grade             1

Voices             words  share
own-account            5  100 %
`
	if got := coverageTables(e, r); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// What an edition says is shown and never obeyed, whether it is sound or not.
func TestForeignWordsAreShown(t *testing.T) {
	hidden := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return r != '\n' && text.IsHidden(r) })
	}
	dir := brokenEdition(t, "edition.yaml", "title: White House", `title: "A \u202egnp.exe\u202c \e]0;x\a House`)
	manifest := filepath.Join(dir, "edition.yaml")
	data, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	_, title, _ := strings.Cut(string(data), "title: ")
	title, _, _ = strings.Cut(title, "\n")
	if err := os.WriteFile(manifest, []byte(strings.Replace(string(data), title, title+`"`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"check", dir}, {"export", "--format", "json", dir}, {"export", "--format", "w3c", dir}} {
		code, stdout, stderr := call(args...)
		if code != exitOK || hidden(stdout) || !strings.Contains(stdout, `\u202egnp.exe\u202c`) {
			t.Errorf("%v: exit code %d, stderr %q, stdout %.100q", args, code, stderr, stdout)
		}
	}
	dir = brokenEdition(t, "edition.yaml", "language: ", "language: \"\\u202e\\e[31m\" # ")
	if code, _, stderr := call("check", dir); code != exitFailed || hidden(stderr) || !strings.Contains(stderr, `\u202e`) {
		t.Errorf("exit code %d, stderr %q", code, stderr)
	}
}
