"""Behind each figure in a text stands the button of its card."""

from __future__ import annotations

from statsite.render.prose import FigureLink, prose_blocks

FIGURES = {"care.beds": FigureLink("8,000 beds", "figures/care.beds/index.html")}


def _html(body: str) -> str:
    return "".join(one.html for one in prose_blocks(body, FIGURES, str, str))


def test_a_button_stands_between_a_figure_and_the_text_behind_it() -> None:
    html = _html("There are [[care.beds]] in all.")
    link, _, behind = html.partition("</a>")
    assert 'id="figure-care.beds"' in link
    button, _, rest = behind.partition("</button>")
    assert button.startswith("<button ")
    assert 'popovertarget="card-care.beds"' in button
    assert 'aria-labelledby="figure-care.beds"' in button
    assert rest == " in all.</p>"


def test_each_mention_has_a_button_that_is_named_by_the_first() -> None:
    html = _html("[[care.beds]] and [[care.beds|as many]]\n\n- or [[care.beds]]")
    assert html.count('popovertarget="card-care.beds"') == 3
    assert html.count('id="figure-care.beds"') == 1


def test_a_button_that_an_editor_writes_is_shown_as_text() -> None:
    assert "<button" not in _html('A <button popovertarget="card-x">b</button> here.')
