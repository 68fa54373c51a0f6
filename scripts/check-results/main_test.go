package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestFilesAreCheckedUnderTheirNames(t *testing.T) {
	scripts, err := readScripts("../../web/lessons")
	if err != nil {
		t.Fatal(err)
	}
	ada, bob := filepath.Join(t.TempDir(), "ada.txt"), filepath.Join(t.TempDir(), "bob.csv")
	for file, text := range map[string]string{
		ada: "Choosing, task: solved. lesson=choosing page=5 step=354 accuracy=0.99 https://x.example/#v=1&data=moons&act=relu&steps=354\n",
		bob: "name,lesson,page,answer,right,step,cost,accuracy,link\n,choosing,3,B,yes,,,,\n",
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	text, err := read([]string{ada, bob})
	if err != nil {
		t.Fatal(err)
	}
	got, _ := check(scripts, text)
	want := "name,lesson,page,answer,right,tries,step,cost,accuracy,verdict,link\n" +
		"ada,choosing,5,,,,354,0.0708601460443409,0.99,holds,https://x.example/#v=1&data=moons&act=relu&steps=354\n" +
		"bob,choosing,3,B,no,,,,,differs,\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
