package link

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"shallows/engine/config"
)

// publishedFile has every link that was ever published, with what it opens on the line below: the settings, the step,
// the cost, a digest of the weights and biases, and the cost 100 steps later. A line that is in it stays as it is, also
// when the guide that had the link is gone: someone has copied it.
const publishedFile = "testdata/published.txt"

var addNew = flag.Bool("add", false, "add the links that are new in the guides to "+publishedFile)

// What was published once opens for good as it did.
func TestPublishedLinks(t *testing.T) {
	published := readPublished(t)
	var links []string
	for link, want := range published {
		links = append(links, link)
		got := opens(t, link)
		if !fusesNothing() {
			got, want = weights.ReplaceAllString(got, ""), weights.ReplaceAllString(want, "")
		}
		if got != want {
			t.Errorf("%s\nopens  %s\nopened %s", link, got, want)
		}
	}
	fresh := slices.DeleteFunc(linksOfTheGuides(t), func(link string) bool { return slices.Contains(links, link) })
	if len(fresh) == 0 {
		return
	}
	if !*addNew {
		t.Fatalf("new in the guides, to be kept for good by go test ./engine/link -run Published -add:\n%s", strings.Join(fresh, "\n"))
	}
	var lines bytes.Buffer
	for _, link := range fresh {
		fmt.Fprintf(&lines, "\n%s\n%s\n", link, opens(t, link))
	}
	file, err := os.OpenFile(publishedFile, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := file.Write(lines.Bytes()); err != nil {
		t.Fatal(err)
	}
}

func readPublished(t testing.TB) map[string]string {
	text, err := os.ReadFile(publishedFile)
	if err != nil {
		t.Fatal(err)
	}
	published := make(map[string]string)
	for record := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n\n") {
		link, opened, found := strings.Cut(record, "\n")
		if _, twice := published[link]; !found || twice {
			t.Fatalf("%s: %q", publishedFile, record)
		}
		published[link] = opened
	}
	return published
}

// published matches the fragments of links in a text.
var published = regexp.MustCompile("(#|config=\")(?:v=1|activation=)[^\\s\"'`)<>|]*")

// linksOfTheGuides returns the links in the README and docs, but for those that are cut short or parts of a program.
func linksOfTheGuides(t *testing.T) []string {
	files, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	var links []string
	for _, file := range append(files, "../../README.md") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range published.FindAllString(string(text), -1) {
			link := "#" + strings.TrimPrefix(strings.TrimPrefix(strings.ReplaceAll(found, "&amp;", "&"), "#"), `config="`)
			link = strings.TrimRight(link, ".,;:\\")
			if !strings.ContainsAny(link, "…${}") {
				links = append(links, link)
			}
		}
	}
	slices.Sort(links)
	return slices.Compact(links)
}

// opens tells what a link opens.
func opens(t *testing.T, link string) string {
	o := Open(link)
	if len(o.Warnings) > 0 && !slices.Equal(o.Warnings, []config.Warning{{Reason: TensorFlow}}) {
		t.Errorf("%s warns %q", link, o.Warnings)
	}
	o.Run.Step(o.Steps - o.Run.Metrics().Step)
	digest := sha256.New()
	for _, v := range o.Run.Network().Parameters() {
		binary.Write(digest, binary.LittleEndian, math.Float64bits(v))
	}
	settings, m := o.Run.Config().Encode(), o.Run.Metrics()
	o.Run.Step(100)
	return fmt.Sprintf("%s | step %d | cost %.6f | weights %x | later %.6f", settings, m.Step, m.Cost, digest.Sum(nil)[:8], o.Run.Metrics().Cost)
}

var weights = regexp.MustCompile(`weights [0-9a-f]+`)

// fusesNothing reports whether this machine computes x*y + z as WebAssembly does, with two roundings.
func fusesNothing() bool { return runtime.GOARCH == "amd64" || runtime.GOARCH == "wasm" }
