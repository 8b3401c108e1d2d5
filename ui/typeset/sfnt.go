package typeset

import (
	"os"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// readFont reads a font of the system as a file of its own: toolkits take no
// collections, in which fonts of several languages often come. It returns nil if the
// font is not there any more.
func readFont(at font.FontID) []byte {
	file, err := os.Open(at.File)
	if err != nil {
		return nil
	}
	defer file.Close() //nolint:errcheck // it was only read
	all, err := opentype.NewLoaders(file)
	if err != nil || int(at.Index) >= len(all) {
		return nil
	}
	if len(all) == 1 {
		whole, err := os.ReadFile(at.File)
		if err != nil {
			return nil
		}
		return whole
	}
	var tables []opentype.Table
	for _, tag := range all[at.Index].Tables() {
		content, err := all[at.Index].RawTable(tag)
		if err != nil {
			return nil
		}
		tables = append(tables, opentype.Table{Content: content, Tag: tag})
	}
	return opentype.WriteTTF(tables)
}
