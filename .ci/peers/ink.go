//go:build linux

package main

import (
	"math/bits"
	"time"
)

// ink is which pixels of a picture are dark, a bit each.
type ink []uint64

// darkest is the brightest value that a channel of a dark pixel may have.
const darkest = 128

// inkOf reads a picture of four bytes a pixel.
func inkOf(pixels []byte) ink {
	k := make(ink, (len(pixels)/4+63)/64)
	for i := 0; i+4 <= len(pixels); i += 4 {
		if max(pixels[i], pixels[i+1], pixels[i+2]) < darkest {
			k[i/256] |= 1 << (i / 4 % 64)
		}
	}
	return k
}

func (k ink) count() (n int) {
	for _, w := range k {
		n += bits.OnesCount64(w)
	}
	return n
}

// wider is k with the pixels at the left and right of each dark one dark too.
func (k ink) wider() ink {
	w := make(ink, len(k))
	for i, v := range k {
		w[i] = v | v<<1 | v>>1
		if i > 0 {
			w[i] |= k[i-1] >> 63
		}
		if i < len(k)-1 {
			w[i] |= k[i+1] << 63
		}
	}
	return w
}

// beyond is how many dark pixels of k are not dark in other.
func (k ink) beyond(other ink) (n int) {
	for i, v := range k {
		n += bits.OnesCount64(v &^ other[i])
	}
	return n
}

// like reports whether the words of two pictures are the same. A caret may blink, a mark
// may come beneath a word, and a word that gets another colour is drawn by itself, up to
// a pixel from where it stood.
func (k ink) like(other ink) bool {
	return k.beyond(other.wider())+other.beyond(k.wider()) <= max(20, max(k.count(), other.count())/50)
}

// A frame is a picture and when it was seen.
type frame struct {
	at  time.Time
	ink ink
}

// stood says since when the words of the last frame stand.
func stood(frames []frame) time.Time {
	last := frames[len(frames)-1]
	at := last.at
	for i := len(frames) - 1; i >= 0 && frames[i].ink.like(last.ink); i-- {
		at = frames[i].at
	}
	return at
}

// changed says when the words were first others than in the first frame, and false if
// they stayed.
func changed(frames []frame) (time.Time, bool) {
	for _, f := range frames[1:] {
		if !f.ink.like(frames[0].ink) {
			return f.at, true
		}
	}
	return time.Time{}, false
}
