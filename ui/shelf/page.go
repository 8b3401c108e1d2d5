package shelf

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations/knowledge"
	"sidelight/ui/async"
	"sidelight/ui/control"
	"sidelight/ui/field"
	"sidelight/ui/list"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
)

// Options say how the page looks, what it shows and what it asks for.
type Options struct {
	Roles   look.Roles
	Library Library
	Do      func(func())     // runs a function on the UI goroutine; nil means fyne.Do
	Now     func() time.Time // nil means time.Now

	Keeps     bool       // what is opened is added
	OnKeep    func(bool) // is called when the reader wants that, or not any more
	OnOpen    func(knowledge.Article)
	OnForget  func(knowledge.Article) // is called before an article is forgotten
	OnTrouble func(error)
	OnLeave   func()
	// OnShortcut is called with a shortcut before the field takes it, and reports whether
	// it is dealt with.
	OnShortcut func(fyne.Shortcut) bool
	OnKey      func(*fyne.KeyEvent) // is called with the keys F1 to F12

	OnChoose, OnRemove func() // an encyclopaedia
}

// Page is the page of the library.
type Page struct {
	widget.BaseWidget
	o Options

	title    *prose.Text
	sentence *prose.Text
	keep     *control.Segmented
	keepName *prose.Text
	field    *field.Field
	forget   forgetting
	list     *list.List[string]
	rows     *rows
	blank    *prose.Text // in place of rows
	archive  *archive
	helps    *control.Helps

	rules [2]*shape.Box // above the rows and below them

	asking async.Latest[answer]
	doing  async.Latest[struct{}]
	shown  answer
	asked  bool
	keeps  bool
}

// answer is what the library has for the words in the field.
type answer struct {
	words string
	all   []Found
}

// New makes the page. It asks for nothing before [Page.Begin].
func New(o Options) *Page {
	if o.Now == nil {
		o.Now = time.Now
	}
	r := o.Roles
	p := &Page{
		o: o, keeps: o.Keeps,
		title:    prose.NewText(r.CardName, look.ColorText, locale.X("shelf.title", "Your library")),
		sentence: prose.NewText(r.Body, look.ColorTextMuted, ""),
		keepName: prose.NewText(r.UI, look.ColorTextMuted, locale.X("shelf.keep", "Add what I open")),
		field:    field.New(locale.X("shelf.search", "Search in all of it"), "", field.Small(r)),
		blank:    prose.NewText(r.Body, look.ColorTextMuted, ""),
		rules:    [2]*shape.Box{shape.NewBox(nil), shape.NewBox(nil)},
		helps: control.NewHelps(r, 18).
			Add(locale.X("opener.choose", "choose"), "↑", "↓").
			Add(locale.X("opener.open", "open"), locale.X("key.enter", "Enter")).
			Add(locale.X("shelf.forget.short", "forget"), locale.X("key.delete", "Del")),
	}
	p.asking.Do, p.doing.Do = o.Do, o.Do
	p.keep = control.NewSegmented(locale.X("shelf.keep", "Add what I open"),
		[]string{locale.X("shelf.on", "On"), locale.X("shelf.off", "Off")}, 0, r, func(i int) { p.setKeeps(i == 0) })
	p.forget = newForgetting(p)
	p.archive = newArchive(r, o.OnChoose, o.OnRemove)
	p.rows = &rows{p: p}
	p.list = list.New(p.rows)
	p.list.After = 16
	p.field.Entry.OnChanged = func(string) { p.ask() }
	p.field.Entry.OnKey = p.key
	p.field.Entry.OnShortcut = func(s fyne.Shortcut) bool { return o.OnShortcut != nil && o.OnShortcut(s) }
	p.showKeeps()
	p.ExtendBaseWidget(p)
	return p
}

// Begin asks for the articles and gives the keyboard of the window's canvas to the field.
func (p *Page) Begin(c fyne.Canvas) {
	p.ask()
	c.Focus(p.field.Entry)
}

// Stop cancels what is still asked for.
func (p *Page) Stop() { p.asking.Stop() }

// Reading reports whether the library is still being asked.
func (p *Page) Reading() bool { return p.asking.Running() || p.doing.Running() }

// FocusTarget returns what takes the words to search for.
func (p *Page) FocusTarget() *field.Entry { return p.field.Entry }

// SetArchive shows which encyclopaedia is asked; nil for none.
func (p *Page) SetArchive(a *Archive) { p.archive.set(a) }

// ask asks for the articles with the words in the field, or for all. The rows stay as
// they are until the answer comes.
func (p *Page) ask() {
	p.forget.reset()
	words, from := p.field.Entry.Text, p.o.Library
	p.asking.Run(func(j *async.Job) (answer, error) {
		got := answer{words: words}
		if words != "" {
			found, err := from.Search(j, words)
			got.all = found
			return got, err
		}
		all, err := from.All(j)
		for _, a := range all {
			got.all = append(got.all, Found{Article: a})
		}
		return got, err
	}, func(got answer, err error) {
		if err != nil && p.o.OnTrouble != nil {
			p.o.OnTrouble(err)
		}
		p.show(got)
	})
}

// show shows the rows of an answer, of which the first is chosen after other words.
func (p *Page) show(got answer) {
	fresh := !p.asked || got.words != p.shown.words
	p.asked, p.shown = true, got
	p.rows.made = nil
	at := p.list.Current()
	p.list.Changed()
	if fresh {
		p.list.ScrollTo(0)
		at = 0
	}
	p.choose(min(at, len(got.all)-1))
	p.blank.SetContent(p.nothing())
	p.forget.set(got.words == "" && len(got.all) > 0)
	p.Refresh()
}

// nothing says why there are no rows, or nothing if there are.
func (p *Page) nothing() string {
	switch {
	case len(p.shown.all) > 0:
		return ""
	case p.shown.words != "":
		return locale.X("shelf.none", "No article in your library has these words.")
	case p.keeps:
		return locale.X("shelf.empty", "Nothing is here yet. Articles that you open from now on are listed here.")
	}
	return locale.X("shelf.empty.off", "Nothing is here, and nothing is added while this is off.")
}

func (p *Page) setKeeps(on bool) {
	p.keeps = on
	p.showKeeps()
	if f := p.o.OnKeep; f != nil {
		f(on)
	}
	p.blank.SetContent(p.nothing())
	p.Refresh()
}

// showKeeps says what the library is for, and whether anything is added to it.
func (p *Page) showKeeps() {
	i, words := 0, locale.X("shelf.about", "The text and the names of what you open are kept on this computer, so that a card can say where else a name stands. Nothing leaves it.")
	if !p.keeps {
		i, words = 1, locale.X("shelf.about.off", "Nothing that you open is added. What is here stays, and is asked for cards, until you forget it.")
	}
	p.keep.SetChosen(i)
	p.sentence.SetContent(words)
}

// do does something to the library, and then shows it as it is.
func (p *Page) do(work func(*async.Job) error) {
	p.doing.Run(func(j *async.Job) (struct{}, error) { return struct{}{}, work(j) }, func(_ struct{}, err error) {
		if err != nil && p.o.OnTrouble != nil {
			p.o.OnTrouble(err)
		}
		p.ask()
	})
}
