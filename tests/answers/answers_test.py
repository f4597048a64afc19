"""Runs the program on every example and every broken case or device.

    answers_test.py PROGRAM SOURCE_DIR

Examples: the text fits 80 columns; the JSON validates against schema/comparison.schema.json; the picture is
written. Broken cases and devices: exit status 2, one line on stderr that begins with the file's name, nothing on
stdout, no picture left behind. Tables of studies: pooled as metafor does, with JSON by its schema; broken ones
refused in one line.
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


class BundledTrials(unittest.TestCase):
    JUDGEMENTS = SOURCE / "examples" / "evidence" / "judgements.json"

    def setUp(self):
        schema = json.loads((SOURCE / "schema" / "evidence.schema.json").read_text(encoding="utf-8"))
        self.validator = jsonschema.Draft7Validator(schema)
        self.validator.check_schema(schema)

    def test_are_answered_in_eighty_columns(self):
        for words in ((), ("--details",), ("--kind", "chronic"), ("--judgements", self.JUDGEMENTS), ("article",)):
            with self.subTest(words=words):
                answer = run("evidence", *words)
                self.assertEqual((answer.returncode, answer.stderr), (0, ""))
                long = [line for line in answer.stdout.splitlines() if len(line) > 80 and "<http" not in line]
                self.assertEqual(long, [])

    def test_keep_to_their_schema(self):
        for words in ((), ("--judgements", self.JUDGEMENTS), ("article",), ("trials",)):
            with self.subTest(words=words):
                answer = json.loads(run("evidence", *words, "--json").stdout)
                self.assertEqual([error.message for error in self.validator.iter_errors(answer)], [])
        answer["trials"][0]["risk_of_bias"] = "none"
        self.assertFalse(self.validator.is_valid(answer))

    def test_of_a_readers_own_table_are_pooled_as_the_bundled_ones_are(self):
        table = SOURCE / "examples" / "evidence" / "cold-or-heat.csv"
        pooled = run("evidence", "pool", table, "--measure", "SMD", "--forest")
        self.assertEqual((pooled.returncode, pooled.stderr), (0, ""))
        self.assertIn("0.42", pooled.stdout)
        bundled = json.loads(run("evidence", "--json").stdout)["questions"][0]["result"]
        self.assertAlmostEqual(bundled["estimate"], 0.423249152710255, places=9)

    def test_are_drawn_in_every_way(self):
        table = SOURCE / "examples" / "evidence" / "cold-or-heat.csv"
        with tempfile.TemporaryDirectory() as folder:
            for plot in ("forest", "funnel", "cumulative", "leave-one-out"):
                picture = pathlib.Path(folder) / f"{plot}.svg"
                answer = run("evidence", "--question", "acute-cold-or-heat", "--plot", plot, "--picture", picture)
                self.assertEqual((answer.returncode, answer.stderr), (0, ""))
                self.assertTrue(picture.read_bytes().startswith(b"<?xml"))
                answer = run("evidence", "pool", table, "--measure", "SMD", "--plot", plot, "--picture", picture)
                self.assertEqual((answer.returncode, answer.stderr), (0, ""))

    def test_get_one_line_for_a_wrong_word(self):
        for words in (("--kind", "cronic"), ("--form", "ice"), ("--question", "x", "--picture", "x.svg"),
                      ("--plot", "fores", "--question", "acute-cold-or-heat", "--picture", "x.svg"),
                      ("--judgements", "no-such-file.json"), ("artcle",), ("pool",)):
            with self.subTest(words=words):
                answer = run("evidence", *words)
                self.assertEqual((answer.returncode, answer.stdout), (2, ""))
                self.assertEqual(answer.stderr.count("\n"), 1)


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


class Tables(unittest.TestCase):
    REFERENCE = json.loads((SOURCE / "data" / "evidence" / "metafor_reference.json").read_text(encoding="utf-8"))

    def table(self, folder):
        data = self.REFERENCE["bcg"]["data"]
        columns = {"study": [f"{author} {trial}" for author, trial in zip(data["author"], data["trial"])],
                   "ai": data["tpos"], "bi": data["tneg"], "ci": data["cpos"], "di": data["cneg"],
                   "ablat": data["ablat"], "alloc": data["alloc"]}
        rows = [columns.keys(), *zip(*columns.values())]
        path = pathlib.Path(folder) / "bcg.csv"
        path.write_text("".join(",".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")
        return path

    def test_each_model_is_metafors_and_keeps_to_its_schema(self):
        schema = json.loads((SOURCE / "schema" / "evidence_pool.schema.json").read_text(encoding="utf-8"))
        validator = jsonschema.Draft7Validator(schema)
        validator.check_schema(schema)
        with tempfile.TemporaryDirectory() as folder:
            table = self.table(folder)
            for method, test in (("REML", "z"), ("REML", "knha"), ("DL", "adhoc"), ("EE", "z"), ("PM", "knha")):
                with self.subTest(method=method, test=test):
                    answer = json.loads(run("evidence", "pool", table, "--measure", "RR", "--method", method,
                                            "--test", test, "--sensitivity", "--bias", "--json").stdout)
                    self.assertEqual([error.message for error in validator.iter_errors(answer)], [])
                    model = self.REFERENCE["bcg"]["models"][method if test == "z" else f"{method}+{test}"]
                    for ours, theirs in ((answer["pooled"]["estimate"], model["beta"]),
                                         (answer["pooled"]["standard_error"], model["se"]),
                                         (answer["heterogeneity"]["tau2"], model["tau2"])):
                        self.assertAlmostEqual(ours, theirs, delta=1e-6 * abs(theirs))

    def test_every_kind_of_answer_keeps_to_its_schema_and_to_eighty_columns(self):
        schema = json.loads((SOURCE / "schema" / "evidence_pool.schema.json").read_text(encoding="utf-8"))
        validator = jsonschema.Draft7Validator(schema)
        asked = (("--mods", "ablat,alloc"), ("--subgroup", "alloc"), ("--sensitivity", "--bias"),
                 ("--measure", "OR", "--method", "MH"), ("--measure", "PETO", "--method", "MH"),
                 ("--measure", "RD"), ("--level", "99.5"), ("--to", "all"))
        with tempfile.TemporaryDirectory() as folder:
            table = self.table(folder)
            for flags in asked:
                with self.subTest(flags=flags):
                    measure = () if "--measure" in flags else ("--measure", "RR")
                    text = run("evidence", "pool", table, *measure, *flags)
                    self.assertEqual((text.returncode, text.stderr), (0, ""))
                    self.assertLessEqual(max(map(len, text.stdout.splitlines())), 80)
                    answer = json.loads(run("evidence", "pool", table, *measure, *flags, "--json").stdout)
                    self.assertEqual([error.message for error in validator.iter_errors(answer)], [])
                    answer["studies"][0]["variance"] = -1
                    self.assertFalse(validator.is_valid(answer))

    def test_an_empty_profile_and_double_arcsines_keep_to_the_schema(self):
        schema = json.loads((SOURCE / "schema" / "evidence_pool.schema.json").read_text(encoding="utf-8"))
        validator = jsonschema.Draft7Validator(schema)
        alike = "yi,vi\n0.500,0.1\n0.501,0.1\n0.499,0.1\n0.5,0.1\n"
        for table, measure in ((alike, "GEN"), ("xi,ni\n3,20\n9,30\n0,20\n", "PFT")):
            with self.subTest(measure=measure):
                text = subprocess.run([PROGRAM, "evidence", "pool", "-", "--measure", measure, "--json"], input=table,
                                      capture_output=True, text=True, check=False).stdout
                answer = json.loads(text)
                self.assertEqual([error.message for error in validator.iter_errors(answer)], [])
                profile = answer["heterogeneity"]["q_profile"]
                self.assertEqual("empty" in profile, measure == "GEN")
                back = answer["pooled"]["back_transformed"]
                self.assertEqual(back is not None, measure == "PFT")

    def test_standard_input_is_a_table_too(self):
        text = subprocess.run([PROGRAM, "evidence", "pool", "-"], input="yi,vi\n0.5,0.04\n", capture_output=True,
                              text=True, check=False)
        self.assertEqual((text.returncode, text.stderr), (0, ""))
        self.assertIn("there is one study", text.stdout)

    def test_each_broken_one_gets_one_line(self):
        tables = sorted((SOURCE / "tests" / "broken_tables").glob("*.csv"))
        self.assertGreaterEqual(len(tables), 20)
        whole_file = {"01-empty-file.csv", "21-every-study-missing.csv"}
        for table in tables:
            with self.subTest(table=table.name):
                kind = table.name.split("-")[1].upper()
                measure = ("--measure", kind) if kind in ("SMD", "ROM", "RR", "OR", "PR") else ()
                answer = run("evidence", "pool", table, *measure)
                self.assertEqual((answer.returncode, answer.stdout), (2, ""))
                self.assertEqual(answer.stderr.count("\n"), 1)
                if "measure" in table.name:
                    self.assertTrue(answer.stderr.startswith("--measure: "), answer.stderr)
                    continue
                self.assertTrue(answer.stderr.startswith(f"{table}: "), answer.stderr)
                if table.name not in whole_file:
                    self.assertRegex(answer.stderr[len(str(table)):], r"^: row \d+(, column \w+)?: ")

    def test_one_that_is_far_too_large_is_refused_quickly(self):
        text = subprocess.run([PROGRAM, "evidence", "pool", "-"], input="yi,vi\n" + "1,2\n" * 3_000_000,
                              capture_output=True, text=True, check=False, timeout=20)
        self.assertEqual((text.returncode, text.stdout), (2, ""))
        self.assertIn("at most 10 MB", text.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
