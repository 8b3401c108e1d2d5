package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// The units of benchstat that count in every benchmark.
const (
	unitTime   = "sec/op"
	unitBytes  = "B/op"
	unitAllocs = "allocs/op"
)

// named is a line of the list.
type named struct {
	pkg   string         // as ./ui/page
	name  *regexp.Regexp // of the function, as go test -bench takes it
	units []string       // further units that must not grow
}

// names is a list.
type names []*named

// parseList reads the lines of a list; empty ones and those that begin with # say
// nothing.
func parseList(list string) (names, error) {
	var all names
	for line := range strings.Lines(list) {
		words := strings.Fields(line)
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		if len(words) < 2 {
			return nil, fmt.Errorf("no name of a benchmark: %q", strings.TrimSpace(line))
		}
		// A slash divides the expression into one for each level; the function is the first.
		function, _, _ := strings.Cut(words[1], "/")
		name, err := regexp.Compile(function)
		if err != nil {
			return nil, err
		}
		all = append(all, &named{pkg: words[0], name: name, units: words[2:]})
	}
	return all, nil
}

// find returns the line of the list that names the benchmark of a row, or nil.
func (all names) find(r row) *named {
	function, _, _ := strings.Cut(r.name, "/")
	function, _, _ = strings.Cut(function, "-")
	_, folder, _ := strings.Cut(r.pkg, "/") // behind the module
	for _, n := range all {
		if n.pkg == "./"+folder && n.name.MatchString("Benchmark"+function) {
			return n
		}
	}
	return nil
}

func (n *named) counts(unit string) bool {
	return unit == unitTime || unit == unitBytes || unit == unitAllocs || slices.Contains(n.units, unit)
}
