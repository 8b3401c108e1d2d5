# `make run` opens the reader, `make test` proves it. Both install what the
# system lacks; how, and why so, is in .ci.

.PHONY: help run build test test-windows race fuzz storm crash bench bench-compare bench-start bench-annotator bench-peers offline pictures lint fmt clean \
	model package-linux package-windows package-macos reproducible licences sbom vuln typecheck
.DEFAULT_GOAL := help

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' Makefile | expand -t 22

run: build ## build and open the window; ARGS="..." goes to the program
	@sh .ci/window.sh $(ARGS)

build: ## build build/sidelight
	@sh .ci/build.sh

test: ## vet, formatting, the linter and every test
	@sh .ci/test.sh

race: ## the tests that need no window under the race detector
	@sh .ci/race.sh

fuzz: ## new input for each fuzz target, for T each: make fuzz T=10m
	@sh .ci/fuzz.sh $(T)

storm: ## a storm in the real window for T, and what memory it takes: make storm T=30m
	@sh .ci/storm.sh $(T)

crash: ## kill programs that take notes, ROUNDS times (300), and look for what is lost
	@sh .ci/crash.sh $(ROUNDS)

bench: ## run the benchmarks
	@sh .ci/go.sh test -tags ci -run '^$$' -bench . -benchmem ./...

bench-compare: ## the named benchmarks in two commits side by side: make bench-compare BASE=main HEAD=mine
	@sh .ci/bench-compare.sh $(BASE) $(HEAD)

bench-start: ## time from the start to the article on the screen, and memory
	@sh .ci/bench-start.sh

bench-annotator: ## words a second of the annotator, beside a library that finds names
	@sh .ci/bench-annotator.sh

bench-peers: ## beside Chromium, Foliate and mupdf, ROUNDS times (7); ARGS="..." for a part
	@sh .ci/bench-peers.sh $(if $(ROUNDS),-rounds $(ROUNDS)) $(ARGS)

offline: ## read an article from end to end and trace every socket
	@sh .ci/offline.sh

model: ## make the model that finds names anew from its data
	@sh .ci/model.sh

pictures: ## make the pictures of the README anew
	@sh .ci/pictures.sh

lint: ## vet, formatting and the linter only
	@sh .ci/lint.sh

fmt: ## format the Go files
	@sh .ci/go.sh fmt ./...

typecheck: ## check the types as compiled for macOS and Windows
	@sh .ci/typecheck.sh

test-windows: ## every test as a Windows program, under wine
	@sh .ci/test-windows.sh

package-linux: ## the archive and the Debian package in build/dist
	@sh .ci/package-linux.sh

package-windows: ## the archive and the installer for Windows in build/dist
	@sh .ci/package-windows.sh

package-macos: ## the archive for macOS in build/dist, on macOS
	@sh .ci/package-macos.sh

reproducible: ## show that two builds of the same commit are the same, byte for byte
	@sh .ci/reproducible.sh

licences: ## list in NOTICE what modules are built in, and their licences
	@sh .ci/licences.sh write

sbom: ## a bill of materials (CycloneDX) for each program in build/dist
	@sh .ci/sbom.sh

vuln: ## look for known vulnerabilities in what is built in
	@sh .ci/vuln.sh

clean: ## remove everything that was built
	rm -rf build
	find . -path '*/testdata/failed' -type d -prune -exec rm -rf {} +
