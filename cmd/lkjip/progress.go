package main

import (
	"os"
	"sync"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"
)

// patience is how long a run goes on before it shows how far it is.
const patience = time.Second

// progress shows on standard error how far a long run is, when somebody is looking. A nil progress shows nothing.
type progress struct {
	mu    sync.Mutex
	app   *app
	total int
	count int
	start time.Time
	bar   *progressbar.ProgressBar
}

func (a *app) newProgress(total int, quiet bool) *progress {
	if quiet || total < 2 || !isTerminal(a.err) {
		return nil
	}
	return &progress{app: a, total: total, start: time.Now()}
}

func (p *progress) step() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.count++
	if p.bar == nil && time.Since(p.start) > patience {
		p.bar = progressbar.NewOptions(p.total, progressbar.OptionSetWriter(p.app.err), progressbar.OptionClearOnFinish(),
			progressbar.OptionSetDescription(p.app.say("memeriksa", "checking")), progressbar.OptionShowCount(), progressbar.OptionThrottle(100*time.Millisecond))
	}
	if p.bar != nil {
		_ = p.bar.Set(p.count) // a bar that cannot be drawn is no reason to stop
	}
}

func (p *progress) done() {
	if p != nil && p.bar != nil {
		_ = p.bar.Finish()
	}
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
}
