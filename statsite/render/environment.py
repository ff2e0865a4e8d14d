"""The Jinja environment: where templates come from, what every template may call, and where one
failed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from traceback import walk_tb
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.utils import missing
from msgspec import Struct

from statsite.interface_texts import TEXTS_PATH, PageTexts
from statsite.problems import Location, Problem
from statsite.read.files import files_below, regular_bytes, regular_text
from statsite.read.text import character_problems
from statsite.render.engine_templates import EngineEnvironment
from statsite.render.headings import breakable_heading
from statsite.render.sharing import share_description, share_title
from statsite.site_folder import TEMPLATES_FOLDER

TEMPLATES = Path(__file__).resolve().parents[2] / TEMPLATES_FOLDER

#: The folder of static files in that of the templates.
STATIC_FOLDER = "static"
SUFFIX = ".j2"

#: Bytes of a template, of a static file, and of all static files.
TEMPLATE_LIMIT = 256 * 1024
STATIC_LIMIT = 8 * 1024 * 1024
ALL_STATIC_LIMIT = 64 * 1024 * 1024

#: How much of what an error says a message repeats.
_LONGEST_REASON = 200


class Templates(Struct, frozen=True):
    """What pages are made with: the text of each template by name, those that are the site's
    ``own`` and not the engine's, and static files by their path in the output.
    """

    texts: Mapping[str, str]
    own: frozenset[str]
    static: Mapping[str, bytes]


def template_folders(root: Path) -> tuple[Path, ...]:
    """The folders templates come from, in order of precedence: the site's own, where that is a
    folder and no link, then the engine's.
    """
    own = root.resolve() / TEMPLATES_FOLDER
    return (
        (own, TEMPLATES)
        if own != TEMPLATES and own.is_dir() and not own.is_symlink()
        else (TEMPLATES,)
    )


def read_templates(root: Path, problems: list[Problem]) -> Templates:
    """The engine's templates and static files, those of the site in ``root`` in place of those of
    the same name.

    Only regular files are read, none through a link; what is none, or does not belong, joins
    ``problems``.
    """
    paths = sorted(TEMPLATES.glob(f"*{SUFFIX}"))
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths}
    static = dict(_static(TEMPLATES, []))
    own = root.resolve() / TEMPLATES_FOLDER
    if own == TEMPLATES:
        return Templates(texts, frozenset(), static)
    written = dict(_own_texts(own, problems))
    static.update(_static(own, problems))
    if sum(map(len, static.values())) > ALL_STATIC_LIMIT:
        problems.append(_too_much_static())
    return Templates(texts | written, frozenset(written), dict(sorted(static.items())))


def _too_much_static() -> Problem:
    message = f"the static files come to more than {ALL_STATIC_LIMIT // 1024**2} MiB"
    location = Location(f"{TEMPLATES_FOLDER}/{STATIC_FOLDER}")
    return Problem("file-too-large", message, location, "keep what pages use")


def _own_texts(own: Path, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for path, absolute in files_below(own, TEMPLATES_FOLDER, problems):
        name = path.removeprefix(f"{TEMPLATES_FOLDER}/")
        if not name.endswith(SUFFIX) or name.startswith(f"{STATIC_FOLDER}/"):
            continue
        text = regular_text(absolute, path, TEMPLATE_LIMIT)
        if isinstance(text, Problem):
            problems.append(text)
        elif text is not None:
            problems.extend(character_problems(text, path))
            yield name, text


def _static(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    """The static files in ``folder`` by their path in the output.

    What is not a file is told once, by the walk through all templates.
    """
    told: list[Problem] = []
    for path, absolute in files_below(
        folder / STATIC_FOLDER, f"{TEMPLATES_FOLDER}/{STATIC_FOLDER}", told
    ):
        content = regular_bytes(absolute, path, STATIC_LIMIT)
        if isinstance(content, bytes):
            yield path.removeprefix(f"{TEMPLATES_FOLDER}/"), content
        else:
            problems.append(content)


class _Nothing(StrictUndefined):
    """What a template names and nobody gave it; of a word, the error says where it is missing."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,  # noqa: ANN401 - jinja's signature
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        if hint is None and isinstance(obj, PageTexts):
            hint = f"there is no `{name}` in {TEXTS_PATH}"
        super().__init__(hint, obj, name, exc)


def environment(
    texts: Mapping[str, str],
    made: type[Environment] = EngineEnvironment,
    compiled: BytecodeCache | None = None,
) -> Environment:
    """The environment: everything escaped, an undefined name is an error, content is never
    compiled; ``made`` is the sort of environment, ``compiled`` keeps what was compiled.
    """

    def load(name: str) -> tuple[str, str, None] | None:
        return (texts[name], name, None) if name in texts else None

    prepared = made(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=_Nothing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled,
    )
    prepared.filters |= {
        "heading": breakable_heading,
        "share_title": share_title,
        "share_description": share_description,
    }
    return prepared


def location_of_failure(
    error: BaseException, own: Collection[str], template: str
) -> tuple[str, int]:
    """Name and line of the template that ``error`` came from while ``template`` was rendered: the
    innermost of the site's ``own``, else of all.
    """
    if isinstance(error, TemplateSyntaxError) and error.name:
        return error.name, error.lineno
    frames = list(_template_lines(error))
    owned = [frame for frame in frames if frame[0] in own]
    return (owned or frames or [(template, 1)])[-1]


def _template_lines(error: BaseException) -> Iterator[tuple[str, int]]:
    """The templates that were being rendered, the outermost first; lines of Jinja's code for one
    are translated by it or by the template.
    """
    for frame, line in walk_tb(error.__traceback__):
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            yield template.name, template.get_corresponding_lineno(line)
        elif PurePosixPath(frame.f_code.co_filename).suffix == SUFFIX:
            yield frame.f_code.co_filename, line


def template_error_reason(error: BaseException) -> str:
    """What an error says, in one line that is not too long."""
    if isinstance(error, TemplateNotFound):
        return f"there is no template `{error.name}`"
    said = getattr(error, "message", None) or str(error) or type(error).__name__
    line = re.sub(r"\s+", " ", said).strip()
    return line if len(line) <= _LONGEST_REASON else f"{line[:_LONGEST_REASON]}…"


def template_problem(template: str, line: int, said: str, *, is_own: bool) -> Problem:
    """``template-fault``: what is wrong in a template."""
    hint = "" if is_own else "this is the engine's template: see what it takes from the site's own"
    return Problem("template-fault", said, Location(f"{TEMPLATES_FOLDER}/{template}", line), hint)
