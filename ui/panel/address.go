package panel

import (
	"net/url"
	"strconv"
	"strings"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// maxAddress is how long an address may be that is offered to be opened, in bytes.
const maxAddress = 2000

// address is an address of the web in the form in which it is both shown and opened,
// letter for letter.
type address struct {
	scheme, host, rest string
}

// String returns the whole address.
func (a address) String() string { return a.scheme + "://" + a.host + a.rest }

// webAddress reads an address, and reports whether it is one that shows where it
// leads: of http or https, without a user name, which could pass for a host, with a
// host in ASCII and a port that there is. Whatever is not printed as it stands is
// percent-encoded, and so are straight quotation marks: they would be drawn curly.
func webAddress(raw string) (address, bool) {
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return address{}, false
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
			return address{}, false
		}
	}
	host := strings.ToLower(u.Host)
	_, rest, found := strings.Cut(encoded(u.String()), "://"+encoded(u.Host))
	a := address{u.Scheme, host, rest}
	// Of u.Host, not of host: some letters that are no ASCII are ASCII in lower case.
	return a, found && u.Host == encoded(u.Host) && !strings.Contains(host, "%") && len(a.String()) <= maxAddress
}

// encoded percent-encodes what is no printable ASCII character, and quotation marks.
func encoded(s string) string {
	var out strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"'<>\\^`{|}", c) >= 0 {
			out.WriteString("%" + strings.ToUpper(strconv.FormatUint(uint64(c)+0x100, 16)[1:]))
		} else {
			out.WriteByte(c)
		}
	}
	return out.String()
}

// address sets an address with its host apart from the rest: who answers is what
// matters.
func (b *Builder) address(a address) *prose.Text {
	start := len(a.scheme) + len("://")
	return prose.NewText(b.roles.Meta, look.ColorTextMuted, a.String(),
		prose.Stretch{Start: start, End: start + len(a.host), Font: b.roles.Section.Font, Colour: look.ColorText})
}
