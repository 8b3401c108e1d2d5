package typeset

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
)

// linesOf says of each line of a text where it begins and ends and what is drawn where.
func linesOf(t *Text) (all []string) {
	for _, l := range t.Break(60) {
		said := fmt.Sprint(l.Start, l.End, l.Width)
		for _, p := range l.Pieces(l.Start, l.End) {
			said += fmt.Sprint(" ", p.Text, p.X, p.W)
		}
		all = append(all, said)
	}
	return all
}

// Goroutines that measure and break texts with one face, at the same time and at sizes of
// their own, find what each of them finds with a face for itself: a page is set behind the
// window while the window is drawn.
func TestAFaceIsShared(t *testing.T) {
	long := strings.Join(shapedWords, " ")
	set := func(text *Text, size float32) []string {
		style := Style{Face: text.Style.Face, Size: size, Leading: 30}
		all := linesOf(text.In(style))
		for _, words := range shapedWords {
			all = append(all, linesOf(NewText(words+" of it", 0, style))...)
		}
		return all
	}
	fresh := func() *Text {
		faces, _ := fontsHere(t)
		return NewText(long, 0, Style{Face: faces[0], Size: 15, Leading: 30})
	}
	shared, got := fresh(), make([][]string, 4)
	var all sync.WaitGroup
	for i := range got {
		all.Go(func() { got[i] = set(shared, 15+float32(i)) })
	}
	all.Wait()
	for i := range got {
		if want := set(fresh(), 15+float32(i)); !slices.Equal(got[i], want) {
			t.Errorf("goroutine %d finds %q, want %q", i, got[i], want)
		}
	}
}

// A face remembers no more than it may of a text whose words are all different, and at its
// end still knows again what it has just seen.
func TestAFaceForgetsWithinAText(t *testing.T) {
	faces, _ := fontsHere(t)
	var words strings.Builder
	for i := range keptBytes / wordBytes {
		fmt.Fprintf(&words, "%x ", i*7919)
	}
	text := NewText(words.String(), 0, Style{Face: faces[0], Size: 15, Leading: 30})
	x := &text.items[0]
	if n := len(x.numbers); n == 0 || n*wordBytes > keptBytes || faces[0].kept > keptBytes+wordBytes+maxRunes {
		t.Errorf("%d words of %d are remembered, in %d bytes", n, len(text.pieces), faces[0].kept)
	}
	if a, b := x.number("seldom "), x.number("seldom "); a != b {
		t.Error("a word is shaped each time it comes")
	}
}
