"""The screening data as one, and the check that it holds together.

    screening_data.py CLINICAL_DIR APPLICATOR_NOTES CASE_SCHEMA

Reads screening_rules.json, red_flags.json and precautions.json as they were researched, and
screening_additions.json and medicines.json, which make them decidable. The grammar of rules stands in the
additions under `meta.grammar`. Faults: a rule that names an unknown question or an answer that the question
does not have; two rules with one id; a rule that can never fire; a variant without a rule; a question that no
screen asks or two do; an addition to something that is not there; a key of a source that is in no table.
"""

import json
import math
import pathlib
import sys

LEVELS = {"absolute": "not_for_you", "relative": "ask_first", "caution": "caution"}
FAMILIES = ("wbc_chamber", "cryosauna", "local_nozzle", "ice_bath", "cold_machine", "ice_pack", "menthol_gel")
# Answered elsewhere in a case than among its answers.
ELSEWHERE = ("bp", "age", "redflag")


def as_list(words):
    return [words] if isinstance(words, str) else list(words)


def options_of(question):
    if question["answer"] == "yes_no":
        return ["yes", "no"]
    return question.get("options") or question.get("choices") or []


def range_of(test, prefix):
    """(from, below) of a number; None where the test does not speak of it."""
    if f"{prefix}gte" in test:
        return test[f"{prefix}gte"], math.inf
    if f"{prefix}lt" in test:
        return -math.inf, test[f"{prefix}lt"]
    if f"{prefix}range" in test:
        low, high = test[f"{prefix}range"]
        return low, high + 1
    return None


def condition_of(stated):
    """{question, words, number, lower}: of a pressure `number` is the upper and `lower` the lower one."""
    test = stated.get("test", {})
    is_pressure = any(key.startswith("systolic") for key in test)
    return {
        "question": stated["question_id"],
        "words": as_list(stated.get("trigger_on", [])),
        "number": range_of(test, "systolic_" if is_pressure else ""),
        "lower": range_of(test, "or_diastolic_"),
    }


def conditions_of(rule):
    return [condition_of(rule), *(condition_of(rule[part]) for part in ("besides", "unless") if part in rule)]


def acts_on(rule, variant):
    return bool(set(rule["applies_to"]) & set(variant["screened_as"])) and (
        "trait" not in rule or rule["trait"] in variant["traits"]
    )


class Screening:
    """All of it; `rules` amended and without the retired ones."""

    def __init__(self, clinical, notes, case_schema):
        load = lambda name: json.loads((pathlib.Path(clinical) / name).read_text())
        self.given = load("screening_rules.json")
        self.additions = load("screening_additions.json")
        self.red_flags = load("red_flags.json")
        self.precautions = load("precautions.json")
        self.medicines = load("medicines.json")
        self.notes = {each["id"]: each for each in notes["applicators"]}
        self.case_schema = case_schema
        self.questions = self.given["questions"] + self.additions["questions"]
        self.ours = {each["id"] for each in self.additions["questions"] + self.additions["rules"]}
        self.rules = [
            {**rule, **self.additions["amendments"].get(rule["id"], {})}
            for rule in self.given["rules"] + self.additions["rules"]
            if rule["id"] not in self.additions["retired"]
        ]
        self.variants = [self.variant(each) for each in self.additions["variants"]]
        self.sources = {
            **self.precautions["sources"], **self.red_flags["sources"], **self.given["sources"]
        }

    def variant(self, stated):
        note = self.notes.get(stated["id"], {})
        return {"family": note.get("family"), "name": note.get("name"), **stated}

    def question(self, name):
        return next((each for each in self.questions if each["id"] == name), None)


def reachable(condition, question, limits):
    """Whether some answer that a case may give fulfils a condition."""
    if question["answer"] in ("yes_no", "choice"):
        return bool(condition["words"])
    spans = []
    for key, limit in zip(("number", "lower"), limits):
        if condition[key]:
            spans.append(condition[key][0] <= limit[1] and condition[key][1] > limit[0])
    return any(spans)


def limits_of(screening, question):
    person = screening.case_schema["properties"]["person"]["properties"]
    limit = lambda schema: (schema["minimum"], schema["maximum"])
    if question["id"] == "age":
        return [limit(person["age"])]
    if question["id"] == "bp":
        return [limit(each) for each in person["blood_pressure_mmHg"]["items"]]
    return [(question.get("least", -math.inf), question.get("most", math.inf))]


def faults_of_condition(screening, rule, condition):
    question = screening.question(condition["question"])
    if question is None:
        return [f"{rule['id']} names the unknown question {condition['question']}"]
    known = options_of(question)
    faults = [f"{rule['id']}: '{word}' is no answer to {question['id']}"
              for word in condition["words"] if word not in known]
    if not faults and not reachable(condition, question, limits_of(screening, question)):
        faults.append(f"{rule['id']} can never fire: no case has such an answer to {question['id']}")
    return faults


def faults_of_rules(screening):
    faults = []
    ids = [rule["id"] for rule in screening.given["rules"] + screening.additions["rules"]]
    faults += [f"two rules are called {one}" for one in sorted(set(ids)) if ids.count(one) > 1]
    for part in ("amendments", "retired"):
        faults += [f"{part}: there is no rule {one}" for one in screening.additions[part] if one not in ids]
    for rule in screening.rules:
        for condition in conditions_of(rule):
            faults += faults_of_condition(screening, rule, condition)
        if not any(acts_on(rule, variant) for variant in screening.variants):
            faults.append(f"{rule['id']} can never fire: it acts on no variant")
        faults += [f"{rule['id']}: there is no source {key}" for key in rule["source"]
                   if key not in screening.sources]
    return faults


def faults_of_variants(screening):
    named = [variant["id"] for variant in screening.variants]
    faults = [f"variant {one} stands twice" for one in sorted(set(named)) if named.count(one) > 1]
    for name, note in screening.notes.items():
        if note.get("family") and name not in named and name not in screening.additions["not_screened"]:
            faults.append(f"variant {name} is not screened")
    for variant in screening.variants:
        if variant["family"] not in FAMILIES or not variant["name"]:
            faults.append(f"variant {variant['id']} has no family or no name")
        if not any(acts_on(rule, variant) for rule in screening.rules):
            faults.append(f"no rule acts on variant {variant['id']}")
    return faults


def faults_of_questions(screening):
    ids = [question["id"] for question in screening.questions]
    faults = [f"two questions are called {one}" for one in sorted(set(ids)) if ids.count(one) > 1]
    flags = [flag["id"] for flag in screening.red_flags["flags"]]
    asked = [item for screen in screening.additions["screens"] for item in screen["items"]]
    for one in ids + flags:
        wanted = 0 if one in ("age", "redflag") else 1
        if asked.count(one) != wanted:
            faults.append(f"{one} is asked on {asked.count(one)} screens")
    faults += [f"a screen asks for {one}, which is neither question nor flag"
               for one in asked if one not in ids + flags]
    used = {condition["question"] for rule in screening.rules for condition in conditions_of(rule)}
    used |= {question["follows"]["question"] for question in screening.questions if "follows" in question}
    used |= {"raynaud_severity"}  # read by the injury model as well
    faults += [f"question {one} is read by no rule" for one in ids if one not in used]
    for question in screening.questions:
        follows = question.get("follows")
        before = follows and screening.question(follows["question"])
        if follows and (before is None or not set(follows["is"]) <= set(options_of(before))):
            faults.append(f"question {question['id']} follows an answer that is not there")
    return faults + faults_of_case_file(screening)


def faults_of_case_file(screening):
    """The case file knows the same questions, answers and rules."""
    person = screening.case_schema["properties"]["person"]["properties"]
    known = person["answers"]["properties"]
    faults = []
    for question in screening.questions:
        if question["id"] in ELSEWHERE:
            continue
        stated = known.get(question["id"], {})
        fits = (stated.get("minimum"), stated.get("maximum")) == (question.get("least"), question.get("most")) \
            if question["answer"] == "number" else stated.get("enum") == options_of(question)
        fits = fits and stated.get("x-follows") == question.get("follows", {}).get("question")
        if not fits:
            faults.append(f"the case schema does not know question {question['id']} with its answers")
    rules = person["agreements"]["items"]["properties"]["rule"]["enum"]
    stated = [rule["id"] for rule in screening.given["rules"] + screening.additions["rules"]]
    if rules != stated:
        faults.append("the case schema does not list the rules that can be agreed to")
    return faults


def faults_of_flags(screening):
    flags = {flag["id"]: flag for flag in screening.red_flags["flags"]}
    faults = []
    for name, rules in screening.additions["flag_urgencies"].items():
        if name not in flags:
            faults.append(f"flag_urgencies: there is no flag {name}")
            continue
        for rule in rules:
            faults += [f"{name}: '{sign}' is no sign of it" for sign in rule.get("any_of", [])
                       if sign not in flags[name]["signs"]]
            if rule.get("with_flag", name) not in flags:
                faults.append(f"{name}: there is no flag {rule['with_flag']}")
    known = [item["id"] for item in screening.precautions["items"]]
    faults += [f"precaution_traits: there is no precaution {one}"
               for one in screening.additions["precaution_traits"] if one not in known]
    traits = {trait for variant in screening.variants for trait in variant["traits"]}
    for one, wanted in screening.additions["precaution_traits"].items():
        faults += [f"precaution {one}: no variant has the trait {trait}" for trait in wanted if trait not in traits]
    return faults


def faults_of_medicines(screening):
    faults = []
    names = [name for each in screening.medicines["classes"] for name, _ in each["medicines"]]
    names += [name for name, _ in screening.medicines["other"]]
    faults += [f"medicine {one} stands twice" for one in sorted(set(names)) if names.count(one) > 1]
    for each in screening.medicines["classes"]:
        question = screening.question(each["question"])
        if question is None or "yes" not in options_of(question):
            faults.append(f"medicines: {each['question']} is no question that is answered with yes")
    return faults


def faults_of(screening):
    """Every fault, in words."""
    return (faults_of_rules(screening) + faults_of_variants(screening) + faults_of_questions(screening)
            + faults_of_flags(screening) + faults_of_medicines(screening))


def load(clinical, notes, case_schema):
    return Screening(clinical, json.loads(pathlib.Path(notes).read_text()),
                     json.loads(pathlib.Path(case_schema).read_text()))


def main(clinical, notes, case_schema):
    faults = faults_of(load(clinical, notes, case_schema))
    for fault in faults:
        print(f"screening: {fault}")
    print(f"{len(faults)} faults in the screening data")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
