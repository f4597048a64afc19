#!/usr/bin/env python3
"""clang-tidy over every source of the project: `tidy.py COMPILE_COMMANDS ROOT [PARTS OF PATHS…]`.

Nine tenths of the time go into headers of the system, which are walked again for every source. So sources
that are compiled with the same options and define no name twice are read together, as one file of their texts;
where they do not compile together they are halved until they do.

What was found clean is not read again until something that it includes, its options or the rules change:
it is remembered by a hash in the user's cache folder, as ccache does for objects.
"""

import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TIDY = "clang-tidy-14"
CLANG = "clang++-14"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "coldplan-tidy")
TOGETHER = 12
# A name of one source is no shadow over those of another.
TOGETHER_OPTIONS = ["-Wno-shadow"]
# A test is one long list of expectations by nature; and the analyzer, which takes a third of the time,
# has little to find where sanitizers run every path.
NOT_FOR_TESTS = "-readability-function-size,-readability-function-cognitive-complexity,-clang-analyzer-*"
# Of code as clang-format leaves it: names in anonymous namespaces, which stand at the line's begin.
ANONYMOUS = re.compile(r"^namespace \{$(.*?)^\}  // namespace$", re.DOTALL | re.MULTILINE)
DEFINED = re.compile(
    r"^(?![\s/#}]|using |namespace |static_assert|[A-Z_]+\()[^\n;={(]*?(\w+)(?:<[^\n]*>)?\s*[({=;]|^using (\w+) =",
    re.MULTILINE,
)


def options_of(entry):
    words = shlex.split(entry["command"])
    start = next(i for i, word in enumerate(words) if re.search(r"(\+\+|clang)", word)) + 1
    # gcc has warnings that clang does not know.
    return [*words[start : words.index("-o")], "-Wno-unknown-warning-option"]


def is_test(entry):
    return entry["file"].endswith("_test.cpp")


def own_names(entry):
    text = Path(entry["file"]).read_text()
    return {max(names) for part in ANONYMOUS.findall(text) for names in DEFINED.findall(part)}


def groups_of(entries):
    """Sources that may be read together, each list with the names that it defines."""
    groups = {}
    for entry in entries:
        key = (tuple(options_of(entry)), is_test(entry))
        names = own_names(entry)
        for group, taken in groups.setdefault(key, []):
            if len(group) < TOGETHER and not taken & names:
                group.append(entry)
                taken |= names
                break
        else:
            groups[key].append(([entry], names))
    return [group for alike in groups.values() for group, _ in alike]


def joined(group):
    """The lines of sources as one text, and where each comes from: (file, line). What one has included before
    is not included by the next, so that only what one source includes twice is found."""
    included, lines, places = set(), [], []
    for entry in group:
        text = Path(entry["file"]).read_text().split("\n")
        own = {line for line in text if line.startswith("#include")}
        lines += ["" if line in included and line in own else line for line in text]
        places += [(entry["file"], number + 1) for number in range(len(text))]
        included |= own
    return "\n".join(lines), places


def with_places(output, source, places):
    """What clang-tidy said of a joined text, said of the sources."""
    def place(match):
        file, line = places[min(int(match.group(1)), len(places)) - 1]
        return f"{file}:{line}"
    return re.sub(re.escape(source) + r":(\d+)", place, output)


def preprocessed(command, folder):
    outcome = subprocess.run(command, cwd=folder, capture_output=True)
    return outcome.stdout if outcome.returncode == 0 else None


def digest(group, source, root):
    """Of all that clang-tidy reads for these sources; comments count, since NOLINT stands in them."""
    folder, options = group[0]["directory"], options_of(group[0])
    text = preprocessed([CLANG, *options, "-E", "-C", source], folder)
    if text is None:
        return None
    for path in (root, folder, source):
        text = text.replace(os.fsencode(path), b"")
    rules = b"".join(path.read_bytes() for path in (root / ".clang-tidy", Path(__file__)))
    return hashlib.sha256(text + rules + " ".join(options).replace(str(root), "").encode()).hexdigest()


def compiles(group, source):
    command = [CLANG, *options_of(group[0]), "-fsyntax-only", "-w", source]
    return subprocess.run(command, cwd=group[0]["directory"], capture_output=True).returncode == 0


def read_together(group, root):
    """[(number of sources, "" clean, None known to be clean, "found")] of these sources."""
    if len(group) == 1:
        return [(1, said_of(group, group[0]["file"], [], root))]
    with tempfile.NamedTemporaryFile("w", suffix=".cpp", dir=group[0]["directory"]) as together:
        text, places = joined(group)
        together.write(text)
        together.flush()
        if compiles(group, together.name):
            return [(len(group), said_of(group, together.name, places, root))]
    half = len(group) // 2
    return read_together(group[:half], root) + read_together(group[half:], root)


def said_of(group, source, places, root):
    """Prints what clang-tidy says of a file that is these sources; `places` of one that was joined."""
    key = digest(group, source, root)
    if key and (CACHE / key).exists():
        return None
    checks = [f"--checks={NOT_FOR_TESTS}"] if is_test(group[0]) else []
    command = [TIDY, "--quiet", *checks, f"--config-file={root / '.clang-tidy'}", source, "--",
               *options_of(group[0]), *(TOGETHER_OPTIONS if len(group) > 1 else [])]
    outcome = subprocess.run(command, cwd=group[0]["directory"], capture_output=True, text=True)
    if outcome.returncode != 0:
        said = outcome.stdout + outcome.stderr
        print(with_places(said, source, places) if places else said, flush=True)
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
        outcomes = sum(pool.map(lambda group: read_together(group, root), groups_of(entries)), [])
    known = sum(count for count, said in outcomes if said is None)
    faulty = sum(count for count, said in outcomes if said == "found")
    print(f"{len(entries)} files read as {len(outcomes)}; {faulty} in those with findings, "
          f"{known} known to be clean from before")
    return 1 if faulty or not entries else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
