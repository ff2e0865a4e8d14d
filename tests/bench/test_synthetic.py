"""The sites that are measured are sites without a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.builds import change
from bench.synthetic import FIGURES, dataset_id, letters, value, write_synthetic_site
from statsite.pipeline import check


@pytest.mark.parametrize("datasets", [1, 51])
def test_a_synthetic_site_has_no_fault_and_as_many_figures_as_are_asked_for(
    tmp_path: Path, datasets: int
) -> None:
    write_synthetic_site(tmp_path, datasets)
    checked = check(tmp_path, strict=True)
    assert checked.problems == ()
    assert checked.site is not None
    assert len(checked.site.observations) == FIGURES * datasets
    assert len(checked.site.charts) == datasets


def test_a_change_is_one_of_the_last_number(tmp_path: Path) -> None:
    write_synthetic_site(tmp_path, 1)
    file = tmp_path / "content" / "datasets" / f"{dataset_id(0)}.yaml"
    before = file.read_text(encoding="utf-8").splitlines()
    change(file)
    after = file.read_text(encoding="utf-8").splitlines()
    assert before[:-1] == after[:-1]
    last = value(0, FIGURES - 1)
    assert before[-1].endswith(f"value: {last}}}")
    assert after[-1].endswith(f"value: {last // 10 * 10 + (last + 1) % 10}}}")


def test_titles_are_no_words_and_no_two_are_the_same() -> None:
    titles = [letters(number) for number in range(10_000)]
    assert len(set(titles)) == len(titles)
    assert not set("".join(titles)) & set("AEIOUYTKX0123456789")
