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
	const text = "Café “Zürich”\nsecond"
	for name, content := range map[string]string{
		"utf-8":                   text,
		"utf-8 bom":               "\ufeff" + text,
		"utf-16 little":           wide(true, true, text),
		"utf-16 big":              wide(true, false, text),
		"utf-16 without its mark": wide(false, true, text),
		"windows-1252":            "Caf\xe9 \x93Z\xfcrich\x94\nsecond",
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
		{"NULs", write(t, "a.txt", "abc\x00def\x00\x00"), raw.Binary},
		{"RTF", write(t, "a.txt", "{\\rtf1 words"), raw.Binary},
		{"a PDF file that is cut", write(t, "a.txt", "%PDF-1.7 words"), raw.Damaged},
		{"a package of something else", write(t, "a.txt", "PK\x03\x04 words"), raw.Binary},
		{"a text of Word that is cut", write(t, "a.docx", "PK\x03\x04 words"), raw.Damaged},
		{"a picture with the name of a text of Word", write(t, "a.docx", "\x89PNG words"), raw.Binary},
		{"a text of Word with a password", write(t, "a.docx", "\xd0\xcf\x11\xe0"+wide(false, true, "EncryptedPackage")), raw.Protected},
		{"controls", write(t, "a.txt", "\x01\x02\x03abc"), raw.Binary},
		{"undefined in windows-1252", write(t, "a.txt", "word\x81word"), raw.Ambiguous},
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
