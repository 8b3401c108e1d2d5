package dates

import (
	"context"
	"os"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// marked is a text with the expressions that a line of the table marks in it.
type marked struct {
	text      string
	published string
	want      []string // "words|value"
	at        []int
}

func readMarked(t testing.TB, file string) []marked {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []marked
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		published, text, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("%s: %q has no tab", file, line)
		}
		all = append(all, parseMarked(published, text))
	}
	return all
}

func parseMarked(published, text string) marked {
	m := marked{published: published}
	for {
		before, rest, ok := strings.Cut(text, "[")
		m.text += before
		if !ok {
			return m
		}
		inside, after, _ := strings.Cut(rest, "]")
		words, _, _ := strings.Cut(inside, "|")
		m.at = append(m.at, len(m.text))
		m.want = append(m.want, inside)
		m.text += words
		text = after
	}
}

func docOf(t testing.TB, text, published, language string) *found.Doc {
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	d, err := found.Divide(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	d.Language = language
	if published != "-" && published != "" {
		if d.Published, err = annotations.ParseDate(published); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func valueOf(d found.Date) string {
	switch {
	case d.Duration:
		return "D"
	case d.Recurs:
		return "R"
	case d.Value.IsZero():
		return "-"
	}
	return d.Value.String()
}

// right counts the expressions of a marked text that are found with their words and
// value, those that are not, and those found that are none.
func (m marked) right(t testing.TB, language string) (right, wrong int) {
	d := docOf(t, m.text, m.published, language)
	got, err := Find(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	var list []string
	for _, g := range got {
		s := m.text[g.Start:g.End] + "|" + valueOf(g)
		list = append(list, s)
		for i, w := range m.want {
			if w == s && m.at[i] == g.Start {
				seen[w] = true
				right++
			}
		}
	}
	wrong = max(len(m.want), len(got)) - right
	if wrong > 0 {
		t.Logf("%s: %s\n\twant %q\n\tgot  %q", m.published, m.text, m.want, list)
	}
	return right, wrong
}

func TestEnglish(t *testing.T) {
	right, wrong := 0, 0
	for _, m := range readMarked(t, "testdata/english.txt") {
		r, w := m.right(t, "en")
		right, wrong = right+r, wrong+w
	}
	t.Logf("%d of %d expressions are right", right, right+wrong)
	if 100*right < 95*(right+wrong) {
		t.Errorf("%d of %d expressions are right", right, right+wrong)
	}
}

// What is marked as sure means what the table says.
func TestScores(t *testing.T) {
	sure, right := 0, 0
	for _, m := range readMarked(t, "testdata/english.txt") {
		want := make(map[string]bool)
		for _, w := range m.want {
			want[w] = true
		}
		for _, d := range findAll(t, m.text, m.published) {
			if d.Score >= annotations.Sure {
				sure++
				if want[m.text[d.Start:d.End]+"|"+valueOf(d)] {
					right++
				}
			}
		}
	}
	if sure < 200 || 100*right < 95*sure {
		t.Errorf("%d of %d that are sure are right", right, sure)
	}
}
