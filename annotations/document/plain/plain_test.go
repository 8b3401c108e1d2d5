package plain_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/document/plain"
	"sidelight/annotations/document/raw"
)

// blocks are the blocks of a text, code behind a sign.
func blocks(t *testing.T, text string) []string {
	t.Helper()
	a, err := plain.Read(t.Context(), &raw.File{Name: "a.txt", Data: []byte(text)})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	var out []string
	for i := range a.Len() {
		s := a.Slice(a.Block(i).Span)
		switch b := a.Block(i); b.Kind {
		case annotations.BlockCode:
			s = "code:" + s
		case annotations.BlockCell:
			s = fmt.Sprintf("%d,%d:%s", b.Row, b.Col, s)
		}
		out = append(out, s)
	}
	return out
}

const prose = "The boats went out in the early light and the men sat low against the\nwind, and nobody spoke until the bar was behind them and the sea lay\nopen. Then the oldest of them laughed.\n"

var joined = strings.ReplaceAll(strings.TrimSpace(prose), "\n", " ")

// long is a line that nobody broke by hand.
var long = strings.Repeat(joined+" ", 3) + "That was in May."

// What becomes of lines.
func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"one paragraph", prose, []string{joined}},
		{"two paragraphs", prose + "\n" + prose, []string{joined, joined}},
		{"line ends of Windows", strings.ReplaceAll(prose, "\n", "\r\n"), []string{joined}},
		{"a short one among others", prose + "\nJohn Smith\nHarbour Street\n\n" + prose, []string{joined, "John Smith\nHarbour Street", joined}},
		{"indented", "    " + prose + "    It did not rain.\n    Nobody came.\n", []string{joined, "It did not rain.", "Nobody came."}},
		{"items", "- " + prose + "- It did not rain.\n", []string{"- " + joined, "- It did not rain."}},
		{"lines of their own", "First one.\nSecond one.\nThird one.\n", []string{"First one.", "Second one.", "Third one."}},
		{"long lines of their own", long + "\n" + long + "\n" + long + "\n", []string{long, long, long}},
		{"carriage returns", "First one.\rSecond one.\rThird one.\r", []string{"First one.", "Second one.", "Third one."}},
		{"line ends of all kinds", "One.\u2028Two.\u2029Three.\u0085Four.\r\nFive.", []string{"One.", "Two.", "Three.", "Four.", "Five."}},
		{"a page ends", "Page one\fPage two", []string{"Page one", "Page two"}},
		{"verse", "The gulls went out,\n  the nets came in,\nthe men sat down\n  to mend them.\n", []string{"The gulls went out,\n  the nets came in,\nthe men sat down\n  to mend them."}},
		{"long verse", "The gulls went out above the water and the stones,\nThe nets came in with nothing but the weed of June,\nThe men sat down together there to mend them all,\nThe harbour lay as still as if it had no tune,\n",
			[]string{"The gulls went out above the water and the stones,\nThe nets came in with nothing but the weed of June,\nThe men sat down together there to mend them all,\nThe harbour lay as still as if it had no tune,"}},
		{"verse of Windows", "One line,\r\n  two lines\r\n", []string{"One line,\n  two lines"}},
		{"contents", "1. The boats ........ 3\n2. The harbour ...... 12\n3. Home ............. 40\n", []string{"1. The boats ........ 3\n2. The harbour ...... 12\n3. Home ............. 40"}},
		{"columns", "Port      Ships\nNorth        12\nSouth         7\n", []string{"code:Port      Ships\nNorth        12\nSouth         7"}},
		{"tabs", "Port\tShips\nNorth\t12\n", []string{"0,0:Port", "0,1:Ships", "1,0:North", "1,1:12"}},
		{"tabs and nothing", "Port\t\tShips\nNorth\t 12\tgood\n", []string{"0,0:Port", "0,1:", "0,2:Ships", "1,0:North", "1,1:12", "1,2:good"}},
		{"tabs of another number", "Port\tShips\tNote\nNorth\t12\n", []string{"code:Port\tShips\tNote\nNorth\t12"}},
		{"words without blanks", strings.Repeat("船", 30) + "\n" + strings.Repeat("船", 30) + "\n" + "船。\n", []string{strings.Repeat("船", 61) + "。"}},
	} {
		if got := blocks(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A word that a line divides is one again; a hyphen that belongs to it stays.
func TestHyphens(t *testing.T) {
	for word, want := range map[string]string{
		"inter-\nnational": "international", "well-\nknown": "well-known", "Smith-\nJones": "Smith-Jones", "1990-\n1995": "1990-1995",
		"in-\nand exports": "in- and exports", "soft\u00ad\nware": "software",
	} {
		head, tail, _ := strings.Cut(word, "\n")
		pad := strings.Repeat("word ", 12)
		text := "It is well-known.\n\n" + pad + head + "\n" + tail + " " + pad + "\n" + pad + "and more words.\n"
		if got := strings.Join(blocks(t, text), "|"); !strings.Contains(got, "word "+want+" word") {
			t.Errorf("%q reads %q", word, got)
		}
	}
}

// Where nothing is joined, the text is the file's own.
func TestTextIsTheFilesOwn(t *testing.T) {
	for _, text := range []string{"One.\n\n\n  Two.  \n\nThree.\n", "a\n  b\n\nc\td\ne\tf\n", "One.\rTwo.\u2028"} {
		a, err := plain.Read(t.Context(), &raw.File{Name: "a.txt", Data: []byte(text)})
		if err != nil || a.Text != text {
			t.Errorf("%q reads %q, %v", text, a.Text, err)
		}
	}
}

// Every character leads to its byte in the file and back, and every word is in a block.
func TestOrigin(t *testing.T) {
	text := "  " + prose + "\n" + strings.Replace(prose, "against the\n", "against inter-\nnational ", 1) + "\n\fA line,\r\n\ta line\r\nÄ.\n"
	a, err := plain.Read(t.Context(), &raw.File{Name: "a.txt", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range a.Text {
		l, ok := a.Origin(i)
		back, found := a.At(l)
		switch {
		case unicode.IsSpace(r):
		case !ok || !found || back != i || !strings.HasPrefix(text[l.Offset:], string(r)):
			t.Fatalf("byte %d, %q, comes from %+v, and that leads to %d", i, r, l, back)
		}
	}
	if got, want := fmt.Sprint(strings.Fields(a.Text)), fmt.Sprint(strings.Fields(strings.ReplaceAll(text, "-\n", ""))); got != want {
		t.Errorf("the words are %s, want %s", got, want)
	}
}
