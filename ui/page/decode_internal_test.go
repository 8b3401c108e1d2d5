package page

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/png"
	"testing"

	"sidelight/annotations"
)

func picture(file []byte) *annotations.Picture {
	return &annotations.Picture{Load: func() ([]byte, error) { return file, nil }}
}

func encoded(t *testing.T, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDecode(t *testing.T) {
	for _, x := range []struct{ width, height, room, wantW, wantH int }{
		{40, 20, 100, 40, 20}, {400, 100, 100, 100, 25}, {4000, 1, 100, 100, 1},
	} {
		img, err := decode(t.Context(), picture(encoded(t, x.width, x.height)), x.room)
		if err != nil || img.Bounds().Size() != image.Pt(x.wantW, x.wantH) {
			t.Errorf("%d x %d gives %v, %v", x.width, x.height, img, err)
		}
	}
	for name, file := range map[string][]byte{"nothing": nil, "no picture": []byte("words"), "half a picture": encoded(t, 40, 20)[:40]} {
		if img, err := decode(t.Context(), picture(file), 100); err == nil {
			t.Errorf("%s gives %v", name, img)
		}
	}
	if _, err := decode(t.Context(), &annotations.Picture{}, 100); err == nil {
		t.Error("a picture that is not at hand is decoded")
	}
}

// A small file that says it is 50,000 pixels wide and high is not decoded.
func TestALargePictureIsRefused(t *testing.T) {
	file := encoded(t, 1, 1)
	head := file[12:29] // the type of the first chunk, and its data
	binary.BigEndian.PutUint32(head[4:], 50_000)
	binary.BigEndian.PutUint32(head[8:], 50_000)
	binary.BigEndian.PutUint32(file[29:], crc32.ChecksumIEEE(head))
	if _, err := decode(t.Context(), picture(file), 100); !errors.Is(err, errTooLarge) {
		t.Errorf("it ends with %v", err)
	}
	sizes, err := sizesOf(t.Context(), []*annotations.Picture{picture(file), picture(encoded(t, 3, 2))})
	if err != nil || len(sizes) != 2 {
		t.Fatal(sizes, err)
	}
}

// The pictures that were shown last are kept, as many as fit.
func TestTheGalleryForgets(t *testing.T) {
	g := &gallery{}
	g.open()
	large := image.NewAlpha(image.Rect(0, 0, keptPixels/2, 1))
	var all []*annotations.Picture
	for range 4 {
		p := picture(nil)
		all = append(all, p)
		g.keep(p, large)
		g.Image(all[0])
	}
	if g.images[all[0]] == nil || g.images[all[1]] != nil || g.images[all[3]] == nil || len(g.shown) != len(g.images) {
		t.Errorf("%d pictures are kept, %d are known", len(g.images), len(g.shown))
	}
}
