"""Runs the program on every example and every broken case or device.

    answers_test.py PROGRAM SOURCE_DIR

Examples: the text fits 80 columns; the JSON validates against schema/comparison.schema.json; the picture is
written. Broken cases and devices: exit status 2, one line on stderr that begins with the file's name, nothing on
stdout, no picture left behind.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

PROGRAM = sys.argv[1]
SOURCE = pathlib.Path(sys.argv[2])


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False)


class Examples(unittest.TestCase):
    def test_there_are_six(self):
        self.assertEqual(len(list((SOURCE / "examples").glob("*.json"))), 6)

    def test_every_answer_fits_eighty_columns(self):
        for case in sorted((SOURCE / "examples").glob("*.json")):
            with self.subTest(case=case.name):
                answer = run("compare", case)
                self.assertEqual((answer.returncode, answer.stderr), (0, ""))
                self.assertLessEqual(max(map(len, answer.stdout.splitlines())), 80)

    def test_every_json_keeps_to_its_schema(self):
        schema = json.loads((SOURCE / "schema" / "comparison.schema.json").read_text())
        validator = jsonschema.Draft7Validator(schema)
        validator.check_schema(schema)
        for case in sorted((SOURCE / "examples").glob("*.json")):
            with self.subTest(case=case.name):
                answer = json.loads(run("compare", case, "--json").stdout)
                self.assertEqual([error.message for error in validator.iter_errors(answer)], [])

    def test_every_screening_keeps_to_its_schema(self):
        schema = json.loads((SOURCE / "schema" / "screening.schema.json").read_text())
        validator = jsonschema.Draft7Validator(schema)
        validator.check_schema(schema)
        for case in sorted((SOURCE / "examples").glob("*.json")):
            with self.subTest(case=case.name):
                answer = json.loads(run("screen", case, "--json").stdout)
                self.assertEqual([error.message for error in validator.iter_errors(answer)], [])
                answer["forms"]["ice_pack"] = {"level": "safe"}
                self.assertFalse(validator.is_valid(answer))

    def test_every_screening_fits_eighty_columns(self):
        for case in sorted((SOURCE / "examples").glob("*.json")):
            answer = run("screen", case, "--details")
            self.assertEqual((answer.returncode, answer.stderr), (0, ""))
            self.assertLessEqual(max(map(len, answer.stdout.splitlines())), 80)

    def test_a_session_given_by_flags_keeps_to_the_same_schema(self):
        schema = json.loads((SOURCE / "schema" / "comparison.schema.json").read_text())
        answer = run("simulate", "--form", "gel_pack", "--minutes", "7.7", "--age", "58", "--sex", "female",
                     "--height", "5ft5in", "--weight", "172lb", "--barrier", "dry_towel", "--json")
        self.assertTrue(jsonschema.Draft7Validator(schema).is_valid(json.loads(answer.stdout)))

    def test_the_schema_refuses_an_answer_without_its_screening_line(self):
        schema = json.loads((SOURCE / "schema" / "comparison.schema.json").read_text())
        answer = json.loads(run("compare", SOURCE / "examples" / "thin-47.json", "--json").stdout)
        del answer["screening"]
        self.assertFalse(jsonschema.Draft7Validator(schema).is_valid(answer))

    def test_every_kind_of_picture_is_written(self):
        magic = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}
        with tempfile.TemporaryDirectory() as folder:
            for ending, begin in magic.items():
                picture = pathlib.Path(folder) / f"back.{ending}"
                answer = run("compare", SOURCE / "examples" / "heavy-63.json", "--picture", picture)
                self.assertEqual(answer.returncode, 0)
                self.assertTrue(picture.read_bytes().startswith(begin))

    def test_the_same_question_gets_the_same_answer(self):
        case = SOURCE / "examples" / "chronic-58.json"
        self.assertEqual(run("compare", case, "--json").stdout, run("compare", case, "--json").stdout)


class BrokenCases(unittest.TestCase):
    def test_each_gets_one_line_and_leaves_no_file(self):
        cases = sorted((SOURCE / "tests" / "broken_cases").glob("*.json"))
        self.assertGreaterEqual(len(cases), 20)
        with tempfile.TemporaryDirectory() as folder:
            picture = pathlib.Path(folder) / "back.svg"
            for case in cases:
                with self.subTest(case=case.name):
                    answer = run("compare", case, "--picture", picture)
                    self.assertEqual(answer.returncode, 2)
                    self.assertEqual(answer.stdout, "")
                    self.assertEqual(answer.stderr.count("\n"), 1)
                    self.assertTrue(answer.stderr.startswith(f"{case}: "))
                    self.assertEqual(list(pathlib.Path(folder).iterdir()), [])

    def test_a_picture_that_cannot_be_written_is_a_failure(self):
        answer = run("compare", SOURCE / "examples" / "thin-47.json", "--picture", "/no-such-folder/back.svg")
        self.assertEqual(answer.returncode, 1)
        self.assertEqual(answer.stderr.count("\n"), 1)


class Devices(unittest.TestCase):
    PERSON = ("--age", "58", "--sex", "female", "--height", "165cm", "--weight", "78kg")

    def test_every_example_is_answered_in_eighty_columns_with_what_its_numbers_rest_on(self):
        devices = sorted((SOURCE / "examples" / "devices").glob("*.json"))
        self.assertGreaterEqual(len(devices), 4)
        for device in devices:
            with self.subTest(device=device.name):
                answer = run("simulate", "--device", device, *self.PERSON)
                self.assertEqual((answer.returncode, answer.stderr), (0, ""))
                self.assertLessEqual(max(map(len, answer.stdout.splitlines())), 80)
                given = json.loads(device.read_text(encoding="utf-8"))["device"]
                self.assertIn(given["name"], answer.stdout)
                self.assertIn(given["source_of_numbers"], " ".join(answer.stdout.split()))

    def test_each_broken_one_gets_one_line_and_leaves_no_file(self):
        devices = sorted((SOURCE / "tests" / "broken_devices").glob("*.json"))
        self.assertGreaterEqual(len(devices), 25)
        with tempfile.TemporaryDirectory() as folder:
            picture = pathlib.Path(folder) / "back.svg"
            for device in devices:
                with self.subTest(device=device.name):
                    answer = run("simulate", "--device", device, *self.PERSON, "--picture", picture)
                    self.assertEqual((answer.returncode, answer.stdout), (2, ""))
                    self.assertEqual(answer.stderr.count("\n"), 1)
                    self.assertTrue(answer.stderr.startswith(f"{device}: "))
                    self.assertEqual(list(pathlib.Path(folder).iterdir()), [])

    def test_of_more_mass_keeps_colder(self):
        runs = [run("simulate", *which, *self.PERSON, "--json").stdout
                for which in (("--device", SOURCE / "examples/devices/big-gel-pack.json"), ("--form", "gel_pack"))]
        heavy, usual = (json.loads(text)["forms"][0] for text in runs)
        self.assertLess(heavy["tissues"][0]["end_C"], usual["tissues"][0]["end_C"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
