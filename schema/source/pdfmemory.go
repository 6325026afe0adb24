package source

import "github.com/tetratelabs/wazero/experimental"

// pdfMemory backs the engine's memory with one buffer of the bound, used again for every file: one that grows by copying
// takes several times the bound, and what is never touched takes nothing. There is one engine at a time.
type pdfMemory struct {
	buffer []byte
	used   uint64
	full   bool // more was asked for
}

// Allocate gives the buffer, empty.
func (m *pdfMemory) Allocate(_, _ uint64) experimental.LinearMemory {
	if m.buffer == nil {
		m.buffer = make([]byte, maxPDFMemory)
	}
	clear(m.buffer[:m.used])
	m.used, m.full = 0, false
	return m
}

// Reallocate gives as much of the buffer, nil beyond the bound.
func (m *pdfMemory) Reallocate(size uint64) []byte {
	if size > uint64(len(m.buffer)) {
		m.full = true
		return nil
	}
	m.used = max(m.used, size)
	return m.buffer[:size]
}

// Free keeps the buffer for the next file.
func (m *pdfMemory) Free() {}
