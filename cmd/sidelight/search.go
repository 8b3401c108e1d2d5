package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strings"

	"sidelight/annotations/search"
)

// resultLimit is how many results are shown if nothing else is asked for.
const resultLimit = 20

const searchDetails = `
The words of QUERY are looked for in names, facts, quotations, passages and
notes of the edition that comes with the program, in any order; names may be
misspelt.

  --json      results as a JSON array of objects with type, id, title, detail,
              why, score and matches, which are [start,end] in bytes of title
  --limit N   at most N results, 0 for all (default 20)
  --          what follows is the query, even if it begins with a dash

  sidelight search netnyahu
  sidelight search --json --limit 5 ceasefire proposal
`

func find(args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	asJSON := flags.Bool("json", false, "")
	limit := flags.Int("limit", resultLimit, "")
	p := parse("search", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	query := strings.TrimSpace(strings.Join(p.words, " "))
	switch {
	case query == "":
		return usage(stderr, "search", "the query is empty")
	case *limit < 0:
		return usage(stderr, "search", fmt.Sprintf("the limit %d is less than 0", *limit))
	}
	e, err := loadEdition("")
	if err != nil {
		return fail(stderr, err)
	}
	answer, err := search.New(e).Find(context.Background(), query, 0)
	if err != nil {
		return fail(stderr, err)
	}
	results := answer.All()
	if *limit > 0 && len(results) > *limit {
		results = results[:*limit]
	}
	text := rows(query, results)
	if *asJSON {
		if text, err = array(results); err != nil {
			return fail(stderr, fmt.Errorf("sidelight search: %w", err))
		}
	}
	return say(stdout, stderr, text)
}

// array is the results as a JSON array, an empty one if there are none.
func array(results []search.Result) (string, error) {
	if results == nil {
		results = []search.Result{}
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(results)
	return b.String(), err
}

// rows are the results for a person to read, two lines for each.
func rows(query string, results []search.Result) string {
	if len(results) == 0 {
		return fmt.Sprintf("Nothing found for “%s”.\n", printable(query))
	}
	var b strings.Builder
	for _, r := range results {
		fmt.Fprintf(&b, "%-10s %s\n%-10s %s · %s\n", r.Type, printable(r.Title), "", printable(r.Detail), printable(r.Reason.String()))
	}
	return b.String()
}
