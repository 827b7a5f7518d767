"""What partial and relative dates are read against: the reference date and the earlier dates of the text."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kextract.model import Reference
from kextract.rules.date.expressions import Said

if TYPE_CHECKING:
    from kextract.rules.date.place import Placed

_REACH = 40  # lines that 이날 looks back over
_SENTENCE = re.compile(r"[.!?\n](?:(?<=\n)|[\"'”’)\]]*\s)")  # begins with a class: `re` jumps to its letters


@dataclass(slots=True)
class Seen:
    """An earlier date of the text, with what it settled."""

    sentence: int
    line: int
    first: dt.date
    grain: str
    stated_year: bool
    stated_month: bool
    background: bool  # in brackets, to come, or an end of a period


@dataclass(slots=True)
class Context:
    """The state of a document while its dates are resolved in order."""

    now: dt.datetime | None = None
    timed: bool = False  # the reference has a time of day
    sentence: int = 0
    line: int = 0
    seen: list[Seen] = field(default_factory=list)
    text_date: dt.date | None = None  # an earlier full date, where there is no reference

    @property
    def today(self) -> dt.date | None:
        return self.now.date() if self.now else None

    @property
    def base(self) -> dt.date | None:
        """What missing parts are filled in from."""
        return self.today or self.text_date

    def day(self) -> Seen | None:
        """The day that 이날 points back to: the last one that the text tells of, not one in brackets or to come."""
        aside = None
        for seen in reversed(self.seen):
            if seen.line < self.line - _REACH:
                break
            if seen.grain == "day" and not seen.background:
                return seen
            if seen.grain == "day" and aside is None:
                aside = seen
        return aside

    def day_of_line(self) -> Seen | None:
        """The last day told of in the line so far."""
        here = itertools.takewhile(lambda seen: seen.line == self.line, reversed(self.seen))
        return next((seen for seen in here if seen.grain == "day"), None)

    def year(self) -> Seen | None:
        """The date that 그해, 이듬해 and 전년 count from."""
        return next((seen for seen in reversed(self.seen) if seen.stated_year), None)

    def month(self) -> Seen | None:
        """The date that 같은 달 counts from."""
        return next((seen for seen in reversed(self.seen) if seen.stated_month), None)

    def year_of_sentence(self, with_month: bool) -> Seen | None:
        """The last date of the sentence so far that states a year (and a month)."""
        here = itertools.takewhile(lambda seen: seen.sentence == self.sentence, reversed(self.seen))
        return next((seen for seen in here if seen.stated_year and (seen.stated_month or not with_month)), None)

    def same_sentence(self) -> Seen | None:
        return self.seen[-1] if self.seen and self.seen[-1].sentence == self.sentence else None


class Places:
    """Sentence and line numbers of offsets."""

    def __init__(self, text: str) -> None:
        self._sentences = [match.end() for match in _SENTENCE.finditer(text)]
        self._lines = [match.end() for match in re.finditer("\n", text)]

    def sentence(self, offset: int) -> int:
        return bisect_right(self._sentences, offset)

    def line(self, offset: int) -> int:
        return bisect_right(self._lines, offset)


def context(reference: Reference | None) -> Context:
    if reference is None:
        return Context()
    value = reference.value
    try:
        return Context(now=dt.datetime.fromisoformat(value).replace(tzinfo=None), timed=len(value) > 10)
    except ValueError:
        return Context()


def note(context: Context, said: Said, placed: Placed | None) -> None:
    """Remembers a resolved date for those that come after it."""
    moment = said.last if said.end_only else said.first
    if moment is None or placed is None or said.header:
        return
    stated_year = moment.year is not None or moment.year_shift is not None or moment.year_link is not None
    stated_month = moment.month is not None or moment.month_shift is not None or moment.month_link is not None
    aside = said.bracket or said.opens or said.closes or said.end_only or moment.toward == 1
    before = moment.day_link is not None and moment.day_link < 0  # 전날: 이튿날 does not count from it
    seen = Seen(context.sentence, context.line, placed.first, placed.grain, stated_year, stated_month, aside or before)
    context.seen.append(seen)
    if context.now is None and moment.year is not None and placed.grain in ("day", "month") and not said.bracket:
        context.text_date = placed.first
