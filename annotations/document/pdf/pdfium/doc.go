// Package pdfium reads the pages of PDF files with PDFium, the engine of Chromium,
// compiled to WebAssembly. It runs in a sandbox without files, clock or network. The
// engine is unpacked and compiled when the first file is opened, in memory alone.
package pdfium

//go:generate go run ./fetch
