"""The types of the fields of content files: what each reads, and how its JSON Schema
describes it.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Struct
from pydantic import AfterValidator, GetCoreSchemaHandler, ValidationInfo, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from statsite.expressions import LONGEST_RULE
from statsite.language import LANGUAGES
from statsite.model import (
    AreaKind,
    ChartOrder,
    Grouping,
    LocalisedText,
    PrintedPart,
    RevisionKind,
    SourceKind,
    Status,
    UnitFormula,
)
from statsite.periods import Moment, TimePeriod
from statsite.quantity import Relation
from statsite.read import values
from statsite.read.languages import LANGUAGE_TAG, read_languages, text_map_reader
from statsite.read.report_address import read_report_address


class ReadBy(Struct, frozen=True):
    """What ``read`` reads of what is written, and nothing else: pydantic's own ``PlainValidator``
    looks at the type that it gives as well, for output that nobody asks for.
    """

    read: Callable[[object], object]

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)


class ReadInLanguages(Struct, frozen=True):
    """As ``ReadBy``, where what is read depends on the languages of the site."""

    read: Callable[[object, ValidationInfo], object]

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self.read)


def _json(**schema: object) -> WithJsonSchema:
    return WithJsonSchema(schema)


#: Numbers and years need no quotes in YAML, so an editor's language server may take them for
#: numbers.
_TEXT = ["string", "number"]
_LABEL_JSON = _json(type=_TEXT, maxLength=values.LABEL_LENGTH)
_LABELS = _json(
    type="object", additionalProperties={"type": _TEXT, "maxLength": values.LABEL_LENGTH}
)
_TEXTS = _json(type="object", additionalProperties={"type": _TEXT, "maxLength": values.TEXT_LENGTH})
_LANGUAGE_LIST = _json(type="array", items={"enum": list(LANGUAGES)}, minItems=1, uniqueItems=True)
_PERIOD_PATTERN = r"^\d{4}(-\d{2}){0,2}$|^(\d{4}(-\d{2}){0,2}|\.\.)/(\d{4}(-\d{2}){0,2}|\.\.)$"

_read_language = values.read_matching(
    LANGUAGE_TAG, "language-malformed", "a language code", "write `zh`, `en` or another BCP 47 code"
)
_read_iso = values.read_matching(
    values.ISO_CODE, "code-malformed", "an ISO 3166 code", "write it like CN or CN-HN"
)
_read_gbt2260 = values.read_matching(
    values.GBT2260_CODE, "code-malformed", "a GB/T 2260 code", "write its six digits: 430000"
)
_read_figure_id = values.read_matching(
    values.FIGURE_ID,
    "figure-id-malformed",
    "the id of a figure",
    "write `dataset.indicator` or `dataset.indicator@key`",
)
_read_indicator_id = values.read_matching(
    values.INDICATOR_ID,
    "indicator-id-malformed",
    "the id of an indicator",
    "write `dataset.indicator`",
)

ProseText = Annotated[
    str, ReadBy(values.read_prose), _json(type=_TEXT, maxLength=values.TEXT_LENGTH)
]
TextLine = Annotated[str, ReadBy(values.read_label), _LABEL_JSON]
#: What a thing is called.
Title = Annotated[str, ReadBy(values.read_title), _LABEL_JSON]
Printed = Annotated[str, ReadBy(values.read_printed_text), _LABEL_JSON]
RuleText = Annotated[str, ReadBy(values.read_line), _json(type=_TEXT, maxLength=LONGEST_RULE)]
Slug = Annotated[
    str,
    ReadBy(values.read_slug),
    _json(type=_TEXT, pattern=f"^{values.SLUG.pattern}$", maxLength=values.SLUG_LENGTH),
]
#: The most that one entry lists; as many figures as a site has are in none but an indicator and a
#: release, which their files bound.
MOST_LISTED = 1000
Slugs = Annotated[list[Slug], AfterValidator(values.read_distinct)]
FigureId = Annotated[
    str,
    ReadBy(_read_figure_id),
    _json(type="string", pattern=f"^{values.FIGURE_ID.pattern}$"),
]
IndicatorId = Annotated[
    str,
    ReadBy(_read_indicator_id),
    _json(type="string", pattern=f"^{values.INDICATOR_ID.pattern}$"),
]
LanguageCode = Annotated[
    str, ReadBy(_read_language), _json(type="string", pattern=f"^{LANGUAGE_TAG.pattern}$")
]
IsoCode = Annotated[
    str, ReadBy(_read_iso), _json(type="string", pattern=f"^{values.ISO_CODE.pattern}$")
]
Gbt2260Code = Annotated[
    str,
    ReadBy(_read_gbt2260),
    _json(type=_TEXT, pattern=f"^{values.GBT2260_CODE.pattern}$"),
]
Date = Annotated[
    Moment, ReadBy(values.read_moment), _json(type=_TEXT, pattern=r"^\d{4}(-\d{2}){0,2}$")
]
Day = Annotated[Moment, ReadBy(values.read_day), _json(type="string", format="date")]
StatedPeriod = Annotated[
    TimePeriod,
    ReadBy(values.read_stated_period),
    _json(type=_TEXT, pattern=_PERIOD_PATTERN),
]
Period = Annotated[
    TimePeriod | Literal["unknown"],
    ReadBy(values.read_period),
    _json(type=_TEXT, pattern=f"^unknown$|{_PERIOD_PATTERN}"),
]
UnknownPeriod = Annotated[
    Literal["unknown"],
    ReadBy(values.read_unknown_period),
    _json(type="string", const="unknown"),
]
DecimalNumber = Annotated[Decimal, ReadBy(values.read_decimal), _json(type=_TEXT)]
Precision = Annotated[Decimal, ReadBy(values.read_precision), _json(type=_TEXT)]
UnitFormulaText = Annotated[UnitFormula, ReadBy(values.read_unit_formula), _json(type="string")]
UnitPatternText = Annotated[
    tuple[str, str],
    ReadBy(values.read_unit_pattern),
    _json(type="string", pattern=r"^[^{}]*\{n\}[^{}]*$"),
]
UnitName = Annotated[str, ReadBy(values.read_unit_name), _LABEL_JSON]
Truth = Annotated[bool, ReadBy(values.read_truth), _json(type="boolean")]
Url = Annotated[str, ReadBy(values.read_url), _json(type="string", format="uri")]
BaseUrl = Annotated[
    str | None, ReadBy(values.read_base_url), _json(type=["string", "null"], format="uri")
]
ReportAddress = Annotated[str, ReadBy(read_report_address), _json(type="string")]
LineNumber = Annotated[int, ReadBy(values.read_line_number), _json(type="integer", minimum=1)]
FileName = Annotated[str, ReadBy(values.read_file_name), _json(type="string")]
StatusWord = Annotated[
    Status,
    ReadBy(values.read_choice({s.value: s for s in Status})),
    _json(enum=[s.value for s in Status]),
]
AreaKindWord = Annotated[
    AreaKind,
    ReadBy(values.read_choice({k.value: k for k in AreaKind})),
    _json(enum=[k.value for k in AreaKind]),
]
SourceKindWord = Annotated[
    SourceKind,
    ReadBy(values.read_choice({k.value: k for k in SourceKind})),
    _json(enum=[k.value for k in SourceKind]),
]
PrintedPartWord = Annotated[
    PrintedPart,
    ReadBy(values.read_choice({p.value: p for p in PrintedPart})),
    _json(enum=[p.value for p in PrintedPart]),
]
RevisionKindWord = Annotated[
    RevisionKind,
    ReadBy(values.read_choice({k.value: k for k in RevisionKind})),
    _json(enum=[k.value for k in RevisionKind]),
]
Instant = Annotated[str, ReadBy(values.read_instant), _json(type="string", format="date-time")]
RelationSign = Annotated[Relation, ReadBy(values.read_relation), _json(enum=list(values.RELATIONS))]
GroupingWord = Annotated[
    Grouping,
    ReadBy(values.read_choice(values.GROUPINGS)),
    _json(enum=list(values.GROUPINGS)),
]
OrderWord = Annotated[
    ChartOrder, ReadBy(values.read_choice(values.ORDERS)), _json(enum=list(values.ORDERS))
]
LanguageList = Annotated[tuple[str, ...], ReadBy(read_languages), _LANGUAGE_LIST]
EveryLanguage = Annotated[
    LocalisedText, ReadInLanguages(text_map_reader(values.read_label, complete=True)), _LABELS
]
#: What a thing is called, in every language of the site.
EveryLanguageTitle = Annotated[
    LocalisedText, ReadInLanguages(text_map_reader(values.read_title, complete=True)), _LABELS
]
EveryLanguageProse = Annotated[
    LocalisedText, ReadInLanguages(text_map_reader(values.read_prose, complete=True)), _TEXTS
]
SomeLanguages = Annotated[
    LocalisedText, ReadInLanguages(text_map_reader(values.read_label, complete=False)), _LABELS
]
