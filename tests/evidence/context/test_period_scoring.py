"""Wrong periods are told from right ones on articles that were listed by hand."""

from __future__ import annotations

from pathlib import Path

from tests.evidence.context.period_scoring import PeriodScore, score
from tests.extract.scoring import folders

_MOST_FALSE, _FEWEST_CAUGHT = 0.01, 0.97


def test_the_times_of_figures_doubt_wrong_periods_and_leave_right_ones() -> None:
    scores = [score(folder) for folder in folders()]
    counted = PeriodScore(
        sum(one.right for one in scores),
        sum(one.right_doubted for one in scores),
        sum(one.wrong for one in scores),
        sum(one.wrong_doubted for one in scores),
    )
    assert counted.false_warnings <= _MOST_FALSE
    assert counted.caught >= _FEWEST_CAUGHT


def test_right_and_wrong_periods_are_counted_apart(tmp_path: Path) -> None:
    text = "2025年5月2日\n2024年，新建食堂12家。2023年，新建15家。另有3家。"
    entries = [("12家", 12, "2024"), ("15家", 15, "2024"), ("3家", 3, "")]
    told = "".join(
        f"- {{printed: {printed}, relation: '=', value: {value}, unit: 家, period: '{period}'}}\n"
        for printed, value, period in entries
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(f"quantities:\n{told}", encoding="utf-8")
    assert score(tmp_path) == PeriodScore(right=2, right_doubted=1, wrong=2, wrong_doubted=1)
