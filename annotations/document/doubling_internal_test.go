package document

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

// A shape is a text of a size that asks much of whoever reads it.
type shape struct {
	name string
	text func(size int) string
}

// of is a text of many of the same.
func of(name, part string) shape { return shape{name, func(n int) string { return many(part, n) }} }

// after is a text of many of the same behind something.
func after(name, head, part string) shape {
	return shape{name, func(n int) string { return head + many(part, n) }}
}

// halves is a text of many of one and then many of another.
func halves(name, a, b string) shape {
	return shape{name, func(n int) string { return many(a, n/2) + many(b, n/2) }}
}

// growing is a text whose i-th part is longer than the one before.
func growing(name string, part func(i int) string) shape {
	return shape{name, func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			b.WriteString(part(i))
		}
		return b.String()
	}}
}

func many(part string, size int) string { return strings.Repeat(part, 1+size/len(part))[:size] }

// shapes are texts that are long in one way each; most are about what Markdown
// makes of them.
var shapes = []shape{
	of("one line", "word and word. "), of("one word", "a"), of("one sentence", "a, "), of("stops", "."),
	of("short sentences", "A. "), of("abbreviations", "e.g. "), of("closers", ".)"), of("wide stops", "。"), of("wide closers", "。」"),
	of("initials", "A."), halves("stops and blanks", ". ", " "), halves("blanks and openers", ". (", "("), of("ideographs", "船"), of("marks", "é́"),
	of("lines", "a\n"), of("paragraphs", "a.\n\n"), of("carriage returns", "a\r\n"), of("form feeds", "a\f"),
	of("long paragraphs", strings.Repeat("Words and words. ", 40)+"\n\n"), of("wrapped", strings.Repeat("words and ", 7)+"\n"),
	of("wrapped paragraphs", strings.Repeat(strings.Repeat("words and ", 7)+"\n", 5)+"\n"),
	after("blank lines", "a", "\n"), after("blanks", "a", " "), of("tabs", "\ta"),

	of("quotations in one line", "> "), of("quotation", "> a\n"), of("deep quotation", strings.Repeat(">", 90)+" a\n"),
	growing("quotations of all depths", func(i int) string { return strings.Repeat(">", i%90) + " a\n\n" }),
	after("a deep list and blank lines", strings.Repeat("- ", 45)+"a", "\n"),
	of("items", "- a\n"), of("items apart", "- a\n\n"), of("items in one line", "- "), of("items and tabs", "-\t"), of("numbers", "1. a\n"),
	growing("nested items", func(i int) string { return strings.Repeat("  ", i) + "- a\n" }),
	growing("items of all depths", func(i int) string { return strings.Repeat("  ", i%40) + "- a\n" }),
	after("a deep item", strings.Repeat("-\t", 40), "a "),

	of("links", "[a](b) "), of("links without an end", "[a]("), of("links with a blank", "[a](b c "), of("links with bracket", "[a]((b) "),
	of("titles without an end", `[a](b "`), of("addresses without an end", "[a](<b"), of("links of emphasis", "[*a*](b) "),
	after("a star and links of emphasis", "*x ", "[*a*](b) "), of("references", "[a][b] "), of("pictures", "![a](b) "),
	of("opening brackets", "["), of("closing brackets", "]"), halves("nested brackets", "[", "]"), of("lines with brackets", "[a] b\n"), of("bracket lines", "[a\n"),
	of("stars", "*"), of("opening stars", "*a "), of("closing stars", "a* "), of("stars in words", "a*"), of("lone stars", "a * b "),
	halves("stars, then underscores", "*a ", "b_ "), halves("nested stars", "*a ", "b* "), after("rule of three", "a**b", "c* "),
	of("stars of all kinds", "a**b_c* d"), of("underscores in words", "a_b_c "), of("tildes", "~a ~~b "), of("bold", "**a** "),
	of("backticks", "`"), of("code", "`a` "), of("code without an end", "`a ``b "),
	growing("rows of backticks", func(i int) string { return strings.Repeat("`", i) + "a" }),
	of("escapes", `\*`), of("entities", "&amp;&"), of("ampersands", "&a"), of("numeric entities", "&#65;&#"),

	of("tables", "| a | b |\n|---|---|\n| c | d |\n\n"), after("rows", "|a|b|\n|-|-|\n", "|a|b|\n"), of("rules of tables", "|-|-|\n"), of("bars", "|"),
	shape{"a padded table", func(n int) string { return many("|a", n/4) + "\n" + many("|-", n/4) + "\n" + many("a\n", n/2) }},
	shape{"a wide table", func(n int) string { return many("|a", n/2) + "\n" + many("|-", n/2) + "\n" }},
	after("bars in code", "|a|b|\n|-|-|\n", "|`a\\|b`|c|\n"),
	of("blocks of HTML", "<div>\na\n\n"), of("lines of HTML", "<div>\n"), of("tags", "a <b>"), of("tags without an end", "a <b c"), of("values without an end", `a <b c="`),
	of("comments", "<!-- a -->\n"), of("comments without an end", "a <!-- "), of("blocks of comments", "<!--\n"), of("declarations", "a <!A "),
	of("instructions", "a <? "), of("character data", "a <!(CDATA["), after("attributes", "a <b ", "c "), after("a tag", "<b ", "c "), of("scripts", "<script>\n"),
	of("addresses", "<http://a.b> "), of("addresses in brackets", "<http://a"), of("addresses of mail", "<a@b."),
	of("definitions", "[a]: b\n"), of("definitions apart", "[a]: b\n\n"), of("definitions with titles", "[a]: b\n\"c\"\n"), of("definitions without an end", "[a]: b\n\"c\n"),
	after("a definition in use", "[a]: b\n\n", "[a] "), after("a long label", "[", "a "),
	of("fences", "```\na\n```\n"), of("open fences", "```\n"), after("a fence", "```\n", "a\n"), of("indented code", "    a\n"),
	of("notes", "[^a]: b\n"), after("signs of notes", "[^a]: b\n\n", "[^a] "), of("signs without notes", "[^a] "), growing("notes of their own", func(i int) string { return fmt.Sprintf("a[^%d]\n\n[^%d]: b\n\n", i, i) }),
	growing("notes in notes", func(i int) string { return fmt.Sprintf("[^%d]: a[^%d]\n\n", i, i+1) }), of("definitions of words", "a\n: b\n\n"), of("descriptions", "a\n: b\n: c\n"), of("colons", ": a\n"),
	of("containers", "::: a\n"), of("containers apart", "::: note\na\n:::\n\n"), of("callouts", "> [!note]\n> a\n\n"), of("formulas", "$a$ "), of("dollars", "$"), of("dollars apart", "$a "), of("blocks of formulas", "$$\na\n$$\n\n"), of("formulas without an end", "$$ a\n\n"),
	of("shortcodes", "{{< a >}} "), of("shortcodes without an end", "{{< a "), of("arguments", "{{< figure src=\"a\" alt=\"b\" >}}\n\n"), of("tags of templates", "{% a %} "), of("code of templates", "{% highlight a %}\nb\n"), of("comments between signs", "%%a%% "), of("blocks of comments between signs", "%%\na\n"),
	of("links of wikis", "[[a|b]] "), of("links of wikis without an end", "[[a "), of("embedded", "![[a.png]]\n\n"), of("emoji", ":ship: "), of("colons in line", ":a"), of("raised", "a^b^ "), of("hats", "^a"), of("lowered", "a~b~ "), of("marked", "==a== "), of("equals signs", "="), of("tildes in a row", "~"),
	of("bare addresses", "https://a.b/c_d "), of("long addresses", "www.a)))"), of("an address", "(www.a"), of("attributes in braces", "a {#b}\n\n"), of("braces", "{#"), of("tasks", "- [ ] a\n"), of("front matter", "---\na: b\n"), of("pictures of their own", "![a](b.png)\n\n"),
	of("bold HTML", "<b>a</b> "), of("bold HTML without an end", "<b>a "), of("paragraphs of HTML", "<p>a\n\n"), of("tables of HTML", "<table><tr><td>a</table>\n\n"), of("details", "<details>\n\na\n\n"), of("line breaks", "a<br>"), of("same headings", "# a\n\n"),
	of("columns", "a   b\n"), of("columns apart", "a   b\nc   d\n\n"), of("dot leaders", "a .... 1\n"), of("hyphens at line ends", strings.Repeat("word ", 12)+"di-\nvided\n"), of("hyphenated words", "a-b "), of("indented lines", "  a.\nb\n"), of("items of text", "- a\n  b\n\n"),
	of("headings", "# a\n"), of("underlined headings", "a\n=\n"), of("hashes", "#"), of("rules", "* * * "), of("lines of rules", "***\n"), of("dashes", "-\n"),
}

// cost is what it takes to read a text: time, and bytes that are allocated.
type cost struct {
	time  time.Duration
	bytes int
}

func costOf(t *testing.T, name, text string) cost {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	runtime.GC()
	var before, behind runtime.MemStats
	runtime.ReadMemStats(&before)
	began := fuzzed.Clock()
	_, err := read(context.Background(), &raw.File{Path: name, Name: name, Data: []byte(strings.ToValidUTF8(text, ""))})
	took := fuzzed.Clock() - began
	runtime.ReadMemStats(&behind)
	if e := (*raw.Error)(nil); err != nil && (!errors.As(err, &e) || e.Problem != raw.Empty && e.Line == 0) {
		t.Fatalf("refused without a place: %v", err)
	}
	return cost{took, int(behind.TotalAlloc - before.TotalAlloc)}
}

// Twice as much text takes at most 2.3 times as much time and memory, be it read or
// refused. Sixteen times as much is measured, which is four times twice as much: of
// what grows with the square it takes 256 times as much. A machine that is busy may
// be slow at one measurement but not at all of them. The race detector, whose runs are
// short ones, makes some work dearer than other work: it is not measured.
func TestWorkGrowsWithTheText(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run")
	}
	const (
		size  = 8 << 10
		times = 16
		most  = 2.3 * 2.3 * 2.3 * 2.3
		idle  = 4 * time.Millisecond // less is not measured well
		small = 1 << 20              // bytes that are allocated however short a text is
	)
	for _, ending := range []string{".txt", ".md"} {
		for _, s := range shapes {
			var short, long []time.Duration
			ok := false
			for try := 0; try < 12 && !ok; try++ {
				a, b := costOf(t, "a"+ending, s.text(size)), costOf(t, "a"+ending, s.text(times*size))
				if float64(b.bytes) > most*float64(a.bytes+small) {
					t.Errorf("%s as %s takes %d bytes and, %d times as long, %d", s.name, ending, a.bytes, times, b.bytes)
					break
				}
				short, long = append(short, a.time), append(long, b.time)
				ok = float64(slices.Min(long)) <= most*float64(max(slices.Min(short), idle))
			}
			if !ok {
				t.Errorf("%s as %s takes %v and, %d times as long, %v", s.name, ending, short, times, long)
			}
		}
	}
}
