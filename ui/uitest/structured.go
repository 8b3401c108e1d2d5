package uitest

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
)

// kinds are the blocks by the word with which a line of [Compose] begins.
var kinds = map[string]annotations.Block{
	"h1": {Kind: annotations.BlockHeading, Level: 1}, "h2": {Kind: annotations.BlockHeading, Level: 2},
	"h3": {Kind: annotations.BlockHeading, Level: 3}, "h4": {Kind: annotations.BlockHeading, Level: 4},
	"p":  {},
	"li": {Kind: annotations.BlockItem, Depth: 1, Marker: "•"}, "lili": {Kind: annotations.BlockItem, Depth: 2, Marker: "•"},
	"quote": {Kind: annotations.BlockQuote, Depth: 1}, "by": {Kind: annotations.BlockQuote, Depth: 1, Level: 1},
	"code": {Kind: annotations.BlockCode}, "caption": {Kind: annotations.BlockCaption},
	"rule": {Kind: annotations.BlockRule}, "note": {Kind: annotations.BlockNote},
}

// inline finds what is set apart in a line of [Compose].
var inline = regexp.MustCompile("\\*\\*(.+?)\\*\\*|\\*(.+?)\\*|`(.+?)`|\\[(.+?)\\]\\((.+?)\\)")

// Compose makes an article of lines for a test. Each begins with the word for its
// kind: "h2 The night", "p with *em*, **strong**, `code` and [a link](address)", "3. an
// item of a numbered list", "row a | b | c" (the first is the head), "code x\ny", "note 1
// words", "picture alt". The address "#1" leads to the note of that sign.
func Compose(t testing.TB, meta annotations.Meta, lines ...string) *annotations.Article {
	t.Helper()
	c := compose.New()
	row := 0
	for i, line := range lines {
		word, rest, _ := strings.Cut(line, " ")
		from := annotations.SourceLocation{Path: "line " + strconv.Itoa(i)}
		if word != "row" {
			row = 0
		}
		switch {
		case word == "row":
			for col, cell := range strings.Split(rest, "|") {
				b := annotations.Block{Kind: annotations.BlockCell, Row: row, Col: col}
				if row == 0 {
					b.Level = 1
				}
				c.Begin(b)
				write(c, strings.TrimSpace(cell), from)
			}
			row++
			continue
		case word == "picture":
			c.Begin(annotations.Block{Kind: annotations.BlockPicture, Picture: &annotations.Picture{Alt: rest}})
			continue
		case strings.HasSuffix(word, "."):
			c.Begin(annotations.Block{Kind: annotations.BlockItem, Depth: 1, Marker: word})
		case word == "note":
			b := kinds[word]
			b.Marker, rest, _ = strings.Cut(rest, " ")
			c.End()
			c.Label(b.Marker)
			c.Begin(b)
		default:
			c.Begin(kinds[word])
		}
		write(c, rest, from)
	}
	a, err := c.Article(t.Context(), annotations.File{Name: "harbour-inquiry.md"}, meta)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// write writes a line with what is set apart in it.
func write(c *compose.Composer, s string, from annotations.SourceLocation) {
	if b := c.Opened(); b != nil && b.Kind == annotations.BlockCode {
		c.Text(s, from)
		return
	}
	at := 0
	put := func(a, b int) {
		if a >= 0 {
			from.Offset = a
			c.Text(s[a:b], from)
		}
	}
	for _, m := range inline.FindAllStringSubmatchIndex(s, -1) {
		put(at, m[0])
		for group, style := range []annotations.Style{1: annotations.Strong, 2: annotations.Emphasis, 3: annotations.Code} {
			if style != 0 && m[2*group] >= 0 {
				c.Styled(style)
				put(m[2*group], m[2*group+1])
			}
		}
		c.Styled(0)
		if m[8] >= 0 {
			target := s[m[10]:m[11]]
			c.Link(target, strings.TrimPrefix(target, "#"))
			put(m[8], m[9])
			c.Unlink()
		}
		at = m[1]
	}
	put(at, len(s))
}

// Harbour is an article with every sort of block.
func Harbour(t testing.TB) *annotations.Edition {
	t.Helper()
	meta := annotations.Meta{
		Title:     annotations.Given{Text: "The Harbour Inquiry, One Year On", From: "heading"},
		Byline:    annotations.Given{Text: "Ines Vahl", From: "front matter"},
		Published: annotations.Given{Text: "2026-10-14", From: "front matter"},
	}
	a := Compose(t, meta,
		"h1 The Harbour Inquiry, One Year On",
		"p The commission on the east wall hears its last witness on Thursday, a year after 14 metres of it slid into the basin at Halmsund. Nobody was hurt. Three berths have been shut since, and the port has *not yet* said when they open.[1](#1)",
		"p “We poured in four nights what the plan gave us seven for,” the foreman told the commission in June. The port says that the schedule was **agreed in writing** by both sides and has [published the letter](https://port.example/letter).",
		"h2 What the commission was asked",
		"p Its terms, set by the county in November 2025, hold two questions:",
		"1. Was the concrete as strong as the plan required?",
		"lili Samples from pours 11 to 14",
		"lili Cement from two makers, which are named in the appendix to the report and were both heard in public",
		"2. Who signed the log, and when?",
		"h3 The night shifts",
		"p Most of the hearing turned on four nights in March. The engineer put it this way:",
		"quote “A wall does not know what was signed. It knows what was poured, and how warm the night was.”",
		"by Liv Sander, hearing of 9 June 2026",
		"p The counter of the pump kept its own record, which the commission printed in full, with the key `pour` for a night:",
		"code pour   start   end      m3\n  11   21:40   02:15   142\n  12   21:55   01:50   118\n  13   22:10   05:30   236",
		"h3 Strength of the samples",
		"p A laboratory in Tromvik tested 24 samples. The plan required 35 MPa after 28 days.",
		"row Pour | Night of | Mean strength, MPa | Samples that reached 35",
		"row 11 | 4 March | 35.8 | 6 of 6",
		"row 12 | 5 March | 34.9 | 5 of 6",
		"row 13 | 6 March | 29.2 | 1 of 6",
		"row 14 | 7 March | 33.6 | 3 of 6",
		"caption Table 1. Samples after 28 days. Source: report of the laboratory.",
		"picture A drawing of the harbour: the east wall with the part that slid.",
		"caption Figure 1. The harbour of Halmsund. Drawing: the commission.",
		"p The report is due in February. Until then, says the port, berths 2 to 4 stay shut.",
		"rule",
		"h4 What was said of the delay",
		"p The county has asked twice, *and **twice more** in writing*.",
		"row Pour | Night of | Volume, cubic metres | Mean strength, MPa | Samples that reached 35 | Air at 03:00 | Log signed by",
		"row 11 | 4 March | 142 | 35.8 | 6 of 6 | 9.1 °C | Brandt",
		"row 12 | 5 March | 118 | 34.9 | 5 of 6 | 8.4 °C | Brandt",
		"row 13 | 6 March | 236 | 29.2 | 1 of 6 | 3.2 °C | not signed",
		"h2 What is left open",
		"p Neither side has said who changed the plan.",
		"note 1 Letter of the port of 2 October 2026.",
		"note 2 The appendix has 40 pages and is not printed here; the commission lends it to whoever asks in writing.",
	)
	e, err := annotations.New(annotations.Content{
		Title: meta.Title.Text, Article: a, Language: "en",
		Standfirst: "What the commission on the east wall was asked, what it heard, and what it has left open.",
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}
