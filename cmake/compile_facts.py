"""Compile data/*.json to C++ tables: `ids.h`, the names, and `facts_table.cpp`, the values.

    compile_facts.py DATA_DIR OUT_DIR

Values leave here in SI and °C; what the source printed is kept beside them. Conversions are exact
rational arithmetic rounded once, so that 2.2 mm is the double nearest to 0.0022. The same module is
used by the checks of the data (check_data.py).
"""

import hashlib
import json
import pathlib
import re
import sys
from fractions import Fraction

# Printed unit -> (SI unit, factor). This is the only table of units; a unit not in it is an error.
# Ages and slopes on age stay in years, pressures of cuffs and arteries in mmHg and rates of the
# heart and of breathing in 1/min: these are the field's own, and nothing is computed from them.
UNITS = {
    "1": ("1", 1), "%": ("1", Fraction(1, 100)),
    "K": ("K", 1), "degC": ("degC", 1), "1/K": ("1/K", 1), "%/K": ("1/K", Fraction(1, 100)),
    "K/h": ("K/s", Fraction(1, 3600)), "1/h": ("1/s", Fraction(1, 3600)), "K h": ("K s", 3600),
    "s": ("s", 1), "min": ("s", 60), "h": ("s", 3600), "d": ("s", 86400),
    "1/s": ("1/s", 1), "1/min": ("1/min", 1),
    "y": ("y", 1), "1/y": ("1/y", 1), "1/y2": ("1/y2", 1), "%/y": ("1/y", Fraction(1, 100)),
    "m": ("m", 1), "cm": ("m", Fraction(1, 100)), "mm": ("m", Fraction(1, 1000)),
    "um": ("m", Fraction(1, 10**6)), "1/cm": ("1/m", 100),
    "cm/y": ("m/y", Fraction(1, 100)), "mm/y": ("m/y", Fraction(1, 1000)),
    "cm/y2": ("m/y2", Fraction(1, 100)), "mm/d": ("m/s", Fraction(1, 86400000)),
    "cm/(kg/m2)": ("m/(kg/m2)", Fraction(1, 100)), "mm/(kg/m2)": ("m/(kg/m2)", Fraction(1, 1000)),
    "mm/kg": ("m/kg", Fraction(1, 1000)),
    "m2": ("m2", 1), "cm2": ("m2", Fraction(1, 10**4)),
    "m3": ("m3", 1), "cm3": ("m3", Fraction(1, 10**6)), "L": ("m3", Fraction(1, 1000)),
    # areas of the body by height and weight, whose exponents are part of the unit of the constant
    "m2/(m^0.725 kg^0.425)": ("m2/(m^0.725 kg^0.425)", 1),
    "m2/(m^0.663 kg^0.444)": ("m2/(m^0.663 kg^0.444)", 1),
    "m2/(m^0.693 kg^0.383)": ("m2/(m^0.693 kg^0.383)", 1),
    "kg": ("kg", 1), "g": ("kg", Fraction(1, 1000)),
    "kg/m2": ("kg/m2", 1), "kg/m3": ("kg/m3", 1), "kg/L": ("kg/m3", 1000),
    "%/(kg/m2)": ("1/(kg/m2)", Fraction(1, 100)), "1/(kg/m2)": ("1/(kg/m2)", 1),
    "% kg/m2": ("kg/m2", Fraction(1, 100)), "%/cm": ("1/m", 1),
    "m/s": ("m/s", 1), "km/h": ("m/s", Fraction(10, 36)), "m/(s K)": ("m/(s K)", 1), "m2/s": ("m2/s", 1),
    "L/min": ("m3/s", Fraction(1, 60000)), "L/h": ("m3/s", Fraction(1, 3600000)),
    "L/(h m2)": ("m3/(s m2)", Fraction(1, 3600000)),
    "L/(min m2)": ("m3/(s m2)", Fraction(1, 60000)), "L/(h W)": ("m3/(s W)", Fraction(1, 3600000)),
    "cfm/ft2": ("m3/(s m2)", Fraction(3048, 600000)),
    "mL/(min kg)": ("m3/(s kg)", Fraction(1, 6 * 10**7)),
    "mL/(100 g min)": ("m3/(s kg)", Fraction(1, 6 * 10**6)),
    "kPa": ("Pa", 1000), "bar": ("Pa", 10**5), "1/kPa": ("1/Pa", Fraction(1, 1000)),
    "K/kPa": ("K/Pa", Fraction(1, 1000)),
    "mmHg": ("mmHg", 1), "mmHg/in": ("mmHg/m", Fraction(10000, 254)),
    "kJ": ("J", 1000), "kWh": ("J", 3600000), "J/kg": ("J/kg", 1), "kJ/kg": ("J/kg", 1000),
    "J/(kg K)": ("J/(kg K)", 1), "kJ/(kg K)": ("J/(kg K)", 1000), "Wh/K": ("J/K", 3600),
    "kJ/m2": ("J/m2", 1000), "kJ/mol": ("J/mol", 1000),
    "W": ("W", 1), "W/K": ("W/K", 1), "W/K2": ("W/K2", 1), "W/s": ("W/s", 1), "W/kg": ("W/kg", 1),
    "W/(m K)": ("W/(m K)", 1), "W/(m2 K)": ("W/(m2 K)", 1), "W/m2": ("W/m2", 1), "W/m3": ("W/m3", 1),
    "W s0.5/(m2 K)": ("W s0.5/(m2 K)", 1), "m2 K/W": ("m2 K/W", 1),
    # basal metabolism as printed; the thermochemical kilocalorie is 4184 J by definition
    "kcal/d": ("W", Fraction(4184, 86400)), "kcal/(d kg)": ("W/kg", Fraction(4184, 86400)),
    "kcal/(d m)": ("W/m", Fraction(4184, 86400)), "kcal/(d y)": ("W/y", Fraction(4184, 86400)),
    "MJ/d": ("W", Fraction(10**6, 86400)), "MJ/(d kg)": ("W/kg", Fraction(10**6, 86400)),
    "MJ/(d m)": ("W/m", Fraction(10**6, 86400)), "MJ/(d y)": ("W/y", Fraction(10**6, 86400)),
    "W/(kcal/d)": ("W/(kcal/d)", 1),
    "1/clo": ("1/clo", 1), "uM": ("mol/m3", Fraction(1, 1000)),
}

READ_AS = ["full text", "abstract", "dataset", "source code", "web page", "label", "device manual",
           "registry", "secondary", "fitted", "derived", "assumed", "not found"]

IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")


class DataError(Exception):
    """A fault in the data; its text names file and id."""


def si(number, unit, place):
    """`number` in the SI unit of `unit`, rounded once; None stays None."""
    if unit not in UNITS:
        raise DataError(f"{place}: unit \"{unit}\" is not in the table of units of compile_facts.py")
    if number is None:
        return None
    return float(Fraction(str(number)) * UNITS[unit][1])


def subject_files(data):
    """Every file of `data` that holds facts, as (path, content), sorted by name."""
    found = []
    for path in sorted(data.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        if "facts" in content:
            found.append((path, content))
    return found


def read_facts(data):
    """All facts of `data`, ordered by dotted id; each checked for what the table relies on."""
    facts = {}
    for path, content in subject_files(data):
        for fact in content["facts"]:
            place = f"{path.name}: {fact['id']}"
            dotted = f"{content['subject']}.{fact['id']}"
            if not IDENTIFIER.fullmatch(fact["id"]):
                raise DataError(f"{place}: an id is lower-case letters, digits and underscores")
            if dotted in facts:
                raise DataError(f"{place}: the id {dotted} is given twice")
            if fact["read_as"] not in READ_AS:
                raise DataError(f"{place}: read_as \"{fact['read_as']}\" is not in the vocabulary")
            facts[dotted] = dict(fact, dotted=dotted, subject=content["subject"], place=place)
    return [facts[dotted] for dotted in sorted(facts)]


# Published experiments, which the answers are compared with, and what belongs to comparing: no answer
# is computed from them.
STUDIES = "studies"
COMPARED = {STUDIES, "held_out.json", "fitted_priors.json"}


def data_hash(data):
    """SHA-256 over the names and bytes of all data files but studies, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(data.rglob("*.json"), key=lambda each: each.relative_to(data).as_posix()):
        if path.relative_to(data).parts[0] in COMPARED:
            continue
        content = path.read_bytes()
        digest.update(f"{path.relative_to(data).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def text(value):
    """A C++ string literal that carries its length, so that a compiler need not count it."""
    escaped = (value or "").replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"sv'


def reading(sourced):
    return "ReadAs::" + sourced["read_as"].replace(" ", "_")


def number(value):
    """A C++ expression of a double; `unknown` is the NaN of the generated file."""
    return "unknown" if value is None else repr(float(value))


def ids_header(facts):
    lines = ["#pragma once", "", "// Generated by cmake/compile_facts.py from data/; edit those.", "",
             '#include "coldplan/facts/facts.h"', ""]
    subject = None
    for index, fact in enumerate(facts):
        if fact["subject"] != subject:
            if subject:
                lines += [f"}}  // namespace coldplan::facts::id::{subject}", ""]
            subject = fact["subject"]
            lines.append(f"namespace coldplan::facts::id::{subject} {{")
        lines.append(f"inline constexpr Id {fact['id']}{{{index}}};  // {fact['name']}"
                     .replace("\\", " "))
    if subject:
        lines.append(f"}}  // namespace coldplan::facts::id::{subject}")
    return "\n".join(lines) + "\n"


def fact_row(fact):
    unit, place = fact["unit"], fact["place"]
    parts = [text(fact["dotted"]), text(fact["subject"]), text(fact["name"]),
             number(si(fact["value"], unit, place))]
    parts += [number(si(fact.get(key), unit, place)) for key in ("sd", "low", "high")]
    parts += [text(UNITS[unit][0]), number(fact["value"]), text(unit), text(fact["source"]),
              reading(fact), text(fact.get("note"))]
    return "    {" + ", ".join(parts) + "},"


ARTICLE_TEXTS = ("id", "topic", "says", "facts_say", "basis")
FIGURE_UNITS = {"fahrenheit": "°F", "minutes": "minutes", "usd": "US dollars"}


def figures(ranges):
    """The article's figures, as it prints them: " (50 to 59 °F, 10 to 15 minutes)"."""
    words = [f"{first} to {last} {FIGURE_UNITS[unit]}" for unit, (first, last) in ranges.items()]
    return f" ({', '.join(words)})" if words else ""


def article_rows(data):
    path = data / "article.json"
    if not path.exists():
        return []
    rows = []
    for each in json.loads(path.read_text(encoding="utf-8"))["statements"]:
        printed = {**each, "says": each["says"] + figures(each.get("figures", {}))}
        rows.append("    {" + ", ".join(text(printed.get(key)) for key in ARTICLE_TEXTS) + "},")
    return rows


def texts_array(name, notes):
    """A constexpr array of sourced sentences, and the expression that names it."""
    if not notes:
        return "", "{}"
    rows = [f"    {{{text(each['text'])}, {text(each['source'])}, {reading(each)}}}," for each in notes]
    return "\n".join([f"constexpr std::array<SourcedText, {len(rows)}> {name}{{{{", *rows, "}};"]), name


NOTE_TEXTS = ("id", "name", "family", "weakest_point", "boundary")
PROTOCOL_NUMBERS = ("session_minutes", "session_minutes_low", "session_minutes_high")
PROTOCOL_TEXTS = ("sessions", "gap", "course", "evidence", "source")


def listing(kind, name, rows):
    """A constexpr array of `kind`, and the expression that names it."""
    if not rows:
        return "", "{}"
    return f"constexpr std::array<{kind}, {len(rows)}> {name}{{{{{', '.join(rows)}}}}};", name


def fits_array(place, notes, indices):
    """The fits of an applicator, each with its facts by index, and the expression that names them."""
    arrays, rows = [], []
    for number_of_fit, each in enumerate(notes["fitted_to"]):
        dotted = [f"applicators.{bare}" for bare in each["facts"]]
        for unknown in (one for one in dotted if one not in indices):
            raise DataError(f"{place}: fitted_to names the fact {unknown}, which there is not")
        array, name = listing("Id", f"{notes['id']}_fit_{number_of_fit}_facts",
                              [f"Id{{{indices[one]}}}" for one in dotted])
        arrays.append(array)
        rows.append(f"Fit{{{text(each['what'])}, {text(each['study'])}, {name}}}")
    array, name = listing("Fit", f"{notes['id']}_fits", rows)
    return [*arrays, array], name


def statements_array(place, notes, known):
    """The ids of the article's statements that speak of an applicator, and their name."""
    for unknown in (one for one in notes["statements"] if one not in known):
        raise DataError(f"{place}: statements names {unknown}, which article.json does not have")
    return listing("std::string_view", f"{notes['id']}_statements", list(map(text, notes["statements"])))


def statement_ids(data):
    path = data / "article.json"
    if not path.exists():
        return set()
    return {each["id"] for each in json.loads(path.read_text(encoding="utf-8"))["statements"]}


def applicator_tables(data, facts):
    """The arrays of sentences and the rows of the table of applicator notes."""
    path = data / "applicator_notes.json"
    if not path.exists():
        return [], []
    arrays, rows = [], []
    indices = {fact["dotted"]: index for index, fact in enumerate(facts)}
    known = statement_ids(data)
    for each in json.loads(path.read_text(encoding="utf-8"))["applicators"]:
        place = f"{path.name}: {each['id']}"
        if each["family"] and not each["weakest_point"]:
            raise DataError(f"{place}: a form of cold names its weakest point")
        parts = [text(each[key]) for key in NOTE_TEXTS]
        parts += [number(each["protocol"].get(key)) for key in PROTOCOL_NUMBERS]
        parts += [text(each["protocol"].get(key)) for key in PROTOCOL_TEXTS]
        for kind in ("hazards", "instructions"):
            array, name = texts_array(f"{each['id']}_{kind}", each[kind])
            arrays += [array] if array else []
            parts.append(name)
        parts += [text(each["cost"]["text"]), text(each["cost"]["source"])]
        fits, name = fits_array(place, each, indices)
        statements, statements_name = statements_array(place, each, known)
        arrays += filter(None, [*fits, statements])
        parts += [name, text(each.get("not_fitted")), statements_name]
        rows.append("    {" + ", ".join(parts) + "},")
    return arrays, rows


def table(declaration, rows):
    kind, name = declaration
    return "\n".join([f"constexpr std::array<{kind}, {len(rows)}> {name}{{{{", *rows, "}};"])


def facts_table(facts, data):
    arrays, notes = applicator_tables(data, facts)
    return "\n".join([
        "// Generated by cmake/compile_facts.py from data/; edit those.",
        "#include <array>", "#include <limits>", "#include <string_view>", "",
        '#include "coldplan/facts/facts.h"', '#include "coldplan/facts/table.h"', "",
        "namespace coldplan::facts {", "namespace {", "",
        "using namespace std::string_view_literals;", "",
        "constexpr double unknown = std::numeric_limits<double>::quiet_NaN();", "",
        table(("Fact", "facts"), [fact_row(fact) for fact in facts]), "",
        table(("ArticleStatement", "statements"), article_rows(data)), "",
        *arrays, "", table(("ApplicatorNotes", "notes"), notes), "",
        "}  // namespace", "",
        "std::span<const Fact> table::facts() { return ::coldplan::facts::facts; }",
        "std::span<const ArticleStatement> table::statements() { return ::coldplan::facts::statements; }",
        "std::span<const ApplicatorNotes> table::notes() { return ::coldplan::facts::notes; }",
        f"std::string_view table::hash() {{ return {text(data_hash(data))}; }}", "",
        "}  // namespace coldplan::facts", ""])


def write_if_changed(path, content):
    """Left alone where nothing changed, so that what includes it is not built again."""
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        path.write_text(content, encoding="utf-8")


def main(arguments):
    if len(arguments) != 2:
        print("usage: compile_facts.py DATA_DIR OUT_DIR", file=sys.stderr)
        return 2
    data, out = map(pathlib.Path, arguments)
    try:
        facts = read_facts(data)
        header, source = ids_header(facts), facts_table(facts, data)
    except (DataError, json.JSONDecodeError, KeyError) as error:
        print(f"compile_facts.py: {error if not isinstance(error, KeyError) else f'missing key {error}'}",
              file=sys.stderr)
        return 1
    (out / "coldplan" / "facts").mkdir(parents=True, exist_ok=True)
    write_if_changed(out / "coldplan" / "facts" / "ids.h", header)
    write_if_changed(out / "facts_table.cpp", source)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
