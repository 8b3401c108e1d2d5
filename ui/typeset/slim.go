package typeset

import (
	"bytes"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Tables of a TrueType font.
var (
	outlines   = opentype.MustNewTag("glyf") // of its glyphs
	starts     = opentype.MustNewTag("loca") // where the outline of each glyph begins
	variations = opentype.MustNewTag("fvar") // of a font of many weights: its widths depend on outlines
)

// unused are the tables that say nothing of how wide a text is or what it looks like: names
// of glyphs, hints for small pixels, and facts for menus of fonts.
var unused = []opentype.Tag{
	opentype.MustNewTag("post"), opentype.MustNewTag("gasp"), opentype.MustNewTag("prep"), opentype.MustNewTag("cvt "),
	opentype.MustNewTag("fpgm"), opentype.MustNewTag("hdmx"), opentype.MustNewTag("VDMX"), opentype.MustNewTag("STAT"),
}

// parseMeasuring parses of a font in memory what tells how wide a text is. A parsed
// outline takes several times the bytes that it has in the font, and who draws parses
// the font once more.
func parseMeasuring(ttf []byte) (*font.Face, error) {
	ld, err := opentype.NewLoader(bytes.NewReader(ttf))
	if err != nil {
		return nil, err
	}
	if ld.HasTable(outlines) && ld.HasTable(starts) && !ld.HasTable(variations) {
		if slim, ok := slimmed(ld, false); ok {
			return font.ParseTTF(bytes.NewReader(slim))
		}
	}
	return font.ParseTTF(bytes.NewReader(ttf))
}

// forDrawing returns a font in memory without the tables that nobody draws by: the names
// of its glyphs alone would take 90 KB once they are parsed.
func forDrawing(ttf []byte) []byte {
	ld, err := opentype.NewLoader(bytes.NewReader(ttf))
	if err != nil {
		return ttf
	}
	if slim, ok := slimmed(ld, true); ok {
		return slim
	}
	return ttf
}

// slimmed writes a font anew, without the tables that are not used. Without outlines its
// glyphs are all there and all empty: the shaper asks for the bounds of each, and takes a
// glyph without for one that has no width either.
func slimmed(ld *opentype.Loader, outlined bool) (ttf []byte, ok bool) {
	var tables []opentype.Table
	for _, tag := range ld.Tables() {
		if slices.Contains(unused, tag) {
			continue
		}
		content, err := ld.RawTable(tag)
		if err != nil {
			return nil, false
		}
		switch {
		case outlined:
		case tag == outlines:
			content = nil
		case tag == starts:
			clear(content) // each glyph begins where the one before it does
		}
		tables = append(tables, opentype.Table{Content: content, Tag: tag})
	}
	return opentype.WriteTTF(tables), true
}
