package edition

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	words "sidelight/annotations/text"
)

// The limits of what is read, in bytes where nothing else is said.
const (
	maxData     = 4 << 20   // of one file
	maxArticle  = 16 << 20  // of the file with the article
	maxAllData  = 16 << 20  // of all files but the article's together
	maxAllFiles = 1000      // files
	maxAll      = 1_000_000 // pieces (see measure) of all files together
	maxSearched = 16 << 30  // of the article, once for each name and each quote
)

// maxName is the greatest length of a file's path within the edition, in bytes.
const maxName = 250

// loader reads the files of one edition and collects what is wrong with them.
type loader struct {
	ctx    context.Context // once it is done, nothing more is read or looked for
	fsys   fs.FS
	faults faults
	// unread is set when a file could not be read or parsed at all. References
	// into it would then only repeat that one fault.
	unread bool
	// strict makes faults of what [Check] refuses and [Load] does not.
	strict bool
	// marked says that the program has marked the edition. What it found need not be
	// what a person would have written, and may lack what only a person can write.
	marked bool
	// left holds what a person has still to do on an edition that the program has
	// marked, in strict reading.
	left faults
	// prose holds the texts that are the edition's own words.
	prose []text

	read, bytes, pieces int // files, their bytes and pieces so far
	searched            int // bytes of the article that names and quotes were looked for in
}

func (l *loader) fault(at place, format string, args ...any) { l.faults.add(at, format, args) }

// search reports whether the article may be searched once more, for the words at
// a place.
func (l *loader) search(article string, at place) bool {
	l.searched += len(article)
	if l.searched <= maxSearched {
		return l.ctx.Err() == nil
	}
	if l.searched-len(article) <= maxSearched {
		l.fault(at, "the edition has more names and quotes up to this one than can be looked for in an article of %s: shorten one or the other", megabytes(int64(len(article))))
	}
	return false
}

// lose records a fault that keeps a whole file from being read.
func (l *loader) lose(at place, format string, args ...any) {
	l.unread = true
	l.fault(at, format, args...)
}

// content returns the bytes of a file as text. The size is looked at before
// anything is read, and no more than limit bytes are read even if it was wrong.
// namedAt is where the name of the file is written.
func (l *loader) content(name string, limit int64, namedAt place) (string, bool) {
	if l.ctx.Err() != nil {
		l.unread = true
		return "", false
	}
	if !fs.ValidPath(name) || len(name) > maxName || words.Visible(name) != name || strings.Contains(name, `\`) || name == "." {
		l.lose(namedAt, "the path %q leaves the edition's folder or is not plain: write the name of a file inside it, with forward slashes", name)
		return "", false
	}
	info, err := fs.Stat(l.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		l.lose(namedAt, "there is no file %s in the edition: add it or correct its name", name)
		return "", false
	case err != nil && isLink(l.fsys, name):
		l.lose(namedAt, "%s is a link that leads out of the edition's folder: put the file itself there", name)
		return "", false
	case err != nil:
		l.lose(namedAt, "%s cannot be opened: %s", name, reason(err))
		return "", false
	case !info.Mode().IsRegular():
		l.lose(namedAt, "%s is not a plain file", name)
		return "", false
	case info.Size() > limit:
		l.lose(place{file: name}, "the file has %s; the most that is read is %s: divide it by an include list", megabytes(info.Size()), megabytes(limit))
		return "", false
	}
	text, err := readAll(l.fsys, name, limit)
	if err != nil {
		l.lose(place{file: name}, "the file cannot be read: %s", reason(err))
		return "", false
	}
	return l.utf8(name, text)
}

// parsed returns the tree of a data file. parse is the parser of its language. It
// is not called where a file would take it more memory or time than the limits
// allow.
func (l *loader) parsed(name string, namedAt place, parse func(file, text string) (*node, error)) (*node, bool) {
	if l.read++; l.read > maxAllFiles {
		if l.read == maxAllFiles+1 {
			l.lose(namedAt, "the edition has more than %d files: join some of them", maxAllFiles)
		}
		return nil, false
	}
	src, ok := l.content(name, maxData, namedAt)
	if !ok {
		return nil, false
	}
	if l.bytes += len(src); l.bytes > maxAllData {
		l.read = maxAllFiles + 1 // one sentence says enough
		l.lose(namedAt, "the files of the edition have more than %s together up to this one: shorten them", megabytes(maxAllData))
		return nil, false
	}
	pieces, e := measured(name, src)
	if e != nil {
		l.loseError(e)
		return nil, false
	}
	if l.pieces += pieces; l.pieces > maxAll {
		l.read = maxAllFiles + 1 // one sentence says enough
		l.lose(namedAt, "the files of the edition hold more than %d values, keys and signs together up to this one: shorten them", maxAll)
		return nil, false
	}
	root, err := parse(name, src)
	if err != nil {
		l.loseError(err)
		return nil, false
	}
	return root, true
}

// isLink reports whether the file is a symbolic link.
func isLink(fsys fs.FS, name string) bool {
	info, err := fs.Lstat(fsys, name)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// readAll reads a plain file of at most limit bytes. It looks at what was opened
// once more, since that may be another file by then.
func readAll(fsys fs.FS, name string, limit int64) (string, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return "", errors.New("it is no longer a plain file")
	}
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return "", err
	}
	if int64(len(b)) > limit {
		return "", fmt.Errorf("it grows beyond %s", megabytes(limit))
	}
	return string(b), nil
}

// utf8 refuses a file that is no text: one that is empty or not UTF-8.
func (l *loader) utf8(name, text string) (string, bool) {
	if strings.TrimSpace(text) == "" {
		l.lose(place{file: name}, "the file is empty: write it or take its name out of edition.yaml")
		return "", false
	}
	if i := firstInvalid(text); i >= 0 {
		l.lose(placeAt(name, text, i), "the byte 0x%02x is not valid UTF-8: save the file in UTF-8", text[i])
		return "", false
	}
	return text, true
}

func firstInvalid(text string) int {
	for i, r := range text {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(text[i:]); n == 1 {
				return i
			}
		}
	}
	return -1
}

// placeAt returns the line and the column of the byte at offset.
func placeAt(file, text string, offset int) place {
	before := text[:offset]
	lineStart := strings.LastIndexByte(before, '\n') + 1
	return place{file, strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[lineStart:]) + 1}
}

// ruler finds the places of many bytes of one text. As long as each lies behind
// the one before, it counts every line and character once.
type ruler struct {
	file, text           string
	offset, line, column int // the last place
}

func newRuler(file, text string) ruler { return ruler{file: file, text: text, line: 1, column: 1} }

// at is the place of the byte at offset.
func (r *ruler) at(offset int) place {
	if offset < r.offset {
		*r = newRuler(r.file, r.text)
	}
	for ; r.offset < offset; r.offset++ {
		switch c := r.text[r.offset]; {
		case c == '\n':
			r.line, r.column = r.line+1, 1
		case utf8.RuneStart(c):
			r.column++
		}
	}
	return place{r.file, r.line, r.column}
}

func megabytes(n int64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", float64(n)/(1<<20)), ".0") + " MB"
}

// reason returns the cause of a failed file operation, without operation and path.
func reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
