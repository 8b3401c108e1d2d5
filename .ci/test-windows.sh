#!/bin/sh
# usage: test-windows.sh [PACKAGE...]
# Runs every test as a Windows program under Wine, golden pictures included.
set -eu
cd "$(dirname "$0")/.."
. .ci/setup.sh
. .ci/release.sh
need_go
need_wine
workshop
trap 'rm -rf "$WORK"; wineserver -k 2>/dev/null || true' EXIT

# Wine before 9 says in another way than Windows does that it cannot delete a file
# in the newer way; Go then has to try the older. Only for these tests.
broken=$(go env GOROOT)/src/internal/syscall/windows/at_windows.go
sed 's/case STATUS_INVALID_INFO_CLASS,/case NTStatus(0xC0000002), STATUS_INVALID_INFO_CLASS,/' "$broken" >"$WORK/at_windows.go"
printf '{"Replace": {"%s": "%s"}}' "$broken" "$WORK/at_windows.go" >"$WORK/overlay.json"

# Through a file: Wine's services, which the first test starts, outlive it, and go
# would wait for them to close a pipe.
cat >"$WORK/wine" <<'EOF'
#!/bin/sh
out=$(mktemp)
wine "$@" >"$out" 2>&1 </dev/null && code=0 || code=$?
cat "$out"
rm -f "$out"
exit $code
EOF
chmod +x "$WORK/wine"
CGO_ENABLED=0 GOOS=windows GOARCH=amd64 go test -tags ci -overlay "$WORK/overlay.json" -exec "$WORK/wine" "${@:-./...}"
