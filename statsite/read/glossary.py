"""The glossary: the terms that content/glossary.yaml fixes, each with the one translation that the
site uses.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from statsite.model import Term
from statsite.problems import Problem
from statsite.read.entries import read_entry
from statsite.read.files import TERMS_LIMIT
from statsite.read.schema import TermEntry
from statsite.read.values import slug_error
from statsite.read.yaml_tree import Fields, YamlNode, places, until_too_many_problems


def read_glossary(
    root: YamlNode, languages: tuple[str, ...] | None, problems: list[Problem]
) -> dict[str, Term]:
    """The terms by id, in the order of the file; what is wrong joins ``problems``."""
    if not isinstance(root, Fields):
        hint = "write `id: {term: …, definition: …}`"
        problems.append(
            Problem(
                "mapping-expected",
                "ids of terms and their fields are expected",
                root.location,
                hint,
            )
        )
        return {}
    problems.extend(_too_many(root))
    named = until_too_many_problems(
        islice(root.fields.items(), TERMS_LIMIT), root.location, problems
    )
    return {
        name: term for name, node in named for term in _term(name, root, node, languages, problems)
    }


def _too_many(root: Fields) -> Iterator[Problem]:
    for name in islice(root.fields, TERMS_LIMIT, TERMS_LIMIT + 1):
        yield Problem(
            "file-too-large",
            f"the file holds more than {TERMS_LIMIT} terms",
            root.keys[name],
            "leave some out",
        )


def _term(
    name: str,
    root: Fields,
    node: YamlNode,
    languages: tuple[str, ...] | None,
    problems: list[Problem],
) -> Iterator[Term]:
    fault = slug_error(name)
    if fault:
        problems.append(Problem(fault.check, fault.message, root.keys[name], fault.hint))
    entry = read_entry(TermEntry, node, languages, problems)
    if entry is not None and not fault:
        yield Term(
            name,
            entry.term,
            entry.definition,
            entry.standard,
            tuple(entry.also),
            node.location,
            dict(places(node)),
            short=tuple(entry.short),
            constants=entry.constants,
        )
