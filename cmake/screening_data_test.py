"""The check of the screening data can fail: each fault planted in the real data is found."""

import copy
import json
import pathlib
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop())
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import screening_data  # noqa: E402

INPUTS = (ROOT / "data/clinical", ROOT / "data/applicator_notes.json", ROOT / "schema/case.schema.json")


class PlantedFaults(unittest.TestCase):
    def setUp(self):
        self.data = screening_data.load(*INPUTS)

    def rule(self, name):
        return next(rule for rule in self.data.rules if rule["id"] == name)

    def expect(self, words):
        faults = screening_data.faults_of(self.data)
        self.assertTrue(any(words in fault for fault in faults), f"'{words}' in {faults}")

    def test_the_real_data_have_none(self):
        self.assertEqual(screening_data.faults_of(self.data), [])

    def test_unknown_question(self):
        self.rule("pnh")["question_id"] = "pnhh"
        self.expect("pnh names the unknown question pnhh")

    def test_answer_that_the_question_has_not(self):
        self.rule("pnh")["trigger_on"] = "often"
        self.expect("'often' is no answer to pnh")

    def test_number_that_no_case_can_have(self):
        self.rule("age-70")["test"] = {"gte": 111}
        self.expect("age-70 can never fire")

    def test_pressure_that_no_case_can_have(self):
        self.rule("bp-160-systemic")["test"] = {"systolic_gte": 400, "or_diastolic_gte": 300}
        self.expect("bp-160-systemic can never fire")

    def test_trait_that_no_variant_has(self):
        self.rule("no-oxygen-alarm")["trait"] = "helium"
        self.expect("no-oxygen-alarm can never fire: it acts on no variant")

    def test_two_rules_with_one_id(self):
        self.data.additions["rules"].append(copy.deepcopy(self.rule("pnh")))
        self.expect("two rules are called pnh")

    def test_variant_without_rules(self):
        variant = next(each for each in self.data.variants if each["id"] == "ice_bag")
        variant["screened_as"] = ["sauna"]
        self.expect("no rule acts on variant ice_bag")

    def test_form_that_is_not_screened(self):
        self.data.variants = [each for each in self.data.variants if each["id"] != "gel_pack"]
        self.expect("variant gel_pack is not screened")

    def test_question_on_no_screen_and_on_two(self):
        screens = self.data.additions["screens"]
        screens[2]["items"].remove("raynaud")
        screens[3]["items"].append("pnh")
        self.expect("raynaud is asked on 0 screens")
        self.expect("pnh is asked on 2 screens")

    def test_question_that_nothing_reads(self):
        self.data.questions.append({"id": "colour", "text": "?", "answer": "yes_no", "source": []})
        self.expect("question colour is read by no rule")

    def test_amendment_of_nothing(self):
        self.data.additions["amendments"]["yeti"] = {"trait": "menthol"}
        self.expect("amendments: there is no rule yeti")

    def test_unknown_source(self):
        self.rule("pnh")["source"] = ["HEARSAY"]
        self.expect("pnh: there is no source HEARSAY")

    def test_sign_that_a_flag_has_not(self):
        self.data.additions["flag_urgencies"]["rf-infection"][0]["any_of"] = ["sneezing"]
        self.expect("'sneezing' is no sign of it")

    def test_case_file_without_the_question(self):
        del self.data.case_schema["properties"]["person"]["properties"]["answers"]["properties"]["numb_where"]
        self.expect("the case schema does not know question numb_where")

    def test_medicine_in_two_classes(self):
        self.data.medicines["classes"][1]["medicines"].append(["warfarin", "B01AA03"])
        self.expect("medicine warfarin stands twice")


if __name__ == "__main__":
    unittest.main()
