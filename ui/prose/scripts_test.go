package prose_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/typeset"
	"sidelight/ui/uitest"
)

// widths are those of the columns in which the cases are set, in pixels.
var widths = []float32{580, 210, 61}

// TestMeasuredIsDrawn sets texts of all scripts and has the toolkit measure what it
// draws: each piece of each line is as wide as it was taken to be, pieces stand side
// by side, no line leaves the column, and what is pointed at is what is drawn there.
func TestMeasuredIsDrawn(t *testing.T) {
	for _, fonts := range []string{"the program's fonts", "the system's fonts"} {
		t.Run(fonts, func(t *testing.T) {
			theme, err := look.New(look.Light)
			if err != nil {
				t.Fatal(err)
			}
			if fonts == "the system's fonts" {
				theme.UseSystemFonts()
			}
			test.NewTempApp(t).Settings().SetTheme(theme)
			style := theme.Roles().Reading.Style()
			for name, text := range cases(t) {
				for _, p := range strings.Split(text, "\n") {
					set := typeset.NewText(p, 0, style)
					for _, width := range widths {
						drawn(t, name, set.Break(width), width)
						found(t, name, p, typeset.NewLayout([]*typeset.Text{set}, width, 0))
					}
				}
			}
		})
	}
}

// drawn compares lines with what the toolkit draws of them.
func drawn(t *testing.T, name string, lines []typeset.Line, column float32) {
	t.Helper()
	for i := range lines {
		l := &lines[i]
		all, next := l.Rects(l.Start, l.End), float32(-1)
		var from, to float32
		if len(all) > 0 {
			from, to = all[0].X, all[len(all)-1].X+all[len(all)-1].W
		}
		for _, p := range l.Pieces(l.Start, l.End) {
			size, _ := fyne.CurrentApp().Driver().RenderedTextSize(p.Text, p.Size, fyne.TextStyle{}, p.Face)
			if d := size.Width - p.W; d >= 1.5 || d <= -1.5 {
				t.Errorf("%s: %q is drawn %.2f wide in %s, measured %.2f", name, p.Text, size.Width, p.Face.Name(), p.W)
			}
			if p.X < next-0.01 || p.X < from-0.01 || p.X+p.W > to+0.01 {
				t.Errorf("%s: %q stands at %.2f to %.2f, the one before it ends at %.2f, the line at %.2f to %.2f",
					name, p.Text, p.X, p.X+p.W, next, from, to)
			}
			next = p.X + p.W
		}
		if to > column+0.01 && typeset.NextCluster(l.Text(), 0) < len(l.Text()) {
			t.Errorf("%s: %q ends at %.2f in a column of %.0f", name, l.Text(), to, column)
		}
	}
}

// found points at each character of a text: in its middle it is hit, and a caret stands
// before it at one side and behind it at the other.
func found(t *testing.T, name, text string, l *typeset.Layout) {
	t.Helper()
	for at := 0; at < len(text); {
		end := typeset.NextCluster(text, at)
		for _, r := range l.Rects(at, end) {
			if r.W < 1 {
				continue
			}
			if hit, inside := l.Hit(r.X+r.W/2, r.Y+1); hit < at || hit >= end || !inside {
				t.Errorf("%s: in the middle of %q at %d is byte %d", name, text[at:end], at, hit)
			}
			line := &l.Lines[l.LineAt(r.Y)]
			left, right := line.Caret(r.X+r.W/4), line.Caret(r.X+r.W*3/4)
			before, behind := min(left, right), max(left, right)
			if before < at || before >= end || behind != min(end, line.Reads()) {
				t.Errorf("%s: around %q at %d to %d the caret stands at %d and %d", name, text[at:end], at, end, left, right)
			}
		}
		at = end
	}
}

// cases returns texts of all scripts by their names.
func cases(t testing.TB) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("testdata/cases/*")
	if err != nil || len(paths) == 0 {
		t.Fatalf("there are no cases: %v", err)
	}
	out := map[string]string{}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(path)] = strings.ToValidUTF8(string(b), "\ufffd")
	}
	return out
}

// Letters that the reading face lacks are drawn in another face of the program, all of a
// character in one, and those that no face has as a sign.
func TestOtherFaces(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	type piece struct{ text, face string }
	const serif, sans, emoji = "SourceSerif4-Regular.ttf", "Inter-Regular.ttf", "EmojiOneColor.otf"
	for text, want := range map[string][]piece{
		"plain words":   {{"plain words", serif}},
		"Ἀρχή und Море": {{"Ἀ", sans}, {"ρχή ", serif}, {"und ", serif}, {"Море", serif}},
		"go ✓ on":       {{"go ✓ on", serif}},
		"a 🚢🚢 b":        {{"a ", serif}, {"🚢🚢 ", emoji}, {"b", serif}},
		"1 1️⃣ 1":       {{"1 ", serif}, {"1️⃣ ", emoji}, {"1", serif}},
		"a 𒀀b":          {{"a ", serif}, {"□", sans}, {"b", serif}},
		"a\tb":          {{"a", serif}, {"b", serif}},
	} {
		line := typeset.NewText(text, 0, roles.Reading.Style()).Break(1000)[0]
		var got []piece
		for _, p := range line.Pieces(0, len(text)) {
			got = append(got, piece{p.Text, p.Face.Name()})
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is drawn as %q, want %q", text, got, want)
		}
	}
}

// Words from the right keep the signs at their ends with them, in the order in which
// the toolkit draws.
func TestPiecesFromTheRight(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	const text = "אב (12) abc."
	line := typeset.NewText(text, 0, roles.Reading.Style()).Break(400)[0]
	if !line.RightToLeft() {
		t.Fatal("the line is read from the left")
	}
	var got []string
	x := float32(0)
	for _, p := range line.Pieces(0, len(text)) {
		if p.X < x {
			t.Errorf("%q stands at %v, left of the one before it", p.Text, p.X)
		}
		x = p.X
		if p.Face.Name() == "SourceSerif4-Regular.ttf" { // the others have no letter for it, and draw signs
			got = append(got, strings.ReplaceAll(p.Text, "\u200f", "|"))
		}
	}
	if want := []string{"|.|", "abc", "|) |", "12", "| (|"}; !slices.Equal(got, want) {
		t.Errorf("the pieces are %q, want %q", got, want)
	}
	if x > 400 || line.Tail(0) <= 0 {
		t.Errorf("the line ends at %v and begins at %v", line.Tail(0), x)
	}
}
