#!/usr/bin/env python3
"""Rules that the tree keeps. `tree_rules.py RULE [ROOT]` prints what breaks it; status 1 if anything does."""

import os
import re
import subprocess
import sys
from pathlib import Path

SKIPPED_FOLDERS = {".git", "build", "node_modules", "__pycache__", ".cache"}
CODE = {".h", ".cpp", ".py", ".cmake", ".sh", ".ts", ".tsx"}
MOST_LINES = 400
# Spelled apart, so that this file keeps its own rule.
MARKERS = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK"]) + r")\b")
MACHINE_PATH = re.compile(r"(?<![\w/.:$}~-])/(" + "|".join(["wo" + "rk", "ho" + "me", "ro" + "ot"]) + r")/")


def files(root, suffixes=None):
    """Every file of the tree that is not built, as paths relative to the root, in order."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - SKIPPED_FOLDERS)
        found += [Path(folder, name).relative_to(root) for name in sorted(names)]
    return [path for path in found if suffixes is None or path.suffix in suffixes]


def text_lines(root, path):
    try:
        return (root / path).read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:  # a picture
        return []


def includes(root):
    """An include of the project names its room; a way up the folders would go round the rooms."""
    for path in files(root, {".h", ".cpp"}):
        for number, line in enumerate(text_lines(root, path), 1):
            if re.match(r'\s*#\s*include\s*["<][^">]*\.\./', line):
                yield f"{path}:{number}: includes by a path upwards: {line.strip()}"
            elif path.parts[0] == "src" and re.match(r'\s*#\s*include\s*"(?!coldplan/)', line):
                yield f'{path}:{number}: an include in quotes begins with "coldplan/": {line.strip()}'


def line_count(root):
    for path in files(root, CODE):
        count = len(text_lines(root, path))
        if count > MOST_LINES:
            yield f"{path}: {count} lines, more than {MOST_LINES}: divide it"


def markers(root):
    """Nothing is left for later in the sources, and nothing speaks of one machine's folders."""
    for path in files(root):
        for number, line in enumerate(text_lines(root, path), 1):
            if path.suffix != ".json" and MARKERS.search(line):
                yield f"{path}:{number}: a marker for later: {line.strip()}"
            if MACHINE_PATH.search(line):
                yield f"{path}:{number}: a path of one machine: {line.strip()}"


def rooms(root):
    """Every source and test of a room is built, and every room has a test."""
    for room in sorted((root / "src/coldplan").iterdir()):
        if not room.is_dir():
            continue
        name = room.relative_to(root)
        lists = room / "CMakeLists.txt"
        listed = set(re.findall(r"[\w./-]+\.cpp", lists.read_text())) if lists.exists() else set()
        sources = {path.relative_to(room).as_posix() for path in room.rglob("*.cpp")}
        for source in sorted(sources - listed):
            yield f"{name}/{source}: is not named in {name}/CMakeLists.txt"
        if not any(source.endswith("_test.cpp") for source in sources):
            yield f"{name}: has no test"


def shell_scripts(root):
    for path in files(root):
        first = text_lines(root, path)[:1]
        if path.suffix == ".sh" or (first and re.match(r"#!.*\b(ba)?sh\b", first[0])):
            for command in (["bash", "-n", str(path)], ["shellcheck", "-x", str(path)]):
                outcome = subprocess.run(command, cwd=root, capture_output=True, text=True)
                if outcome.returncode:
                    yield f"{path}: {command[0]} finds\n{outcome.stdout}{outcome.stderr}"


def links(root):
    """A relative link in a document leads to a file."""
    for path in files(root, {".md"}):
        for target in re.findall(r"\]\(([^)\s#]+)[^)]*\)", "\n".join(text_lines(root, path))):
            if "://" not in target and not target.startswith("mailto:"):
                if not (root / path.parent / target).exists():
                    yield f"{path}: links to {target}, which is not there"


def version(root):
    """One version, in the build, the citation and the changelog."""
    places = {
        "CMakeLists.txt": r"project\(coldplan VERSION (\S+)",
        "CITATION.cff": r"(?m)^version: \"?([^\"\s]+)",
        "CHANGELOG.md": r"(?m)^## (\d+\.\d+\.\d+)",
    }
    seen = {}
    for place, pattern in places.items():
        match = re.search(pattern, (root / place).read_text(encoding="utf-8"))
        seen[place] = match.group(1) if match else "none"
    if len(set(seen.values())) > 1:
        yield f"versions differ: {seen}"


def dependencies(root):
    """Every package that the scripts install is explained in docs/dependencies.md."""
    script = (root / "cmake/install_packages.sh").read_text()
    explained = (root / "docs/dependencies.md").read_text(encoding="utf-8")
    for block in re.findall(r"_packages=\(([^)]*)\)", script):
        for package in block.split():
            if not package.startswith('"') and f"`{package}`" not in explained:
                yield f"docs/dependencies.md: does not explain {package}"


RULES = {
    rule.__name__: rule
    for rule in (includes, line_count, markers, rooms, shell_scripts, links, version, dependencies)
}


def main(arguments):
    root = Path(arguments[1] if len(arguments) > 1 else ".").resolve()
    found = list(RULES[arguments[0]](root))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
