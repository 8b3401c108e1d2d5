package panel

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

func TestShortDate(t *testing.T) {
	role := roles(t).UI
	for edtf, want := range map[string]string{
		"2025-03": "March 2025", "2025-03-15": "15 Mar 2025", "2025-09": "Sep 2025", "2025-09-29/2025-10-13": "29 Sep to 13 Oct 2025", "2025-05": "May 2025", "2025": "2025",
	} {
		d, err := annotations.ParseDate(edtf)
		if err != nil {
			t.Fatal(err)
		}
		if got := shortDate(d, role, dateWidth); got != want {
			t.Errorf("shortDate(%s) = %q, want %q", edtf, got, want)
		}
	}
}

// What is kept of a context ends and begins with whole words and fits.
func TestContextKeepsWholeWords(t *testing.T) {
	role := roles(t).Concordance
	const text = " was “giving Israel everything they need"
	for width := float32(0); width < 320; width += 7 {
		first, last, cut := prose.FirstWords(role, text, width), prose.LastWords(role, text, width), cutEnd(role, text[1:], width)
		for _, s := range []string{first, last} {
			if w := role.Face.Width(s, role.Size); w > width {
				t.Errorf("%q is %v wide, the room %v", s, w, width)
			}
		}
		if !strings.HasPrefix(text+" ", first+" ") || first == "" && width > 60 {
			t.Errorf("first words in %v: %q", width, first)
		}
		if !strings.HasSuffix(text, " "+last) && last != "" && last != text || last == "" && width > 60 {
			t.Errorf("last words in %v: %q", width, last)
		}
		if w := role.Face.Width(cut, role.Size); width > 40 && w > width {
			t.Errorf("%q is %v wide, the room %v", cut, w, width)
		}
	}
}

func TestAround(t *testing.T) {
	const text = `He said "yes" to "the 'old' plan", then left.`
	pad := strings.Repeat("ß", 1000)
	for _, c := range []struct{ text, words, before, in, after string }{
		{text, `the 'old' plan`, `He said “yes” to “`, `the ‘old’ plan`, `”, then left.`},
		{text, `He`, ``, `He`, ` said “yes” to “the ‘old’ plan”, then left.`},
		{text, `left.`, `He said “yes” to “the ‘old’ plan”, then `, `left.`, ``},
		{pad + `"x"` + pad, `x`, pad[:2*255] + `”`, `x`, `”` + pad[:2*255]},
	} {
		a, err := annotations.NewArticle("a.txt", c.text)
		if err != nil {
			t.Fatal(err)
		}
		at := strings.Index(c.text, c.words)
		before, in, after := around(a, annotations.Span{Start: at, End: at + len(c.words)})
		if before != c.before || in != c.in || after != c.after {
			t.Errorf("%q stands between %q and %q, want %q between %q and %q", in, before, after, c.in, c.before, c.after)
		}
	}
}

func roles(t *testing.T) look.Roles {
	t.Helper()
	th, err := look.New(look.Light)
	if err != nil {
		t.Fatal(err)
	}
	return th.Roles()
}

// Straight quotation marks open and close in the words of a note as they do in the article.
func TestWordsOfANoteKeepTheirQuotationMarks(t *testing.T) {
	text := "He called it a \"final warning\" to all.\n"
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(text, "final")
	before, words, after := clause(a, annotations.Span{Start: at, End: at + len("final warning")})
	if got, want := before+"|"+words+"|"+after, "He called it a “|final warning|” to all."; got != want {
		t.Errorf("the words are %q, want %q", got, want)
	}
}
