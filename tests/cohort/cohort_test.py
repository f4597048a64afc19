"""`coldplan cohort` as people run it.

    cohort_test.py PROGRAM MPI_PROGRAM SOURCE_DIR

The same plan gives the same bits with any threads, parts and ranks, and after a kill; the file is read by h5py and
pandas; wrong input gets one line. MPI_PROGRAM is "none" where there is no MPI.
"""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import h5py
import numpy
import pandas

PROGRAM, MPI_PROGRAM, SOURCE = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
PEOPLE = 40
PLAN = ("--people", PEOPLE, "--seed", 7, "--arm", "ice_bag:20+dry_towel", "--arm", "gel_pack:15", "--after", 5)
ENVIRONMENT = {**os.environ, "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}


def answered(command):
    """The answer to a command, without the lines of progress that a slow computer gets."""
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    answer.stderr = re.sub(r"(?m)^coldplan: \d+ %  .*\n", "", answer.stderr)
    return answer


def run(*arguments):
    return answered([PROGRAM, "cohort", *map(str, arguments)])


def run_ranks(ranks, *arguments):
    return answered(
        ["mpirun", "--quiet", "--oversubscribe", "--mca", "btl_vader_single_copy_mechanism", "none", "-n", str(ranks),
         MPI_PROGRAM, "cohort", *map(str, arguments)])


def contents(path):
    """Every dataset and attribute of a file, as bytes."""
    found = {}

    def visit(name, item):
        if isinstance(item, h5py.Dataset):
            found[name] = item[()].tobytes()
        found.update({f"{name}@{key}": str(value) for key, value in item.attrs.items()})

    with h5py.File(path) as file:
        found.update({f"@{key}": str(value) for key, value in file.attrs.items()})
        file.visititems(visit)
    return found


class WithFolder(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def made(self, name, *arguments, by=run):
        """The contents of a file that a run made."""
        answer = by(*PLAN, *arguments, "--out", self.folder / name)
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        self.assertEqual(list(self.folder.glob("*.parts")), [])
        return contents(self.folder / name)


class SameBits(WithFolder):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "reference.h5"
            run(*PLAN, "--out", path, "--threads", 1)
            cls.reference = contents(path)

    def test_with_any_threads_and_parts(self):
        self.assertIn("arms/gel_pack:15/rows", self.reference)
        self.assertEqual(self.made("two.h5", "--threads", 2), self.reference)
        self.assertEqual(self.made("small.h5", "--threads", 2, "--part", 7), self.reference)
        self.assertEqual(self.made("one.h5", "--part", 1000), self.reference)

    def kill_at_half(self, path, part):
        """Starts a run and kills it once half of its parts are there; gives how many were."""
        parts = path.with_name(path.name + ".parts")
        process = subprocess.Popen(
            [PROGRAM, "cohort", *map(str, PLAN), "--out", str(path), "--part", str(part), "--threads", "1"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.time() + 120
        while len(list(parts.glob("part-*.h5"))) < PEOPLE // part // 2:
            self.assertIsNone(process.poll(), "the run was over before it could be killed")
            self.assertLess(time.time(), deadline)
            time.sleep(0.002)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        self.assertFalse(path.exists())
        return sorted(parts.glob("part-*.h5"))

    def test_after_a_kill_at_half(self):
        path = self.folder / "killed.h5"
        there = self.kill_at_half(path, 2)
        self.assertGreaterEqual(len(there), PEOPLE // 4)
        self.assertLess(len(there), PEOPLE // 2)
        self.assertEqual(self.made("killed.h5", "--part", 2), self.reference)

    def test_a_run_goes_on_from_the_parts_that_are_there(self):
        path = self.folder / "killed.h5"
        there = self.kill_at_half(path, 2)
        with h5py.File(there[0], "r+") as file:
            rows = file["arms/gel_pack:15/rows"]
            changed = rows[:]
            changed["heat_taken"] = -1.0
            rows[...] = changed
        answer = run(*PLAN, "--out", path, "--part", 2)
        self.assertEqual(answer.returncode, 0)
        with h5py.File(path) as file:
            heat = file["arms/gel_pack:15/rows"]["heat_taken"]
        self.assertEqual(list(numpy.flatnonzero(heat == -1.0)), [0, 1])

    def test_a_torn_part_is_done_again(self):
        path = self.folder / "killed.h5"
        there = self.kill_at_half(path, 2)
        os.truncate(there[0], there[0].stat().st_size // 2)
        there[1].write_bytes(b"no part")
        self.assertEqual(self.made("killed.h5", "--part", 2), self.reference)

    def test_parts_of_another_run_are_refused_and_kept(self):
        path = self.folder / "killed.h5"
        self.kill_at_half(path, 2)
        answer = run(*PLAN, "--room", "20C", "--out", path, "--part", 2)
        self.assertEqual((answer.returncode, answer.stdout), (2, ""))
        self.assertRegex(answer.stderr, r"^\S+killed\.h5\.parts: holds parts of another run .*give another --out.*\n$")
        self.assertEqual(self.made("killed.h5", "--part", 2), self.reference)

    @unittest.skipIf(MPI_PROGRAM == "none", "no MPI")
    def test_with_any_ranks(self):
        for ranks in (1, 2, 3):
            with self.subTest(ranks=ranks):
                made = self.made(f"ranks{ranks}.h5", "--part", 3, by=lambda *given, n=ranks: run_ranks(n, *given))
                self.assertEqual(made, self.reference)

    @unittest.skipIf(MPI_PROGRAM == "none", "no MPI")
    def test_ranks_go_on_from_the_parts_of_one_process(self):
        self.kill_at_half(self.folder / "killed.h5", 2)
        self.assertEqual(self.made("killed.h5", "--part", 2, by=lambda *given: run_ranks(2, *given)), self.reference)

    @unittest.skipIf(MPI_PROGRAM == "none", "no MPI")
    def test_ranks_print_the_same_tables(self):
        alone, together = run(*PLAN, "--json"), run_ranks(2, *PLAN, "--json", "--part", 3)
        self.assertEqual((together.returncode, together.stderr), (0, ""))
        self.assertEqual(json.loads(alone.stdout), json.loads(together.stdout))

    @unittest.skipIf(MPI_PROGRAM == "none", "no MPI")
    def test_all_ranks_end_with_one_line(self):
        for arguments, status in ((("--out", "/no-such-folder/a.h5"), 1), (("--by", "agee"), 2), (("--part", "x"), 2)):
            with self.subTest(arguments=arguments):
                answer = run_ranks(2, *PLAN, *arguments)
                self.assertEqual((answer.returncode, answer.stdout), (status, ""))
                self.assertEqual(answer.stderr.count("\n"), 1, answer.stderr)


class File(WithFolder):
    def test_is_a_table_to_pandas_with_common_people_in_all_arms(self):
        self.made("a.h5")
        with h5py.File(self.folder / "a.h5") as file:
            arms = {name: pandas.DataFrame(group["rows"][:]) for name, group in file["arms"].items()}
            columns = [text.decode() for text in file["columns"]["name"]]
            self.assertIn("20 min, over a dry towel, 5 min followed up",
                          file["arms/ice_bag:20+dry_towel"].attrs["session"])
            self.assertEqual(file.attrs["seed"], 7)
        one, other = arms.values()
        self.assertEqual(list(one.columns), columns)
        self.assertEqual(list(one["index"]), list(range(PEOPLE)))
        people = columns[columns.index("age"):columns.index("removal_time")]
        pandas.testing.assert_frame_equal(one[people], other[people])
        self.assertTrue((one["age"] >= 45).all())
        self.assertGreater(abs(one["skin_coldest"] - other["skin_coldest"]).min(), 0)

    def test_has_the_columns_that_the_manual_says(self):
        self.made("a.h5")
        with h5py.File(self.folder / "a.h5") as file:
            table = [tuple(text.decode() for text in column) for column in file["columns"][:]]
        manual = (SOURCE / "docs/cohort.md").read_text(encoding="utf-8")
        rows = re.findall(r"(?m)^\| `(\w+)` \| ([^|]*) \| ([^|]*) \|$", manual)
        self.assertEqual([tuple(cell.strip() for cell in row) for row in rows], table)

    def test_agrees_with_the_tables(self):
        answer = json.loads(run(*PLAN, "--json", "--out", self.folder / "a.h5").stdout)
        arm = answer["arms"][0]
        with h5py.File(self.folder / "a.h5") as file:
            rows = pandas.DataFrame(file[f"arms/{arm['name']}/rows"][:])
        everybody = arm["everybody"]
        self.assertEqual(everybody["people"], PEOPLE)
        self.assertEqual(everybody["analgesia"], int((rows["analgesia_duration"] > 0).sum()))
        self.assertEqual(everybody["numb"], int((rows["skin_coldest"] < answer["limits_C"]["numb"]).sum()))
        women = arm["by"]["sex"][0]
        self.assertEqual(women["people"], int((rows["sex"] == 0).sum()))
        median = everybody["coldest_C"]["skin"]["median"]
        self.assertLessEqual(int((rows["skin_coldest"] < median - 0.02).sum()), PEOPLE / 2)
        self.assertLessEqual(int((rows["skin_coldest"] > median + 0.02).sum()), PEOPLE / 2)

    def test_holds_histories_on_request(self):
        self.made("a.h5", "--histories", "--part", 9)
        with h5py.File(self.folder / "a.h5") as file:
            group = file["arms/gel_pack:15"]
            rows, histories, time = group["rows"][:], group["histories"][:], group["history_time"][:]
            landmarks = group["histories"].attrs["landmarks"].split("; ")
        self.assertEqual(histories.shape, (PEOPLE, len(time), len(landmarks)))
        self.assertEqual((landmarks[0], time[15]), ("skin", 900.0))
        numpy.testing.assert_array_equal(histories[:, 15, 0], rows["skin_at_removal"])


class Population(WithFolder):
    def test_of_ones_own_is_taken_line_by_line(self):
        table = self.folder / "people.csv"
        table.write_text("sex,age,height_cm,weight_kg,lumbar_fat_mm\nfemale,58,165,78,\nmale,61,180,85,12\n")
        answer = run("--population", table, "--form", "ice_bag", "--after", 0, "--out", self.folder / "a.h5")
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        with h5py.File(self.folder / "a.h5") as file:
            rows = file["arms/ice_bag/rows"][:]
        self.assertEqual(list(rows["age"]), [58, 61])
        self.assertAlmostEqual(float(rows["paraspinal_fat"][1]), 0.012, places=6)

    def test_with_a_fault_is_refused_by_line_and_column(self):
        table = self.folder / "people.csv"
        table.write_text("sex,age,height_cm,weight_kg\nfemale,58,165,78\nmale,61,18,85\n")
        answer = run("--population", table, "--form", "ice_bag", "--out", self.folder / "a.h5")
        self.assertEqual((answer.returncode, answer.stdout), (2, ""))
        self.assertEqual(answer.stderr, f"{table}:3: height_cm: 18 is not a height in cm (100 to 230)\n")
        self.assertEqual(list(self.folder.iterdir()), [table])


class Arms(WithFolder):
    def refusal(self, text):
        file = self.folder / "arms.json"
        file.write_text(text)
        answer = run("--people", 2, "--arms", file)
        self.assertEqual((answer.returncode, answer.stdout), (2, ""))
        self.assertTrue(answer.stderr.startswith(f"{file}: "), answer.stderr)
        return answer.stderr.removeprefix(f"{file}: ")

    def test_come_from_a_file_with_all_settings(self):
        file = self.folder / "arms.json"
        file.write_text(json.dumps({"arms": [
            {"name": "twice", "form": "ice_bag", "minutes": 10, "repeat": 2, "gap": 5, "barrier": ["dry_towel"]},
            {"name": "plate", "form": "local_contact_plate", "temperature": "8C"}]}))
        answer = json.loads(run("--people", 4, "--arms", file, "--after", 5, "--json").stdout)
        self.assertEqual([arm["name"] for arm in answer["arms"]], ["twice", "plate"])
        self.assertIn("2 times, 5 min apart", answer["arms"][0]["session"])

    def test_with_a_fault_are_refused_by_their_place(self):
        self.assertIn('did you mean minutes?', self.refusal('{"arms": [{"name": "a", "minuts": 5}]}'))
        self.assertTrue(self.refusal('{"arms": [{"name": "a", "form": "ice_bog"}]}').startswith("arms[0].form: ice_bog"))
        self.assertIn("stands twice", self.refusal(
            '{"arms": [{"name": "a", "form": "ice_bag"}, {"name": "a", "form": "gel_pack"}]}'))
        self.assertIn("is not a name of", self.refusal('{"arms": [{"name": "a/b", "form": "ice_bag"}]}'))


class Tables(WithFolder):
    def test_fit_eighty_columns_and_name_what_they_are_not(self):
        answer = run(*PLAN, "--by", "fat,age,sex,bmi")
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        self.assertLessEqual(max(map(len, answer.stdout.splitlines())), 80)
        words = " ".join(answer.stdout.split())
        self.assertIn("Not a medical device", words)
        self.assertIn("no measure of relief", words)

    def test_are_of_the_variables_asked_for(self):
        answer = run("--people", 3, "--form", "ice_bag", "--after", 0, "--by", "bmi")
        self.assertIn("By body mass index", answer.stdout)
        self.assertNotIn("By age", answer.stdout)
        answer = run("--people", 3, "--form", "ice_bag", "--by", "agee")
        self.assertEqual(answer.stderr, '--by: "agee" is not one of fat, age, sex, bmi; did you mean age?\n')

    def test_every_kind_of_picture_is_written(self):
        magic = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}
        for ending, begin in magic.items():
            picture = self.folder / f"cohort.{ending}"
            answer = run("--people", 250, "--form", "ice_bag", "--minutes", 1, "--after", 0,
                         "--picture", picture)
            self.assertEqual((answer.returncode, answer.stderr), (0, ""))
            self.assertTrue(picture.read_bytes().startswith(begin))

    def test_nothing_is_written_that_was_not_asked_for(self):
        subprocess.run([PROGRAM, "cohort", "--people", "2", "--form", "ice_bag", "--after", "0"], cwd=self.folder,
                       stdout=subprocess.DEVNULL, check=True)
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
