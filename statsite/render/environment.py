"""The Jinja environment: where templates come from and what every template may call."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
STATIC = "static"
SUFFIX = ".j2"


def template_folders(root: Path) -> tuple[Path, ...]:
    """The folders templates come from, in order of precedence: the site's own, then the engine's."""
    own = (root / "templates").resolve()
    return (own, TEMPLATES) if own.is_dir() and own != TEMPLATES else (TEMPLATES,)


def environment(folders: tuple[Path, ...]) -> Environment:
    """The environment: everything escaped, an undefined name is an error, content is never compiled."""
    return Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def template_fault(error: TemplateError) -> str:
    """What is wrong in a template, with its name and line."""
    if isinstance(error, TemplateSyntaxError):
        return f"templates/{error.name}:{error.lineno}: {error.message}"
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(SUFFIX)]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}: " if frames else ""
    return f"templates/{place}{error.message or type(error).__name__}"


def static_files(folders: tuple[Path, ...]) -> dict[str, bytes]:
    """The files of ``static/`` by their output path; a site's own file replaces the engine's of the same name."""
    found: dict[str, bytes] = {}
    for folder in reversed(folders):
        base = folder / STATIC
        for path in sorted(base.rglob("*")) if base.is_dir() else ():
            if path.is_file() and not path.is_symlink():
                found[f"{STATIC}/{path.relative_to(base).as_posix()}"] = path.read_bytes()
    return dict(sorted(found.items()))
