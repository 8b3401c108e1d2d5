package start

import (
	"bytes"
	"fmt"
	"image"
	_ "image/png" // the mark is one
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"golang.org/x/image/draw"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

// Welcome says what the start page shows and does.
type Welcome struct {
	Mark     fyne.Resource // the program's own mark, a picture
	OpenKey  string        // the key that opens a file, as printed on a cap
	PasteKey string        // the key that opens what is on the clipboard, likewise
	Recent   []string      // paths of files opened before, the last one first
	OnOpen   func()
	OnRead   func()            // reads the article that comes with the program
	OnPath   func(path string) // opens one of Recent
	Sample   Fragment          // of the article that comes with the program
	Again    string            // the name of what was open when the program ended by a fault, or empty
	OnAgain  func()            // opens that again
	Last     string            // the title of what was read last, or empty
	OnLast   func()            // goes on reading that

	OnLibrary func() // shows the page of the library; nil where there is none
}

// NewWelcome makes the start page.
func NewWelcome(roles look.Roles, w Welcome) *Page {
	mark := markOf(w.Mark)
	items := []prose.Item{
		{Block: prose.NewDrawing(56, func(fyne.Size) { mark.Resize(fyne.NewSquareSize(56)) }, func() {}, mark)},
		{Top: 24, Block: prose.NewText(roles.Title, look.ColorText, locale.X("start.title", "Open an article"))},
		{Top: 10, Block: prose.NewText(roles.Body.At(15), look.ColorTextMuted, locale.X("start.sentence",
			"Sidelight shows the people, places, dates and claims of an article, and who is speaking, beside the text."))},
		{Top: 26, Block: prose.NewFlow(10, ways(roles, w)...)},
		{Top: 28, Block: dropArea(roles, w.PasteKey)},
		{Top: 28, Block: prose.NewRule(look.ColorRule, 1)},
		{Top: 14, Block: recentHead(roles, w.OnLibrary)},
	}
	if w.Again != "" {
		items = slices.Insert(items, 3, again(roles, w.Again))
	} else if w.Last != "" {
		items = slices.Insert(items, 3, named(roles, locale.X("start.was-reading", "You were reading “{{.Name}}”.", map[string]any{"Name": w.Last}), w.Last))
	}
	if len(w.Recent) == 0 {
		items = append(items, prose.Item{Top: 4, Block: prose.NewText(roles.UI, look.ColorTextMuted,
			locale.X("start.no-recent", "Articles you open will be listed here."))})
	}
	for _, path := range w.Recent {
		items = append(items, prose.Item{Top: 2, Left: -8, Block: recent(roles, path, func() { w.OnPath(path) })})
	}
	foot := prose.NewText(roles.Meta, look.ColorTextMuted,
		locale.X("start.offline", "Works offline. Nothing you read or write leaves this computer."))
	return newPage(items...).beside(foot, legend(roles, w.Sample)...)
}

// markOf draws a picture, which is square, as large as the object is. The toolkit's image
// would have the window drawn twice.
func markOf(picture fyne.Resource) *canvas.Raster {
	return canvas.NewRaster(func(w, h int) image.Image {
		out := image.NewNRGBA(image.Rect(0, 0, w, h))
		if img, _, err := image.Decode(bytes.NewReader(picture.Content())); err == nil {
			draw.CatmullRom.Scale(out, out.Rect, img, img.Bounds(), draw.Over, nil)
		}
		return out
	})
}

// recentHead is the head of the files that were opened, with a link to all of them.
func recentHead(roles look.Roles, library func()) prose.Block {
	head := prose.NewText(roles.Section, look.ColorText, locale.X("start.recent", "Recent"))
	if library == nil {
		return head
	}
	words := locale.X("command.library", "Your library")
	role := look.Role{Font: roles.Tab.Font, Size: roles.Section.Size, Leading: roles.Section.Leading}
	text := prose.NewText(role, look.ColorAccentText, words)
	const icon = 14
	cells := prose.NewColumns(
		prose.Cell{Block: prose.NewIcon("books", look.ColorAccentText, icon, role.Leading), Width: icon},
		prose.Cell{Block: text, Width: text.NaturalWidth() + 1, Gap: 6})
	w := icon + 6 + text.NaturalWidth() + 1
	return prose.NewColumns(prose.Cell{Block: head}, prose.Cell{Block: control.NewLink(words, cells, w, library), Width: w, Gap: 8})
}

// again makes the sentence that names what was open when the program ended by a
// fault.
func again(roles look.Roles, name string) prose.Item {
	words := locale.X("start.was-open", "“{{.Name}}” was open when Sidelight ended.", map[string]any{"Name": name})
	return named(roles, words, name)
}

// named makes a sentence in which a name stands out.
func named(roles look.Roles, words, name string) prose.Item {
	at := max(strings.Index(words, name), 0)
	return prose.Item{Top: 16, Block: prose.NewText(roles.Body.At(15), look.ColorTextMuted, words,
		prose.Stretch{Start: at, End: min(at+len(name), len(words)), Colour: look.ColorText})}
}

// ways makes the buttons that lead to an article. The first is that of what was open
// when the program ended by a fault, if it did, or of what was read last.
func ways(roles look.Roles, w Welcome) []prose.Inline {
	var all []prose.Inline
	first := func(words string, act func()) {
		all = append(all, control.NewLargeText(control.Primary, words, nil, roles, act))
	}
	switch {
	case w.Again != "":
		first(locale.X("start.again", "Open it again"), w.OnAgain)
	case w.Last != "":
		first(locale.X("start.go-on", "Go on reading"), w.OnLast)
	}
	weight, keyCap := control.Primary, control.NewKeyOnAccent(w.OpenKey, roles)
	if len(all) > 0 {
		weight, keyCap = control.Plain, control.NewKey(w.OpenKey, roles)
	}
	open := control.NewLargeText(weight, locale.X("start.open", "Open file"), keyCap, roles, w.OnOpen)
	return append(all, open, control.NewLargeText(control.Plain, locale.X("start.sample", "Read the sample"), nil, roles, w.OnRead))
}

// recentInset is how much narrower than the column the words of a row are, in pixels.
const recentInset = 8

// recent makes the row of a file that has been opened before: its name and its
// folder, of which the middle is left out where there is no room for all.
func recent(roles look.Roles, path string, open func()) *control.Row {
	name := filepath.Base(path) + "   " + filepath.Dir(path)
	words := prose.NewText(roles.UI, look.ColorText, prose.CutMiddle(roles.UI, name, 1, columnWidth-recentInset))
	words.SetMaxLines(1) // in a narrower window
	r := control.NewRow(name, words, 5, open)
	r.Inset, r.Ring.CornerRadius = fyne.NewSquareOffsetPos(-3), 8
	return r
}

// dropArea makes the block that says that files can be dropped on the window, and
// what is on the clipboard opened with a key.
func dropArea(roles look.Roles, paste string) prose.Block {
	frame := canvas.NewRaster(nil) // the toolkit's image would have the window drawn twice
	frame.Generator = func(w, h int) image.Image { return look.DrawSVG(dashed(frame.Size()), w, h) }
	icon := prose.NewIcon("tray-arrow-down", look.ColorTextMuted, 18, 20)
	words := prose.NewText(roles.UI, look.ColorTextMuted, locale.X("start.drop", "or drop a file here, or paste with {{.Key}}", map[string]any{"Key": paste}))
	arrange := func(size fyne.Size) {
		frame.Resize(size)
		w := words.NaturalWidth()
		x := (size.Width - w - 30) / 2
		icon.Move(fyne.NewPos(x, (size.Height-20)/2))
		icon.Resize(fyne.NewSize(18, 20))
		words.Move(fyne.NewPos(x+30, (size.Height-20)/2))
		words.Resize(fyne.NewSize(w+1, 20))
	}
	return prose.NewDrawing(92, arrange, func() {}, frame, icon, words)
}

// dashed draws a frame of dashes in the colour of a control's edge. Fyne's own
// shapes have no dashes.
func dashed(size fyne.Size) string {
	c := look.Of(look.ColorControl)
	ink := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%[1]g" height="%[2]g" viewBox="0 0 %[1]g %[2]g">`+
		`<rect x="0.5" y="0.5" width="%[3]g" height="%[4]g" rx="10" fill="none" stroke="%[5]s" stroke-dasharray="4 3"/></svg>`,
		size.Width, size.Height, size.Width-1, size.Height-1, ink)
}

// legend makes the column at the right: the fragment of the sample, and the lines of
// the kinds with their names.
func legend(roles look.Roles, sample Fragment) []prose.Item {
	items := []prose.Item{
		{Block: newFragment(sample)},
		{Top: 36, Block: prose.NewText(roles.Section, look.ColorText,
			locale.X("start.kinds", "Eight kinds of mark, each with its own line"))},
	}
	var kinds []prose.Inline
	for _, k := range annotations.Kinds() {
		kinds = append(kinds, kindCell{prose.NewColumns(
			prose.Cell{Block: pattern.InLine(k, 22, 20), Width: 22},
			prose.Cell{Block: prose.NewText(roles.UI, look.ColorTextMuted, locale.Kinds(k)), Gap: 9})})
	}
	return append(items, prose.Item{Top: 12, Block: prose.NewFlow(0, kinds...)})
}

// kindCell is the line and the name of a kind, as wide as three others beside it.
type kindCell struct{ *prose.Columns }

// NaturalWidth returns a quarter of the column's width.
func (kindCell) NaturalWidth() float32 { return sideWidth / 4 }

// HeightFor returns the height of the one line and the space below it.
func (kindCell) HeightFor(float32) float32 { return 30 }
