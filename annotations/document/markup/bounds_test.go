package markup_test

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/markup"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

// Whatever a page is, it makes an article that holds its rules, with a way back for each
// character, or is refused with a reason. So it is with the same page as fragments.
func FuzzWalk(f *testing.F) {
	for _, s := range []string{
		"<p>One <b>two</b><br>three", "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "<ul><li>a<ol start=3><li value=x>b", "|<b>|x|</b>|",
		"<div><template shadowrootmode=open><slot></slot></template>a</div>", "<pre>a\n\n</pre><q lang=de>b<q>c", "<sup><a href=#n>1</a></sup><p id=n>a<aside epub:type=footnote>b",
		"<blockquote>a<cite>b</cite></blockquote><figure><img src=a alt=b><figcaption>c", "<ruby>a<rt>b", "<p style='white-space:pre'>a\n b&nbsp;&shy;&#0;",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if len(page) > 64<<10 {
			return
		}
		page = strings.ToValidUTF8(page, "\ufffd")
		fuzzed.Within(t, func() {
			walkOrRefuse(t, page)
			fragments(t, page)
		})
	})
}

func walkOrRefuse(t *testing.T, page string) {
	t.Helper()
	root, err := markup.Parse(t.Context(), []byte(page))
	if e := (*raw.Error)(nil); err != nil {
		if !errors.As(err, &e) {
			t.Fatalf("refused without a reason: %v", err)
		}
		return
	}
	c := compose.New()
	if err := markup.New(c).Walk(t.Context(), root); err != nil {
		t.Fatal(err)
	}
	a, err := c.Article(t.Context(), annotations.File{Name: "x"}, annotations.Meta{})
	if err != nil {
		t.Fatalf("%v: %q", err, page)
	}
	for i := 0; i < len(a.Text); i += 1 + len(a.Text)/64 {
		if l, ok := a.Origin(i); ok && l.Path == "" {
			t.Fatalf("byte %d comes from no element", i)
		}
	}
}

// shapes are pages that are long in one way each.
var shapes = []struct {
	name       string
	head, part string
}{
	{"text", "", "words and words "}, {"paragraphs", "", "<p>a"}, {"elements in a line", "<p>", "<b>a</b>"}, {"breaks", "<p>a", "<br>"},
	{"items", "<ol>", "<li>a"}, {"items of a list that counts down", "<ol reversed>", "<li>a"}, {"cells", "<table><tr>", "<th>a"}, {"rows", "<table>", "<tr><td>a<td>b"},
	{"wide cells", "<table>", "<tr><td colspan=1000 rowspan=9>a"}, {"tables", "", "<table><tr><td>a<td>b</table>"}, {"code", "<pre>", "a\n"}, {"blank lines of code", "<pre>a", "\n"},
	{"entities", "<p>", "&amp;"}, {"links", "<p>", "<a href=#x>a</a> "}, {"notes", "", "<sup><a href=#n id=r>1</a></sup><p id=n>a"}, {"labels", "", "<p id=a>b"},
	{"pictures", "<p>a", "<img src=b>"}, {"attributes", "<p", " a"}, {"comments", "", "<!-- a -->"}, {"deep all over", strings.Repeat("<div>", 400), "<b>a</b>"},
	{"shadow trees", "", "<div><template shadowrootmode=open><slot></slot></template>a</div>"}, {"slots", "<div><template shadowrootmode=open>", "<slot></slot>"},
	{"quotation marks", "<p>", "<q>a</q>"}, {"misnested", "<p>", "<b>a<i>b</b>c</i>"}, {"text in tables", "<table>", "a<tr>"},
}

// Twice as large a page takes at most 2.3 times as much time and memory. Sixteen times as
// large a page is measured, as in the test of all readers.
func TestWorkGrowsWithThePage(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run")
	}
	const size, times, most, idle, small = 16 << 10, 16, 2.3 * 2.3 * 2.3 * 2.3, 4 * time.Millisecond, 1 << 20
	for _, s := range shapes {
		var short, long []time.Duration
		ok := false
		for try := 0; try < 12 && !ok; try++ {
			began, few := costOf(t, s.head+strings.Repeat(s.part, size/len(s.part)))
			lasted, many := costOf(t, s.head+strings.Repeat(s.part, times*size/len(s.part)))
			if float64(many) > most*float64(few+small) {
				t.Errorf("%s takes %d bytes and, %d times as long, %d", s.name, few, times, many)
				break
			}
			short, long = append(short, began), append(long, lasted)
			ok = float64(slices.Min(long)) <= most*float64(max(slices.Min(short), idle))
		}
		if !ok {
			t.Errorf("%s takes %v and, %d times as long, %v", s.name, short, times, long)
		}
	}
}

func costOf(t *testing.T, page string) (took time.Duration, bytes int) {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	runtime.GC()
	var before, behind runtime.MemStats
	runtime.ReadMemStats(&before)
	began := fuzzed.Clock()
	walkOrRefuse(t, page)
	took = fuzzed.Clock() - began
	runtime.ReadMemStats(&behind)
	return took, int(behind.TotalAlloc - before.TotalAlloc) //nolint:gosec // far less than 2^63
}

// A page that is cut off anywhere is read.
func TestCutPages(t *testing.T) {
	page := "<!doctype html><title>t</title><h1>a</h1><p>b <b>c</b> &amp; <a href='#x'>d</a><table><tr><td>e<td>f</table><ul><li>g</ul><pre>h</pre><img src=i>"
	for i := range len(page) {
		walkOrRefuse(t, page[:i])
	}
}

func ExampleWriter_Fragment() {
	c := compose.New()
	w := markup.New(c)
	c.Text("Water is H", annotations.SourceLocation{})
	w.Fragment("<sub>2</sub>", func(offset int) annotations.SourceLocation { return annotations.SourceLocation{Offset: 10 + offset} })
	c.Text("O", annotations.SourceLocation{Offset: 22})
	fmt.Println(c.Opened().Kind)
	// Output: paragraph
}
