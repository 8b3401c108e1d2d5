package markup

import (
	"strings"

	"sidelight/annotations"
)

// breakLine takes a <br>. Two of them one after the other end the block.
func (w *Writer) breakLine(f *frame) {
	from := w.here()
	switch {
	case w.inCode():
		w.ensure()
		w.compose.Whole("\n", from)
	case w.newLine != nil:
		w.flush()
	case !w.compose.Empty():
		w.newLine = &from
	}
}

// settle writes the line break that waits for text.
func (w *Writer) settle() {
	if w.newLine != nil {
		w.compose.Break(*w.newLine)
		w.newLine = nil
	}
}

// startLink takes an <a>.
func (w *Writer) startLink(f *frame) {
	href := strings.TrimSpace(Attr(f.node, "href"))
	if href == "" || w.compose.Linked() {
		return
	}
	if w.isPermalink(f) {
		f.skip = true
		return
	}
	target, label := href, ""
	if w.Resolve != nil {
		target, label = w.Resolve(href)
	} else if inner, ok := strings.CutPrefix(href, "#"); ok {
		label = inner
	}
	if w.Notes.leadsBack(f.node, label) && w.within(func(f *frame) bool { return f.note }) {
		f.skip = true
		return
	}
	if runsScript(target) || target == "" || target == "#" && label == "" {
		return
	}
	w.compose.Link(target, label)
	f.linked = true
}

// isPermalink reports whether a link is the sign at a heading by which its address is
// copied.
func (w *Writer) isPermalink(f *frame) bool {
	if !w.within(func(f *frame) bool { return f.level > 0 }) {
		return false
	}
	switch strings.TrimSpace(textOf(f.node, 8)) {
	case "¶", "#", "§", "🔗":
		return true
	}
	return false
}

// runsScript reports whether an address is no address but a command.
func runsScript(href string) bool {
	scheme, _, ok := strings.Cut(href, ":")
	return ok && (strings.EqualFold(scheme, "javascript") || strings.EqualFold(scheme, "data") || strings.EqualFold(scheme, "vbscript"))
}

// marks are the quotation marks of a language, outer and inner.
type marks struct{ open, shut, innerOpen, innerShut string }

// quotationMarks of the languages whose marks are not those of English.
var quotationMarks = map[string]marks{
	"de": {"„", "“", "‚", "‘"}, "cs": {"„", "“", "‚", "‘"}, "sk": {"„", "“", "‚", "‘"},
	"bg": {"„", "“", "‚", "‘"}, "pl": {"„", "”", "«", "»"}, "ro": {"„", "”", "«", "»"},
	"hu": {"„", "”", "»", "«"}, "fr": {"«\u00a0", "\u00a0»", "“", "”"}, "it": {"«", "»", "“", "”"},
	"es": {"«", "»", "“", "”"}, "pt": {"«", "»", "“", "”"}, "ru": {"«", "»", "„", "“"},
	"uk": {"«", "»", "„", "“"}, "da": {"»", "«", "›", "‹"}, "sv": {"”", "”", "’", "’"},
	"fi": {"”", "”", "’", "’"}, "ja": {"「", "」", "『", "』"}, "zh": {"“", "”", "‘", "’"},
}

var english = marks{"“", "”", "‘", "’"}

// startQuote takes a <q>: a browser puts quotation marks around it.
func (w *Writer) startQuote(f *frame) {
	f.quotes = true
	open, _ := w.quotesOf(f)
	w.generate(open, "before")
}

func (w *Writer) endQuote(f *frame) {
	_, shut := w.quotesOf(f)
	w.generate(shut, "after")
}

func (w *Writer) quotesOf(f *frame) (open, shut string) {
	lang, _, _ := strings.Cut(strings.ToLower(f.lang), "-")
	m, ok := quotationMarks[lang]
	if !ok {
		m = english
	}
	depth := 0
	for i := range w.frames {
		if w.frames[i].quotes {
			depth++
		}
	}
	if depth%2 == 0 {
		return m.innerOpen, m.innerShut
	}
	return m.open, m.shut
}

// startRuby takes an <rt>, the reading of the characters before it: it goes into
// brackets, if the page has none in an <rp> for it.
func (w *Writer) startRuby(f *frame) {
	if before := f.node.PrevSibling; before != nil && before.Data == "rp" {
		return
	}
	f.ruby = true
	w.generate("(", "before")
}

// here returns the location of the innermost element itself.
func (w *Writer) here() annotations.SourceLocation {
	if w.at != nil {
		return w.at(w.offset)
	}
	return annotations.SourceLocation{Part: w.Part, Path: w.path(len(w.frames) - 1)}
}

// generated returns the location of what a browser shows before or after the text of
// the innermost element.
func (w *Writer) generated(side string) annotations.SourceLocation {
	at := w.here()
	if w.at == nil {
		at.Path += "::" + side
	}
	return at
}
