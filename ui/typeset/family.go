package typeset

import (
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// noto is how the fonts of the Noto family for a script end, which have a serif and a
// sans serif of each. The fonts of Han differ by the language whose shapes of the letters
// they have.
var noto = map[language.Script]string{
	language.Han: "cjksc", language.Bopomofo: "cjktc", language.Hiragana: "cjkjp", language.Katakana: "cjkjp", language.Hangul: "cjkkr",
	language.Hebrew: "hebrew", language.Thai: "thai", language.Lao: "lao", language.Khmer: "khmer", language.Myanmar: "myanmar",
	language.Devanagari: "devanagari", language.Bengali: "bengali", language.Gujarati: "gujarati", language.Gurmukhi: "gurmukhi",
	language.Kannada: "kannada", language.Malayalam: "malayalam", language.Sinhala: "sinhala", language.Tamil: "tamil", language.Telugu: "telugu",
	language.Armenian: "armenian", language.Georgian: "georgian", language.Ethiopic: "ethiopic", language.Tibetan: "tibetan",
}

// families returns the families of fonts that are asked for a script, the best first,
// as their index names them.
func families(w want) []string {
	if name := noto[w.script]; name != "" {
		style := "notosans"
		if w.family == fontscan.Serif {
			style = "notoserif"
		}
		return []string{style + name, w.family}
	}
	if w.script == language.Arabic && w.family == fontscan.Serif {
		return []string{"notonaskharabic", w.family}
	}
	return []string{w.family}
}
