package locale

import "strings"

// Script returns the name of a script by its tag of ISO 15924, or the tag of a script
// that is written little.
func Script(tag string) string {
	names := map[string]string{
		"arab": X("script.arabic", "Arabic"),
		"armn": X("script.armenian", "Armenian"),
		"beng": X("script.bengali", "Bengali"),
		"cyrl": X("script.cyrillic", "Cyrillic"),
		"deva": X("script.devanagari", "Devanagari"),
		"ethi": X("script.ethiopic", "Ethiopic"),
		"geor": X("script.georgian", "Georgian"),
		"grek": X("script.greek", "Greek"),
		"gujr": X("script.gujarati", "Gujarati"),
		"guru": X("script.gurmukhi", "Gurmukhi"),
		"hang": X("script.korean", "Korean"),
		"hani": X("script.chinese", "Chinese characters"),
		"hebr": X("script.hebrew", "Hebrew"),
		"hira": X("script.japanese", "Japanese"),
		"kana": X("script.japanese", "Japanese"),
		"khmr": X("script.khmer", "Khmer"),
		"knda": X("script.kannada", "Kannada"),
		"laoo": X("script.lao", "Lao"),
		"mlym": X("script.malayalam", "Malayalam"),
		"mymr": X("script.burmese", "Burmese"),
		"sinh": X("script.sinhala", "Sinhala"),
		"taml": X("script.tamil", "Tamil"),
		"telu": X("script.telugu", "Telugu"),
		"thai": X("script.thai", "Thai"),
	}
	if name := names[strings.ToLower(tag)]; name != "" {
		return name
	}
	return tag
}
