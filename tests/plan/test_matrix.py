"""Tables of figures by year."""

from __future__ import annotations

from statsite.plan.matrix import RowHead, matrix
from tests.plan.looked_up import looked_up
from tests.support.types import ReadFiles


def test_figures_of_one_head_and_year_share_a_cell_and_open_periods_a_column(
    read_files: ReadFiles,
) -> None:
    edition = looked_up(read_files, "zh")
    figures = (
        (edition.site.observations[name], figure) for name, figure in edition.figures.items()
    )
    table = matrix(edition.presenter, figures, lambda one: RowHead(one.area))
    assert table.columns == ("2024年", "2024年目标", "2030年目标", "自某年以来", "未写明时间")
    assert {row.head.title: [len(cell) for cell in row.cells] for row in table.rows} == {
        "cn": [1, 0, 0, 0, 1],
        "cn-hn": [0, 1, 1, 0, 1],
        "first-hospital": [0, 0, 0, 1, 0],
    }


def test_a_table_is_sparse_where_most_cells_are_empty(read_files: ReadFiles) -> None:
    edition = looked_up(read_files, "zh")
    figures = [
        (edition.site.observations[name], figure) for name, figure in edition.figures.items()
    ]
    spread = matrix(edition.presenter, figures, lambda one: RowHead(one.id))
    alone = matrix(edition.presenter, figures[:1], lambda one: RowHead(one.id))
    assert (spread.is_sparse, alone.is_sparse) == (True, False)
