// Fetch packs the WebAssembly build of PDFium that comes with the Go module go-pdfium
// into pdfium.wasm.gz, with its licence beside it.
package main

import (
	"compress/gzip"
	"encoding/json"
	"log"
	"os"
	"os/exec"
	"path/filepath"
)

// module is the one that is used. Its Go code is not built in.
const module = "github.com/klippa-app/go-pdfium@v1.21.4"

func main() {
	log.SetFlags(0)
	out, err := exec.Command("go", "mod", "download", "-json", module).Output()
	if err != nil {
		log.Fatal(err)
	}
	var found struct{ Dir string }
	if err := json.Unmarshal(out, &found); err != nil {
		log.Fatal(err)
	}
	engine, err := os.ReadFile(filepath.Join(found.Dir, "internal", "pdfium_wasm", "pdfium.wasm")) //nolint:gosec // of the module
	if err != nil {
		log.Fatal(err)
	}
	if err := write("pdfium.wasm.gz", engine); err != nil {
		log.Fatal(err)
	}
	licence, err := os.ReadFile(filepath.Join(found.Dir, "LICENSE")) //nolint:gosec // of the module
	if err == nil {
		err = os.WriteFile("LICENSE-go-pdfium-MIT.txt", licence, 0o600)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func write(name string, data []byte) error {
	f, err := os.Create(name) //nolint:gosec // a constant
	if err != nil {
		return err
	}
	z, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err == nil {
		_, err = z.Write(data)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		return err
	}
	return f.Close()
}
