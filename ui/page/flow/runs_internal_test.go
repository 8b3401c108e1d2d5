package flow

import (
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/typeset"
)

// The last byte of a link may lie in a run, in a part of one, or in none.
func TestRoomIsLeftInTheRunOfTheLastByte(t *testing.T) {
	run := func(start, end int, size, after float32) typeset.Run {
		return typeset.Run{Start: start, End: end, Size: size, After: after}
	}
	l := annotations.Link{Span: annotations.Span{Start: 10, End: 20}}
	for _, x := range []struct{ runs, want []typeset.Run }{
		{nil, []typeset.Run{run(10, 20, 0, 9)}},
		{[]typeset.Run{run(15, 20, 3, 0)}, []typeset.Run{run(15, 20, 3, 9)}},
		{[]typeset.Run{run(2, 12, 3, 0), run(30, 32, 3, 0)}, []typeset.Run{run(2, 12, 3, 0), run(12, 20, 0, 9), run(30, 32, 3, 0)}},
		{[]typeset.Run{run(15, 25, 3, 0)}, []typeset.Run{run(15, 20, 3, 9), run(20, 25, 3, 0)}},
	} {
		if got := withRoom(slices.Clone(x.runs), l, 9); !slices.Equal(got, x.want) {
			t.Errorf("in %v it gives %v, want %v", x.runs, got, x.want)
		}
	}
}
