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

// unmeasured are the tables that say nothing of how wide a text is: names of glyphs, hints
// for small pixels, and facts for menus of fonts.
var unmeasured = []opentype.Tag{
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
		if slim, ok := withoutOutlines(ld); ok {
			return font.ParseTTF(bytes.NewReader(slim))
		}
	}
	return font.ParseTTF(bytes.NewReader(ttf))
}

// withoutOutlines writes a font whose glyphs are all there and all empty. The shaper asks
// for the bounds of each, and takes a glyph without for one that has no width either.
func withoutOutlines(ld *opentype.Loader) (ttf []byte, ok bool) {
	var tables []opentype.Table
	for _, tag := range ld.Tables() {
		if slices.Contains(unmeasured, tag) {
			continue
		}
		content, err := ld.RawTable(tag)
		if err != nil {
			return nil, false
		}
		switch tag {
		case outlines:
			content = nil
		case starts:
			clear(content) // each glyph begins where the one before it does
		}
		tables = append(tables, opentype.Table{Content: content, Tag: tag})
	}
	return opentype.WriteTTF(tables), true
}
