"""The environment of the engine's own templates, which are trusted as its code is: Jinja does the
less for each call and each output, of which a page has hundreds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup, escape

_T = TypeVar("_T")

_SPECIAL = re.compile("[&<>'\"]")


def html(value: object) -> str:
    """``value`` as a page holds it: what ``escape`` makes of it, which makes it anew even of texts
    that stand on a page as they are.
    """
    kind = type(value)
    if kind is Markup or (kind is str and not _SPECIAL.search(value)):  # type: ignore[call-overload]
        return value  # type: ignore[return-value]
    return escape(value)


class _Context(Context):
    """Calls what templates name as they say: the engine gives them no function that asks for the
    context or the environment, for which Jinja looks at each call.
    """

    def call(
        self,
        called: Callable[..., _T],
        /,
        *args: object,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: object,
    ) -> _T:
        return called(*args, **named)


class _Generator(CodeGenerator):
    """Has ``html`` write each output."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"environment.html({finalize.src or ''}")


class EngineEnvironment(Environment):
    """The environment of templates that give their functions nothing but what they are called
    with.
    """

    context_class = _Context
    code_generator_class = _Generator
    html = staticmethod(html)
