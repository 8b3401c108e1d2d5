package typeset

import (
	"reflect"
	"testing"
)

// everything returns what a text says of its lines in a column of a width: where they
// begin and end, what is drawn where, and where each character stands.
func everything(t *Text, width float32) (all []any) {
	for _, l := range t.Break(width) {
		all = append(all, l.Start, l.End, l.Reads(), l.Width, l.Indent(), l.Pieces(l.Start, l.End))
		for at := l.Start; at <= l.End; at++ {
			all = append(all, l.X(at))
		}
		for x := float32(-5); x < width+10; x += 7 {
			at, inside := l.Hit(x)
			all = append(all, at, inside, l.Caret(x))
		}
	}
	return all
}

// A text that was measured at one size is at another as if it had been measured there.
func FuzzInAnotherSize(f *testing.F) {
	faces, _ := fontsHere(f)
	for i, words := range shapedWords {
		f.Add(words+" “x”\tof \"it\" and "+shapedWords[(i+5)%len(shapedWords)], uint16(i*311), uint16(i*97), uint8(3*i), uint8(7*i), uint8(i))
	}
	f.Fuzz(func(t *testing.T, words string, size, other uint16, a, b, how uint8) {
		words = words[:min(len(words), 300)]
		set := func(size uint16, ratio float32) (Style, []Run) {
			px := 6 + float32(size%2048)/64
			var runs []Run
			from, to := min(int(a), len(words)), min(int(a)+int(b), len(words))
			if how&1 == 1 && from < to {
				r := Run{Start: from, End: to, Straight: how&2 > 0}
				if how&4 > 0 {
					r.Face = faces[1]
				}
				if how&8 > 0 {
					r.Size, r.Raise = px*ratio, px/3
				}
				if how&16 > 0 {
					r.After = px
				}
				runs = append(runs, r)
				if how&32 > 0 && to < len(words) {
					runs = append(runs, Run{Start: to, End: len(words), Size: px * ratio, After: px / 2})
				}
			}
			return Style{Face: faces[0], Size: px, Leading: 30}, runs
		}
		style, runs := set(size, 0.84)
		text := NewText(words, 0, style, runs...)
		everything(text, 200)
		style, runs = set(other, 0.84+float32(how>>6)*0.08)
		got, want := text.In(style, runs...), NewText(words, 0, style, runs...)
		for _, width := range []float32{30, 200} {
			got, want := everything(got, width), everything(want, width)
			for i := range want {
				if len(got) != len(want) || !reflect.DeepEqual(got[i], want[i]) {
					t.Fatalf("%q in a column of %v px at %v px, measured at %v px, differs in fact %d of %d: %v, want %v",
						words, width, style.Size, text.Style.Size, i, len(want), got[i], want[i])
				}
			}
		}
	})
}

// In another size alone a text shares its pieces, in another face it does not.
func TestInSharesWhatDoesNotChange(t *testing.T) {
	faces, _ := fontsHere(t)
	style := Style{Face: faces[0], Size: 19, Leading: 30}
	text := NewText("A word or two.", 0, style, Run{Start: 2, End: 6, Size: 12})
	style.Size = 20
	for _, x := range []struct {
		run   Run
		face  *Face
		share bool
	}{
		{Run{Start: 2, End: 6, Size: 13}, faces[0], true},
		{Run{Start: 2, End: 6, Size: 20}, faces[0], false}, // as the words around it
		{Run{Start: 2, End: 7, Size: 13}, faces[0], false},
		{Run{Start: 2, End: 6, Size: 13, Straight: true}, faces[0], false},
		{Run{Start: 2, End: 6, Size: 13}, faces[1], false},
	} {
		style.Face = x.face
		if got := text.In(style, x.run); (&got.pieces[0] == &text.pieces[0]) != x.share {
			t.Errorf("%v in face %s: shares its pieces: %v", x.run, x.face.Name(), !x.share)
		}
	}
}
