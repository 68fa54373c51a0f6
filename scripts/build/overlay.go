package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// ebiten writes the shaders of its own images with text/template, which looks
// up methods by name. A program that does so keeps every exported method of
// every type: a quarter of this one. ebiten's templates name fields alone, so
// the one call is taken out, in a copy of the file that Go's flag -overlay
// puts in the place of the original.
const (
	templateFile = "src/text/template/exec.go"
	methodCall   = "if method := ptr.MethodByName(fieldName); method.IsValid() {"
	noMethod     = "if method := (reflect.Value{}); method.IsValid() {"
)

// writeOverlay writes the copy and the list for -overlay into dir and returns
// the list's path. It fails when Go's source is no longer what it was.
func writeOverlay(goroot, dir string) (string, error) {
	original := filepath.Join(goroot, filepath.FromSlash(templateFile))
	source, err := os.ReadFile(original)
	if err != nil {
		return "", err
	}
	if n := bytes.Count(source, []byte(methodCall)); n != 1 {
		return "", fmt.Errorf("%s has %q %d times, want once: adapt scripts/build/overlay.go to this version of Go", original, methodCall, n)
	}
	changed := filepath.Join(dir, "exec.go")
	if err := os.WriteFile(changed, bytes.Replace(source, []byte(methodCall), []byte(noMethod), 1), 0o644); err != nil {
		return "", err
	}
	list, err := json.Marshal(map[string]any{"Replace": map[string]string{original: changed}})
	if err != nil {
		return "", err
	}
	overlay := filepath.Join(dir, "overlay.json")
	return overlay, os.WriteFile(overlay, list, 0o644)
}
