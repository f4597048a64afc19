#!/usr/bin/env bash
# ./coldplan and ./coldplan-mpi in a small tree of their own, whose program is a shell script: first call, later calls, and
# everything that can go wrong. apt-get, dpkg-query and sudo are stand-ins that do what a test asks.
# shellcheck disable=SC2016  # an expectation is expanded where it is checked
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
chmod 755 "$work"
unset COLDPLAN_NO_INSTALL COLDPLAN_BUILD_DIR
failures=0

# The only programs in reach are those named here and the stand-ins.
tools=$work/tools
mkdir "$tools"
for tool in env bash sh cat cp mv rm mkdir touch sed awk grep find tail head sort comm sleep cmake ninja \
  nproc flock readlink chmod dirname cut; do
  ln -s "$(command -v "$tool")" "$tools/$tool"
done

stand_in() {
  printf '#!/bin/sh\n%s\n' "$2" >"$tools/$1"
  chmod 755 "$tools/$1"
}

# new_tree: a fresh tree in $tree, all packages installed.
new_tree() {
  tree=$work/tree
  chmod -R u+w "$tree" 2>/dev/null
  rm -rf "$tree" && mkdir -p "$tree/src" "$tree/data" "$tree/schema" "$tree/cmake"
  cp "$root/coldplan" "$root/coldplan-mpi" "$tree/" && cp "$root"/cmake/*.sh "$tree/cmake/"
  cat >"$tree/CMakePresets.json" <<'END'
{ "version": 6, "configurePresets": [ { "name": "release", "generator": "Ninja", "binaryDir": "${sourceDir}/build/release" } ] }
END
  cat >"$tree/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(stand_in LANGUAGES NONE)
set(program ${CMAKE_BINARY_DIR}/src/coldplan/app/coldplan)
add_custom_command(OUTPUT ${program} DEPENDS ${PROJECT_SOURCE_DIR}/src/program.sh
  COMMAND sh -n ${PROJECT_SOURCE_DIR}/src/program.sh
  COMMAND mkdir -p src/coldplan/app
  COMMAND cp ${PROJECT_SOURCE_DIR}/src/program.sh ${program} COMMAND chmod +x ${program})
add_custom_target(coldplan_program DEPENDS ${program})
add_custom_target(coldplan_mpi_program DEPENDS ${program}
  COMMAND cp ${program} ${CMAKE_BINARY_DIR}/src/coldplan/app/coldplan-mpi)
END
  printf '#!/bin/sh\necho "first: $*"\nexit 7\n' >"$tree/src/program.sh"
  stand_in dpkg-query 'shift 2; for name in "$@"; do echo "ii  $name"; done'
  stand_in apt-get 'echo "apt-get was called" >&2; exit 100'
  stand_in sudo 'shift; exec "$@"'
}

# call [COMMAND…]: runs ./coldplan one two (or COMMAND); leaves $status, $output and $errors.
call() {
  (($#)) || set -- "$tree/coldplan" one two
  output=$(PATH=$tools "$@" 2>"$work/errors" </dev/null)
  status=$?
  errors=$(<"$work/errors")
}

# As somebody who is not root, whoever runs this test.
call_unprivileged() {
  local -a as=()
  ((EUID != 0)) || as=("$(command -v setpriv)" --reuid=65534 --regid=65534 --clear-groups)
  call "${as[@]}" "$tree/coldplan" one two
}

expect() {
  if ! eval "$1"; then
    failures=$((failures + 1))
    printf 'FAILED: %s: %s\n  status %s\n  stdout: %s\n  stderr: %s\n' \
      "${FUNCNAME[1]}" "$1" "$status" "$output" "$errors"
  fi
}

the_first_call_builds_and_is_the_program() {
  new_tree && call
  expect '[[ $status == 7 && $output == "first: one two" ]]'
  expect '[[ $errors == *building*100\ %* ]]'
}

a_later_call_starts_at_once_and_says_nothing() {
  new_tree && call && call
  expect '[[ $status == 7 && -z $errors ]]'
  local start=${EPOCHREALTIME/./} calls=20 i
  for ((i = 0; i < calls; i++)); do call; done
  local each=$(((${EPOCHREALTIME/./} - start) / calls))
  echo "a later call takes $each µs, all of this test's own work included"
  expect "((${each} < 100000))"
}

a_changed_source_is_built() {
  new_tree && call
  sleep 0.05
  sed -i 's/first/second/' "$tree/src/program.sh"
  call
  expect '[[ $status == 7 && $output == "second: one two" ]]'
}

a_removed_source_is_noticed() {
  new_tree && touch "$tree/src/other" && call
  sleep 0.05
  rm "$tree/src/other"
  call
  expect '[[ $errors == *configuring* ]]'
}

it_runs_from_any_folder_and_through_a_link() {
  new_tree && call
  cd "$tree/src" && call ../coldplan there
  expect '[[ $output == "first: there" && -z $errors ]]'
  ln -sf "$tree/coldplan" "$work/link"
  cd / && call "$work/link" linked
  expect '[[ $output == "first: linked" && -z $errors ]]'
  cd "$tree" && call bash coldplan bare
  expect '[[ $output == "first: bare" && -z $errors ]]'
  cd /
}

a_moved_checkout_is_built_anew() {
  new_tree && call
  rm -rf "$work/moved" && mv "$tree" "$work/moved"
  rm "$work/moved/build/release/built"
  call "$work/moved/coldplan" moved
  expect '[[ $status == 7 && $output == "first: moved" ]]'
}

two_first_calls_at_once_build_once() {
  new_tree
  sed -i 's/COMMAND mkdir/COMMAND sleep 1 COMMAND mkdir/' "$tree/CMakeLists.txt"
  PATH=$tools "$tree/coldplan" a >"$work/a" 2>&1 &
  sleep 0.3
  call "$tree/coldplan" b
  wait
  expect '[[ $output == "first: b" && $errors == *waiting* && $errors != *configuring* ]]'
  expect 'grep -q "first: a" "$work/a"'
}

it_installs_missing_packages_without_a_question() {
  new_tree
  stand_in dpkg-query "[ -e $work/installed ] || exit 1; shift 2; for name in \"\$@\"; do echo \"ii  \$name\"; done"
  stand_in apt-get "echo \"\$DEBIAN_FRONTEND \$*\" >>$work/apt; touch $work/installed"
  call
  expect '[[ $status == 7 && $output == "first: one two" && $errors == *installing* ]]'
  expect 'grep -q "noninteractive .*-y.* install .*libfmt-dev" "$work/apt"'
}

a_failing_build_shows_its_end_and_its_log() {
  new_tree
  echo 'if' >>"$tree/src/program.sh"
  call
  expect '[[ $status == 1 && $errors == *building\ failed* && $errors == *build/release/build.log* ]]'
  expect '[[ $errors == *"end of file"* ]]'
}

nothing_is_installed() {
  stand_in dpkg-query 'exit 1'
}

offline_says_so() {
  new_tree && nothing_is_installed
  stand_in apt-get 'echo "Temporary failure resolving the server"; exit 100'
  call
  expect '[[ $status == 1 && $errors == *"cannot reach"* && $errors == *network* ]]'
}

without_rights_it_gives_the_command_to_run() {
  new_tree && nothing_is_installed && chmod 777 "$tree"
  stand_in sudo 'exit 1'
  call_unprivileged
  expect '[[ $status == 1 && $errors == *password* && $errors == *"sudo apt-get install cmake"* ]]'
  rm "$tools/sudo"
  call_unprivileged
  expect '[[ $status == 1 && $errors == *"without sudo"* && $errors == *administrator* ]]'
}

another_system_is_named_as_such() {
  new_tree && rm "$tools/apt-get"
  call
  expect '[[ $status == 1 && $errors == *"no apt-get"* && $errors == *COLDPLAN_NO_INSTALL* ]]'
  call env COLDPLAN_NO_INSTALL=1 "$tree/coldplan" by hand
  expect '[[ $status == 7 && $output == "first: by hand" ]]'
}

a_checkout_that_cannot_be_written_can_be_built_elsewhere() {
  new_tree && chmod 555 "$tree"
  call_unprivileged
  expect '[[ $status == 1 && $errors == *"cannot write"* && $errors == *COLDPLAN_BUILD_DIR* ]]'
  call env COLDPLAN_BUILD_DIR="$work/elsewhere" "$tree/coldplan" elsewhere
  expect '[[ $status == 7 && $output == "first: elsewhere" ]]'
}

the_ranks_are_started_by_mpirun() {
  new_tree
  stand_in mpirun 'echo "$OMPI_ALLOW_RUN_AS_ROOT $*"; for word in "$@"; do
    case $word in */coldplan-mpi) found=1 ;; esac; [ -n "$found" ] || shift; done; exec "$@"'
  call "$tree/coldplan-mpi" -n 3 cohort --people 5
  expect '[[ $status == 7 && $output == *"-n 3 "*"first: cohort --people 5" && $errors == *100\ %* ]]'
  expect '((EUID != 0)) || [[ $output == "1 "* ]]'
  call "$tree/coldplan-mpi" cohort again
  expect '[[ $status == 7 && $output == *"-n $(nproc) "*"first: cohort again" && -z $errors ]]'
  call "$tree/coldplan-mpi" -n many cohort
  expect '[[ $status == 2 && -z $output && $errors == *"many is not a number of ranks"* ]]'
}

for name in $(compgen -A function | grep -E '^(the|a|it|two|offline|without|another)_.*_'); do
  "$name"
done
echo "$failures failed"
((failures == 0))
