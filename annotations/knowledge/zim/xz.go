package zim

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"github.com/ulikunitz/xz/lzma"
)

// newXZ unpacks the first block of data in the xz format
// (https://tukaani.org/xz/xz-file-format.txt), which is all that the clusters of a ZIM
// file have. The head of the block is read here, so that no file says how much memory is
// taken to unpack it.
func newXZ(r io.Reader) (io.Reader, error) {
	var head [13]byte // of the stream, and the size of the block's head
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	if !bytes.Equal(head[:6], []byte("\xfd7zXZ\x00")) {
		return nil, errors.New("it is no xz data")
	}
	if head[12] == 0 {
		return nil, errors.New("the xz data has no block")
	}
	block := make([]byte, 4*(int(head[12])+1))
	block[0] = head[12]
	if _, err := io.ReadFull(r, block[1:]); err != nil {
		return nil, err
	}
	fields := block[:len(block)-4]
	if crc32.ChecksumIEEE(fields) != binary.LittleEndian.Uint32(block[len(fields):]) {
		return nil, errors.New("the head of the xz block has another checksum")
	}
	dictionary, err := xzDictionary(fields[1:])
	if err != nil {
		return nil, err
	}
	config := lzma.Reader2Config{DictCap: int(min(max(dictionary, lzma.MinDictCap), maxDictionary))}
	return config.NewReader2(r)
}

// xzDictionary reads the flags of a block and what follows, and returns how far back its
// only filter, LZMA2, looks.
func xzDictionary(b []byte) (uint64, error) {
	const filters, hasPacked, hasSize, lzma2 = 0x03, 0x40, 0x80, 0x21
	flags := b[0]
	b = b[1:]
	for _, has := range []byte{hasPacked, hasSize} {
		if flags&has != 0 {
			_, n := binary.Uvarint(b)
			if n <= 0 {
				return 0, errors.New("a size in the head of the xz block is wrong")
			}
			b = b[n:]
		}
	}
	if flags&filters != 0 || len(b) < 3 || b[0] != lzma2 || b[1] != 1 {
		return 0, errors.New("the xz block is packed in a way that is not known")
	}
	bits := b[2]
	if bits > 40 {
		return 0, fmt.Errorf("the size of the xz dictionary (%d) is wrong", bits)
	}
	return uint64(2|bits&1) << (bits/2 + 11), nil
}
