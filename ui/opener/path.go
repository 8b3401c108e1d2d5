package opener

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// paths understands what is typed.
type paths struct {
	home string // what ~ stands for; empty where that is not known
	base string // the folder in which a name without a folder is looked for
}

// split returns the folder that is typed and the fragment of a name after it. A name
// without a folder is one in the base folder. A folder on another computer is
// remote: to look into it would go over the network.
func (p paths) split(typed string) (dir, fragment string, remote bool) {
	at := strings.LastIndexFunc(typed, isSeparator)
	dir, fragment = p.base, typed[at+1:]
	if typed == "~" && p.home != "" {
		return p.home, "", false
	}
	if at >= 0 {
		dir = p.whole(typed[:at+1])
	}
	return dir, fragment, isRemote(dir, runtime.GOOS)
}

// whole returns the path that is typed, from the root on.
func (p paths) whole(typed string) string {
	if rest, ok := strings.CutPrefix(typed, "~"); ok && p.home != "" && (rest == "" || isSeparator(rune(rest[0]))) {
		return filepath.Join(p.home, rest)
	}
	if filepath.IsAbs(typed) {
		return filepath.Clean(typed)
	}
	return filepath.Join(p.base, typed)
}

// Short returns a path with ~ for the reader's own folder.
func Short(path, home string) string {
	if rest, ok := strings.CutPrefix(path, home); ok && home != "" && (rest == "" || isSeparator(rune(rest[0]))) {
		return "~" + rest
	}
	return path
}

func isSeparator(r rune) bool { return r == '/' || r == os.PathSeparator }

// isRemote reports whether a path on a system names another computer: on Windows
// \\server\share does.
func isRemote(path, system string) bool {
	return system == "windows" && len(path) > 1 && strings.Trim(path[:2], `/\`) == ""
}
