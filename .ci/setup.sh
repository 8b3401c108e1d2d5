# Sourced by the scripts beside it, in the repository's root: brings what a
# build or a test needs and is not there yet. Running it again changes nothing.
# shellcheck shell=sh

say() { printf '%s\n' "$*" >&2; }
die() {
	say "$*"
	exit 1
}

# quietly COMMAND...: shows what a command said only if it fails.
quietly() {
	log=$(mktemp)
	"$@" >"$log" 2>&1 || {
		cat "$log" >&2
		rm -f "$log"
		return 1
	}
	rm -f "$log"
}

GL_PACKAGES="gcc libc6-dev pkg-config libgl-dev libegl-dev libxcursor-dev libxrandr-dev
	libxinerama-dev libxi-dev libxxf86vm-dev libwayland-dev libxkbcommon-dev"
GL_MODULES="gl egl x11 xcursor xrandr xinerama xi xxf86vm wayland-client xkbcommon"
DISPLAY_PACKAGES="xvfb xauth xdotool imagemagick"

on_debian() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# must_root WHAT: ends here, saying what is wanted, if nobody may install.
must_root() {
	[ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
		die "This needs root, and there is no sudo. Please do it yourself, then run this again: $*"
}

# Package lists may be empty (a fresh container) or old, so refresh them, but
# once per run at most.
apt_update() {
	[ -z "${APT_UPDATED:-}" ] || return 0
	quietly as_root apt-get update -qq
	APT_UPDATED=yes
}

# need PACKAGE...: Debian packages, installed only where one is missing.
need() {
	missing=
	for package in "$@"; do
		status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || status=
		[ "$status" = installed ] || missing="$missing $package"
	done
	[ -n "$missing" ] || return 0
	must_root "apt-get install$missing"
	say "Installing$missing"
	apt_update
	# shellcheck disable=SC2086 # a list of names
	quietly as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends $missing
}

# go_fits: the go on PATH can load this module, fetching the toolchain that
# go.mod names where it may. Go before 1.21 cannot even read go.mod.
go_fits() { command -v go >/dev/null && go list -m >/dev/null 2>&1; }

newest_go_package() {
	apt-cache pkgnames golang-1. | grep -E '^golang-1\.(2[1-9]|[3-9][0-9])-go$' | sort -V | tail -n 1
}

# A Go that was told to stay as it is may still fetch a newer one here.
go_fits_or_fetches() {
	go_fits && return
	GOTOOLCHAIN=auto
	export GOTOOLCHAIN
	go_fits && return
	unset GOTOOLCHAIN
	return 1
}

find_go() {
	go_fits_or_fetches && return
	path=$PATH
	for dir in /usr/local/go/bin $(printf '%s\n' /usr/lib/go-1.*/bin | sort -rV); do
		PATH=$dir:$path
		[ ! -x "$dir/go" ] || ! go_fits_or_fetches || return 0
	done
	PATH=$path
	return 1
}

install_go() {
	on_debian || die "Please install Go 1.26 or newer (https://go.dev/dl) and run this again."
	must_root "install Go 1.26 or newer"
	need ca-certificates
	apt_update
	if [ -z "$(newest_go_package)" ] && grep -q '^VERSION_CODENAME=bookworm' /etc/os-release; then
		# Debian 12 has Go 1.19. Its backports have one that fetches newer ones.
		say "Adding bookworm-backports for Go"
		echo "deb http://deb.debian.org/debian bookworm-backports main" |
			as_root tee /etc/apt/sources.list.d/bookworm-backports.list >/dev/null
		APT_UPDATED=
		apt_update
	fi
	package=$(newest_go_package)
	[ -n "$package" ] || die "This system has no Go 1.21 or newer. Install it from https://go.dev/dl and run this again."
	need "$package"
}

need_go() {
	if ! find_go; then
		install_go
		find_go || die "Go cannot load this module: $(go list -m 2>&1 | tail -n 1)"
	fi
	# One set of flags everywhere: other flags would compile OpenGL a second
	# time, which takes minutes.
	GOFLAGS="$(go env GOFLAGS) -trimpath"
	# A clone that belongs to another user has no version control for Go.
	git rev-parse HEAD >/dev/null 2>&1 || GOFLAGS="$GOFLAGS -buildvcs=false"
	export GOFLAGS PATH
}

# commit_flag: for -ldflags, tells the program its commit where Go is told not to
# look. The linker alone reads it: nothing is compiled anew.
commit_flag() {
	commit=$(git rev-parse HEAD 2>/dev/null) || return 0
	[ -z "$(git status --porcelain)" ] || commit="$commit+changes"
	printf -- '-X main.builtFrom=%s' "$commit"
}

need_gl() {
	if on_debian; then
		# shellcheck disable=SC2086
		need $GL_PACKAGES
		return
	fi
	command -v cc >/dev/null || command -v gcc >/dev/null || die "Please install a C compiler and run this again."
	[ "$(uname)" != Darwin ] || return 0
	# shellcheck disable=SC2086
	pkg-config --exists $GL_MODULES 2>/dev/null ||
		die "Please install pkg-config and the development packages of: $GL_MODULES; then run this again."
}

# need_c: a C compiler, for the race detector.
need_c() {
	if on_debian; then
		need gcc libc6-dev
		return
	fi
	command -v cc >/dev/null || command -v gcc >/dev/null || die "Please install a C compiler and run this again."
}

# need_display: a screen without a screen, a hand on it and a camera.
need_display() {
	if on_debian; then
		# shellcheck disable=SC2086
		need $DISPLAY_PACKAGES
		return
	fi
	for tool in xvfb-run xdotool import; do
		command -v "$tool" >/dev/null || die "Please install Xvfb (with xvfb-run), xdotool and ImageMagick, and run this again."
	done
}

# need_tracer: shows that the program opens no connection.
need_tracer() {
	if on_debian; then
		need strace
		return
	fi
	command -v strace >/dev/null || die "Please install strace and run this again."
}

# need_wine: a Windows for 64-bit programs, with a disk of its own in build/wine.
need_wine() {
	on_debian || die "This needs Wine and mingw-w64 from Debian or Ubuntu: please run it there."
	need wine wine64 gcc-mingw-w64-x86-64-win32 binutils-mingw-w64-x86-64
	export WINEPREFIX="$PWD/build/wine" WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml=
	[ ! -e "$WINEPREFIX/ready" ] || return 0
	say "Setting up Wine, once"
	mkdir -p "$WINEPREFIX"
	quietly wine wineboot -i
	quietly wineserver -w
	# Go asks this library for random numbers; Wine before 9 has none.
	[ -e /usr/lib/x86_64-linux-gnu/wine/x86_64-windows/bcryptprimitives.dll ] ||
		x86_64-w64-mingw32-gcc -shared -O2 -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
			.ci/package/bcryptprimitives.c -ladvapi32
	: >"$WINEPREFIX/ready"
}

# without_c: for work that needs no window, and so no C compiler; on macOS the
# toolkit has parts in C that it cannot do without.
without_c() {
	[ "$(uname)" = Darwin ] || CGO_ENABLED=0
	export CGO_ENABLED="${CGO_ENABLED:-1}"
}

GOLANGCI=v2.15.0
LINTER=build/tools/golangci-lint-$GOLANGCI/golangci-lint

need_linter() {
	[ ! -x "$LINTER" ] || return 0
	say "Building golangci-lint $GOLANGCI, once"
	# The linter must know the language version of this module, so it is built
	# with the Go of this module rather than that of its own.
	GOTOOLCHAIN=$(go env GOVERSION) GOBIN=$PWD/$(dirname "$LINTER") CGO_ENABLED=0 \
		quietly go install "github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$GOLANGCI"
}

BENCHSTAT_VERSION=v0.0.0-20260908200009-22c9c6c9d4da
BENCHSTAT=build/tools/benchstat-$BENCHSTAT_VERSION/benchstat

# need_benchstat: compares what benchmarks measured.
need_benchstat() {
	[ ! -x "$BENCHSTAT" ] || return 0
	say "Building benchstat, once"
	GOBIN=$PWD/$(dirname "$BENCHSTAT") CGO_ENABLED=0 \
		quietly go install "golang.org/x/perf/cmd/benchstat@$BENCHSTAT_VERSION"
}

# private_home: a home of its own for whatever runs next, so that neither the
# reader's settings nor a session bus changes a result, and the settings are not
# touched. Go keeps its caches and settings. Removed when the script ends.
private_home() {
	for name in GOENV GOCACHE GOMODCACHE GOPATH; do
		export "$name=$(go env "$name")"
	done
	PRIVATE=$(mktemp -d)
	trap 'rm -rf "$PRIVATE"' EXIT
	trap 'exit 130' INT TERM HUP
	# Fyne makes its folder in .cache but not .cache itself.
	mkdir -m 700 "$PRIVATE/.cache" "$PRIVATE/run"
	unset SIDELIGHT_HOME XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME WAYLAND_DISPLAY
	export HOME="$PRIVATE" XDG_RUNTIME_DIR="$PRIVATE/run" FYNE_SCALE=1
	# Without a bus every start would leave a dbus-daemon behind.
	export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent
}

# on_screen COMMAND...: runs it on a virtual screen of the window's own size. The
# screen stays when a program leaves it: the next one would find it gone for a
# moment. No key repeats itself (-r): on a busy machine it may be half a second before
# the program that types comes to let a key go, and Esc would leave two levels.
on_screen() { xvfb-run -a -s "-r -screen 0 1280x820x24 -nolisten tcp -noreset" "$@"; }
