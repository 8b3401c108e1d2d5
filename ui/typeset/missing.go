package typeset

import (
	"bytes"
	"context"
	"io"
	"log"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// everyRunes is after how many characters it is asked whether anybody still wants to
// know.
const everyRunes = 1 << 16

// Missing returns the scripts of which a text has letters that can be drawn neither in
// a face nor in one of the fonts that system returns; it is called only where there
// is a letter that no face has. A script is named by its tag of ISO 15924, "Thai"; the
// most frequent come first. The one error is that of the context.
func Missing(ctx context.Context, text string, faces []*Face, system func() []fontscan.Footprint) ([]string, error) {
	times, n := map[rune]int{}, 0
	for _, r := range text {
		if n++; n%everyRunes == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if r >= 0x250 { // Latin is in every face
			times[r]++
		}
	}
	for r := range times {
		if s := language.LookupScript(r); !s.Strong() || s == language.Unknown || slices.ContainsFunc(faces, func(f *Face) bool { return f.has(r) }) {
			delete(times, r)
		}
	}
	if len(times) == 0 {
		return nil, ctx.Err()
	}
	fonts, scripts := system(), map[language.Script]int{}
	for r, n := range times {
		if !slices.ContainsFunc(fonts, func(f fontscan.Footprint) bool { return f.Runes.Contains(r) }) {
			scripts[language.LookupScript(r)] += n
		}
	}
	var tags []string
	for s := range scripts {
		tags = append(tags, s.String())
	}
	slices.SortFunc(tags, func(a, b string) int {
		x, _ := language.ParseScript(a)
		y, _ := language.ParseScript(b)
		if d := scripts[y] - scripts[x]; d != 0 {
			return d
		}
		if a < b {
			return -1
		}
		return 1
	})
	return tags, ctx.Err()
}

// SystemFonts returns the fonts of the system, by the index that is kept in a folder
// of caches. It is empty where they cannot be read.
func SystemFonts(cache string) []fontscan.Footprint {
	fonts, err := fontscan.SystemFonts(log.New(io.Discard, "", 0), cache)
	if err != nil {
		return nil
	}
	return fonts
}

// Covered returns what a font that is in memory covers; nothing if it is no font.
func Covered(ttf []byte) []fontscan.Footprint {
	f, err := font.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		return nil
	}
	var out fontscan.Footprint
	for i := f.Cmap.Iter(); i.Next(); {
		r, _ := i.Char()
		out.Runes.Add(r)
	}
	return []fontscan.Footprint{out}
}

// has reports whether the face has a glyph for a rune.
func (f *Face) has(r rune) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, ok := f.face.NominalGlyph(r)
	return ok
}
