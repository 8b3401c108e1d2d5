package locale

import "sidelight/annotations"

// Voice returns the name of a voice, which is the same wherever the voice stands by
// itself: "On record", "Unnamed source".
func Voice(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return X("voice.on-record", "On record")
	case annotations.Official:
		return X("voice.official", "Official statement")
	case annotations.Unnamed:
		return X("voice.unnamed", "Unnamed source")
	case annotations.Inference:
		return X("voice.inference", "Writer’s inference")
	}
	return X("voice.own-account", "Article’s own account")
}

// voiceBeside returns the name of a voice as it stands within a line, beside the
// name of a speaker: "on record".
func voiceBeside(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return X("voice.beside.on-record", "on record")
	case annotations.Official:
		return X("voice.beside.official", "official statement")
	case annotations.Unnamed:
		return X("voice.beside.unnamed", "unnamed source")
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

// Standing returns the name of a passage's voice as it stands beside the name of
// the speaker, and whether an unnamed speaker asked for that: "on record",
// "unnamed source by request".
func Standing(p annotations.Passage) string {
	if p.Anonymity == annotations.Asked {
		return X("voice.beside.asked", "unnamed source by request")
	}
	return voiceBeside(p.Voice)
}

// Attribution says on whose word a passage rests: "Donald Trump, on record".
func Attribution(e *annotations.Edition, p annotations.Passage) string {
	switch p.Voice {
	case annotations.Inference:
		return Voice(p.Voice)
	case annotations.OwnAccount:
		return X("voice.no-source", "Article’s own account, no source named")
	}
	return Speaker(e, p) + ", " + Standing(p)
}
