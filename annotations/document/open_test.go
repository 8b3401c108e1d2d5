package document_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"sidelight/annotations/document"
	"sidelight/annotations/document/raw"
)

func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func wide(bom bool, low bool, s string) string {
	units := utf16.Encode([]rune(s))
	if bom {
		units = append([]uint16{0xfeff}, units...)
	}
	var b strings.Builder
	for _, u := range units {
		if low {
			b.Write([]byte{byte(u), byte(u >> 8)})
		} else {
			b.Write([]byte{byte(u >> 8), byte(u)})
		}
	}
	return b.String()
}

func TestOpen_Encodings(t *testing.T) {
	const text = "Café “Zürich”\r\nsecond"
	for name, content := range map[string]string{
		"utf-8":         text,
		"utf-8 bom":     "\ufeff" + text,
		"utf-16 little": wide(true, true, text),
		"utf-16 big":    wide(true, false, text),
		"windows-1252":  "Caf\xe9 \x93Z\xfcrich\x94\r\nsecond",
	} {
		got, err := document.Open(context.Background(), write(t, "a.txt", content), nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got.Article.Text != text {
			t.Errorf("%s: read as %q", name, got.Article.Text)
		}
	}
}

func TestOpen_Refuses(t *testing.T) {
	dir := t.TempDir()
	large := write(t, "large.txt", "x")
	if err := os.Truncate(large, raw.MaxSize+1); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name, path string
		want       raw.Problem
	}{
		{"missing", filepath.Join(dir, "none.txt"), raw.Missing},
		{"folder", dir, raw.Folder},
		{"device", os.DevNull, raw.Special},
		{"too large", large, raw.TooLarge},
		{"empty", write(t, "a.txt", ""), raw.Empty},
		{"blanks", write(t, "a.txt", " \n\t\r\n"), raw.Empty},
		{"a byte order mark alone", write(t, "a.txt", "\ufeff"), raw.Empty},
		{"markdown without words", write(t, "a.md", "<!-- nothing -->\n"), raw.Empty},
		{"NUL", write(t, "a.txt", "abc\x00def"), raw.Binary},
		{"PDF", write(t, "a.txt", "%PDF-1.7 words"), raw.Binary},
		{"controls", write(t, "a.txt", "\x01\x02\x03abc"), raw.Binary},
		{"utf-16 without its mark", write(t, "a.txt", wide(false, true, "words")), raw.Binary},
		{"undefined in windows-1252", write(t, "a.txt", "word\x81word"), raw.Encoding},
		{"koi8-r", write(t, "a.txt", "\xf0\xd2\xc9\xd7\xc5\xd4 \xcd\xc9\xd2"), raw.Encoding},
	}
	if os.Getuid() > 0 { // neither root, who may read all, nor Windows, where no mode forbids it
		locked := write(t, "locked.txt", "words")
		if err := os.Chmod(locked, 0); err != nil {
			t.Fatal(err)
		}
		cases = append(cases, struct {
			name, path string
			want       raw.Problem
		}{"locked", locked, raw.Forbidden})
	}
	for _, c := range cases {
		_, err := document.Open(context.Background(), c.path, nil)
		var e *raw.Error
		if !errors.As(err, &e) || e.Problem != c.want || e.Path != c.path {
			t.Errorf("%s: %v, want the problem %q", c.name, err, c.want)
		}
	}
}

func TestOpen_TellsItsProgressAndStops(t *testing.T) {
	path := write(t, "a.txt", strings.Repeat("words and words\n", 200_000))
	last := 0.0
	if _, err := document.Open(context.Background(), path, func(p float64) {
		if p < last || p > 1 {
			t.Errorf("progress goes from %v to %v", last, p)
		}
		last = p
	}); err != nil || last != 1 {
		t.Errorf("it ended at %v with %v", last, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	_, err := document.Open(ctx, path, func(float64) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled reading ends with %v", err)
	}
}

func TestOpen_WrappedText(t *testing.T) {
	line := strings.Repeat("word ", 13)
	text := line + "\n" + line + "\nend.\n\n" + line + "\n" + line + "\n"
	got, err := document.Open(context.Background(), write(t, "book.txt", text), nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := got.Article.Len(); n != 2 || got.Title != "book" {
		t.Errorf("%d paragraphs under %q, want 2 under \"book\"", n, got.Title)
	}
	got, err = document.Open(context.Background(), write(t, "list.txt", "one\n\ntwo\n\nthree\n"), nil)
	if err != nil || got.Article.Len() != 3 {
		t.Errorf("a text of single lines: %v", err)
	}
}

func TestOpen_Markdown(t *testing.T) {
	src := "<!-- x -->\n# The *title* &amp; more\n\nA [link](https://example.org/a) and\n`code_a` with **weight**" +
		" ![a picture](https://example.org/p.png).\n\n- one\n- two\n\n3. three\n\n> said\n\n```go\na := 1\n```\n\n" +
		"| a | b |\n|---|---|\n| c | d |\n"
	got, err := document.Open(context.Background(), write(t, "a.md", src), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := "A link and code_a with weight a picture.\n\n• one\n\n• two\n\n3. three\n\nsaid\n\na := 1\n\na  ·  b\n\nc  ·  d"
	if got.Title != "The title & more" || got.Article.Text != want {
		t.Errorf("%q reads %q", got.Title, got.Article.Text)
	}
}

// The items of an ordered list are numbered from its first number on, each list
// for itself.
func TestOpen_MarkdownNumbers(t *testing.T) {
	src := "3. three\n7. four\n\n   more of four\n\n   1. one\n   2. two\n8. five\n\nWords.\n\n1) first\n2) second\n"
	got, err := document.Open(context.Background(), write(t, "a.md", src), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := "3. three\n\n4. four\n\nmore of four\n\n1. one\n\n2. two\n\n5. five\n\nWords.\n\n1. first\n\n2. second"
	if got.Article.Text != want {
		t.Errorf("it reads %q, want %q", got.Article.Text, want)
	}
}
