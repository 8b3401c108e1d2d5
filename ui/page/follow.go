package page

import (
	"cmp"
	"image"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/page/flow"
	"sidelight/ui/page/overlay"
	"sidelight/ui/session"
)

// Follow shows a snapshot of the session. Another edition of the same article
// leaves text, place, selection and light as they are: only the lines whose
// marks changed are drawn anew.
func (p *Page) Follow(_, now session.Snapshot) {
	old := p.now
	if now.Edition == nil || now == old {
		return
	}
	p.now = now
	if old.Edition == nil || old.Edition.Article() != now.Edition.Article() {
		p.open(now)
		return
	}
	p.card.follow(old, now)
	if old.Edition != now.Edition || old.Finding != now.Finding {
		p.revise(old.Edition)
	}
	p.sheet.follow(old, now)
	p.ends.follow(old, now)
	p.rail.show(old, now)
	if old.Mention != now.Mention || old.Panel.Said != now.Panel.Said || old.Note != now.Note {
		p.lights.fadeBeam()
	}
	if now.Panel.Face == session.Writing && old.Panel.Face != session.Writing {
		p.actions.finish() // the words are being noted, and are to be read
		p.DismissCard()
	}
	if old.Edition != now.Edition || old.Notes != now.Notes {
		p.pointer.again() // another mark may lie under it
	}
}

// open begins with another article.
func (p *Page) open(now session.Snapshot) {
	p.clear()
	p.on.Open()
	p.head.open(now.Document)
	p.running.open(now.Edition)
	p.column.Open(now.Edition.Article())
	p.gallery.open()
	p.gallery.use(p.Do)
	p.sheet.now, p.rail.now, p.card.now = now, now, now
	p.ends.stop()
	p.remarks.Opened = ""
	p.hits.Spans, p.hits.Current = nil, -1
	p.aloud.Span = annotations.Span{}
	p.selection.From, p.selection.To = 0, 0
	p.lights.end()
	p.reading.anchor = flow.Place{Offset: -1}
	p.chip.Hide()
	p.joinLine()
	p.set()
	if !p.column.Partial() {
		p.endTurn()
	}
	p.gallery.measure(now.Edition.Article(), func(sizes map[*annotations.Picture]image.Point) {
		p.column.SetSizes(sizes)
		p.set()
	})
}

// revise takes over what another edition of the same article says of it.
func (p *Page) revise(old *annotations.Edition) {
	now := p.now.Edition
	other := old.Title() != now.Title() || old.Standfirst() != now.Standfirst() || old.Notice() != now.Notice()
	if other || !p.head.tell(p.now.Document) {
		p.head.open(p.now.Document)
		p.running.open(now)
		p.set()
		return
	}
	p.head.edition = now
}

// pointed follows the pointer, at a point of the page, to what lies under it.
func (p *Page) pointed(a overlay.Ask, at fyne.Position) {
	p.card.point(a.Mention, at.Y)
	if a.Mention != p.now.Hovered {
		p.asks.Hover(a.Mention)
	}
	p.pointLink(a.Link)
	p.tip.say(a.Tip, at)
}

// tapped asks for what a click is for.
func (p *Page) tapped(a overlay.Ask) {
	p.card.dismiss()
	p.links.dismiss()
	switch {
	case a.Remark != "":
		p.remarks.Opened = a.Remark
		p.asks.SelectRemark(a.Remark)
		if n, ok := p.now.Edition.Remark(a.Remark); ok {
			p.Flash(n.Span)
		}
	case !a.Said.Empty():
		p.asks.SelectVoice(a.Said)
	case !a.Link.Empty():
		p.FollowLink(a.Link)
	case a.About:
		p.asks.OpenAbout()
	case a.Own != "":
		p.asks.SelectNote(a.Own)
	case a.Mention != "":
		p.asks.SelectMention(cmp.Or(a.Outer, a.Mention))
	default:
		call(p.OnBlank)
	}
}

// Peek shows the hover card of a mention at once, or takes it away if it is shown
// already. Peek reports whether the mention is in view.
func (p *Page) Peek(id annotations.MentionID) bool {
	if p.now.Edition == nil {
		return false
	}
	m, ok := p.now.Edition.Mention(id)
	return ok && p.card.peek(m)
}

// CardMention returns the mention of the hover card, or an empty id if there is no
// card.
func (p *Page) CardMention() annotations.MentionID { return p.card.mention }

// DismissCard takes the hover card, of a mark or of a link, away and reports whether there was one.
func (p *Page) DismissCard() bool {
	card, link := p.card.dismiss(), p.links.dismiss()
	return card || link
}

// SetActions sets what the reader can do with selected words.
func (p *Page) SetActions(actions []Action) { p.actions.set(actions) }

// SetNoteKey sets the key, as it is printed, that begins a note on selected words.
func (p *Page) SetNoteKey(key string) {
	p.actions.marking.key = key
	p.actions.set(p.actions.actions)
}

// FinishActions takes the bar of actions away until other words are selected. The
// words stay selected.
func (p *Page) FinishActions() { p.actions.finish() }

// SetBackKey sets the key, as it is printed, that leads back to where the reader was.
func (p *Page) SetBackKey(key string) { p.chip.setKey(key); p.chip.place(p.format) }

// SetHits lights spans of the article, which ascend. The span of index current is
// lit more than the others; -1 is none.
func (p *Page) SetHits(spans []annotations.Span, current int) {
	p.hits.Spans, p.hits.Current = spans, current
	p.sheet.redraw(p.hits)
}

// SetAloud lights the sentence that is read aloud; an empty span is none.
func (p *Page) SetAloud(s annotations.Span) {
	p.aloud.Span = s
	p.sheet.redraw(p.aloud)
}

// Focus returns the page: it takes the keyboard itself.
func (p *Page) Focus() fyne.Focusable { return p }

// takeFocus gives the page the keyboard.
func (p *Page) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
}

// FocusGained shows the ring around the focused mark.
func (p *Page) FocusGained() { p.keyboard(true) }

// FocusLost hides the ring around the focused mark.
func (p *Page) FocusLost() { p.keyboard(false) }

// keyboard draws the mark with the keyboard's focus, with or without its ring.
func (p *Page) keyboard(on bool) {
	p.on.Keyboard = on
	p.sheet.redraw(p.under, overlay.Tints{Sheet: p.on}, overlay.Tints{Sheet: p.on, Lit: true},
		overlay.OwnGrounds{Own: p.own}, overlay.OwnLines{Own: p.own}, overlay.Underlines{Sheet: p.on})
}

// AcceptsTab reports that Tab steps through the marks.
func (p *Page) AcceptsTab() bool { return !p.alone }

// TypedKey hands a key on to [Page.OnKey].
func (p *Page) TypedKey(e *fyne.KeyEvent) {
	p.lights.endOutline()
	if e.Name == fyne.KeyEscape && p.ends.giveUp() {
		return
	}
	if f := p.OnKey; f != nil {
		f(e)
	}
}

// TypedRune hands a character on to [Page.OnRune].
func (p *Page) TypedRune(r rune) {
	if f := p.OnRune; f != nil {
		f(r)
	}
}
