package locale_test

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"sidelight/annotations/edition"
	"sidelight/annotations/export"
	"sidelight/assets"
	"sidelight/ui/locale"
)

// samplePage is the page of the sample in the reader's language.
func samplePage(t *testing.T) string {
	t.Helper()
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := export.HTML(&b, e, export.Parts{Marks: true}, locale.Page(), time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// No word of a page is missing.
func TestPage_HasAllWords(t *testing.T) {
	w := reflect.ValueOf(locale.Page())
	for i := range w.NumField() {
		if w.Field(i).IsZero() {
			t.Errorf("%s is missing", w.Type().Field(i).Name)
		}
	}
}

func TestPage_FollowsTheLanguage(t *testing.T) {
	t.Cleanup(func() { load(t, "en_GB.UTF-8") })
	for language, want := range map[string][]string{
		"en_GB.UTF-8": {`<html lang="en">`, "printed from Sidelight, 28 November 2026", "White House press briefing"},
		"de_DE.UTF-8": {`<html lang="de">`, "gedruckt aus Sidelight, 28. November 2026", "White House press briefing"},
	} {
		load(t, language)
		page := samplePage(t)
		for _, words := range want {
			if !strings.Contains(page, words) {
				t.Errorf("%s: the page does not say %q", language, words)
			}
		}
		if len(page) > 200<<10 && language == "en_GB.UTF-8" {
			t.Errorf("%s: the page has %d bytes", language, len(page))
		}
	}
}

// The page has the colours of the design.
func TestPage_HasTheInksOfTheDesign(t *testing.T) {
	data, err := os.ReadFile("../look/tokens.json")
	if err != nil {
		t.Fatal(err)
	}
	var tokens struct {
		Themes map[string]struct {
			Colour map[string]string
			Kinds  map[string]struct{ Ink, Tint, TintStrong string }
		}
	}
	if err := json.Unmarshal(data, &tokens); err != nil {
		t.Fatal(err)
	}
	light, dark, ok := strings.Cut(samplePage(t), "prefers-color-scheme")
	if !ok {
		t.Fatal("the page has no dark colours")
	}
	dark, _, _ = strings.Cut(dark, "*{")
	for theme, style := range map[string]string{"light": light, "dark": dark} {
		x := tokens.Themes[theme]
		want := map[string]string{
			"page": x.Colour["page"], "text": x.Colour["text"], "muted": x.Colour["textMuted"], "rule": x.Colour["rule"],
			"strong": x.Colour["ruleStrong"], "voice": x.Colour["voice"], "lamp": x.Colour["lamp"],
			"marker": x.Colour["marker"], "focus": x.Colour["focus"],
			"tint": x.Kinds["quotation"].Tint, "sign": x.Kinds["quotation"].TintStrong,
		}
		for kind, k := range x.Kinds {
			want[kind] = k.Ink
		}
		for name, value := range want {
			if value == "" || !strings.Contains(style, "--"+name+":"+value) {
				t.Errorf("%s: %s is not %s", theme, name, value)
			}
		}
	}
}
