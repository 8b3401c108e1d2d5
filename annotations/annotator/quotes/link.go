package quotes

import (
	"unicode"
	"unicode/utf8"

	"sidelight/annotations/annotator/found"
)

// widest is how many tokens "he said" and what goes with it may have between the two
// parts of a quotation.
const widest = 18

// goOn links a quotation to the one before it that it goes on behind "he said": between
// them stands a verb of speech and no other clause.
func goOn(d *found.Doc, all []found.Quotation) {
	t := table()
	last := -1 // the last quotation of depth 1
	for i := range all {
		q := &all[i]
		if q.Depth != 1 {
			continue
		}
		if last >= 0 && q.Goes < 0 && broken(d, t, &all[last], q) {
			q.Goes = last
		}
		last = i
	}
}

// broken reports whether only the words that name the speaker stand between two
// quotations.
func broken(d *found.Doc, t *[slots]entry, a, b *found.Quotation) bool {
	if n := b.First - a.Last; n < 2 || n > widest || !sameBlock(d, a.Last-1, b.First) || !open(d, a) {
		return false
	}
	verbs := 0
	for i := a.Last; i < b.First; i++ {
		w := d.Word(i)
		c := classOf(t, w)
		if tells(c) && c&(past|third) != 0 && d.Word(i-1) != "the" {
			verbs++
			continue
		}
		if verbs > 0 && another(w, c) || (w == "." || w == ":") && i < b.First-1 || w == ";" {
			return false
		}
	}
	return verbs == 1
}

// another reports whether a word begins another clause behind "he said".
func another(w string, c class) bool {
	return c&(subordinate|conjunction) != 0 && c&relative == 0 && w != "as" && w != "when"
}

// open reports whether a quotation ends as one does behind which "he said" follows.
func open(d *found.Doc, q *found.Quotation) bool {
	switch end := lastSign(d.Text[q.Inner.Start:q.Inner.End]); end {
	case '—', '–', '-':
		return true
	default:
		return ends(end) || q.Last < len(d.Tokens) && d.Word(q.Last) == ","
	}
}

func sameBlock(d *found.Doc, a, b int) bool {
	return d.Sentences[d.SentenceOf(a)].Block == d.Sentences[d.SentenceOf(b)].Block
}

// most of words between marks that may be no quotation.
const (
	fewWords   = 2
	titleWords = 12
)

// scare marks the quotations of one or two words and those that are written as titles
// are, where no verb of speech stands beside them.
func scare(d *found.Doc, all []found.Quotation) {
	t := table()
	for i := range all {
		q := &all[i]
		words, capitals, small := 0, 0, 0
		for k := q.First; k < q.Last && words <= titleWords; k++ {
			r, _ := utf8.DecodeRuneInString(d.Text[d.Tokens[k].Start:])
			switch {
			case unicode.IsUpper(r) || unicode.IsDigit(r):
				words, capitals = words+1, capitals+1
			case unicode.IsLetter(r):
				words++
				if classOf(t, d.Word(k))&(determiner|preposition|conjunction) == 0 {
					small++
				}
			}
		}
		short := words <= fewWords || words <= titleWords && capitals > 0 && small == 0 && title(d, q)
		q.Scare = short && q.Goes < 0 && !attached(d, t, q)
	}
}

// attached reports whether a verb of speech stands beside a quotation.
func attached(d *found.Doc, t *[slots]entry, q *found.Quotation) bool {
	const near = 5
	if open(d, q) && toldBehind(d, t, q, min(q.Last+near, len(d.Tokens))) {
		return true
	}
	if q.First < 2 || d.Word(q.First-1) != "," && d.Word(q.First-1) != ":" || !sameBlock(d, q.First-1, q.First) {
		return false
	}
	for i := q.First - 2; i >= max(0, q.First-near); i-- {
		if tells(classOf(t, d.Word(i))) {
			return true
		}
	}
	return false
}

// toldBehind reports whether a verb of speech stands behind a quotation, before the token
// end and a mark of punctuation.
func toldBehind(d *found.Doc, t *[slots]entry, q *found.Quotation, end int) bool {
	for i := q.Last; i < end; i++ {
		w := d.Word(i)
		if i > q.Last && (w == "," || w == ".") {
			return false
		}
		if c := classOf(t, w); tells(c) && c&(past|third) != 0 {
			return sameBlock(d, q.Last-1, i)
		}
	}
	return false
}

// tells reports whether a word is a verb beside which its subject's words stand.
func tells(c class) bool { return c&speech != 0 && c&naming == 0 }

// title reports whether what is between the marks ends as no sentence does.
func title(d *found.Doc, q *found.Quotation) bool {
	if q.Inner.Empty() {
		return true
	}
	end, _ := utf8.DecodeLastRuneInString(d.Text[q.Inner.Start:q.Inner.End])
	return !ends(end) || end == ',' || end == '…'
}
