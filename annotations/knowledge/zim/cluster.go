package zim

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// How a cluster is packed.
const (
	packedNone = 1 // and 0
	packedXZ   = 4
	packedZstd = 5
	extended   = 0x10 // the places of its blobs have 8 bytes, not 4
)

// cluster is where a cluster is and how it is packed.
type cluster struct {
	number uint32
	place  uint64 // of its data, behind the byte that says how it is packed
	packed byte
	width  int // of the place of a blob
}

func (a *Archive) cluster(n uint32) (cluster, error) {
	if n >= a.head.clusters {
		return cluster{}, a.fault("cluster %d is asked for, but there are %d", n, a.head.clusters)
	}
	at, err := a.number("the list of clusters", a.head.clusterPlace+8*uint64(n), 8)
	if err != nil {
		return cluster{}, err
	}
	b, err := a.read(fmt.Sprintf("cluster %d", n), at, 1)
	if err != nil {
		return cluster{}, err
	}
	c := cluster{number: n, place: at + 1, packed: b[0] & 0x0f, width: 4}
	if b[0]&extended != 0 {
		c.width = 8
	}
	return c, nil
}

// place returns where the content of an entry is in the file, if it is not packed.
func (a *Archive) place(e *entry) (at, length uint64, plain bool, err error) {
	c, err := a.cluster(e.cluster)
	if err != nil || c.packed > packedNone {
		return 0, 0, false, err
	}
	r := io.NewSectionReader(a.r, int64(c.place), a.size-int64(c.place))
	start, end, err := a.blob(c, e.blob, r)
	if err != nil {
		return 0, 0, false, err
	}
	if end > uint64(a.size)-c.place {
		return 0, 0, false, a.fault("blob %d of cluster %d ends at byte %d of the file, which has %d", e.blob, c.number, c.place+end, a.size)
	}
	return c.place + start, end - start, true, nil
}

// content returns the first bytes of what an entry holds, at most limit.
func (a *Archive) content(ctx context.Context, e *entry, limit uint64) ([]byte, error) {
	if e.mime >= isDeleted {
		return nil, a.fault("the entry at byte %d has no content", e.place)
	}
	at, length, plain, err := a.place(e)
	if err != nil {
		return nil, err
	}
	if plain {
		return a.read("a page", at, int(min(length, limit)))
	}
	c, err := a.cluster(e.cluster)
	if err != nil {
		return nil, err
	}
	data, err := a.unpacked(ctx, c)
	if err != nil {
		return nil, err
	}
	start, end, err := a.blob(c, e.blob, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if end > uint64(len(data)) {
		return nil, a.fault("blob %d of cluster %d at byte %d ends after %d bytes, but the cluster has %d", e.blob, c.number, c.place-1, end, len(data))
	}
	return bytes.Clone(data[start:min(end, start+limit)]), nil
}

// blob reads where a blob begins and ends in the data of a cluster.
func (a *Archive) blob(c cluster, n uint32, r io.ReadSeeker) (start, end uint64, err error) {
	width := uint64(c.width)
	// The first place says how long the list of places is.
	first, err := number(r, 0, c.width)
	if err != nil {
		return 0, 0, a.fault("cluster %d at byte %d: %v", c.number, c.place-1, err)
	}
	if first%width != 0 || first/width < 2 || first > maxUnpacked || uint64(n) >= first/width-1 {
		return 0, 0, a.fault("cluster %d at byte %d has no blob %d", c.number, c.place-1, n)
	}
	if start, err = number(r, uint64(n)*width, c.width); err == nil {
		end, err = number(r, uint64(n+1)*width, c.width)
	}
	if err != nil {
		return 0, 0, a.fault("cluster %d at byte %d: %v", c.number, c.place-1, err)
	}
	if start < first || end < start || end > 1<<62 {
		return 0, 0, a.fault("blob %d of cluster %d at byte %d goes from %d to %d", n, c.number, c.place-1, start, end)
	}
	return start, end, nil
}

// number reads one integer of some bytes at a place.
func number(r io.ReadSeeker, at uint64, width int) (uint64, error) {
	if _, err := r.Seek(int64(at), io.SeekStart); err != nil {
		return 0, err
	}
	var b [8]byte // little-endian, so that four bytes are eight
	if _, err := io.ReadFull(r, b[:width]); err != nil {
		return 0, err
	}
	return binary.LittleEndian.Uint64(b[:]), nil
}

// cached is the largest cluster that is kept in case the next question is for the same.
const cached = 8 << 20

// last is the cluster that was unpacked last.
type last struct {
	mu     sync.Mutex
	number uint32
	data   []byte
}

// unpacked returns the data of a packed cluster.
func (a *Archive) unpacked(ctx context.Context, c cluster) ([]byte, error) {
	a.last.mu.Lock()
	defer a.last.mu.Unlock()
	if a.last.data != nil && a.last.number == c.number {
		return a.last.data, nil
	}
	data, err := a.unpack(ctx, c)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, errBomb) || errors.Is(err, zstd.ErrDecoderSizeExceeded) || len(data) > maxUnpacked:
		return nil, a.fault("cluster %d at byte %d unpacks to more than %d bytes", c.number, c.place-1, maxUnpacked)
	case err != nil:
		return nil, a.fault("cluster %d at byte %d cannot be unpacked: %v", c.number, c.place-1, err)
	}
	a.last.number, a.last.data = c.number, nil
	if len(data) <= cached {
		a.last.data = data
	}
	return data, nil
}

// unpack unpacks a cluster.
func (a *Archive) unpack(ctx context.Context, c cluster) ([]byte, error) {
	end, err := a.end(c)
	if err != nil {
		return nil, err
	}
	packed := io.NewSectionReader(a.r, int64(c.place), int64(end-c.place))
	switch c.packed {
	case packedXZ:
		r, err := newXZ(packed)
		if err != nil {
			return nil, err
		}
		return io.ReadAll(&bounded{ctx, r, maxUnpacked})
	case packedZstd:
		return unpackZstd(packed)
	}
	return nil, fmt.Errorf("it is packed in a way that is not known (%d)", c.packed)
}

// end returns a place of the file behind the data of a cluster: where the next begins,
// if that is further on, or as many bytes on as are read at most.
func (a *Archive) end(c cluster) (uint64, error) {
	end := uint64(a.size)
	if c.number+1 < a.head.clusters {
		next, err := a.number("the list of clusters", a.head.clusterPlace+8*uint64(c.number+1), 8)
		if err != nil {
			return 0, err
		}
		if next > c.place {
			end = min(end, next)
		}
	}
	return min(end, c.place+maxPacked), nil
}

// unpackZstd unpacks the first frame of what is packed by zstd. Archives say that they
// look back 128 MB, whatever their size: a decoder of streams would take as much memory,
// one of blocks takes what the data need.
func unpackZstd(packed io.Reader) ([]byte, error) {
	b, err := io.ReadAll(packed)
	if err != nil {
		return nil, err
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecodeAllCapLimit(true))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	const usual = 4 << 20
	var data []byte
	for _, room := range []int{usual, maxUnpacked} {
		data, err = d.DecodeAll(b, make([]byte, 0, room))
		if !errors.Is(err, zstd.ErrDecoderSizeExceeded) {
			break
		}
	}
	if errors.Is(err, zstd.ErrMagicMismatch) && len(data) > 0 {
		err = nil // behind the frame is something else
	}
	return data, err
}

var errBomb = errors.New("too much")

// bounded reads at most left bytes, and nothing once the context is done.
type bounded struct {
	ctx  context.Context
	r    io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if err := b.ctx.Err(); err != nil {
		return 0, err
	}
	if b.left <= 0 {
		// Nothing may be left.
		if n, err := b.r.Read(make([]byte, 1)); n == 0 && err != nil {
			return 0, err
		}
		return 0, errBomb
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
