# shellcheck shell=bash
# Sourced by ./coldplan, ./coldplan-mpi and ./test: what Debian packages they need, and how these get there without a
# question. Every failure is said in plain words on stderr with how to mend it.
# shellcheck disable=SC2034  # the lists are read by the scripts that source this one

program_packages=(
  cmake ninja-build g++ python3 pkg-config
  libcli11-dev nlohmann-json3-dev libfmt-dev libexpected-dev libfast-float-dev
  libboost-dev libeigen3-dev libhwy-dev librandom123-dev
  libcairo2-dev libpango1.0-dev fonts-dejavu-core libhdf5-dev)

# What ./coldplan-mpi needs besides.
mpi_packages=(libhdf5-openmpi-dev libopenmpi-dev openmpi-bin)

test_packages=(
  "${program_packages[@]}" "${mpi_packages[@]}"
  ccache libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev libsundials-dev
  clang-14 libclang-rt-14-dev clang-format-14 clang-tidy-14 shellcheck
  emscripten python3-jsonschema python3-h5py python3-pandas poppler-utils librsvg2-bin
  r-cran-metafor r-cran-jsonlite)

say() {
  printf 'coldplan: %s\n' "$*" >&2
}

# fail WHAT MEND…: the end, with status 1.
fail() {
  say "$1"
  shift
  printf '  %s\n' "$@" >&2
  exit 1
}

# missing_packages NAME…: those that are not installed, one a line.
missing_packages() {
  comm -23 <(printf '%s\n' "$@" | sort -u) \
    <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null |
      awk '$1 == "ii" || $1 == "hi" { print $2 }' | sort -u)
}

explain_apt_failure() {
  local log=$1 command=$2
  tail -n 5 "$log" | sed 's/^/  | /' >&2
  if grep -qiE 'resolving|resolve|could not connect|unable to connect|connection (timed out|failed|refused)|network is unreachable|no route|failed to fetch' "$log"; then
    fail "apt-get cannot reach its package server" \
      "Connect this computer to the network (or set apt's proxy) and run the same command again." \
      "All of apt's words: $log"
  elif grep -qiE 'unable to locate package|has no installation candidate' "$log"; then
    fail "this system does not know one of the packages: coldplan is made for Debian 12 (bookworm)" \
      "Use Debian 12, or install what stands in docs/dependencies.md and set COLDPLAN_NO_INSTALL=1." \
      "All of apt's words: $log"
  elif grep -qiE 'no space left|enough free space' "$log"; then
    fail "the disk is full" "Free about 2 GB and run the same command again." "All of apt's words: $log"
  fi
  fail "apt-get could not install the packages" "Mend what it says above, or try by hand: $command" \
    "All of apt's words: $log"
}

# install_packages LOG NAME…: installs those that are missing; no call of apt when none is.
install_packages() {
  local log=$1
  shift
  [[ -z ${COLDPLAN_NO_INSTALL-} ]] || return 0
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    fail "this system has no apt-get: coldplan installs what it needs on Debian 12 only" \
      "Install these by your system's own means, then set COLDPLAN_NO_INSTALL=1 and run again:" \
      "$*"
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0

  local -a as_root=()
  local by_hand="apt-get install ${missing[*]}"
  if ((EUID != 0)); then
    command -v sudo >/dev/null ||
      fail "${#missing[@]} packages are missing, and without sudo only root may install them" \
        "Have an administrator run: $by_hand" "Then run the same command again."
    sudo -n true 2>/dev/null ||
      fail "${#missing[@]} packages are missing, and sudo wants a password" \
        "Run: sudo $by_hand" "Then run the same command again."
    as_root=(sudo -n)
  fi

  say "installing ${#missing[@]} packages (once): ${missing[*]}"
  local -a apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y
    -o Acquire::Retries=2 -o Acquire::http::Timeout=30 -o DPkg::Lock::Timeout=600)
  # A stale or failing list of some other archive need not matter: only the installation decides.
  "${apt[@]}" update </dev/null >"$log" 2>&1
  "${apt[@]}" install --no-install-recommends "${missing[@]}" </dev/null >>"$log" 2>&1 ||
    explain_apt_failure "$log" "$by_hand"
}
