package locale

import "strings"

// Script returns the name of a script by its tag of ISO 15924, or the tag of a script
// that is written little.
func Script(tag string) string {
	switch strings.ToLower(tag) {
	case "arab":
		return X("script.arabic", "Arabic")
	case "armn":
		return X("script.armenian", "Armenian")
	case "beng":
		return X("script.bengali", "Bengali")
	case "cyrl":
		return X("script.cyrillic", "Cyrillic")
	case "deva":
		return X("script.devanagari", "Devanagari")
	case "ethi":
		return X("script.ethiopic", "Ethiopic")
	case "geor":
		return X("script.georgian", "Georgian")
	case "grek":
		return X("script.greek", "Greek")
	case "gujr":
		return X("script.gujarati", "Gujarati")
	case "guru":
		return X("script.gurmukhi", "Gurmukhi")
	case "hang":
		return X("script.korean", "Korean")
	case "hani":
		return X("script.chinese", "Chinese characters")
	case "hebr":
		return X("script.hebrew", "Hebrew")
	case "hira", "kana":
		return X("script.japanese", "Japanese")
	case "khmr":
		return X("script.khmer", "Khmer")
	case "knda":
		return X("script.kannada", "Kannada")
	case "laoo":
		return X("script.lao", "Lao")
	case "mlym":
		return X("script.malayalam", "Malayalam")
	case "mymr":
		return X("script.burmese", "Burmese")
	case "sinh":
		return X("script.sinhala", "Sinhala")
	case "taml":
		return X("script.tamil", "Tamil")
	case "telu":
		return X("script.telugu", "Telugu")
	case "thai":
		return X("script.thai", "Thai")
	}
	return tag
}
