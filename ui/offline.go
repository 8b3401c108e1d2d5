package ui

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage/repository"
)

// errOffline is the answer to every attempt to fetch something from the network.
var errOffline = errors.New("sidelight makes no network connections")

// offline is a repository that refuses: Fyne would otherwise fetch http
// addresses by itself, for example those of images in Markdown.
type offline struct{}

var _ repository.Repository = offline{}

func (offline) Exists(fyne.URI) (bool, error)               { return false, errOffline }
func (offline) Reader(fyne.URI) (fyne.URIReadCloser, error) { return nil, errOffline }
func (offline) CanRead(fyne.URI) (bool, error)              { return false, errOffline }
func (offline) Destroy(string)                              {}

// RefuseNetwork makes Fyne's own fetching fail for http and https addresses.
// It must be called after the app is made, which registers Fyne's fetchers.
func RefuseNetwork() {
	for _, scheme := range []string{"http", "https"} {
		repository.Register(scheme, offline{})
	}
}
