package gold

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Score counts exact names: right, wrong and missing.
type Score struct{ Right, Wrong, Missing int }

// F1 is the harmonic mean of precision and recall, in per cent.
func (s Score) F1() float64 {
	return 200 * float64(s.Right) / float64(max(1, 2*s.Right+s.Wrong+s.Missing))
}

// Precision is what part of the names found is right, in per cent.
func (s Score) Precision() float64 { return 100 * float64(s.Right) / float64(max(1, s.Right+s.Wrong)) }

// Recall is what part of the marked names is found, in per cent.
func (s Score) Recall() float64 { return 100 * float64(s.Right) / float64(max(1, s.Right+s.Missing)) }

// Add adds the counts of another score.
func (s *Score) Add(o Score) {
	s.Right += o.Right
	s.Wrong += o.Wrong
	s.Missing += o.Missing
}

// Scores are the scores of each kind, and of all.
type Scores map[string]Score

// Compare adds to the scores what was found in a document. Only persons, organisations
// and places count. Span and kind must be right; a leading article, a title of a
// person, a possessive and punctuation at the ends are not looked at, on either side.
func (s Scores) Compare(d *Document, names []Name) {
	want, got := d.keys(d.Names), d.keys(names)
	for k := range got {
		if want[k] {
			s.add(k.Kind, Score{Right: 1})
		} else {
			s.add(k.Kind, Score{Wrong: 1})
		}
	}
	for k := range want {
		if !got[k] {
			s.add(k.Kind, Score{Missing: 1})
		}
	}
}

func (s Scores) add(kind string, one Score) {
	for _, k := range [...]string{kind, "ALL"} {
		v := s[k]
		v.Add(one)
		s[k] = v
	}
}

func (d *Document) keys(names []Name) map[Name]bool {
	keys := make(map[Name]bool, len(names))
	for _, n := range names {
		if n.Kind == "PER" || n.Kind == "ORG" || n.Kind == "LOC" {
			keys[Trim(d.Text, n)] = true
		}
	}
	return keys
}

var (
	titles = regexp.MustCompile(`^(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gen|Lt|Col|Sgt|Gov|Rev|Hon|Capt|President|Vice President|Prime Minister|` +
		`Foreign Minister|Minister|Secretary of State|Secretary|Press Secretary|Senator|General|Governor|King|Queen|` +
		`Prince|Princess|Pope|Judge|Justice|Captain|Colonel|Lieutenant|Chancellor|Director|Mayor|Ambassador|Chairman|` +
		`Sheikh|Professor|Sir|Lord|Lady|Father|Archbishop|Bishop|Major|Chief|Coach|Special|Deputy|Former|former|Miss|` +
		`Saint)\.?\s+`)
	articles     = regexp.MustCompile(`^(?:the|The|a|A|an|An)\s+`)
	abbreviation = regexp.MustCompile(`(\.[A-Za-z]\.|Jr\.|Sr\.|Inc\.|Co\.|Corp\.|Ltd\.|St\.|\b[A-Z]\.)$`)
)

// Trim takes from a name what conventions differ about: a leading article, the titles
// of a person, a possessive at the end, punctuation and blanks at either end.
func Trim(text string, n Name) Name {
	n = trimEnds(text, n)
	if m := articles.FindString(text[n.Start:n.End]); m != "" && len(m) < n.End-n.Start {
		n.Start += len(m)
	}
	for n.Kind == "PER" {
		m := titles.FindString(text[n.Start:n.End])
		if m == "" || len(m) >= n.End-n.Start {
			break
		}
		n.Start += len(m)
	}
	s := text[n.Start:n.End]
	if utf8.RuneCountInString(s) > 3 && strings.HasSuffix(s, ".") && !abbreviation.MatchString(s) {
		n.End--
	}
	return n
}

func trimEnds(text string, n Name) Name {
	s := text[n.Start:n.End]
	s = strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:\"”)", r) })
	n.End = n.Start + len(s)
	s = strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:\"“(", r) })
	n.Start = n.End - len(s)
	for _, suffix := range [...]string{"'s", "’s"} {
		s = strings.TrimSuffix(s, suffix)
	}
	if r, size := utf8.DecodeLastRuneInString(s); (r == '\'' || r == '’') && size < len(s) {
		s = s[:len(s)-size]
	}
	n.End = n.Start + len(s)
	return n
}
