package link

import (
	"slices"
	"testing"
)

func TestMisspells(t *testing.T) {
	for _, test := range []struct {
		key  string
		want bool
	}{
		{"Lang", true}, {"UI", true}, {"langs", true}, {"laang", true}, {"lnag", true}, {"iu", true}, {"lesons", false},
		{"leson", true}, {"lessons", true}, {"lesson ", true}, {"panal", true}, {"pannel", true}, {"panels", true},
		{"tittle", true}, {"them", true}, {"orgin", true}, {"rnu", true},

		{"utm_source", false}, {"utm_medium", false}, {"utm_campaign", false}, {"utm_term", false}, {"utm_content", false},
		{"fbclid", false}, {"gclid", false}, {"dclid", false}, {"msclkid", false}, {"yclid", false}, {"ttclid", false},
		{"twclid", false}, {"li_fat_id", false}, {"igshid", false}, {"igsh", false}, {"mc_cid", false}, {"mc_eid", false},
		{"mkt_tok", false}, {"_ga", false}, {"_gl", false}, {"_hsenc", false}, {"_hsmi", false}, {"wbraid", false},
		{"gbraid", false}, {"gad_source", false}, {"srsltid", false}, {"ref", false}, {"ref_src", false}, {"referrer", false},
		{"source", false}, {"src", false}, {"from", false}, {"share", false}, {"share_id", false}, {"spm", false},
		{"scene", false}, {"isappinstalled", false}, {"nsukey", false}, {"tdsourcetag", false}, {"si", false}, {"s", false},
		{"t", false}, {"hl", false}, {"v", false}, {"n", false}, {"id", false}, {"q", false}, {"cid", false}, {"shop", false},
		{"loc", false}, {"lead", false}, {"side", false}, {"amp", false}, {"trk", false}, {"_branch_match_id", false},
		{"vero_id", false}, {"wickedid", false}, {"epik", false}, {"cmpid", false}, {"campaign", false}, {"", false}, {"é", false},
		{"rum", false}, {"u", false}, {"__proto__", false}, {"constructor", false},
	} {
		got := slices.ContainsFunc(QueryKeys, func(meant string) bool { return Misspells(test.key, meant) })
		if got != test.want {
			t.Errorf("%q is misspelt: %v, want %v", test.key, got, test.want)
		}
	}
}

func FuzzMisspells(f *testing.F) {
	f.Add("lnag", "lang")
	f.Add("", "")
	f.Fuzz(func(t *testing.T, key, meant string) { Misspells(key, meant) })
}
