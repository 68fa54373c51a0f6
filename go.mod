module shallows

go 1.25.0

require (
	github.com/boombuler/barcode v1.1.0
	github.com/evanw/esbuild v0.27.0
	github.com/hajimehoshi/ebiten/v2 v2.9.11
	gonum.org/v1/gonum v0.17.0
)

require (
	github.com/ebitengine/gomobile v0.0.0-20250923094054-ea854a63cce1 // indirect
	github.com/ebitengine/hideconsole v1.0.0 // indirect
	github.com/ebitengine/purego v0.9.0 // indirect
	github.com/jezek/xgb v1.1.1 // indirect
	golang.org/x/sync v0.21.0 // indirect
	golang.org/x/sys v0.44.0 // indirect
)
