package index

import (
	"fyne.io/fyne/v2/lang"

	"sidelight/annotations"
	"sidelight/ui/locale"
)

// Voice is the name of a voice in the reader's language.
func Voice(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return lang.X("index.on-record", "On-record quote")
	case annotations.Official:
		return lang.X("index.official", "Official statement")
	case annotations.Anonymous:
		return lang.X("index.anonymous", "Anonymous source")
	case annotations.Inference:
		return lang.X("index.inference", "Writer’s inference")
	}
	return lang.X("index.own-account", "Article’s own account")
}

func (r row) label() string {
	switch r.part {
	case head:
		return locale.Kinds(r.kind)
	case entry:
		return r.name
	case speaker:
		return Voice(r.voice)
	case caption:
		return lang.X("index.speaking", "Who is speaking")
	case nothing:
		return lang.X("index.nothing", "No name is like that")
	}
	return ""
}

// indexName is what screen readers call the rail.
func indexName() string { return lang.X("index.name", "Index") }
