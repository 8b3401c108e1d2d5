package markdown

import (
	"errors"
	"strings"
	"testing"

	"sidelight/annotations/document/raw"
)

// What passes a limit is refused, with the line at which it does.
func TestMarkdownLimits(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want raw.Problem
	}{
		"a table filled up":        {many("|a", 2000) + "\n" + many("|-", 2000) + "\n" + many("a\n", 2000), raw.TooWide},
		"lines in one list":        {many("- a\n", 1<<20), raw.TooLong},
		"lines in one paragraph":   {many("a\n", 1<<20), raw.TooLong},
		"marks in one paragraph":   {many("`a` ", 4<<20), raw.TooLong},
		"addresses without an end": {many("[a](", 1<<16), raw.TooTangled},
		"titles without an end":    {many("[a](b\n\"", 1<<16), raw.TooTangled},
		"stars, then underscores":  {many("*a ", 1<<17) + many("b_ ", 1<<17), raw.TooTangled},
		"rows of backticks":        {rows(1 << 20), raw.TooTangled},
	} {
		_, err := Read(t.Context(), &raw.File{Data: []byte("# Title\n\nWords.\n\n" + c.text)})
		var e *raw.Error
		if !errors.As(err, &e) || e.Problem != c.want || e.Line < 5 {
			t.Errorf("%s: %v, want the problem %q in line 5 or later", name, err, c.want)
		}
	}
}

func many(part string, size int) string { return strings.Repeat(part, 1+size/len(part))[:size] }

// rows are rows of backticks, each longer than the one before.
func rows(size int) string {
	var b strings.Builder
	for i := 1; b.Len() < size; i++ {
		b.WriteString(strings.Repeat("`", i) + "a")
	}
	return b.String()
}

// What fills an article beyond its limits is refused before all of it is parsed.
func TestMarkdownBeyondAnArticle(t *testing.T) {
	for name, text := range map[string]string{
		"paragraphs":       many("a\n\n", 6<<20),
		"named characters": many("a &amp; ", 5<<20),
	} {
		_, err := Read(t.Context(), &raw.File{Data: []byte(text)})
		var e *raw.Error
		if !errors.As(err, &e) || e.Problem != raw.TooMuch {
			t.Errorf("%s: %v, want the problem %q", name, err, raw.TooMuch)
		}
	}
}

// What people write, in plenty, passes no limit.
func TestMarkdownWithinLimits(t *testing.T) {
	row := "| A name | **words** and `code` | [a link](https://example.org) | 1,000 |\n"
	for name, text := range map[string]string{
		"quotations and lists": strings.Repeat("> ", 20) + strings.Repeat("- ", 20) + "words",
		"a long table":         "| a | b | c | d |\n|---|---|---|---|\n" + strings.Repeat(row, 10_000),
		"a table with gaps":    "| a | b | c | d |\n|---|---|---|---|\n" + strings.Repeat("| words |\n", 900),
		"a long list":          strings.Repeat("- An item with *words* and [a link](https://example.org).\n", 20_000),
		"a log":                strings.Repeat("[12:00] <somebody> some words\n", 4_000),
		"a long code":          "```\n" + strings.Repeat("for i := range words {\n", 100_000) + "```\n",
		"many links":           strings.Repeat("[**words**](https://example.org/a_b_c \"A title\") ", 1_000),
		"many definitions":     strings.Repeat("[words and words]: https://example.org/a_b_c 'A title'\n", 20_000) + "words",
		"words with *s":        strings.Repeat("2 * 3 * 4, snake_case_words, **bold**, _italic_, 5*, and a lone ` and [ and _. ", 60),
		"one long line":        strings.Repeat("Some **words** and some _more_ with `code`, and so on and on. ", 40_000),
	} {
		if _, err := Read(t.Context(), &raw.File{Data: []byte(text)}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
