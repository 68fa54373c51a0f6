//go:build js

package bridge

import "testing"

func TestSeenSaysWhatThePicturesShow(t *testing.T) {
	p := open(t)
	p.open(`"v=1&data=line"`)
	p.engine.stage.Session().Step(300)
	p.expect("seen", "", `{"plane":[{"key":"plane.classes","values":{}},`+
		`{"key":"plane.line","values":{"blue":{"key":"half.upperRight","values":{}},"orange":{"key":"rest.lowerLeft","values":{}}}},`+
		`{"key":"plane.share","values":{"share":"40%"}},{"key":"plane.right","values":{"accuracy":"100.0%"}}],`+
		`"curve":[{"key":"curve.falls","values":{"from":"0.6934","steps":300,"to":"0.001736"}},{"key":"curve.levels","values":{}}]}`)
}
