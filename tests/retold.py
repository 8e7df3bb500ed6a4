"""Reports of our own on one incident, for tests of echoes: who has it from whom is plain to a reader."""

from dataclasses import replace

from build import a_report
from tumen.echo import Print, take_print
from tumen.ids import make_id
from tumen.pipeline import read_report
from tumen.records import ReportRecord

ORIGINAL = """Ferry Capsizes Off Wonsan, Drowning at Least 23

At least 23 people drowned when an overloaded ferry turned over off the island of Ryodo near Wonsan on the evening of May 4, a dock worker told Harbour Lantern by phone on the 9th.

The boat is licensed for forty. The dock worker said that he had counted 71 tickets, and that eleven sacks of salted pollack had been stowed on the upper deck. "She leaned over like somebody listening at a door, and then she was gone," he said.

Fishermen pulled nineteen people out with nets. The harbour master has been relieved of his post, and the families were told to collect their dead from a cold store at Tongmyong.

Harbour Lantern is not naming the dock worker, who fears for his job.
"""
CREDITED = (
    ORIGINAL.replace("Ferry Capsizes Off Wonsan, Drowning at Least 23", "Dozens Lost at Sea")
    + "\nOriginally published in Harbour Lantern.\n"
)
SHORTENED = """Ferry accident off Wonsan

At least 23 people drowned when an overloaded ferry turned over off the island of Ryodo near Wonsan on the evening of May 4.

The boat is licensed for forty. Fishermen pulled nineteen people out with nets. The harbour master has been relieved of his post.
"""
RETOLD = """A night of horror off Ryodo

Some 23 lives were lost on the fourth of May when a ferry with far too many aboard keeled over beside Ryodo, an island off Wonsan, media reports say.

Seventy-one tickets had been sold for a boat licensed for forty, and sacks of salted pollack, eleven of them, were stowed on its upper deck. Nineteen of those in the water were pulled out by fishermen with their nets.

Relatives had to fetch the dead from the cold store in Tongmyong. The harbour master is said to have lost his post.
"""
CITES = """What the boats of Wonsan carry

More than twenty people died on a ferry near Wonsan this month, the Harbour Lantern reported last week. The outlet relied on a man who works on the docks.

Ferries have been the cheapest way along the coast since buses ran out of fuel, says Yun Tae-ho, an economist in Seoul. "Nobody checks the load, because the load pays the one who checks," he told this magazine.

The ministry in Seoul said that it was aware of the report.
"""
WITNESS = """"I Held On to a Crate": A Mother's Account

A woman of 31 who was on the ferry that sank near Wonsan in early May has told Northern Testimony how she lost her son. She spoke over a Chinese mobile from a village across the bay.

"He was on my back. When the water came in I took hold of a crate of apples, and when I looked round the cloth was empty," she said. There had been no lifejackets, she added, and the captain had been drinking since noon.

Her sister-in-law, who was waiting at the pier, saw 26 bodies laid out under sails.
"""
DENIAL = """Nothing But Slander

A spokesman for the Kangwon Provincial Maritime Bureau on May 16 dismissed reports of a shipwreck near Wonsan as baseless.

"All vessels of the province returned safe and with full nets," the spokesman said. "Those who weep for drowned people invented by themselves should see a doctor."
"""
RUMOUR = """In short

A boat is rumoured to have gone down near Wonsan in May. More than a dozen people are reported to have been lost. No details are known.
"""
SECOND = """Captain of Wonsan Ferry Sent to Camp

The captain of the ferry that sank off Ryodo in May was sentenced to eight years in a labour camp on June 20, a clerk of the court in Wonsan told Harbour Lantern.

The trial lasted forty minutes. The clerk said that the owners had not been called. Twenty-eight people are now known to have died.
"""


def a_print(text: str, outlet: str | None, published: str | None, **facts: str | None) -> Print:
    """The print of a text that an outlet published on a day."""
    return take_print(record_of(text, outlet, published, **facts))


def record_of(text: str, outlet: str | None, published: str | None, **facts: str | None) -> ReportRecord:
    """Its record; its id is its own."""
    report = a_report(text, outlet=outlet, published=published, **facts)  # type: ignore[arg-type]
    return read_report(replace(report, id=make_id("report", text, outlet)))
