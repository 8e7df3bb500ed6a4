"""A sentence -> its words, cut as in Universal Dependencies. Comes in: text and the span of a sentence. Goes out: spans of words.

As the English Web Treebank cuts: "do|n't", "Kim|'s", "can|not", "well|-|known" but "re-elected", "$|5", "10|%", "and|/|or".
Whole stay "U.S.", "Mr.", "3.5", "1,000", "10:30", "9/11", telephone numbers, addresses of mail and web, "...", "?!".
Lengths in the patterns are bounded where a run without spaces could otherwise be looked through again at each of its places.
"""

import re

from tumen.records import Span

PREFIXES = (
    "anti arch bi bio co counter cross de e eco ex extra infra inter intra macro mega micro mid mini multi neo non over pan para "
    "post pre pro proto pseudo psycho quasi re semi socio sub super trans tri ultra un uni vice"
).split()
"""What a hyphen does not cut off, as in the Penn Treebank ("Addendum to the Penn Treebank II Style Bracketing Guidelines")."""

ABBREVIATIONS = (
    "Mr Mrs Ms Mx Messrs Dr Prof Rev Hon Fr Sr Jr St Gen Col Lt Cpl Sgt Maj Capt Cmdr Adm Brig Gov Sen Rep Reps Pres Supt Det Insp "
    "Inc Corp Co Ltd Bros Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri "
    "vs al approx esp dept est vol Vol ed Ed pp ca cf Ave Blvd Rd Ft Mt Mass Calif Conn Fla Pa Va Wash Ph.D M.Sc B.Sc i.e e.g"
).split()
"""Written with a full stop that is theirs. "No." and the like are, only before a number."""

HALVES = {
    "can": "not",
    "gon": "na",
    "wan": "na",
    "got": "ta",
    "gim": "me",
    "lem": "me",
    "d'": "you",
    "y'": "all",
    "do does did is are was were has have had would could should": "nt",
}
"""Two words that are written as one."""

UNITS = "am pm AM PM a.m. p.m. km kg cm mm mg ml mph kph ft lbs lb hrs hr mins min GB MB TB K k bn".split()
ENDINGS = (
    "com org net edu gov mil info int uk eu ru cn kp kr jp de fr tv io pdf doc docx xls xlsx htm html jpg png zip".split()
)
"""Of web addresses and of names of files."""


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


CLITICS = "(?: s | re | ve | ll | d | m | em | til | cause | tis | twas | n )"
FIRST_HALF = "(?= [acdghilswy] ) (?:" + "|".join(f"{_any(a.split())} (?= {b} \\b )" for a, b in HALVES.items()) + ")"
WORD = re.compile(
    rf"""
      (?! (?i: {FIRST_HALF} ) ) [^\W\d_]+ (?= [\s,] )
    | ,
    | (?: https?:// | www\. ) \S* [\w/]
    | [\w.+-]{{1,64}} @ [\w-]{{1,63}} (?: \. [\w-]{{1,63}} ){{0,5}}
    | (?: [\w-]{{1,63}} \. ){{1,5}} (?i: {_any(ENDINGS)} ) \b (?: / \S* [\w/] )? (?! \.\w )
    | (?i: {FIRST_HALF} )
    | (?i: \w{{1,20}} (?= n['’]t \b ) | n['’]t \b )
    | (?i: ['’`] {CLITICS} \b )
    | ['’] \d\d s? \b
    | (?: [^\W\d_] \. ){{2,}}
    | {_any(ABBREVIATIONS)} \.
    | etc\. (?= \s* \S )
    | (?: No | Nos | no | nos | Art | art | Sec | p ) \. (?= \s* \d )
    | [^\W\d_] \. (?= \s+ [^\W\d_] )
    | \d [\d.,:]{{0,20}} (?= {_any(UNITS)} (?! \w ) )
    | \(?\d{{3}}[)-] \d{{3}}-\d{{4}} \b | \d{{3}}-\d{{4}} \b | \d+-\d+-\d+ \b
    | [+.]? \d+ (?: [.,:/] \d+ )* (?: st | nd | rd | th | s )? (?! \w )
    | [A-Z]{{1,3}} \$
    | [\#@] [^\W\d] \w*
    | (?= [^\W\d_]{{1,7}} - ) (?i: {_any(PREFIXES)} ) - [^\W\d] \w*
    | [A-Z]{{1,5}} & [A-Z]{{1,5}} \b
    | [^\W\d_]+ ['’] (?! (?i: {CLITICS} \b ) ) [^\W\d_]{{2,}}
    | \w [\w\u0300-\u036f\u00ad]*
    | \.{{2,}} | [!?]+ | -{{2,}} | ={{2,}} | \*{{2,}} | _{{2,}} | \+{{2,}} | ~{{2,}} | <<+ | >>+ | '' | [’‘]’ | `` | [:;=]-?[()DP] (?! \w )
    | \S
    """,
    re.VERBOSE,
)


def find_words(text: str, sentence: Span) -> list[Span]:
    """The words of `text[sentence.start:sentence.end]`, in order; together they hold all of it but the white space."""
    return [Span(*match.span()) for match in WORD.finditer(text, sentence.start, sentence.end)]
