package index

import (
	"sidelight/ui/locale"
)

func (r row) label() string {
	switch r.part {
	case head:
		return locale.Kinds(r.kind)
	case entry:
		return r.name
	case speaker:
		return locale.Voice(r.voice)
	case caption:
		return locale.X("index.speaking", "Who is speaking")
	case nothing:
		return locale.X("index.nothing", "No name is like that")
	}
	return ""
}

// indexName is what screen readers call the rail.
func indexName() string { return locale.X("index.name", "Index") }
