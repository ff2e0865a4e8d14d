"""The flow in one place: read, assess, check, plan, render; what is written where is the caller's
choice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from statsite.assess.assessment import Assessment, assess
from statsite.check import check_facts, check_texts
from statsite.check.unfinished import unfinished_in
from statsite.check.valid_subset import valid_subset
from statsite.interface_texts import (
    TEXTS_FILE_NAME,
    TEXTS_PATH,
    InterfaceTexts,
    TemplatesError,
    load_interface_texts,
)
from statsite.kept_files import File, KeptFiles
from statsite.model import Site, WrittenSite
from statsite.outline import outlined, with_texts_of
from statsite.plan.edition import Edition
from statsite.problems import Problem, Severity, in_order
from statsite.read.files import YAML_LIMIT, regular_text
from statsite.read.kept_facts import KeptFacts
from statsite.read.site import read_site
from statsite.read.tracked_files import tracked_cache
from statsite.render.ahead import Ahead
from statsite.render.cache import DrawingCache
from statsite.render.environment import TEMPLATES, Templates, read_templates, template_folders
from statsite.render.fragments import Fragments
from statsite.render.pages import Renderer
from statsite.render.spellings import kept_spellings
from statsite.results import NOT_KEPT, Results
from statsite.values import replace


class Checked(Struct, frozen=True):
    """A site as far as it could be read, what follows from it, and everything wrong with it; no
    site where site.yaml cannot be understood.

    ``editions`` are the site in each of its languages, from which its files are made where nothing
    is wrong.
    """

    assessment: Assessment | None
    editions: tuple[Edition, ...]
    problems: tuple[Problem, ...]

    @property
    def site(self) -> Site | None:
        """What editors wrote, and the quantity of every figure."""
        return self.assessment.site if self.assessment else None

    @property
    def errors(self) -> int:
        """How many problems stop a build."""
        return _errors_in(self.problems)


def _errors_in(problems: Iterable[Problem]) -> int:
    """How many of the problems stop a build."""
    return sum(problem.severity is Severity.ERROR for problem in problems)


def check(
    root: Path,
    *,
    strict: bool = False,
    base_url: str | None = None,
    ahead: Ahead | None = None,
    results: Results = NOT_KEPT,
) -> Checked:
    """Read and check the site in ``root``; ``strict`` makes warnings errors, ``base_url`` replaces
    that of site.yaml; ``results`` are those of this build.

    Where files are made ``ahead``, that begins once all of the site was read without an error,
    before what it says is checked, so that they may be of no use; the editions then take spellings
    from the same kept drawings.
    """
    kept = ahead.kept if ahead else KeptFiles("")
    facts = KeptFacts(kept.facts, kept.engine)
    written, problems = read_site(root, results, facts)
    templates = read_templates(root, problems)
    interface = _words(root, templates, problems, facts)
    problems.extend(tracked_cache(root))
    if written is None:
        return _checked(None, (), problems, strict=strict)
    assessment, outline = _assessed(_at_address(written, base_url), results)
    editions = _editions(
        assessment, interface, ahead.drawings if ahead else DrawingCache(), results, outline
    )
    shown = _valid_editions(assessment, editions, interface)
    kept.begin(outline.site.digest if outline else "")
    if ahead is not None and shown is editions and not _errors_in(problems):
        ahead.begin(editions)
    facts.put(written)
    problems.extend(kept.found(partial(_wrong_facts, outline or assessment, shown, results)))
    problems.extend(check_texts(assessment.site, shown, results))
    results.passed.put()
    problems.extend(_rendered(editions, shown, templates, is_whole=not _errors_in(problems)))
    return _checked(assessment, editions, problems, strict=strict)


def _assessed(written: WrittenSite, results: Results) -> tuple[Assessment, Assessment | None]:
    """What follows from a site, and the same of its outline, of which it follows; None where
    results are kept, which know by each part what they were made from.
    """
    if results.is_kept:
        return assess(written, results), None
    outline = assess(outlined(written), results)
    return replace(outline, site=with_texts_of(written, outline.site)), outline


def _wrong_facts(
    assessment: Assessment, shown: tuple[Edition, ...], results: Results
) -> Iterator[Problem]:
    """What is wrong with all of a site but its texts, and with what is ``shown`` of that."""
    return check_facts(assessment, (edition.without_texts for edition in shown), results)


def _rendered(
    editions: tuple[Edition, ...],
    shown: tuple[Edition, ...],
    templates: Templates,
    *,
    is_whole: bool,
) -> Iterator[Problem]:
    """What is wrong with pages: with the parts of them that are ``shown``, and with all of them
    where the site ``is_whole``.
    """
    for edition in shown:
        yield from Fragments(edition, is_whole, bool(templates.own)).problems()
    if is_whole:
        yield from Renderer(editions, templates).problems()


def _checked(
    assessment: Assessment | None,
    editions: tuple[Edition, ...],
    problems: list[Problem],
    *,
    strict: bool,
) -> Checked:
    """What was checked, each problem once and in the order of their places."""
    found = (as_strict(problem) if strict else problem for problem in dict.fromkeys(problems))
    return Checked(assessment, editions, in_order(found))


def _at_address(written: WrittenSite, base_url: str | None) -> WrittenSite:
    """The site at another address, if one is given."""
    if base_url is None:
        return written
    return replace(written, settings=replace(written.settings, base_url=base_url))


def _valid_editions(
    assessment: Assessment, editions: tuple[Edition, ...], interface: InterfaceTexts
) -> tuple[Edition, ...]:
    """The editions of as much of the site as pages and charts can be made of."""
    kept = valid_subset(assessment)
    if kept is assessment:
        return editions
    return _editions(kept, interface, DrawingCache(), NOT_KEPT)


def _words(
    root: Path, templates: Templates, problems: list[Problem], kept: KeptFacts
) -> InterfaceTexts:
    """The words of pages; only the engine's own where those of the site cannot be used."""
    folders = template_folders(root)
    own = regular_text(folders[0] / TEXTS_FILE_NAME, TEXTS_PATH, YAML_LIMIT)
    if folders[0] != TEMPLATES and isinstance(own, str):
        problems.extend(unfinished_in(own, TEXTS_PATH))
    try:
        own_templates = [templates.texts[name] for name in templates.own]
        return load_interface_texts(folders, own_templates, kept)
    except TemplatesError as fault:
        problems.extend(fault.problems)
        return load_interface_texts((TEMPLATES,))


def as_strict(problem: Problem) -> Problem:
    """``problem`` as ``--strict`` counts it: a warning is an error."""
    if problem.severity is not Severity.WARNING:
        return problem
    return replace(problem, severity=Severity.ERROR)


def _editions(
    assessment: Assessment,
    interface: InterfaceTexts,
    kept: DrawingCache,
    results: Results,
    outline: Assessment | None = None,
) -> tuple[Edition, ...]:
    """The editions of a site in each of its languages, with those of its ``outline``, if any."""
    languages = assessment.site.settings.languages
    made = partial(
        Edition, interface=interface, spell=partial(kept_spellings, kept), results=results
    )
    results.watched("site", assessment.site)
    results.watched("assessment", assessment)
    if outline is None:
        return tuple(made(assessment, language) for language in languages)
    return tuple(
        made(assessment, language, outline=made(outline, language)) for language in languages
    )


def files(editions: Sequence[Edition], root: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the site in its ``editions`` but the manifest, made one by one."""
    for path, content in files_beside(editions, root, Ahead(KeptFiles(""), 1, DrawingCache())):
        yield path, content if isinstance(content, bytes) else content.again()


def files_beside(
    editions: Sequence[Edition], root: Path, ahead: Ahead, first: Collection[str] = ()
) -> Iterator[File]:
    """As ``files``, but that data files and drawings are made ``ahead``, what that says is kept of
    the site before is not made, and the pages at the addresses that are to come ``first`` do.
    """
    problems = list[Problem]()
    templates = read_templates(root, problems)
    if problems:
        raise TemplatesError(*problems)
    yield from Renderer(tuple(editions), templates).files(ahead, first)
