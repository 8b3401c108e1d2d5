package office_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"sidelight/annotations/document/office"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

var spaces = map[string]string{"urn:w": "w"}

// told reads all and says where each text stands.
func told(e *office.Elements) (string, error) {
	var out strings.Builder
	for {
		t, err := e.Next()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return out.String(), err
		}
		if text, ok := t.(office.Text); ok && strings.TrimSpace(string(text)) != "" {
			fmt.Fprintf(&out, "%s %s\n", e.Path(), text)
		}
	}
}

func TestPathsCountSiblingsOfTheSameName(t *testing.T) {
	const doc = `<x:d xmlns:x="urn:w"><x:p>a</x:p><x:t/><x:p><x:r>b&nbsp;&lt;</x:r><x:r>c</x:r></x:p><y xmlns="urn:z">d &bomb;</y></x:d>`
	got, err := told(office.NewElements(strings.NewReader(doc), spaces))
	want := "/w:d[1]/w:p[1] a\n/w:d[1]/w:p[2]/w:r[1] b\u00a0<\n/w:d[1]/w:p[2]/w:r[2] c\n/w:d[1]/other:y[1] d &bomb;\n"
	if err != nil || got != want {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWhatIsSavedIsReadLaterWithTheSamePaths(t *testing.T) {
	const doc = `<d><p><box><p>in</p><p>side</p></box></p><p>out</p></d>`
	e := office.NewElements(strings.NewReader(doc), spaces)
	var later *office.Elements
	for later == nil {
		token, err := e.Next()
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := token.(*office.Start); ok && s.Name == "box" {
			if later, err = e.Save(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got, err := told(e); err != nil || got != "/d[1]/p[2] out\n" {
		t.Errorf("after it: %q, %v", got, err)
	}
	if got, err := told(later); err != nil || got != "/d[1]/p[1]/box[1]/p[1] in\n/d[1]/p[1]/box[1]/p[2] side\n" {
		t.Errorf("later: %q, %v", got, err)
	}
}

func TestChildrenSkipsWhatIsLeft(t *testing.T) {
	e := office.NewElements(strings.NewReader(`<d><a><b>1</b></a><a>2</a></d>`), spaces)
	if _, err := e.Next(); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := e.Children(func(s *office.Start) error {
		got = append(got, s.Name)
		if len(got) == 1 {
			return nil
		}
		words, err := e.Words()
		got = append(got, words)
		return err
	})
	if err != nil || strings.Join(got, " ") != "a a 2" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestWhatIsTooMuchOrCutIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, doc string
		problem   raw.Problem
	}{
		{"deep", strings.Repeat("<a>", office.MaxDepth+1), raw.TooMuch},
		{"cut", "<a><b>words", raw.Damaged},
		{"cut in a name", "<a><b", raw.Damaged},
	} {
		_, err := told(office.NewElements(strings.NewReader(c.doc), spaces))
		var e *raw.Error
		if !errors.As(err, &e) || e.Problem != c.problem {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		figures office.Figures
		n       int
		want    string
	}{
		{office.Decimal, 12, "12"}, {office.LowerLetter, 3, "c"}, {office.UpperLetter, 28, "BB"},
		{office.LowerRoman, 1994, "mcmxciv"}, {office.UpperRoman, 4, "IV"}, {office.UpperRoman, 1 << 40, "1099511627776"},
		{office.LowerLetter, 1 << 40, "1099511627776"}, {office.LowerRoman, 0, "0"}, {office.Bullet, 5, "•"}, {office.None, 5, ""},
	} {
		if got := c.figures.Write(c.n); got != c.want {
			t.Errorf("%d is %q, not %q", c.n, got, c.want)
		}
	}
}

// However broken a document is, it is read to its end or refused.
func FuzzElements(f *testing.F) {
	for _, s := range []string{"<a b='c'>d</a>", "<a><b>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "</a>", "<a></b></a>", "<?xml version='1.1'?><a/>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzzed.Within(t, func() {
			_, err := told(office.NewElements(strings.NewReader(s), spaces))
			var e *raw.Error
			if err != nil && !errors.As(err, &e) {
				t.Errorf("the error is %v", err)
			}
		})
	})
}
