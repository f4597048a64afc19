# shellcheck shell=bash
# Sourced by ./coldplan and ./coldplan-mpi, which set root, build, program, stamp and is_current: the first
# build, and the builds after a change. `target` and `packages` are what to build and what it needs; left
# out, those of ./coldplan.
# shellcheck disable=SC2154

# shellcheck source=cmake/install_packages.sh
source "$root/cmake/install_packages.sh"

# progress TEXT: one line that updates on a terminal; elsewhere a line for every new text.
progress() {
  if [[ -t 2 ]]; then
    printf '\r\033[Kcoldplan: %s' "$1" >&2
  else
    printf 'coldplan: %s\n' "$1" >&2
  fi
}

end_progress() {
  [[ ! -t 2 ]] || printf '\r\033[K' >&2
}

# Reads ninja's "[done/all] …" lines, keeps all in the log, and shows how far it is.
show_build() {
  local line finished all last=-1 step=10
  [[ ! -t 2 ]] || step=1
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$1"
    if [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then
      finished=${BASH_REMATCH[1]} all=${BASH_REMATCH[2]}
      if ((100 * finished / all / step > last)); then
        last=$((100 * finished / all / step))
        progress "building (once, some minutes): $finished of $all steps, $((100 * finished / all)) %"
      fi
    fi
  done
}

# A compiler takes up to 1 GB: no more of them at once than fit into memory.
compile_jobs() {
  local free
  free=$(awk '/^MemAvailable:/ { print int($2 / 1000000) }' /proc/meminfo 2>/dev/null)
  local jobs
  jobs=$(nproc 2>/dev/null || echo 2)
  ((free > 0 && free < jobs)) && jobs=$free
  echo "$jobs"
}

# What of a log says why it failed: from the first error on, or else its end.
show_error() {
  local first
  first=$(grep -nE -m 1 '^CMake Error|^FAILED|error:' "$1")
  { if [[ $first ]]; then tail -n "+${first%%:*}" "$1"; else tail -n 15 "$1"; fi; } |
    head -n 15 | cut -c 1-200 | sed 's/^/  | /' >&2
}

build_failed() {
  local log=$1 step=$2
  end_progress
  show_error "$log"
  if grep -q 'No space left on device' "$log"; then
    fail "$step failed: the disk is full" "Free about 1 GB and run the same command again." "The whole log: $log"
  elif grep -qE 'Killed signal|out of memory|virtual memory exhausted' "$log"; then
    fail "$step failed: the compiler ran out of memory" \
      "Run again with one compiler at a time: CMAKE_BUILD_PARALLEL_LEVEL=1 ./coldplan" "The whole log: $log"
  fi
  fail "$step failed" \
    "If the sources are unchanged, remove $build and run the same command again." "The whole log: $log"
}

# The cache of a checkout that has moved would be refused by cmake.
forget_moved_checkout() {
  local cache=$build/CMakeCache.txt
  if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$(cd "$root" && pwd -P)" "$cache"; then
    rm -rf "$build/CMakeCache.txt" "$build/CMakeFiles"
  fi
}

configure_and_build() {
  local log=$1
  export PYTHONDONTWRITEBYTECODE=1
  forget_moved_checkout
  # Taken before the build: what changes while it runs is newer.
  : >"$stamp.next"
  progress "configuring"
  (cd "$root" && cmake --preset release -B "$build") </dev/null >"$log" 2>&1 ||
    build_failed "$log" "configuring"
  NINJA_STATUS='[%f/%t] ' cmake --build "$build" --target "${target:-coldplan_program}" \
    -j "${CMAKE_BUILD_PARALLEL_LEVEL:-$(compile_jobs)}" </dev/null 2>&1 | show_build "$log"
  ((PIPESTATUS[0] == 0)) || build_failed "$log" "building"
  end_progress
  mv "$stamp.next" "$stamp"
}

build_program() {
  if ! mkdir -p "$build" 2>/dev/null || ! { : >"$build/.writable"; } 2>/dev/null; then
    fail "cannot write to $build" \
      "Copy the checkout to a folder that you may write, or name another one to build in:" \
      "COLDPLAN_BUILD_DIR=\$HOME/.cache/coldplan $root/coldplan …"
  fi
  rm -f "$build/.writable"
  # Two first calls at once: the second waits, then finds it built.
  local lock
  exec {lock}>"$build/lock"
  if command -v flock >/dev/null && ! flock -n "$lock"; then
    say "another call is building; waiting for it"
    flock "$lock"
  fi
  if ! is_current; then
    install_packages "$build/apt.log" "${program_packages[@]}" "${packages[@]}"
    configure_and_build "$build/build.log" {lock}>&-
  fi
  exec {lock}>&-
}
