package noting

import (
	"slices"
	"strings"

	"sidelight/annotations/notes"
)

// reconciled is a draft as it is to be saved over its note, which may have been changed
// since it was opened: stretched, given another style, or made one with others. What was
// changed there stays unless it was changed in the draft too, and no words are lost.
func reconciled(d *notes.Draft, now *notes.Note) notes.Note {
	n := d.Note
	n.Target = now.Target
	base := d.Base
	if base == nil {
		return n
	}
	if n.Style == base.Style {
		n.Style = now.Style
	}
	switch {
	case n.Text == base.Text:
		n.Text = now.Text
	case now.Text != base.Text && now.Text != n.Text:
		n.Text = joined(n.Text, strings.TrimSpace(strings.Replace(now.Text, base.Text, "", 1)))
	}
	for _, tag := range now.Tags {
		if !slices.Contains(base.Tags, tag) && !slices.ContainsFunc(n.Tags, func(have string) bool { return notes.SameTag(have, tag) }) {
			n.Tags = append(slices.Clip(n.Tags), tag)
		}
	}
	for _, id := range now.About {
		if !slices.Contains(base.About, id) && !slices.Contains(n.About, id) {
			n.About = append(slices.Clip(n.About), id)
		}
	}
	return n
}

// joined puts a text under another, where both have words.
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n\n" + b
}
