"""By what a report knows: who is heard, who answers for an office, who only passes on. One raid, told in many ways, beside the report that was first."""

import pytest

import retold
from tumen.echo import Print, compare, standings
from tumen.echo.words import hash_of, in_order, pack, root, tells, unpack

FIRST = """Fishermen shot at in Balo lagoon

Seven fishermen were killed and nineteen boats burned when marines raided the landing place of Balo on Sunday, a boatbuilder who lives there told Estuary Radio.

The marines arrived in two grey launches shortly after the four o'clock prayer. "They asked for the man with the radio, and when nobody stepped forward they began with the boats," the boatbuilder said.

The dead include the schoolmaster, Idris Konda, 51, who had come to buy mullet. A girl of eight lost an arm. The market women hid 60 children in the salt shed.

Balo has been without fuel since May, when the port authority withdrew the permit of its only pump. The navy has not commented.
"""
HEARD = {
    "observers": "Our monitors spoke separately to four families at the landing place. All put the dead at eight, and one gave them a cartridge case.",
    "file": "Informant: wife of a net mender. Interviewed twice, 14 and 28 July, with a cousin present. She went to the barracks for three days.",
    "doctors": "We treated twelve wounded who came by canoe before midnight. An old man with a bullet in the hip asked about his nets every ten minutes.",
    "deserter": "The Delta Review has spoken by satellite phone with a soldier who took part and has since deserted. He fired, he admits, into the air.",
    "script": "HOST: Good evening. Rosa has spoken to two people who know the shed.\n\nROSA: The first of them counted the sandals by the door.\n\nHOST: And then?",
}
QUOTED = {
    "interview": "-- Where did you stand?\n\n-- On the ice house. One sees the pier from there.\n\n-- And then?\n\n-- They put the goats into the water. A goat swims well. My uncle did not.",
    "registered": "Forty-one persons with burns were registered by our team between 12 and 19 July, nine of them under five. Soap is needed.",
}
ANSWERED = {
    "statement": "COMMUNIQUE No. 41\nJoint Task Force Delta\n\nOn 12 July units dismantled a fuel depot in the lagoon. Eleven boats without papers were destroyed.",
    "denial": "A spokesman for the navy on Friday dismissed what he called a tale. Nobody was killed in the lagoon, he said, and no marine left the base.",
    "hearing": "Interior Minister Rosa Temba told deputies on Wednesday that six people had died in circumstances that are being looked into.",
    "state media": "The provincial administration has closed an unlicensed pump, the state news agency reported. The governor thanked the troops for their patience.",
}
ISSUED = {
    "MINISTRY OF FISHERIES": "MINISTRY OF FISHERIES\nPress centre\n\nOn 12 July inspectors found eleven boats without papers at Balo. Two men resisted and were wounded.",
    "BALO SALT WORKS LTD.": "BALO SALT WORKS LTD.\n\nTo our customers\n\nOn Sunday a shed of ours burned down. Our watchman lost a hand. What soldiers did on the water we have not seen.",
}
PASSED_ON = {
    "unnamed outlet": "An exile radio station has reported that seven people were killed by marines. It quoted a man who builds boats. The coast is closed to reporters.",
    "gossip": "It is said that seven died, or seventeen. A taxi driver told me that his barber had it from a colonel's cook. Nobody prints a word of it.",
    "posts": "Seen online: a video with the caption “Balo”, shared 4,000 times and deleted. A user wrote that her aunt was there. The post has 300 likes.",
    "tracker": "12 July: raid, seven dead, nineteen boats (various sources). 15 July: curfew. Entries are drawn from the press; we do not say which rests on what.",
    "far away": "The raid must be investigated, the Fishworkers' International demanded in Brussels. It represents two million workers, and will write to the ambassador.",
    "paper that quotes": "A paper on the coast wrote that boats had burned. It quoted a builder of boats. “They began with the boats, and did not end there,” he is said to have told it.",
    "own expert": "The raid shows how weak the fleet is, said Dr. Ana Quint, a fellow of the review. “A navy that burns rowing boats has no fuel for ships,” she said.",
}
IN_OTHER_WORDS = """What a mullet costs

The schoolmaster Idris Konda, fifty-one, went down to the landing of Balo to buy one. After the prayer of four o'clock two grey launches put in. Their marines wished to see whoever owned a radio, and as no one stepped
forward they set to work on the boats: nineteen of them. Seven fishermen lay dead. Somewhere an arm of a girl was lost. In a shed, upon salt, market women taught sixty children to be silent. Since May there has been no fuel, for the pump lost
its permit.
"""


@pytest.fixture(scope="module")
def first() -> Print:
    return retold.a_print(FIRST, "Estuary Radio", "2020-07-14")


def a_print(text: str, outlet: str = "Delta Review", published: str | None = "2020-08-02") -> Print:
    return retold.a_print(f"{text}\n", outlet, published)


@pytest.mark.parametrize("text", [*HEARD.values(), *QUOTED.values(), *ANSWERED.values()], ids=[*HEARD, *QUOTED, *ANSWERED])
def test_who_heard_somebody_or_answers_for_an_office_is_an_origin_of_its_own(first: Print, text: str) -> None:
    echo = compare(first, a_print(text))
    assert (echo.step, echo.of) == ("independent", None)
    assert echo.reasons


@pytest.mark.parametrize(("outlet", "text"), ISSUED.items(), ids=[*ISSUED])
def test_an_office_or_a_company_speaks_for_itself(first: Print, outlet: str, text: str) -> None:
    assert compare(first, a_print(text, outlet)).step == "independent"


@pytest.mark.parametrize("text", PASSED_ON.values(), ids=[*PASSED_ON])
def test_what_only_passes_it_on_is_no_origin(first: Print, text: str) -> None:
    copy = a_print(text)
    assert compare(first, copy).step != "independent"
    assert len({one.origin_group for one in standings([first, copy], [compare(first, copy)])} - {None}) == 1


def test_a_retelling_goes_back_to_what_it_retells(first: Print) -> None:
    echo = compare(first, a_print(IN_OTHER_WORDS, "Inner Sea Digest"))
    assert (echo.step, echo.of) == ("derived", first.id)


def test_what_is_heard_in_a_quotation_is_not_heard_by_the_outlet(first: Print) -> None:
    assert (
        a_print("“We spoke to four families,” it says there. “They told us everything.” Then it rained.").evidence.contact
        is None
    )


def test_who_asked_an_office_in_vain_has_heard_nobody() -> None:
    assert a_print("We asked the ministry of defence and heard nothing. The road was closed.").evidence.contact is None


def test_words_that_tell_are_compared_by_their_roots_and_in_order() -> None:
    assert root("electrician") == root("electricity")
    assert [word for word in ("because", "monday", "lagoon", "12", "seven") if tells(word)] == ["lagoon", "12", "seven"]
    one, other = (unpack(pack(map(hash_of, words.split()))) for words in ("a b c d e", "x a d b c"))
    assert in_order(one, other) == in_order(other, one) == 3
    assert in_order(one, unpack(b"")) == 0
