package edition_test

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"sidelight/annotations/edition"
	"sidelight/assets"
)

// The packed edition that comes with the program is the one that its files make.
func TestPackedEditionIsOfToday(t *testing.T) {
	want, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	got, err := edition.Unpack(assets.PackedEdition, assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Content(), want.Content()) {
		t.Error("assets/edition.json is not what the files in assets/edition make: go generate ./assets")
	}
}

func TestUnpackRefusesWhatIsNoEdition(t *testing.T) {
	for data, fault := range map[string]string{
		"":                       "packed edition",
		"{}":                     "packed edition",
		`{"Article":"none.txt"}`: "none.txt",
		`{"Article":"a.txt","Name":"a.txt","Content":{"Facts":[{"ID":"f","About":["nobody"]}]}}`: "nobody",
	} {
		_, err := edition.Unpack([]byte(data), fstest.MapFS{"a.txt": {Data: []byte("Words.")}})
		if err == nil || !strings.Contains(err.Error(), fault) {
			t.Errorf("%s: %v, want a fault that names %q", data, err, fault)
		}
	}
}
