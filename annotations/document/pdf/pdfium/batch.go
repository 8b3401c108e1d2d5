package pdfium

import (
	"context"
	"encoding/binary"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// A call from Go into the engine takes far longer than what is asked for of one character,
// since each starts a goroutine that waits for the end of the context. So a small module
// beside the engine, in its memory, asks for many characters in one call:
//
//	chars(text, i, n, at):
//		do {
//			at[0] = FPDFText_GetUnicode(text, i)
//			at[4] = FPDFText_GetTextObject(text, i)
//			FPDFText_GetLooseCharBox(text, i, at+8)
//			i, at, n = i+1, at+batchSize, n-1
//		} while (n > 0)
//
// These functions look up what the engine has worked out before and do not loop, so that
// the end of the context, which ends a loop of the module, is soon heeded.
const batchSize = 24 // bytes for a character

// Numbers of the binary format of WebAssembly that the module is made of.
const (
	wasmHead = "\x00asm\x01\x00\x00\x00"
	i32      = 0x7f

	sectionTypes, sectionImports, sectionFunctions, sectionExports, sectionCode = 1, 2, 3, 7, 10

	importFunction, importMemory = 0, 2

	opLoop, opEnd, opBranchIf, opCall, opDrop = 0x03, 0x0b, 0x0d, 0x10, 0x1a
	opGet, opSet, opTee, opStore, opConst     = 0x20, 0x21, 0x22, 0x36, 0x41
	opAdd, opSub                              = 0x6a, 0x6b
	noResult                                  = 0x40
)

// batchModule writes the module.
func batchModule() []byte {
	const text, i, n, at = 0, 1, 2, 3 // parameters of chars
	const unicode, object, box, chars = 0, 1, 2, 3
	out := []byte(wasmHead)
	section := func(id byte, parts ...[]byte) {
		content := binary.AppendUvarint(nil, uint64(len(parts)))
		for _, p := range parts {
			content = append(content, p...)
		}
		out = append(sized(append(out, id), len(content)), content...)
	}
	imported := func(name string, kind ...byte) []byte { return append(append(word("engine"), word(name)...), kind...) }
	section(sectionTypes,
		[]byte{0x60, 2, i32, i32, 1, i32},
		[]byte{0x60, 3, i32, i32, i32, 1, i32},
		[]byte{0x60, 4, i32, i32, i32, i32, 0})
	section(sectionImports,
		imported("memory", importMemory, 0, 0), // of any size
		imported("FPDFText_GetUnicode", importFunction, 0),
		imported("FPDFText_GetTextObject", importFunction, 0),
		imported("FPDFText_GetLooseCharBox", importFunction, 1))
	section(sectionFunctions, []byte{2})
	section(sectionExports, append(word("chars"), 0, chars))
	code := []byte{
		0, // no more variables
		opLoop, noResult,
		opGet, at, opGet, text, opGet, i, opCall, unicode, opStore, 2, 0,
		opGet, at, opGet, text, opGet, i, opCall, object, opStore, 2, 4,
		opGet, text, opGet, i, opGet, at, opConst, 8, opAdd, opCall, box, opDrop,
		opGet, i, opConst, 1, opAdd, opSet, i,
		opGet, at, opConst, batchSize, opAdd, opSet, at,
		opGet, n, opConst, 1, opSub, opTee, n, opBranchIf, 0,
		opEnd,
		opEnd,
	}
	section(sectionCode, append(sized(nil, len(code)), code...))
	return out
}

func sized(out []byte, n int) []byte { return binary.AppendUvarint(out, uint64(n)) } //nolint:gosec // not negative

func word(s string) []byte { return append(sized(nil, len(s)), s...) }

// batchOf starts the module for an instance of the engine.
func (e *engine) batchOf(ctx context.Context, of api.Module) (api.Module, error) {
	ctx = experimental.WithImportResolver(ctx, func(string) api.Module { return of })
	return e.runtime.InstantiateModule(ctx, e.batches, wazero.NewModuleConfig().WithName(""))
}

// chars asks for the characters of a text, as many at once as fit into the piece of
// memory at an address. It calls f with each, its index, and the object that draws it.
func (x *instance) chars(ctx context.Context, text uint64, count int, at uint64, f func(i int, c Char, object uint32)) {
	var got [maxString]byte // f may use the piece of memory
	for from := 0; from < count && x.err == nil; from += len(got) / batchSize {
		n := min(count-from, len(got)/batchSize)
		x.run(ctx, x.batch, "chars", text, uint64(from), uint64(n), at) //nolint:gosec // not negative
		if x.err != nil {
			return
		}
		copy(got[:], x.bytes(at, n*batchSize))
		for i := range n {
			b := got[i*batchSize:]
			c := Char{Rune: rune(binary.LittleEndian.Uint32(b)), Box: box(b[8:])} //nolint:gosec // a code point
			f(from+i, c, binary.LittleEndian.Uint32(b[4:]))
		}
	}
}
