package page

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shallows/engine/page/panel"
	"shallows/engine/page/record"
	"shallows/engine/page/run"
)

// windowed opens a link in a window with room for all pictures.
func windowed(t testing.TB, fragment string) *Page {
	p := open(t, fragment)
	p.Do(strings.Fields("slots 1 network 10 20 600 400 output 620 20 300 300 cost 620 340 300 200")...)
	p.Do("own", "start", "false")
	p.Do("opening", "fits")
	p.Do("quiet")
	p.Do("quiet")
	return p
}

// acts are intents of all kinds, in which a ? is a small number.
var acts = []string{
	"run step 1", "run step 1", "run step 1", "run step 3?", "run step 99999", "run play", "run pause", "run back", "run go ?", "run go 30", "run reset", "run redraw", "run calm",
	"run speed one", "run speed full", "run hold", "run resume", "run open v=1&test=20&n=40&net=3", "run open v=1&n=30&steps=9", "run open v=1&data=own", "run open v=1&data=plane", "run open activation=relu&discretize=?&showTestData=1",
	"turn", "turn", "turn", "picture", "quiet", "quiet", "quiet", "quiet", "quiet", "quiet", "refresh", "tell", "work", "script",
	"panel ledger", "panel update", "panel vectorise", "panel graph", "panel activations", "panel collapse", "panel symmetry", "panel check", "panel confusion", "panel numpy", "panel bench", "panel", "bench run", "bench add", "bench cancel", "bench clear", "bench back",
	"bench vary 0 act", "bench steps 9?", "bench seeds 2", "bench mark ? true", "bench pair", "bench pair", "pair toggle", "pair step", "pair back", "pair place ?", "pair seed ?", "pair open 1", "pair close", "pair at move 0.? 0.3 mouse -1", "pair pull press 0.? 0 mouse 0", "key Escape", "key Space", "key Control+z",
	"notation round own", "notation bracket signed", "notation below binary", "point {\"name\":\"A\",\"layer\":1,\"row\":?}", "point", "example ?", "example 0", "calm true", "calm false",
	"present false ?hide=lr&lock=net", "present false ?", "opening close", "opening dismiss link", "opening kept", "theme ink #ff0000",
	"slots 2 network 10 20 600 400 output 620 20 300 300 cost 620 340 300 200", "slots 1 network 0 0 500 300 output 5?0 20 200 200", "slots 1 network 1? 20 600 400 output 620 20 300 300 cost 620 340 31? 200",
	"controls set lr 0.?", "controls set net 1 ?", "controls set data xor", "controls set data plane", "controls set data own", "controls set in x1x2 true", "controls set scaling standard", "controls set yscaling standard", "own standardise",
	"controls set batch ?", "controls add", "controls remove", "controls set test 20", "controls set opt adam", "controls drag lr ?", "controls set act relu", "controls set out tanh", "controls set data shell", "section hold 2 ?", "section across ?", "section principal true", "section principal false",
	"diagram open unit-1-?", "diagram open unit-2-1", "diagram at unit-1-? true", "diagram at unit-0-1 false", "diagram key ArrowDown", "diagram open fold-1",
	"inspector set 0 0.?", "inspector set 1 -0.?", "inspector at 1", "inspector close", "inspector leave",
	"output discretise true", "output discretise false", "output showTest false", "output logSteps true", "output logSteps false",
	"own tool one", "own tool erase", "own press 5? 7? mouse 0", "own press 200 1?0 mouse 0", "own move 8? 90 mouse 0", "own lift 80 90 mouse 0", "own cancel 80 90 mouse 0", "own click 80 90 mouse 0", "own leave 1 1 mouse -1", "own undo", "own redo", "own clear", "own table", "own read x1,x2,y\n1,2,0\n3,4,1\n5,?,0\n", "own read a,b,c,class\n1,2,3,u\n2,?,5,v\n3,1,,u", "own columns input ? false", "own columns target ?", "own columns as value", "own columns standard true", "own columns use", "own columns cancel", "own columns leave", "own focus true", "own key ArrowRight", "own key Shift ArrowUp", "own key Enter", "own blur",
	"pointing network move 303 150 mouse -1", "pointing network move 1?0 2?0 mouse -1", "pointing output move 1?0 150 mouse -1", "pointing cost move 1?0 100 mouse -1", "pointing network click 300 150 mouse 0", "pointing output click 1?0 150 mouse 0", "pointing network leave 0 0 mouse -1", "pointing cost press 1?0 100 mouse 0", "pointing cost move 1?0 100 mouse 0", "pointing cost lift 1?0 100 mouse 0",
	"until step 1?", "until step ?x", "until on true", "until on false", "until goal accuracy", "until goal cost", "until goal testcost", "until goal", "until level 6?", "until level 0.6?", "until train", "key Shift Space",
	"scrubber place ?", "scrubber key Home", "scrubber key End",
	"strip press graph", "strip press check", "strip close", "strip along ArrowRight", "strip side lessons", "strip side settings", "strip other ArrowLeft", "strip height 60", "strip pull", "strip pull press 0.5 0.? touch 0", "strip pull move 0.5 0.? touch -1", "strip pull lift 0.5 0.? touch 0", "strip picture cost", "strip picture output",
	"talk start", "talk next", "talk next", "talk next", "talk back", "talk first", "talk last", "talk turn 1", "talk turn -1", "talk dark", "talk end", "key PageDown",
	"share at https://example.org/ false", "share open", "share form qr", "share form html", "share choose width 50%", "share called Name", "share close", "handin open", "handin name ?", "handin form csv", "handin check", "handin read lesson=softmax page=3 answer=B", "handin stop", "sheet of https://example.org/ Title", "sheet away",
	"notices say notice.update", "notices act 1", "address at #v=1", "address came #v=1&lr=0.?", "reload", "lessons turn next", "lessons turn back", "lessons answer 1", "lessons begin", "lessons leave", "lessons yield", "lesson",
	"here check break mean", "here train", "here start zeros", "here poke", "here scale ?", "here example 1", "here examples all", "here notation round", "here play", "here fill ?", "here next", "here back", "here pick X 1 ?",
	"here sight X 0 0 12 9 true", "here unit ? ?", "here see activations", "here point X 1 ?", "here at train 1 ?", "here keep test ? 1", "here key train ArrowDown", "here shares true", "explain toggle", "explain show setting lr",
}

// act does one of acts, and returns the answers.
func act(t *testing.T, p *Page, intent string) []Answer {
	switch intent {
	case "turn":
		p.Turn(0.02, 1)
		return []Answer{p.Do("picture")}
	case "tell":
		return []Answer{p.Tell()}
	case "work":
		return []Answer{p.Work(1)}
	case "script":
		p.Run().Step(1, "7")
		return []Answer{p.Tell()}
	case "quiet":
		return []Answer{p.Do("quiet"), p.Do("quiet")}
	case "lesson":
		chosen, opened := openLesson(t, p, "vectorising")
		return []Answer{chosen, opened}
	}
	return []Answer{p.Do(strings.Split(intent, " ")...)}
}

// biases are those in the names of units, which wait until all is quiet.
var biases = regexp.MustCompile(`"bias":"[^"]*"`)

// What a browser has been told of every part is what the part would say now, whatever was done: nothing that a record is
// made of is missing in the table of parts.
func TestNothingToldIsStale(t *testing.T) {
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 1))
		p := windowed(t, "v=1&n=40")
		for _, told := range p.told {
			*told = telling{of: told.of}
		}
		browser := map[string]string{}
		var done []string
		check := func(name string, part panel.Part) {
			t.Helper()
			told, now := browser[name], string(record.JSON(part.Record(p.desk)))
			if name == "diagram" && !p.desk.Quiet {
				told, now = biases.ReplaceAllString(told, ""), biases.ReplaceAllString(now, "")
			}
			if at := 0; told != now {
				for at < len(told) && at < len(now) && told[at] == now[at] {
					at++
				}
				t.Fatalf("seed %d, after %s: %s is told as\n…%s\nand is\n…%s", seed, done[max(0, len(done)-6):], name, told[max(0, at-200):], now[max(0, at-200):])
			}
		}
		for range 300 {
			done = append(done, strings.ReplaceAll(acts[r.IntN(len(acts))], "?", fmt.Sprint(r.IntN(9))))
			more := false
			for _, a := range act(t, p, done[len(done)-1]) {
				for _, told := range a.Records {
					if told.Name == "panel" {
						told.Name = p.open
					}
					browser[told.Name] = string(record.JSON(told.Record))
				}
				more = a.More
			}
			for _, name := range p.names {
				// While the run moves the numbers in formulas wait, and what is said of it, and while two runs side by side do, their pictures.
				if !((name == "lessons" || name == "diagnosis") && p.desk.Moving || name == "pair" && p.bench.Busy()) {
					check(name, p.parts[name])
				}
			}
			if p.open != "" && !more && !p.desk.Moving && !p.desk.Run.Empty() {
				check(p.open, p.panels[p.open])
			}
			p.desk.Asked()
		}
	}
}

// counted notes that a part was asked for its record.
type counted struct {
	panel.Part
	name  string
	asked *[]string
}

func (c counted) Record(d *panel.Desk) any {
	*c.asked = append(*c.asked, c.name)
	return c.Part.Record(d)
}

// A record is made where what it is made of is another: a step makes numbers, and no controls.
func TestOnlyWhatMayHaveChangedIsMade(t *testing.T) {
	p := windowed(t, "v=1&steps=50")
	for p.Run().Step(50, ""); p.Run().State() != run.Paused; p.Turn(0, 100) {
	}
	p.Do("quiet")
	p.Do("quiet")
	var asked []string
	for _, name := range p.names {
		p.parts[name] = counted{p.parts[name], name, &asked}
	}
	always := []string{"lessons", "notices", "share", "sheet"} // which have nothing to say
	for _, test := range []struct{ intent, want string }{
		{"refresh", ""},
		{"run step 1", "diagnosis inspector labels progress readouts scrubber values"},
		{"run step 1", "diagnosis inspector labels progress readouts scrubber values"},
		{"quiet", ""},
		{"quiet", "diagram output"},
		{"controls set lr 0.3", "controls diagnosis diagram inspector opening output own progress readouts scrubber section talk until values"},
	} {
		asked = nil
		p.Do(strings.Fields(test.intent)...)
		asked = slices.DeleteFunc(asked, func(name string) bool { return slices.Contains(always, name) })
		if got := strings.Join(asked, " "); got != test.want {
			t.Errorf("%s asks %s, want %s", test.intent, got, test.want)
		}
	}
}
