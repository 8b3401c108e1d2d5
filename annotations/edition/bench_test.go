package edition_test

import (
	"testing"
	"time"

	"sidelight/annotations/edition"
	"sidelight/assets"
)

// BenchmarkUnpack reads the edition that comes with the program as the program
// does, and prints how many times faster that is than from its YAML.
func BenchmarkUnpack(b *testing.B) {
	for b.Loop() {
		if _, err := edition.Unpack(assets.PackedEdition, assets.Edition()); err != nil {
			b.Fatal(err)
		}
	}
	packed := b.Elapsed() / time.Duration(b.N)
	const times = 5
	began := time.Now()
	for range times {
		if _, err := edition.Load(b.Context(), assets.Edition()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(time.Since(began)/times)/float64(packed), "x-yaml")
}
