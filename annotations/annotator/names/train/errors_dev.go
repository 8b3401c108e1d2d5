package main

import (
	"fmt"
	"strings"

	"sidelight/annotations/annotator/names/gold"
)

func printErrors(d *gold.Document, names []gold.Name) {
	key := func(ns []gold.Name) map[gold.Name]bool {
		m := map[gold.Name]bool{}
		for _, n := range ns {
			m[gold.Trim(d.Text, n)] = true
		}
		return m
	}
	w, g := key(d.Names), key(names)
	show := func(tag string, n gold.Name) {
		a, b := max(0, n.Start-50), min(len(d.Text), n.End+40)
		over := ""
		other := w
		if tag == "MISS" {
			other = g
		}
		for o := range other {
			if o.Start < n.End && n.Start < o.End {
				over += fmt.Sprintf("{%s %s}", o.Kind, d.Text[o.Start:o.End])
			}
		}
		fmt.Printf("%s %s %q %s | %s\n", tag, n.Kind, d.Text[n.Start:n.End], over, strings.ReplaceAll(d.Text[a:n.Start]+"[["+d.Text[n.Start:n.End]+"]]"+d.Text[n.End:b], "\n", " / "))
	}
	for n := range w {
		if !g[n] && n.Kind != "MISC" {
			show("MISS", n)
		}
	}
	for n := range g {
		if !w[n] && n.Kind != "MISC" {
			show("EXTRA", n)
		}
	}
}
