#!/usr/bin/env bash
# Every C++ file stands as .clang-format has it; `tests/house/format.sh --fix` puts it so.
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
mode=(--dry-run -Werror)
[[ ${1-} != --fix ]] || mode=(-i)
find src tests bench fuzz examples \( -name '*.h' -o -name '*.cpp' \) -print0 |
  xargs -0 -r clang-format-14 "${mode[@]}"
