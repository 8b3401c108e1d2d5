module sidelight

go 1.25.0

toolchain go1.26.8

require (
	fyne.io/fyne/v2 v2.8.1 // indirect
	github.com/go-text/typesetting v0.3.4 // indirect
	github.com/goccy/go-yaml v1.19.2 // indirect
	github.com/sahilm/fuzzy v0.1.3 // indirect
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3 // indirect
	golang.org/x/text v0.22.0 // indirect
)
