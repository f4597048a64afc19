"""The compiler and the checks of the data can fail: each fault planted in a good sample is found."""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import check_data  # noqa: E402
import compile_facts  # noqa: E402

GOOD = {"subject": "anatomy", "title": "Lumbar anatomy", "facts": [
    {"id": "skin_thickness", "name": "skin thickness", "value": 2.2, "unit": "mm", "low": 1.6, "high": 2.6,
     "source": "Laurent 2007", "read_as": "abstract"},
    {"id": "skin_colour", "name": "skin colour", "value": None, "unit": "1", "source": "not found",
     "read_as": "not found"}]}
ARTICLE = {"what": "w", "references": "none", "statements": [{"id": "a", "topic": "t", "says": "s"}]}

STUDY = "A, B. Cold. J 2005"
FITTED = {"subject": "applicators", "title": "Applicators", "facts": [
    {"id": "bag_contact", "name": "contact", "value": 50, "unit": "W/(m2 K)", "source": f"{STUDY} <x>",
     "read_as": "fitted"}]}
NOTES = {"title": "t", "applicators": [
    {"id": "bag", "name": "bag", "family": "ice_pack", "weakest_point": "w", "boundary": "q",
     "protocol": {"sessions": "", "gap": "", "course": "", "evidence": "", "article_says": "", "source": ""},
     "hazards": [], "instructions": [], "cost": {"text": "", "source": ""},
     "fitted_to": [{"what": "contact", "study": STUDY, "facts": ["bag_contact"]}], "statements": ["a"]}]}


class Sample(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name) / "data"
        self.data.mkdir()
        self.out = pathlib.Path(folder.name) / "out"

    def write(self, content, name="anatomy.json"):
        path = self.data / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")

    def faults(self):
        return check_data.faults_of(self.data, HERE.parent / "schema")

    def fault_of(self, **changes):
        """What the checks say once the first fact of the good sample is changed."""
        sample = copy.deepcopy(GOOD)
        sample["facts"][0].update(changes)
        self.write(sample)
        return " ".join(self.faults())

    def write_notes(self, article=None, fact=None, **changes):
        """The good sample of notes with what they join, each changed as asked for."""
        notes, fitted, statements = copy.deepcopy((NOTES, FITTED, ARTICLE))
        notes["applicators"][0].update(changes)
        fitted["facts"][0].update(fact or {})
        statements["statements"][0].update({"topic": "localized", **(article or {})})
        self.write(notes, "applicator_notes.json")
        self.write(fitted, "applicators.json")
        self.write(statements, "article.json")

    def fault_of_notes(self, **changes):
        self.write_notes(**changes)
        return " ".join(self.faults())

    def compiled(self):
        return subprocess.run([sys.executable, HERE / "compile_facts.py", self.data, self.out],
                              capture_output=True, text=True, check=False)


class CheckData(Sample):
    def test_finds_nothing_in_a_good_sample(self):
        self.write(GOOD)
        self.write(ARTICLE, "article.json")
        self.assertEqual(self.faults(), [])

    def test_finds_a_value_without_a_source(self):
        self.assertIn("a value without a source", self.fault_of(source=" "))

    def test_finds_an_unknown_unit(self):
        self.assertIn('unit "furlong"', self.fault_of(unit="furlong"))

    def test_finds_a_value_outside_its_range(self):
        self.assertIn("is below low", self.fault_of(value=1.0))
        self.assertIn("is above high", self.fault_of(value=3.0))
        self.assertIn("low 5 is above high", self.fault_of(low=5))

    def test_finds_an_unknown_reading(self):
        self.assertIn("hearsay", self.fault_of(read_as="hearsay"))

    def test_finds_an_unknown_key(self):
        self.assertIn("colour", self.fault_of(colour="red"))

    def test_finds_a_text_where_a_number_belongs(self):
        self.assertIn("2.05 / 4.19", self.fault_of(value="2.05 / 4.19"))

    def test_finds_a_missing_value_that_does_not_say_so(self):
        self.assertNotEqual(self.fault_of(value=None), "")
        self.assertNotEqual(self.fault_of(read_as="not found"), "")

    def test_finds_an_id_given_twice(self):
        sample = copy.deepcopy(GOOD)
        sample["facts"].append(sample["facts"][0])
        self.write(sample)
        self.assertIn("given twice", " ".join(self.faults()))

    def test_finds_a_fact_that_stands_in_two_files(self):
        self.write(GOOD)
        self.write(GOOD, "more.json")
        self.assertIn("stands in two files", " ".join(self.faults()))

    def test_finds_a_disagreement_without_its_basis(self):
        sample = copy.deepcopy(ARTICLE)
        sample["statements"][0]["facts_say"] = "otherwise"
        self.write(sample, "article.json")
        self.assertIn("basis", " ".join(self.faults()))

    def test_finds_a_file_without_a_schema(self):
        self.write({"anything": 1}, "unknown.json")
        self.assertIn("there is no schema", " ".join(self.faults()))

    def test_checks_a_study_against_the_schema_of_studies_and_what_stands_beside_it_against_its_own(self):
        study = json.loads((HERE.parent / "data/studies/myrer2001.json").read_text(encoding="utf-8"))
        self.write(study, "studies/myrer2001.json")
        self.write({"what": "kinds", "map": {"gel_pack": "gel_pack"}}, "studies/applicator_kinds.json")
        self.assertEqual(self.faults(), [])
        study["arms"][0]["cooling_F"] = 20
        self.write(study, "studies/myrer2001.json")
        self.assertIn("studies/myrer2001.json: arms.0: ", " ".join(self.faults()))


class CheckNotes(Sample):
    def test_finds_nothing_in_a_good_sample(self):
        self.assertEqual(self.fault_of_notes(), "")

    def test_finds_a_statement_on_a_form_that_no_applicator_names(self):
        self.assertIn("no applicator names it", self.fault_of_notes(statements=[]))

    def test_finds_a_statement_that_the_article_does_not_have(self):
        self.assertIn("is not in article.json", self.fault_of_notes(statements=["a", "b"]))

    def test_finds_a_study_that_the_source_does_not_name(self):
        self.assertIn("does not name the study", self.fault_of_notes(fact={"source": "C, D. 2006"}))

    def test_finds_a_fit_to_what_was_not_fitted(self):
        self.assertIn("but read as assumed", self.fault_of_notes(fact={"read_as": "assumed"}))

    def test_finds_a_fitted_coefficient_that_no_applicator_names(self):
        self.assertIn("no applicator says to which study",
                      self.fault_of_notes(fitted_to=[], not_fitted="none"))

    def test_asks_for_the_reason_where_nothing_was_fitted_and_only_there(self):
        self.assertIn("not_fitted", self.fault_of_notes(fitted_to=[]))
        self.assertNotEqual(self.fault_of_notes(not_fitted="none"), "")


class CheckCosts(Sample):
    def fault_of_price(self, **changes):
        """What the checks say once the price of the only part of a good sample is changed."""
        price = {"currency": "USD", "low": 1800, "high": 2000, "year": None, "source": "A shop <x>",
                 "read_as": "web page", "from": "applicator_notes.json#bag"}
        self.write_notes(cost={"text": "device: $1,800-2,000", "source": "A shop <x>; another"})
        row = {"families": ["ice_pack"], "says": "s", "source": None, "read_as": "not found",
               "from": "applicator_notes.json#bag"}
        asked = {"id": "q", "families": ["ice_pack"], "codes": [], "text": "Is it?", "source": "s"}
        part = {"id": "device", "name": "bag", "bought": "device", "per": "once", "question": "What?",
                "prices": [{**price, **changes}]}
        self.write({"title": "t", "forms": [{"variant": "bag", "parts": [part]}],
                    "insurance": [{**row, "payer": "p", "codes": []}], "buying_guide": [{**row, "topic": "t"}],
                    "insurer_questions": [asked, {**asked, "id": "r"}, {**asked, "id": "s"}]}, "costs.json")
        return " ".join(self.faults())

    def test_finds_nothing_in_a_good_sample(self):
        self.assertEqual(self.fault_of_price(), "")

    def test_finds_a_number_that_was_not_read(self):
        self.assertIn("its numbers are not those", self.fault_of_price(high=2100))

    def test_finds_a_source_that_was_not_read(self):
        self.assertIn("its source is not that", self.fault_of_price(source="A shop <y>"))

    def test_finds_a_price_that_stands_nowhere(self):
        self.assertIn("there is no applicator_notes.json#sack", self.fault_of_price(**{"from": "applicator_notes.json#sack"}))

    def test_finds_an_unknown_price_without_its_reason(self):
        self.assertNotEqual(self.fault_of_price(low=None, high=None, currency=None), "")


class CompileFacts(Sample):
    def test_converts_exactly_and_rounds_once(self):
        self.assertEqual(compile_facts.si(2.2, "mm", ""), 0.0022)
        self.assertEqual(compile_facts.si(12.5, "min", ""), 750.0)
        self.assertEqual(compile_facts.si(14.7, "%", ""), 0.147)
        self.assertEqual(compile_facts.si(334, "kJ/kg", ""), 334000.0)
        self.assertEqual(compile_facts.si(-18, "degC", ""), -18.0)
        self.assertIsNone(compile_facts.si(None, "mm", ""))

    def test_names_file_and_id_of_an_unknown_unit(self):
        sample = copy.deepcopy(GOOD)
        sample["facts"][0]["unit"] = "furlong"
        self.write(sample)
        done = self.compiled()
        self.assertEqual(done.returncode, 1)
        self.assertIn("anatomy.json: skin_thickness", done.stderr)
        self.assertFalse((self.out / "facts_table.cpp").exists())

    def test_names_an_applicator_whose_statement_or_fact_is_not_there(self):
        self.write_notes()
        self.assertEqual(self.compiled().returncode, 0)
        self.write_notes(statements=["b"])
        self.assertIn("bag: statements names b", self.compiled().stderr)
        self.write_notes(fact={"id": "other"})
        self.assertIn("bag: fitted_to names the fact applicators.bag_contact", self.compiled().stderr)

    def test_writes_names_and_values(self):
        self.write(GOOD)
        self.assertEqual(self.compiled().returncode, 0)
        ids = (self.out / "coldplan" / "facts" / "ids.h").read_text(encoding="utf-8")
        self.assertIn("namespace coldplan::facts::id::anatomy {", ids)
        self.assertIn("inline constexpr Id skin_thickness{1};", ids)
        self.assertIn("0.0022", (self.out / "facts_table.cpp").read_text(encoding="utf-8"))

    def test_leaves_the_header_alone_when_only_a_value_changed(self):
        self.write(GOOD)
        self.compiled()
        header = self.out / "coldplan" / "facts" / "ids.h"
        written = header.stat().st_mtime_ns
        sample = copy.deepcopy(GOOD)
        sample["facts"][0]["value"] = 2.3
        self.write(sample)
        self.assertEqual(self.compiled().returncode, 0)
        self.assertEqual(header.stat().st_mtime_ns, written)

    def test_changes_its_hash_with_any_byte_of_any_file(self):
        self.write(GOOD)
        before = compile_facts.data_hash(self.data)
        self.assertEqual(before, compile_facts.data_hash(self.data))
        self.write(ARTICLE, "article.json")
        self.assertNotEqual(before, compile_facts.data_hash(self.data))

    def test_leaves_studies_out_of_its_hash_and_of_the_facts(self):
        self.write(GOOD)
        before = compile_facts.data_hash(self.data)
        self.write(dict(GOOD, subject="body"), "studies/a2005.json")
        self.assertEqual(before, compile_facts.data_hash(self.data))
        self.assertEqual({each["subject"] for each in compile_facts.read_facts(self.data)}, {"anatomy"})


if __name__ == "__main__":
    unittest.main()
