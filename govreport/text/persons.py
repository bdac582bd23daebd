"""Names of persons in a text, to be masked: by surname, what stands beside, and what no dictionary knows.

It is made for not missing names rather than for never masking a word that is none; it misses some all the
same (see the README), names of one character and those without a Chinese surname among them.

>>> text = "镇妇联主席沈玉珍带领返乡青年高小雁,请老艺人周阿根授课,惠及王某等3人。"
>>> [text[start:end] for start, end in find_persons(text)]
['沈玉珍', '高小雁', '周阿根']
>>> text = "联系人:李敏,电话13800138000;石桥村和高新区共培训万人。"
>>> [text[start:end] for start, end in find_persons(text)]
['李敏', '13800138000']
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache

from govreport.text.characters import is_cjk
from govreport.text.guarded import guarded
from govreport.text.lexicon import load_table
from govreport.text.words import dictionary

__all__ = ["find_persons", "is_person"]

_LEFT, _RIGHT = 10, 6


def find_persons(text: str) -> list[tuple[int, int]]:
    """Return the ranges of names, and of numbers that belong to one person, in their order.

    ``text`` is Simplified and half-width; time is linear in its length.
    """
    numbers = [match.span() for match in _pattern("numbers").finditer(text)]
    names, at = [], 0
    while (begins := _surnames().search(text, at)) is not None:
        at = begins.start()
        length = _name_at(text, at)
        if length:
            names.append((at, at + length))
        at += length or 1
    return sorted([*numbers, *names])


def _name_at(text: str, at: int) -> int:
    """Return how long a name is that begins here, 0 where none does."""
    surname = _surname(text, at)
    if not surname:
        return 0
    beside = _Beside(text, at)
    lengths = (surname + given for given in (2, 1))
    return next((length for length in lengths if beside.is_name(surname, length)), 0)


@cache
def _surnames() -> re.Pattern[str]:
    """Return the pattern of what a name may begin with: the other characters need not be looked at."""
    table = load_table("persons")
    return re.compile(f"[{re.escape(table['surnames'])}]|{'|'.join(map(re.escape, table['compound']))}")


def _surname(text: str, at: int) -> int:
    table = load_table("persons")
    if text[at] in table["surnames"]:
        return 2 if text[at : at + 2] in table["compound"] else 1
    return 2 if text[at : at + 2] in table["compound"] else 0


class _Beside:
    """What stands before a place, for the names that may begin there."""

    def __init__(self, text: str, at: int) -> None:
        self.text, self.at = text, at
        self.left = text[max(0, at - _LEFT) : at]

    @cached_property
    def has_role(self) -> bool:
        return _pattern("roles").search(self.left) is not None

    @cached_property
    def ends_word(self) -> bool:
        return any(_is_word(self.left[-size:]) for size in (2, 3, 4) if len(self.left) >= size)

    @cached_property
    def may_have_role(self) -> bool:
        return self.is_beside_role and self.ends_word

    @cached_property
    def is_beside_role(self) -> bool:
        return bool(self.left) and self.left[-1] in load_table("persons")["role_ends"]

    @cached_property
    def is_behind_place(self) -> bool:
        return _pattern("weak_roles").search(self.left) is not None

    @cached_property
    def is_between_words(self) -> bool:
        table = load_table("persons")
        is_border = not self.left or not is_cjk(self.left[-1]) or self.left[-1] in table["before"]
        return is_border or self.ends_word

    def is_name(self, surname: int, length: int) -> bool:
        """Whether a name of this length begins here."""
        name, right = self.text[self.at : self.at + length], self.text[self.at + length :][:_RIGHT]
        table = load_table("persons")
        if len(name) < length or not all(map(is_cjk, name)) or name[-1] in table["not_last"] or "某" in name:
            return False
        # A word may be parted by the end of a line: 示/范.
        if _is_word(name) or _is_word(self.left.rstrip()[-1:] + name[0]):
            return False
        if self._is_of_words(name, name[surname:], right):
            return False
        is_shown = self.has_role or _pattern("after").match(right) is not None
        if length - surname == 1:
            is_shown = is_shown and not self.is_behind_place
            runs_on = any(_count(name[-1] + right[:size]) for size in (1, 2))
            is_left = not runs_on and (_ends(right) or (self.has_role and _is_word(right[:2])))
            return is_shown and self.is_between_words and is_left
        return self._is_full_name(name, name[surname:], right, is_shown)

    def _is_of_words(self, name: str, given: str, right: str) -> bool:
        """Whether common words run through what looks like a name: 周转房, 任主任, 计生协会.

        Many words are names in the lexicon's eyes (周转, 陈列), so its counts alone are asked here.
        """
        table = load_table("persons")
        if any(character in table["never_given"] for character in given):
            return True
        if given[0] in table["homestead"] and given[-1] in table["homestead_ends"]:
            return True
        runs_on = max(
            (_count(name[-1] + right[:size]) for size in (1, 2, 3) if len(right) >= size), default=0
        )
        is_apart = _count(right[:2]) >= runs_on or _pattern("after").match(right) is not None
        begins = table["begins_word_by_role" if self.has_role and not self.is_behind_place else "begins_word"]
        return (
            _count(name) >= table["whole_word"]
            or _count(name[:2]) >= begins
            or (runs_on >= table["runs_on"] and not is_apart)
            or (len(given) > 1 and _is_said(given))
        )

    def _is_full_name(self, name: str, given: str, right: str, is_shown: bool) -> bool:
        table = load_table("persons")
        if _frequency(name[:2]) >= (table["usual"] if self.has_role else 1):
            return False
        is_cut = bool(right) and _is_word(name[-1] + right[0])
        usual = _frequency(given) >= table["usual"]
        if is_shown or self.may_have_role:
            return not (usual and not is_shown) and not (is_cut and not self.has_role)
        is_enclosed = self.left.endswith("(") and right.startswith(")")
        is_doubtful = (name[0] in table["doubtful"] and not is_enclosed) or usual or is_cut
        is_apart = self.is_between_words or self.is_beside_role
        return not is_doubtful and is_apart and _begins_word(right)


def _ends(right: str) -> bool:
    return not right or not is_cjk(right[0]) or _pattern("after").match(right) is not None


def _is_said(given: str) -> bool:
    """Whether the given name is a word of saying and linking (主任, 一样, 正职), which no child is called."""
    table, tag = load_table("persons"), dictionary().tags.get(given, "")
    often = table["given_verb"] if tag[:1] in table["verb_tags"] else table["given_word"]
    return _count(given) >= int(often)


def _begins_word(right: str) -> bool:
    """Whether a word can begin with what follows."""
    is_apart = not right or right[0] in load_table("persons")["behind"]
    return is_apart or any(_is_word(right[:size]) for size in (2, 3, 4) if len(right) >= size)


def _is_word(word: str) -> bool:
    """Whether the lexicon knows a word that is no name."""
    return _frequency(word) > 0


@lru_cache(1 << 14)
def _frequency(word: str) -> int:
    return 0 if dictionary().tags.get(word, "").startswith("nr") else _count(word)


def _count(word: str) -> int:
    """How often the lexicon saw a word, names too."""
    return dictionary().counts.get(word, 0)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return guarded(load_table("persons")[name])


def is_person(text: str) -> bool:
    """Whether a whole cell is a name, or a number that belongs to one person.

    >>> is_person("沈玉珍"), is_person("山区"), is_person("13800138000")
    (True, False, True)
    """
    if _pattern("numbers").fullmatch(text):
        return True
    surname = _surname(text, 0) if text else 0
    if not surname or not 0 < len(text) - surname <= 2 or not all(map(is_cjk, text)):
        return False
    return text[-1] not in load_table("persons")["not_last"] and not _is_word(text)
