"""Check the data: schemas, units, ids, sources and ranges. Prints every fault; exit status 1 if any.

    check_data.py DATA_DIR SCHEMA_DIR

A file of facts is checked against facts.schema.json, a file of models/ against models.schema.json, a study of
studies/ against study.schema.json, any other against the schema of its own name.
"""

import json
import pathlib
import sys

import jsonschema

import compile_facts


# What stands beside the studies without being one.
NOT_STUDIES = {"applicator_kinds.json"}


def schema_name(relative, content):
    if isinstance(content, dict) and "facts" in content:
        return "facts.schema.json"
    if relative.parts[0] == "models":
        return "models.schema.json"
    if relative.parts[0] == compile_facts.STUDIES and relative.name not in NOT_STUDIES:
        return "study.schema.json"
    return relative.with_suffix(".schema.json").as_posix()


def schema_faults(name, content, schema_path):
    if not schema_path.exists():
        return [f"{name}: there is no schema {schema_path.name}"]
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    faults = []
    for error in jsonschema.Draft7Validator(schema).iter_errors(content):
        place = ".".join(str(part) for part in error.absolute_path)
        faults.append(f"{name}: {place}: {error.message[:200]}")
    return faults


def fact_faults(name, fact):
    """Faults of one fact that a schema cannot say."""
    place = f"{name}: {fact.get('id')}"
    faults = []
    if fact.get("unit") not in compile_facts.UNITS:
        faults.append(f"{place}: unit \"{fact.get('unit')}\" is not in the table of units")
    sourced = str(fact.get("source") or "").strip()
    if fact.get("value") is not None and fact.get("read_as") != "assumed" and not sourced:
        faults.append(f"{place}: a value without a source that is not marked assumed")
    value, low, high = (fact.get(key) if isinstance(fact.get(key), (int, float)) else None
                        for key in ("value", "low", "high"))
    if low is not None and high is not None and low > high:
        faults.append(f"{place}: low {low} is above high {high}")
    if value is not None and low is not None and value < low:
        faults.append(f"{place}: value {value} is below low {low}")
    if value is not None and high is not None and value > high:
        faults.append(f"{place}: value {value} is above high {high}")
    return faults


def repeated(ids):
    seen = set()
    return [each for each in ids if each in seen or seen.add(each)]


def listed(content):
    """The ids that must differ within one file, by the list they stand in."""
    if not isinstance(content, dict):
        return {}
    lists = {}
    for key, items in content.items():
        if isinstance(items, list) and all(isinstance(each, dict) and "id" in each for each in items):
            lists[key] = [".".join(part for part in (each.get("subject"), each["id"]) if isinstance(part, str))
                          for each in items]
    return lists


# The article's statements that speak of a form of cold, and so of an applicator: by topic or by id.
FORM_TOPICS = {"full-body chamber", "localized", "ice bath", "comparison", "home product"}
FORM_STATEMENTS = {"def-temperature", "cost-wbc", "cost-local", "metal"}
COEFFICIENT_UNITS = {"W/(m2 K)", "m2 K/W", "1"}


def fit_faults(notes, facts):
    """A fit names a study that stands in the source of each of its facts, and these were fitted."""
    faults = []
    for fit in notes.get("fitted_to", []):
        for fact in (facts.get(bare) for bare in fit.get("facts", [])):
            place = f"applicator_notes.json: {notes.get('id')}: {fact['id'] if fact else fit['facts']}"
            if fact is None:
                faults.append(f"{place}: there is no such fact")
            elif fact.get("read_as") != "fitted":
                faults.append(f"{place}: is named as fitted, but read as {fact.get('read_as')}")
            elif fit.get("study", "") not in fact.get("source", ""):
                faults.append(f"{place}: its source does not name the study \"{fit.get('study')}\"")
    return faults


def notes_faults(data):
    """What joins the notes on applicators to the facts and to the article, both ways."""
    paths = [data / name for name in ("applicator_notes.json", "applicators.json", "article.json")]
    if not all(path.exists() for path in paths):
        return []
    notes, facts, article = (json.loads(path.read_text(encoding="utf-8")) for path in paths)
    applicators, statements = notes["applicators"], article["statements"]
    facts = {fact["id"]: fact for fact in facts["facts"]}
    faults = [fault for each in applicators for fault in fit_faults(each, facts)]
    named = {bare for each in applicators for fit in each.get("fitted_to", []) for bare in fit["facts"]}
    faults += [f"applicators.json: {each['id']}: was fitted, but no applicator says to which study"
               for each in facts.values()
               if each.get("read_as") == "fitted" and each.get("unit") in COEFFICIENT_UNITS
               and each["id"] not in named]
    spoken = {each["id"] for each in statements
              if each["topic"] in FORM_TOPICS or each["id"] in FORM_STATEMENTS}
    answered = {one for each in applicators for one in each.get("statements", [])}
    faults += [f"article.json: {one}: speaks of a form of cold, but no applicator names it"
               for one in sorted(spoken - answered)]
    faults += [f"applicator_notes.json: the statement {one} is not in article.json"
               for one in sorted(answered - {each["id"] for each in statements})]
    return faults


def targets_of(data, origin):
    """The entries of the data that "file#id" names."""
    name, _, wanted = origin.partition("#")
    path = data / name
    content = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return [each for entries in content.values() if isinstance(entries, list)
            for each in entries if isinstance(each, dict) and each.get("id") == wanted]


def sourced_rows(costs):
    """What costs.json says in numbers or words that stand elsewhere in the data, each with its place."""
    for form in costs["forms"]:
        for part in form.get("parts", []):
            place = f"{form['variant']}.{part['id']}"
            yield from ((place, row) for row in [part, *part["prices"]] if "from" in row)
    for name in ("insurance", "buying_guide"):
        yield from ((f"{name}: {row['says'][:40]}", row) for row in costs[name])


def cost_faults(data):
    """What joins the costs to the facts: the entry is there, and for prices their digits and source stand in it."""
    path = data / "costs.json"
    if not path.exists():
        return []
    faults = []
    for place, row in sourced_rows(json.loads(path.read_text(encoding="utf-8"))):
        targets = targets_of(data, row["from"])
        words = json.dumps(targets, ensure_ascii=False).replace(",", "")
        source = (row.get("source") or "").replace(",", "")
        if not targets:
            faults.append(f"costs.json: {place}: there is no {row['from']}")
        elif row["from"].startswith(("applicator", "statements")) and row.get("read_as") != "derived":
            if json.dumps(source, ensure_ascii=False)[1:-1] not in words:
                faults.append(f"costs.json: {place}: its source is not that of {row['from']}")
            priced = json.dumps([each.get("cost") for each in targets]).replace(",", "")
            if any(f"{row[end]:g}" not in priced for end in ("low", "high") if row.get(end) is not None):
                faults.append(f"costs.json: {place}: its numbers are not those of {row['from']}")
    return faults


def faults_of(data, schemas):
    """All faults of the files under `data`, as lines that name file and place."""
    faults, dotted = [], []
    for path in sorted(data.rglob("*.json")):
        relative = path.relative_to(data)
        name = relative.as_posix()
        content = json.loads(path.read_text(encoding="utf-8"))
        faults += schema_faults(name, content, schemas / schema_name(relative, content))
        for key, ids in listed(content).items():
            faults += [f"{name}: {key}: the id {each} is given twice" for each in repeated(ids)]
        if isinstance(content, dict) and "facts" in content:
            for fact in content["facts"]:
                faults += fact_faults(name, fact)
                dotted.append(f"{content.get('subject')}.{fact.get('id')}")
    faults += [f"the fact {each} stands in two files" for each in sorted(set(repeated(dotted)))]
    return faults + notes_faults(data) + cost_faults(data)


def main(arguments):
    if len(arguments) != 2:
        print("usage: check_data.py DATA_DIR SCHEMA_DIR", file=sys.stderr)
        return 2
    faults = faults_of(*map(pathlib.Path, arguments))
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults in the data")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
