package typeset_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations/fuzzed"
	"sidelight/assets"
	"sidelight/ui/typeset"
)

func face(t testing.TB) *typeset.Face {
	t.Helper()
	f, err := typeset.NewFace("Serif", assets.SerifRegular)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func reading(t testing.TB) typeset.Style {
	return typeset.Style{Face: face(t), Size: 19, Leading: 30}
}

func article(t testing.TB) string {
	t.Helper()
	b, err := readArticle()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestArticleBreaksAsDesigned(t *testing.T) {
	// The lines of the design's picture of paragraph 5.
	want := []string{
		"Israeli officials have stated that approximately 24 living",
		"hostages, including U.S. citizen Edan Alexander, and the",
		"remains of at least 35 others are believed to still be held in Gaza.",
		"Four other American hostages have been declared dead by",
		"Israeli authorities, but their remains have not yet been found.",
		"Adam Bohler, Trump’s nominee to handle hostage affairs, led",
		"the direct talks with Hamas, indicating the level of importance",
		"placed on this issue by the U.S. administration.",
	}
	src := strings.Split(article(t), "\n")[4]
	lines := typeset.NewText(src, 0, reading(t)).Break(580)
	if len(lines) != len(want) {
		t.Fatalf("got %d lines, want %d", len(lines), len(want))
	}
	for i := range lines {
		if got := lines[i].Text(); got != want[i] {
			t.Errorf("line %d is %q, want %q", i, got, want[i])
		}
	}
}

func TestDrawn(t *testing.T) {
	for in, want := range map[string]string{
		`He said, "Go."`:              `He said, “Go.”`,
		`"'Yes' and no"`:              `“‘Yes’ and no”`,
		`Israel's ('97) "a"-"b"`:      `Israel’s (’97) “a”-“b”`,
		`already “curly” and ‘so’`:    `already “curly” and ‘so’`,
		"no quotes at all":            "no quotes at all",
		`ends with a quote after … "`: `ends with a quote after … “`,
	} {
		if got := typeset.Drawn(in); got != want {
			t.Errorf("Drawn(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLongWordIsDivided(t *testing.T) {
	lines := typeset.NewText("a "+strings.Repeat("x", 200)+" b", 0, reading(t)).Break(120)
	for i := range lines {
		if lines[i].Width > 120 {
			t.Errorf("line %d is %.1f wide", i, lines[i].Width)
		}
	}
	if len(lines) < 10 {
		t.Errorf("got %d lines", len(lines))
	}
}

func TestRunsAreMeasuredInTheirFace(t *testing.T) {
	bold, err := typeset.NewFace("Serif SemiBold", assets.SerifSemiBold)
	if err != nil {
		t.Fatal(err)
	}
	st := reading(t)
	text := typeset.NewText("plain bold plain", 0, st, typeset.Run{Start: 6, End: 10, Face: bold})
	line := text.Break(1000)[0]
	if got, want := line.X(10)-line.X(6), bold.Width("bold", 19); got != want {
		t.Errorf("the run is %.3f wide, want %.3f", got, want)
	}
	if got, want := line.X(5), st.Face.Width("plain", 19); got != want {
		t.Errorf("the text before the run is %.3f wide, want %.3f", got, want)
	}
}

// A run may have a size and a baseline of its own: inline code, a superscript.
func TestRunsHaveTheirSizeAndBaseline(t *testing.T) {
	st := reading(t)
	const src = "E = mc2 is short"
	text := typeset.NewText(src, 10, st, typeset.Run{Start: 10, End: 11, Size: 15.96}, typeset.Run{Start: 16, End: 17, Size: 12, Raise: 7})
	line := text.Break(1000)[0]
	want := []typeset.Piece{
		{Text: "E", Size: 15.96}, {Text: " = mc", Size: 19}, {Text: "2", Size: 12, Raise: 7}, {Text: " is short", Size: 19},
	}
	pieces, x := line.Pieces(0, 100), float32(0)
	if len(pieces) != len(want) {
		t.Fatalf("%d pieces, want %d: %+v", len(pieces), len(want), pieces)
	}
	for i, p := range pieces {
		w := want[i]
		if p.Text != w.Text || p.Size != w.Size || p.Raise != w.Raise || p.Face != st.Face || p.X != x {
			t.Errorf("piece %d is %+v, want %+v at %v", i, p, w, x)
		}
		if got := st.Face.Width(w.Text, w.Size); got != p.W {
			t.Errorf("%q is %v wide, want %v", w.Text, p.W, got)
		}
		x += p.W
	}
	if line.Width != x {
		t.Errorf("the line is %v wide, its pieces %v", line.Width, x)
	}
}

func TestVisible(t *testing.T) {
	st := reading(t)
	l := typeset.NewLayout([]*typeset.Text{
		typeset.NewText("one", 0, st), typeset.NewText("two", 4, st), typeset.NewText("three", 8, st),
	}, 300, 18)
	for _, c := range []struct {
		top, bottom float32
		first, last int
	}{
		{-100, -1, 0, 0}, {0, 1, 0, 1}, {29, 48, 0, 1}, {29, 49, 0, 2}, {30, 49, 1, 2},
		{0, 1000, 0, 3}, {126, 200, 3, 3},
	} {
		if f, n := l.Visible(c.top, c.bottom); f != c.first || n != c.last {
			t.Errorf("Visible(%v, %v) = %d, %d; want %d, %d", c.top, c.bottom, f, n, c.first, c.last)
		}
	}
}

// FuzzLayout checks what holds for every text at every width: each byte lies in
// exactly one line, lines ascend, none is wider than the column unless it is one
// character, the rectangles of a span cover it and nothing else, and a hit in
// the middle of a character's rectangle gives the character back.
func FuzzLayout(f *testing.F) {
	for _, s := range []string{
		"", " ", "The White House has confirmed", "a\tb  c ", "“nested ‘quotes’”",
		"naïve café — Ħamas", strings.Repeat("long", 40), "fi ffi office", "…", "🇺🇸 flag",
		"â000000é0…C000", // two characters that draw nearer, one at the end of a line
		"שלום (12) abc, עולם.", "The sign said שלום עולם 12 and מרחבא.", "مرحبا ١٢ بكم", "船在早晨出海 alpha",
		"เรือออกไปในตอนเช้า", "नावें सुबह क्षत्रिय", "a\u0301\u0323 e\u0308", "👨‍👩‍👧 1️⃣", "tab\tand\t\tא\tב",
	} {
		f.Add(s, uint16(120))
	}
	style := reading(f)
	f.Fuzz(func(t *testing.T, src string, w uint16) {
		fuzzed.Within(t, func() {
			if !utf8.ValidString(src) || len(src) > 2000 {
				return
			}
			column := float32(w%900) + 1
			l := typeset.NewLayout([]*typeset.Text{typeset.NewText(src, 7, style)}, column, 18)
			next := 7
			for i := range l.Lines {
				line := &l.Lines[i]
				if line.Start != next || line.End < line.Start {
					t.Fatalf("line %d holds [%d, %d), want it to begin at %d", i, line.Start, line.End, next)
				}
				next = line.End
				if i > 0 && line.Top <= l.Lines[i-1].Top {
					t.Fatalf("line %d does not lie below line %d", i, i-1)
				}
				if line.Width > column+0.01 && graphemes(line.Text()) > 1 {
					t.Fatalf("line %d, %q, is %.2f wide in a column of %.2f", i, line.Text(), line.Width, column)
				}
			}
			if next != 7+len(src) {
				t.Fatalf("the lines end at %d of %d", next, 7+len(src))
			}
			checkRects(t, l, src)
		})
	})
}

func checkRects(t *testing.T, l *typeset.Layout, src string) {
	t.Helper()
	for i := 0; i < len(src); {
		end := typeset.NextCluster(src, i)
		for _, b := range l.Rects(7+i, 7+end) {
			line := l.Lines[l.LineAt(b.Y)] // a mark may begin a line behind the blank that it stands on
			if b.X < 0 || b.X+b.W > l.Width+0.01 && b.X+b.W > line.Width+0.01 || b.Y < line.Top {
				t.Fatalf("the rectangle of the character at %d leaves its line: %+v", i, b)
			}
			if b.W < 0.1 {
				continue // too narrow to be hit
			}
			got, inside := l.Hit(b.X+b.W/2, b.Y+b.H/2)
			if !inside || got < 7+i || got >= 7+end {
				t.Fatalf("a hit on the character at %d gives %d, %v", i, got-7, inside)
			}
		}
		i = end
	}
	if len(src) == 0 {
		return
	}
	var sum, all float32
	for _, b := range l.Rects(7, 7+len(src)) {
		all += b.W
	}
	for i := range l.Lines {
		sum += l.Lines[i].Width
	}
	if diff := sum - all; diff > 0.1 || diff < -0.1 {
		t.Fatalf("the rectangles of the whole text are %.3f wide, its lines %.3f", all, sum)
	}
}

// Each of very many runs has its size and its room.
func TestManyRuns(t *testing.T) {
	const n = 20_000
	st := reading(t)
	var runs []typeset.Run
	for i := range n {
		runs = append(runs, typeset.Run{Start: 5 * i, End: 5*i + 2, Size: 12, After: 4, Straight: i%2 == 0})
	}
	text := typeset.NewText(strings.Repeat("ab \"d", n), 0, st, runs...)
	for _, l := range text.Break(580) {
		for _, p := range l.Pieces(l.Start, l.End) {
			small := strings.HasPrefix(p.Text, "a") || strings.HasPrefix(p.Text, "b")
			if small != (p.Size == 12) {
				t.Fatalf("%q is set at %v", p.Text, p.Size)
			}
		}
	}
}
