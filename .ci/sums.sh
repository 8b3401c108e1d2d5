#!/bin/sh
# sums.sh FOLDER: writes the checksums of all files in FOLDER into FOLDER/SHA256SUMS.
# Where SUMS_KEY holds a private key of GnuPG in armour, SHA256SUMS.asc is its
# signature. SUMS_KEY_PASSPHRASE opens the key. Both are read from the environment and
# handed on by pipes: other processes can read a command line.
set -eu
cd "${1:?the folder of the packages}"
rm -f SHA256SUMS SHA256SUMS.asc
sums=$(sha256sum -- *)
printf '%s\n' "$sums" >SHA256SUMS
cat SHA256SUMS
[ -n "${SUMS_KEY:-}" ] || exit 0
GNUPGHOME=$(mktemp -d)
export GNUPGHOME
trap 'gpgconf --kill gpg-agent; rm -rf "$GNUPGHOME"' EXIT
printf '%s\n' "$SUMS_KEY" | gpg --batch --quiet --import
printf '%s' "${SUMS_KEY_PASSPHRASE:-}" |
	gpg --batch --yes --pinentry-mode loopback --passphrase-fd 0 --armor --detach-sign SHA256SUMS
gpg --batch --verify SHA256SUMS.asc SHA256SUMS
