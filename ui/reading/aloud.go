package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/speech"
)

// aloud reads the article aloud. The sentence that is read is lit and kept in view. On
// a system without a voice it declares no command, and nothing leads to it.
type aloud struct {
	*parts
	reading speech.Reading
	player  *player          // nil without a voice
	lit     annotations.Span // what was lit last
}

// join connects the reading to what shows it.
func (r *aloud) join() {
	r.reading.Do = r.onUI
	r.reading.OnChange = r.follow
	r.reading.OnFail = func(error) { // the voice's log has it
		r.follow()
		r.say("warning-circle", locale.X("aloud.failed", "The voice of this computer does not answer"))
	}
	r.player = r.frame.tools.player
}

// declare are the commands of reading aloud.
func (r *aloud) declare() []command.Command {
	if r.reading.Voice == nil {
		return nil
	}
	return []command.Command{{
		ID: command.ReadAloud, Group: command.Go, Icon: "speaker-high", Floats: true,
		Keys:  []command.Key{command.Typed('r')},
		Label: r.label,
		Words: func() string {
			return locale.X("command.words.read-aloud", "speak voice listen text to speech pause audio")
		},
		Run: r.toggle,
	}, {
		ID: command.NextSentence, Group: command.Go, Icon: "skip-forward", Floats: true, Enabled: r.reading.Active,
		Keys:  []command.Key{command.Named(fyne.KeyDown, fyne.KeyModifierAlt)},
		Label: func() string { return locale.X("command.next-sentence", "Read the next sentence") },
		Run:   func() { r.step(1) },
	}, {
		ID: command.PreviousSentence, Group: command.Go, Icon: "skip-back", Floats: true, Enabled: r.reading.Active,
		Keys:  []command.Key{command.Named(fyne.KeyUp, fyne.KeyModifierAlt)},
		Label: func() string { return locale.X("command.previous-sentence", "Read the previous sentence") },
		Run:   func() { r.step(-1) },
	}, {
		ID: command.StopReading, Group: command.Go, Icon: "stop", Floats: true, Enabled: r.reading.Active,
		Keys:  []command.Key{command.Named(fyne.KeyPeriod, command.Primary)},
		Label: func() string { return locale.X("command.stop-reading", "Stop reading aloud") },
		Run:   func() { r.stop() },
	}}
}

// label says what [aloud.toggle] will do.
func (r *aloud) label() string {
	switch {
	case r.reading.Speaking():
		return locale.X("command.pause-reading", "Pause reading aloud")
	case r.reading.Active():
		return locale.X("command.resume-reading", "Go on reading aloud")
	}
	return locale.X("command.read-aloud", "Read aloud")
}

// toggle begins to read at what a menu is about, else at the selected words, else at
// the first sentence that begins in view; or it pauses, or goes on.
func (r *aloud) toggle() {
	e := r.edition()
	switch t := r.asked(); {
	case !t.Passage.Empty():
		r.reading.Start(e, t.Passage.Start)
		r.show()
	case r.reading.Speaking():
		r.reading.Pause()
	case r.reading.Active():
		r.reading.Resume()
		r.show()
	case !r.selection().Empty():
		r.reading.Start(e, e.Article().SentenceAt(r.selection().Start).Start)
	default:
		r.reading.Start(e, r.page.FirstInView())
	}
}

// step goes to the next sentence or the previous one, in view.
func (r *aloud) step(delta int) {
	r.reading.Step(delta)
	r.show()
}

// stop ends the reading and reports whether anything was read.
func (r *aloud) stop() bool {
	active := r.reading.Active()
	r.reading.Stop()
	return active
}

// show brings what is read into view.
func (r *aloud) show() {
	if s := r.reading.Sentence(); !s.Empty() {
		r.page.ScrollToSpan(s)
	}
}

// follow lights what is read now. Who has scrolled away from it is not brought back.
func (r *aloud) follow() {
	now := r.reading.Sentence()
	if now != r.lit {
		if r.lit.Empty() || r.page.Sees(r.lit) {
			r.show()
		}
		r.lit = now
		r.page.SetAloud(now)
	}
	if r.player != nil {
		r.player.show(r.reading.Active(), r.reading.Speaking())
	}
	r.commands.Sync()
}
