"""What a table calls a figure by the head over its column and the name of its row."""

from __future__ import annotations

from statsite.evidence.articles import plain_line
from statsite.evidence.context.figure_case import FigureCase, title_of
from statsite.evidence.context.headings import titles_over
from statsite.evidence.sentence.other_names import named_by_another


def other_name_in_table(case: FigureCase) -> str:
    """The head over the figure's column, or the name of its row, where the title of its indicator
    is called by another one of the same table and by nothing of it; or nothing.
    """
    article, first = case.around.article, case.around.text.starts[case.start]
    place = article.cell_at(first)
    if place is None or place[1] == 0:
        return ""
    row, column = place
    title, name = title_of(case), plain_line(row.cells[0].text)
    head = plain_line(row.head[column]) if row.head else ""
    heads = [plain for plain in map(plain_line, row.head[1:]) if plain not in name]
    rows = [plain for plain in map(plain_line, article.names_of_rows(first)) if plain not in head]
    above = next(titles_over(case.around.file, case.around.line_of(case.start)), "")
    if head and named_by_another(head, heads, title, above):
        return head
    return name if named_by_another(name, rows, title, above) else ""
