// The benchmark against the library that a Go program would otherwise take. It is a
// module of its own, so that the program does not depend on it.
module sidelight/peers

go 1.26.0

require github.com/jdkato/prose/v2 v2.0.0

require sidelight v0.0.0

require (
	github.com/deckarep/golang-set v1.7.1 // indirect
	github.com/mingrammer/commonregex v1.0.1 // indirect
	golang.org/x/text v0.44.0 // indirect
	gonum.org/v1/gonum v0.7.0 // indirect
	gopkg.in/neurosnap/sentences.v1 v1.0.6 // indirect
)

replace sidelight => ../../..
