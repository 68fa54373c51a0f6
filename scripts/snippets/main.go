// Command snippets writes figures for other people's notes, for tests that build such notes.
//
//	go run ./scripts/snippets <figures.json
//
// It reads a list of figures, as package snippet has them, and writes for each the list of its forms: id, text, and for a
// form that needs a file of the notes once, path and once.
package main

import (
	"encoding/json"
	"log"
	"os"

	"shallows/engine/page/share/snippet"
)

type written struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Path string `json:"path"`
	Once string `json:"once"`
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("snippets: ")
	var figures []snippet.Figure
	if err := json.NewDecoder(os.Stdin).Decode(&figures); err != nil {
		log.Fatal(err)
	}
	all := [][]written{}
	for _, figure := range figures {
		var forms []written
		for _, form := range snippet.Forms {
			w := written{ID: form.ID, Text: form.Write(figure)}
			w.Path, w.Once = form.Once(figure)
			forms = append(forms, w)
		}
		all = append(all, forms)
	}
	if err := json.NewEncoder(os.Stdout).Encode(all); err != nil {
		log.Fatal(err)
	}
}
