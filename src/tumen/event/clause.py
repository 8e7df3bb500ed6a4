"""Trees of sentences, as looking for who does what to whom needs them. Comes in: words with heads. Goes out: subjects, objects, phrases.

Relations are those of Universal Dependencies without subtypes: a passive is told by its auxiliary and form, a particle by its place.
"""

from collections.abc import Iterator, Sequence

from tumen.event.forms import is_gerund, is_participle
from tumen.ground import names_people
from tumen.syntax import Word

BE = frozenset("be am is are was were been being 's 're get gets got getting gotten".split())
NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"])
NOT_IN_PHRASE = frozenset(
    ["acl", "advcl", "appos", "parataxis", "dep", "list", "orphan", "discourse", "vocative", "cop", "nsubj", "aux", "ccomp"]
)
PARTS = frozenset("dozens hundreds thousands scores most many some all none half both several number group part".split())
BEFORE_NUMBER = frozenset("away off up out more than at least about some around nearly almost over another the".split())
LONGEST_PHRASE = 8  # words between those whom "who" means and the pronoun
RELATIVE = frozenset("who which that whom whose".split())


class Tree:
    """The trees of `words`, whose `forms` are as written."""

    def __init__(self, words: Sequence[Word], forms: Sequence[str]) -> None:
        self.forms = forms
        self.small = [form.lower() for form in forms]
        self.words = list(_joined(words, self.small))
        self.children: list[list[int]] = [[] for _ in words]
        for number, word in enumerate(self.words):
            if word.head != number:
                self.children[word.head].append(number)

    def having(self, number: int, *relations: str) -> list[int]:
        """The children of a word that hang on it by one of `relations`, in text order."""
        return [child for child in self.children[number] if self.words[child].relation in relations]

    def above(self, number: int) -> Iterator[int]:
        """The words that a word hangs on, from the nearest to the root."""
        while self.words[number].head != number:
            number = self.words[number].head
            yield number

    def distance(self, one: int, other: int) -> int:
        """How many arcs lie between two words; 99 where they stand in two trees."""
        up = [one, *self.above(one)]
        for steps, number in enumerate([other, *self.above(other)]):
            if number in up:
                return steps + up.index(number)
        return 99

    def case(self, number: int) -> str:
        """The preposition or particle of a noun ("by", "out of" is "of"), "" without."""
        found = [child for child in self.having(number, "case", "mark") if child < number]
        if (
            not found and self.words[number].relation == "conj" and self.words[number].head < number
        ):  # "from Hyesan and Kapsan"
            return self.case(self.words[number].head)
        return self.small[found[-1]] if found else ""

    def preposition(self, number: int) -> str:
        """The preposition of a noun by the tree, else the one that stands before its phrase."""
        if case := self.case(number):
            return case
        at = number - 1
        while at > number - 4 and at > 0 and self.words[at].upos in ("DET", "ADJ", "PROPN"):
            at -= 1
        return self.small[at] if at >= 0 and self.words[at].upos == "ADP" else ""

    def is_part(self, number: int) -> bool:
        """Whether a word says how many of something: "two of them", "all of the men"."""
        return self.words[number].upos in ("NUM", "PRON", "DET", "ADJ") or self.small[number] in PARTS

    def is_possessor(self, number: int) -> bool:
        """Whether a noun or pronoun stands before what is its own: "the guards' arrest", "their arrest"."""
        if self.words[number].upos == "PRON":
            return True
        return any(self.small[child] in ("'s", "’s", "'", "’") and child > number for child in self.having(number, "case"))

    def is_passive(self, verb: int) -> bool:
        """Whether a verb has a form of "be" or "get" before its participle, its own or that of the verb it is joined to."""
        if not is_participle(self.small[verb]):
            return False
        auxiliaries = self.having(verb, "aux", "cop")
        if any(self.small[child] in BE for child in auxiliaries):
            return True
        is_of_others = self.having(verb, "nsubj") and self._counted_before(verb) is None
        if auxiliaries or self.words[verb].relation != "conj" or is_of_others:
            return False
        return self.words[self.words[verb].head].upos == "VERB" and self.is_passive(self.words[verb].head)

    def subject(self, verb: int, *, depth: int = 0) -> int | None:
        """The word that does what `verb` says, or undergoes it in the passive: its own subject, or that of what the verb hangs on."""
        if own := [child for child in self.having(verb, "nsubj") if self.small[child] not in RELATIVE]:
            return own[0]
        if (counted := self._counted_before(verb)) is not None:
            return counted
        word = self.words[verb]
        if word.head == verb or depth > 4:
            return None
        is_infinitive = any(self.small[child] == "to" for child in self.having(verb, "mark", "aux"))
        if word.relation == "acl":  # "orders to hunt": not the orders do
            return None if is_infinitive else self._who(verb, word.head)
        if relative := self.having(verb, "nsubj"):  # a relative pronoun of which the tree does not know the noun
            before = range(relative[0] - 1, max(relative[0] - LONGEST_PHRASE, -1), -1)
            people = (at for at in before if self.words[at].upos == "NOUN" and names_people(self.small[at]))
            return next(people, None) if self.small[relative[0]] == "who" else None
        if word.relation == "conj" and (
            between := [child for child in self.having(word.head, "nsubj") if word.head < child < verb]
        ):
            return between[-1]  # "the two fled, and soldiers are hunting": hung on the first verb by mistake
        is_controlled = word.relation == "xcomp" or (word.relation == "ccomp" and is_infinitive)
        if is_controlled and (object_ := self.object(word.head)) is not None and object_ < verb:
            return object_
        if word.relation in ("conj", "xcomp", "advcl") and self.words[word.head].upos in ("VERB", "AUX", "ADJ"):
            return self.subject(word.head, depth=depth + 1)
        if word.relation == "ccomp" and (is_infinitive or self.small[verb].endswith("ing")):
            return self.subject(word.head, depth=depth + 1)
        return None

    def _counted_before(self, verb: int) -> int | None:
        """The noun with a number, or the number alone, right before a participle that shares the auxiliary of the verb before it: "four were killed and 23 men [were]
        taken away"."""
        if self.words[verb].relation != "conj" or not is_participle(self.small[verb]) or self.having(verb, "aux"):
            return None
        last = verb - 1
        while last > 0 and self.words[last].upos == "ADV":
            last -= 1
        first = last
        while first >= 0 and self.words[first].upos in ("NOUN", "ADJ", "NUM", "ADV"):
            first -= 1
        is_counted = any(self.words[number].upos == "NUM" for number in range(first + 1, last + 1))
        is_joined = first > 0 and (self.words[first].upos == "CCONJ" or self.small[first] in (",", ";"))
        head = self.words[verb].head
        is_joined &= head <= first and is_participle(self.small[head])  # not "2 girls, 2 men shot"
        return last if is_counted and is_joined and self.words[last].upos in ("NOUN", "NUM") else None

    def _who(self, verb: int, head: int) -> int:
        """The noun that a relative clause is about: behind "who" one for people, though the clause was hung on another in its phrase."""
        if not any(self.small[child] == "who" for child in self.having(verb, "nsubj")) or names_people(self.small[head]):
            return head
        return next((above for above in self.above(head) if above < head and names_people(self.small[above])), head)

    def object(self, verb: int) -> int | None:
        """The direct object of `verb`, or, where it has none of its own, that of a verb joined to it ("arrested and beat two men").

        A noun without a preposition right behind the verb and its particle is taken for one, whatever relation it was given.
        """
        own = self.having(verb, "obj")
        if own:
            return own[0]
        second = self.having(verb, "nsubj")[1:]  # a subject behind the verb and another before it is none
        for child in (*second, *self.having(verb, "iobj", "obl", "ccomp", "dep", "xcomp")):
            if child > verb and self.words[child].upos in ("NOUN", "PROPN", "NUM", "PRON") and self._stands_bare(verb, child):
                return child
        word = self.words[verb]
        if (
            word.relation == "conj"
            and verb - word.head <= 3
            and (shared := [one for one in self.having(word.head, "obj") if one > verb])
        ):
            return shared[0]
        for joined in self.having(verb, "conj"):
            between = self.having(joined, "nsubj", "mark", "aux")
            if self.words[joined].upos == "VERB" and not between and (shared := self.having(joined, "obj")):
                return shared[0] if joined - verb <= 3 else None
        return self._counted_behind(verb)

    def _counted_behind(self, verb: int) -> int | None:
        """The noun with a number right behind a verb and its particle, wherever the tree hung it: "took away more than 10 people"."""
        at = verb + 1
        while at < min(verb + 6, len(self.words)) and (self.small[at] in BEFORE_NUMBER or self.words[at].upos == "NUM"):
            at += 1
        while (
            at < min(verb + 8, len(self.words))
            and self.words[at].upos in ("ADJ", "NOUN")
            and self.words[at - 1].upos in ("NUM", "ADJ")
        ):
            if self.words[at].upos == "NOUN":
                is_own = self.words[at].relation != "nsubj" and any(
                    self.words[one].upos == "NUM" for one in range(verb + 1, at)
                )
                return at if is_own and names_people(self.small[at]) else None
            at += 1
        return None

    def _stands_bare(self, verb: int, noun: int) -> bool:
        """Whether nothing stands between a verb and a noun behind it but a particle and what belongs to the noun."""
        cases = {self.small[case] for case in self.having(noun, "case") if case < noun}
        between = {self.words[number].upos for number in range(verb + 1, noun)}
        is_counted = "at" not in cases or self._says_least(verb, noun)
        return (
            is_counted and not between & {"PUNCT", "VERB", "AUX"} and not cases - {"at", "up", "down", "off", "out", "away"}
        )

    def _says_least(self, start: int, stop: int) -> bool:
        return any(self.small[number] in ("least", "most") for number in range(start, stop))

    def phrase(self, number: int) -> tuple[int, int]:
        """First and last word of the phrase of a noun: with what describes and counts it, without relative clauses and its preposition."""
        inside = {number}
        waiting = [child for child in self.children[number] if self.words[child].relation not in ("case", "cc", "mark")]
        while waiting:
            child = waiting.pop()
            if self.words[child].relation not in NOT_IN_PHRASE:
                inside.add(child)
                waiting += self.children[child]
        first = last = number
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        if self.words[number].upos == "NUM" and last > number and self.small[number + 1] != "of":
            last = number  # "the six [behind closed doors]"
        if last == number and last + 2 < len(self.words) and self.small[last + 1] == "of" and self.is_part(number):
            whole = self.words[last + 1].head
            if whole > last:
                last = max(self.phrase(whole)[1], last)
        while (
            first < number
            and self.words[first].upos in ("PUNCT", "ADP", "CCONJ", "SCONJ")
            and not self._says_least(first, first + 2)
        ):
            first += 1
        while last > number and self.words[last].upos in ("PUNCT", "ADP", "CCONJ", "SCONJ"):
            last -= 1
        return first, last


def _joined(words: Sequence[Word], small: Sequence[str]) -> Iterator[Word]:
    """The words, with verbs joined by "and" hung on each other where our parser hung both on what is behind: "attacked a school and abducted
    27 pupils, parents said" has two contents; "gathered at the yard and refused to work" makes the first a part of the second."""
    mended = {}
    heads = {
        word.head
        for number, word in enumerate(words)
        if word.upos == "CCONJ" and word.relation == "cc" and small[number] == "and"
    }
    for second in heads:
        word = words[second]
        if word.upos != "VERB" or any(
            other.head == second and other.relation == "nsubj" for other in words[max(second - 12, 0) : second]
        ):
            continue
        for first in range(second - 2, max(second - 40, -1), -1):
            before = words[first]
            if before.upos != "VERB" or is_gerund(small[first]):
                continue
            if before.relation == "ccomp" and word.relation == "ccomp" and before.head == word.head > second:
                mended[second] = word._replace(head=first, relation="conj")
                break
            is_finite = not any(
                other.head == first and other.relation in ("mark", "aux") for other in words[max(first - 4, 0) : first]
            )
            if before.relation == "xcomp" and before.head == second and is_finite:
                mended[first] = before._replace(head=first if word.head == second else word.head, relation=word.relation)
                mended[second] = word._replace(head=first, relation="conj")
                break
    return (mended.get(number, word) for number, word in enumerate(words))
