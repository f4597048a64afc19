"""Check that no physiological constant stands in the code: numbers come from data/ through facts::.

    check_physiology.py SOURCE_DIR

SOURCE_DIR is src/coldplan. Every numeric literal of the physiology rooms is a fault except
  - 0, 1, 2, 0.5, and 10.0 (the ten kelvin of a Q10);
  - an integer that counts or indexes: in a subscript, or as the last argument of a template;
  - a constant of a numerical method, or of a definition: a named constexpr whose comment in the lines
    just above it has the word `numerical:` and says what the constant is.

        // numerical: growth of the cells of the grid; its error is measured in grid_test.cpp
        constexpr double cell_growth = 1.15;

Tests are not scanned, nor what they share (example_*.h), nor is the solver (bioheat/), which knows no
physiology.
"""

import pathlib
import re
import sys

ROOMS = ["posterior", "person", "tissue", "anatomy", "applicator", "thermoregulation", "simulation", "effect", "injury",
         "planning"]
ALLOWED = {"0", "1", "2", "0.0", "1.0", "2.0", "0.5", "10.0"}

RAW_STRING = r'R"(?P<raw>[^(\s]*)\(.*?\)(?P=raw)"'
STRING = r'"(?:\\.|[^"\\\n])*"'
CHARACTER = r"'(?:\\.|[^'\\\n])'"
COMMENT = r"//[^\n]*|/\*.*?\*/"
DIRECTIVE = r"^[ \t]*#[^\n]*"
STRIPPED = re.compile("|".join((RAW_STRING, STRING, CHARACTER, COMMENT, DIRECTIVE)), re.DOTALL | re.MULTILINE)
DECIMAL = r"(?:\d[\d']*\.?[\d']*|\.\d+)(?:[eE][+-]?\d+)?"
NUMBER = re.compile(rf"(?<![\w.'])(?:0[xXbB][0-9a-fA-F']+|{DECIMAL})[uUlLfFzZ]*(?!\w)")
COUNT_AFTER = re.compile(r"\s*(\]|>)")
COUNT_BEFORE = re.compile(r"([\w\])]\s*\[|,)\s*$")


def blanked(text):
    """The code with strings, comments and directives as spaces; lines and columns stay."""
    return STRIPPED.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def marked_lines(text, code):
    """Lines (from 1) of named constexpr declarations whose comment above says `numerical:`."""
    lines, code_lines = text.split("\n"), code.split("\n")
    marked, index = set(), 0
    while index < len(lines):
        block = []
        while index < len(lines) and lines[index].strip().startswith("//"):
            block.append(lines[index])
            index += 1
        if block and any("numerical:" in line for line in block) and index < len(lines) \
                and re.search(r"\bconstexpr\b.*\b\w+\s*(=|\{)", code_lines[index]):
            while index < len(lines):
                marked.add(index + 1)
                index += 1
                if ";" in code_lines[index - 1]:
                    break
            continue
        index += 0 if block else 1
    return marked


def is_count(line, match):
    """Whether an integer is a subscript or the last argument of a template."""
    if not re.fullmatch(r"\d+[uUzZ]*", match.group()):
        return False
    before, after = COUNT_BEFORE.search(line[:match.start()]), COUNT_AFTER.match(line[match.end():])
    return bool(before and after and (before.group(1) == ",") == (after.group(1) == ">"))


def faults_in(text, name):
    code = blanked(text)
    marked = marked_lines(text, code)
    faults = []
    for at, line in enumerate(code.split("\n"), start=1):
        if at in marked:
            continue
        for match in NUMBER.finditer(line):
            if match.group().rstrip("uUlLfFzZ") not in ALLOWED and not is_count(line, match):
                faults.append(f"{name}:{at}: {match.group()} stands in the code; take it from data/ through "
                              "facts::, or mark a constant of a numerical method with `numerical:`")
    return faults


def faults_of(source):
    faults = []
    for room in ROOMS:
        for path in sorted((source / room).rglob("*")):
            is_of_tests = path.stem.endswith("_test") or path.name.startswith("example_")
            if path.suffix in (".h", ".cpp") and not is_of_tests:
                faults += faults_in(path.read_text(encoding="utf-8"), path.relative_to(source).as_posix())
    return faults


def main(arguments):
    if len(arguments) != 1:
        print("usage: check_physiology.py SOURCE_DIR", file=sys.stderr)
        return 2
    source = pathlib.Path(arguments[0])
    if not any((source / room).is_dir() for room in ROOMS):
        print(f"check_physiology.py: {source} has none of the rooms to check", file=sys.stderr)
        return 2
    faults = faults_of(source)
    for fault in faults:
        print(fault)
    print(f"{len(faults)} constants in the physiology rooms that belong in data/")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
