"""Numbers that stand apart from a verb are tied to what they count by their form: a label, a sum, a noun, a grave, the group told of again."""

from dataclasses import replace

import pytest

from build import a_report
from tumen.ledger import make_account
from tumen.pipeline import read_report


def counts_in(text: str) -> set[tuple[str, int]]:
    """The field and the lower bound of each number that stands beside the incidents."""
    account = make_account(read_report(replace(a_report(text, published="2021-05-10", outlet="Outlet"), id="r", file="r")))
    return {(one.field, one.reading.value["lo"]) for one in account.counts}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "INCIDENT SHEET\n\nPlace: Olo market\nDate: 3 May 2021\nKilled: 14\nWounded: 22, of whom 5 badly\nHeld: 31\n",
            {("dead", 14), ("injured", 22), ("detained", 31)},
        ),
        (
            "Losses of the night of 3 May, when soldiers shot at the ferry. Dead: Upper Holm 6, Lower Holm 5, together 11. Missing: 4.",
            {("dead", 11), ("missing", 4)},
        ),
        (
            "Evictions in the Kara valley, 3 May 2021. Households put out = 46. Persons = 260. Arrests = 3.",
            {("", 260), ("detained", 3)},
        ),
        (
            "Cholera in Tambo. Cumulative cases to 3 May: 146. New cases in the week: 19. Deaths: 11.",
            {("ill", 146), ("dead", 11)},
        ),
        (
            "Police arrested strikers at Lido on 3 May. The number of workers in custody had by evening reached 43.",
            {("detained", 43)},
        ),
        (
            "A gas explosion tore through a mine on 3 May. A total of 20 people died in the accident and 18 were rescued.",
            {("dead", 20)},
        ),
        (
            "Police opened fire at Lido on 3 May. Four people were killed and 11 others injured. A new count of the wounded came to 23.",
            {("dead", 4), ("injured", 11), ("injured", 23)},
        ),
        (
            "Typhoid has broken out in Tambo. The number of people treated for it has risen to 118, and a fourth child has died.",
            {("ill", 118), ("dead", 4)},
        ),
        (
            "The number of miners killed in last month's accident at a coal mine in Kaechon has risen to 22, a source said.",
            {("dead", 22)},
        ),
        (
            "Kin of the disappeared. Taken away from Dara on 3 May: 1. Omar B., 2. Said B., 3. Musa T., 4. the boy Yusuf.",
            {("detained", 4)},
        ),
        (
            "Gunmen shot at the wells. There died Amos, Peter his son, Ruth, Old Jon and a guest. That makes five.",
            {("dead", 5)},
        ),
        ("Cholera is in the camp of Lusaro. The nurse's list is long. Today it is 140.", {("ill", 140)}),
        ("Soldiers shot into the queue in Karo on 3 May. By night we had buried nine.", {("dead", 9)}),
        (
            "The militia attacked Karo on 3 May. There are 23 fresh graves behind the church, the catechist wrote.",
            {("dead", 23)},
        ),
        ("The company regrets three (3) fatalities among those camping on the bank when the dam gave way.", {("dead", 3)}),
        ("Police raided Bir on 3 May. The note speaks of six martyrs.", {("dead", 6)}),
        ('"We were sixty-four houses," the teacher says. "On Saturday they came with a paper and drove us out."', {("", 64)}),
        (
            "On 3 May the police came to Karo. Thirty-two pilgrims were in the bus. The thirty-two were driven to the barracks.",
            {("", 32)},
        ),
    ],
)
def test_a_number_belongs_where_its_form_puts_it(text: str, wanted: set[tuple[str, int]]) -> None:
    assert wanted <= counts_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mine has 2,300 workers and four lifts. Deaths: none this year. The number of lifts is 4.",
        "Injuries: none. Contact: 555 0199. Page: 7. Tickets sold: 140. It was six when we came home.",
        "The court heard two cases of theft. The football match had 4,000 spectators. We were twelve at table.",
        "There are three graves of princes near Karo, and five old tombs. Visitors: 340 a day.",
        "He was charged with the death of 13-month-old Bill Thao. Two cases are pending.",
        "Arrests: . Deaths: -- Killed: n/a\n\n: 12\n=",
        "",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not counts_in(text or " ")


def test_a_sum_over_several_places_is_of_none_of_them() -> None:
    text = "Arrests: 20. Of these, 13 in Karo, in the parish house, among them a priest; seven in Bela, in a chapel."
    assert ("detained", 20) not in counts_in(text)


def test_those_whom_one_place_of_care_knows_of_are_a_part() -> None:
    text = "Cholera is in Karo. Up to last night our unit has admitted 88 patients."
    account = make_account(read_report(a_report(text)))
    spans = [one.reading.spans[0] for one in account.counts if one.reading.value["lo"] == 88]
    assert spans
    assert all(any(span.overlaps(part) for part in account.parts) for span in spans)
