"""Gives every form of cold nonsense, by flags and by a device file.

    nonsense_test.py PROGRAM SOURCE_DIR

Each time: exit status 2, nothing on stdout, one line on stderr that names the flag, or the file and the place in
it, and, where a number is out of range, the range. A form that has no such setting says so.
"""

import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1]
SOURCE = pathlib.Path(sys.argv[2])
PERSON = ["--age", "58", "--sex", "female", "--height", "165cm", "--weight", "78kg"]

TIMES = ["-5", "10000", "nan", "inf", "-inf", "1e400"]
OUT_OF_RANGE = {
    "--temperature": ["-300C", "-508F", "400C", "1e300C", "-1e300F"],
    "--mass": ["0kg", "-1kg", "1000kg", "0lb", "-0.0kg", "1e-30kg", "1e300lb"],
    "--area": ["0cm2", "-5cm2", "99999cm2", "0in2", "-1in2", "1e300in2"],
    "--minutes": [*TIMES, "0", "-0.0"],
    "--gap": TIMES,
    "--after": TIMES,
    "--repeat": ["-1", "0", "100000"],
    "--dwell": ["-0.1", "0", "1.0001", "nan", "inf", "-inf"],
    "--room": ["-300C", "400C", "-40F"],
}
UNREADABLE = {
    "--temperature": ["nan", "inf", "nanC", "text", "5kg", "5", "-5 minutes", "C", "5CC", "0x5C"],
    "--mass": ["nan", "infkg", "nankg", "text", "5C", "0.5", "kg", "1kg1lb"],
    "--area": ["nan", "infcm2", "text", "5cm", "200", "cm2"],
    "--minutes": ["text", "5kg", "-5 minutes", "5,5", "0x10zz"],
    "--gap": ["text", "5kg", "five"],
    "--after": ["text", "5kg"],
    "--repeat": ["text", "1.5", "nan", "inf", "3kg", "99999999999999999999"],
    "--dwell": ["text", "10kg", "half"],
    "--room": ["nan", "infC", "text", "5kg", "21"],
    "--barrier": ["", "blanket", "-5", "nan"],
    "--hold": ["", "blanket", "-5", "nan"],
}
RANGE = re.compile(r"\(\S+ to \S+\)|over 0 and up to 1")
HAS_NONE = re.compile(r"leave it out|no data were found")

NUMBERS = ["-300", "-1e308", "1e308", "1e999", "NaN", "Infinity", "-5", '"text"', '""', "null", "true", "[5]", "{}"]
# Temperatures that there are: of a freezer, and of nitrogen vapour.
MEANT = {("temperature_C", "-5"), ("temperature_F", "-5"), ("stop_skin_C", "-5"), ("temperature_F", "-300")}
DEVICE_KEYS = ["minutes", "longest_minutes", "area_cm2", "area_in2", "stop_skin_C", "stop_skin_F"]
SOURCE_KEYS = ["temperature_C", "temperature_F", "mass_kg", "mass_lb", "conductance_W_m2K", "ice_kg", "water_kg",
               "specific_heat_kJ_kgK", "evaporation_W_m2", "decay_minutes", "nozzle_mm", "flow_L_min"]


def simulate(arguments):
    return subprocess.run([PROGRAM, "simulate", *PERSON, *arguments], capture_output=True, text=True, check=False)


def all_forms():
    listing = subprocess.run([PROGRAM, "forms", "--json"], capture_output=True, text=True, check=True).stdout
    return [form["id"] for form in json.loads(listing)["forms"]]


def run_all(calls):
    """The outcome of each call; two at a time."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(zip(calls, pool.map(simulate, calls), strict=True))


class Nonsense(unittest.TestCase):
    def assert_refused(self, call, answer):
        self.assertEqual(answer.returncode, 2, (call, answer.stderr))
        self.assertEqual(answer.stdout, "", call)
        self.assertEqual(answer.stderr.count("\n"), 1, (call, answer.stderr))
        self.assertNotIn("terminate called", answer.stderr)

    def assert_flags_refused(self, table):
        calls = [["--form", form, f"{flag}={value}"]
                 for form in all_forms() for flag, values in table.items() for value in values]
        self.assertGreater(len(calls), 500)
        for call, answer in run_all(calls):
            with self.subTest(call=call):
                self.assert_refused(call, answer)
                if "no data were found" not in answer.stderr:
                    self.assertIn(call[-1].split("=")[0], answer.stderr)
                yield answer.stderr

    def test_by_a_flag_out_of_range_is_refused_with_the_range(self):
        for line in self.assert_flags_refused(OUT_OF_RANGE):
            self.assertTrue(RANGE.search(line) or HAS_NONE.search(line), line)

    def test_by_a_flag_that_is_no_such_value_is_refused(self):
        for line in self.assert_flags_refused(UNREADABLE):
            self.assertNotEqual(line.strip(), "")

    def test_by_a_flag_with_nothing_is_refused(self):
        for flag in (*OUT_OF_RANGE, "--barrier", "--hold", "--form", "--device", "--fat", "--skinfold"):
            with self.subTest(flag=flag):
                call = [flag, ""] if flag in ("--form", "--device") else ["--form", "ice_bag", flag, ""]
                answer = simulate(call)
                self.assert_refused(call, answer)
                self.assertIn(flag, answer.stderr)

    def test_by_an_unknown_form_is_refused(self):
        for name in ("", "ice bag", "ICE_BAG", "-300", "nan", "../ice_bag"):
            call = [f"--form={name}"]
            self.assert_refused(call, simulate(call))

    def test_by_a_device_file_is_refused_with_the_place(self):
        forms = [form for form in all_forms() if not form.startswith("metal_")]
        self.assertGreater(len(forms), 15)
        with tempfile.TemporaryDirectory() as folder:
            calls, places = [], {}
            for form in forms:
                for key in DEVICE_KEYS + SOURCE_KEYS:
                    for number in NUMBERS:
                        path = pathlib.Path(folder, f"{len(calls)}.json")
                        inner = f'"source": {{"{key}": {number}}}' if key in SOURCE_KEYS else f'"{key}": {number}'
                        path.write_text('{"device": {"id": "mine", "name": "Mine", "source_of_numbers": "none", '
                                        f'"like": "{form}", {inner}}}}}', encoding="utf-8")
                        calls.append(["--device", str(path)])
                        places[str(path)] = (key, number)
            for call, answer in run_all(calls):
                key, number = places[call[1]]
                with self.subTest(key=key, number=number):
                    if (key, number) in MEANT:
                        continue
                    self.assert_refused(call, answer)
                    self.assertTrue(answer.stderr.startswith(f"{call[1]}: "), answer.stderr)
                    if number not in ("NaN", "Infinity"):
                        self.assertIn("device.", answer.stderr)

    def test_by_flags_on_a_device_is_refused_like_on_a_form(self):
        devices = sorted((SOURCE / "examples" / "devices").glob("*.json"))
        calls = [["--device", str(device), f"{flag}={value}"]
                 for device in devices for flag, values in OUT_OF_RANGE.items() for value in values]
        for call, answer in run_all(calls):
            with self.subTest(call=call):
                self.assert_refused(call, answer)
                self.assertIn(call[-1].split("=")[0], answer.stderr)
                self.assertTrue(RANGE.search(answer.stderr) or HAS_NONE.search(answer.stderr), answer.stderr)

    def test_of_a_device_and_a_form_at_once_is_refused(self):
        device = SOURCE / "examples" / "devices" / "big-gel-pack.json"
        for call in (["--device", str(device), "--form", "ice_bag"], ["--device", "no-such-file.json"],
                     ["--device", str(SOURCE / "examples")], []):
            self.assert_refused(call, simulate(call))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
