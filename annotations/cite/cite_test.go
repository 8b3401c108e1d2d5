package cite

import (
	"encoding/json"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/fuzzed"
)

func source(t *testing.T, kind, title, publisher, date, url string) *annotations.Source {
	t.Helper()
	d, err := annotations.ParseDate(date)
	if err != nil && date != "" {
		t.Fatal(err)
	}
	return &annotations.Source{ID: "S1", Type: kind, Title: title, Publisher: publisher, Issued: d, URL: url}
}

// TestNote follows the examples of the manual's Quick Guide to notes, without their
// authors and pages, and the paragraphs on what they do not show.
func TestNote(t *testing.T) {
	for _, c := range []struct{ name, kind, title, publisher, date, url, want string }{
		{
			"a newspaper", "article-newspaper", "Snap Makes a Bet on the Cultural Supremacy of the Camera", "New York Times",
			"2017-03-08", "https://www.nytimes.com/2017/03/08/technology/snap-makes-a-bet-on-the-cultural-supremacy-of-the-camera.html",
			"“Snap Makes a Bet on the Cultural Supremacy of the Camera,” New York Times, March 8, 2017, https://www.nytimes.com/2017/03/08/technology/snap-makes-a-bet-on-the-cultural-supremacy-of-the-camera.html.",
		},
		{
			"a page of a site", "webpage", "Yale Facts", "Yale University", "", "https://www.yale.edu/about-yale/yale-facts",
			"“Yale Facts,” Yale University, n.d., https://www.yale.edu/about-yale/yale-facts.",
		},
		{
			"quotations in a title", "article-newspaper", `White House confirms "ongoing talks" and 'discussions' in Hamas' answer`, "A", "2025-03-05", "",
			"“White House confirms ‘ongoing talks’ and ‘discussions’ in Hamas’ answer,” A, March 5, 2025.",
		},
		{"a question", "webpage", "Who leads Hamas?", "A", "2025-03", "", "“Who leads Hamas?,” A, March 2025."},
		{"a report", "report", "Six-month update on the 'situation'", "OHCHR", "2024-11-08", "https://ohchr.example/r",
			"Six-month update on the ‘situation’ (OHCHR, November 8, 2024), https://ohchr.example/r."},
		{"an encyclopedia", "entry-encyclopedia", "Hamas", "Encyclopaedia Britannica", "2025", "https://britannica.example/hamas",
			"Encyclopaedia Britannica, s.v. “Hamas,” 2025, https://britannica.example/hamas."},
		{"a description for a title", "webpage", "[The article itself]", "Voice of Asia", "", "", "[The article itself], Voice of Asia, n.d."},
		{"several days", "article-magazine", "T", "A", "2025-03-05/2025-03-07", "", "“T,” A, March 5, 2025–March 7, 2025."},
		{"no publisher", "webpage", "T", "", "2025", "", "“T,” 2025."},
	} {
		if got := Note(source(t, c.kind, c.title, c.publisher, c.date, c.url)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
	raw := &annotations.Source{Type: "webpage", Title: "T", Publisher: "A", IssuedRaw: "March 2025 (no date visible)"}
	if got, want := Note(raw), "“T,” A, March 2025 (no date visible)."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestBibTeX(t *testing.T) {
	got := BibTeX(
		source(t, "article-newspaper", `50% of A & B_{1} \ "x"`, "The A", "2025-03-05", "https://a.example/50%25_{x}"),
		&annotations.Source{ID: "S2", Type: "webpage", Title: "T", Publisher: "B", IssuedRaw: "no date"},
	)
	const want = `@article{S1,
  title = {{50\% of A \& B\_\{1\} \textbackslash{} "x"}},
  journaltitle = {The A},
  date = {2025-03-05},
  url = {https://a.example/50%25_%7Bx%7D},
}

@online{S2,
  title = {{T}},
  organization = {B},
  note = {no date},
}
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestCSL: what is written is CSL-JSON with the dates in parts, or in words.
func TestCSL(t *testing.T) {
	text := CSL(
		source(t, "article-newspaper", "A <b> & c", "The A", "2025-03-05/2025-04", "https://a.example/?a&b"),
		&annotations.Source{ID: "S2", Type: "report", Title: "T", Publisher: "B", IssuedRaw: "no date"},
	)
	var items []map[string]any
	if err := json.Unmarshal([]byte(text), &items); err != nil {
		t.Fatal(err)
	}
	if len(items) != 2 || items[0]["container-title"] != "The A" || items[1]["publisher"] != "B" {
		t.Errorf("%v", items)
	}
	if !strings.Contains(text, "A <b> & c") || !strings.Contains(text, "https://a.example/?a&b") {
		t.Errorf("signs are escaped: %s", text)
	}
	parts, _ := json.Marshal(items[0]["issued"].(map[string]any)["date-parts"])
	if string(parts) != "[[2025,3,5],[2025,4]]" || items[1]["issued"].(map[string]any)["literal"] != "no date" {
		t.Errorf("dates are %s and %v", parts, items[1]["issued"])
	}
}

// FuzzBibTeX: whatever a source holds, its braces are balanced, so that the entries
// after it are read.
func FuzzBibTeX(f *testing.F) {
	f.Add("a {b} \\}", "https://a/{")
	f.Fuzz(func(t *testing.T, words, url string) {
		depth, text := 0, ""
		fuzzed.Within(t, func() {
			text = BibTeX(&annotations.Source{ID: "S1", Title: words, Publisher: words, URL: url})
		})
		text = strings.NewReplacer(`\{`, "", `\}`, "").Replace(text)
		for _, c := range text {
			switch c {
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth < 0 {
				t.Fatalf("closes what is not open: %q", text)
			}
		}
		if depth != 0 {
			t.Fatalf("%d braces are left open: %q", depth, text)
		}
	})
}
