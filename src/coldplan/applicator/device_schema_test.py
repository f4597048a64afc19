"""Check the schema of the device file with an implementation of JSON Schema that is not ours.

    device_schema_test.py SOURCE_DIR

The schema is valid draft 7, every example validates, every broken device that a schema can refuse is refused,
a value and the ends of its range have the same limits, limits in US units are those of the metric key, and the
tables of docs/device-file.md are those of the schema (`--write` brings them up to date).
"""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(ROOT / "cmake"))

import schema_document  # noqa: E402

# What a schema cannot see: rules between values, keys needed only without "like", keys that stand twice,
# words that are taken.
SEEN_BY_THE_PROGRAM_ONLY = {
    "09-no-kind", "10-no-source", "11-no-conductance", "12-no-temperature", "13-both-units", "14-both-units-like",
    "20-id-taken", "25-value-outside-its-range", "27-longest-under-minutes", "28-longer-than-what-it-is-like",
    "29-barrier-under-a-jet", "30-jet-not-on-bare-skin", "32-bare-over-cloth", "33-nozzle-too-far",
    "34-nozzle-without-flow", "35-latent-heat-without-melting", "37-like-without-data", "43-key-twice"}
TO_METRIC = {"_F": lambda x: (x - 32.0) / 1.8, "_lb": lambda x: x * 0.45359237, "_in2": lambda x: x * 6.4516}


def allowed(schema):
    """What a value may be, for a cell of a table."""
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"])
    if schema["type"] in ("number", ["number", "object"]):
        span = f"{schema['minimum']} to {schema['maximum']}"
        return span if schema["type"] == "number" else f"{span}, or a range"
    if schema["type"] == "array":
        return f"list of up to {schema['maxItems']}: {allowed(schema['items'])}"
    if schema["type"] == "string":
        return f"text, {schema['minLength']} to {schema['maxLength']} characters"
    return {"boolean": "`true` or `false`", "object": "object"}[schema["type"]]


def is_needed(key, schema):
    """Always, without `like`, or not."""
    if key in schema.get("required", []):
        return "yes"
    return "without `like`" if key in schema.get("x-needed-without-like", []) else ""


def table(schema):
    """One row a key."""
    return schema_document.table(schema, is_needed, allowed)


def tables(schema):
    """All tables of the reference, under their headings."""
    parts = [("`device`", table(schema["properties"]["device"]))]
    for kind, source in schema["definitions"].items():
        parts.append((f"`device.source` of kind `{kind}`", f"{source['description']}\n\n{table(source)}"))
    return schema_document.under_headings(parts)


def unlike_ranges(place, schema):
    """Where the ends of a range have other limits than the value, or a US key others than the metric one."""
    for key, value in schema["properties"].items():
        limits = (value.get("minimum"), value.get("maximum"))
        for part, inner in value.get("properties", {}).items():
            if value["type"] == ["number", "object"] and (inner["minimum"], inner["maximum"]) != limits:
                yield f"{place}.{key}.{part}: limits are not those of {key}"
        metric = schema["properties"].get(value.get("x-instead-of"))
        if metric:
            convert = TO_METRIC[next(ending for ending in TO_METRIC if key.endswith(ending))]
            low, high = map(convert, limits)
            span = metric["maximum"] - metric["minimum"]
            inside = metric["minimum"] - 1e-9 <= low and high <= metric["maximum"] + 1e-9
            if not inside or (high - low) < 0.98 * span:
                yield f"{place}.{key}: {low:g} to {high:g} is not the range of {value['x-instead-of']}"


def faults(root):
    """All faults found, one line each."""
    schema, validator = schema_document.validator_of(root, "device")
    examples = sorted((root / "examples/devices").glob("*.json"))
    broken = sorted((root / "tests/broken_devices").glob("*.json"))
    yield from schema_document.file_faults(validator, examples, broken, SEEN_BY_THE_PROGRAM_ONLY)
    yield from unlike_ranges("device", schema["properties"]["device"])
    for kind, source in schema["definitions"].items():
        yield from unlike_ranges(kind, source)
    document = root / "docs/device-file.md"
    yield from schema_document.table_faults(document, tables(schema))
    for block in re.findall(r"```json\n(.*?)```", document.read_text(encoding="utf-8"), re.DOTALL):
        for error in validator.iter_errors(json.loads(block)):
            yield f"{document.name}: {error.message}"


if __name__ == "__main__":
    sys.exit(schema_document.report(list(faults(ROOT)), "the schema, the devices and the reference agree"))
