"""Check the schema of study files with an implementation of JSON Schema that is not ours.

    study_schema_test.py SOURCE_DIR

The schema is valid draft 7, every study validates, and every broken study that a schema can refuse is refused.
"""

import pathlib
import sys

ROOT = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(ROOT / "cmake"))

import schema_document  # noqa: E402

# What a schema cannot see: rules between values, keys that stand twice, numbers that are none in JSON.
SEEN_BY_THE_PROGRAM_ONLY = {
    "04-key-twice", "12-scored-muscle-without-depth", "13-arm-twice", "14-cycles-of-another-length",
    "15-stage-backwards", "16-class-upside-down", "17-read-after-the-end", "18-too-many-people",
    "19-window-backwards", "09-not-a-number", "27-number-too-large"}


def faults(root):
    """All faults found, one line each."""
    _, validator = schema_document.validator_of(root, "study")
    studies = sorted(path for path in (root / "data/studies").glob("*.json") if path.stem != "applicator_kinds")
    broken = sorted((root / "tests/broken_studies").glob("*.json"))
    yield from schema_document.file_faults(validator, studies, broken, SEEN_BY_THE_PROGRAM_ONLY)


if __name__ == "__main__":
    sys.exit(schema_document.report(list(faults(ROOT)), "the schema and the studies agree"))
