"""Templates of the engine give what Jinja makes of any template."""

from __future__ import annotations

import pytest
from jinja2 import Environment
from markupsafe import Markup, escape

from statsite.render.engine_templates import EngineEnvironment, html
from statsite.render.environment import environment


class _Told:
    """What tells itself, with marks of HTML."""

    def __str__(self) -> str:
        return "<told> & 'quoted'"


class _Marked(_Told):
    """What is HTML."""

    def __html__(self) -> str:
        return "<em>told</em>"


class _OwnText(str):
    """A text of a kind of its own."""

    __slots__ = ()


VALUES = [
    "",
    "超过8.5万对",
    *(f"before {mark} behind" for mark in "&<>'\""),
    Markup("<em>&amp;</em>"),
    _OwnText("<own>"),
    8,
    8.5,
    None,
    _Told(),
    _Marked(),
]


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_a_value_stands_on_a_page_as_jinja_escapes_it(value: object) -> None:
    assert html(value) == escape(value)


#: Calls of each sort, and outputs where all and where nothing is escaped.
TEMPLATE = """
{% macro item(value, last=false) %}<li>{{ value }}{{ caller() if caller }}{% if last %}.{% endif %}</li>{% endmacro %}
{% for value in values %}{{ item(value, last=loop.last) }}{{ say(value, mark='<') }}{% endfor %}
{% call item(values[2]) %}{{ values[3] }}{% endcall %}
{% set kept %}{{ values[3] }}{% endset %}{{ kept }}
{% autoescape false %}{{ values[3] }}{% endautoescape %}
{{ values | join(values[2]) }} {{ range(2) | list }} {{ '<%s>'.format(values[2]) }}
{% block b %}{{ self.c() }}{% endblock %}{% block c %}{{ values[4] }}{% endblock %}
"""


def test_a_template_gives_the_same_as_with_jinjas_own_environment() -> None:
    told = {"values": VALUES, "say": lambda value, mark: f"{mark}{value}"}
    pages = [
        made(autoescape=True).from_string(TEMPLATE).render(told)
        for made in (Environment, EngineEnvironment)
    ]
    assert pages[0] == pages[1]


def test_no_function_of_templates_asks_for_the_context() -> None:
    functions = environment({}).globals.values()
    assert not [one for one in functions if hasattr(one, "jinja_pass_arg")]
