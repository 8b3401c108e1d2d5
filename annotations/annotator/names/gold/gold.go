// Package gold reads texts whose names people have marked, and measures what a program
// finds against them.
package gold

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// Name is a name that somebody marked: byte offsets and a short kind, PER, ORG, LOC or
// MISC.
type Name struct {
	annotations.Span
	Kind string
}

// Document is a text with its sentences and names.
type Document struct {
	ID        string
	Text      string
	Sentences []annotations.Span
	Names     []Name
}

// Divide is the document in tokens.
func (d *Document) Divide() *found.Doc { return found.DivideText(d.Text, d.Sentences) }

// record is a document as it stands in a file, with offsets in code points.
type record struct {
	ID    string   `json:"id"`
	Text  string   `json:"text"`
	Sents [][2]int `json:"sents"`
	Ents  [][3]any `json:"ents"`
}

// Read reads a file of JSON Lines under gzip.
func Read(path string) ([]Document, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", filepath.Base(path), err)
	}
	var all []Document
	for d := json.NewDecoder(bufio.NewReader(z)); ; {
		var r record
		switch err := d.Decode(&r); err {
		case nil:
			all = append(all, r.document())
		case io.EOF:
			return all, nil
		default:
			return nil, fmt.Errorf("reading %s: %w", filepath.Base(path), err)
		}
	}
}

func (r *record) document() Document {
	at := make([]int, 0, len(r.Text)+1)
	for i := range r.Text {
		at = append(at, i)
	}
	at = append(at, len(r.Text))
	place := func(n int) int { return at[max(0, min(n, len(at)-1))] }
	d := Document{ID: r.ID, Text: r.Text}
	for _, s := range r.Sents {
		d.Sentences = append(d.Sentences, annotations.Span{Start: place(s[0]), End: place(s[1])})
	}
	for _, e := range r.Ents {
		start, _ := e[0].(float64)
		end, _ := e[1].(float64)
		kind, _ := e[2].(string)
		d.Names = append(d.Names, Name{annotations.Span{Start: place(int(start)), End: place(int(end))}, kind})
	}
	return d
}

// Found are the names that a program found, as they are measured.
func Found(names []found.Name) []Name {
	all := make([]Name, len(names))
	for i, n := range names {
		all[i] = Name{n.Span, Short(n.Kind)}
	}
	return all
}

// Short is the short name of a kind: PER, ORG, LOC, or MISC for any other.
func Short(k annotations.Kind) string {
	switch k {
	case annotations.Person:
		return "PER"
	case annotations.Organisation:
		return "ORG"
	case annotations.Place:
		return "LOC"
	}
	return "MISC"
}
