# Shallows. `make` lists what can be done here.

PORT ?= 8080
HOST ?= localhost
FUZZ ?= 2000x
ADDRESS ?=

WASM := GOOS=js GOARCH=wasm
# Without a folder's name in what is built of it, what one clone has compiled,
# vetted and tested holds in any other of the same files.
export GOFLAGS := $(shell go env GOFLAGS) -trimpath
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

# Packages whose tests run in Node too: those that compute the numbers of a run
# or of a link. Platforms differ in arithmetic, and engine/page, engine/lesson
# and engine/describe have none of their own: they decide what is shown of it.
# engine/dataset/table reads text.
# ebiten needs a browser. Go's loader refuses an environment of more than 12 kB,
# as CI systems have, so the tests see PATH alone.
PORTABLE = $(shell go list ./engine/... | grep -v '^shallows/engine/\(page\|describe\|lesson\|dataset/table\)') ./wasm/bridge/...
# Long runs, for numbers that stand in guides and lessons, are made natively:
# TestPublishedLinks holds both platforms to the same bits. So are many pictures
# that are held to what the same program computes.
NATIVE := ^(TestPublishedTables|TestExercises|TestRastersHaveTheColoursOfClasses|TestRasterOfALargeNetworkIsInterpolated|TestTextsOfRunsThatExplode)$$
IN_NODE = -exec='env -i "PATH=$(PATH)" "$(shell go env GOROOT)/lib/wasm/go_js_wasm_exec"'

IN_BROWSERS = CHROMIUM="$$(scripts/chromium.sh)" FIREFOX="$$(scripts/firefox.sh)" WEBKIT="$$(scripts/webkit.sh)" LIBGL_ALWAYS_SOFTWARE=1 \
	"$$(scripts/screen.sh)" -a node --test --test-concurrency=1 test/browsers/
IN_BOOKS = scripts/generators.sh && CHROMIUM="$$(scripts/chromium.sh)" node --test test/books/books.test.js

.DEFAULT_GOAL := help
.PHONY: help run site build single quick test test-go test-wasm test-fuzz test-page test-browser test-browsers test-books lint bench size screenshot icons clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: site ## build the page, serve it and print its address (PORT=8080 HOST=localhost)
	@go run ./scripts/serve -host "$(HOST)" -port "$(PORT)" dist

site: # dist/ for this machine, without compressed files: a few seconds
	@go run ./scripts/build -out dist -address "$(ADDRESS)"

build: need-node site ## make the static site in dist/, with compressed files for a host to send (ADDRESS=https://… of the site, for previews of its links)
	@node scripts/compress.js dist

single: ## make the page as one file, single/shallows.html, that opens from disk (ADDRESS=https://… of the site for its links)
	@go run ./scripts/build -single single/shallows.html -address "$(ADDRESS)"
	@ls -l single/shallows.html | awk '{ print $$NF, $$5, "bytes" }'

quick: node_modules ## formatting, vet, Go tests and page tests: under a minute once built
	@files=$$(gofmt -l engine wasm scripts) && test -z "$$files" || { echo "gofmt -w these: $$files"; exit 1; }
	go vet ./...
	$(WASM) go vet ./...
	$(MAKE) --no-print-directory test-go test-page

# Side by side is what leaves a processor idle by itself.
BESIDE = $(MAKE) --no-print-directory $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

test: node_modules ## everything that must hold before a change lands
	$(BESIDE) -j2 test-quick tools
	$(BESIDE) -k -j3 test-elsewhere $(GROUPS)

.PHONY: test-quick tools
test-quick: # in this order
	@for part in lint test-go test-wasm test-fuzz test-page; do $(MAKE) --no-print-directory $$part || exit 1; done

tools: test/books/node_modules # what the rest needs of this machine and of npm, most of it waiting for the network
	@for tool in python chromium firefox webkit screen generators; do scripts/$$tool.sh >/dev/null || exit 1; done

# Vetting is what lint and quick do.
test-go: ## the Go tests on this machine (PYTHON=path, one with NumPy)
	PYTHON="$$(scripts/python.sh)" go test -vet=off ./...

test-wasm: need-node ## those of them that compute, compiled to WebAssembly, in Node
	$(WASM) go test -vet=off -skip '$(NATIVE)' $(IN_NODE) $(PORTABLE)

test-fuzz: ## every fuzz test, for FUZZ=2000x inputs
	@scripts/fuzz.sh $(FUZZ)

test-page: node_modules ## the page's modules and texts, in Node
	node --test test/page/

# Each of a few groups of files starts one browser.
GROUPS := $(addprefix test-browser-,1 2 3 4 5 6 7 8)

test-browser: site node_modules ## the page in Chromium (CHROMIUM=path, PYTHON=path)
	@$(BESIDE) -k -j2 $(GROUPS)

.PHONY: $(GROUPS)
$(GROUPS): test-browser-%: site node_modules
	CHROMIUM="$$(scripts/chromium.sh)" PYTHON="$$(scripts/python.sh)" node test/browser/group.js $(words $(GROUPS)) $*

# One after the other beside two groups of the tests in Chromium, which leave a processor idle now and then.
.PHONY: test-elsewhere
test-elsewhere: site node_modules test/books/node_modules
	$(IN_BROWSERS)
	$(IN_BOOKS)

test-browsers: site node_modules ## the same bits in Chromium, Firefox and WebKit (CHROMIUM=path, FIREFOX=path, WEBKIT=path)
	$(IN_BROWSERS)

test-books: site node_modules test/books/node_modules ## notes and slides with the playground in, built by their generators, in Chromium
	$(IN_BOOKS)

lint: node_modules ## formatting, vet, staticcheck, types of the JavaScript, import direction
	@files=$$(gofmt -l engine wasm scripts) && test -z "$$files" || { echo "gofmt -w these: $$files"; exit 1; }
	go vet ./...
	$(WASM) go vet ./...
	go run $(STATICCHECK) ./...
	go run -exec 'env $(WASM)' $(STATICCHECK) ./wasm/...
	node_modules/.bin/tsc --project jsconfig.json
	node_modules/.bin/tsc --project jsconfig.worker.json
	node_modules/.bin/tsc --project test/jsconfig.json
	go run ./scripts/architecture

bench: build node_modules ## time the engine and its peers, and the page: on this machine, in Node and in Chromium; writes docs/performance.json
	CHROMIUM="$$(scripts/chromium.sh)" node scripts/bench/main.js docs/performance.json

size: build need-node ## what a visitor loads, in bytes, against its limits
	@node scripts/size.js dist

screenshot: site node_modules ## take the pictures of docs/images anew
	CHROMIUM="$$(scripts/chromium.sh)" node scripts/screenshot.js

icons: node_modules ## paint the icons of the installed app anew from web/icons/shallows.svg
	CHROMIUM="$$(scripts/chromium.sh)" node scripts/icons.js

clean: ## remove what the other targets made
	rm -rf dist dist.next single node_modules test/books/node_modules

node_modules: package.json package-lock.json | need-node
	npm ci
	@touch node_modules

# Their install scripts are not run: what they bring is there without.
test/books/node_modules: test/books/package.json test/books/package-lock.json | need-node
	npm ci --ignore-scripts --prefix test/books
	@touch test/books/node_modules

.PHONY: need-node
need-node:
	@command -v npm >/dev/null || { echo "This needs Node 20 or later with npm (apt-get install nodejs npm)."; exit 1; }
