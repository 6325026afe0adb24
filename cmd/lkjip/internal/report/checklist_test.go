package report

import (
	"testing"

	"lkjip/rules"
)

// TestChecklistIsWhole: the form has 23 items, and every item a rule names must be one of them, or its findings would answer
// nothing.
func TestChecklistIsWhole(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, a := range Aspects {
		for _, item := range a.Items {
			known[item.ID] = true
			if item.Meaning.ID == "" || item.Meaning.EN == "" {
				t.Errorf("%s says nothing in one language", item.ID)
			}
		}
	}
	if len(known) != 23 {
		t.Errorf("%d items, want 23", len(known))
	}
	for _, r := range rules.All() {
		for _, item := range r.Checklist {
			if !known[item] {
				t.Errorf("%s: the checklist has no %s", r.Name, item)
			}
		}
	}
}

// TestChecklistAnswers: yes needs a rule that judged something, no needs a finding that counts and is above rendah, and what
// data cannot say is left to people.
func TestChecklistAnswers(t *testing.T) {
	t.Parallel()
	finding := func(severity, item string) Finding {
		return Finding{Rule: "sisa-tak-sesuai", Severity: severity, Checklist: []string{item}}
	}
	waived := finding("tinggi", "III.10")
	waived.Waived = &rules.Waiver{Reason: "x"}
	d := &Document{Findings: []Finding{finding("tinggi", "I.6"), finding("rendah", "I.1"), finding("sedang", "III.5"), waived}}
	d.AddOutcomes([]rules.Outcome{{Rule: "sasaran-pk-hilang", Applies: true}, {Rule: "target-renstra-berbeda", Held: 3, Applies: true},
		{Rule: "skala-bercelah"}, {Rule: "penomoran-bab-tak-sesuai", Applies: true}})
	got := map[string]Reply{}
	status := map[string]string{}
	for _, s := range d.Checklist() {
		status[s.ID] = s.Status.ID
		for _, a := range s.Answers {
			got[a.Item.ID] = a.Reply
			if a.Evidence.ID == "" || a.Evidence.EN == "" {
				t.Errorf("%s is answered without evidence", a.Item.ID)
			}
		}
	}
	for id, want := range map[string]Reply{
		"I.6":    ReplyNo,
		"I.1":    ReplyYes,    // a finding of spelling does not hide the data of the agency
		"I.3":    ReplyManual, // its rule had nothing to judge
		"II.3":   ReplyManual,
		"III.1":  ReplyYes,
		"III.2":  ReplyYes,
		"III.3":  ReplyMoot,
		"III.5":  ReplyNo,
		"III.6":  ReplyManual, // whether the difference is explained
		"III.10": ReplyManual, // its only finding is waived
	} {
		if got[id] != want {
			t.Errorf("%s answered %q, want %q", id, replyWords[got[id]].ID, replyWords[want].ID)
		}
	}
	for id, want := range map[string]string{"I": "TIDAK TERPENUHI", "II": "PERLU TELAAH MANUAL", "III": "TERPENUHI DENGAN CATATAN"} {
		if status[id] != want {
			t.Errorf("aspect %s is %s, want %s", id, status[id], want)
		}
	}
}
