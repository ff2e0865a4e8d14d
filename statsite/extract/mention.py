"""A time that an article names."""

from __future__ import annotations

from msgspec import Struct

from statsite.periods import TimePeriod


class TimeMention(Struct, frozen=True):
    """A time by its place in ``ArticleText.plain``.

    ``period`` is None where it names none (目前). ``lead`` is the word before it that says how it
    is meant. ``is_base``: others are compared with it (比2020年), and it governs no more than a
    figure of its own. ``until`` is where it stops governing: in brackets, after 其中 or if it has
    no end. ``ahead``: it is named as one to come (到2030年). ``is_sure``: its year is printed with
    it, or is before it in its paragraph. ``listed`` are the times of a list that ends with it
    (一季度、二季度). ``is_whole``: it stands for all days of what the article reports on, of which
    it names an end or all.
    """

    start: int
    end: int
    period: TimePeriod | None
    lead: str = ""
    is_base: bool = False
    until: int | None = None
    ahead: bool = False
    in_heading: bool = False
    is_final: bool = False
    is_sure: bool = True
    listed: tuple[TimePeriod, ...] = ()
    is_event: bool = False
    is_whole: bool = False

    @property
    def is_as_of(self) -> bool:
        """Whether it is the day up to which something is told: 截至6月底, 年末."""
        return self.lead.startswith("截") or self.is_final
