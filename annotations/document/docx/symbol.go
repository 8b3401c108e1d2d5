package docx

import "strings"

// Characters of fonts that have a letter or a sign where others have Latin letters.
const (
	greek = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ" // of Symbol, from A on
	marks = "±″≥×∝∂•÷≠≡≈…"                                                    // of Symbol, from 0xB1 on
)

var dingbats = map[rune]string{ // of Wingdings
	0x4a: "☺", 0x6c: "●", 0x6e: "■", 0x6f: "□", 0x71: "❑", 0x76: "❖", 0x9f: "•", 0xa7: "▪", 0xa8: "◻",
	0xd8: "➢", 0xdf: "←", 0xe0: "→", 0xe1: "↑", 0xe2: "↓", 0xe8: "➔", 0xf0: "⇨", 0xfb: "✗", 0xfc: "✓", 0xfd: "☒", 0xfe: "☑",
}

var others = map[rune]string{ // of Symbol
	0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2a: "∗", 0x2d: "−", 0x40: "≅", 0xa3: "≤", 0xa5: "∞", 0xab: "↔", 0xac: "←",
	0xad: "↑", 0xae: "→", 0xaf: "↓", 0xb0: "°", 0xc5: "⊕", 0xc6: "∅", 0xc7: "∩", 0xc8: "∪", 0xce: "∈", 0xcf: "∉",
	0xd1: "∇", 0xd5: "∏", 0xd6: "√", 0xd7: "⋅", 0xd8: "¬", 0xd9: "∧", 0xda: "∨", 0xdb: "⇔", 0xde: "⇒", 0xe5: "∑", 0xf2: "∫",
}

// symbol returns the character of a font at a place, or "" if it is not known.
func symbol(font string, r rune) string {
	at := r
	if r >= 0xf000 && r <= 0xf0ff {
		at = r - 0xf000
	}
	switch strings.ToLower(font) {
	case "symbol":
		return ofSymbol(at)
	case "wingdings":
		return dingbats[at]
	}
	if r >= 0xe000 && r <= 0xf8ff || r < ' ' {
		return "" // for private use
	}
	return string(r)
}

func ofSymbol(r rune) string {
	if s, ok := others[r]; ok {
		return s
	}
	if i := int(r - 'A'); i >= 0 && i < len([]rune(greek)) {
		return string([]rune(greek)[i])
	}
	if i := int(r - 0xb1); i >= 0 && i < len([]rune(marks)) {
		return string([]rune(marks)[i])
	}
	if r >= ' ' && r < 'A' {
		return string(r)
	}
	return ""
}
