"""Spellings of Korean names -> a key that they share. Comes in: a name in Latin letters or Hangul. Goes out: its key, and what was peeled off.

"Hoeryong", "Hoiryeong", "Hoeryŏng-gun" and 회령 are one name. A key has a letter for each sound that all systems keep apart: the
romanisations of McCune and Reischauer (1939), of the DPRK (1992) and of the South (2000), and the habits of the press ("oo", "ung", "sh").

    K g k kk kh    T d t tt th    P b p pp ph f    C ch j jj z tsch    S s ss sh    H h    M m    N n    Q ng    R r l
    A a    O o eo ŏ    U u eu ŭ oo    I i ee    E e ae ai    W oe oi we wae ui wi eui: what only some systems keep apart
    Y before a vowel; B for wa, wo: a lip before it

The strict key keeps O and U apart, the loose one does not: the press writes "Chungjin" for Ch'ŏngjin.
"""

import re
import unicodedata
from typing import NamedTuple

BREVES = str.maketrans({"ŏ": "eo", "ô": "eo", "ŭ": "eu", "û": "eu", "’": "'", "ʼ": "'", "‘": "'", "`": "'"})
DIRECTIONS = {"north": "N", "n": "N", "northern": "N", "south": "S", "s": "S", "southern": "S", "buk": "N", "bukto": "N", "bukdo": "N", "pukto": "N",
              "bugdo": "N", "nam": "S", "namdo": "S", "namto": "S"}  # fmt: skip
LEVELS = {
    "province": "province", "do": "province", "to": "province", "county": "county", "gun": "county", "kun": "county",
    "city": "county", "si": "county", "shi": "county", "district": "county", "guyok": "county", "kuyok": "county", "gu": "county",
    "prefecture": "county", "town": "locality", "village": "locality", "ri": "locality", "li": "locality", "ni": "locality", "up": "locality",
    "eup": "locality", "dong": "locality", "tong": "locality", "nodongjagu": "locality", "rodongjagu": "locality", "jin": "",
}  # fmt: skip
ENGLISH = frozenset("north n northern south s southern province county city district prefecture town village".split())
QUALIFIERS = frozenset(["special", "workers", "municipality", "the", "of", "autonomous", "jikhalsi"])
HANGUL_ENDS = (("특별시", "county"), ("직할시", "county"), ("로동자구", "locality"), ("구역", "county"), ("도", "province"), ("시", "county"),
               ("군", "county"), ("읍", "locality"), ("리", "locality"), ("동", "locality"))  # fmt: skip
INITIALS = ["K", "K", "N", "T", "T", "R", "M", "P", "P", "S", "S", "", "C", "C", "C", "K", "T", "P", "H"]
VOWELS = ["A", "E", "YA", "YE", "O", "E", "YO", "YE", "O", "BA", "W", "W", "YO", "U", "BO", "W", "W", "YU", "U", "W", "I"]
FINALS = [
    "",
    "K",
    "K",
    "K",
    "N",
    "N",
    "N",
    "T",
    "R",
    "K",
    "M",
    "R",
    "R",
    "R",
    "P",
    "R",
    "M",
    "P",
    "P",
    "T",
    "T",
    "Q",
    "T",
    "T",
    "K",
    "T",
    "P",
    "",
]
LATIN = {
    "tsch": "C", "dsch": "C", "tch": "C", "ch": "C", "jj": "C", "j": "C", "z": "C", "dz": "C", "kk": "K", "gg": "K", "kh": "K", "k": "K", "g": "K",
    "q": "K", "c": "K", "tt": "T", "dd": "T", "th": "T", "t": "T", "d": "T", "pp": "P", "bb": "P", "ph": "P", "p": "P", "b": "P", "f": "P",
    "ssh": "S", "ss": "S", "sh": "S", "s": "S", "x": "S", "wh": "HB", "h": "H", "mm": "M", "m": "M", "ng": "Q", "nn": "N", "n": "N", "rl": "R", "lr": "R",
    "rr": "R", "ll": "R", "r": "R", "l": "R", "v": "P",
    "yeo": "YO", "yŏ": "YO", "yae": "YE", "yoo": "YU", "you": "YO", "yu": "YU", "yo": "YO", "ya": "YA", "ye": "YE", "ia": "YA", "io": "YO",
    "eui": "W", "ui": "W", "wi": "W", "oe": "W", "oi": "W", "wae": "W", "weo": "BO", "we": "W", "oui": "W", "wa": "BA", "wo": "BO", "wu": "U",
    "eo": "O", "eu": "U", "oo": "U", "ou": "U", "ee": "I", "ae": "E", "ai": "E", "ay": "E", "a": "A", "e": "E", "i": "I", "o": "O", "u": "U", "y": "I",
    "w": "B",
}  # fmt: skip
LONGEST = 4
VOCALIC = frozenset("aeiou")
SYLLABLE = re.compile(r"[aeiouy]+")


class Key(NamedTuple):
    """`strict` and `loose` are compared with those of other names; `direction` is "N", "S" or ""; `level` what its ending says, or ""."""

    strict: str
    loose: str
    direction: str
    level: str


def key_of(name: str) -> Key:
    """The key of one name; an empty one for a name in neither Hangul nor Latin letters."""
    if any("가" <= letter <= "힣" for letter in name):
        return _of_hangul(unicodedata.normalize("NFC", name))
    words = re.findall(r"[a-zŏŭ]+(?:'[a-z]+)*", _plain(name).replace("'", ""))
    direction = level = ""
    kept: list[str] = []
    for number, word in enumerate(words):
        is_last = number == len(words) - 1
        if word in DIRECTIONS and len(words) > 1 and not direction:
            direction = DIRECTIONS[word]
        elif word in LEVELS and kept and (is_last or len(word) > 3):
            level = level or LEVELS[word]
        elif word not in QUALIFIERS:
            kept.append(word)
    joined = "".join(kept)
    if len(kept) < len(words) and "-" in name and len(SYLLABLE.findall(joined)) < 2 and not set(words) & ENGLISH:
        joined, direction, level = "".join(words), "", ""  # "Gang-nam", "Nam-po", "Dae-dong"
    if not direction and level == "province" and (match := re.fullmatch(r"(\w{4,})(buk|puk|nam)", joined)):
        joined, direction = match[1], DIRECTIONS["buk" if match[2] != "nam" else "nam"]
    strict = _sounded("".join(_sounds(joined)))
    return Key(strict, _loosened(strict), direction, level)


def is_same(one: str, other: str) -> bool:
    """Whether two names are one name in any romanisation, or but for their marks."""
    keys = key_of(one), key_of(other)
    return _plain(one) == _plain(other) or (bool(keys[0].strict) and keys[0][::2] == keys[1][::2])


def _plain(name: str) -> str:
    """Small letters, breves spelt out, other marks taken off."""
    name = unicodedata.normalize("NFC", name).lower().translate(BREVES)
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))


def _sounds(word: str) -> list[str]:
    """The sounds of a word in Latin letters, by the longest match."""
    sounds, at = [], 0
    while at < len(word):
        for length in range(LONGEST, 0, -1):
            piece = word[at : at + length]
            if piece == "ay" and word[at + 2 : at + 3] in VOCALIC:  # "Ma-yang", not "May-ang"
                continue
            if piece in LATIN and len(piece) == length:
                sounds.append(LATIN[piece])
                at += length
                break
        else:
            at += 1
    return sounds


def _of_hangul(name: str) -> Key:
    name = re.sub(r"\s", "", name)
    level = direction = ""
    for ending, its_level in HANGUL_ENDS:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            name, level = name.removesuffix(ending), its_level
            break
    if level == "province" and name[-1] in "북남" and len(name) > 2:
        name, direction = name[:-1], "N" if name[-1] == "북" else "S"
    sounds = []
    for letter in name:
        if "가" <= letter <= "힣":
            initial, rest = divmod(ord(letter) - 0xAC00, 21 * 28)
            vowel, final = divmod(rest, 28)
            sounds += [INITIALS[initial], VOWELS[vowel], FINALS[final]]
    strict = _sounded("".join(sounds))
    return Key(strict, _loosened(strict), direction, level)


def _sounded(key: str) -> str:
    """What neighbouring sounds do to each other, and what the systems do to an R that comes first."""
    key = re.sub(r"^[RN](?=[YI])", "", key)
    key = re.sub(r"^R", "N", key)
    key = re.sub(r"(?<=[QM])R", "N", key)
    key = re.sub(r"NR|RN|RR", "R", key)
    key = re.sub(r"H(?![AEIOUWYB])", "", key)  # "Nampoh"
    key = re.sub(r"K(?=[NM])", "Q", key)
    key = re.sub(r"NK", "Q", key)  # "Mangyongdae" does not say whether it is Man-gyong or Mang-yong
    key = re.sub(r"P(?=[NM])", "M", key)
    return re.sub(r"(.)\1", r"\1", key)


def _loosened(strict: str) -> str:
    loose = re.sub(r"U", "O", strict).replace("YI", "I").replace("W", "I")
    return re.sub(r"[NR]+(?=Y)", "", loose)
