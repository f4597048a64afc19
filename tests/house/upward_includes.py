#!/usr/bin/env python3
"""No room can include a room under it: `upward_includes.py COMPILE_COMMANDS ROOT` tries all of them.

For each room, one file is compiled exactly as the room's own sources are. It must compile with a header
of the room itself, and must not with a header of any room that stands later in COLDPLAN_ROOMS.
"""

import json
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path


def room_order(root):
    listed = re.search(
        r"set\(COLDPLAN_ROOMS(.*?)\)", (root / "cmake/coldplan_rooms.cmake").read_text(), re.S
    ).group(1)
    names = re.sub(r"#.*", "", listed).split()
    return [name for name in names if any((root / "src/coldplan" / name).glob("*.h"))]


def compile_line(commands, folder):
    """How a source of this folder is compiled, without its input, output and compiler cache."""
    for entry in commands:
        source = Path(entry["directory"], entry["file"])
        if source.parent == folder and not source.name.endswith("_test.cpp"):
            words = shlex.split(entry["command"])
            start = next(i for i, word in enumerate(words) if re.search(r"(\+\+|clang|gcc)", word))
            end = words.index("-o")
            return words[start:end], entry["directory"]
    return None


def compiles(line, directory, header):
    with tempfile.NamedTemporaryFile("w", suffix=".cpp") as probe:
        probe.write(f'#include "{header}"\n')
        probe.flush()
        command = [*line, "-fsyntax-only", "-x", "c++", probe.name]
        return subprocess.run(command, cwd=directory, capture_output=True, text=True)


def faults(commands, root):
    """What is wrong, and how many upward includes were tried."""
    order = room_order(root)
    header_of = {
        room: "coldplan/" + sorted((root / "src/coldplan" / room).glob("*.h"))[0]
        .relative_to(root / "src/coldplan").as_posix()
        for room in order
    }
    found, tried = [], 0
    for place, room in enumerate(order):
        compiled = compile_line(commands, root / "src/coldplan" / room)
        if compiled is None:
            continue
        own = compiles(*compiled, header_of[room])
        if own.returncode != 0:
            found.append(f"{room} cannot include its own {header_of[room]}:\n{own.stderr}")
        for below in order[place + 1 :]:
            tried += 1
            outcome = compiles(*compiled, header_of[below])
            if f"{header_of[below]}: No such file" not in outcome.stderr:
                found.append(f"{room} can include {header_of[below]}, of a room under it")
    return found, tried


def main(compile_commands, root):
    found, tried = faults(json.loads(Path(compile_commands).read_text()), Path(root).resolve())
    print(f"{tried} upward includes tried", *found, sep="\n")
    return 1 if found or tried == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
