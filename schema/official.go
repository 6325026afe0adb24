package schema

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"lkjip/schema/source"
)

//go:embed skala.cue skema.cue
var officialFiles embed.FS

type officialData struct {
	Skala []*Skala
	Skema []*Skema
}

// official reads the data once. Nothing writes to it afterwards.
var official = sync.OnceValue(func() officialData {
	var scales struct {
		Skala []Skala `lkjip:"skala_resmi"`
	}
	var schemes struct {
		Skema []Skema `lkjip:"skema_resmi"`
	}
	decodeInto(officialTree("skala.cue"), &scales)
	decodeInto(officialTree("skema.cue"), &schemes)
	var data officialData
	for i := range scales.Skala {
		data.Skala = append(data.Skala, &scales.Skala[i])
	}
	for i := range schemes.Skema {
		data.Skema = append(data.Skema, &schemes.Skema[i])
	}
	return data
})

func officialTree(name string) *source.Node { return embeddedTree(officialFiles, name) }

func embeddedTree(files embed.FS, name string) *source.Node {
	text, _ := files.ReadFile(name)
	root, problems := source.Read(name, text)
	if len(problems) > 0 {
		panic(fmt.Sprintf("schema: the embedded %s is damaged: %v", name, problems[0].Kondisi.EN))
	}
	return root
}

// OfficialScales are the scales that regulations and national assessments set, each with its regulation and whether its
// bounds were verified.
func OfficialScales() []*Skala { return official().Skala }

// OfficialSchemes are the assessment schemes that regulations set.
func OfficialSchemes() []*Skema { return official().Skema }

// FindScale returns the official scale of that id, or nil.
func FindScale(id string) *Skala {
	for _, s := range official().Skala {
		if s.ID.S == canonical(id) {
			return s
		}
	}
	return nil
}

// FindScheme returns the official scheme known by that id, its own or another ("ip-asn-2018" for ip-asn-2019), in any
// spelling ("AKIP 2021"), or nil.
func FindScheme(id string) *Skema {
	id = canonical(id)
	for _, s := range official().Skema {
		if s.ID.S == id {
			return s
		}
		for _, alias := range s.Alias {
			if alias.S == id {
				return s
			}
		}
	}
	return nil
}

// canonical spells a choice or an id as the contract does: lower case, hyphens for spaces.
func canonical(s string) string {
	return strings.NewReplacer(" ", "-", "_", "-").Replace(strings.ToLower(strings.TrimSpace(s)))
}
