package source

import "testing"

// The cells of hidden columns are read, and known to be hidden; what the file says wrongly of its columns hides none.
func TestHiddenColumnsOfSheet(t *testing.T) {
	t.Parallel()
	for cols, want := range map[string]string{
		`<cols><col min="2" max="3" width="9" hidden="1"/></cols>`:                        "A:false B:true C:true D:false ",
		`<cols><col min="4" max="16384" hidden="true"></col></cols>`:                      "A:false B:false C:false D:true ",
		`<cols><col min="2" max="3" hidden="0"/><col min="x" hidden="1"/></cols>`:         "A:false B:false C:false D:false ",
		`<cols><col min="1" max="1" hidden="1"/><col min="3" max="3" hidden="1"/></cols>`: "A:true B:false C:true D:false ",
	} {
		part := `<worksheet>` + cols + `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c></row></sheetData></worksheet>`
		s := sheetReader{xml: xmlScanner{data: []byte(part)}, format: func(int) numberFormat { return numberFormat{} }}
		got := ""
		if _, err := s.read(func(c cell) {
			got += string(rune('A'+c.col-1)) + ":"
			if c.hidden {
				got += "true "
			} else {
				got += "false "
			}
		}); err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", cols, got, want)
		}
	}
}
