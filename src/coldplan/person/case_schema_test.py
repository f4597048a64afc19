"""Check the schema of the case file with an implementation of JSON Schema that is not ours.

    case_schema_test.py SOURCE_DIR

The schema is valid draft 7, every example validates, every broken case that a schema can refuse is
refused, questions, rules and flags are those of data/clinical, prices those of data/costs.json, and the tables of docs/case-file.md are those
of the schema (`--write` brings them up to date).
"""

import json
import pathlib
import sys

ROOT = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(ROOT / "cmake"))

import schema_document  # noqa: E402

# What a schema cannot see: rules between values, keys that stand twice, days that the calendar lacks.
SEEN_BY_THE_PROGRAM_ONLY = {"04-key-twice", "15-pressure-upside-down", "21-implausible-build",
                            "23-no-such-day"}
def allowed(schema):
    """What a value may be, for a cell of a table."""
    if "enum" in schema:
        words = schema["enum"]
        return f"one of {len(words)} ids" if len(words) > 20 else ", ".join(f"`{word}`" for word in words)
    if schema["type"] in ("number", "integer") and "minimum" in schema:
        kind = "whole number, " if schema["type"] == "integer" else ""
        return f"{kind}{schema['minimum']} to {schema['maximum']}"
    if schema["type"] == "array":
        items = schema["items"]
        if schema["x-noun"] == "a list of signs":
            return "list of the signs of the flag, below"
        if isinstance(items, list):
            return "list of " + "; ".join(allowed(item) for item in items)
        return "list of " + (items["x-noun"] if items["type"] == "object" else allowed(items))
    if schema.get("format") == "date":
        return "day, YYYY-MM-DD"
    if schema["type"] == "string":
        return f"text, {schema['minLength']} to {schema['maxLength']} characters"
    return {"boolean": "`true` or `false`", "object": "object"}[schema["type"]]


def is_needed(key, schema):
    """Yes, no, or which of several."""
    if key in schema.get("required", []):
        return "yes"
    for rule in schema.get("allOf", []):
        choice = [option["required"][0] for option in rule["oneOf"]]
        if key in choice:
            return "one of " + ", ".join(f"`{name}`" for name in choice)
    return ""


def table(schema):
    """One row a key."""
    return schema_document.table(schema, is_needed, allowed)


def tables(schema):
    """All tables of the reference, under their headings."""
    person, pain, wishes = (schema["properties"][key] for key in ("person", "pain", "wishes"))
    agreement = person["properties"]["agreements"]["items"]
    answers, flags = person["properties"]["answers"], pain["properties"]["red_flags"]
    flag = next(iter(flags["properties"].values()))
    parts = [("`person`", table(person)), ("`person.agreements[]`", table(agreement)), ("`pain`", table(pain)),
             ("`pain.red_flags.<id>`", table(flag)), ("`wishes`", table(wishes)),
             ("`wishes.prices`", table(wishes["properties"]["prices"])),
             ("`wishes.travel`", table(wishes["properties"]["travel"])),
             ("`wishes.goal`", table(wishes["properties"]["goal"])),
             ("Questions of `person.answers`", table(answers))]
    signs = ["| id | question | signs |", "|---|---|---|"]
    for key, value in flags["properties"].items():
        listed = "; ".join(f"`{sign}`" for sign in value["properties"]["signs"]["items"]["enum"])
        signs.append(f"| `{key}` | {value['description']} | {listed} |")
    parts.append(("Warning signs of `pain.red_flags`", "\n".join(signs)))
    return schema_document.under_headings(parts)


def unlike_the_rules(schema, clinical):
    """Where the questions, rules and flags of the schema are not those of the screening data."""
    given, added = (json.loads((clinical / f"screening_{name}.json").read_text(encoding="utf-8"))
                    for name in ("rules", "additions"))
    rules = {key: given[key] + added[key] for key in ("questions", "rules")}
    flags = json.loads((clinical / "red_flags.json").read_text(encoding="utf-8"))
    person, pain = schema["properties"]["person"]["properties"], schema["properties"]["pain"]["properties"]
    asked = {key: value.get("enum") for key, value in person["answers"]["properties"].items()}
    elsewhere = set(person["answers"]["x-elsewhere"])
    wanted = {question["id"]: None if question["answer"] == "number" else question.get("options", ["yes", "no"])
              for question in rules["questions"] if question["id"] not in elsewhere}
    if asked != wanted or not elsewhere <= {question["id"] for question in rules["questions"]}:
        yield f"questions differ from the screening rules: {sorted(set(asked) ^ set(wanted)) or 'in their words'}"
    if person["agreements"]["items"]["properties"]["rule"]["enum"] != [rule["id"] for rule in rules["rules"]]:
        yield "ids of rules differ from the screening rules"
    signs = {key: value["properties"]["signs"]["items"]["enum"]
             for key, value in pain["red_flags"]["properties"].items()}
    if signs != {flag["id"]: flag["signs"] for flag in flags["flags"]}:
        yield "warning signs differ from the red flags"


PER = {"once": "once", "session": "a session", "use": "a use"}


def unlike_the_costs(schema, path):
    """Where the wishes about money are not those that the costs can take."""
    forms = {form["variant"]: form for form in json.loads(path.read_text(encoding="utf-8"))["forms"]}
    parts = {key: forms[form.get("same_as", key)]["parts"] for key, form in forms.items()}
    wishes = schema["properties"]["wishes"]["properties"]
    asked = {key: f"US dollars {PER[part['per']]}. {part['question']}"
             for key in parts for part in parts[key] if part.get("case_price")}
    given = {key: value["description"] for key, value in wishes["prices"]["properties"].items()}
    if given != asked:
        yield f"prices differ from the costs: {sorted(set(given.items()) ^ set(asked.items()))}"
    owned = [key for key in parts if any(part["bought"] == "device" for part in parts[key])]
    if wishes["owned"]["items"]["enum"] != owned:
        yield f"what can be owned differs from the costs: {sorted(set(owned) ^ set(wishes['owned']['items']['enum']))}"


def faults(root):
    """All faults found, one line each."""
    schema, validator = schema_document.validator_of(root, "case")
    examples = sorted((root / "examples").glob("*.json"))
    broken = sorted((root / "tests/broken_cases").glob("*.json"))
    yield from schema_document.file_faults(validator, examples, broken, SEEN_BY_THE_PROGRAM_ONLY)
    yield from unlike_the_rules(schema, root / "data/clinical")
    yield from unlike_the_costs(schema, root / "data/costs.json")
    yield from schema_document.table_faults(root / "docs/case-file.md", tables(schema))


if __name__ == "__main__":
    sys.exit(schema_document.report(list(faults(ROOT)), "the schema, the cases and the reference agree"))
