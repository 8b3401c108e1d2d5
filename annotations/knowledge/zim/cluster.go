package zim

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

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
	start, end, _, err := a.blob(c, e.blob, r)
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
	r, done, err := a.unpack(ctx, c)
	if err != nil {
		return nil, err
	}
	defer done()
	start, end, read, err := a.blob(c, e.blob, r)
	if err != nil {
		return nil, err
	}
	if start > maxUnpacked {
		return nil, a.fault("blob %d of cluster %d begins after %d bytes, more than %d are not read", e.blob, c.number, start, maxUnpacked)
	}
	if _, err := io.CopyN(io.Discard, r, int64(start)-int64(read)); err != nil {
		return nil, a.broken(ctx, c, err)
	}
	b, err := io.ReadAll(io.LimitReader(r, int64(min(end-start, limit))))
	if err != nil {
		return nil, a.broken(ctx, c, err)
	}
	if uint64(len(b)) < min(end-start, limit) {
		return nil, a.broken(ctx, c, io.ErrUnexpectedEOF)
	}
	return b, nil
}

// blob reads the places of a blob in the data of a cluster, and how many bytes were read
// for that.
func (a *Archive) blob(c cluster, n uint32, r io.Reader) (start, end, read uint64, err error) {
	width := uint64(c.width)
	buf := make([]byte, 8)
	number := func() (uint64, error) {
		if _, err := io.ReadFull(r, buf[:width]); err != nil {
			return 0, err
		}
		read += width
		if width == 4 {
			return uint64(binary.LittleEndian.Uint32(buf)), nil
		}
		return binary.LittleEndian.Uint64(buf), nil
	}
	first, err := number()
	if err != nil {
		return 0, 0, 0, a.fault("cluster %d at byte %d: %v", c.number, c.place-1, err)
	}
	// The first place says how long the list of places is.
	if first%width != 0 || first/width < 2 || first > maxUnpacked || uint64(n) >= first/width-1 {
		return 0, 0, 0, a.fault("cluster %d at byte %d has no blob %d", c.number, c.place-1, n)
	}
	start = first
	if n > 0 {
		skip := uint64(n-1) * width
		if err := discard(r, skip); err != nil {
			return 0, 0, 0, a.fault("cluster %d at byte %d: %v", c.number, c.place-1, err)
		}
		read += skip
		start, err = number()
	}
	if err == nil {
		end, err = number()
	}
	if err != nil {
		return 0, 0, 0, a.fault("cluster %d at byte %d: %v", c.number, c.place-1, err)
	}
	if start < first || end < start || start > 1<<62 || end > 1<<62 {
		return 0, 0, 0, a.fault("blob %d of cluster %d at byte %d goes from %d to %d", n, c.number, c.place-1, start, end)
	}
	return start, end, read, nil
}

// discard passes over n bytes.
func discard(r io.Reader, n uint64) error {
	if s, ok := r.(io.Seeker); ok {
		_, err := s.Seek(int64(n), io.SeekCurrent)
		return err
	}
	_, err := io.CopyN(io.Discard, r, int64(n))
	return err
}

// broken is the error of a cluster that cannot be unpacked.
func (a *Archive) broken(ctx context.Context, c cluster, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if errors.Is(err, errBomb) {
		return a.fault("cluster %d at byte %d unpacks to more than %d bytes", c.number, c.place-1, maxUnpacked)
	}
	return a.fault("cluster %d at byte %d cannot be unpacked: %v", c.number, c.place-1, err)
}

// unpack returns the data of a packed cluster, and what lets go of it.
func (a *Archive) unpack(ctx context.Context, c cluster) (io.Reader, func(), error) {
	packed := io.NewSectionReader(a.r, int64(c.place), a.size-int64(c.place))
	switch c.packed {
	case packedXZ:
		r, err := newXZ(packed)
		if err != nil {
			return nil, nil, a.broken(ctx, c, err)
		}
		return &bounded{ctx, r, maxUnpacked + maxPage}, func() {}, nil
	case packedZstd:
		r, err := zstd.NewReader(packed, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
			zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderMaxMemory(maxUnpacked+maxPage), zstd.IgnoreChecksum(false))
		if err != nil {
			return nil, nil, a.broken(ctx, c, err)
		}
		return &bounded{ctx, r, maxUnpacked + maxPage}, r.Close, nil
	}
	return nil, nil, a.fault("cluster %d at byte %d is packed in a way that is not known (%d)", c.number, c.place-1, c.packed)
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
		return 0, errBomb
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
