package main

import (
	"fmt"
	"image"
	"image/color"
	paint "image/draw"
	"math"
)

// tileWidth and tileHeight are the least size in pixels of the tiles by which
// pictures are compared: a word or two of one line.
const tileWidth, tileHeight = 48, 24

// Bounds for two pictures of one thing, the one painted by OpenGL and the other
// by the software painter, which smooth the edges of letters differently.
const (
	// sameMean bounds the mean difference of the colours, 0 to 255; two
	// different cards lie further apart than twice that.
	sameMean = 4.0
	// sameTile bounds the difference of a tile's mean colours, 0 to 255. A word
	// that is missing takes more ink away than that.
	sameTile = 8.0
)

// difference is how far two pictures lie apart.
type difference struct {
	mean float64         // of the colours of all pixels, 0 to 255
	tile float64         // of the mean colours of the tile that differs most
	at   image.Rectangle // that tile
}

// same reports whether the pictures may show the same thing.
func (d difference) same() bool { return d.mean <= sameMean && d.tile <= sameTile }

// other reports whether the pictures certainly show different things.
func (d difference) other() bool { return d.mean >= 2*sameMean }

func (d difference) String() string {
	return fmt.Sprintf("%.2f of 255 in the mean and %.1f at %v", d.mean, d.tile, d.at)
}

// compare compares a part of two pictures, pixel by pixel and tile by tile.
func compare(a, b image.Image, part image.Rectangle) difference {
	one, two := rgba(a, part), rgba(b, part)
	var d difference
	sum := 0
	rows, columns := max(part.Dy()/tileHeight, 1), max(part.Dx()/tileWidth, 1)
	for row := range rows {
		for column := range columns {
			tile := image.Rect(
				part.Min.X+column*part.Dx()/columns, part.Min.Y+row*part.Dy()/rows,
				part.Min.X+(column+1)*part.Dx()/columns, part.Min.Y+(row+1)*part.Dy()/rows)
			apart, ink := compareTile(one, two, tile)
			sum += apart
			if ink > d.tile {
				d.tile, d.at = ink, tile
			}
		}
	}
	d.mean = float64(sum) / float64(3*part.Dx()*part.Dy())
	return d
}

// compareTile returns the sum of the differences of a tile's colours and the
// difference of its mean colours.
func compareTile(a, b *image.RGBA, tile image.Rectangle) (apart int, ink float64) {
	signed := 0
	for y := tile.Min.Y; y < tile.Max.Y; y++ {
		i, j := a.PixOffset(tile.Min.X, y), b.PixOffset(tile.Min.X, y)
		for range tile.Dx() {
			for c := range 3 {
				d := int(a.Pix[i+c]) - int(b.Pix[j+c])
				signed += d
				apart += max(d, -d)
			}
			i, j = i+4, j+4
		}
	}
	return apart, math.Abs(float64(signed)) / float64(3*tile.Dx()*tile.Dy())
}

// rgba returns a part of a picture, in the coordinates of the picture.
func rgba(img image.Image, part image.Rectangle) *image.RGBA {
	if already, ok := img.(*image.RGBA); ok && part.In(already.Rect) {
		return already
	}
	out := image.NewRGBA(part)
	paint.Draw(out, part, img, part.Min, paint.Src)
	return out
}

// covered returns a picture whose part is painted over.
func covered(img image.Image, part image.Rectangle, with color.Color) *image.RGBA {
	out := image.NewRGBA(img.Bounds())
	paint.Draw(out, out.Rect, img, out.Rect.Min, paint.Src)
	paint.Draw(out, part, image.NewUniform(with), image.Point{}, paint.Src)
	return out
}
