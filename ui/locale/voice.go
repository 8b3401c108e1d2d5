package locale

import (
	"fyne.io/fyne/v2/lang"

	"sidelight/annotations"
)

// Voice is the name of a voice in the reader's language.
func Voice(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return lang.X("voice.on-record", "On-record quote")
	case annotations.Official:
		return lang.X("voice.official", "Official statement")
	case annotations.Anonymous:
		return lang.X("voice.anonymous", "Anonymous source")
	case annotations.Inference:
		return lang.X("voice.inference", "Writer’s inference")
	}
	return lang.X("voice.own-account", "Article’s own account")
}
