package reading

import (
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/view"
)

// proving are the commands that lead from a view to what it rests on.
func (r *viewing) proving() []command.Command {
	return []command.Command{{
		ID: command.ShowProof, Group: command.Go, Icon: "arrow-elbow-up-left",
		Keys:    []command.Key{command.Typed('e')},
		Enabled: func() bool { return r.proof().On != command.OnNothing },
		Label:   func() string { return locale.X("command.show-proof", "To the words that say so") },
		Words:   func() string { return locale.X("command.words.show-proof", "evidence sentence proof connection") },
		Run: func() {
			switch t := r.proof(); t.On {
			case command.OnPassage:
				r.nav.OpenPassage(t.Passage)
				r.FocusView()
			case command.OnSource:
				r.nav.OpenSource(t.Source)
			}
		},
	}}
}

// proof is what the view in the middle has the keyboard at rests on.
func (r *viewing) proof() command.Target {
	if v, ok := r.view().(view.Proving); ok {
		return v.Proof()
	}
	return command.Target{}
}
