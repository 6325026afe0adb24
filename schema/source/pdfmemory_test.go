package source

import "testing"

// The buffer is the same for every file, empty at its start, and ends at the bound.
func TestPdfMemory(t *testing.T) {
	t.Parallel()
	var m pdfMemory
	m.Allocate(0, 0)
	first := m.Reallocate(100)
	first[99] = 1
	if m.Reallocate(maxPDFMemory+1) != nil || !m.full {
		t.Error("more than the bound was given")
	}
	m.Allocate(0, 0)
	if again := m.Reallocate(200); m.full || &again[0] != &first[0] || again[99] != 0 {
		t.Errorf("afterwards full is %v, byte 99 is %d", m.full, again[99])
	}
}
