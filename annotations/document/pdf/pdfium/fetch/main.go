// Fetch packs the WebAssembly build of PDFium that comes with the Go module go-pdfium
// into pdfium.wasm.zst, with its licence beside it. It needs the program zstd.
package main

import (
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
	engine := filepath.Join(found.Dir, "internal", "pdfium_wasm", "pdfium.wasm")
	// Of what packs it this small, zstd is the fastest to unpack, and is built in already.
	pack := exec.Command("zstd", "--ultra", "-22", "-q", "-f", "-o", "pdfium.wasm.zst", engine) //nolint:gosec // of the module
	if out, err := pack.CombinedOutput(); err != nil {
		log.Fatalf("zstd: %v\n%s", err, out)
	}
	licence, err := os.ReadFile(filepath.Join(found.Dir, "LICENSE")) //nolint:gosec // of the module
	if err == nil {
		err = os.WriteFile("LICENSE-go-pdfium-MIT.txt", licence, 0o600)
	}
	if err != nil {
		log.Fatal(err)
	}
}
