package html_test

import (
	"os"
	"strings"
	"testing"
	"unicode"
)

// least is the mean F1 that the main text of the pages must have.
const least = 0.945

// The main text of pages by twelve kinds of makers is found: its words are compared with
// those of the page's true text, as sets of words that may be there several times. The
// whole page's are compared beside it.
func TestMainText(t *testing.T) {
	var found, whole float64
	names := corpus(t)
	for _, name := range names {
		data, err := os.ReadFile(name) //nolint:gosec // a test's own file
		if err != nil {
			t.Fatal(err)
		}
		truth, err := os.ReadFile(strings.TrimSuffix(name, "html") + "txt") //nolint:gosec // a test's own file
		if err != nil {
			t.Fatal(err)
		}
		f := page(string(data))
		main := f1(read(t, f).Text, string(truth))
		f.Whole = true
		all := f1(read(t, f).Text, string(truth))
		t.Logf("%.3f, whole page %.3f: %s", main, all, name)
		found += main
		whole += all
	}
	n := float64(len(names))
	t.Logf("mean F1 of %d pages: %.4f, of whole pages %.4f", len(names), found/n, whole/n)
	if found/n < least || found < whole {
		t.Errorf("the mean F1 of %d pages is %.4f, of whole pages %.4f", len(names), found/n, whole/n)
	}
}

// f1 is the harmonic mean of the shares of words that are right and that are found.
func f1(got, want string) float64 {
	a, b := words(got), words(want)
	common, found, wanted := 0, 0, 0
	for w, n := range a {
		common += min(n, b[w])
		found += n
	}
	for _, n := range b {
		wanted += n
	}
	if common == 0 {
		return 0
	}
	return 2 * float64(common) / float64(found+wanted)
}

func words(s string) map[string]int {
	all := make(map[string]int)
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		all[w]++
	}
	return all
}

// The words of the title that the finder leaves out are the first heading.
func TestMainText_Title(t *testing.T) {
	a := read(t, page(`<!doctype html><title>A walk to the sea | Site</title><nav><a href="/">Home</a></nav><div class="header"><h1>A walk to the sea</h1></div><div><article>`+
		strings.Repeat("<p>There are many words in this paragraph, and commas, so that it is taken for an article by whoever looks.</p>", 8)+`</article></div><footer>Terms</footer>`))
	if h := a.Headings(); len(h) != 1 || a.Slice(h[0].Span) != "A walk to the sea" || h[0].Block != 0 {
		t.Errorf("the headings are %v in %q", h, a.Text)
	}
	if strings.Contains(a.Text, "Terms") || strings.Contains(a.Text, "Home") {
		t.Errorf("the page's rim is read: %q", a.Text)
	}
}

// The name of the section in front of the title and the date behind it are left out, if
// the page gives the date elsewhere.
func TestMainText_Head(t *testing.T) {
	article := `<nav><a href="/">Home</a></nav><main><article><header><a href="/sea">Sea</a><h1>A walk to the sea</h1><p>A standfirst.</p><time>14 March</time></header><p><b>On</b> <time>15 March</time> <i>we went.</i></p>` +
		strings.Repeat("<p>There are many words in this paragraph, and commas, so that it is taken for an article.</p>", 8) + `</article></main><footer>Terms</footer>`
	for head, want := range map[string]string{
		"<meta property=article:published_time content=2025-03-14>": "A walk to the sea\n\nA standfirst.\n\nOn 15 March we went.\n\nThere are",
		"": "A walk to the sea\n\nA standfirst.\n\n14 March\n\nOn 15 March we went.\n\nThere are",
	} {
		if got := read(t, page("<!doctype html><title>A walk to the sea</title>"+head+article)).Text; !strings.HasPrefix(got, want) {
			t.Errorf("%s: the text begins with %.99q", head, got)
		}
	}
}

// Notes that the main text refers to belong to it, wherever they stand.
func TestMainText_Notes(t *testing.T) {
	a := read(t, page(`<!doctype html><nav><a href="/">Home</a></nav><article>`+
		strings.Repeat("<p>There are many words in this paragraph, and commas, so that it is taken for an article.</p>", 8)+
		`<p>This one has a note.<sup><a id="r1" href="#n1">1</a></sup></p></article><div class="footer-notes comment"><ol><li id="n1">What the note says. <a href="#r1">back</a></ol></div><footer>Terms</footer>`))
	if !strings.HasSuffix(a.Text, "a note.1\n\nWhat the note says.") {
		t.Errorf("the text ends with %q", a.Text[len(a.Text)-60:])
	}
	if b := a.Block(a.Len() - 1); b.Kind.String() != "note" || b.Marker != "1" {
		t.Errorf("the last block is %+v", b)
	}
}

// A page that is an article and nothing else is taken as it is.
func TestMainText_ArticleAlone(t *testing.T) {
	const short = "<!doctype html><title>t</title><h1>A</h1><p>One line.</p><p>b</p><ul><li>c</ul>"
	if got := read(t, page(short)).Text; got != "A\n\nOne line.\n\nb\n\nc" {
		t.Errorf("got %q", got)
	}
}
