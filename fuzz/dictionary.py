"""Make a libFuzzer dictionary of the keys and words of a JSON Schema: `dictionary.py SCHEMA OUT`."""

import json
import pathlib
import sys


def words_in(schema):
    """Every key and every word of a list of words, each in quotes as in a file."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (word for word in schema.get("enum", []) if isinstance(word, str))
        for value in schema.values():
            yield from words_in(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from words_in(value)


def entry(word):
    """A line of the dictionary, which is quoted like text in C."""
    quoted = json.dumps(word, ensure_ascii=False)
    return '"' + quoted.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    SCHEMA = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    LINES = sorted({entry(word) for word in words_in(SCHEMA)} | {'"1e999"', '"{}"', '"null"', '"\\\\u0000"'})
    pathlib.Path(sys.argv[2]).write_text("\n".join(LINES) + "\n", encoding="utf-8")
