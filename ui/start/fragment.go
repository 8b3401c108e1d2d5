package start

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/control"
	"sidelight/ui/float"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Measures of the fragment in pixels.
const (
	fragmentWidth  = 392
	fragmentHeight = 391
	fragmentInset  = 5 // from the frame to the text, so that the corners stay round
	cardWidth      = 184
	cardPadding    = 16
	cardRise       = 23 // from the line with the selected words up to the card's top
)

// Fragment is the piece of the sample article that the start page shows, to be
// tried out.
type Fragment struct {
	Text fyne.CanvasObject // the words, whose marks can be clicked
	Card *prose.Stack      // about the mark that is selected
	// Line returns where the selected words stand, in pixels below the top of Text.
	Line func() float32
	// OnMoved sets the function to be called whenever the card or Line changes.
	OnMoved func(func())
}

// newFragment makes a block of the text in a frame, and of the card at its right,
// level with the selected words. Where there is no room for the card, there is
// none.
func newFragment(x Fragment) prose.Block {
	frame := control.NewBox(8)
	card := float.NewCard(x.Card, cardPadding)
	var width float32
	place := func() {
		h := card.HeightFor(cardWidth)
		y := x.Line() + fragmentInset - cardRise
		card.Move(fyne.NewPos(width, max(0, min(y, fragmentHeight-h))))
		card.Resize(fyne.NewSize(cardWidth, h))
	}
	arrange := func(size fyne.Size) {
		width = min(fragmentWidth, size.Width-cardWidth)
		card.Hidden = width < fragmentWidth-80
		if card.Hidden {
			width = min(fragmentWidth, size.Width)
		}
		frame.Resize(fyne.NewSize(width, fragmentHeight))
		x.Text.Move(fyne.NewSquareOffsetPos(fragmentInset))
		x.Text.Resize(fyne.NewSize(width-fragmentInset-1, fragmentHeight-2*fragmentInset))
		place()
	}
	paint := func() {
		frame.Paint(look.ColorPage, look.ColorRule, 1)
		frame.Cast(look.CardShadow())
	}
	x.OnMoved(func() {
		place()
		card.Refresh()
	})
	return prose.NewDrawing(fragmentHeight, arrange, paint, append(frame.Objects(), x.Text, card)...)
}
