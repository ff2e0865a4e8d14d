"""The development server: builds into a folder of its own, serves it on this machine only, rebuilds and reloads on save."""

from __future__ import annotations

import html
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from livereload import Server
from livereload.handlers import LiveReloadHandler

from statsite import addresses, pipeline
from statsite.problems import Problem
from statsite.render.environment import TEMPLATES
from statsite.render.pages import CONTENT_SECURITY_POLICY
from statsite.write import WriteError, write_site

#: What the reloading script needs besides the published policy: itself, and its web socket.
_DEVELOPMENT_POLICY = f"{CONTENT_SECURITY_POLICY}; script-src 'self' 'unsafe-inline'; connect-src 'self' ws:"


def serve_site(root: Path, port: int) -> None:
    """Serve the site in ``root`` until interrupted."""
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0  # by default a save within three seconds of the last is not shown
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "site"
        build = _Build(root, target)
        build()
        server = Server()
        for watched in (root / "content", root / "site.yaml", root / "templates", TEMPLATES):
            if watched.exists():
                server.watch(str(watched / "**" if watched.is_dir() else watched), build)
        server.serve(root=str(target), host="127.0.0.1", port=port)


class _Build:
    """Builds the site, or a page that lists the problems; livereload calls it on each save."""

    def __init__(self, root: Path, target: Path) -> None:
        self._root, self._target = root, target

    def __call__(self) -> None:
        checked = pipeline.check(self._root)
        for problem in checked.problems:
            click.echo(str(problem), err=True)
        try:
            if checked.site is None or checked.errors:
                write_site([(addresses.HOME, problem_page(checked.problems))], self._target, protected=(self._root,))
            else:
                written = write_site(_for_development(pipeline.files(checked.site, self._root)), self._target, protected=(self._root,))
                click.echo(f"{written.files} files, {written.changed} changed")
        except WriteError as error:
            click.echo(f"error: {error}", err=True)


def _for_development(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The files with a policy that lets the reloading script run."""
    published, allowed = (html.escape(policy).encode() for policy in (CONTENT_SECURITY_POLICY, _DEVELOPMENT_POLICY))
    for path, content in files:
        yield path, content.replace(published, allowed) if path.endswith(".html") else content


def problem_page(problems: Iterable[Problem]) -> bytes:
    """What the browser shows while the content has errors."""
    rows = "".join(f"<li>{html.escape(str(problem))}</li>" for problem in problems)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Problems</title><body><h1>Problems</h1><ul>{rows}</ul></body></html>'.encode()
    )
