package page

import (
	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/prose"
)

// link returns the link of a span.
func (p *Page) link(s annotations.Span) (annotations.Link, bool) {
	if p.now.Edition == nil {
		return annotations.Link{}, false
	}
	for l := range p.now.Edition.Article().Links(s) {
		return l, l.Span == s
	}
	return annotations.Link{}, false
}

// FollowLink follows the link of a span: within the article the reader is led there, of
// another page the address is shown.
func (p *Page) FollowLink(s annotations.Span) {
	l, ok := p.link(s)
	switch {
	case !ok:
	case l.Inner:
		p.links.dismiss()
		a := p.now.Edition.Article()
		p.asks.OpenPassage(a.Paragraph(a.ParagraphAt(l.To)).Span)
	default:
		p.showAddress(l)
	}
}

// showAddress shows where a link leads, on a card that opens it with a click; what is
// no address of the web is shown and not opened.
func (p *Page) showAddress(l annotations.Link) {
	roles := p.on.Roles
	address, err := annotations.ParseAddress(l.Target)
	words := prose.NewText(roles.UI, look.ColorTextMuted, l.Target)
	foot, act := locale.X("page.link.none", "No address of the web"), func() {}
	if err == nil {
		start := len(address.Scheme) + len("://")
		words = prose.NewText(roles.UI, look.ColorTextMuted, address.String(),
			prose.Stretch{Start: start, End: start + len(address.Host), Font: roles.Strong.Font, Colour: look.ColorText})
		foot = locale.X("panel.sources.open", "Open in browser")
		act = func() {
			if f := p.OnLink; f != nil {
				f(address.String())
			}
		}
	}
	words.SetMaxLines(addressLines)
	p.tip.hide()
	p.links.show(l.Span, p.SpanRects(l.Span), words, foot, act)
	p.links.kept = true
}

// PeekLink shows at once what the link of a span leads to, or takes that away if it is
// shown. It reports whether there is anything to show.
func (p *Page) PeekLink(s annotations.Span) bool {
	l, ok := p.link(s)
	if !ok || !p.Sees(s) {
		return false
	}
	if p.links.about == s {
		return p.links.dismiss()
	}
	if _, note := flow.NoteOf(p.now.Edition.Article(), l); note {
		p.showNote(l)
		p.links.kept = true
		return true
	}
	if l.Inner {
		return false
	}
	p.showAddress(l)
	return true
}

// showNote shows the note to which a link is the sign.
func (p *Page) showNote(l annotations.Link) {
	a := p.now.Edition.Article()
	i, ok := flow.NoteOf(a, l)
	if !ok {
		return
	}
	words := prose.NewText(p.on.Roles.Evidence, look.ColorText, a.Slice(a.Paragraph(i).Span))
	words.SetMaxLines(noteLines)
	p.links.show(l.Span, p.SpanRects(l.Span), words, locale.X("page.link.note", "To the note"), func() { p.FollowLink(l.Span) })
}

// pointLink follows the pointer to a link, or from it.
func (p *Page) pointLink(s annotations.Span) {
	if p.under.Over != s {
		p.under.Over = s
		p.sheet.redraw(p.under)
	}
	sign := annotations.Span{}
	l, ok := p.link(s)
	if ok {
		if _, note := flow.NoteOf(p.now.Edition.Article(), l); note {
			sign = s
		}
	}
	p.links.point(sign, func() { p.showNote(l) })
}
