"""Twelve example people and more, with what the answer must be like, typed from the sources beforehand.

    advice_test.py PROGRAM SOURCE_DIR

expected.json says how each check is read. Checked here is what screening decides: levels, and whom no session is
shown; the others wait for the command that plans sessions.
"""

import json
import pathlib
import subprocess
import sys
import unittest

PROGRAM = sys.argv[1]
SOURCE = pathlib.Path(sys.argv[2])
HERE = SOURCE / "tests" / "advice"
EXPECTED = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
MILDEST_FIRST = ("allowed", "ask_first", "not_for_you")


def path_of(case):
    return SOURCE / case if case.startswith("examples/") else HERE / "people" / case


def screening_of(case):
    answer = subprocess.run([PROGRAM, "screen", path_of(case), "--date", EXPECTED["today"], "--json"],
                            capture_output=True, text=True, check=True)
    return json.loads(answer.stdout)


def checks(people, kind):
    return [each for each in people["expect"] if each["check"] == kind and each["sure"]]


class People(unittest.TestCase):
    def test_are_at_least_twelve(self):
        self.assertGreaterEqual(len(EXPECTED["people"]), 12)

    def test_have_the_levels_that_the_sources_give(self):
        compared = 0
        for people in EXPECTED["people"]:
            wanted = [each for each in checks(people, "level") if "variant" not in each]
            screening = screening_of(people["case"]) if wanted else None
            for each in wanted:
                with self.subTest(case=people["case"], family=each["family"]):
                    level = screening["forms"][each["family"]]["level"]
                    self.assertIn(level, [each["is"], *each.get("or", [])])
                    compared += 1
        self.assertGreater(compared, 80)

    def test_get_no_session_where_a_warning_sign_is_to_be_seen_today(self):
        compared = 0
        for people in EXPECTED["people"]:
            for each in checks(people, "no_session"):
                with self.subTest(case=people["case"]):
                    screening = screening_of(people["case"])
                    urgencies = {flag["urgency"] for flag in screening["red_flags"]}
                    self.assertIn(each["urgency"], urgencies)
                    levels = {form["level"] for form in screening["forms"].values()}
                    self.assertEqual(levels, {"not_for_you"})
                    compared += 1
        self.assertGreaterEqual(compared, 3)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
