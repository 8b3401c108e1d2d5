package opener

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/async"
	"sidelight/ui/control"
	"sidelight/ui/field"
	"sidelight/ui/list"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/shape"
)

// Measures of the palette in pixels.
const (
	Width = 704
	Top   = 84 // from the window's top

	fieldHeight = 56
	footHeight  = 40
	radius      = 12
	right       = 20 // from the right edge to what stands there
	capGap      = 12
	listEnd     = 8
	leastList   = 120
)

// Recent is something that was opened before, or that waits to be.
type Recent struct {
	Path  string // is handed back to be opened
	Title string
	Where string // below the title
	Kind  string
	Icon  string
	New   bool    // it was never in view
	Share float64 // of it that was read, from 0 to 1
	When  time.Time
}

// Options say how a palette looks and where its rows come from.
type Options struct {
	Roles look.Roles
	// Recent returns what was opened before, the last first.
	Recent func() []Recent
	// Do runs a function on the UI goroutine and may be called on any. Nil means
	// fyne.Do.
	Do func(func())
	// Now returns the time, for the days that are called today and yesterday. Nil
	// means time.Now.
	Now func() time.Time
}

// Opener is the palette of files, to float over the window. It has no ground of its
// own.
type Opener struct {
	widget.BaseWidget

	// OnOpen is called with the path that the reader opens.
	OnOpen func(path string)
	// OnBrowse is called when the reader wants the system's dialog, with the folder
	// that is typed.
	OnBrowse func(folder string)
	// OnCancel is called when the reader leaves.
	OnCancel func()
	// OnShortcut is called with a shortcut before the field takes it, and reports
	// whether the shortcut is dealt with.
	OnShortcut func(fyne.Shortcut) bool
	// OnKey is called with the keys F1 to F12, for which the field has no use.
	OnKey func(*fyne.KeyEvent)
	// OnResized is called when [Opener.HeightFor] may return another height.
	OnResized func()

	options Options
	paths   paths
	field   *field.Field
	escape  *control.Key
	tab     *control.Key
	rule    *shape.Box
	list    *list.List[string]
	rows    *rows
	foot    *foot

	asking async.Latest[listing]
	known  listing // what answered last
	all    []Recent
	first  int            // the row of the recents that is chosen at first
	early  []fyne.KeyName // keys that were typed before the answer came
	rest   string
}

// New makes a palette. Names without a folder are looked for in the folder of
// [Opener.Begin].
func New(o Options) *Opener {
	if o.Now == nil {
		o.Now = time.Now
	}
	l := field.Large(o.Roles)
	l.Icon = "folder-open"
	p := &Opener{
		options: o, rule: shape.NewBox(nil),
		field:  field.New(locale.X("opener.placeholder", "A name, or a path such as ~/Documents"), "", l),
		escape: control.NewKey(locale.X("key.escape", "Esc"), o.Roles),
		tab:    control.NewKey(locale.X("key.tab", "Tab"), o.Roles),
	}
	p.asking.Do = o.Do
	p.rows = &rows{o: p}
	p.list = list.New(p.rows)
	p.list.After = listEnd
	p.foot = newFoot(o.Roles, func() { call(p.OnBrowse, p.folder()) })
	p.field.Entry.Tabs = true
	p.field.Entry.OnChanged = func(string) { p.typed() }
	p.field.Entry.OnKey = p.key
	p.field.Entry.OnShortcut = func(s fyne.Shortcut) bool { return p.OnShortcut != nil && p.OnShortcut(s) }
	p.ExtendBaseWidget(p)
	return p
}

func call(f func(string), with string) {
	if f != nil {
		f(with)
	}
}

// Begin shows what was opened before. Base is the folder in which a name without a
// folder is looked for. The reader is at the path current: the first other recent is
// chosen.
func (p *Opener) Begin(base, current string) {
	home, _ := os.UserHomeDir() // without one, ~ means nothing
	p.paths = paths{home: home, base: base}
	p.all, p.known, p.first = p.options.Recent(), listing{}, 0
	if len(p.all) > 1 && p.all[0].Path == current {
		p.first = 1
	}
	p.field.SetText("")
	p.typed()
}

// Stop cancels what is still read of a folder.
func (p *Opener) Stop() {
	p.early = nil
	p.asking.Stop()
}

// Reading reports whether a folder is still being read.
func (p *Opener) Reading() bool { return p.asking.Running() }

// FocusTarget returns the object that takes what is typed.
func (p *Opener) FocusTarget() *field.Entry { return p.field.Entry }

// SelectAll selects what is typed: the next character replaces it.
func (p *Opener) SelectAll() { p.field.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// Tapped gives the field the keyboard's focus again, which a click beside it has
// taken away.
func (p *Opener) Tapped(*fyne.PointEvent) { p.field.Focus() }

// typed shows what matches the text of the field. The files of a folder stay as they
// are until the folder has been read.
func (p *Opener) typed() {
	p.early = nil
	p.asking.Stop()
	text := p.field.Entry.Text
	dir, fragment, remote := p.paths.split(text)
	recents := p.recents(text, fragment)
	if text == "" || remote {
		p.show(listing{}, recents)
		return
	}
	p.complete()
	p.field.Update()
	known := p.known
	p.asking.Run(
		func(j *async.Job) (listing, error) { return listFolder(j, known, dir, fragment) },
		func(l listing, err error) {
			if err != nil {
				return // it was cancelled
			}
			p.known = l
			p.show(l, recents)
			p.catchUp()
		})
}

// recents returns what was opened before and matches what is typed.
func (p *Opener) recents(text, fragment string) []shownRecent {
	var out []shownRecent
	whole := strings.ToLower(p.paths.whole(text))
	for _, r := range p.all {
		marks, rank := match(r.Title, fragment)
		switch {
		case text == "" || rank < spread && fragment != "":
		case strings.HasPrefix(strings.ToLower(r.Path), whole), fragment != "" && within(r.Where, fragment):
			marks = nil
		default:
			continue
		}
		out = append(out, shownRecent{r, marks})
	}
	return out
}

func within(s, fragment string) bool {
	_, r := match(s, fragment)
	return r < spread
}

// show shows other rows and chooses the first.
func (p *Opener) show(l listing, recents []shownRecent) {
	p.rows.set(l, recents)
	p.list.Changed()
	p.list.ScrollTo(0)
	at := p.list.Next(-1, 1)
	if p.field.Entry.Text == "" && p.first > 0 {
		at = p.list.Next(at, 1)
	}
	p.choose(at)
	if f := p.OnResized; f != nil {
		f()
	}
}

// choose makes row i the one that Enter opens.
func (p *Opener) choose(i int) {
	p.list.SetCurrent(i)
	p.list.RevealCurrent()
	p.complete()
}

// complete shows how the chosen name goes on behind what is typed. A name that was
// listed for another text may not.
func (p *Opener) complete() {
	p.rest = ""
	if i := p.list.Current(); i >= 0 {
		if f := p.rows.items[i].file; f != nil && f.problem == nil && filepath.Dir(f.path) == filepath.Clean(p.folder()) {
			p.rest = completion(p.field.Entry.Text, f)
		}
	}
	p.field.SetCompletion(p.rest)
	p.tab.Hidden, p.escape.Hidden = p.rest == "", p.rest != ""
	p.Refresh()
}

// completion returns what the name of a file has beyond the fragment that is typed, or
// "" if it does not begin with that.
func completion(typed string, f *file) string {
	fragment := typed[strings.LastIndexFunc(typed, isSeparator)+1:]
	if typed == "~" || fragment == "" && f.sort != folder {
		return "" // any name goes on from here
	}
	n, ok := prefix(f.found.name, fragment)
	if !ok {
		return ""
	}
	rest := f.found.name[n:]
	if f.sort == folder {
		rest += string(os.PathSeparator)
	}
	return rest
}

// folder returns the folder that is typed.
func (p *Opener) folder() string {
	dir, _, _ := p.paths.split(p.field.Entry.Text)
	return dir
}

// HeightFor returns the height in pixels that shows everything at a width.
func (p *Opener) HeightFor(width float32) float32 {
	return fieldHeight + 1 + max(p.list.HeightFor(width), leastList) + footHeight
}

// MinSize returns the least size, which shows the field and the first row.
func (p *Opener) MinSize() fyne.Size { return fyne.NewSize(320, fieldHeight+footHeight+rowRecent) }

// CreateRenderer draws field, list and foot.
func (p *Opener) CreateRenderer() fyne.WidgetRenderer {
	paint := func() { p.rule.FillColor = look.Of(look.ColorRule) }
	return control.Render(p, paint, p.arrange, p.list, p.field, p.escape, p.tab, p.rule, p.foot)
}

func (p *Opener) arrange(size fyne.Size) {
	room := size.Width - right
	for _, k := range []*control.Key{p.escape, p.tab} {
		cap := k.MinSize()
		control.Place(k, size.Width-right-cap.Width, (fieldHeight+1-cap.Height)/2, cap.Width, cap.Height)
		room = min(room, size.Width-right-cap.Width-capGap)
	}
	control.Place(p.field, 0, 0, room, fieldHeight)
	control.Place(p.rule, 0, fieldHeight, size.Width, 1)
	control.Place(p.list, 0, fieldHeight+1, size.Width, max(size.Height-fieldHeight-1-footHeight, 0))
	control.Place(p.foot, 0, size.Height-footHeight, size.Width, footHeight)
}
