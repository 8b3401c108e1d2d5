package locale

import (
	"strings"

	"sidelight/annotations"
)

// Voice returns the name of a voice for one passage: "On-record quote".
func Voice(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return X("voice.on-record", "On-record quote")
	case annotations.Official:
		return X("voice.official", "Official statement")
	case annotations.Unnamed:
		return X("voice.anonymous", "Anonymous source")
	case annotations.Inference:
		return X("voice.inference", "Writer’s inference")
	}
	return X("voice.own-account", "Article’s own account")
}

// Voices returns the name of a voice for all its passages: "On-record speakers".
func Voices(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return X("voices.on-record", "On-record speakers")
	case annotations.Official:
		return X("voices.official", "Official statements")
	}
	return Voice(v)
}

// ShortVoice returns the name of a voice to stand beside the name of a speaker:
// "on record".
func ShortVoice(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return X("voice.short.on-record", "on record")
	case annotations.Official:
		return X("voice.short.official", "official statement")
	case annotations.Unnamed:
		return X("voice.short.anonymous", "unnamed source")
	}
	return Voice(v)
}

// Speaker returns the name of whoever speaks a passage of an edition, or nothing
// for the writer of the article.
func Speaker(e *annotations.Edition, p annotations.Passage) string {
	if x, ok := e.Entity(p.Speaker); ok {
		return x.Name
	}
	return p.Name
}

// Attribution says on whose word a passage rests: "Donald Trump, on record".
func Attribution(e *annotations.Edition, p annotations.Passage) string {
	who := Speaker(e, p)
	switch p.Voice {
	case annotations.OnRecord:
		return who + ", " + ShortVoice(p.Voice)
	case annotations.Official:
		return who
	case annotations.Unnamed:
		if low := strings.ToLower(who); strings.Contains(low, "unnamed") || strings.Contains(low, "anonym") {
			return who
		}
		return X("voice.unnamed", "{{.Name}}, unnamed", map[string]any{"Name": who})
	case annotations.Inference:
		return Voice(p.Voice)
	}
	return X("voice.no-source", "Article’s own account, no source named")
}
