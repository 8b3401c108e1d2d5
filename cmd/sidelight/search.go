package main

import (
	"bufio"
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
The words of QUERY are looked for in names, facts, quotations and passages of
the edition that comes with the program, in any order; names may be misspelt.

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
	results := search.New(e).Find(query, *limit)
	show := showRows
	if *asJSON {
		show = showJSON
	}
	if err := show(stdout, query, results); err != nil {
		return fail(stderr, fmt.Errorf("sidelight search: %w", err))
	}
	return exitOK
}

func showJSON(w io.Writer, _ string, results []search.Result) error {
	if results == nil {
		results = []search.Result{} // an empty array, not null
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(results)
}

func showRows(w io.Writer, query string, results []search.Result) error {
	out := bufio.NewWriter(w)
	if len(results) == 0 {
		fmt.Fprintf(out, "Nothing found for “%s”.\n", printable(query))
	}
	for _, r := range results {
		fmt.Fprintf(out, "%-10s %s\n%-10s %s · %s\n", r.Type, printable(r.Title), "", printable(r.Detail), printable(r.Why))
	}
	return out.Flush()
}
