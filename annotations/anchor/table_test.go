package anchor_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/text"
)

// traced is a text that has been changed, and where each of its bytes comes from.
type traced struct {
	old  string
	text []byte
	from []int // the byte of old that the byte is, or stands for; -1 for one that was put in
	// about is the part of the old text the notes of which are of interest; all of them,
	// if it is empty.
	about annotations.Span
}

func trace(old string) *traced {
	t := &traced{old: old}
	t.keep(0, len(old))
	return t
}

// keep appends bytes of the old text.
func (t *traced) keep(start, end int) { t.put(t.old[start:end], start, end) }

// put appends what stands for bytes of the old text; nothing if start is -1.
func (t *traced) put(s string, start, end int) {
	for i := range len(s) {
		from := -1
		if start >= 0 {
			from = start + min(i, end-start-1)
		}
		t.text = append(t.text, s[i])
		t.from = append(t.from, from)
	}
}

// truth returns where a span of the old text is now. It is gone if no word of it is left.
func (t *traced) truth(s annotations.Span) (now annotations.Span, gone bool) {
	now.Start = -1
	letters := false
	for i, from := range t.from {
		if !s.Contains(from) {
			continue
		}
		if now.Start < 0 {
			now.Start = i
		}
		now.End = i + 1
		letters = letters || text.InWord(rune(t.text[i])) || t.text[i] >= utf8.RuneSelf
	}
	return now, now.Start < 0 || !letters
}

// change makes a new text of an old one. The old one may be prepared first, as by putting
// in what is to be confused.
type change struct {
	name  string
	least float64 // the share of notes that have to come out right
	make  func(old string, r *rand.Rand) []*traced
}

var changes = []change{
	{"paragraph deleted", 0.99, func(old string, r *rand.Rand) (all []*traced) {
		for p := range paragraphs(old) {
			all = append(all, arranged(old, func(order []int) []int { return append(order[:p:p], order[p+1:]...) }))
		}
		return all
	}},
	{"paragraph inserted", 0.99, func(old string, r *rand.Rand) (all []*traced) {
		const more = "A paragraph that was not there before, with the words of every day: he said that it was in the United States, and the talks went on. Die Gräben und das Wasser sind dort, wo sie waren.\n"
		for _, p := range paragraphs(old) {
			t := &traced{old: old}
			t.keep(0, p.Start)
			t.put(more, -1, -1)
			t.keep(p.Start, len(old))
			all = append(all, t)
		}
		return all
	}},
	{"paragraph moved", 0.97, func(old string, r *rand.Rand) (all []*traced) {
		n := len(paragraphs(old))
		for p := range n {
			to := r.IntN(n - 1)
			all = append(all, arranged(old, func(order []int) []int {
				rest := append(order[:p:p], order[p+1:]...)
				return append(append(rest[:to:to], p), rest[to:]...)
			}))
		}
		return all
	}},
	{"re-wrapped", 0.99, func(old string, r *rand.Rand) []*traced {
		t := &traced{old: old}
		column := 0
		for i, c := range old {
			s := old[i : i+utf8.RuneLen(c)]
			switch column++; {
			case c == '\n':
				s, column = "\n\n", 0
			case c == ' ' && column > 40:
				s, column = "\n", 0
			}
			t.put(s, i, i+utf8.RuneLen(c))
		}
		return []*traced{t}
	}},
	{"quotes and dashes curled", 0.99, func(old string, r *rand.Rand) []*traced {
		t := &traced{old: old}
		for i, c := range old {
			s := old[i : i+utf8.RuneLen(c)]
			before, _ := utf8.DecodeLastRuneInString(old[:i])
			opens := i == 0 || unicode.IsSpace(before)
			switch {
			case c == '"' && opens:
				s = "“"
			case c == '"':
				s = "”"
			case c == '\'':
				s = "’"
			case c == '-' && opens:
				s = "—"
			case c == '„' || c == '“':
				s = `"`
			case c == '–':
				s = "-"
			}
			t.put(s, i, i+utf8.RuneLen(c))
		}
		return []*traced{t}
	}},
	{"2 % of letters mistyped", 0.97, func(old string, r *rand.Rand) (all []*traced) {
		for range 4 {
			t := &traced{old: old}
			for i, c := range old {
				end := i + utf8.RuneLen(c)
				if !unicode.IsLetter(c) || r.IntN(50) > 0 {
					t.keep(i, end)
					continue
				}
				switch r.IntN(3) {
				case 0: // left out
				case 1:
					t.put(old[i:end]+old[i:end], i, end)
				default:
					t.put(string(rune('a'+r.IntN(26))), i, end)
				}
			}
			all = append(all, t)
		}
		return all
	}},
	{"one word in twelve replaced", 0.99, func(old string, r *rand.Rand) (all []*traced) {
		others := strings.Fields("although river seven quickly above neither garden promised yellow Tuesday wrote stones")
		for range 4 {
			t := &traced{old: old}
			end := 0
			for a, b := range text.Parts(old) {
				t.keep(end, a)
				if r.IntN(12) == 0 {
					t.put(others[r.IntN(len(others))], a, b)
				} else {
					t.keep(a, b)
				}
				end = b
			}
			t.keep(end, len(old))
			all = append(all, t)
		}
		return all
	}},
}

func paragraphs(s string) (all []annotations.Span) {
	start := 0
	for start < len(s) {
		end := len(s)
		if i := strings.IndexByte(s[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		if strings.TrimSpace(s[start:end]) != "" {
			all = append(all, annotations.Span{Start: start, End: end})
		}
		start = end
	}
	return all
}

// arranged puts the paragraphs of a text in another order, or leaves some out.
func arranged(old string, order func([]int) []int) *traced {
	all := paragraphs(old)
	numbers := make([]int, len(all))
	for i := range numbers {
		numbers[i] = i
	}
	t := &traced{old: old}
	for _, p := range order(numbers) {
		t.keep(all[p].Start, all[p].End)
		if !strings.HasSuffix(string(t.text), "\n") {
			t.put("\n", -1, -1)
		}
	}
	return t
}

// lookalikes are texts in which a sentence is deleted that had one much like it, which
// stays: right before it, right after it, or at the end.
func lookalikes(source string, r *rand.Rand) (all []*traced) {
	for _, p := range paragraphs(source) {
		for a, b := range text.Sentences(source[p.Start:p.End]) {
			a, b := p.Start+a, p.Start+b
			sentence := source[a:b]
			like := strings.Fields(sentence)
			like[r.IntN(len(like))] = "otherwise"
			twin := strings.Join(like, " ")
			for where := range 3 {
				var old string
				at := a
				switch where {
				case 0:
					old = source[:a] + twin + " " + source[a:]
					at = a + len(twin) + 1
				case 1:
					old = source[:b] + " " + twin + source[b:]
				case 2:
					old = strings.TrimRight(source, "\n") + "\n" + twin + "\n"
				}
				t := &traced{old: old, about: annotations.Span{Start: at - len(sentence) - 200, End: at + 2*len(sentence) + 200}}
				t.keep(0, at)
				end := at + len(sentence)
				if end < len(old) && old[end] == ' ' {
					end++
				}
				t.keep(end, len(old))
				all = append(all, t)
			}
		}
	}
	return all
}

// noted returns what may be noted in a text: its sentences, clauses and words, and from
// each word on three to eight words.
func noted(s string) (all []annotations.Span) {
	for _, p := range paragraphs(s) {
		for a, b := range text.Sentences(s[p.Start:p.End]) {
			all = append(all, annotations.Span{Start: p.Start + a, End: p.Start + b})
		}
		start := p.Start
		for i, c := range s[p.Start:p.End] {
			if strings.ContainsRune(",;:.–", c) {
				closed := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\"”“’", r) }
				if clause := strings.TrimLeftFunc(s[start:p.Start+i], closed); len(clause) > 3 {
					at := start + strings.Index(s[start:], clause)
					all = append(all, annotations.Span{Start: at, End: at + len(clause)})
				}
				start = p.Start + i + utf8.RuneLen(c)
			}
		}
	}
	var at []annotations.Span
	for a, b := range text.Parts(s) {
		at = append(at, annotations.Span{Start: a, End: b})
	}
	for i, w := range at {
		all = append(all, w)
		if n := 3 + i%6; i+n <= len(at) {
			all = append(all, annotations.Span{Start: w.Start, End: at[i+n-1].End})
		}
	}
	return all
}

func texts(t testing.TB) map[string]string {
	out := make(map[string]string)
	for name, path := range map[string]string{
		"sample": "../../assets/edition/article.txt", "ferry": "testdata/ferry.txt", "moor": "testdata/moor.txt",
	} {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(b)
	}
	return out
}

// tally counts how notes came out.
type tally struct {
	all, right, silent, silentWrong, gone, goneSilent int
	report                                            anchor.Report
}

func (y *tally) String() string {
	return fmt.Sprintf("%6d notes: %6.2f %% right, %6.2f %% silent, %d of these wrong; %5d gone, %d of these silent; %+v",
		y.all, 100*float64(y.right)/float64(y.all), 100*float64(y.silent)/float64(y.all), y.silentWrong, y.gone, y.goneSilent, y.report)
}

// count adds what has become of a note. Right is: at its place, whether silently or as a
// place to look at; and no place but an offer, where all of its words are gone.
func (y *tally) count(t *traced, span annotations.Span, r anchor.Resolved) (wrong bool) {
	want, gone := t.truth(span)
	silent := r.Status == anchor.Kept || r.Status == anchor.Moved
	y.report.Add(r.Status)
	if gone {
		y.gone++
		if silent {
			y.goneSilent++
		}
		return silent
	}
	y.all++
	at := r.Status != anchor.Unanchored && sameWords(string(t.text), r.Span, want)
	if at {
		y.right++
	}
	if silent {
		y.silent++
		if !at {
			y.silentWrong++
		}
	}
	return silent && !at
}

// sameWords reports whether two spans are the same but for what is no letter at their ends.
func sameWords(s string, a, b annotations.Span) bool {
	return inner(s, a) == inner(s, b)
}

func inner(s string, x annotations.Span) annotations.Span {
	no := func(r rune) bool { return !text.InWord(r) }
	x.End = x.Start + len(strings.TrimRightFunc(s[x.Start:x.End], no))
	x.Start = x.End - len(strings.TrimLeftFunc(s[x.Start:x.End], no))
	return x
}

func resolveAll(t *testing.T, y *tally, changed *traced) {
	t.Helper()
	a, err := anchor.NewAlignment(context.Background(), changed.old, string(changed.text))
	if err != nil {
		t.Fatal(err)
	}
	for i, span := range noted(changed.old) {
		if !changed.about.Empty() && !changed.about.Overlaps(span) && i%16 > 0 {
			continue
		}
		r := a.Resolve(span)
		if y.count(changed, span, r) {
			want, _ := changed.truth(span)
			t.Errorf("%q is silently (%v) at %q, byte %d, not %d", changed.old[span.Start:span.End], r.Status, changed.text[r.Span.Start:r.Span.End], r.Span.Start, want.Start)
		}
	}
}

// After a change no note is in the wrong place without a word, and nearly all are in the
// right one.
func TestTable(t *testing.T) {
	for name, source := range texts(t) {
		for _, c := range changes {
			t.Run(name+"/"+c.name, func(t *testing.T) {
				var y tally
				for _, changed := range c.make(source, rand.New(rand.NewPCG(1, 2))) {
					resolveAll(t, &y, changed)
				}
				t.Log(&y)
				if y.all == 0 || float64(y.right) < c.least*float64(y.all) {
					t.Errorf("%d of %d are right, want %v of them", y.right, y.all, c.least)
				}
			})
		}
		t.Run(name+"/lookalike", func(t *testing.T) {
			var y tally
			for _, changed := range lookalikes(source, rand.New(rand.NewPCG(1, 2))) {
				resolveAll(t, &y, changed)
			}
			t.Log(&y)
			if y.gone == 0 {
				t.Error("no note lost its words")
			}
		})
	}
}
