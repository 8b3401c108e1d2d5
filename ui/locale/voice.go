package locale

import (
	"sidelight/annotations"
)

// Voice is the name of a voice in the reader's language.
func Voice(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return X("voice.on-record", "On-record quote")
	case annotations.Official:
		return X("voice.official", "Official statement")
	case annotations.Anonymous:
		return X("voice.anonymous", "Anonymous source")
	case annotations.Inference:
		return X("voice.inference", "Writer’s inference")
	}
	return X("voice.own-account", "Article’s own account")
}
