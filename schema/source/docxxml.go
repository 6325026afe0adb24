package source

import (
	"errors"
	"io"
	"strconv"
)

// wordXML goes through one part of a Word document. It counts what is open: a part that ends inside an element is broken.
type wordXML struct {
	xmlScanner
	open int
}

var errBroken = errors.New("markup that is not XML, or ends too early")

// step gives the next start, end or text, and io.EOF at the end of the part.
func (d *wordXML) step() (xmlEvent, error) {
	event := d.next()
	switch event {
	case xmlStart:
		d.open++
	case xmlEnd:
		d.open--
	case xmlEOF:
		if d.open == 0 {
			return event, io.EOF
		}
	}
	if event == xmlBad || event == xmlEOF || d.open < 0 {
		return event, errBroken
	}
	return event, nil
}

// inside visits what stands in the element just opened, to its end; outside all elements, the whole part.
func (d *wordXML) inside(visit func(xmlEvent) error) error {
	for around := d.open; ; {
		event, err := d.step()
		switch {
		case err != nil:
			return err
		case event == xmlEnd && d.open < around:
			return nil
		}
		if err := visit(event); err != nil {
			return err
		}
	}
}

// each visits the elements below the one just opened. visit may read an element to its end or leave what is inside to be
// visited too.
func (d *wordXML) each(visit func(element) error) error {
	return d.inside(func(event xmlEvent) error {
		if event != xmlStart {
			return nil
		}
		return visit(element{d.name, d.attrs})
	})
}

// texts visits the text below the element just opened.
func (d *wordXML) texts(visit func(string)) error {
	return d.inside(func(event xmlEvent) error {
		if event == xmlText {
			visit(d.text())
		}
		return nil
	})
}

func (d *wordXML) skip() error { return d.inside(func(xmlEvent) error { return nil }) }

// element is a start tag, as written.
type element struct{ name, attrs []byte }

// attr is an attribute by its local name, "" where it is not there.
func (e element) attr(name string) string {
	s := xmlScanner{attrs: e.attrs}
	return s.attr(name)
}

// number is a whole attribute, at least low and at most high; low where it is none.
func (e element) number(name string, low, high int) int {
	n, err := strconv.Atoi(e.attr(name))
	if err != nil {
		return low
	}
	return min(max(n, low), high)
}

// isOn reads a switch: an element without a value is on.
func (e element) isOn() bool {
	switch e.attr("val") {
	case "0", "false", "off":
		return false
	}
	return true
}
