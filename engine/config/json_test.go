package config

import (
	"encoding/json"
	"testing"
)

func TestJSON(t *testing.T) {
	c, _ := Decode("v=1&net=0&act=relu,tanh&lr=1e-7&in=x2&l2=0.5")
	const want = `{"data":"planar","n":400,"noise":0.2,"factor":0.8,"clusters":6,"classes":2,"dseed":1,"test":0,"scaling":"none","yscaling":"none","in":["x2"],"net":[],"act":["relu"],` +
		`"slope":0.01,"out":"sigmoid","loss":"bce","init":"randn","scale":0.01,"seed":2,"lr":1e-7,"opt":"gd","batch":0,"bseed":10,"l1":0,"l2":0.5,"steps":0}`
	if got := c.JSON(); got != want || !json.Valid([]byte(got)) {
		t.Errorf("got %s, want %s", got, want)
	}
}
