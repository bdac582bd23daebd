"""From the clauses of a sentence to its statements: the best sequence of tags under the linear model.

A clause goes on only with a clause that belongs to a statement; the best sequence that keeps to this is
found exactly (Viterbi).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from govreport.extract.clauses import find_verb
from govreport.extract.cues import cue, matches_of
from govreport.extract.grouping import Draft, rule_tags
from govreport.extract.model import NEIGHBOURS, StatementModel
from govreport.extract.names import own_names, place_names
from govreport.extract.sentences_read import Placed, ReadSentence
from govreport.text.dates import dates
from govreport.text.quantities import quantities
from govreport.text.words import verbs

__all__ = ["best_tags", "clause_scores", "drafts_of", "tagged_drafts"]

_ROLES = ("act", "effect", "lack", "remedy")
_PURPOSES = ("purpose",)
_JOINED = ("act", "effect")
# What the definition says counts more than most words: a corpus that language models annotated would have it
# weigh less (F1 .923 on dev at 1, .915 at 4), a real report that was annotated by hand more. That a purpose
# is no statement is more than words can say against. What is right in a third of the cases alone is one word
# among others: means that may be an act of their own, names behind a list, one clause with a figure.
_SETTLED, _NO_STATEMENT, _HINT = 4.0, 6.0, 1.0
# Of 19 clauses in openings of train that less is against, 17 are statements; mostly openings tell nothing.
_IN_PASSING = 4.6
# How long a date is that stands by itself, and how much may stand beside it (以来, 期间).
_LONGEST_DATE = 14
_BESIDE_A_DATE = 2
# The last tag, and whether the statement that it stands in only leads up to an act so far.
_State = tuple[str, bool]


def tagged_drafts(sentence: ReadSentence, model: StatementModel) -> list[Draft]:
    """Return the statements of a sentence, as the model draws their borders."""
    ruled = rule_tags(sentence)
    scores = list(clause_scores(sentence, ruled, model))
    for place, (tag, strength) in settled(sentence, ruled).items():
        scores[place][tag] += strength
    return drafts_of(sentence, _with_what_belongs(sentence, best_tags(scores, _leading(sentence))))


def _with_what_belongs(sentence: ReadSentence, tags: list[str]) -> list[str]:
    """A time or condition set off in front of a statement belongs to it, so do figures that go into its own.

    Of 13 times and conditions in dev that the model leaves outside, 11 belong to the statement behind them.
    Of 78 clauses of figures (其中困难户3户, 比上年多5件) behind one in train or dev 68 belong to it.
    """
    for place, (tag, behind) in enumerate(pairwise(tags)):
        if behind != "begins":
            continue
        if tag == "outside" and _tells_when(sentence.clauses[place]):
            tags[place : place + 2] = "begins", "goes-on"
        elif tag != "outside" and _goes_into_figures(sentence.clauses[place + 1]):
            tags[place + 1] = "goes-on"
    return tags


def _goes_into_figures(placed: Placed) -> bool:
    if not _counts(placed):
        return False
    if cue("compared").match(placed.told):
        return True
    return cue("of_these").match(placed.told) is not None and not verbs(placed.told)


def _tells_when(placed: Placed) -> bool:
    if cue("condition").fullmatch(placed.told):
        return True
    return _is_date_or_topic(placed) and cue("no_time").search(placed.told) is None


def clause_scores(
    sentence: ReadSentence, ruled: list[str], model: StatementModel
) -> Iterator[dict[str, float]]:
    """Yield the score of each tag for each clause: the sum of what its ``clause_names`` weigh.

    The names of a clause are looked up once for it and for its neighbours.
    """
    own = [model.around.sums_of([("", own_names(placed))]) for placed in sentence.clauses]
    for place, (known, *_) in enumerate(own):
        for number, step in enumerate(NEIGHBOURS, start=1):
            if 0 <= place + step < len(own):
                known += own[place + step][number]
        scores = model.tag.scores_of(place_names(sentence, place, ruled), known)
        yield dict(zip(model.tag.labels, scores, strict=True))


def _leading(sentence: ReadSentence) -> frozenset[int]:
    """Return the clauses that only tell when or of what, or lead up to an act: none is a statement alone."""
    return frozenset(
        place
        for place, placed in enumerate(sentence.clauses)
        if (placed.clause.role == "frame" and placed.clause.sure) or _is_date_or_topic(placed)
    )


def _is_date_or_topic(placed: Placed) -> bool:
    """上半年, 5月以来, “三八”节期间: nearly nothing but a date, nothing but an occasion or a topic."""
    told = placed.told
    if placed.clause.verb or len(told) > _LONGEST_DATE:
        return False
    occasions = matches_of(told, 0, len(told), "slot", "occasion")
    if cue("topic").fullmatch(told) or any(len(match[0]) == len(told) for match in occasions):
        return True
    found = [date.end - date.start for date in dates(told, None)]
    return bool(found) and sum(found) + _BESIDE_A_DATE >= len(told)


def settled(sentence: ReadSentence, ruled: list[str]) -> dict[int, tuple[str, float]]:
    """Return the clauses for whose tag the definition of a statement speaks, and how strongly.

    Means and occasion without a figure lead up to the act behind them; results in a row are one; a verb
    with a bare object has no statement of its own; a purpose has none.
    """
    found: dict[int, tuple[str, float]] = {}
    for place, placed in enumerate(sentence.clauses):
        before = sentence.clauses[place - 1] if place else None
        role = placed.clause.role
        tells_nothing = role == "purpose" or cue("opens_only").fullmatch(placed.clause.text)
        if tells_nothing and ruled[place] == "outside":
            found[place] = "outside", _NO_STATEMENT
        elif ruled[place] == "begins" and role == "remedy":
            found[place] = "begins", _SETTLED
        elif ruled[place] == "begins" and _tells_in_passing(placed, sentence.part):
            found[place] = "begins", _IN_PASSING
        elif ruled[place] == "begins" and _is_all(placed, sentence):
            # With its time in front there is more that speaks for it.
            found[place] = "begins", _HINT * len(sentence.clauses)
        elif _obliges(placed, sentence.part):
            dated = before is not None and _is_date_or_topic(before) and found.get(place - 1) is None
            found[place] = "goes-on" if dated else "begins", _SETTLED
            if dated:
                found[place - 1] = "begins", _SETTLED
        elif before and ruled[place] == "goes-on" and not _counts(before):
            strength = _joins(before, placed)
            if strength:
                found[place] = "goes-on", strength
            if strength and before.clause.role == "frame":
                found.setdefault(place - 1, (ruled[place - 1], strength))
    return found


def _tells_in_passing(placed: Placed, part: str) -> bool:
    """In an opening only what is said to be done counts, and not in general: 落实了…方针、政策."""
    if part != "opening" or placed.clause.role not in _JOINED or "了" not in placed.told:
        return False
    return cue("status", "general").search(placed.told) is None


def _is_all(placed: Placed, sentence: ReadSentence) -> bool:
    """A sentence of one clause with an act or result and a figure: 113 of 117 in dev are statements.

    In a plan that is no topic of others one with a verb of the lists needs none: 64 of 70.
    """
    alone = len(sentence.clauses) == 1 or (
        len(sentence.clauses) == 2 and placed is sentence.clauses[1] and _tells_when(sentence.clauses[0])
    )
    if not alone or placed.clause.role not in _JOINED:
        return False
    promises = sentence.part == "plan" and sentence.place != "opens" and placed.clause.sure
    return (promises and placed.clause.role == "act") or _counts(placed)


def _obliges(placed: Placed, part: str) -> bool:
    """In a plan who has to do something is told to: 各村须…; 我们要… leads up to a slogan as often."""
    clause = placed.clause
    if part not in ("plan", "requirements") or clause.role != "act" or clause.subject is None:
        return False
    return cue("status", "obliged").match(clause.text, clause.subject[0]) is not None


def _joins(before: Placed, placed: Placed) -> float:
    """Return how strongly a clause goes on with the one before it, 0 where nothing says so.

    Results in a row are one and a bare verb has no statement of its own; means lead up to an act, and more
    objects may be named only.
    """
    if before.clause.role == "frame":
        return _SETTLED if before.clause.sure else _HINT
    if before.clause.is_bare and placed.clause.role == "act":
        return _SETTLED
    if _counts(placed):
        return 0.0
    alike = before.clause.role == placed.clause.role and placed.clause.role in _JOINED
    return _SETTLED if alike else _HINT if _names_only(placed) else 0.0


def _names_only(placed: Placed) -> bool:
    """A clause without any verb goes on with the list before it."""
    if placed.clause.role != "tail":
        return False
    return not verbs(placed.told) or cue("names_only").search(placed.told) is not None


def _counts(placed: Placed) -> bool:
    return next(quantities(placed.told), None) is not None


def best_tags(scores: list[dict[str, float]], leading: frozenset[int] = frozenset()) -> list[str]:
    """Return the sequence of tags with the highest sum of scores.

    A statement is more than clauses of ``leading``: what only leads up to an act goes on with it.

    >>> best_tags([{"begins": 0, "goes-on": 1, "outside": 0.5}, {"begins": 0, "goes-on": 2, "outside": 0}])
    ['begins', 'goes-on']
    """
    best: dict[_State, float] = {("", False): 0.0}
    steps: list[dict[_State, _State]] = []
    for place, values in enumerate(scores):
        sums: dict[_State, float] = {}
        came_from: dict[_State, _State] = {}
        for (last, leads), total in best.items():
            for tag, value in values.items():
                if not _may_follow(tag, last, leads):
                    continue
                state = tag, tag != "outside" and place in leading and (leads or tag == "begins")
                if state not in sums or total + value > sums[state]:
                    sums[state], came_from[state] = total + value, (last, leads)
        best = sums
        steps.append(came_from)
    ends = [state for state in best if not state[1]]
    return _walked_back(steps, max(ends or best, key=best.__getitem__))


def _walked_back(steps: list[dict[_State, _State]], state: _State) -> list[str]:
    """Return the tags that lead to the last state."""
    tags = []
    for came_from in reversed(steps):
        tags.append(state[0])
        state = came_from[state]
    return tags[::-1]


def _may_follow(tag: str, last: str, leads: bool) -> bool:
    return last in ("begins", "goes-on") if tag == "goes-on" else not leads


def drafts_of(sentence: ReadSentence, tags: list[str]) -> list[Draft]:
    """Return one draft for each run of clauses that belong together."""
    drafts: list[Draft] = []
    members: list[Placed] = []
    actor = purpose = None
    for placed, tag in zip(sentence.clauses, tags, strict=True):
        if tag != "goes-on" and members:
            drafts[-1].heads = _heads(members)
            drafts[-1].role = _role(members)
            members = []
        if tag == "begins":
            start = placed.start + placed.clause.begin
            drafts.append(Draft(start, placed.end, "act", sentence.part, [], purpose, None, actor))
            purpose = None
        elif tag == "goes-on":
            drafts[-1].end = placed.end
        else:
            purpose = _aside(placed, drafts, purpose)
        if tag != "outside":
            members.append(placed)
        if placed.clause.subject:
            actor = (placed.start + placed.clause.subject[0], placed.start + placed.clause.subject[1])
    if members:
        drafts[-1].heads = _heads(members)
        drafts[-1].role = _role(members)
    return drafts


def _aside(placed: Placed, drafts: list[Draft], purpose: tuple[int, int] | None) -> tuple[int, int] | None:
    """A clause outside may tell what the act behind it is for, or what the one before it brought."""
    span = (placed.start + placed.clause.begin, placed.end)
    if placed.clause.role in _PURPOSES:
        return span
    if placed.clause.role == "effect" and drafts and drafts[-1].effect is None:
        drafts[-1].effect = span
    return purpose


def _role(members: list[Placed]) -> str:
    return next((placed.clause.role for placed in members if placed.clause.role in _ROLES), "act")


def _heads(members: list[Placed]) -> list[Placed]:
    """Return the clauses that hold a predicate; where no rule found one, the last with any verb."""
    told = [placed for placed in members if placed.clause.role in _ROLES and placed.clause.verb]
    if told:
        return told
    for placed in reversed(members):
        found = find_verb(placed.clause)
        if found.verb:
            return [Placed(found, placed.start, placed.end, placed.mark)]
    return members[-1:]
