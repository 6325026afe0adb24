package source

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// xmlScanner goes through the markup of an office document without building anything: reading cells with encoding/xml took five
// times as long as all the rest of a workbook. It knows what such parts are made of (elements, attributes, text, comments, CDATA,
// the five entities and character numbers) and refuses document types; a test holds it against encoding/xml.
type xmlScanner struct {
	data  []byte
	pos   int
	from  int    // where the tag begins
	name  []byte // of the element, without its prefix
	attrs []byte // of a start tag, as written
	chars []byte // of text, as written
	plain bool   // chars are CDATA, without entities
	empty bool   // the start tag closes itself; its end comes next
}

type xmlEvent uint8

const (
	xmlEOF xmlEvent = iota
	xmlStart
	xmlEnd
	xmlText
	xmlBad
)

func (s *xmlScanner) next() xmlEvent {
	if s.empty {
		s.empty = false
		return xmlEnd
	}
	for s.pos < len(s.data) {
		rest := s.data[s.pos:]
		if rest[0] != '<' {
			end := bytes.IndexByte(rest, '<')
			if end < 0 {
				end = len(rest)
			}
			s.chars, s.plain = rest[:end], false
			s.pos += end
			return xmlText
		}
		switch {
		case bytes.HasPrefix(rest, []byte("<!--")):
			if !s.skip(rest, "-->") {
				return xmlBad
			}
		case bytes.HasPrefix(rest, []byte("<?")):
			if !s.skip(rest, "?>") {
				return xmlBad
			}
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			from := s.pos + len("<![CDATA[")
			if !s.skip(rest, "]]>") {
				return xmlBad
			}
			s.chars, s.plain = s.data[from:s.pos-len("]]>")], true
			return xmlText
		case bytes.HasPrefix(rest, []byte("<!")):
			return xmlBad
		default:
			return s.tag(rest)
		}
	}
	return xmlEOF
}

func (s *xmlScanner) skip(rest []byte, until string) bool {
	end := bytes.Index(rest, []byte(until))
	s.pos += end + len(until)
	return end >= 0
}

func (s *xmlScanner) tag(rest []byte) xmlEvent {
	end := tagEnd(rest)
	if end < 0 {
		return xmlBad
	}
	s.from = s.pos
	s.pos += end + 1
	body := rest[1:end]
	event := xmlStart
	switch {
	case len(body) > 0 && body[0] == '/':
		body, event = body[1:], xmlEnd
	case len(body) > 0 && body[len(body)-1] == '/':
		body, s.empty = body[:len(body)-1], true
	}
	i := 0
	for i < len(body) && !isBlank(body[i]) {
		i++
	}
	s.name, s.attrs = localName(body[:i]), body[i:]
	return event
}

// tagEnd finds the ">" of a tag; one inside a quoted attribute is text.
func tagEnd(tag []byte) int {
	end := bytes.IndexByte(tag, '>')
	if end < 0 || bytes.IndexByte(tag[:end], '"') < 0 && bytes.IndexByte(tag[:end], '\'') < 0 {
		return end
	}
	quote := byte(0)
	for i, c := range tag {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		}
	}
	return -1
}

func localName(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

func (s *xmlScanner) is(name string) bool { return string(s.name) == name }

// attr gives an attribute of the start tag, "" when it is not there.
func (s *xmlScanner) attr(name string) string {
	rest := s.attrs
	for {
		equals := bytes.IndexByte(rest, '=')
		if equals < 0 {
			return ""
		}
		key := localName(bytes.TrimSpace(rest[:equals]))
		rest = bytes.TrimLeft(rest[equals+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return ""
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return ""
		}
		if string(key) == name {
			return decodeXML(rest[1 : 1+end])
		}
		rest = rest[end+2:]
	}
}

// text gives the characters of a text event.
func (s *xmlScanner) text() string {
	if s.plain {
		return strings.ToValidUTF8(string(s.chars), "\ufffd")
	}
	return decodeXML(s.chars)
}

func decodeXML(b []byte) string {
	if bytes.IndexByte(b, '&') < 0 && bytes.IndexByte(b, '\r') < 0 && utf8.Valid(b) {
		return string(b)
	}
	var out strings.Builder
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] == '\r':
			if i+1 < len(b) && b[i+1] == '\n' {
				continue
			}
			out.WriteByte('\n')
		case b[i] == '&':
			end := bytes.IndexByte(b[i:min(len(b), i+12)], ';')
			r, ok := rune(0), false
			if end > 0 {
				r, ok = entity(string(b[i+1 : i+end]))
			}
			if !ok {
				out.WriteByte('&')
				continue
			}
			out.WriteRune(r)
			i += end
		default:
			out.WriteByte(b[i])
		}
	}
	return strings.ToValidUTF8(out.String(), "\ufffd")
}

func entity(name string) (rune, bool) {
	switch name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, base := strings.TrimPrefix(name, "#"), 10
	if strings.HasPrefix(digits, "x") {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 31)
	return rune(n), err == nil && name[0] == '#' && utf8.ValidRune(rune(n))
}
