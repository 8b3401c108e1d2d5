package command

import (
	"sidelight/annotations/search"
	"sidelight/ui/locale"
)

// Records are the commands as the search finds them: those that can be given
// from anywhere. The others work on the mark or the words that have the focus,
// which a search takes away.
func Records() []search.Record {
	var out []search.Record
	for _, s := range specs() {
		if s.group == Words || !anywhere(s.id) {
			continue
		}
		detail := s.group.Label()
		if len(s.keys) > 0 {
			detail += " · " + s.keys[0].String()
		}
		out = append(out, search.Record{
			Type: search.Command, ID: string(s.id), Title: s.label(), Detail: detail, Text: otherWords(s.id),
		})
	}
	return out
}

// otherWords are words that people look for a command with and that its label
// does not have.
func otherWords(id ID) string {
	switch id {
	case NextTheme:
		return locale.X("command.words.theme", "dark mode light sepia high contrast colours night")
	case Settings:
		return locale.X("command.words.settings", "preferences options font text size line length dark mode")
	case Larger:
		return locale.X("command.words.larger", "zoom in bigger font size")
	case Smaller:
		return locale.X("command.words.smaller", "zoom out font size")
	case DesignSize:
		return locale.X("command.words.design-size", "reset zoom normal size")
	case PlainText:
		return locale.X("command.words.plain", "hide underlines highlights")
	case ShowLayers:
		return locale.X("command.words.layers", "filter kinds voices marks")
	case Fade:
		return locale.X("command.words.fade", "focus dim")
	case Keys:
		return locale.X("command.words.keys", "keyboard shortcuts help")
	case OpenFile:
		return locale.X("command.words.open", "load import article text")
	case Quit:
		return locale.X("command.words.quit", "exit close leave")
	}
	return ""
}

func anywhere(id ID) bool {
	switch id {
	case Search, Open, Leave, Peek, OuterMark:
		return false
	}
	return true
}
