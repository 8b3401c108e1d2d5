package panel

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/annotations/text"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

const (
	mostOffers  = 6
	offerHeight = 28 // pixels
	offersPad   = 5
	offersWidth = 232
)

// offer is a tag or a name that may be meant.
type offer struct {
	words string
	kind  *annotations.Kind // of a name; nil for a tag
	take  func()
}

// offers are a list of tags or names that floats under what is typed, in the panel.
type offers struct {
	widget.BaseWidget
	p    *Panel
	all  []offer
	rows []*offerRow
	at   int
	box  *control.Box
	spot func() fyne.Position // where the list begins, in the panel
}

func newOffers(p *Panel) *offers {
	o := &offers{p: p, box: control.NewBox(10)}
	o.Hidden = true
	o.ExtendBaseWidget(o)
	return o
}

// open shows what is offered at a place in the panel, with the first of it chosen.
func (o *offers) open(all []offer, spot func() fyne.Position) {
	if len(all) == 0 {
		o.close()
		return
	}
	o.all, o.at, o.spot, o.rows = all[:min(len(all), mostOffers)], 0, spot, nil
	for i := range o.all {
		o.rows = append(o.rows, newOfferRow(o, i))
	}
	o.tabs(true)
	o.Hidden = false
	o.place()
	o.Refresh()
}

// close takes the list away.
func (o *offers) close() {
	if !o.Hidden {
		o.tabs(false)
		o.Hide()
	}
}

// tabs makes the Tab key take what is chosen while the list is open.
func (o *offers) tabs(on bool) {
	if c := o.p.composer; c != nil {
		c.area.Tabs, c.input.Entry.Tabs = on, on
	}
}

// pointed reports whether the pointer is on the list.
func (o *offers) pointed() bool {
	return !o.Hidden && slices.ContainsFunc(o.rows, func(r *offerRow) bool { return r.Hovered() })
}

// key chooses and takes, and reports whether the key is dealt with.
func (o *offers) key(k fyne.KeyName) bool {
	if o.Hidden {
		return false
	}
	switch k {
	case fyne.KeyUp:
		o.at = max(o.at-1, 0)
	case fyne.KeyDown:
		o.at = min(o.at+1, len(o.all)-1)
	case fyne.KeyTab, fyne.KeyReturn, fyne.KeyEnter:
		o.take(o.at)
	case fyne.KeyEscape:
		o.close()
	default:
		return false
	}
	o.Refresh()
	return true
}

func (o *offers) take(i int) {
	x := o.all[i]
	o.close()
	x.take()
}

// place puts the list under what is typed, or above where there is no room.
func (o *offers) place() {
	if o.Hidden || o.spot == nil {
		return
	}
	size := fyne.NewSize(min(offersWidth, o.p.Size().Width-16), float32(len(o.rows))*offerHeight+2*offersPad)
	at := o.spot()
	at.X = max(8, min(at.X, o.p.Size().Width-size.Width-8))
	if at.Y+size.Height > o.p.Size().Height {
		at.Y = max(0, at.Y-size.Height-30)
	}
	o.Move(at)
	o.Resize(size)
}

// MinSize returns nothing: the panel gives the list its size.
func (o *offers) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the list.
func (o *offers) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(o, func() {
		o.box.Paint(look.ColorRaised, look.ColorRuleStrong, 1)
		o.box.Cast(look.PopoverShadow())
	}, func(size fyne.Size) {
		o.box.Resize(size)
		for i, r := range o.rows {
			control.Place(r, offersPad, offersPad+float32(i)*offerHeight, size.Width-2*offersPad, offerHeight)
		}
	}, func() []fyne.CanvasObject {
		out := o.box.Objects()
		for _, r := range o.rows {
			out = append(out, r)
		}
		return out
	})
}

// offerRow is a row of the list.
type offerRow struct {
	control.Tap
	list   *offers
	i      int
	words  *prose.Text
	sample fyne.CanvasObject // nil for a tag
}

func newOfferRow(o *offers, i int) *offerRow {
	r := &offerRow{list: o, i: i, words: prose.NewText(o.p.roles.UI, look.ColorText, o.all[i].words)}
	r.words.SetMaxLines(1)
	if k := o.all[i].kind; k != nil {
		r.sample = pattern.NewSample(*k, 16)
	}
	r.Init(r, o.all[i].words, func() { o.take(i) })
	r.Raised = true
	return r
}

// MinSize returns nothing: the list gives the row its size.
func (r *offerRow) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the row.
func (r *offerRow) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{r.Ground, r.words}
	if r.sample != nil {
		objects = append(objects, r.sample)
	}
	return r.Render(func() {
		if r.list.at == r.i {
			r.Ground.Hidden = false
		}
	}, func(size fyne.Size) {
		left := float32(10)
		if r.sample != nil {
			m := r.sample.MinSize()
			control.Place(r.sample, left, (size.Height-m.Height)/2, m.Width, m.Height)
			left += m.Width + 8
		}
		lead := r.words.Role().Leading
		control.Place(r.words, left, (size.Height-lead)/2, size.Width-left-8, lead)
	}, objects...)
}

// started returns what the reader has begun before the caret: "#" and the beginning of
// a tag, or "[[" and that of a name. From is where it begins; sign is empty for neither.
func started(s string, caret int) (from int, sign, typed string) {
	before := s[:caret]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	if i := strings.LastIndex(line, "[["); i >= 0 && !strings.Contains(line[i:], "]]") && len(line)-i < 80 {
		return caret - len(line) + i, "[[", line[i+2:]
	}
	i := strings.LastIndexFunc(line, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_/", r)
	})
	if i < 0 || line[i] != '#' {
		return 0, "", ""
	}
	if last, _ := utf8.DecodeLastRuneInString(line[:i]); i > 0 && (last == '#' || unicode.IsLetter(last) || unicode.IsDigit(last)) {
		return 0, "", ""
	}
	return caret - len(line) + i, "#", line[i+1:]
}

// offerInText offers tags and names for what the reader has begun in the text.
func (c *composer) offerInText() {
	from, sign, typed := started(c.area.Text(), c.area.Caret())
	at := func() fyne.Position {
		return c.p.placeOf(c.area).Add(c.area.CaretAt()).AddXY(-8, 26)
	}
	switch sign {
	case "#":
		c.offers.open(c.tagsLike(typed, func(tag string) { c.takeTag(from, tag) }), at)
	case "[[":
		c.offers.open(c.namesLike(typed, func(x *annotations.Entity) {
			end := c.area.Caret()
			if strings.HasPrefix(c.area.Text()[end:], "]]") {
				end += 2
			}
			c.area.Replace(from, end, "[["+x.Name+"]]")
			c.focusOn(c.area)
		}), at)
	default:
		c.offers.close()
	}
}

// takeTag puts a tag in the place of what was begun. One that cannot stand in the text
// comes beside it.
func (c *composer) takeTag(from int, tag string) {
	defer c.focusOn(c.area) // a click has taken it away
	in := notes.TagsIn("#" + tag)
	if len(in) == 1 && in[0] == tag {
		c.area.Replace(from, c.area.Caret(), "#"+tag+" ")
		return
	}
	c.area.Replace(from, c.area.Caret(), "")
	c.addTag(tag)
}

// offerAdded offers tags or names for what is typed in the field beside the text.
func (c *composer) offerAdded() {
	typed := c.input.Entry.Text
	at := func() fyne.Position { return c.p.placeOf(c.input).AddXY(0, c.input.Size().Height+4) }
	switch c.adding {
	case addingTag:
		c.offers.open(c.tagsLike(typed, func(tag string) {
			c.addTag(tag)
			c.add(c.adding)
		}), at)
	case addingName:
		c.offers.open(c.namesLike(typed, func(x *annotations.Entity) {
			c.addName(x.ID)
			c.add(c.adding)
		}), at)
	}
}

// placeOf returns where an object lies in the panel.
func (p *Panel) placeOf(o fyne.CanvasObject) fyne.Position {
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(o).Subtract(d.AbsolutePositionForObject(p))
}

// tagsLike returns the tags that begin like what is typed, the most used first, without
// those that the note has.
func (c *composer) tagsLike(typed string, take func(tag string)) []offer {
	typed = text.Plain.Fold(strings.TrimSpace(typed))
	has := c.note.AllTags()
	var out []offer
	for _, x := range c.p.now.Notes.Tags() {
		if !strings.HasPrefix(text.Plain.Fold(x.Tag), typed) || slices.ContainsFunc(has, func(t string) bool { return notes.SameTag(t, x.Tag) }) {
			continue
		}
		if out = append(out, offer{words: x.Tag, take: func() { take(x.Tag) }}); len(out) == mostOffers {
			break
		}
	}
	return out
}

// namesLike returns the entities of which a word of a name begins like what is typed:
// first those whose name itself does, then those of which another name does.
func (c *composer) namesLike(typed string, take func(*annotations.Entity)) []offer {
	typed = text.Plain.Fold(strings.TrimSpace(typed))
	var found [unlike][]offer
	for i, all := 0, c.p.now.Edition.Entities(); i < len(all) && len(found[named]) < mostOffers; i++ {
		x := &all[i]
		if how := c.p.own.like(x, typed); how < unlike && len(found[how]) < mostOffers {
			found[how] = append(found[how], offer{words: locale.Name(x), kind: &x.Kind, take: func() { take(x) }})
		}
	}
	return slices.Concat(found[:]...)
}

// likeness says how the names of an entity are like what is typed.
type likeness int

const (
	named  likeness = iota // its name begins so
	called                 // another name does
	worded                 // a word of a name does
	unlike
)

// like says how an entity is like a folded text.
func (o *own) like(x *annotations.Entity, typed string) likeness {
	best := unlike
	for i, name := range o.folds(x) {
		switch {
		case strings.HasPrefix(name, typed) && i == 0:
			return named
		case strings.HasPrefix(name, typed):
			best = min(best, called)
		case strings.Contains(name, " "+typed):
			best = min(best, worded)
		}
	}
	return best
}

// folds returns the folded names of an entity.
func (o *own) folds(x *annotations.Entity) []string {
	if all, ok := o.foldedNames[x.ID]; ok {
		return all
	}
	var out []string
	for _, name := range namesOf(x) {
		out = append(out, text.Plain.Fold(name))
	}
	if o.foldedNames == nil {
		o.foldedNames = map[annotations.EntityID][]string{}
	}
	o.foldedNames[x.ID] = out
	return out
}
