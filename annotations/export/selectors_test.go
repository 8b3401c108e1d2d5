package export

import (
	"encoding/json"
	"strings"
	"testing"

	"sidelight/annotations"
)

// TestSelectorsOfTheFile selects "two words" in files of all formats.
func TestSelectorsOfTheFile(t *testing.T) {
	const text = "One, two words."
	at := strings.Index(text, "two")
	for _, x := range []struct {
		name, mediaType string
		traces          []annotations.Trace
		want            string
	}{
		{"a text", "text/plain", nil, ""},
		{
			"a page", "text/html",
			[]annotations.Trace{trace(0, "/html[1]/body[1]/p[2]", 1, 0), trace(at+4, "/html[1]/body[1]/p[2]/em[1]", 1, 0)},
			`{"type":"RangeSelector","startSelector":{"type":"XPathSelector","value":"/html[1]/body[1]/p[2]/text()[1]","refinedBy":{"type":"TextPositionSelector","start":5,"end":5}},` +
				`"endSelector":{"type":"XPathSelector","value":"/html[1]/body[1]/p[2]/em[1]/text()[1]","refinedBy":{"type":"TextPositionSelector","start":5,"end":5}}}`,
		},
		{
			"one place in a book", "application/epub+zip", []annotations.Trace{trace(0, "/6/4!/4/10", 1, 3)},
			`{"type":"FragmentSelector","conformsTo":"` + cfiStandard + `","value":"epubcfi(/6/4!/4/10,/1:8,/1:17)"}`,
		},
		{
			"two places in a book", "application/epub+zip", []annotations.Trace{trace(0, "/6/4!/4/10", 1, 3), trace(at+4, "/6/4!/4/10/2", 1, 0)},
			`{"type":"FragmentSelector","conformsTo":"` + cfiStandard + `","value":"epubcfi(/6/4!/4/10,/1:8,/2/1:5)"}`,
		},
		{
			"a page of a PDF", "application/pdf", []annotations.Trace{{SourceLocation: annotations.SourceLocation{Page: 3}}},
			`{"type":"FragmentSelector","conformsTo":"` + pdfStandard + `","value":"page=3"}`,
		},
	} {
		c := annotations.Composition{
			File: annotations.File{Name: "x", MediaType: x.mediaType}, Text: text,
			Blocks: []annotations.Block{{Span: annotations.Span{End: len(text)}}},
		}
		if x.traces != nil {
			c.Origin = annotations.NewSourceMap(text, x.traces)
		}
		a, err := annotations.Compose(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, s := range inFile(a, annotations.Span{Start: at, End: at + len("two words")}) {
			b, err := json.Marshal(s)
			if err != nil {
				t.Fatal(err)
			}
			got += string(b)
		}
		if alone := FileSelector(a, annotations.Span{Start: at, End: at + len("two words")}); alone != x.want {
			t.Errorf("%s is selected alone by\n%s", x.name, alone)
		}
		if got != x.want {
			t.Errorf("%s is selected by\n%s, want\n%s", x.name, got, x.want)
		}
	}
}

func trace(start int, path string, text, offset int) annotations.Trace {
	return annotations.Trace{Start: start, SourceLocation: annotations.SourceLocation{Path: path, Text: text, Offset: offset}}
}
