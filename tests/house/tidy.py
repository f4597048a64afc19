#!/usr/bin/env python3
"""clang-tidy over every source of the project: `tidy.py COMPILE_COMMANDS ROOT [FILES…]`.

A file that was found clean is not read again until something that it includes, its options or the rules
change: what was clean is remembered by a hash in the user's cache folder, as ccache does for objects.
"""

import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TIDY = "clang-tidy-14"
CLANG = "clang++-14"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "coldplan-tidy")
# A test is one long list of expectations by nature; and the analyzer, which takes a third of the time,
# has little to find where sanitizers run every path.
NOT_FOR_TESTS = ",".join(
    ["-readability-function-size", "-readability-function-cognitive-complexity", "-clang-analyzer-*"]
)


def options_of(entry):
    words = shlex.split(entry["command"])
    start = next(i for i, word in enumerate(words) if re.search(r"(\+\+|clang)", word)) + 1
    # gcc has warnings that clang does not know.
    return [*words[start : words.index("-o")], "-Wno-unknown-warning-option"]


def digest(entry, root):
    """Of all that clang-tidy reads for this file; comments count, since NOLINT stands in them."""
    command = [CLANG, *options_of(entry), "-E", "-C", entry["file"]]
    outcome = subprocess.run(command, cwd=entry["directory"], capture_output=True)
    if outcome.returncode != 0:
        return None
    text = outcome.stdout.replace(os.fsencode(root), b"").replace(os.fsencode(entry["directory"]), b"")
    rules = b"".join(path.read_bytes() for path in (root / ".clang-tidy", Path(__file__)))
    options = " ".join(options_of(entry)).replace(str(root), "")
    return hashlib.sha256(text + rules + options.encode()).hexdigest()


def findings(entry, root):
    """Prints what clang-tidy says of one file. Empty when it is clean, None when that was known."""
    key = digest(entry, root)
    if key and (CACHE / key).exists():
        return None
    checks = [f"--checks={NOT_FOR_TESTS}"] if entry["file"].endswith("_test.cpp") else []
    command = [TIDY, "--quiet", *checks, entry["file"], "--", *options_of(entry)]
    outcome = subprocess.run(command, cwd=entry["directory"], capture_output=True, text=True)
    if outcome.returncode != 0:
        print(outcome.stdout + outcome.stderr, flush=True)
        return "found"
    if key:
        (CACHE / key).touch()
    return ""


def main(compile_commands, root, *only):
    root = Path(root).resolve()
    CACHE.mkdir(parents=True, exist_ok=True)
    entries = [
        entry
        for entry in json.loads(Path(compile_commands).read_text())
        if Path(entry["file"]).is_relative_to(root)
        and not Path(entry["file"]).is_relative_to(root / "build")
        and (not only or any(part in entry["file"] for part in only))
    ]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(pool.map(lambda entry: findings(entry, root), entries))
    known = outcomes.count(None)
    faulty = outcomes.count("found")
    print(f"{len(entries)} files, {faulty} with findings, {known} known to be clean from before")
    return 1 if any(outcomes) or not entries else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
