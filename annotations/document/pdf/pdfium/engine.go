package pdfium

import (
	"context"
	_ "embed"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"

	"github.com/klauspost/compress/zstd"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

//go:embed pdfium.wasm.zst
var packed []byte

// maxMemory is how much memory the engine may take for one file, in pages of 64 KB.
const maxMemory = 128 << 4

// engine is PDFium, compiled for this machine.
type engine struct {
	runtime wazero.Runtime
	code    wazero.CompiledModule
	batches wazero.CompiledModule
}

var (
	starting sync.Once
	ready    = make(chan struct{})
	started  *engine
	failed   error
)

// start returns the engine. The first call compiles it, which takes a second or two, for
// all that wait for it; each stops waiting when its context ends.
func start(ctx context.Context) (*engine, error) {
	starting.Do(func() {
		go func() {
			started, failed = compile(context.Background())
			debug.FreeOSMemory() // compiling takes far more memory than running
			close(ready)
		}()
	})
	select {
	case <-ready:
		return started, failed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Start compiles the engine unless it is compiled, or returns the error of the context
// as soon as it ends. [Open] does so too.
func Start(ctx context.Context) error {
	_, err := start(ctx)
	return err
}

// unpack returns the engine as WebAssembly.
func unpack() ([]byte, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return z.DecodeAll(packed, nil)
}

func compile(ctx context.Context) (*engine, error) {
	program, err := unpack()
	if err != nil {
		return nil, fmt.Errorf("unpack the PDF engine: %w", err)
	}
	ctx = experimental.WithCompilationWorkers(ctx, runtime.NumCPU())
	e := &engine{runtime: wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2|experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true).WithMemoryLimitPages(maxMemory))}
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, e.runtime); err != nil {
		return nil, fmt.Errorf("start the PDF engine: %w", err)
	}
	if e.code, err = e.runtime.CompileModule(ctx, program); err != nil {
		return nil, fmt.Errorf("compile the PDF engine: %w", err)
	}
	if e.batches, err = e.runtime.CompileModule(ctx, batchModule()); err != nil {
		return nil, fmt.Errorf("compile what asks the PDF engine: %w", err)
	}
	if err := e.callbacks(ctx); err != nil {
		return nil, fmt.Errorf("start the PDF engine: %w", err)
	}
	return e, nil
}

// callbacks gives the engine the functions that it would call to fill in forms and to
// read a file bit by bit. Nothing here makes it do so: each gives 0.
func (e *engine) callbacks(ctx context.Context) error {
	env := e.runtime.NewHostModuleBuilder("env")
	for _, f := range e.code.ImportedFunctions() {
		module, name, _ := f.Import()
		if module != "env" {
			continue
		}
		none := api.GoFunc(func(_ context.Context, stack []uint64) { clear(stack) })
		env.NewFunctionBuilder().WithGoFunction(none, f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	_, err := env.Instantiate(ctx)
	return err
}

// instance is one run of the engine. After an error of a call it is of no more use.
type instance struct {
	module    api.Module
	batch     api.Module // asks it for many characters at once
	memory    *memory
	functions map[string]api.Function
	err       error
}

// memory is that of an instance. All of it is reserved at once: what grows bit by bit
// would be copied each time.
type memory struct{ bytes []byte }

// Reallocate returns the memory with another size, or nil if there is no more.
func (m *memory) Reallocate(size uint64) []byte {
	if size > uint64(cap(m.bytes)) {
		return nil
	}
	m.bytes = m.bytes[:size]
	return m.bytes
}

// Free gives the memory back.
func (m *memory) Free() { m.bytes = nil }

func (e *engine) instance(ctx context.Context) (*instance, error) {
	all := &memory{bytes: make([]byte, 0, maxMemory<<16)}
	ctx = experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(func(_, _ uint64) experimental.LinearMemory {
		return all
	}))
	module, err := e.runtime.InstantiateModule(ctx, e.code, wazero.NewModuleConfig().WithName("").WithStartFunctions("_initialize"))
	if err != nil {
		return nil, err
	}
	x := &instance{module: module, memory: all, functions: make(map[string]api.Function)}
	if x.batch, err = e.batchOf(ctx, module); err != nil {
		x.close()
		return nil, err
	}
	if x.call(ctx, "FPDF_InitLibrary"); x.err != nil {
		x.close() // of no use
	}
	return x, x.err
}

// close ends the run and frees its memory.
func (x *instance) close() {
	if x.batch != nil {
		_ = x.batch.Close(context.Background())
	}
	_ = x.module.Close(context.Background())
}

// call calls a function of the engine. After an error it returns 0 and does nothing.
func (x *instance) call(ctx context.Context, name string, args ...uint64) uint64 {
	return x.run(ctx, x.module, name, args...)
}

// run is [instance.call] of a function of the engine or of the module beside it.
func (x *instance) run(ctx context.Context, of api.Module, name string, args ...uint64) uint64 {
	if x.err != nil {
		return 0
	}
	f := x.functions[name]
	if f == nil {
		if f = of.ExportedFunction(name); f == nil {
			x.err = fmt.Errorf("the PDF engine has no %s", name)
			return 0
		}
		x.functions[name] = f
	}
	var stack [16]uint64
	copy(stack[:], args)
	if err := f.CallWithStack(ctx, stack[:]); err != nil {
		x.err = fmt.Errorf("%s: %w", name, err)
		if len(x.memory.bytes) > maxMemory<<16/2 {
			x.err = ErrTooMuch // it gives up where the next piece of memory is not to be had
		}
		return 0
	}
	return stack[0]
}

// room takes memory of the engine.
func (x *instance) room(ctx context.Context, size int) uint64 {
	at := x.call(ctx, "malloc", uint64(size)) //nolint:gosec // not negative
	if at == 0 && x.err == nil {
		x.err = fmt.Errorf("the PDF engine has no room for %d bytes", size)
	}
	return at
}

// bytes returns memory of the engine. It holds until the next call.
func (x *instance) bytes(at uint64, size int) []byte {
	if x.err != nil {
		return make([]byte, size)
	}
	b, ok := x.module.Memory().Read(uint32(at), uint32(size)) //nolint:gosec // of 32 bits
	if !ok {
		x.err = fmt.Errorf("the PDF engine has no memory at %d", at)
		return make([]byte, size)
	}
	return b
}
