package source

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Bounds of PDF files. The clock runs for each file, from the moment the engine is its own.
const (
	maxPDFPages   = 1_000
	maxPDFTime    = 2 * time.Minute
	maxPDFMemory  = 256 << 20 // of the engine
	maxPDFObjects = 20_000    // lines and areas drawn on one page
	maxPDFPieces  = 20_000    // of text on one page
	maxPDFLetters = 200_000   // on one page; a full one has some 5,000
)

// pdfEngine is pdfium, compiled to WebAssembly: it needs no program on the machine, no cgo, and a file that breaks it breaks
// nothing else. It starts with the first PDF, since compiling takes seconds; what was compiled is kept in the user's cache.
var pdfEngine struct {
	once sync.Once
	busy sync.Mutex // one file at a time: the engine's memory is bounded by this
	pool pdfium.Pool
	err  error
	used pdfMemory
}

var errPDFMemory = errors.New("out of memory")

func startPDF() {
	if dir, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "lkjip")); err == nil {
			if pdfEngine.pool, err = newPDFPool(cache); err == nil {
				return
			}
		}
	}
	// Where nothing can be written, or what was written is broken, the code is compiled for this run alone.
	pdfEngine.pool, pdfEngine.err = newPDFPool(nil)
}

func newPDFPool(cache wazero.CompilationCache) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	ctx := experimental.WithMemoryAllocator(context.Background(), &pdfEngine.used)
	return webassembly.Init(webassembly.Config{Context: ctx, MaxTotal: 1, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard}) // a document sees no files
}

// withPDF lends the engine, fresh for each file. It is taken away when the time is over; late then says so.
func withPDF(use func(engine pdfium.Pdfium) error) (late bool, err error) {
	pdfEngine.busy.Lock()
	defer pdfEngine.busy.Unlock()
	pdfEngine.once.Do(startPDF)
	if pdfEngine.err != nil {
		return false, pdfEngine.err
	}
	engine, err := pdfEngine.pool.GetInstanceWithContext(context.Background())
	if err != nil {
		return false, err
	}
	stopped := make(chan struct{})
	timer := time.AfterFunc(maxPDFTime, func() {
		defer close(stopped)
		_ = engine.Kill() // nothing else can be done with it
	})
	if err = use(engine); err != nil && pdfEngine.used.full {
		err = errPDFMemory
	}
	if !timer.Stop() {
		<-stopped
		return true, err
	}
	_ = engine.Close() // what was read is read
	return false, err
}
