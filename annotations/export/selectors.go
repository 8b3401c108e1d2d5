package export

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/notes"
)

// rangeSelector is a stretch between two places in the elements of a page
// (https://www.w3.org/TR/annotation-model/#range-selector).
type rangeSelector struct {
	Type  string        `json:"type"`
	Start xpathSelector `json:"startSelector"`
	End   xpathSelector `json:"endSelector"`
}

// xpathSelector is a text node, and a place in it.
type xpathSelector struct {
	Type      string           `json:"type"`
	Value     string           `json:"value"`
	RefinedBy positionSelector `json:"refinedBy"`
}

// fragmentSelector is a place in the words of another standard
// (https://www.w3.org/TR/annotation-model/#fragment-selector).
type fragmentSelector struct {
	Type       string `json:"type"`
	ConformsTo string `json:"conformsTo"`
	Value      string `json:"value"`
}

const (
	cfiStandard = "http://www.idpf.org/epub/linking/cfi/epub-cfi.html"
	pdfStandard = "http://tools.ietf.org/rfc/rfc3778"
)

// Targets returns what describes a place of an article as the target of a note: by
// position and words, and in the terms of the article's file. A span must be valid in the
// text.
func Targets(a *annotations.Article) func(annotations.Span) notes.Target {
	points, fingerprint := anchor.NewCodePoints(a.Text), notes.Fingerprint(a.Text)
	return func(s annotations.Span) notes.Target {
		return notes.Target{
			Text: fingerprint, Position: points.Position(s), Quote: anchor.InContext(a.Text, s), File: FileSelector(a, s),
		}
	}
}

// FileSelector returns the selector of a span in the terms of the article's file, as one
// JSON object of the Web Annotation model: elements of a page, a place in a book, a page
// of a PDF file. It is empty for a text without markup and for a span that is nowhere in
// the file.
func FileSelector(a *annotations.Article, s annotations.Span) string {
	for _, selector := range inFile(a, s) {
		if data, err := json.Marshal(selector); err == nil {
			return string(data)
		}
	}
	return ""
}

// inFile returns the selector of a span by which a program that knows the format of the
// article's file finds it there. There is none for a text without markup.
func inFile(a *annotations.Article, s annotations.Span) []any {
	_, size := utf8.DecodeLastRuneInString(a.Slice(s))
	from, known := a.Origin(s.Start)
	to, ends := a.Origin(s.End - size)
	if !known || !ends {
		return nil
	}
	switch {
	case from.Page > 0:
		return []any{fragmentSelector{"FragmentSelector", pdfStandard, fmt.Sprintf("page=%d", from.Page)}}
	case from.Path == "" || to.Path == "":
		return nil
	case a.File.MediaType == "application/epub+zip":
		return []any{fragmentSelector{"FragmentSelector", cfiStandard, cfi(from, to)}}
	case markup(a.File.MediaType):
		return []any{rangeSelector{"RangeSelector", xpath(from, 0), xpath(to, 1)}}
	}
	return nil
}

// markup reports whether a file of a media type is one page of HTML.
func markup(mediaType string) bool {
	return mediaType == "text/html" || mediaType == "application/xhtml+xml" || mediaType == "multipart/related"
}

// xpath selects the place that is a number of code points behind a location.
func xpath(l annotations.SourceLocation, behind int) xpathSelector {
	s := xpathSelector{Type: "XPathSelector", Value: l.Path}
	if l.Text > 0 {
		s.Value += fmt.Sprintf("/text()[%d]", l.Text)
	}
	s.RefinedBy.Type = "TextPositionSelector"
	s.RefinedBy.Start, s.RefinedBy.End = l.Offset+behind, l.Offset+behind
	return s
}

// cfi returns the range between two places of a book: the steps that both share, then
// the rest of each (https://idpf.org/epub/linking/cfi/epub-cfi.html). The path of an
// element in a book is made of such steps, and its texts have the odd numbers.
func cfi(from, to annotations.SourceLocation) string {
	start, end := cfiStep(from, from.Offset), cfiStep(to, to.Offset+1)
	shared := 0
	for i := 0; i < min(len(start), len(end)) && start[i] == end[i]; i++ {
		if start[i] == '/' {
			shared = i
		}
	}
	return "epubcfi(" + start[:shared] + "," + start[shared:] + "," + end[shared:] + ")"
}

func cfiStep(l annotations.SourceLocation, offset int) string {
	return fmt.Sprintf("%s/%d:%d", l.Path, 2*l.Text-1, offset)
}
