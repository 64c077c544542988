# Sourced by the other scripts: goes to the package's root, and installs what a job lacks.
# Says nothing and touches no network when everything is there.

here=$0
while [ -L "$here" ]; do
  link=$(readlink "$here")
  case $link in
    /*) here=$link ;;
    *) here=$(dirname "$here")/$link ;;
  esac
done
cd "$(dirname "$here")/.."

export LC_ALL=C.UTF-8

missing=

# need PACKAGE COMMAND...: asks for a Debian package where the command fails.
need() {
  package=$1
  shift
  "$@" > /dev/null 2>&1 || missing="$missing $package"
}

# Installs the packages that were asked for and are not there.
install_missing() {
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -eq 0 ]; then
    root=
  elif command -v sudo > /dev/null; then
    root=sudo
  else
    echo "$0: needs the Debian packages$missing; install them, or run this as root" >&2
    exit 69
  fi
  echo "$0: installing$missing" >&2
  # shellcheck disable=SC2086
  { $root apt-get update -qq && $root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing; } > /dev/null
  missing=
}

# What every build needs.
need_build() {
  command -v swift > /dev/null || {
    echo "$0: needs Swift 6.2 or later; see https://www.swift.org/install" >&2
    exit 69
  }
  need pkg-config command -v pkg-config
  need libgeos-dev test -e /usr/include/geos_c.h
  need libproj-dev test -e /usr/include/proj.h
}

# What the page of the map is written with.
need_leaflet() {
  need libjs-leaflet test -e /usr/share/javascript/leaflet/leaflet.min.js
  need libjs-leaflet.markercluster \
    test -e /usr/share/javascript/leaflet/leaflet.markercluster.min.js
}

# What it takes to look at the page as its readers do: a browser, and letters for both languages.
need_browser() {
  need chromium command -v chromium
  need fonts-noto-core test -e /usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf
  need python3-venv python3 -c 'import venv, ensurepip'
}

# python_with PACKAGE==VERSION...: a Python of our own with these packages, in $python.
python_with() {
  python=.build/python/bin/python
  [ -x $python ] || python3 -m venv .build/python
  # The list of what is there is asked for only when it changes.
  if [ "$(cat .build/python/packages 2> /dev/null)" != "$*" ]; then
    quietly $python -m pip install --quiet "$@"
    echo "$*" > .build/python/packages
  fi
}

# quietly COMMAND...: shows what a command prints only when it fails.
quietly() {
  log=$(mktemp)
  if "$@" > "$log" 2>&1; then
    rm -f "$log"
  else
    status=$?
    cat "$log" >&2
    rm -f "$log"
    return "$status"
  fi
}

# closing COMMAND...: shows the last line of what a command prints, and all of it when it fails.
closing() {
  log=$(mktemp)
  if "$@" > "$log" 2>&1; then
    tail -n 1 "$log"
    rm -f "$log"
  else
    status=$?
    cat "$log" >&2
    rm -f "$log"
    return "$status"
  fi
}
