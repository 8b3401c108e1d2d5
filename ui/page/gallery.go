package page

import (
	"context"
	"image"
	"slices"

	"sidelight/annotations"
	"sidelight/ui/async"
)

// keptPixels is how many pixels of decoded pictures are kept: those that were shown
// last.
const keptPixels = 16 << 20

// gallery decodes the pictures that come into view, one at a time, off the UI
// goroutine.
type gallery struct {
	width  func() int // of the widest picture that is of use, pixels
	redraw func()     // after a picture has come

	worker async.Latest[image.Image]
	sizer  async.Latest[map[*annotations.Picture]image.Point]
	wanted []*annotations.Picture // the last one first
	shown  []*annotations.Picture // that are decoded, the last one that was asked for at the end
	images map[*annotations.Picture]image.Image
	failed map[*annotations.Picture]bool
}

// open begins with another article.
func (g *gallery) open() {
	g.stop()
	g.wanted, g.shown = nil, nil
	g.images, g.failed = make(map[*annotations.Picture]image.Image), make(map[*annotations.Picture]bool)
}

// stop ends what runs.
func (g *gallery) stop() {
	g.worker.Stop()
	g.sizer.Stop()
}

// use is how a gallery runs functions on the UI goroutine.
func (g *gallery) use(do func(func())) { g.worker.Do, g.sizer.Do = do, do }

// Image returns a picture as it is drawn; nil while it is not decoded, with whether it
// never will be.
func (g *gallery) Image(p *annotations.Picture) (img image.Image, failed bool) {
	if p.Load == nil || g.failed[p] {
		return nil, true
	}
	if img = g.images[p]; img != nil {
		if i := slices.Index(g.shown, p); i >= 0 {
			g.shown = append(slices.Delete(g.shown, i, i+1), p)
		}
		return img, false
	}
	if !slices.Contains(g.wanted, p) {
		g.wanted = append(g.wanted, p)
	}
	g.next()
	return nil, false
}

// next decodes the picture that was asked for last.
func (g *gallery) next() {
	n := len(g.wanted) - 1
	if n < 0 || g.worker.Running() {
		return
	}
	p, width := g.wanted[n], g.width()
	g.worker.Run(func(j *async.Job) (image.Image, error) { return decode(j, p, width) }, func(img image.Image, err error) {
		g.wanted = slices.DeleteFunc(g.wanted, func(x *annotations.Picture) bool { return x == p })
		if err != nil {
			g.failed[p] = true
		} else {
			g.keep(p, img)
		}
		g.redraw()
		g.next()
	})
}

// keep remembers a picture, and forgets those that were not asked for the longest.
func (g *gallery) keep(p *annotations.Picture, img image.Image) {
	g.images[p] = img
	g.shown = append(g.shown, p)
	pixels := 0
	for i := len(g.shown) - 1; i >= 0; i-- {
		size := g.images[g.shown[i]].Bounds().Size()
		if pixels += size.X * size.Y; pixels > keptPixels && i < len(g.shown)-1 {
			for _, old := range g.shown[:i+1] {
				delete(g.images, old)
			}
			g.shown = slices.Clone(g.shown[i+1:])
			return
		}
	}
}

// finish decodes at once the pictures that were asked for.
func (g *gallery) finish() {
	g.worker.Stop()
	for _, p := range g.wanted {
		if img, err := decode(context.Background(), p, g.width()); err != nil {
			g.failed[p] = true
		} else {
			g.keep(p, img)
		}
	}
	g.wanted = nil
	g.redraw()
}

// unsized are the pictures of an article that gives no size for them.
func unsized(a *annotations.Article) []*annotations.Picture {
	var out []*annotations.Picture
	if !a.Structured() {
		return nil
	}
	for i := range a.Len() {
		if p := a.Block(i).Picture; p != nil && p.Load != nil && (p.Width <= 0 || p.Height <= 0) {
			out = append(out, p)
		}
	}
	return out
}

// measure reads the sizes of those pictures of an article that does not give them, and
// hands them to then.
func (g *gallery) measure(a *annotations.Article, then func(map[*annotations.Picture]image.Point)) {
	unknown := unsized(a)
	if len(unknown) == 0 {
		return
	}
	g.sizer.Run(func(j *async.Job) (map[*annotations.Picture]image.Point, error) { return sizesOf(j, unknown) },
		func(sizes map[*annotations.Picture]image.Point, err error) {
			if err == nil {
				then(sizes)
			}
		})
}
