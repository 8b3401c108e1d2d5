package start

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

// Welcome is what the first page needs to know.
type Welcome struct {
	Mark    fyne.Resource // the program's own
	OpenKey string        // the key cap of opening a file
	Recent  []string      // paths, the last one first
	OnOpen  func()
	OnRead  func()            // the article that comes with the program
	OnPath  func(path string) // one of the recent
	Sample  string            // words of that article
}

// NewWelcome is the page that the first start shows.
func NewWelcome(roles look.Roles, w Welcome) *Page {
	mark := canvas.NewImageFromResource(w.Mark)
	mark.FillMode = canvas.ImageFillContain
	items := []prose.Item{
		{Block: prose.NewDrawing(56, func(fyne.Size) { mark.Resize(fyne.NewSquareSize(56)) }, func() {}, mark)},
		{Top: 24, Block: prose.NewText(roles.Title, look.ColorText, lang.X("start.title", "Open an article"))},
		{Top: 10, Block: prose.NewText(roles.Body.At(15), look.ColorTextMuted, lang.X("start.sentence",
			"Sidelight shows the people, places, dates and claims of an article, and who is speaking, beside the text."))},
		{Top: 26, Block: prose.NewFlow(10,
			newButton(roles, lang.X("start.open", "Open file")+"   "+w.OpenKey, true, w.OnOpen),
			newButton(roles, lang.X("start.sample", "Read the sample"), false, w.OnRead))},
		{Top: 28, Block: dropArea(roles)},
		{Top: 28, Block: prose.NewRule(look.ColorRule, 1)},
		{Top: 14, Block: prose.NewText(roles.Section, look.ColorText, lang.X("start.recent", "Recent"))},
	}
	if len(w.Recent) == 0 {
		items = append(items, prose.Item{Top: 4, Block: prose.NewText(roles.UI, look.ColorTextMuted,
			lang.X("start.no-recent", "Articles you open will be listed here."))})
	}
	for _, path := range w.Recent {
		items = append(items, prose.Item{Top: 2, Left: -8, Block: newRow(roles, rowWords(path), func() { w.OnPath(path) })})
	}
	items = append(items, prose.Item{Top: 40, Block: prose.NewText(roles.Meta, look.ColorTextMuted,
		lang.X("start.offline", "Works offline. Nothing you read or write leaves this computer."))})
	return newPage(items, eightKinds(roles, w.Sample))
}

// rowWords is the name of a file and its folder.
func rowWords(path string) string { return filepath.Base(path) + "   " + filepath.Dir(path) }

// dropArea says that files can be dropped on the window.
func dropArea(roles look.Roles) prose.Block {
	frame := canvas.NewRectangle(nil)
	frame.CornerRadius, frame.StrokeWidth = 10, 1
	icon := prose.NewIcon("tray-arrow-down", look.ColorTextMuted, 18, 20)
	words := prose.NewText(roles.UI, look.ColorTextMuted, lang.X("start.drop", "or drop a .txt or .md file here"))
	arrange := func(size fyne.Size) {
		frame.Resize(size)
		w := words.NaturalWidth()
		x := (size.Width - w - 30) / 2
		icon.Move(fyne.NewPos(x, (size.Height-20)/2))
		icon.Resize(fyne.NewSize(18, 20))
		words.Move(fyne.NewPos(x+30, (size.Height-20)/2))
		words.Resize(fyne.NewSize(w+1, 20))
	}
	return prose.NewDrawing(92, arrange, func() { frame.StrokeColor = look.Of(look.ColorControl) }, frame, icon, words)
}

// eightKinds is a passage of the sample and the eight lines with their names.
func eightKinds(roles look.Roles, sample string) []prose.Item {
	items := []prose.Item{
		{Block: prose.NewText(roles.Reading, look.ColorText, sample)},
		{Top: 36, Block: prose.NewText(roles.Section, look.ColorText,
			lang.X("start.kinds", "Eight kinds of mark, each with its own line"))},
	}
	kinds, gap := annotations.Kinds(), float32(12)
	for i := 0; i+1 < len(kinds); i += 2 {
		items = append(items, prose.Item{Top: gap, Block: prose.NewColumns(
			prose.Cell{Block: line(kinds[i]), Width: 22},
			prose.Cell{Block: prose.NewText(roles.UI, look.ColorTextMuted, locale.Kinds(kinds[i])), Gap: 10},
			prose.Cell{Block: line(kinds[i+1]), Width: 22, Gap: 16},
			prose.Cell{Block: prose.NewText(roles.UI, look.ColorTextMuted, locale.Kinds(kinds[i+1])), Gap: 10},
		)})
		gap = 8
	}
	return items
}

func line(k annotations.Kind) prose.Block {
	s := pattern.NewSample(k, 22)
	return prose.NewDrawing(20, func(fyne.Size) {
		s.Move(fyne.NewPos(0, (20-pattern.Height)/2))
		s.Resize(s.MinSize())
	}, func() {}, s)
}
