package annotations

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"sidelight/annotations/lazy"
	"sidelight/annotations/text"
)

// Address is where a source can be read on the web. It holds printable ASCII
// only, so what a reader is shown is what a browser opens.
type Address struct {
	Scheme string // http or https
	Host   string // the name of the server in lower case and, where one is given, its port
	Rest   string // path, query and fragment; may be empty
}

// String is the whole address.
func (a Address) String() string { return a.Scheme + "://" + a.Host + a.Rest }

// maxAddress is the greatest length of an address in bytes.
const maxAddress = 2000

// ParseAddress reads the address of a web page. It fails for other schemes than
// http and https, and for what would show a reader something else than a browser
// opens: a user name, a hidden character, a host that is not written in ASCII, a
// port that cannot be, or more than 2,000 bytes. Other characters that an
// address has to write as bytes are percent-encoded. The error is the rest of a
// sentence that begins with the address.
func ParseAddress(s string) (Address, error) {
	if strings.ContainsFunc(s, text.IsHidden) {
		return Address{}, errors.New("holds a character that cannot be seen: write the address without it")
	}
	s = percentEncoded(s)
	if len(s) > maxAddress {
		return Address{}, fmt.Errorf("has %d bytes and may have %d: shorten it", len(s), maxAddress)
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return Address{}, errors.New("is not a web address: write one that begins with https:// or http://")
	}
	if u.User != nil {
		return Address{}, errors.New("holds a user name: take out what stands before the @ in front of the host")
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
			return Address{}, fmt.Errorf("has the port %s: a port is a number from 1 to 65535", port)
		}
	}
	a := Address{Scheme: u.Scheme, Host: strings.ToLower(u.Host)}
	// The letters İ and K (the sign for kelvin) are no ASCII, but in lower case they are.
	if percentEncoded(u.Host) != u.Host || !validHost(a.Host, u.Port()) {
		return Address{}, errors.New("has a host that cannot be: write its name in ASCII letters, digits, hyphens and dots (a name in other letters begins with xn--)")
	}
	_, after, _ := strings.Cut(s, "//")
	a.Rest = strings.TrimPrefix(after, u.Host)
	return a, nil
}

var hostName = lazy.Regexp{Source: `^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$`}

// validHost reports whether the host is a name in ASCII or an IP address, with
// the port behind it if there is one.
func validHost(host, port string) bool {
	name := host
	if port != "" {
		name = strings.TrimSuffix(host, ":"+port)
	}
	inner, ok := strings.CutPrefix(name, "[")
	if !ok {
		return hostName.Get().MatchString(name)
	}
	ip, err := netip.ParseAddr(strings.TrimSuffix(inner, "]"))
	return err == nil && ip.Is6() && ip.Zone() == "" && strings.HasSuffix(inner, "]")
}

// percentEncoded writes the bytes that stand for themselves in no address as %
// and two hexadecimal digits.
func percentEncoded(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
