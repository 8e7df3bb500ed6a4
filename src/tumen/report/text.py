"""Plain text. Comes in: an original. Goes out: its `Draft`, and for the other readers `decode`. Never: guessing wildly.

The canonical text is the decoded file, unchanged, line ends included. Only a byte order mark is dropped: it says how the
text is encoded and is no part of it. Bytes that fit no encoding are refused, because a report with wrong letters looks like
a report.
"""

import codecs
import logging
import re

from tumen.errors import ReportError
from tumen.records import Original
from tumen.report.draft import Draft
from tumen.report.kind import unsupported

MARKS = (  # the marks of UTF-32 begin with those of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

COMMON = {
    "cp949": frozenset(
        "이다는의에을가고지하한로기사를대은자인서해어도부일시리나정수보전라스주아장으제있게국만관과그원공비들까성면오당했"
        "동경구선상여것중조위용신치세소회연안무생북민탈발간년월밝따말방요개화니금통실장와며되결했습"
    ),
    "gb18030": frozenset(
        "的一是在不了有人中国大这上个来他们到说和地为以时子年要就出会可也你对生能而那得于着下自之过发后作里用道行所然家种事"
        "成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此"
        "报月新名称边朝"
    ),
}
"""The commonest letters of running Korean and Chinese: between two and three in five of those in any text."""

COMMON_SHARE = 0.15
"""Right guesses have at least a fifth of their letters among the common ones, even in one line; wrong ones hardly any."""

WIDER = {"iso8859-1": "cp1252", "ascii": "utf-8", "euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030"}
"""What files are written in that declare the key: the same letters, and more."""

DECLARED = re.compile(r"utf-8|utf-16.*|ascii|cp\d+|iso8859-\d+|koi8.*|euc.*|gb.*|big5.*|shift.*|iso2022.*|hz")
"""Encodings of text. Python knows others ("punycode", "unicode_escape") that no one writes reports in."""

SAMPLE_BYTES = 64 * 1024
OTHERS = ["cp1251", "koi8_r", "shift_jis", "euc_jp", "big5", "cp1256", "cp1250"]
JUNK_BYTES = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")
JUNK = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def read(original: Original) -> Draft:
    """The text as it stands. Raises `ReportError`: "unsupported", "not_text", "null_bytes", "undecodable"."""
    return Draft(decode(original.data, original.file))


def decode(data: bytes, file: str) -> str:
    """`data` as text, in the one encoding that it can be in. Raises `ReportError` as `read` does."""
    if words := unsupported(data):
        raise ReportError(file, "unsupported", f"this is {words}, which Tumen does not read")
    mark, encoding = _marked(data)
    text = _strictly(data[len(mark) :], encoding or _encoding(data, file), file, len(mark))
    sample = text[:SAMPLE_BYTES]
    if len(JUNK.findall(sample)) > max(2, len(sample) / 50):
        raise _not_text(file)
    if (at := text.find("\0")) >= 0:
        raise ReportError(file, "null_bytes", f"there is a null character in the text, at character {at}")
    return text


def decode_as(data: bytes, declared: str | None, file: str) -> str:
    """`data` in the encoding that its file declares, if that is one for text and fits; else as `decode` finds it."""
    if declared and not _marked(data)[1]:
        try:
            encoding = codecs.lookup(declared.strip().lower()).name
            if DECLARED.fullmatch(encoding):
                return data.decode(WIDER.get(encoding, encoding))
        except (LookupError, ValueError):  # an unknown name, or one with a null byte; or it does not fit
            pass
    return decode(data, file)


def _marked(data: bytes) -> tuple[bytes, str | None]:
    """The byte order mark and the encoding it stands for."""
    return next(((mark, encoding) for mark, encoding in MARKS if data.startswith(mark)), (b"", None))


def _strictly(data: bytes, encoding: str, file: str, offset: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as err:
        raise _undecodable(file, encoding, offset + err.start) from err


def _undecodable(file: str, encoding: str, at: int) -> ReportError:
    return ReportError(file, "undecodable", f"this is not good {encoding.upper()} at byte {at}, and fits no other encoding")


def _not_text(file: str) -> ReportError:
    return ReportError(file, "not_text", "this is neither text nor any kind of file that Tumen reads")


def _utf16_without_mark(data: bytes) -> str | None:
    """Blanks, line ends and Latin letters give every UTF-16 text null bytes, nearly all of them on the same side."""
    sample = data[:SAMPLE_BYTES]
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or max(high, low) < len(sample) / 20 or min(high, low) > max(high, low) / 4:
        return None
    return "utf-16-be" if high > low else "utf-16-le"


def _encoding(data: bytes, file: str) -> str:
    """The encoding of `data`. What is good UTF-8 for the most part is broken UTF-8, whatever else it would pass for."""
    if utf16 := _utf16_without_mark(data):
        return utf16
    if len(JUNK_BYTES.findall(data, 0, SAMPLE_BYTES)) > max(2, min(len(data), SAMPLE_BYTES) / 20):
        raise _not_text(file)
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError as err:
        at = err.start
    sample = data[max(0, at - SAMPLE_BYTES // 2) : at + SAMPLE_BYTES // 2]
    loose = sample.decode("utf-8", "replace")
    bad = loose.count("\ufffd")
    if sum(c > "\x7f" for c in loose) - bad >= bad:
        raise _undecodable(file, "utf-8", at)
    shares = {encoding: _share_of_common(data, sample, encoding) for encoding in COMMON}
    best = max(shares, key=lambda encoding: shares[encoding])
    if shares[best] >= COMMON_SHARE:
        return best
    if _is_western(sample):
        return "cp1252"
    if other := _other(sample):
        return other
    raise _undecodable(file, "utf-8", at)


def _share_of_common(data: bytes, sample: bytes, encoding: str) -> float:
    """Which part of the East Asian letters are common ones, read as `encoding`; 0 if it cannot be that."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return 0
    letters = [c for c in sample.decode(encoding, "ignore") if c > "\x7f" and c.isalpha()]
    return sum(c in COMMON[encoding] for c in letters) / max(1, len(letters))


def _is_western(sample: bytes) -> bool:
    """Read as CP1252 it has letters with accents and typographer's marks among the plain ones, and no other signs."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    plain = sum(c.isascii() and c.isalpha() for c in text)
    accented = sum(c > "\x7f" and c.isalpha() for c in text)
    return accented <= plain / 2


def _other(sample: bytes) -> str | None:
    """What `charset_normalizer` makes of it, if that reads as a language."""
    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").setLevel(logging.CRITICAL + 1)
    best = from_bytes(sample, cp_isolation=OTHERS, threshold=0.1).best()
    return best.encoding if best and best.coherence > 0.3 else None
