//go:build linux

package main

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
)

// A measure is one line of the table.
type measure struct {
	id, what string
	unit     unit
}

type unit uint8

const (
	seconds unit = iota
	megabytes
	percent
)

// measures are the lines of the table, in their order.
var measures = []measure{
	{"start.first", "first start in an empty home, to the article", seconds},
	{"start.second", "second start, to the article", seconds},
	{"start.cpu", "processor time 1.5 s after a second start", seconds},
	{"start.cpu.all", "processor time of a second start, until at rest", seconds},
	{"memory.article", "memory with the article (PSS)", megabytes},
	{"memory.article.own", "of it in private pages (USS)", megabytes},
	{"rest", "at rest with the article, share of a core", percent},
	{"scroll.article", "200 wheel steps in the article, processor time", seconds},
	{"book.first", "first screen of the book", seconds},
	{"memory.book", "memory with the book, 2 s after its first screen (PSS)", megabytes},
	{"memory.book.rest", "memory with the book, at rest (PSS)", megabytes},
	{"memory.book.rest.own", "of it in private pages (USS)", megabytes},
	{"book.cpu", "processor time of opening the book, until at rest", seconds},
	{"chapters.first", "first screen of the book as an EPUB of chapters", seconds},
	{"scroll.book", "200 wheel steps in the book, processor time", seconds},
	{"reflow.first", "next size of type in the book, first new picture", seconds},
	{"reflow.final", "next size of type in the book, final picture", seconds},
	{"reflow.cpu", "next size of type in the book, processor time", seconds},
	{"find.hit", "find in the book, last key to hit", seconds},
	{"find.cpu", "find in the book, processor time of the last key", seconds},
}

// load is how many processes wanted a processor when a round began, whatever they were.
const load = "load"

// A result is one value of a measure in one round, or why there is none.
type result struct {
	Round   int     `json:"round"`
	Program string  `json:"program"`
	Measure string  `json:"measure"`
	Value   float64 `json:"value"`
	Missing string  `json:"missing,omitempty"`
}

// readResults reads what an earlier run has appended to the file at path; without the
// file there is none.
func readResults(path string) ([]result, error) {
	f, err := os.Open(path)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var all []result
	for s := bufio.NewScanner(f); s.Scan(); {
		var r result
		if err := json.Unmarshal(s.Bytes(), &r); err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, nil
}

// appendResult adds r to the file at path.
func appendResult(path string, r result) error {
	line, err := json.Marshal(r)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := f.Write(append(line, '\n')); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}

// median returns the middle of values, between the two middle ones if their number is
// even, and false without any.
func median(values []float64) (float64, bool) {
	if len(values) == 0 {
		return 0, false
	}
	v := slices.Sorted(slices.Values(values))
	mid := len(v) / 2
	if len(v)%2 == 1 {
		return v[mid], true
	}
	return (v[mid-1] + v[mid]) / 2, true
}
