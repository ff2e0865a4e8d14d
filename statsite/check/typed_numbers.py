"""Prose types no number: a figure comes by reference, so that it cannot differ from the data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import replace

from statsite.check.prose import documents, in_body
from statsite.check.seen_text import seen_text, without_gaps
from statsite.grammar.lexicon import (
    DIGITS_OF_A_YEAR,
    FORMAL_NUMERALS,
    HAN_NUMERALS,
    HOTLINES,
    SMALL_NUMERALS,
)
from statsite.model import LocalisedText, Located, WrittenSite, location_of
from statsite.problems import Location, Problem, line_and_column
from statsite.prose import blanked

_HINT = "write [[dataset.indicator]], so that the figure comes from the data"
_ARABIC = re.compile(r"\d+(?:[.,．，]\d+)*|[¼-¾⅐-⅞]")
_ID = re.compile(
    r"(?<![\w.@-])[a-z][a-z0-9-]*(?:\.[a-z0-9-]+(?:@[a-z0-9-]+)?)?(?![\w@-])", re.ASCII
)

#: The powers of units (km²) and the numbers of atoms (CO₂) count nothing.
_EXPONENT = re.compile(r"(?<=[A-Za-zμΩ°])(?:[⁻⁺]?[¹²³⁴]+|[₀-₉]+(?:\.[₀-₉]+)?)")

#: Numerals of cheques. One alone is a word (大陆, 队伍, 收拾), or a digit that nothing else is; two
#: or more in a row are a number.
_FORMAL = re.compile(
    f"[{FORMAL_NUMERALS}貳陸][{FORMAL_NUMERALS}貳陸零〇百千万萬亿億]+|[壹贰叁肆柒捌玖佰仟]"
)

_TO = r"\s*[—–~～至到/-]\s*"
_OF_AGE = (
    r"(?=\s*(?:[及或]?以[上下内]|之间|年龄|的?(?:人|老|儿|青|少|妇|女|男|孩|婴|幼|居|学"
    "|患|参|群|组|段|者)))"
)
_CALLED = f"(?:便民|市民|政务|卫生|健康|医保|服务|咨询|公共){{0,3}}(?:{HOTLINES}|急救(?![站点车]))"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_PEOPLE = (
    "(?:people|persons?|adults?|children|infants|babies|women|men|girls|boys|residents"
    "|patients|those|anyone|everyone|population)"
)
_NAME = r"[A-Z][A-Za-z]*[-‑]?\d[\dA-Za-z]{0,3}(?:\.\d)?(?![\dA-Za-z])"

# Whatever holds digits and counts nothing: years and dates, ordinals, ages and classes that define
# a population, the base of a rate, names such as 5G, COVID-19 and 12345热线, the numbers of lists.
_ALLOWED = {
    "zh": re.compile(
        rf"""
          (?<!\d)(?:19|20)\d\d(?:{_TO}(?:19|20)?\d\d)?\s*年度?(?:\s*\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*月份?(?:\s*\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*[日号])?)?
        | (?<![\d.])\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*月份?(?!龄)
          (?:\s*\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*[日号])?
        | \d{{1,2}}\s*世纪(?:\s*\d0\s*年代)? | (?<!\d)\d0\s*(?:年代|后(?=人群|群体|的))
        | 第\s*\d+(?:\s*[—–~～至、-]\s*\d+)?
        | 〔(?:19|20)\d\d〕\s*\d+\s*号 | [（(]\d{{1,2}}[）)] | ^[ \t]*\d+[.、)][ \t]
        | (?<![\d.])\d{{1,3}}(?:{_TO}\d{{1,3}})?\s*(?:周?岁|个?月龄?)(?:组|段)?{_OF_AGE}
        | (?:年满|未满|不满)\s*\d{{1,3}}\s*周?岁
        | (?<![\d.])\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*[型级号]
        | (?<![\d.])[1-4]\s*期(?=临床|试验|工程|项目|建设)
        | (?<![\d.])\d{{1,3}}\s*周年 | (?<!\d)\d{{1,2}}[-‑]?三体
        | 每\s*10+\s*(?=[万名个位人张])
        | (?<!\d)\d{{3,5}}(?={_CALLED})
        | (?<![A-Za-z])(?!RMB|CNY|USD){_NAME} | (?<![\dA-Za-z.])[1-9][GD](?![A-Za-z])
        | (?:[见如和及与、（(]|^)[ \t]*(?:图|表|附件|附表)[ \t]*\d{{1,2}}(?![\d.])
        """,
        re.VERBOSE | re.MULTILINE,
    ),
    "en": re.compile(
        rf"""
          (?<![\d.,])(?<!(?:more|less)\ than\ )(?<!fewer\ than\ )
          (?<!nearly\ )(?<!about\ )(?<!least\ )
          (?<!almost\ )(?<!some\ )
          (?P<year>(?:19|20)\d\d)(?:s\b|\s*[–/-]\s*(?:19|20)?\d\d\b)?(?![\d%‰]|[.,]\d)
        | \b\d{{1,2}}(?:\s*[–-]\s*\d{{1,2}})?\s+{_MONTH}\b
        | \b{_MONTH}\s+\d{{1,2}}(?:\s*[–-]\s*\d{{1,2}})?\b
        | \b\d+(?:st|nd|rd|th)\b
        | (?i:\baged?|\bages)\s+(?:(?:between|over|under|above|below|from)\s+)?
          \d{{1,2}}(?:\s*(?:[–-]|to|and)\s*\d{{1,2}})?\b(?!%)
        | (?i:\b{_PEOPLE})\s+(?:over|under|above|below|younger\ than|older\ than)\s+\d{{1,2}}\b(?!%)
        | (?i:\b(?:over|under)-)\d{{1,2}}(?:s\b|(?=-year|\s+(?:age|child|mortality)))
        | \b\d{{1,2}}(?:\s+years)?\s+(?:and|or)\s+(?:over|older|above|under|younger|below)\b
        | \b\d{{1,2}}\+(?=\s+(?:age|population|group))
        | \b\d{{1,2}}(?:\s*[–-]\s*\d{{1,2}})?-(?:year|month)-olds?\b
        | (?i:\b(?:type|class|grade|stage|level|phase|category|tier))[\s-]+\d{{1,2}}\b(?!%|[.,]\d)
        | (?i:\b(?:pages?|section|chapter|table|figure|article|issue|part|no\.))
          \s*\d{{1,3}}(?:\s*[–-]\s*\d{{1,3}})?\b(?!%|[.,]\d)
        | (?i:\b(?:per|every))\s+1(?:0{{0,2}}(?:,000)+|0+)\b
        | \b(?!RMB|CNY|USD|Over|Under|Top){_NAME} | (?<![\w.,])[1-9][GD]\b
        | \(\d{{1,2}}\) | ^[ \t]*\d+\.[ \t]
        """,
        re.VERBOSE | re.MULTILINE,
    ),
}

_CHINESE_NUMERAL = re.compile("[〇零一二三四五六七八九十百千万亿廿卅]")
_DIGITS = f"{HAN_NUMERALS}廿卅"

# Chinese numerals that count nothing, and idioms and names whose characters only look like a number
# and its unit.
_ALLOWED_CHINESE = re.compile(
    rf"""
      第[{_DIGITS}]+ | [二一][{DIGITS_OF_A_YEAR}]{{3}}年
    | [{SMALL_NUMERALS}]{{1,3}}月(?:[{SMALL_NUMERALS}]{{1,3}}[日号])?
    | (?<![{_DIGITS}])[{_DIGITS}]{{1,9}}(?:至[{_DIGITS}]{{1,9}})?
      (?:周?岁|个月龄?)(?:组|段)?{_OF_AGE} | (?:年满|未满|不满)[{_DIGITS}]{{1,9}}周?岁
    | (?<![{_DIGITS}])[{_DIGITS}]{{1,9}}
      (?:年(?=[代级制期]|行动|计划|规划|攻坚)
      |周年|部门|部委|部分|支柱|次元|次产业|场所|条腿|位一体|位数|[级型])
    | 近[{_DIGITS}]{{1,9}}(?:年|个月)来? | [数几上][百千万]+年
    | (?:[这那]|(?<![因从由如至])此|上述|前述)[{_DIGITS}]{{1,9}} | 每[十百千万亿]+
    | 千家万户 | 三支一扶 | 八项规定 | 九项准则 | 五台[山县] | 三台县 | 七台河 | 五家渠
    | 三天两头 | 三番[五两]次 | [两五]次三番 | 三年五载 | 三人(?:成虎|行|民)
    | 十年(?:树木|如一日|寒窗) | 三天打鱼 | 两天晒网
    | (?<![之{_DIGITS}])(?:万?一|二)(?![{_DIGITS}分成半]|个百分点)
    """,
    re.VERBOSE,
)
_SHARE = re.compile(
    rf"(?<![{_DIGITS}])[{_DIGITS}]{{1,9}}分之[{_DIGITS}]{{1,9}}"
    r"|[一两三四五六七八九]成[一二三四五六七八九]?(?![员立为果效分功就长型本都绩熟不])[多余]?"
    r"|(?<=[近超过约足到占达逾])一半|一半(?=以[上下]|左右|多)|半数|半个?小时"
)
#: What makes a number of a scale without a digit, which else is an idiom or a name (百姓, 百日咳,
#: 万元户; but 近百家, 上千人, 百余场).
_QUALIFIERS = tuple("近超过逾约上数几到足")
_LONGEST_NUMERAL = 24

#: Where words explain, they may say of how many parts a thing is: 由两个部分组成.
_EXPLAINED = frozenset({"differs", "description", "definition"})
_PARTS = re.compile("[两二三四五六七八九][个项类种级方]")


def prose_types_no_number(site: WrittenSite) -> Iterator[Problem]:
    """``bare-numeral``: a number typed into a title, a standfirst, a body, a chart's finding, a
    measure, a tile, the title or description of a dataset, or a term and its definition.
    """
    words = all_unit_words(site)
    known = (
        site.observations.keys()
        | site.charts.keys()
        | site.withdrawn_charts.keys()
        | {chart.kind for chart in site.charts.values()}
    )
    for language, document in documents(site):
        for text, location in (
            (document.title, document.title_location),
            (document.standfirst, document.standfirst_location),
        ):
            yield from _in_line(text, location, language, words)
        for offset, numeral in bare_numerals(_without_ids(document.body, known), language, words):
            yield _problem(numeral, in_body(document, *line_and_column(document.body, offset)))
    for thing, key, texts in _words_beside_figures(site):
        for language, text in texts.items():
            at = location_of(thing, f"{key}.{language}")
            found = bare_numerals(text, language, words)
            yield from (
                _problem(numeral, replace(at, column=at.column + offset))
                for offset, numeral in found
                if key not in _EXPLAINED or not _PARTS.fullmatch(numeral)
            )


def _words_beside_figures(site: WrittenSite) -> Iterator[tuple[Located, str, LocalisedText]]:
    """What is said of figures outside prose, in sentences and headings that show none: a number in
    it would be one that nothing proves.
    """
    yield from ((chart, "finding", chart.finding) for chart in site.charts.values())
    for measure in site.measures.values():
        yield from ((measure, "title", measure.title), (measure, "differs", measure.differs))
    yield from ((tile, "label", tile.label) for tile in site.tiles.values())
    for dataset in site.datasets.values():
        yield from (
            (dataset, "title", dataset.title),
            (dataset, "description", dataset.description),
        )
    for term in site.glossary.values():
        yield from ((term, "term", term.term), (term, "definition", term.definition))


def _without_ids(text: str, known: Container[str]) -> str:
    """``text`` with what the site's figures, charts and kinds of charts are called blanked: an id
    counts nothing.
    """
    return _ID.sub(lambda found: _blank(found) if found[0] in known else found[0], text)


def _in_line(
    text: str, location: Location, language: str, words: tuple[str, ...]
) -> Iterator[Problem]:
    for offset, numeral in bare_numerals(text, language, words):
        yield _problem(numeral, Location(location.path, location.line, location.column + offset))


def _problem(numeral: str, location: Location) -> Problem:
    return Problem(
        "bare-numeral", f"the number `{numeral}` is typed into the prose", location, _HINT
    )


def plain_digits(text: str) -> str:
    """``text`` with an ASCII digit for every other character that is a number, whatever its script,
    circle or height; as long as it is.

    A numeral that is more than one digit (⑫, Ⅻ) becomes one: what it is does not matter, but that
    it is a number does.
    """
    return "".join(
        c if c.isascii() or not _is_numeral(c) else str(int(unicodedata.numeric(c)) % 10)
        for c in text
    )


def _is_numeral(character: str) -> bool:
    """Whether a character is a digit or numeral; Chinese ones (一, ㈠) are letters, and a fraction
    (½) has no digit for it.
    """
    if unicodedata.category(character)[0] != "N" or unicodedata.numeric(character) % 1:
        return False
    return not _CHINESE_NUMERAL.search(unicodedata.normalize("NFKC", character))


def all_unit_words(site: WrittenSite) -> tuple[str, ...]:
    """Every word the site's units may be printed with, or are called by in English,
    longest first.
    """
    printed = {word for unit in site.units.values() for word in unit.words}
    called = {
        name
        for unit in site.units.values()
        if "en" in unit.label
        for name in (unit.label["en"].one, unit.label["en"].other)
    }
    return tuple(
        sorted(
            {word for word in printed | called if word[:1].isalpha()},
            key=lambda word: (-len(word), word),
        )
    )


def bare_numerals(text: str, language: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Offset and text of each number typed into ``text``, references, link targets and allowed
    numerals aside.
    """
    units = "|".join(map(re.escape, words)) or "(?!)"
    counts = re.compile(rf"\s+(?:{units})\b")

    def blank_unless_counting(found: re.Match[str]) -> str:
        is_count = (
            language == "en"
            and found[0] == found["year"]
            and counts.match(found.string, found.end())
        )
        return found[0] if is_count else _blank(found)

    seen = without_gaps(seen_text(_EXPONENT.sub(_blank, blanked(text))))
    evened = plain_digits(seen.text)
    plain = _ALLOWED[language].sub(blank_unless_counting, evened)
    found = [numeral.span() for numeral in _ARABIC.finditer(plain)]
    if language == "zh":
        found += [numeral.span() for numeral in _FORMAL.finditer(plain)]
        found += _chinese_numerals(_ALLOWED_CHINESE.sub(_blank, _FORMAL.sub(_blank, plain)), units)
    for start, end in sorted(seen.span(*span) for span in found):
        yield start, text[start:end]


def _chinese_numerals(text: str, units: str) -> Iterator[tuple[int, int]]:
    """Start and end of each share, and of each Chinese numeral that a unit word follows."""
    yield from (share.span() for share in _SHARE.finditer(text))
    numeral = (
        f"(?<![{_DIGITS}])(?P<number>[{_DIGITS}]{{1,{_LONGEST_NUMERAL}}})"
        f"(?P<more>[多余来几]?)[万亿]?(?:{units})"
    )
    for found in re.finditer(numeral, text):
        is_scale_alone = not found["number"].strip("百千万亿") and not found["more"]
        if not is_scale_alone or text.endswith(_QUALIFIERS, 0, found.start()):
            yield found.span()


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
