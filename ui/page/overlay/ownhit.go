package overlay

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/session"
	"sidelight/ui/typeset"
)

// Hit is what a click at a point asks for where a note of the reader stands: of the
// marks and notes there the innermost, and the next one outwards of the one that is
// open. Words that lead elsewhere are inside a note around them. Without a note there it
// is left to the others.
func (o OwnLines) Hit(pos fyne.Position, now session.Snapshot) (Ask, bool) {
	if now.Notes.Len() == 0 {
		return Ask{}, false
	}
	for _, dx := range [...]float32{0, -2, 2} {
		offset, inside := o.Column.Hit(pos.X+dx, pos.Y)
		if !inside {
			continue
		}
		// A note from elsewhere may begin within what is one character to the reader.
		last := typeset.NextCluster(now.Edition.Article().Text, offset) - 1
		for _, at := range [...]int{offset, last} {
			if ask, ok := o.askAt(at, now); ok {
				return ask, true
			}
		}
	}
	return Ask{}, false
}

// layerAt is a mark or a note at a byte of the article.
type layerAt struct {
	span    annotations.Span
	mention annotations.MentionID
	note    notes.ID
}

// askAt is what a click on the byte at an offset asks for, if a note stands there and is
// not out of turn.
func (o OwnLines) askAt(offset int, now session.Snapshot) (Ask, bool) {
	all := layersAt(offset, now)
	var ask Ask
	noted := false
	open := -1
	for i, x := range all {
		if x.note != "" {
			noted = true
		} else if ask.Mention == "" {
			ask.Mention = x.mention
		}
		if isOpenAt(x, now) {
			open = i
		}
	}
	if !noted {
		return Ask{}, false
	}
	if link, ok := linkAt(offset, now); ok && ask.Mention == "" && (open == len(all)-1 || link.Len() < all[0].span.Len()) {
		return Ask{}, false
	}
	next := all[(open+1)%len(all)]
	ask.Own, ask.Note = next.note, innermostNote(all)
	if next.note == "" && next.mention != ask.Mention {
		ask.Outer = next.mention
	}
	return ask, true
}

// layersAt returns the marks that are shown and the notes at a byte, innermost first: the
// one that begins later, of two that begin together the shorter.
func layersAt(offset int, now session.Snapshot) []layerAt {
	var out []layerAt
	m, ok := now.Edition.InnermostAt(offset)
	mark := func() {
		if marked(m, now) {
			out = append(out, layerAt{span: m.Span, mention: m.ID()})
		}
		m, ok = now.Edition.Parent(m.ID())
	}
	for n := range now.Notes.At(offset) {
		for ok && (m.Start > n.Span.Start || m.Start == n.Span.Start && m.Len() <= n.Span.Len()) {
			mark()
		}
		out = append(out, layerAt{span: n.Span, note: n.ID})
	}
	for ok {
		mark()
	}
	return out
}

func isOpenAt(x layerAt, now session.Snapshot) bool {
	atNotes := now.Panel.Face == session.Notes || now.Panel.Face == session.Writing
	if x.note != "" {
		return atNotes && x.note == now.Note
	}
	return !atNotes && x.mention == now.Mention
}

func innermostNote(all []layerAt) notes.ID {
	for _, x := range all {
		if x.note != "" {
			return x.note
		}
	}
	return ""
}

// linkAt returns the link at a byte.
func linkAt(offset int, now session.Snapshot) (annotations.Span, bool) {
	for link := range now.Edition.Article().Links(annotations.Span{Start: offset, End: offset + 1}) {
		return link.Span, true
	}
	return annotations.Span{}, false
}
