package source

import "fmt"

// Text is a message for people in the languages lkjip speaks. Users read Indonesian unless they ask for English.
type Text struct {
	ID string `json:"id"`
	EN string `json:"en"`
}

// T formats a message in both languages with the same arguments. An argument that is itself a Text is put in its own language.
func T(id, en string, args ...any) Text {
	if len(args) == 0 {
		return Text{id, en}
	}
	return Text{fmt.Sprintf(id, inLanguage(args, "id")...), fmt.Sprintf(en, inLanguage(args, "en")...)}
}

func inLanguage(args []any, lang string) []any {
	out := make([]any, len(args))
	for i, a := range args {
		if t, ok := a.(Text); ok {
			out[i] = t.In(lang)
		} else {
			out[i] = a
		}
	}
	return out
}

// Same is a Text that reads alike in every language: a name, a figure, a formula.
func Same(s string) Text { return Text{s, s} }

// In returns the message in the language "id" or "en".
func (t Text) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.ID
}

// IsZero reports whether there is no message.
func (t Text) IsZero() bool { return t.ID == "" && t.EN == "" }

// Problem is something wrong with a file itself or its form, found while reading it. It becomes a finding of the rule it names.
type Problem struct {
	Rule     string // berkas-tak-terbaca, kunci-ganda, …
	Place    Place
	Path     string
	Stated   string // what is written there
	Expected string // what should be, where one value is certain
	Kondisi  Text   // what is the matter, facts first
	Saran    Text   // what to do; begins with "Agar" in Indonesian
	Minor    bool   // less grave than its rule usually is
}
