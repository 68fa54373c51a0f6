package page

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shallows/engine/page/panel"
)

// root is the folder of the project.
const root = "../../"

// naming returns the files in which a name stands as one, or that are called by it: of a package there is one, tests, old
// runs and lessons are none.
func naming(t *testing.T, name string) (files []string) {
	t.Helper()
	word := regexp.MustCompile("[\"`](panel\\.|option\\.|shallows/engine/page/|[a-z]+ )*" + name + "( [a-z]+)*[\"`]|nn\\.(?i:" + name + ")\\b")
	own := "engine/page/" + name
	add := func(file string) {
		if path.Dir(file) == own {
			file = own
		}
		if !slices.Contains(files, file) {
			files = append(files, file)
		}
	}
	for _, top := range []string{"docs", "engine", "index.html", "scripts", "wasm", "web"} {
		err := fs.WalkDir(os.DirFS(root), top, func(file string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && slices.Contains([]string{"testdata", "golden", "lessons", "images"}, entry.Name()):
				return fs.SkipDir
			case entry.IsDir() || strings.HasSuffix(file, "_test.go"):
				return nil
			}
			text, err := os.ReadFile(root + file)
			called, _, _ := strings.Cut(entry.Name(), ".")
			if path.Dir(file) == own || strings.HasPrefix(file, "web/") && called == name || word.Match(text) {
				add(file)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// What is new takes few files, its words and its documentation among them. A panel takes a seventh where it has a stylesheet.
func TestWhatIsNewTakesFewFiles(t *testing.T) {
	for _, test := range []struct {
		name  string
		files int
	}{
		{"swish", 7},     // an activation
		{"rings", 5},     // a data set
		{"vectorise", 6}, // panels whose names mean nothing else
		{"graph", 6},
		{"collapse", 6},
		{"confusion", 6},
	} {
		files := slices.DeleteFunc(naming(t, test.name), func(file string) bool { return file == "web/templates/"+test.name+".css" })
		if test.files == 6 && !slices.Contains(files, "docs/panels.md") {
			t.Errorf("docs/panels.md does not name %s", test.name)
		}
		if len(files) > test.files {
			t.Errorf("%s is named in %d files, more than %d: %s", test.name, len(files), test.files, strings.Join(files, " "))
		}
	}
}

// What a talk shows in parts has the parts in its template.
func TestThePartsOfATalkAreInTheTemplates(t *testing.T) {
	p := open(t, "v=1")
	for _, name := range names() {
		text, err := os.ReadFile("../../web/templates/" + name + ".html")
		if err != nil {
			t.Fatal(err)
		}
		parts := 0
		for strings.Contains(string(text), fmt.Sprintf(`data-part="%d"`, parts+1)) {
			parts++
		}
		parted, is := p.panels[name].(panel.Parted)
		if is != (parts > 0) || is && parted.Parts() > parts {
			t.Errorf("%s has %d parts in its template", name, parts)
		}
	}
}
