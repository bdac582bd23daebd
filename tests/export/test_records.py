"""What a report says goes out as JSON that its schema describes."""

import json

import jsonschema
import pytest

from govreport.export.records import to_json, to_record
from govreport.export.schema import schema
from tests.export.sample import TEXT, bare, sample


def test_schema_is_a_schema_and_describes_records():
    """The printed schema is valid draft 2020-12 and every record follows it, an empty one too."""
    jsonschema.Draft202012Validator.check_schema(schema())
    for findings in (sample(), bare(""), bare("abc")):
        jsonschema.validate(json.loads(to_json(findings)), schema(), jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("table", "field", "wrong"),
    [
        ("statements", "kind", "promise"),
        ("statements", "part", "middle"),
        ("sections", "part", "nowhere"),
        ("flags", "severity", "fatal"),
        ("flags", "code", "made-up"),
        ("duplicates", "similarity", 1.5),
        ("statements", "span", [1]),
        ("statements", "slots", {"colour": []}),
        ("sections", "unheard_of", 1),
    ],
)
def test_schema_refuses_what_is_not_in_the_model(table, field, wrong):
    """A word outside a closed list, a share above one, a broken span or an unknown key is refused."""
    record = to_record(sample())
    record[table][0][field] = wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, schema(), jsonschema.Draft202012Validator)


def test_spans_are_pairs_and_quotes_are_cut_from_them():
    """A span is [start, end], and the quote beside it stands there in the text."""
    for statement in to_record(sample())["statements"]:
        start, end = statement["span"]
        assert TEXT[start:end] == statement["text"]


def test_unknown_is_null():
    """What is not known is null, never left out."""
    record = to_record(bare("甲"))
    assert record["title"] is None
    assert record["year"] is None
    assert record["document"]["provenance"]["sha256"] is None


def test_json_holds_chinese_as_such_and_half_characters_as_escapes():
    """Chinese is readable in the JSON; a lone surrogate does not stop it from being written as UTF-8."""
    assert "婦女之家" in to_json(sample())
    findings = bare("甲")
    object.__setattr__(findings.outline, "title", "甲\ud800")
    written = to_json(findings)
    written.encode("utf-8")
    assert json.loads(written)["title"] == "甲\ud800"
