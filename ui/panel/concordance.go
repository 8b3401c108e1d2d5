package panel

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/typeset"
)

// Lengths in a line of the concordance, in pixels.
const (
	keywordAt   = 112 // from the left of a line to the keyword, which is the mention
	keywordPad  = 3   // between the keyword and the edge of its box, at both sides
	keywordBox  = 20  // the height of the box
	contextGap  = 4   // between the words before the keyword and the box
	paragraphAt = 26  // kept free at the left for the paragraph's number
)

// mentionKey returns the key of a mention's row.
func mentionKey(id annotations.MentionID) string { return "mention:" + string(id) }

// concordance lists the times at which the article mentions the entity, each with
// the words around it.
func concordance(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	mentions := b.e.TimesOf(x.ID)
	if len(mentions) == 0 {
		return
	}
	b.section(locale.X("panel.concordance", "Mentions"), len(mentions), "")
	b.leads(locale.X("panel.concordance", "Mentions"))
	key := func(i int) string { return mentionKey(mentions[i].ID()) }
	b.lines(8, b.roles.Concordance.Leading, len(mentions), key, func(i int) line {
		m := mentions[i]
		return line{
			name: b.e.Article().Slice(m.Span), block: b.mentionLine(x.Kind, m),
			about: command.Target{On: command.OnMark, Mention: m.ID(), Entity: x.ID, Passage: m.Span},
			act:   func() { b.asks.OpenMention(m.ID()) },
		}
	})
}

// mentionLine draws a mention on one line, with as many whole words around it as
// fit.
func (b *Builder) mentionLine(kind annotations.Kind, m *annotations.Mention) prose.Block {
	before, keyword, after := around(b.e.Article(), m.Span)
	role := b.roles.Concordance
	number := paragraphSign(b.e.Article(), m.Span)
	sign, left, key, right := newWords(b.roles.Meta), newWords(role), newWords(role), newWords(role)
	box := shape.NewBox(nil)
	box.CornerRadius = 3

	arrange := func(size fyne.Size) {
		sign.place(number, 0, role.Leading)
		shown := cutEnd(role, keyword, size.Width-keywordAt-keywordPad)
		w := role.Face.Width(shown, role.Size)
		key.place(shown, keywordAt, role.Leading)
		box.Move(fyne.NewPos(keywordAt-keywordPad, (role.Leading-keywordBox)/2))
		box.Resize(fyne.NewSize(w+2*keywordPad, keywordBox))

		end := float32(keywordAt - keywordPad - contextGap)
		context := prose.LastWords(role, before, end-paragraphAt)
		left.place(context, end-role.Face.Width(context, role.Size), role.Leading)

		begin := keywordAt + w + keywordPad + 1
		if context = ""; shown == keyword {
			context = prose.FirstWords(role, after, size.Width-begin)
		}
		right.place(context, begin, role.Leading)
	}
	paint := func() {
		for _, w := range []*words{sign, left, right} {
			w.text.Color = look.Of(look.ColorTextMuted)
		}
		key.text.Color, box.FillColor = look.Of(look.ColorText), look.Of(look.TintStrong(kind))
	}
	return prose.NewDrawing(role.Leading, arrange, paint, box, sign.text, left.text, key.text, right.text)
}

// near is how many bytes of a paragraph on either side of a mention are looked at:
// more than fit on a line.
const near = 512

// around returns a mention's span and the text before and after it in its
// paragraph, as far as a line may show them and in the form in which they are
// drawn.
func around(a *annotations.Article, s annotations.Span) (before, in, after string) {
	p := a.Paragraph(a.ParagraphAt(s.Start))
	end := min(s.End, p.End)
	slice := func(from, to int) string { // without the halves of characters at its ends
		return strings.ToValidUTF8(a.Slice(annotations.Span{Start: max(from, p.Start), End: min(to, p.End)}), "")
	}
	before, in, after = slice(s.Start-near, s.Start), slice(s.Start, end), slice(end, end+near)
	return drawnParts(before, in, after)
}

// drawnParts returns three parts of a text in the form in which they are drawn together:
// whether a quotation mark opens or closes depends on what stands before it.
func drawnParts(before, in, after string) (string, string, string) {
	drawn := []rune(typeset.Drawn(before + in + after))
	i := utf8.RuneCountInString(before)
	j := i + utf8.RuneCountInString(in)
	return string(drawn[:i]), string(drawn[i:j]), string(drawn[j:])
}

// cutEnd returns a text that fits into width pixels, or else its first words and an
// ellipsis. If even the first word is too wide, it is cut between two characters.
func cutEnd(role look.Role, text string, width float32) string {
	if role.Face.Width(text, role.Size) <= width {
		return text
	}
	room := width - role.Face.Width("…", role.Size)
	if fit := prose.FirstWords(role, text, room); fit != "" {
		return strings.TrimRight(fit, " ,;:") + "…"
	}
	runes := []rune(text)
	for len(runes) > 1 && role.Face.Width(string(runes), role.Size) > room {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// words is a text on one line, in a role of type.
type words struct {
	text *canvas.Text
	role look.Role
}

func newWords(role look.Role) *words {
	t := canvas.NewText("", nil)
	t.FontSource, t.TextSize = role.Resource, role.Size
	return &words{t, role}
}

// place draws s at x in a line that is leading pixels high.
func (w *words) place(s string, x, leading float32) {
	w.text.Text = s
	w.text.Move(fyne.NewPos(x, float32(int(leading-w.role.Leading)/2)+prose.Rise(w.role)))
	w.text.Resize(w.text.MinSize())
}
