#!/usr/bin/env python3
"""Each rule of the tree finds the fault that it is there for, and nothing in a tree without it."""

import tempfile
import unittest
from pathlib import Path

import tree_rules

SOUND = {
    "CMakeLists.txt": "project(coldplan VERSION 1.2.3 LANGUAGES CXX)\n",
    "CITATION.cff": "version: 1.2.3\n",
    "CHANGELOG.md": "# Changes\n\n## 1.2.3\n",
    "README.md": "[how](docs/dependencies.md) and https://example.org/ho" + "me/page\n",
    "cmake/install_packages.sh": '#!/bin/bash\nx_packages=(one two)\necho "${x_packages[@]}"\n',
    "docs/dependencies.md": "`one` and `two`\n",
    "run": "#!/bin/bash\necho one\n",
    "src/coldplan/tissue/CMakeLists.txt": "coldplan_room(tissue SOURCES a.cpp TESTS a_test.cpp)\n",
    "src/coldplan/tissue/a.cpp": '#include "coldplan/tissue/a.h"\n',
    "src/coldplan/tissue/a_test.cpp": "\n",
}

# rule: (file, what stands in it) that must be found.
FAULTS = {
    "includes": [
        ("src/coldplan/tissue/a.cpp", '#include "../bioheat/b.h"\n'),
        ("src/coldplan/tissue/a.cpp", '#include "a.h"\n'),
    ],
    "line_count": [("src/coldplan/tissue/a.cpp", "\n" * 401)],
    "markers": [
        ("src/coldplan/tissue/a.cpp", "// TO" + "DO: later\n"),
        ("README.md", "see /ho" + "me/someone/notes\n"),
    ],
    "rooms": [
        ("src/coldplan/tissue/forgotten_test.cpp", "\n"),
        ("src/coldplan/bioheat/CMakeLists.txt", "coldplan_room(bioheat)\n"),
    ],
    "shell_scripts": [("run", "#!/bin/bash\nif true\n"), ("run", "#!/bin/bash\ncd $1\n")],
    "links": [("README.md", "[gone](docs/gone.md)\n")],
    "version": [("CITATION.cff", "version: 1.2.4\n")],
    "dependencies": [("docs/dependencies.md", "`one` alone\n")],
}


class Rules(unittest.TestCase):
    def findings(self, rule, *changes):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, content in [*SOUND.items(), *changes]:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(content, encoding="utf-8")
            return list(tree_rules.RULES[rule](root))

    def test_a_sound_tree_breaks_no_rule(self):
        for rule in tree_rules.RULES:
            self.assertEqual(self.findings(rule), [], rule)

    def test_every_rule_finds_its_fault(self):
        self.assertEqual(set(FAULTS), set(tree_rules.RULES))
        for rule, faults in FAULTS.items():
            for fault in faults:
                self.assertTrue(self.findings(rule, fault), f"{rule}: {fault}")


if __name__ == "__main__":
    unittest.main()
