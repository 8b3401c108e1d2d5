package cite

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"sidelight/annotations"
)

// item is an item of CSL-JSON 1.0.2.
type item struct {
	ID        string `json:"id"`
	Type      string `json:"type"`
	Title     string `json:"title"`
	Container string `json:"container-title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Issued    *date  `json:"issued,omitempty"`
	URL       string `json:"URL,omitempty"`
}

// date is a date of CSL-JSON: one or two of Parts or, where they cannot say it, words.
type date struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

// CSL returns sources as CSL-JSON, an array that programs for references read. The
// publisher of an article is the container's title there.
func CSL(sources ...*annotations.Source) string {
	items := make([]item, 0, len(sources))
	for _, s := range sources {
		x := item{ID: string(s.ID), Type: s.Type, Title: s.Title, Publisher: s.Publisher, Issued: issued(s), URL: s.URL}
		if strings.HasPrefix(s.Type, "article") || strings.HasPrefix(s.Type, "post") || strings.HasPrefix(s.Type, "entry") || s.Type == "webpage" {
			x.Container, x.Publisher = s.Publisher, ""
		}
		items = append(items, x)
	}
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	to.SetEscapeHTML(false)
	to.SetIndent("", "  ")
	if err := to.Encode(items); err != nil {
		panic("cite: " + err.Error()) // strings and numbers are always JSON
	}
	return b.String()
}

func issued(s *annotations.Source) *date {
	switch {
	case s.Issued.IsZero() && s.IssuedRaw == "":
		return nil
	case s.Issued.IsZero():
		return &date{Literal: s.IssuedRaw}
	}
	var d date
	for _, end := range strings.Split(s.Issued.String(), "/") {
		var parts []int
		for _, p := range strings.Split(end, "-") {
			n, err := strconv.Atoi(p)
			if err != nil {
				return &date{Literal: s.Issued.Words()}
			}
			parts = append(parts, n)
		}
		d.Parts = append(d.Parts, parts)
	}
	return &d
}
