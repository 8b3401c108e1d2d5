package export

import (
	"encoding/json"
	"io"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
)

// reading is the document that [Reading] writes. No key is ever left out.
type reading struct {
	Title     string        `json:"title"`
	Byline    string        `json:"byline"`
	Published string        `json:"published"`
	Language  string        `json:"language"`
	Site      string        `json:"site"`
	URL       string        `json:"url"`
	Source    readingSource `json:"source"`
	Text      string        `json:"text"`
	Blocks    []readingPart `json:"blocks"`
	Runs      []readingRun  `json:"runs"`
	Links     []readingLink `json:"links"`
}

type readingSource struct {
	Name      string `json:"name"`
	MediaType string `json:"mediaType"`
	SHA256    string `json:"sha256"`
	Size      int64  `json:"size"`
	Deriver   string `json:"deriver"`
}

type readingPart struct {
	Kind string `json:"kind"`
	anchor.TextPositionSelector
	Level  int    `json:"level"`
	Depth  int    `json:"depth"`
	Marker string `json:"marker"`
	Row    int    `json:"row"`
	Col    int    `json:"col"`
}

type readingRun struct {
	anchor.TextPositionSelector
	Style string `json:"style"`
}

type readingLink struct {
	anchor.TextPositionSelector
	Target string `json:"target"`
}

// Reading writes the reading text of an article with its structure, as JSON. Offsets
// are in code points of the text. A document without a title of its own goes by the one
// that is given.
func Reading(w io.Writer, title string, a *annotations.Article) error {
	points := anchor.NewCodePoints(a.Text)
	out := reading{
		Title: title, Byline: a.Meta.Byline.Text, Published: a.Meta.Published.Text,
		Language: a.Meta.Language.Text, Site: a.Meta.Site.Text, URL: a.Meta.URL.Text,
		Source: readingSource{a.File.Name, a.File.MediaType, a.File.Fingerprint.String(), a.File.Size, a.File.Deriver},
		Text:   a.Text, Blocks: []readingPart{}, Runs: []readingRun{}, Links: []readingLink{},
	}
	for i := range a.Len() {
		b := a.Block(i)
		out.Blocks = append(out.Blocks, readingPart{b.Kind.String(), points.Position(b.Span), int(b.Level), int(b.Depth), b.Marker, b.Row, b.Col})
	}
	all := annotations.Span{Start: 0, End: len(a.Text)}
	for r := range a.Runs(all) {
		out.Runs = append(out.Runs, readingRun{points.Position(r.Span), r.Style.String()})
	}
	for l := range a.Links(all) {
		out.Links = append(out.Links, readingLink{points.Position(l.Span), l.Target})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
