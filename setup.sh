#!/bin/sh
# Sets smtui up on Debian 12: installs the packages that are missing, builds, and opens the bundled
# sample model. With --test it runs all tests instead of opening the model.
#
#   sh setup.sh            install what is missing, build in build/, open the sample
#   sh setup.sh --test     install what is missing, build, run all tests (plain, then ASan+UBSan)
#   sh setup.sh --build    install what is missing and build, nothing more
#
# Works as root and as a user with sudo; asks no registry when nothing is missing.
set -u
cd "$(dirname "$0")" || exit 1

need="gcc make autoconf automake pkg-config libc6-dev libncurses-dev libprotobuf-c-dev
protobuf-c-compiler libreadline-dev libopenblas-dev"
optional="libpng-dev libjpeg-dev zlib1g-dev libsnappy-dev"
for_tests="libcmocka-dev tmux procps"

die() {
	echo "setup.sh: $*" >&2
	exit 1
}

missing() {
	for p in "$@"; do
		dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q '^install ok installed$' ||
			printf '%s ' "$p"
	done
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null 2>&1; then
		sudo "$@"
	else
		die "needs root (or sudo) to install: $want"
	fi
}

# libjpeg-dev is a name that libjpeg62-turbo-dev may stand in for; dpkg-query knows both.
install_missing() {
	want=$(missing "$@")
	[ -n "$want" ] || return 0
	command -v apt-get >/dev/null 2>&1 || die "no apt-get here; please install: $want"
	echo "installing: $want"
	as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q ||
		echo "setup.sh: apt-get update failed, going on with the lists that are here" >&2
	as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -q --no-install-recommends $want ||
		die "could not install: $want"
}

jobs=$(nproc 2>/dev/null || echo 1)

# build DIR CONFIGURE-OPTIONS...
build() {
	dir=$1
	shift
	if [ -f config.status ]; then
		echo "setup.sh: cleaning the build inside the source folder first" >&2
		make -s distclean || die "make distclean failed"
	fi
	[ -f Makefile.in ] && [ -f build-aux/install-sh ] && [ configure -nt configure.ac ] || autoreconf -fi || die "autoreconf failed"
	mkdir -p "$dir" || die "cannot make $dir"
	have=$(missing $need $optional $for_tests)
	if [ ! -f "$dir/config.status" ] || [ configure -nt "$dir/config.status" ] ||
	   [ "$have" != "$(cat "$dir/missing-packages" 2>/dev/null)" ]; then
		(cd "$dir" && ../configure -q "$@") || die "configure failed"
		echo "$have" >"$dir/missing-packages"	# another set: configure must look again
	fi
	make -s -C "$dir" -j"$jobs" || die "make failed"
}

# Runs the tests of a build folder; the counts of all its logs are added to passed and failed.
check() {
	dir=$1
	rc=0
	make -C "$dir" -j"$jobs" check || rc=1
	set -- $(sh tests/count.sh "$dir")
	passed=$((passed + $1)) failed=$((failed + $2))
	if [ $rc != 0 ] && [ "$2" = 0 ]; then
		failed=$((failed + 1))	# make itself failed: no test could say so
	fi
}

case ${1:-} in
"")
	install_missing $need $optional
	build build
	exec build/smtui examples/mobilenet/1
	;;
--build)
	install_missing $need $optional
	build build
	;;
--test)
	install_missing $need $optional $for_tests
	passed=0 failed=0
	build build
	check build
	build build-asan --enable-asan --enable-ubsan CFLAGS='-g -O1'
	check build-asan
	echo "$passed passed, $failed failed"
	[ $failed = 0 ]
	;;
*)
	sed -n '2,9p' "$0" | sed 's/^# \{0,1\}//'
	[ "$1" = --help ] || exit 2
	;;
esac
