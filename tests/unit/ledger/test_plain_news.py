"""Sentences as any newspaper prints them: the number that each gives stands under the field of what befell people."""

import pytest

from build import a_record
from real.headcounts import known_as, told
from tumen.ledger import make_account

SENTENCES = [
    ("Police arrested 54 people at a rally in Lida on Sunday, the monitoring group Spring said.", "detained", 54),
    ("At least 67 protesters were detained in Lida, according to the rights group Spring.", "detained", 67),
    ("The number of people detained at Sunday's march in Lida has risen to 67, the rights group said.", "detained", 67),
    ("Security forces have detained more than 30 members of an underground church in Onsong, a source said.", "detained", 31),
    ("Thirty-one people are now known to have been arrested in the crackdown, up from 17 last week.", "detained", 31),
    ("The ministry said that five people had been held for using illegal phones.", "detained", 5),
    ("Authorities put the number of those arrested at five.", "detained", 5),
    ("Iran hanged five prisoners in Khorramabad on Tuesday, the group said.", "executed", 5),
    ("Seven men were hanged at dawn in the central prison of Khorramabad.", "executed", 7),
    ("Seven prisoners have been executed in Khorramabad this week, the network reported.", "executed", 7),
    ("The judiciary said that three murderers had been put to death.", "executed", 3),
    ("Villagers say 64 families were forced from their homes in Drakthog.", "displaced", 64),
    ("Sixty-four households have been ordered out of Drakthog to make way for a mine.", "displaced", 64),
    ("Bulldozers razed the village on Monday, leaving 52 families homeless.", "displaced", 52),
    ("Twenty-seven people who protested were taken into custody.", "detained", 27),
    ("Officials purged 14 trade cadres in Ryongchon, a source said.", "purged", 14),
    ("Fourteen officials have been sacked over the shipment, a source in North Pyongan Province said.", "purged", 14),
    ("Twenty-two officials lost their posts in the purge.", "purged", 22),
    ("Intelligence agents seized six employees of Radio Timotes, including its director.", "detained", 6),
    ("Six journalists are being held at the headquarters of the intelligence service.", "detained", 6),
    ("Gunmen abducted nine villagers, among them three women.", "kidnapped", 9),
    ("Clashes left 12 dead and dozens wounded.", "dead", 12),
    ("The blast killed 17 and injured 40.", "dead", 17),
    ("The blast killed 17 and injured 40.", "injured", 40),
    ("Forty people were hurt, eight of them seriously.", "injured", 40),
    ("Forty others sustained injuries.", "injured", 40),
    ("Eleven workers lost their lives when the ferry sank.", "dead", 11),
    ("The bodies of eleven workers were recovered from the river.", "dead", 11),
    ("Rescuers have recovered 11 bodies.", "dead", 11),
    ("Nine remain unaccounted for.", "missing", 9),
    ("Some 200 people are missing after the flood.", "missing", 180),
    ("China sent back 58 North Koreans through Tumen on Friday, activists said.", "repatriated", 58),
    ("Fifty-eight North Korean refugees were forcibly repatriated on Friday.", "repatriated", 58),
    ("Ninety residents have fallen ill with cholera, the ministry said.", "ill", 90),
    ("The ministry confirmed 90 cases of cholera.", "ill", 90),
    ("Hospitals have treated 90 patients with cholera.", "ill", 90),
    ("Forty-one conscripts escaped from the camp at Sawa.", "fled", 41),
    ("Forty-one conscripts made it across the border into Sudan.", "fled", 41),
    ("A group of 41 conscripts has deserted and reached Sudan.", "fled", 41),
    ("The death toll from the raid stands at 13, the lawyers' group said.", "dead", 13),
    ("Thirteen civilians died in the raid, the lawyers' group said.", "dead", 13),
    ("The lawyers documented the deaths of 13 civilians.", "dead", 13),
    ("Troops shot dead eight demonstrators.", "dead", 8),
    ("Eight demonstrators were shot dead.", "dead", 8),
    ("A court sentenced twelve believers to prison terms.", "sentenced", 12),
    ("Twelve believers received sentences of up to seven years.", "sentenced", 12),
    ("Ten of the detainees were released on Friday.", "released", 10),
    ("The authorities freed ten detainees on Friday.", "released", 10),
    ("Six people were charged with treason.", "charged", 6),
    ("About 300 people demonstrated in front of the town hall.", "protested", 270),
    ("A crowd of about 300 gathered outside the town hall to protest.", "protested", 270),
    ("Forty families have been evacuated.", "displaced", 40),
    ("Eritrea expelled 12 priests on Monday.", "deported", 12),
    ("Twelve priests were deported on Monday.", "deported", 12),
]


@pytest.mark.parametrize(("text", "field", "lowest"), SENTENCES, ids=[text[:40] for text, _, _ in SENTENCES])
def test_the_number_is_read_under_its_field(text: str, field: str, lowest: int) -> None:
    account = make_account(a_record(text, published="2021-05-10"))
    found = {(known_as(name), reading.value["lo"]) for reading, name in told(account)}
    assert (known_as(field), lowest) in found
