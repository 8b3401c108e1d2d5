package page

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // a picture may be one
	_ "image/jpeg" // a picture may be one
	_ "image/png"  // a picture may be one

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // a picture may be one

	"sidelight/annotations"
)

// mostPixels is how many pixels a picture may have to be decoded: a small file may ask
// for more memory than there is.
const mostPixels = 40 << 20

var errTooLarge = errors.New("the picture is too large")

// load reads the file of a picture and its size in pixels.
func load(p *annotations.Picture) (file []byte, size image.Point, err error) {
	if p.Load == nil {
		return nil, size, errors.New("the picture is not at hand")
	}
	if file, err = p.Load(); err != nil {
		return nil, size, fmt.Errorf("read the picture: %w", err)
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil:
		return nil, size, fmt.Errorf("read the size of the picture: %w", err)
	case c.Width <= 0 || c.Height <= 0:
		return nil, size, errors.New("the picture is empty")
	case int64(c.Width)*int64(c.Height) > mostPixels:
		return nil, size, errTooLarge
	}
	return file, image.Pt(c.Width, c.Height), nil
}

// decode reads a picture, which is made smaller if it is wider than width pixels.
func decode(ctx context.Context, p *annotations.Picture, width int) (image.Image, error) {
	file, size, err := load(p)
	if err != nil {
		return nil, err
	}
	img, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("decode the picture: %w", err)
	}
	if size.X <= width || ctx.Err() != nil {
		return img, ctx.Err()
	}
	out := image.NewRGBA(image.Rect(0, 0, width, max(size.Y*width/size.X, 1)))
	draw.BiLinear.Scale(out, out.Bounds(), img, img.Bounds(), draw.Src, nil)
	return out, ctx.Err()
}

// sizesOf reads the sizes in pixels of the pictures of an article that does not give
// them; of one that cannot be shown it is zero.
func sizesOf(ctx context.Context, all []*annotations.Picture) (map[*annotations.Picture]image.Point, error) {
	out := make(map[*annotations.Picture]image.Point)
	for _, p := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		_, size, _ := load(p)
		out[p] = size
	}
	return out, nil
}
