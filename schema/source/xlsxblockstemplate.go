package source

// TemplateLike reports whether a workbook follows the template, so that its sheets are read by their names and headings
// (ReadAll), and not as tables of any layout (XlsxBlocks): sheets that bear a name of the template and at their top its
// headings, at least as many as other sheets. It unpacks no more than the list of sheets and, where a name fits, the texts
// and the first rows. A file that cannot be opened counts as template-like; the reader says what is wrong with it.
func TemplateLike(data []byte) bool {
	p, err := openPackage(data)
	if err != nil {
		return true
	}
	sheets, results, links, err := p.workbook()
	if err != nil {
		return true
	}
	var texts []string
	follows, others := 0, 0
	for _, s := range sheets {
		title := normal(s.name)
		layout, _, _ := findLayout(title)
		switch {
		case title == normal(sheetGuide) || title == normal(sheetOther) || s.hidden || results[s.name]:
			continue
		case layout == nil:
			others++
			continue
		}
		if texts == nil {
			for _, l := range links {
				if l.is("sharedStrings") {
					part, _ := p.part(l.target, MaxBytes)
					texts, _ = sharedStrings(part)
				}
			}
			texts = append(texts, "")
		}
		if headed(p.top(s.part, 64<<10), texts, layout) {
			follows++
		} else {
			others++
		}
	}
	return follows > 0 && follows >= others
}

// headed reports whether a sheet begins as its layout does: labels with values, then a row of headings that are mostly the
// layout's own. Above it stands nothing else.
func headed(part []byte, texts []string, layout *sheetLayout) bool {
	s := sheetReader{xml: xmlScanner{data: part}, strings: texts, format: func(int) numberFormat { return numberFormat{} }}
	probe := tableReader{xlsxReader: &xlsxReader{}, layout: layout}
	verdict, rows := 0, 0
	decide := func(row []cell) {
		if verdict != 0 || len(row) == 0 {
			return
		}
		rows++
		known, labels := 0, 0
		for i, c := range row {
			if b := probe.bind(c); b.level != bindUnknown {
				known++
			}
			for k := range layout.single {
				if _, ok := layout.single[k].match(normal(c.text)); ok && i == 0 {
					labels++
				}
			}
		}
		switch {
		case normal(row[0].text) == "isian" || labels > 0 && len(layout.levels) == 0:
			verdict = 1
		case known >= 2 && known*3 >= len(row)*2:
			verdict = 1
		case labels == 0 || rows > len(layout.single):
			verdict = -1
		}
	}
	var row []cell
	_, _ = s.read(func(c cell) { // the part is cut short on purpose
		if len(row) > 0 && row[0].row != c.row {
			decide(row)
			row = row[:0]
		}
		row = append(row, c)
	})
	decide(row)
	return verdict > 0
}
