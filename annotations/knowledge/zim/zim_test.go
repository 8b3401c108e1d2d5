package zim_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/annotations/knowledge/zim"
	"sidelight/annotations/knowledge/zim/zimtest"
)

func html(body string) string {
	return "<!DOCTYPE html><html><head><title>x</title></head><body><div class=\"mw-parser-output\">" + body + "</div></body></html>"
}

// pages are those of a small encyclopaedia in a namespace.
func pages(namespace byte) []zimtest.Page {
	all := []zimtest.Page{
		{Path: "Cairo", Title: "Cairo", Content: html(`<div class="hatnote">For other uses, see <a>Cairo (disambiguation)</a>.</div>
			<table class="infobox"><tr><td><p>Country of the box is Egypt, as it were.</p></td></tr></table>
			<p class="mw-empty-elt"></p><p><span id="coordinates">Coordinates: 30°N</span></p>
			<p><b>Cairo</b> (<span class="IPA">/ˈkaɪroʊ/</span>; Arabic: القاهرة) is the capital and largest city of Egypt.<sup class="reference"><a>[1]</a></sup> It is old .</p>
			<p>A second paragraph is not read.</p>`)},
		{Path: "Ada_Example", Title: "Ada Example", Content: html(`<p>Ada Example (born 1 May 1970) is a Swedish chemist and diplomat who serves as an envoy to Egypt.</p>`)},
		{Path: "Example_Group", Title: "Example Group", Content: html(`<p>The Example Group is an Egyptian multinational telecommunications company based in Cairo.</p>`)},
		{Path: "Mercury", Title: "Mercury", Content: html(`<p><b>Mercury</b> most commonly refers to:</p><ul><li>a planet</li></ul>`)},
		{Path: "Boehler", Title: "Boehler", Content: html(`<p>Boehler is a surname. Notable people with it include Adam.</p>`)},
		{Path: "Namesakes", Title: "Namesakes", Content: html(`<p>Namesakes is a city in a list of cities.</p><table id="disambigbox"><tr><td></td></tr></table>`)},
		{Path: "Vague", Title: "Vague", Content: html(`<p>Vague remains what nobody has explained until today.</p>`)},
		{Path: "El_Qahira", Title: "El Qahira", Redirect: string(namespace) + "/Cairo"},
		{Path: "Round", Title: "Round", Redirect: string(namespace) + "/Round_and_round"},
		{Path: "Round_and_round", Title: "Round and round", Redirect: string(namespace) + "/Round"},
		{Path: "Nowhere", Title: "Nowhere", Redirect: "Z/none"},
		{Path: "odd/path.html", Title: "By title only", Content: html(`<p>This page is an island in the sea.</p>`)},
		{Path: "picture.png", Title: "picture.png", MIME: "image/png", Content: "png"},
	}
	for i := range all {
		all[i].Namespace = namespace
	}
	for name, value := range map[string]string{
		"Title": "Small Encyclopaedia", "Date": "2025-08-12", "License": "CC BY-SA 4.0", "Language": "eng", "Creator": "Everybody", "Publisher": "openZIM",
	} {
		all = append(all, zimtest.Page{Namespace: 'M', Path: name, Title: name, MIME: "text/plain", Content: value})
	}
	return all
}

func open(t testing.TB, b []byte) *zim.Archive {
	t.Helper()
	a, err := zim.New(t.Context(), "small.zim", bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// layouts are all ways in which an archive is written.
func layouts() map[string]zimtest.Layout {
	all := make(map[string]zimtest.Layout)
	for _, p := range []zimtest.Packing{zimtest.Plain, zimtest.XZ, zimtest.Zstd} {
		for _, extended := range []bool{false, true} {
			all[fmt.Sprintf("old, packed %d, extended %t", p, extended)] = zimtest.Layout{Packing: p, Extended: extended, Old: true, Together: 3}
			all[fmt.Sprintf("packed %d, extended %t", p, extended)] = zimtest.Layout{Packing: p, Extended: extended}
			all[fmt.Sprintf("listing, packed %d, extended %t", p, extended)] = zimtest.Layout{Packing: p, Extended: extended, Listing: true, Together: 100}
		}
	}
	return all
}

func TestPage(t *testing.T) {
	for name, layout := range layouts() {
		t.Run(name, func(t *testing.T) {
			namespace := byte('C')
			if layout.Old {
				namespace = 'A'
			}
			a := open(t, zimtest.Write(pages(namespace), layout))
			if got := a.Info(); got.Title != "Small Encyclopaedia" || got.Date.String() != "2025-08-12" || got.License != "CC BY-SA 4.0" ||
				got.Language != "eng" || got.Creator != "Everybody" || got.Publisher != "openZIM" || got.Entries < 19 {
				t.Errorf("%+v", got)
			}
			for title, want := range map[string]zim.Page{
				"Cairo":         {Title: "Cairo", Path: "Cairo", Text: "Cairo (Arabic: القاهرة) is the capital and largest city of Egypt. It is old.", Kind: annotations.Place},
				"El Qahira":     {Title: "Cairo", Path: "Cairo", Text: "Cairo (Arabic: القاهرة) is the capital and largest city of Egypt. It is old.", Kind: annotations.Place},
				"Ada Example":   {Title: "Ada Example", Path: "Ada_Example", Text: "Ada Example (born 1 May 1970) is a Swedish chemist and diplomat who serves as an envoy to Egypt.", Kind: annotations.Person},
				"Mercury":       {Title: "Mercury", Path: "Mercury", Text: "Mercury most commonly refers to:", Namesakes: true},
				"Boehler":       {Title: "Boehler", Path: "Boehler", Text: "Boehler is a surname. Notable people with it include Adam.", Namesakes: true},
				"Namesakes":     {Title: "Namesakes", Path: "Namesakes", Text: "Namesakes is a city in a list of cities.", Namesakes: true, Kind: annotations.Place},
				"By title only": {Title: "By title only", Path: "odd/path.html", Text: "This page is an island in the sea.", Kind: annotations.Place},
				"cairo":         {}, "Cair": {}, "Cairo ": {}, "Zz": {}, "picture.png": {}, "": {}, "\x00": {}, "\xff": {}, strings.Repeat("x", 5000): {},
			} {
				got, ok, err := a.Page(t.Context(), title)
				if err != nil || got != want && ok || ok != (want.Text != "") {
					t.Errorf("%.20q: %+v, %t, %v\nwant %+v", title, got, ok, err, want)
				}
			}
			for _, title := range []string{"Round", "Nowhere"} {
				if _, ok, err := a.Page(t.Context(), title); ok || err == nil || !strings.Contains(err.Error(), "small.zim cannot be read: ") {
					t.Errorf("%s: %t, %v", title, ok, err)
				}
			}
		})
	}
}

func TestAsk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "small.zim")
	if err := os.WriteFile(path, zimtest.Write(pages('C'), zimtest.Layout{Packing: zimtest.Zstd}), 0o600); err != nil {
		t.Fatal(err)
	}
	a, err := zim.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	}()
	for name, tc := range map[string]struct {
		about knowledge.Subject
		want  string // the line's beginning; empty for none
		sure  bool
	}{
		"place":                        {knowledge.Subject{Kind: annotations.Place, Name: "Cairo"}, "Cairo (Arabic", true},
		"by another name":              {knowledge.Subject{Kind: annotations.Place, Name: "Misr", Aliases: []string{"Cairo"}}, "Cairo (Arabic", true},
		"led on without a word of why": {knowledge.Subject{Kind: annotations.Place, Name: "El Qahira"}, "Cairo (Arabic", false},
		"another kind":                 {knowledge.Subject{Kind: annotations.Person, Name: "Cairo"}, "", false},
		"person of that name":          {knowledge.Subject{Kind: annotations.Person, Name: "Ada Example", Called: []string{"the Swedish envoy"}}, "Ada Example (born", true},
		"perhaps another":              {knowledge.Subject{Kind: annotations.Person, Name: "Ada Example", Called: []string{"a baker from Cairo, Ada Example"}}, "Ada Example (born", false},
		"organisation":                 {knowledge.Subject{Kind: annotations.Organisation, Name: "Example Group"}, "The Example Group", true},
		"a surname":                    {knowledge.Subject{Kind: annotations.Person, Name: "Adam Boehler", Aliases: []string{"Boehler"}}, "", false},
		"namesakes":                    {knowledge.Subject{Kind: annotations.Place, Name: "Namesakes"}, "", false},
		"no kind":                      {knowledge.Subject{Kind: annotations.Place, Name: "Vague"}, "Vague remains", false},
		"nothing":                      {knowledge.Subject{Kind: annotations.Place, Name: "Atlantis"}, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			lines, err := a.Ask(t.Context(), tc.about)
			if err != nil || len(lines) > 1 || (len(lines) == 1) != (tc.want != "") {
				t.Fatalf("%+v, %v", lines, err)
			}
			if len(lines) == 0 {
				return
			}
			l := lines[0]
			if !strings.HasPrefix(l.Text, tc.want) || l.Sure != tc.sure || l.Detail != "Small Encyclopaedia · 2025-08-12 · CC BY-SA 4.0" ||
				l.From != knowledge.Encyclopaedia || l.Source.Title == "" || l.AsOf.String() != "2025-08-12" {
				t.Errorf("%+v", l)
			}
		})
	}
}

func TestOpenWithoutFile(t *testing.T) {
	if _, err := zim.Open(t.Context(), filepath.Join(t.TempDir(), "none.zim")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

func TestCancelled(t *testing.T) {
	a := open(t, zimtest.Write(pages('C'), zimtest.Layout{Packing: zimtest.Zstd}))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := a.Page(ctx, "Cairo"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
