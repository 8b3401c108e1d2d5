package export

import (
	"bytes"
	"io"
	"testing"

	"sidelight/annotations"
)

// What the program found says so, with how sure it is, what found it and from what.
func TestFound(t *testing.T) {
	before := tiny(t)
	e, err := before.With(func(c *annotations.Content) {
		c.Marked = true
		c.Mentions[0].Origin, c.Mentions[0].Score, c.Mentions[0].By = annotations.Found, 0.75, annotations.ByNames
		c.Mentions[0].Ground = c.Relations[0].Evidence[0]
		c.Mentions[1].Origin = annotations.Corrected
		c.Entities[0].Called = []annotations.Span{c.Facts[0].Evidence[0]}
		c.Relations[0].Origin = annotations.Found
		c.Passages[1].Origin, c.Passages[1].Cue = annotations.Found, c.Facts[0].Evidence[0]
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, export := range map[string]func(io.Writer, *annotations.Edition, Parts) error{
		"found.json": JSON, "found.jsonld": W3C,
	} {
		var got bytes.Buffer
		if err := export(&got, e, Parts{Marks: true}); err != nil {
			t.Fatal(err)
		}
		golden(t, name, got.Bytes())
	}
}
