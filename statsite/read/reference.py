"""What editors may write, as Markdown tables and as JSON Schema, both made from the typed classes
of the schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from statsite.read.entries import nested_entry
from statsite.read.fields import Slug
from statsite.read.files import (
    CONTENT_LIMIT,
    FIGURES_LIMIT,
    FILES_LIMIT,
    OPERANDS_LIMIT,
    RULES_LIMIT,
    TERMS_LIMIT,
    YAML_LIMIT,
)
from statsite.read.schema import (
    AreaEntry,
    ChartEntry,
    DatasetEntry,
    Entry,
    IgnoredEntry,
    MeasureEntry,
    PageEntry,
    ReleaseEntry,
    RuleEntry,
    SiteEntry,
    SourceEntry,
    TermEntry,
    TileEntry,
    TopicEntry,
    UnitEntry,
)
from statsite.read.values import LABEL_LENGTH, TEXT_LENGTH
from statsite.read.yaml_tree import VALUES_LIMIT

#: What each file or front matter holds, in the order of the reference.
_ROOTS: tuple[type[Entry], ...] = (
    SiteEntry,
    SourceEntry,
    AreaEntry,
    UnitEntry,
    MeasureEntry,
    TileEntry,
    DatasetEntry,
    ChartEntry,
    RuleEntry,
    ReleaseEntry,
    TermEntry,
    IgnoredEntry,
    TopicEntry,
    PageEntry,
)

#: The YAML files, as patterns from the site's folder, and what each holds.
_FILES: Mapping[str, TypeAdapter[Any]] = {
    "site.yaml": TypeAdapter(SiteEntry),
    "content/sources/*.yaml": TypeAdapter(SourceEntry),
    "content/areas.yaml": TypeAdapter(dict[Slug, AreaEntry]),
    "content/units.yaml": TypeAdapter(dict[Slug, UnitEntry]),
    "content/measures.yaml": TypeAdapter(dict[Slug, MeasureEntry]),
    "content/tiles.yaml": TypeAdapter(dict[Slug, TileEntry]),
    "content/datasets/*.yaml": TypeAdapter(DatasetEntry),
    "content/charts/*.yaml": TypeAdapter(ChartEntry),
    "content/rules/*.yaml": TypeAdapter(dict[Slug, RuleEntry]),
    "content/releases.yaml": TypeAdapter(dict[Slug, ReleaseEntry]),
    "content/glossary.yaml": TypeAdapter(dict[Slug, TermEntry]),
    "content/ignored.yaml": TypeAdapter(dict[Slug, list[IgnoredEntry]]),
}


def field_reference() -> str:
    """The field reference for editors: a table for every class of the schema, what it contains
    after it.
    """
    return "\n".join([_LIMITS, "", *(line for entry in _entries() for line in _section(entry))])


#: How much there may be of anything.
_LIMITS = (
    f"A YAML file has at most {YAML_LIMIT // 1024} KiB and {VALUES_LIMIT:,} values;"
    f" a site has at most {FILES_LIMIT:,} content files of {CONTENT_LIMIT // 1024**2} MiB together;"
    f" a dataset holds at most {FIGURES_LIMIT:,} figures, a file of rules at most "
    f"{RULES_LIMIT:,} rules that name {OPERANDS_LIMIT:,} figures and numbers, "
    f"the glossary at most {TERMS_LIMIT:,} terms."
    f" A title, a label or another text of one line has at most {LABEL_LENGTH:,} characters, "
    f"any other text in YAML at most {TEXT_LENGTH:,}."
)


def json_schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of every YAML file of a site, by the pattern of its path."""
    return {pattern: adapter.json_schema(mode="validation") for pattern, adapter in _FILES.items()}


def example_text(example: object) -> str:
    """``example`` as an editor would write it in YAML, on one line.

    >>> example_text({"zh": "湖南省", "en": "Hunan"})
    '{zh: 湖南省, en: Hunan}'
    """
    written = yaml.dump(
        example,
        Dumper=_TextDumper,
        default_flow_style=True,
        allow_unicode=True,
        width=float("inf"),
        sort_keys=False,
    )
    return written.removesuffix("\n").removesuffix("\n...")


class _TextDumper(yaml.SafeDumper):
    """Writes every text plain where it can be: the reader takes 2024 and true for text too."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:  # noqa: ARG002 - the signature is PyYAML's
        """Every scalar looks like text, whatever its value."""
        tags = {
            yaml.ScalarNode: self.DEFAULT_SCALAR_TAG,
            yaml.SequenceNode: self.DEFAULT_SEQUENCE_TAG,
        }
        return tags.get(kind, self.DEFAULT_MAPPING_TAG)


def _entries() -> Iterator[type[Entry]]:
    """Every class once, each followed by those of its fields."""
    seen = set[type[Entry]]()
    waiting = list(reversed(_ROOTS))
    while waiting:
        entry = waiting.pop()
        if entry not in seen:
            seen.add(entry)
            yield entry
            waiting.extend(
                reversed(
                    [
                        found
                        for field in entry.model_fields.values()
                        if (found := nested_entry(field.annotation))
                    ]
                )
            )


def _section(entry: type[Entry]) -> Iterator[str]:
    yield f"### {_title(entry)}\n"
    yield f"{' '.join((entry.__doc__ or '').split())}\n"
    yield "| field | required | meaning | example |"
    yield "|---|---|---|---|"
    for name, field in entry.model_fields.items():
        yield (
            f"| `{name}` | {'yes' if field.is_required() else 'no'} | {field.description} | "
            f"{_examples(field)} |"
        )
    yield ""


def _title(entry: type[Entry]) -> str:
    """What a class describes, in words: ``AlsoEntry`` is ``also``."""
    return (
        "".join(f" {c.lower()}" if c.isupper() else c for c in entry.__name__.removesuffix("Entry"))
        .strip()
        .capitalize()
    )


def _examples(field: FieldInfo) -> str:
    return ", ".join(f"`{example_text(example)}`" for example in field.examples or ())
