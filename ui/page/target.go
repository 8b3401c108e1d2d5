package page

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/page/overlay"
	"sidelight/ui/typeset"
)

// openMenu asks for a menu about what was clicked: selected words, a mark, a sign in
// the margin, else the paragraph.
func (p *Page) openMenu(a overlay.Ask, e *fyne.PointEvent) {
	if p.OnMenu == nil || p.now.Edition == nil || p.column.Len() == 0 {
		return
	}
	p.card.dismiss()
	p.links.dismiss()
	p.tip.hide()
	p.OnMenu(p.targetAt(a, p.pointer.onSheet(e.Position)), e.AbsolutePosition)
}

// targetAt returns what lies at a point of the sheet.
func (p *Page) targetAt(a overlay.Ask, at fyne.Position) command.Target {
	offset, _ := p.column.Hit(at.X, at.Y)
	s := p.Selection()
	switch {
	case offset >= s.Start && offset < s.End:
		return command.Target{On: command.OnSelection, Passage: s}
	case a.Note != "" || a.Mention != "":
		return p.markOrNote(a.Mention, a.Note)
	case !a.Link.Empty():
		if l, ok := p.link(a.Link); ok && !l.Inner {
			if address, err := annotations.ParseAddress(l.Target); err == nil {
				return command.Target{On: command.OnLink, Address: address.String(), Passage: l.Span}
			}
		}
	case !a.Said.Empty():
		if v, ok := p.now.Edition.VoiceOf(a.Said); ok {
			return command.Target{On: command.OnVoice, Voice: v.Voice, Passage: a.Said}
		}
	case a.Remark != "":
		if n, ok := p.now.Edition.Remark(a.Remark); ok {
			return command.Target{On: command.OnRemark, Remark: n.ID, Passage: n.Span}
		}
	}
	return p.line(p.now.Edition.Article().ParagraphAt(p.column.Line(p.column.LineAt(at.Y)).Start))
}

// markOrNote returns as a target a mention or a note that stand in one place, the inner
// one of both; a target that is the mention has the note with it. Either may be empty.
func (p *Page) markOrNote(mention annotations.MentionID, note notes.ID) command.Target {
	n, noted := p.now.Notes.Get(note)
	t := p.mark(mention)
	if !noted {
		return t
	}
	m := t.Passage
	if t.On == command.OnMark && (m.Start > n.Span.Start || m.Start == n.Span.Start && m.Len() <= n.Span.Len()) {
		t.Note = n.ID
		return t
	}
	return command.Target{On: command.OnNote, Note: n.ID, Passage: n.Span}
}

// mark returns a mention as a target; nothing for an id that the edition does not
// have.
func (p *Page) mark(id annotations.MentionID) command.Target {
	m, ok := p.now.Edition.Mention(id)
	if !ok {
		return command.Target{}
	}
	t := command.Target{On: command.OnMark, Mention: m.ID(), Entity: m.Entity, Passage: m.Span}
	if x, ok := p.now.Edition.Entity(m.Entity); ok {
		t.Kind = x.Kind
	}
	return t
}

// line returns a paragraph as a target, by its index.
func (p *Page) line(i int) command.Target {
	return command.Target{On: command.OnLine, Passage: p.now.Edition.Article().Paragraph(i).Span}
}

// Target returns what the keyboard is at: selected words, the note of the reader that has
// the focus, the mark that has a card or the focus, the selected one, else the first paragraph in view.
func (p *Page) Target() (t command.Target, at fyne.Position, size fyne.Size) {
	if p.now.Edition == nil || p.column.Len() == 0 {
		return t, at, size
	}
	if s := p.Selection(); !s.Empty() {
		t = command.Target{On: command.OnSelection, Passage: s}
	}
	if n, ok := p.now.Notes.Get(p.now.FocusedNote); ok && t.On == command.OnNothing && p.lastSeen(n.Span).W > 0 {
		t = p.markOrNote("", n.ID)
	}
	for _, id := range []annotations.MentionID{p.card.mention, p.now.Focused, p.now.Mention} {
		if t.On == command.OnNothing && p.inView(id) {
			t = p.mark(id)
		}
	}
	if t.On == command.OnNothing {
		t = p.line(max(0, p.Paragraph()))
	}
	r := p.lastSeen(t.Passage)
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	return t, origin.AddXY(r.X, r.Y), fyne.NewSize(r.W, r.H)
}

// inView reports whether any of a mention is seen.
func (p *Page) inView(id annotations.MentionID) bool {
	return id != "" && p.lastSeen(p.mark(id).Passage).W > 0
}

// lastSeen returns the rectangle of the last line of a span that is seen, in pixels
// on the page; one without a width if none is.
func (p *Page) lastSeen(s annotations.Span) typeset.Rect {
	out := typeset.Rect{X: p.format.Left, Y: p.stage.head()}
	if s.Empty() {
		return out
	}
	for _, r := range p.SpanRects(s) {
		if r.Y >= p.stage.head() && r.Y+r.H <= p.stage.size.Height {
			out = r
		}
	}
	return out
}
