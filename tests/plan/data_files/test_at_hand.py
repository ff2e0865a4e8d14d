"""What is kept of figures for the files that hold it."""

from __future__ import annotations

import weakref

import pytest

from statsite.plan.data_files import at_hand
from statsite.plan.data_files.at_hand import AtHand

NAMES = {"care.beds": 0, "care.guests": 1, "care.staff": 2}


class Row:
    """A row that says when nobody holds it."""


def test_it_is_made_once_while_it_is_at_hand() -> None:
    made = list[str]()
    rows = AtHand(NAMES, made.append)
    for name in ("care.guests", "care.beds", "care.guests"):
        rows[name]
    assert made == ["care.guests", "care.beds"]


def test_there_is_one_of_each_figure() -> None:
    rows = AtHand(NAMES, str.upper)
    assert dict(rows) == {name: name.upper() for name in NAMES}
    assert len(rows) == len(NAMES)


def test_all_is_made_at_once_where_all_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    made = list[str]()
    rows = AtHand(NAMES, made.append)
    rows.make_all()
    assert made == [*NAMES]
    list(rows.values())
    assert made == [*NAMES]
    monkeypatch.setattr(at_hand, "_FIGURES", 2)
    AtHand(NAMES, made.append).make_all()
    assert made == [*NAMES]


def test_no_more_than_a_few_figures_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_hand, "_FIGURES", 2)
    held = weakref.WeakSet[Row]()

    def make(_: str) -> Row:
        row = Row()
        held.add(row)
        return row

    rows = AtHand({str(number): number for number in range(100)}, make)
    for name in rows:
        rows[name]
    assert len(held) == 2
