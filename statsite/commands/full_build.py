"""A build from the beginning: everything that is read, checked, rendered and written."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click
from msgspec import Struct

from statsite import pipeline
from statsite.assess.assessment import Assessment
from statsite.commands.folders import refuse_inside
from statsite.commands.public_address import public_address
from statsite.commands.reporting import count_of, give_up
from statsite.disk import FileIdentity
from statsite.interface_texts import TemplatesError
from statsite.kept_files import File, KeptFiles
from statsite.messages import print_line, print_problems
from statsite.model import Site
from statsite.passed_checks import PassedChecks
from statsite.plan.outputs import outputs
from statsite.problems import Problem, errors_of
from statsite.processes import ProcessEndedError
from statsite.render.ahead import Ahead
from statsite.render.cache import DrawingCache
from statsite.render.environment import TEMPLATES
from statsite.results import Results
from statsite.site_folder import CONTENT, TEMPLATES_FOLDER
from statsite.write import WriteError, Written, write_site


class Request(Struct, frozen=True):
    """A build that is asked for: of ``site`` into ``target``, with what earlier builds kept in the
    folder ``kept``.
    """

    site: Path
    target: Path
    kept: Path | None
    jobs: int
    strict: bool
    base_url: str | None
    verified: bool
    sources: Path | None


class Built(Struct, frozen=True):
    """What a build found and said: its exit ``status``, the line that tells what it wrote or why it
    wrote nothing, and the identities of the files that it ``made``.
    """

    problems: tuple[Problem, ...]
    status: int
    report: str
    made: Mapping[str, FileIdentity] = {}


def build(request: Request, files: KeptFiles, spare: Path | None) -> Built:
    """Build as asked and say what was done, without making again what is kept of the ``files`` of
    the last build, nor writing again what is in its ``spare``; ends the command where the site
    cannot be written or verified.
    """
    refuse_inside(_made_from(request.site), request.target)
    base_url = public_address(request.base_url)
    try:
        return _checked_and_built(request, base_url, files, spare)
    except TemplatesError as error:
        print_problems(error.problems, "text")
        sys.exit(1)
    except (ProcessEndedError, WriteError) as error:
        give_up(error)


def _made_from(site: Path) -> tuple[Path, ...]:
    """The folders that a site is made from."""
    return site / CONTENT, site / TEMPLATES_FOLDER, TEMPLATES


def _checked_and_built(
    request: Request, base_url: str | None, files: KeptFiles, spare: Path | None
) -> Built:
    with Ahead(files, request.jobs, DrawingCache(request.kept)) as ahead:
        ahead.get_ready()
        checked = pipeline.check(
            request.site,
            strict=request.strict,
            base_url=base_url,
            ahead=ahead,
            results=Results(is_kept=False, passed=PassedChecks(files.passed, files.engine)),
        )
        return _built(checked, request, ahead, spare)


def _built(checked: pipeline.Checked, request: Request, ahead: Ahead, spare: Path | None) -> Built:
    """Say what is wrong with the site that was ``checked``, and write it where nothing is."""
    print_problems(checked.problems, "text")
    if checked.assessment is None or checked.errors:
        return _refused(checked)
    _refuse_unverified(checked.assessment, request)
    written = _write(checked, request, ahead, spare)
    report = _report(checked.assessment.site, written)
    print_line(f"{request.target}: {report}, {written.changed} changed")
    return Built(checked.problems, 0, report, written.made)


def _refused(checked: pipeline.Checked) -> Built:
    """A build that wrote nothing, since the site has errors."""
    report = f"{count_of(checked.errors, 'error')}; nothing was written"
    print_line(report, err=True)
    return Built(checked.problems, 1, report)


def _write(
    checked: pipeline.Checked, request: Request, ahead: Ahead, spare: Path | None
) -> Written:
    files = pipeline.files_beside(checked.editions, request.site, ahead)
    protected = (request.site, request.site / CONTENT, TEMPLATES.parent)
    with _counted(files, checked) as shown:
        return write_site(shown, request.target, protected=protected, spare=spare)


def _counted(
    files: Iterable[File], checked: pipeline.Checked
) -> AbstractContextManager[Iterable[File]]:
    """``files`` of the site that was ``checked``, with a bar on a terminal while they are made."""
    if not sys.stderr.isatty():
        return nullcontext(files)
    total = sum(1 for _ in outputs(checked.editions[0].site))
    return click.progressbar(files, total, "build", file=sys.stderr)


def _report(site: Site, written: Written) -> str:
    """What was built, in one line."""
    files = f"{count_of(written.files, 'file')}, {written.size / 1e6:.1f} MB"
    return f"{', '.join(_counts(site))}; {files}"


def _counts(site: Site) -> Iterator[str]:
    """How much of each kind of thing a site has."""
    yield count_of(len(site.observations), "figure")
    yield count_of(len(site.sources), "source")
    yield count_of(len(site.charts), "chart")


def _refuse_unverified(assessment: Assessment, request: Request) -> None:
    """Where a verification is asked for, print what it finds, and end where any of it
    is an error.
    """
    if not request.verified:
        return
    found = _verified(assessment, request.sources)
    listed = tuple(map(pipeline.as_strict, found)) if request.strict else found
    print_problems(listed, "text")
    if errors := errors_of(listed):
        told = count_of(len(errors), "error")
        print_line(f"{told} of the verification; nothing was written", err=True)
        sys.exit(1)


def _verified(assessment: Assessment, sources: Path | None) -> tuple[Problem, ...]:
    """What a verification finds wrong; ends where the articles' texts are not at hand."""
    from statsite.commands.verification import TextsMissing, refusals  # noqa: PLC0415 - what reads articles takes longer to load than a small site to build

    try:
        return refusals(assessment, sources)
    except TextsMissing as error:
        give_up(error)
