"""What the checks of the file schemas share: examples validate, broken files are refused, and the tables of a
document are those of the schema (`--write` brings them up to date)."""

import json
import re
import sys

import jsonschema

TABLES = re.compile(r"(<!-- tables of the schema: begin -->\n).*?(<!-- tables of the schema: end -->\n)", re.DOTALL)


def validator_of(root, name):
    """The schema `schema/<name>.schema.json`, itself valid draft 7, with what validates by it."""
    schema = json.loads((root / f"schema/{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return schema, jsonschema.Draft7Validator(schema)


def table(schema, is_needed, allowed):
    """One row a key."""
    rows = ["| key | needed | allowed | what it is |", "|---|---|---|---|"]
    for key, value in schema["properties"].items():
        rows.append(f"| `{key}` | {is_needed(key, schema)} | {allowed(value)} | {value['description']} |")
    return "\n".join(rows)


def under_headings(parts):
    """All tables of a reference, under their headings."""
    return "\n" + "\n".join(f"### {heading}\n\n{body}\n" for heading, body in parts) + "\n"


def file_faults(validator, examples, broken, seen_by_the_program_only):
    """Examples that do not validate, and broken files that the schema treats otherwise than it should."""
    if not examples or not broken:
        yield "no examples or no broken files found"
    for path in examples:
        for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
            yield f"{path.name}: {error.message}"
    for path in broken:
        try:
            refused = not validator.is_valid(json.loads(path.read_text(encoding="utf-8")))
        except json.JSONDecodeError:
            refused = True
        if refused == (path.stem in seen_by_the_program_only):
            yield f"{path.name}: {'refused' if refused else 'accepted'} by the schema"


def table_faults(document, tables):
    """Whether the tables of a document are these; with `--write` they become them."""
    text = document.read_text(encoding="utf-8")
    written = TABLES.sub(lambda match: match.group(1) + tables + match.group(2), text)
    if "--write" in sys.argv:
        document.write_text(written, encoding="utf-8")
    elif written != text or not TABLES.search(text):
        yield f"{document.name}: the tables are not those of the schema; run this with --write"


def report(found, when_none):
    """Prints the faults; the exit status."""
    print("\n".join(found) or when_none)
    return 1 if found else 0
