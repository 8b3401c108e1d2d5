package edition

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"sidelight/annotations"
)

// cslSource is a source in CSL-JSON.
type cslSource struct {
	ID        string     `json:"id"`
	Type      string     `json:"type"`
	Title     string     `json:"title"`
	Publisher string     `json:"publisher,omitempty"`
	Issued    *cslIssued `json:"issued,omitempty"`
	URL       string     `json:"URL,omitempty"`
	Custom    cslCustom  `json:"custom"`
}

type cslIssued struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

type cslCustom struct {
	Grade string `json:"grade"`
	Party bool   `json:"party,omitempty"`
}

func (w *writer) sources() {
	if len(w.e.Sources()) == 0 {
		return
	}
	out := []cslSource{}
	for _, s := range w.e.Sources() {
		out = append(out, cslSource{
			ID: string(s.ID), Type: s.Type, Title: s.Title, Publisher: s.Publisher, Issued: issued(s), URL: s.URL,
			Custom: cslCustom{s.Grade, s.Party},
		})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		panic(err) // none of the values can fail
	}
	w.files = append(w.files, File{"sources.json", b.Bytes()})
	w.named = append(w.named, []string{"sources", "sources.json"})
}

// issued is when a source was published; in words where CSL cannot say the date.
func issued(s annotations.Source) *cslIssued {
	switch {
	case s.Issued.IsZero() && s.IssuedRaw == "":
		return nil
	case s.Issued.IsZero():
		return &cslIssued{Literal: s.IssuedRaw}
	}
	out := &cslIssued{}
	for end := range strings.SplitSeq(s.Issued.String(), "/") {
		var parts []int
		for part := range strings.SplitSeq(end, "-") {
			v, err := strconv.Atoi(part)
			if err != nil {
				return &cslIssued{Literal: s.Issued.String()}
			}
			parts = append(parts, v)
		}
		out.Parts = append(out.Parts, parts)
	}
	return out
}
