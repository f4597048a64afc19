#!/usr/bin/env python3
"""The README's commands exist: `readme_commands.py PROGRAM ROOT`.

A command is a line indented by four spaces that begins with "./". One that calls ./coldplan must name a
verb (and its sub-verb) whose --help knows the options used, and files that are there; every other script must be there.
"""

import itertools
import re
import shlex
import subprocess
import sys
from pathlib import Path


# With fewer, the README has no commands any more or writes them in another way than is looked for.
FEWEST_COMMANDS = 3


def commands(text):
    for line in text.replace("\\\n", " ").splitlines():
        if line.startswith("    ./"):
            yield re.sub(r"\s#.*", "", line).strip()


def faults_of_call(program, root, line):
    words = [word for word in shlex.split(line)[1:] if word not in ("|", ">")]
    verb = list(itertools.takewhile(lambda word: re.fullmatch(r"[a-z_]+", word), words))
    outcome = subprocess.run([program, *verb, "--help"], capture_output=True, text=True)
    if outcome.returncode != 0:
        yield f"{line}: --help ends with status {outcome.returncode}"
    for word in words:
        if word.startswith("--") and word.split("=")[0] not in outcome.stdout + "--help --version":
            yield f"{line}: --help does not know {word}"
        if word.startswith("examples/") and not (root / word).exists():
            yield f"{line}: {word} is not there"


def main(program, root):
    root = Path(root)
    lines = list(commands((root / "README.md").read_text(encoding="utf-8")))
    calls = [line for line in lines if line.startswith("./coldplan")]
    found = [fault for line in calls for fault in faults_of_call(program, root, line)]
    for line in lines:
        script = line.split()[0]
        if not (root / script).exists():
            found.append(f"{line}: {script} is not there")
    print(f"{len(lines)} commands in README.md, {len(calls)} of them calls of ./coldplan", *found, sep="\n")
    return 1 if found or len(lines) < FEWEST_COMMANDS else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
