//go:build ignore

// Writes edition.json from the files in the folder edition.
package main

import (
	"context"
	"log"
	"os"

	"sidelight/annotations/edition"
)

func main() {
	data, err := edition.Pack(context.Background(), os.DirFS("edition"))
	if err == nil {
		err = os.WriteFile("edition.json", data, 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}
