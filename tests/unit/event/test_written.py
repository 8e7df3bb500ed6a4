"""A scheme as it is written: what a desk adds is taken, and what is wrong with it is said by file, type and field."""

import pickle

import pytest

from build import a_report
from tumen.errors import SettingError
from tumen.event import extend_scheme, scheme
from tumen.pipeline import read_report

WRITTEN = """
[indoctrinate]
family = "control"
label = "indoctrination"
definition = "People are made to attend lessons."
roles = { agent = "who makes them", patient = "who is lectured" }
counted = "patient"
triggers.verbs = ["indoctrinate"]
triggers.phrases = ["attend a lecture"]
example = "Forty pupils were indoctrinated."
not_example = "He attended to his garden."
"""
WALK = "\n[indoctrinate.crosswalk]\n"


def test_a_type_is_added_after_ours_and_reports_are_read_with_it() -> None:
    types = extend_scheme(scheme(), WRITTEN, "scheme.toml")
    assert list(types) == [*scheme(), "indoctrinate"]
    report = a_report("Forty pupils were indoctrinated in Hyesan on May 3.")
    assert read_report(report).events == ()
    record = read_report(report, types)
    assert [event.type for event in record.events] == ["indoctrinate"]
    (incident,) = record.incidents
    assert incident.headline.startswith("Indoctrination: 40 people")


def test_our_types_are_read_as_ever_after_others_were_added() -> None:
    report = a_report("Two traders fled to China on May 3.")
    assert read_report(report, extend_scheme(scheme(), WRITTEN, "x")) == read_report(report)


def test_a_scheme_travels_to_other_processes() -> None:
    types = extend_scheme(scheme(), WRITTEN, "x")
    again = pickle.loads(pickle.dumps(types))
    assert again == types
    assert hash(again) == hash(types)
    assert types != scheme()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[indoctrinate]", "[indoctrinate", "cannot be understood"),
        ("[indoctrinate]", "x = 1\n[indoctrinate]", "x: is no type"),
        ("[indoctrinate]", "[Indoctrinate]", "Indoctrinate: the name of a type is small letters"),
        ("[indoctrinate]", "[flee]", "flee: there is a type of this name already"),
        ('label = "indoctrination"', "", "indoctrinate.label: is missing"),
        ('label = "indoctrination"', 'label = " "', "indoctrinate.label: is empty"),
        ('label = "indoctrination"', "label = 3", "indoctrinate.label: should be words in quotation marks"),
        ("label =", "lable =", "indoctrinate.lable: there is no such key; did you mean label?"),
        ('"control"', '"schools"', 'indoctrinate.family: "schools" is not known; give one of movement, custody'),
        ("agent =", "teacher =", 'indoctrinate.roles: "teacher" is not known; give one of agent, patient'),
        ('counted = "patient"', 'counted = "thing"', 'indoctrinate.counted: "thing" is none of its roles: agent, patient'),
        (
            'counted = "patient"',
            'alike = ["arest"]',
            'indoctrinate.alike: there is no other type "arest"; did you mean arrest',
        ),
        ('["indoctrinate"]', '["escape"]', 'indoctrinate.triggers.verbs: "escape" is a trigger of flee'),
        ('["attend a lecture"]', '["Cross  the Border"]', '"cross the border" is a trigger of cross'),
        ('["attend a lecture"]', '["the"]', 'indoctrinate.triggers.phrases: "the" is too little to be found by'),
        ('["indoctrinate"]', '"indoctrinate"', "indoctrinate.triggers.verbs: should be a list of words"),
        ("triggers.verbs", "triggers.verb", "indoctrinate.triggers.verb: there is no such key; did you mean verbs"),
        ("garden.", 'garden."\ncrosswalk.cameo = { fit = "bad" }\n#', 'indoctrinate.crosswalk.cameo.fit: "bad" is not known'),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, said: str) -> None:
    assert WRITTEN.count(old) == 1
    with pytest.raises(SettingError) as raised:
        extend_scheme(scheme(), WRITTEN.replace(old, new), "desk/scheme.toml")
    assert str(raised.value).startswith("desk/scheme.toml: ")
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('plover = { fit = "good" }', "crosswalk.plover.code: is missing"),
        ('plover = { fit = "none", code = "1", because = "does not fit because x" }', "crosswalk.plover.code: there is none"),
        ('plover = { fit = "poor", code = "1" }', 'wants a reason that begins "does not fit because"'),
        ('plover = { fit = "partial", code = "1", because = "so" }', 'wants a reason that begins "fits in part because"'),
        ('plovers = { fit = "good", code = "1" }', '"plovers" is not known; give one of plover, cameo'),
    ],
)
def test_a_code_elsewhere_says_how_well_it_fits_and_why(code: str, said: str) -> None:
    with pytest.raises(SettingError) as raised:
        extend_scheme(scheme(), WRITTEN + WALK + code, "scheme.toml")
    assert said in str(raised.value)


def test_two_added_types_cannot_share_a_trigger_either() -> None:
    second = WRITTEN.replace("[indoctrinate]", "[lecture]").replace('["attend a lecture"]', "[]")
    with pytest.raises(SettingError, match=r'lecture.triggers.verbs: "indoctrinate" is a trigger of indoctrinate'):
        extend_scheme(scheme(), WRITTEN + second, "scheme.toml")


def test_what_is_never_meant_is_passed_over() -> None:
    report = a_report("Forty pupils were indoctrinated in good manners.")
    never = WRITTEN.replace('triggers.phrases = ["attend a lecture"]', 'triggers.never = ["indoctrinate in good manners"]')
    assert read_report(report, extend_scheme(scheme(), WRITTEN, "x")).events
    assert read_report(report, extend_scheme(scheme(), never, "x")).events == ()
    ours = never.replace("indoctrinate in good manners", "cross the border")
    with pytest.raises(SettingError, match=r'triggers.never: "cross the border" is a trigger of cross'):
        extend_scheme(scheme(), ours, "x")


def test_without_a_trigger_nothing_could_be_found() -> None:
    bare = WRITTEN.replace('["indoctrinate"]', "[]").replace('["attend a lecture"]', "[]")
    with pytest.raises(SettingError, match=r"indoctrinate.triggers: there is none"):
        extend_scheme(scheme(), bare, "scheme.toml")
