package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strings"

	"sidelight/annotations/search"
	"sidelight/assets"
	"sidelight/ui/locale"
	"sidelight/ui/reading"
)

// resultLimit is the number of results that are shown without --limit.
const resultLimit = 20

const searchDetails = `
The words of QUERY are looked for, in any order, in names, facts, quotations,
passages, notes, sources and the commands of the window; names may be misspelt.
Results come as the window shows them, the best group first. QUERY may hold

  "…"         these words side by side
  kind:KIND   person, organisation, place, event, date, number, quotation, term
  by:VOICE    what rests on a speaker's word (leavitt) or a sort of voice
              (on-record, official, unnamed, inference, own-account)
  is:TYPE     name, fact, passage, quotation, note, source or command
  >COMMAND    commands only

  --json      a JSON array of objects with type, id, title, detail, why, score,
              matches ([start,end] in bytes of title), group, close, dropped
  --limit N   at most N results, 0 for all (default 20)
  --in PATH   search an edition's folder or a document, not the edition built in
  --          what follows is the query, even if it begins with a dash

  sidelight search netnyahu
  sidelight search --json --limit 5 ceasefire proposal
  sidelight search --in notes.md harbour
`

func find(args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	asJSON := flags.Bool("json", false, "")
	limit := flags.Int("limit", resultLimit, "")
	in := flags.String("in", "", "")
	p := parse("search", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	query := strings.TrimSpace(strings.Join(p.words, " "))
	switch {
	case query == "":
		return usage(stderr, "search", "the query is empty")
	case *in == "" && given(&flags, "in"):
		return usage(stderr, "search", "the name of the file after --in is empty")
	case *limit < 0:
		return usage(stderr, "search", fmt.Sprintf("the limit %d is less than 0", *limit))
	}
	frugal()
	e, err := loadMarked(context.Background(), *in)
	if err != nil {
		return fail(stderr, err)
	}
	if err := locale.Load(assets.Translations, assets.TranslationsDir); err != nil {
		return fail(stderr, fmt.Errorf("sidelight search: %w", err))
	}
	commands, err := reading.CommandRecords()
	if err != nil {
		return fail(stderr, err)
	}
	answer, err := search.New(e, commands...).Find(context.Background(), query, 0)
	if err != nil {
		return fail(stderr, err)
	}
	if *limit > 0 {
		answer = answer.First(*limit)
	}
	text := rows(query, &answer)
	if *asJSON {
		if text, err = array(&answer); err != nil {
			return fail(stderr, fmt.Errorf("sidelight search: %w", err))
		}
	}
	return say(stdout, stderr, text)
}

// found is a result in the form that --json prints. Type, ID, Group and Close are the same in
// every language; Detail and Why are in the reader's.
type found struct {
	Type    search.Type `json:"type"`
	ID      string      `json:"id"`
	Title   string      `json:"title"`
	Detail  string      `json:"detail"`
	Why     string      `json:"why"`
	Score   int         `json:"score"`
	Matches [][2]int    `json:"matches"`
	Group   string      `json:"group"`
	Close   bool        `json:"close"`
	Dropped []string    `json:"dropped"`
}

// array returns the results as a JSON array, in the order in which the window shows
// them. Without results the array is empty.
func array(a *search.Answer) (string, error) {
	all := []found{}
	for _, s := range a.Sections {
		for _, r := range s.Results {
			f := found{r.Type, r.ID, r.Title, locale.Result(r), locale.Reason(r), r.Score, [][2]int{},
				strings.ToLower(s.Group.String()), s.Close, append([]string{}, r.Dropped...)}
			for _, m := range r.Matches {
				f.Matches = append(f.Matches, [2]int{m.Start, m.End})
			}
			all = append(all, f)
		}
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(all)
	return b.String(), err
}

// rows returns the results for a person to read: the heading of each section and two
// lines for each result.
func rows(query string, a *search.Answer) string {
	if a.Total == 0 {
		return fmt.Sprintf("Nothing found for “%s”.\n", printable(query))
	}
	var b strings.Builder
	for i, s := range a.Sections {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s\n", locale.Section(s))
		for _, r := range s.Results {
			fmt.Fprintf(&b, "  %-10s %s\n  %-10s %s · %s\n", r.Type, printable(r.Title), "", printable(locale.Result(r)), printable(locale.Reason(r)))
		}
	}
	return b.String()
}
