package locale

import (
	"strings"

	"sidelight/annotations"
)

// ShortVoice returns the name of a voice where there is little room: "Official".
func ShortVoice(v annotations.Voice) string {
	switch v {
	case annotations.Official:
		return X("voices.official", "Official")
	case annotations.Unnamed:
		return X("voices.unnamed", "Unnamed")
	case annotations.OwnAccount:
		return X("voices.own-account", "Own account")
	}
	return Voice(v)
}

// Percent writes a share of n percent: "21%".
func Percent(n int) string {
	return X("voices.percent", "{{.Percent}}%", map[string]any{"Percent": n})
}

// WordCount counts n words in words, as [Mentions] counts mentions.
func WordCount(n int) string {
	if n == 1 {
		return X("voices.word", "1 word")
	}
	return X("voices.words", "{{.Count}} words", map[string]any{"Count": Count(n)})
}

// Statements counts n statements in words, as [Mentions] counts mentions.
func Statements(n int) string {
	if n == 1 {
		return X("voices.statement", "1 statement")
	}
	return X("voices.statements", "{{.Count}} statements", map[string]any{"Count": Count(n)})
}

// SpeakerCount says how much a speaker says, of whose statements only some may be shown:
// "41 words · 7% · 2 statements".
func SpeakerCount(words, percent, shown, all int) string {
	said := Statements(all)
	if shown < all {
		said = X("voices.of", "{{.Shown}} of {{.All}}", map[string]any{"Shown": Count(shown), "All": said})
	}
	share := Percent(percent)
	if percent == 0 && words > 0 {
		share = X("voices.under", "under 1%")
	}
	return strings.Join([]string{WordCount(words), share, said}, " · ")
}
