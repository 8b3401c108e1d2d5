// Command compare reads what benchstat -format csv says of two commits and decides
// whether the second has lost speed:
//
//	compare [-loss PERCENT] LIST <CSV
//
// LIST is a file with a benchmark in each line: its package, a regular expression for
// its name, and further units that must not grow. Time, bytes and allocations of an
// operation must not grow in any. A benchmark that only one commit has is named and
// passed over. It exits with 1 if one was lost, with 2 if it cannot tell.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("compare", flag.ContinueOnError)
	flags.SetOutput(stderr)
	loss := flags.Float64("loss", 10, "by how much a figure may grow, in percent")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() != 1 {
		complain(stderr, "usage: compare [-loss PERCENT] LIST <CSV")
		return 2
	}
	text, err := os.ReadFile(flags.Arg(0))
	if err != nil {
		complain(stderr, "compare: "+err.Error())
		return 2
	}
	lost, err := judge(string(text), stdin, stdout, *loss)
	if err != nil {
		complain(stderr, "compare: "+err.Error())
		return 2
	}
	if len(lost) > 0 {
		complain(stderr, fmt.Sprintf("Lost more than %g %%:\n%s", *loss, strings.Join(lost, "\n")))
		return 1
	}
	return 0
}

// judge returns a line for each figure that was lost, and writes to said what else a
// person should know.
func judge(text string, csv io.Reader, said io.Writer, loss float64) ([]string, error) {
	list, err := parseList(text)
	if err != nil {
		return nil, err
	}
	rows, err := parseRows(csv)
	if err != nil {
		return nil, err
	}
	var lost []string
	seen := make(map[*named]bool)
	for _, r := range rows {
		n := list.find(r)
		if n == nil {
			continue
		}
		seen[n] = true
		switch {
		case !n.counts(r.unit):
		case r.only != "":
			if r.unit == unitTime {
				_, err = fmt.Fprintf(said, "Only in %s: %s %s\n", r.only, r.pkg, r.name)
			}
		case r.grown(loss):
			lost = append(lost, r.String())
		}
		if err != nil {
			return nil, err
		}
	}
	for _, n := range list {
		if !seen[n] {
			return nil, fmt.Errorf("no benchmark was run for %s %s", n.pkg, n.name)
		}
	}
	return lost, nil
}

// complain writes a line to stderr; where that fails, the exit code still tells.
func complain(stderr io.Writer, line string) { _, _ = io.WriteString(stderr, line+"\n") }
