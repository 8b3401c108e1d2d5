// Command sidelight shows an annotated article in a window and answers questions
// about editions on the command line.
package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

// Exit codes. Each but exitOK comes with a sentence on stderr.
const (
	exitOK     = 0
	exitFailed = 1 // a file is missing, an edition is broken, nothing could be written
	exitUsage  = 2 // the command itself is wrong
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run does what the words after the program's name ask for and returns the exit
// code.
func run(args []string, stdout, stderr io.Writer) (code int) {
	defer func() {
		if fault := recover(); fault != nil {
			complain(stderr, fmt.Sprintf("sidelight: a fault in the program itself (%s); please report it with the command that you gave", where(fault, debug.Stack())))
			code = exitFailed
		}
	}()
	if len(args) == 0 {
		return runReader(nil, stdout, stderr)
	}
	switch word := args[0]; {
	case word == "help" || word == "-h" || word == "-help" || word == "--help":
		return help(args[1:], stdout, stderr)
	case word == "-version" || word == "--version":
		return version(args[1:], stdout, stderr)
	case strings.HasPrefix(word, "-"):
		return runReader(args, stdout, stderr)
	default:
		if c, ok := lookup(word); ok {
			return c.run(args[1:], stdout, stderr)
		}
		if isPath(word) {
			return runReader(args, stdout, stderr)
		}
		complain(stderr, fmt.Sprintf("sidelight: there is no command, no file and no folder %q; sidelight --help lists the commands", word))
		return exitUsage
	}
}

// isPath reports whether word can only mean a file or an edition's folder, be it
// there or not.
func isPath(word string) bool {
	if strings.ContainsAny(word, `/\`) || filepath.Ext(word) != "" {
		return true
	}
	_, err := os.Stat(word)
	return err == nil
}

// help prints the usage of the program or of one command.
func help(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		return say(stdout, stderr, overview())
	}
	c, ok := lookup(args[0])
	if !ok {
		complain(stderr, fmt.Sprintf("sidelight: there is no command %q; sidelight --help lists them", args[0]))
		return exitUsage
	}
	return say(stdout, stderr, c.help())
}
