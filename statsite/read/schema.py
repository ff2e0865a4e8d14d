"""What an editor may write in each content file: one typed class per thing, its field descriptions
are the documentation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    SkipValidation,
    Tag,
    ValidationInfo,
    create_model,
    model_validator,
)

from statsite.grammar import ARTICLE_LANGUAGE
from statsite.language import LANGUAGES
from statsite.language.interface import Language
from statsite.model import PatternKind, SourceKind
from statsite.quantity import Relation
from statsite.read.field_errors import FieldError, refusal, refused
from statsite.read.fields import (
    MOST_LISTED,
    AreaKindWord,
    BaseUrl,
    Date,
    Day,
    DecimalNumber,
    EveryLanguage,
    EveryLanguageProse,
    EveryLanguageTitle,
    FigureId,
    FileName,
    Gbt2260Code,
    GroupingWord,
    IndicatorId,
    Instant,
    IsoCode,
    LanguageCode,
    LanguageList,
    LineNumber,
    OrderWord,
    Period,
    Precision,
    Printed,
    PrintedPartWord,
    ProseText,
    RelationSign,
    ReportAddress,
    RevisionKindWord,
    RuleText,
    Slug,
    Slugs,
    SomeLanguages,
    SourceKindWord,
    StatedPeriod,
    StatusWord,
    TextLine,
    Title,
    Truth,
    UnitFormulaText,
    UnitName,
    UnitPatternText,
    UnknownPeriod,
    Url,
)
from statsite.read.languages import language_errors, languages_of

#: Tags of the two ways to write a thing; they are in pydantic's paths and in no file.
TEXT, MAPPING = "<text>", "<mapping>"


def _way(value: object) -> str:
    return MAPPING if isinstance(value, dict) else TEXT


class Entry(BaseModel):
    """Keys and values that belong together; an unknown key is a problem."""

    # What reads an entry is built where there is one.
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class LicenceEntry(Entry):
    """Terms of use as programs name them."""

    name: TextLine = Field(
        description="Short name of the licence, as of the Open Definition or SPDX.",
        examples=["CC-BY-4.0"],
    )
    url: Url = Field(
        description="Address of its text.",
        examples=["https://creativecommons.org/licenses/by/4.0/"],
    )


class SiteEntry(Entry):
    """The file `site.yaml`: the site itself."""

    title: EveryLanguageTitle = Field(
        description=(
            "Name of the site. Here and wherever a text is in braces, quote it if it holds a comma."
        ),
        examples=[
            {"zh": "数说健康", "en": "Health in Figures"},
            {"zh": "公路、河流", "en": "Roads, rivers"},
        ],
    )
    languages: LanguageList = Field(
        description=(
            "Languages of the site, `zh` and `en` or one of them. The first is at the "
            "root. Every map by language has these keys."
        ),
        examples=[["zh", "en"]],
    )
    base_url: BaseUrl = Field(
        default=None,
        description="Address the site is published at: canonical links, the sitemap and the "
        "address in the data package are made from it."
        " A host outside ASCII is written in punycode; an address of one's own machine is for "
        "looking at a build before it is published."
        " `null`, or left out: there are none. Links between pages do not need it, so the "
        "site works in any folder.",
        examples=["https://example.org/health/"],
    )
    as_of: Day = Field(
        description="The day the site speaks from: its pages and downloads say so, and an "
        "article that appeared later is a warning."
        " An input, never the clock: move it on when you add articles.",
        examples=["2025-12-01"],
    )
    topics: Slugs = Field(
        max_length=MOST_LISTED,
        description=(
            "Topics in the order of the navigation; each has a folder in `content/topics/`."
        ),
        examples=[["elderly-care", "grassroots-health"]],
    )
    licence: EveryLanguageProse = Field(
        default_factory=dict,
        description="Under which terms the data may be used.",
        examples=[{"zh": "CC BY 4.0", "en": "CC BY 4.0"}],
    )
    data_licence: LicenceEntry | None = Field(
        default=None,
        description="The licence of the data for programs: the data package and the linked data "
        "of datasets name it. Its keys are those of a licence.",
        examples=[{"name": "CC-BY-4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}],
    )
    contact: EveryLanguageProse = Field(
        default_factory=dict,
        description="Where readers can write to. Where there is no `report`, the page of each "
        "figure says it with a text to copy and send, which names the figure.",
        examples=[{"zh": "编辑部", "en": "The editors"}],
    )
    report: ReportAddress | None = Field(
        default=None,
        description="Where an error in a figure is reported to: a mail address, or the address of "
        "a new issue with `{title}` and, if you like, `{body}` behind its question mark. The page "
        "of each figure links to it, filled in with the figure's id, its text and its address.",
        examples=[
            "figures@example.org",
            "https://example.org/issues/new?title={title}&body={body}",
        ],
    )
    synonyms: list[Annotated[list[TextLine], Field(min_length=2, max_length=MOST_LISTED)]] = Field(
        default_factory=list,
        max_length=MOST_LISTED,
        description="Lists of words that readers type for the same, in any language: where a "
        "title has one of them, search finds it by the others.",
        examples=[[["疫苗", "打针"], ["预期寿命", "life expectancy", "longevity"]]],
    )


class PublishedEntry(Entry):
    """When an article appeared."""

    date: Date = Field(
        description="Day, month or year of publication.", examples=["2025-07-28", "2025-07"]
    )
    approximate: Truth = Field(
        default=False, description="Whether the date is inferred, not printed.", examples=["true"]
    )
    known_from: EveryLanguageProse = Field(
        default_factory=dict,
        description="What the date is inferred from. Required where it is approximate.",
        examples=[{"zh": "同版报道的会议日期", "en": "The date of a meeting on the same page"}],
    )

    @model_validator(mode="after")
    def _says_how_it_is_known(self) -> Self:
        if self.approximate and not self.known_from:
            raise refused(
                "field-missing",
                "`known_from` is missing",
                "say what an approximate date is inferred from",
            )
        return self


class TextEntry(Entry):
    """Where the text of an article is."""

    file: FileName = Field(
        description="Name of the file in the folder of texts, without a path.",
        examples=["000_701fc04d5dfa4049.txt"],
    )
    lines: list[list[LineNumber]] = Field(
        max_length=MOST_LISTED,
        min_length=1,
        description=(
            "Line ranges of the article, counted from 1, both ends included, in their order."
        ),
        examples=[[["92", "150"]]],
    )

    @model_validator(mode="after")
    def _ranges_go_forward(self) -> Self:
        faults, last = [], 0
        for index, numbers in enumerate(self.lines):
            if len(numbers) != len(("first", "last")) or not last < numbers[0] <= numbers[1]:
                faults.append(
                    FieldError(
                        "line-range-malformed",
                        "this is not a range of lines after the one before it",
                        "write `[first, last]`",
                        ("lines", index),
                    )
                )
            else:
                last = numbers[1]
        if faults:
            raise refusal(*faults)
        return self


class SourceEntry(Entry):
    """A file `content/sources/<source>.yaml`: one article as read."""

    title: Title = Field(
        description="Title as printed.", examples=["我国60周岁及以上老年人口超3.1亿"]
    )
    title_translated: SomeLanguages = Field(
        default_factory=dict,
        description=(
            "The title for readers in other languages of the site. Not needed in the "
            "article's own language, nor on a site in one language."
        ),
        examples=[{"en": "China's population aged 60 and over exceeds 310 million"}],
    )
    kind: SourceKindWord = Field(
        default=SourceKind.NEWSPAPER,
        description="What the source is: `newspaper` (where it is left out), `agency` for the "
        "report of a news agency of which no paper is known, `bulletin`, `report`, `book`, "
        "`dataset`,"
        " or `web` for what is on the web only.",
        examples=["bulletin"],
    )
    language: LanguageCode = Field(
        default=ARTICLE_LANGUAGE,
        description=(
            "Language the article is written in: `zh` (where it is left out), `en` or "
            "another BCP 47 code."
        ),
        examples=["en"],
    )
    publication: EveryLanguage = Field(
        description="Newspaper, bulletin or publisher that it appeared in.",
        examples=[{"zh": "健康报", "en": "Health News"}],
    )
    publication_known_from: EveryLanguageProse = Field(
        default_factory=dict,
        description=(
            "What the name of the publication is inferred from, where the text does "
            "not print it: where an article appeared is then told in square brackets."
        ),
        examples=[
            {
                "zh": "署名记者与该报另一版相同",
                "en": "The reporter is that of another page of the paper",
            }
        ],
    )
    published: PublishedEntry = Field(
        description="When it appeared.", examples=[{"date": "2025-07-28"}]
    )
    page: TextLine | None = Field(
        default=None, description="Page that the article is on, as printed there.", examples=["1"]
    )
    issue: TextLine | None = Field(
        default=None,
        description="Number of the issue within its year, of what is cited by issue.",
        examples=["9"],
    )
    producer: EveryLanguage = Field(
        default_factory=dict,
        description="Who made the figures; never the newspaper.",
        examples=[{"zh": "民政部", "en": "Ministry of Civil Affairs"}],
    )
    url: Url | None = Field(
        default=None,
        description="Address of the article.",
        examples=["https://example.org/article"],
    )
    issue_url: Url | None = Field(
        default=None,
        description="Address of the day's issue, or of its page, where the article has none of "
        "its own: readers are led there instead.",
        examples=["https://example.org/2025-07-28/page-1"],
    )
    text: TextEntry | None = Field(
        default=None,
        description="Where the article's text is, for proving figures against it.",
        examples=[{"file": "000_701fc04d5dfa4049.txt", "lines": [["92", "150"]]}],
    )
    note: EveryLanguageProse = Field(
        default_factory=dict,
        description="Editor's note on the article.",
        examples=[{"zh": "转载。", "en": "A reprint."}],
    )
    without_figures: EveryLanguageProse = Field(
        default_factory=dict,
        description="Why no figure is taken from this article.",
        examples=[{"zh": "仅有图片。", "en": "A photograph only."}],
    )


class AreaEntry(Entry):
    """An entry of `content/areas.yaml`: a reference area; its key is its id."""

    title: EveryLanguageTitle = Field(
        description="Name of the area.", examples=[{"zh": "湖南省", "en": "Hunan"}]
    )
    kind: AreaKindWord = Field(
        description="`country`; `province`, or what ranks with one; `city`; `county`, or a "
        "district; `institution`, one hospital, school or firm;"
        " `group`, a named group of areas such as “the 12 pilot zones”: its members need not "
        "be declared.",
        examples=["province"],
    )
    part_of: Slug | None = Field(
        default=None,
        description="Id of the area it lies in; of a group, the area that holds all its members.",
        examples=["cn"],
    )
    iso: IsoCode | None = Field(default=None, description="ISO 3166 code.", examples=["CN-HN"])
    gbt2260: Gbt2260Code | None = Field(
        default=None, description="GB/T 2260 code, six digits.", examples=["430000"]
    )


class TitledEntry(Entry):
    """What a unit is called beside a title that says the rest of it."""

    words: list[TextLine] = Field(
        max_length=MOST_LISTED,
        min_length=1,
        description="Words of which a title has one, in small letters.",
        examples=[["人均", "每人"], ["per head", "per person"]],
    )
    one: UnitName | None = Field(
        default=None, description="After the number one, where that differs.", examples=["pound"]
    )
    other: UnitName = Field(description="After every other number.", examples=["元", "pounds"])


class LabelForms(Entry):
    """A unit's label where one and many differ, or where its figures are written otherwise than
    number by label.

    `every`, `rank`, `top` and `amount` are patterns: each holds `{n}` once, and a label has one of
    them at most. What follows `{n}` is in the place of the unit's label; in Chinese, where nothing
    follows it in `every`, that is the word that the article printed.
    """

    one: UnitName | None = Field(
        default=None, description="After the number one, where that differs.", examples=["person"]
    )
    other: UnitName = Field(
        description="After every other number, and alone in tables.", examples=["people", "人/年"]
    )
    every: UnitPatternText | None = Field(
        default=None,
        description=(
            "For a rate. `{n}` is the figure with its qualifier, so that what comes "
            "before it is first: 每年8000人左右, 每千人约25.76张."
        ),
        examples=["每年{n}", "每千人{n}张"],
    )
    rank: UnitPatternText | None = Field(
        default=None,
        description="For a place in a ranking; in English `{n}` is 1st, 2nd, 3rd.",
        examples=["第{n}位", "{n}"],
    )
    top: UnitPatternText | None = Field(
        default=None,
        description=(
            "For the first so many of a ranking; in English `{n}` is a word up to ten: top six."
        ),
        examples=["前{n}位", "top {n}"],
    )
    amount: UnitPatternText | None = Field(
        default=None,
        description="For a sign that is before the number. `{n}` is the number with its "
        "scale; qualifiers are before it all:"
        " more than €22.0 billion.",
        examples=["€{n}"],
    )
    once: UnitName | None = Field(
        default=None, description="What is written for one of it.", examples=["once a year"]
    )
    twice: UnitName | None = Field(
        default=None, description="What is written for two of it.", examples=["twice a year"]
    )
    titled: TitledEntry | None = Field(
        default=None,
        description="A shorter label for where the figure is beside the title of its "
        "indicator and the title says the rest;"
        " prose keeps the whole of it.",
        examples=[{"words": ["人均"], "other": "元"}],
    )

    @property
    def patterns(self) -> dict[PatternKind, tuple[str, str]]:
        """What comes before and behind the number in each pattern that is given."""
        given = {kind: getattr(self, kind.value) for kind in PatternKind}
        return {kind: pattern for kind, pattern in given.items() if pattern is not None}

    @model_validator(mode="after")
    def _has_one_pattern(self) -> Self:
        kinds = [kind.value for kind in self.patterns]
        if len(kinds) > 1:
            named = " and ".join(f"`{kind}`" for kind in kinds)
            raise refusal(
                FieldError(
                    "unit-pattern-malformed",
                    f"a label has {named}",
                    "keep one of these patterns",
                    (kinds[1],),
                    on_key=True,
                )
            )
        return self


UnitLabelText = Annotated[
    Annotated[UnitName, Tag(TEXT)] | Annotated[LabelForms, Tag(MAPPING)], Discriminator(_way)
]


class _UnitWords(Entry):
    words: list[TextLine] = Field(
        max_length=MOST_LISTED,
        default_factory=list,
        description="What an article may print right after the number. `printed` carries one "
        "of them, or none."
        " May be left out where figures are given as `value`.",
        examples=[["人", "名", "位"]],
    )


def _label_field(language: Language) -> Any:  # noqa: ANN401 - what pydantic makes a field of
    """The label of a unit in ``language``."""
    return Field(
        default=None,
        description=f"{language.name} label; required if `{language.code}` is a language of the "
        "site.",
        examples=[language.label_example],
    )


if TYPE_CHECKING:
    _UnitLabels = _UnitWords
else:
    _UnitLabels = create_model(
        "_UnitLabels",
        __base__=_UnitWords,
        **{
            code: (UnitLabelText | None, _label_field(language))
            for code, language in LANGUAGES.items()
        },
    )


class UnitEntry(_UnitLabels):
    """An entry of `content/units.yaml`: a unit of measure; its key is its id.

    It has a label for every language of the site.
    """

    one_is: UnitFormulaText | None = Field(
        default=None,
        description="What one of it is in other units, so that rules may compare them: units "
        "and numbers with `*` or `/` between them."
        " Units with %, ‰, 个百分点, 个千分点 or 个基点 need none.",
        examples=["yuan / person", "person", "hour / 60"],
    )

    @property
    def labels(self) -> dict[str, str | LabelForms]:
        """The labels that are given, by language."""
        given = {code: getattr(self, code) for code in LANGUAGES}
        return {code: label for code, label in given.items() if label is not None}

    @model_validator(mode="after")
    def _has_a_label_for_every_language(self, info: ValidationInfo) -> Self:
        faults = list(language_errors(self.labels, languages_of(info), complete=True))
        if faults:
            raise refusal(*faults)
        return self


class ReviewedEntry(Entry):
    """A second reader's sign-off."""

    by: TextLine = Field(
        description="Who compared the figure with the article.", examples=["second reader"]
    )
    date: Day = Field(description="When.", examples=["2025-11-30"])


class AlsoEntry(Entry):
    """A further printing of the same fact."""

    printed: Printed = Field(
        description="The figure exactly as printed there.", examples=["超3.1亿"]
    )
    source: Slug | None = Field(
        default=None,
        description="Article that prints it; the observation's own where it is left out.",
        examples=["ageing-bulletin-2024"],
    )
    near: TextLine | None = Field(
        default=None,
        description=(
            "A word or two close to it in the text, where the same characters are "
            "printed more than once."
        ),
        examples=["老年人口"],
    )
    key: Slug | None = Field(
        default=None,
        description="Tells two further printings in one source apart.",
        examples=["headline"],
    )
    part: PrintedPartWord | None = Field(
        default=None,
        description="Where it stands, if not in the body of the article: `headline`, `contents` "
        "or `key-points`; the last two are not on the article's page.",
        examples=["contents"],
    )
    period: UnknownPeriod | None = Field(
        default=None,
        description="`unknown` where this article does not state the period that the other does.",
        examples=["unknown"],
    )


class RevisionEntry(Entry):
    """What a figure said before it was changed.

    It stays for good, the oldest first; it has `printed` or `value`, with all that was beside it.
    """

    kind: RevisionKindWord = Field(
        description=(
            "`revision`: the source changed its figure; `correction`: this site had it wrong."
        ),
        examples=["correction"],
    )
    printed: Printed | None = Field(
        default=None, description="The earlier figure, as it was in `printed`.", examples=["31.78%"]
    )
    value: DecimalNumber | None = Field(
        default=None,
        description="The earlier `value`, for data that has no printed form.",
        examples=["1.10"],
    )
    relation: RelationSign | None = Field(
        default=None,
        description="With `value`: the earlier `relation`; `range` with `low` and `high`.",
        examples=["≈"],
    )
    low: DecimalNumber | None = Field(
        default=None, description="With `value`: the earlier `low`.", examples=["800"]
    )
    high: DecimalNumber | None = Field(
        default=None, description="With `value`: the earlier `high`.", examples=["1200"]
    )
    precision: Precision | None = Field(
        default=None, description="With `value`: the earlier `precision`.", examples=["10000"]
    )
    date: Day = Field(description="The day of the change.", examples=["2025-12-20"])
    reason: EveryLanguageProse = Field(
        description="Why it was changed, for readers.",
        examples=[{"zh": "抄录时颠倒了两位数字。", "en": "Two digits were swapped in copying."}],
    )
    source: Slug | None = Field(
        default=None,
        description=(
            "Article that printed the earlier figure; the observation's own where it is left out."
        ),
        examples=["first-report"],
    )
    period: StatedPeriod | None = Field(
        default=None, description="The earlier period, where that was changed.", examples=["2023"]
    )
    unit: Slug | None = Field(
        default=None, description="The earlier unit, where that was changed.", examples=["facility"]
    )

    @model_validator(mode="after")
    def _says_what_it_was(self) -> Self:
        is_bare = self.value is not None or self.relation is Relation.RANGE
        if (self.printed is None) != is_bare:
            hint = "write the earlier figure as `printed`, or as `value` where it was given so"
            raise refused("field-missing", "one of `printed` and `value` is missing", hint)
        return self


class DefaultsEntry(Entry):
    """What every observation of the file takes unless it says otherwise."""

    source: Slug | None = Field(
        default=None, description="Id of a source.", examples=["ageing-bulletin-2024"]
    )
    area: Slug | None = Field(default=None, description="Id of an area.", examples=["cn"])
    period: Period | None = Field(default=None, description="Time period.", examples=["2024-12-31"])
    status: StatusWord | None = Field(
        default=None, description="How firm the figures are.", examples=["observed"]
    )


class ObservationEntry(Entry):
    """An item of `observations`: one figure.

    It has `printed` or `value`; area, period, status and source come from itself or the defaults.
    """

    key: Slug | None = Field(
        default=None,
        description=(
            "Part of the id after `@`; required where an indicator has more than one observation."
        ),
        examples=["2027"],
    )
    printed: Printed | None = Field(
        default=None,
        description=(
            "The figure exactly as the article prints it: the shortest span that "
            "holds qualifier, number and unit."
        ),
        examples=["超过8.5万对", "1/3"],
    )
    value: DecimalNumber | None = Field(
        default=None,
        description=(
            "A number that has no Chinese printed form, as plain decimal text; it may "
            "be negative. Instead of `printed`."
        ),
        examples=["1.10", "-12.4"],
    )
    relation: RelationSign | None = Field(
        default=None,
        description=(
            "With `value`: `=` (default), `≈`, `≲`, `>`, `≥`, `<`, `≤`, `range` "
            "(`low` and `high`, no `value`). Quote what begins with `>`."
        ),
        examples=["≥"],
    )
    low: DecimalNumber | None = Field(
        default=None,
        description=(
            "With `value`: lower bound of the true number, where the relation does not say it."
        ),
        examples=["800"],
    )
    high: DecimalNumber | None = Field(
        default=None, description="With `value`: upper bound of the true number.", examples=["1200"]
    )
    precision: Precision | None = Field(
        default=None,
        description=(
            "With `value`: size of the last digit that counts; that of the last "
            "written digit where it is left out."
        ),
        examples=["10000"],
    )
    because: EveryLanguageProse = Field(
        default_factory=dict,
        description=(
            "With `value`: why it cannot be quoted as `printed`. Where the source has "
            "a `text`, the figure is not proven without it."
        ),
        examples=[
            {
                "zh": "原文是图，读数取自坐标轴。",
                "en": "The article has a drawing; the number is read off its axis.",
            }
        ],
    )
    area: Slug | None = Field(
        default=None, description="Id of the area the figure is about.", examples=["cn-cq"]
    )
    period: Period | None = Field(
        default=None,
        description=(
            "What the figure is about in time, never the article's date; `unknown` if "
            "the article prints none."
        ),
        examples=["2024-12-31", "2025-01/2025-09", "2012/..", "unknown"],
    )
    status: StatusWord | None = Field(
        default=None,
        description="`observed`; `target`, a level to reach by a date; `plan`, work "
        "announced; `standard`, a rule without a date; `estimate`;"
        " `derived`, printed nowhere and computed by the rule that `defines` it: it has no "
        "`printed`, no `value` and no source.",
        examples=["target"],
    )
    source: Slug | None = Field(
        default=None, description="Id of the article.", examples=["chongqing-plan"]
    )
    compared_with: StatedPeriod | None = Field(
        default=None,
        description=(
            "Base of a change: the period that an increase or decrease is measured "
            "from. Shown with the figure."
        ),
        examples=["2020"],
    )
    near: TextLine | None = Field(
        default=None,
        description=(
            "A word or two before or behind the figure in the text, where the same "
            "characters are printed more than once; no part of it."
        ),
        examples=["老年人口"],
    )
    context: EveryLanguageProse = Field(
        default_factory=dict,
        description=(
            "Why the period, area or unit is right though `verify` finds other words "
            "around the figure (`context-differs`)."
        ),
        examples=[
            {
                "zh": "句首的年份只管前半句。",
                "en": "The year at the head of the sentence belongs to its first half.",
            }
        ],
    )
    also: list[AlsoEntry] = Field(
        max_length=MOST_LISTED,
        default_factory=list,
        description="Further printings of the same fact.",
        examples=[[{"printed": "超3.1亿", "source": "ageing-bulletin-2024"}]],
    )
    preferred: EveryLanguageProse = Field(
        default_factory=dict,
        description=(
            "Where two sources print different figures of one indicator, area and "
            "period: on the one to use, why it is preferred. Both stay."
        ),
        examples=[{"zh": "统计公报晚于报道。", "en": "The bulletin is later than the article."}],
    )
    note: EveryLanguageProse = Field(
        default_factory=dict,
        description="Editor's note on the figure.",
        examples=[{"zh": "疑为误印。", "en": "Probably a misprint."}],
    )
    revisions: list[RevisionEntry] = Field(
        max_length=MOST_LISTED,
        default_factory=list,
        description=(
            "What it said before, the oldest first. A figure that was published never "
            "changes without one."
        ),
        examples=[
            [
                {
                    "kind": "correction",
                    "printed": "31.78%",
                    "date": "2025-12-20",
                    "reason": {"zh": "抄错。", "en": "An error in copying."},
                }
            ]
        ],
    )
    formerly: list[FigureId] = Field(
        max_length=MOST_LISTED,
        default_factory=list,
        description="Ids that it had before: their addresses lead to its page.",
        examples=[["elderly-care-services.home-beds"]],
    )
    producer: EveryLanguage = Field(
        default_factory=dict,
        description="Who made this figure, where its article passes on figures of several bodies; "
        "the producer of its source where it is left out.",
        examples=[{"zh": "广东省卫生健康委", "en": "Guangdong Provincial Health Commission"}],
    )
    review_by: Day | None = Field(
        default=None,
        description=(
            "The day by which an editor should look at it again; `check` lists it after that."
        ),
        examples=["2026-06-30"],
    )
    reviewed: ReviewedEntry | None = Field(
        default=None,
        description="A second reader's sign-off.",
        examples=[{"by": "second reader", "date": "2025-11-30"}],
    )


class PlausibleEntry(Entry):
    """The values that figures of an indicator may take, in its unit."""

    low: DecimalNumber = Field(description="The least.", examples=["0"])
    high: DecimalNumber = Field(description="The most.", examples=["100"])

    @model_validator(mode="after")
    def _ends_are_in_order(self) -> Self:
        if self.low > self.high:
            raise refusal(FieldError("bounds-disordered", "`low` is above `high`", "", ("low",)))
        return self


class IndicatorEntry(Entry):
    """An entry of `indicators`: what is measured; its key is the second part of the ids of its
    observations.
    """

    title: EveryLanguageTitle = Field(
        description=(
            "What is measured, in a few words. A text in braces that holds a comma "
            "must be in quotes."
        ),
        examples=[
            {"zh": "安宁疗护床位", "en": "Hospice beds"},
            {"zh": "在建和已建床位", "en": "Beds, built and planned"},
        ],
    )
    definition: EveryLanguageProse = Field(
        default_factory=dict,
        description=(
            "What exactly is counted, or the base of a share, where the title does not settle it."
        ),
        examples=[{"zh": "占总人口的比重。", "en": "Share of the total population."}],
    )
    unit: Slug = Field(description="Id of a unit.", examples=["bed"])
    scope: Slug | None = Field(
        default=None,
        description="The population or programme it is about, a word of your own, where that "
        "is not the area as a whole:"
        " a rule that mixes scopes needs a reason.",
        examples=["rural-doctors-programme"],
    )
    part_of: IndicatorId | None = Field(
        default=None,
        description=(
            "Indicator of the whole that it is a part of: no figure of it may exceed "
            "the whole's of the same area and period."
        ),
        examples=["elderly-care-services.beds"],
    )
    plausible: PlausibleEntry | None = Field(
        default=None,
        description=(
            "The values its figures may take. A share is otherwise expected between 0 "
            "and 100, and a series not to change more than tenfold."
        ),
        examples=[{"low": "0", "high": "300"}],
    )
    observations: Annotated[
        list[Annotated[ObservationEntry, SkipValidation]], Field(min_length=1)
    ] = Field(description="Its figures.", examples=[[{"printed": "1000张"}]])


class DatasetEntry(Entry):
    """A file `content/datasets/<dataset>.yaml`: indicators that belong together."""

    title: EveryLanguageTitle = Field(
        description="Name of the dataset.",
        examples=[{"zh": "养老服务供给", "en": "Elderly-care services"}],
    )
    topic: Slug | None = Field(
        default=None,
        description="Topic it belongs to; left out for figures that belong to none.",
        examples=["elderly-care"],
    )
    description: EveryLanguageProse = Field(
        default_factory=dict,
        description="What the dataset holds.",
        examples=[{"zh": "养老服务机构与床位。", "en": "Institutions and beds."}],
    )
    defaults: DefaultsEntry = Field(
        default_factory=DefaultsEntry,
        description="Source, area, period and status of observations that do not say.",
        examples=[{"source": "ageing-bulletin-2024", "area": "cn"}],
    )
    indicators: Annotated[
        dict[Slug, Annotated[IndicatorEntry, SkipValidation]], Field(min_length=1)
    ] = Field(
        description="Indicators by id, in the order of the page.",
        examples=[
            {
                "hospice-beds": {
                    "title": {"zh": "安宁疗护床位", "en": "Hospice beds"},
                    "unit": "bed",
                    "observations": [{"printed": "1000张"}],
                }
            }
        ],
    )


class LabelledFigure(Entry):
    """A figure with a label of its own in the chart."""

    id: FigureId = Field(
        description="Id of an observation.", examples=["elderly-care-services.beds"]
    )
    label: EveryLanguage = Field(
        default_factory=dict,
        description="Words that replace the indicator's title in the chart.",
        examples=[{"zh": "床位", "en": "Beds"}],
    )


ChartItem = Annotated[
    Annotated[FigureId, Tag(TEXT)] | Annotated[LabelledFigure, Tag(MAPPING)], Discriminator(_way)
]


class WithdrawnEntry(Entry):
    """That a chart or a rule was withdrawn: its address stays and says why."""

    on: Day = Field(description="The day of it.", examples=["2025-12-20"])
    because: EveryLanguageProse = Field(
        description="Why, in a sentence for readers.",
        examples=[
            {
                "zh": "两个数字的口径不同，不能放在一起比较。",
                "en": "The two figures count different things and do not compare.",
            }
        ],
    )
    see: TextLine = Field(
        default="",
        description="The page to see instead, from the site's root.",
        examples=["charts/beds-by-setting"],
    )
    corrected: Slug | None = Field(
        default=None,
        description="Id of the release whose note corrects `because`, which itself stays.",
        examples=["fifth-fact-check"],
    )


class ChartEntry(Entry):
    """A file `content/charts/<chart>.yaml`: what a chart shows."""

    kind: TextLine = Field(description="Kind of chart.", examples=["parts"])
    title: EveryLanguageTitle = Field(
        description="Title of the chart.",
        examples=[{"zh": "养老床位：机构与社区", "en": "Elderly-care beds by setting"}],
    )
    data: list[ChartItem] = Field(
        max_length=MOST_LISTED,
        min_length=1,
        description=(
            "Ids of the observations to show, each alone or as `{id, label}` with a "
            "label by language."
        ),
        examples=[["elderly-care-services.beds-institution"]],
    )
    total: FigureId | None = Field(
        default=None,
        description="Id of the whole that the data are parts of.",
        examples=["elderly-care-services.beds"],
    )
    reference: FigureId | None = Field(
        default=None,
        description="Id of the figure that the data are compared with, such as the national one.",
        examples=["elderly-care-services.beds"],
    )
    finding: EveryLanguageProse = Field(
        default_factory=dict,
        description=(
            "What the chart shows in a sentence, where the one made from the data does not do."
        ),
        examples=[{"zh": "床位集中在机构。", "en": "Most beds are in institutions."}],
    )
    note: EveryLanguageProse = Field(
        default_factory=dict,
        description="Note below the chart.",
        examples=[{"zh": "单位：张。", "en": "Beds."}],
    )
    breaks: list[FigureId] = Field(
        max_length=MOST_LISTED,
        default_factory=list,
        description=(
            "Ids of figures of a `line` from which on something else was counted: no "
            "line leads to them."
        ),
        examples=[["literacy.adults@2011"]],
    )
    group_by: GroupingWord | None = Field(
        default=None,
        description=(
            "What the figures of a group have in common, for the kinds that compare "
            "groups: `area`, `period` or `indicator`."
        ),
        examples=["area"],
    )
    hundred: EveryLanguage = Field(
        default_factory=dict,
        description=(
            "Who the hundred of `people-in-100` are, in Chinese with the word that "
            "counts them: they must be people."
        ),
        examples=[{"zh": "名新生儿", "en": "newborns"}],
    )
    checked: TextLine = Field(
        default="",
        description=(
            "How what `title` and `finding` say of all, each or most was checked, "
            "where the figures drawn do not settle it: for editors."
        ),
        examples=["the two counts of beds, by hand"],
    )
    order: OrderWord = Field(
        default="declared",
        description="`declared`: as listed; `value`: by size.",
        examples=["value"],
    )
    withdrawn: WithdrawnEntry | None = Field(
        default=None,
        description="That the chart was withdrawn; the rest of its file stays.",
        examples=[
            {
                "on": "2025-12-20",
                "because": {"zh": "口径不同。", "en": "They count different things."},
            }
        ],
    )


class RuleEntry(Entry):
    """An entry of a file `content/rules/<file>.yaml`: a relation that must hold, or the formula of
    a derived figure; its key is its id.
    """

    says: EveryLanguageProse = Field(
        description="What the rule says, in a sentence.",
        examples=[
            {
                "zh": "机构床位与社区床位之和等于总数。",
                "en": "Institutional and community beds make up the total.",
            }
        ],
    )
    rule: RuleText = Field(
        description="Ids of figures and plain numbers with `+ - * / ( )` between them, and "
        "between the sides `==`, `>=`, `<=`, `>` or `<`;"
        " or `rising(dataset.indicator)`, `falling(…)`. A minus has a space on both sides.",
        examples=[
            (
                "elderly-care-services.beds == elderly-care-services.beds-institution + "
                "elderly-care-services.beds-community"
            )
        ],
    )
    defines: FigureId | None = Field(
        default=None,
        description=(
            "Id of the figure of status `derived` that `rule` computes; there is no "
            "sign of comparison then."
        ),
        examples=["elderly-care-services.population"],
    )
    across: EveryLanguageProse = Field(
        default_factory=dict,
        description=(
            "Why figures of different areas, scopes or times may be in one rule. Required where "
            "they are."
        ),
        examples=[{"zh": "各省之和即全国。", "en": "The provinces make up the nation."}],
    )
    constants: EveryLanguageProse = Field(
        default_factory=dict,
        description=(
            "Where its plain numbers are from; a warning asks for it where they are "
            "others than 0, 1 and powers of ten that multiply."
        ),
        examples=[
            {
                "zh": "333是全国地级行政区的个数。",
                "en": "333 is the number of prefecture-level areas.",
            }
        ],
    )
    withdrawn: WithdrawnEntry | None = Field(
        default=None,
        description="That the rule was withdrawn; it is not worked out any more.",
        examples=[
            {"on": "2025-12-20", "because": {"zh": "只是巧合。", "en": "It was a coincidence."}}
        ],
    )


class MeasureEntry(Entry):
    """An entry of `content/measures.yaml`: indicators that measure the same, to be shown side by
    side; its key is its id.
    """

    title: EveryLanguageTitle = Field(
        description="What they measure.", examples=[{"zh": "家庭医生签约", "en": "Family doctors"}]
    )
    differs: EveryLanguageProse = Field(
        description="How the indicators do not count alike, for readers who compare them.",
        examples=[{"zh": "有的是份额，有的是人数。", "en": "Some are shares, some are people."}],
    )
    indicators: list[IndicatorId] = Field(
        max_length=MOST_LISTED,
        min_length=1,
        description="Ids of the indicators, in the order of the page. An indicator with "
        "figures of several areas or times needs no entry:"
        " it is compared with itself.",
        examples=[
            ["county-reform.family-doctor-rate", "hunan-public-health.family-doctor-residents"]
        ],
    )


class TileEntry(Entry):
    """An entry of `content/tiles.yaml`: an area's place in the schematic grid of areas; its key is
    the id of the area, declared or not.
    """

    label: EveryLanguage = Field(
        description="The area's name as short as it can be.", examples=[{"zh": "湖南", "en": "HN"}]
    )
    column: LineNumber = Field(
        description="Its column, counted from 1 at the left.", examples=["5"]
    )
    row: LineNumber = Field(description="Its row, counted from 1 at the top.", examples=["6"])


class ReleaseEntry(Entry):
    """An entry of `content/releases.yaml`: one publication of the site; its key is its id.

    `build.py diff OLD --format release` writes the lists.
    """

    time: Instant = Field(
        description="When it was published, in UTC.", examples=["2025-12-01T00:00:00Z"]
    )
    note: EveryLanguageProse = Field(
        description="What it is, for readers.",
        examples=[{"zh": "第一版。", "en": "First edition."}],
    )
    added: list[FigureId] = Field(
        default_factory=list,
        description="Figures that came.",
        examples=[["elderly-care-services.beds"]],
    )
    changed: list[FigureId] = Field(
        default_factory=list,
        description="Figures that changed.",
        examples=[["elderly-care-services.beds"]],
    )
    removed: list[FigureId] = Field(
        default_factory=list,
        description="Figures that went.",
        examples=[["elderly-care-services.beds"]],
    )


class TermEntry(Entry):
    """An entry of `content/glossary.yaml`: a term with the one translation that the site uses; its
    key is its id, part of its address.
    """

    term: EveryLanguage = Field(
        description="The term, as titles and texts write it: in English in the singular.",
        examples=[{"zh": "基层医疗卫生机构", "en": "primary health care facility"}],
    )
    definition: EveryLanguageProse = Field(
        description="What it means, for readers.",
        examples=[{"zh": "提供安宁疗护的床位。", "en": "A bed for people at the end of life."}],
    )
    standard: EveryLanguage = Field(
        default_factory=dict,
        description="The law, regulation or standard that settles it.",
        examples=[
            {
                "zh": "《中华人民共和国社会保险法》",
                "en": "Social Insurance Law of the People's Republic of China",
            }
        ],
    )
    also: list[TextLine] = Field(
        max_length=MOST_LISTED,
        default_factory=list,
        description=(
            "Other translations of it, which no title or label is to use: `check` "
            "warns and names the term."
        ),
        examples=[["grassroots institution", "primary care institution"]],
    )
    short: list[TextLine] = Field(
        default_factory=list,
        max_length=MOST_LISTED,
        description="Shorter forms that texts may use: their first mention leads to the "
        "definition as well.",
        examples=[["基本医保"]],
    )
    constants: EveryLanguageProse = Field(
        default_factory=dict,
        description="Where the numbers of its definition are from, which may hold none without it.",
        examples=[
            {
                "zh": "“10张”出自《养老机构管理办法》。",
                "en": "“10” is from the Measures for the Administration of Elderly Care "
                "Institutions.",
            }
        ],
    )


class IgnoredEntry(Entry):
    """An item of a list in `content/ignored.yaml`, which maps source ids to lists: a figure of the
    article that is left out on purpose.
    """

    printed: Printed = Field(description="The figure exactly as printed.", examples=["4个"])
    near: TextLine | None = Field(
        default=None,
        description=(
            "A word or two close to it in the text, where the same characters are "
            "printed more than once."
        ),
        examples=["老年人口"],
    )
    line: LineNumber | None = Field(
        default=None,
        description=(
            "Line of the file in which it begins, where the same characters are "
            "printed more than once."
        ),
        examples=["234"],
    )
    reason: TextLine = Field(
        description="Why it is left out, for other editors.",
        examples=["count of items listed in the same sentence"],
    )


class TopicEntry(Entry):
    """The front matter of `content/topics/<topic>/<language>.md`."""

    title: Title = Field(description="Title of the topic.", examples=["养老服务"])
    standfirst: ProseText = Field(
        description="What the page is about, in a sentence.", examples=["老年人口与养老服务。"]
    )
    menu: Title = Field(
        default="",
        description="A shorter title for the masthead, which has little room on a phone.",
        examples=["Primary care"],
    )
    leads: list[FigureId] = Field(
        max_length=MOST_LISTED,
        default_factory=list,
        description="Ids of the figures that open the page.",
        examples=[["elderly-care-services.beds"]],
    )


class PageEntry(Entry):
    """The front matter of `content/pages/<page>/<language>.md`."""

    title: Title = Field(description="Title of the page.", examples=["关于本站"])
    standfirst: ProseText = Field(
        default="", description="What the page is about, in a sentence.", examples=["本站说明。"]
    )
