"""Content of each kind that can be repeated without end: little sites in which one file grows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from string import ascii_lowercase

from msgspec import Struct

Files = dict[str, str]

DATASET = "content/datasets/monitoring.yaml"
RULES = "content/rules/sums.yaml"
TOPIC = "content/topics/water/en.md"
CHART = "content/charts/stations.yaml"
SOURCE = "content/sources/yearbook.yaml"
AREAS = "content/areas.yaml"
UNITS = "content/units.yaml"
LOCK = "content/evidence.lock"

_SITE = (
    "title: {en: Rivers in Figures}\nlanguages: [en]\nbase_url: null\nas_of: "
    "2025-06-30\ntopics: [water]\n"
)
_AREAS = "river-land: {title: {en: River Land}, kind: country}\n"
_UNITS = "station: {en: {one: station, other: stations}}\n"
_SOURCE = (
    "title: Water yearbook\nlanguage: en\npublication: {en: Statistical "
    "Office}\npublished: {date: 2025-03-01}\n"
)
_HEAD = (
    "title: {en: Monitoring}\ntopic: water\ndefaults: {source: yearbook, area: "
    "river-land, period: 2024, status: observed}\nindicators:\n"
)
_INDICATOR = (
    "  stations:\n    title: {en: Measuring stations}\n    unit: station\n    observations:\n"
)
_TOPIC = (
    "---\ntitle: Water\nstandfirst: How the rivers are watched.\nleads: "
    "[monitoring.stations@k0]\n---\n\n"
)
_ABOUT = "---\ntitle: About\n---\n\nThe figures come from the yearbook.\n"


class Kind(Struct, frozen=True):
    """Files in which something is ``n`` times, in the file ``grown``."""

    make: Callable[[int], Files]
    grown: str

    def site(self, n: int) -> Files:
        """A whole site in which it is ``n`` times."""
        return base() | self.make(n)


def base() -> Files:
    """The least site that has a figure."""
    return {
        "site.yaml": _SITE,
        AREAS: _AREAS,
        UNITS: _UNITS,
        SOURCE: _SOURCE,
        DATASET: dataset(_PLAIN),
        TOPIC: _TOPIC + "Rivers are watched.\n",
        "content/pages/about/en.md": _ABOUT,
    }


def dataset(
    observations: str, *, more: str = "", head: str = _HEAD, indicator: str = _INDICATOR
) -> str:
    """A dataset whose indicator has the ``observations``, and ``more`` indicators."""
    return head + indicator + observations + more


def proven(printed: str, text: str, lines: int) -> Files:
    """The files by which the one figure is ``printed`` in the file ``text``, an article of so many
    ``lines``.
    """
    source = (
        "title: 水利年鉴\ntitle_translated: {en: Yearbook}\npublication: {en: "
        "Statistical Office}\npublished: {date: 2025-03-01}\n"
    )
    return {
        SOURCE: f"{source}text: {{file: {text}, lines: [[1, {lines}]]}}\n",
        UNITS: "station: {words: [个], en: station}\n",
        DATASET: dataset(f"      - {{key: k0, printed: {printed}}}\n"),
    }


def _repeated(path: str, head: str, line: Callable[[int], str], tail: str = "") -> Kind:
    """A file of ``head``, ``n`` lines and ``tail``."""
    return Kind(lambda n: {path: head + "".join(line(i) for i in range(n)) + tail}, path)


def _observations(line: Callable[[int], str]) -> Kind:
    return _repeated(DATASET, dataset(_PLAIN), lambda i: line(i + 1))


def _indicators(line: Callable[[int], str]) -> Kind:
    return _repeated(DATASET, dataset(_PLAIN), line)


def _day(i: int) -> str:
    """The ``i``-th of a hundred thousand days before the site's own."""
    return f"{1700 + i // 336 % 300}-{i // 28 % 12 + 1:02}-{i % 28 + 1:02}"


def _with(kind: Kind, **files: str) -> Kind:
    named = {_PATHS[name]: text for name, text in files.items()}
    return Kind(lambda n: named | kind.make(n), kind.grown)


_PATHS = {
    "rules": RULES,
    "topic": TOPIC,
    "chart": CHART,
    "units": UNITS,
    "dataset": DATASET,
    "areas": AREAS,
    "source": SOURCE,
}


def _prose(line: Callable[[int], str], head: str = _TOPIC, tail: str = "\n") -> Kind:
    return _repeated(TOPIC, head, line, tail)


def _field(path: str, head: str, part: str, tail: str = "\n") -> Kind:
    return _repeated(path, head, lambda _: part, tail)


def _derived(rule: Callable[[int], str]) -> Kind:
    """Indicators ``d0`` to ``dn`` that rules define."""

    def make(n: int) -> Files:
        more = "".join(
            (
                f"  d{i}: {{title: {{en: Level {i}}}, unit: station, observations: [{{status: "
                f"derived, period: 2024}}]}}\n"
            )
            for i in range(n)
        )
        rules = "".join(
            f"r{i}: {{says: {{en: As told.}}, defines: monitoring.d{i}, rule: {rule(i)}}}\n"
            for i in range(n)
        )
        return {DATASET: dataset("      - {key: k0, value: 212}\n", more=more), RULES: rules}

    return Kind(make, DATASET)


def _chain(i: int, rule: str) -> str:
    return rule.replace("X", f"monitoring.d{i - 1}") if i else "monitoring.stations@k0 + 1"


def _chart_of(head: str) -> Kind:
    def make(n: int) -> Files:
        rows = "".join(
            f"      - {{key: k{i}, value: {i + 200}, period: {_day(i)}}}\n" for i in range(n + 2)
        )
        items = "".join(f"  - monitoring.stations@k{i}\n" for i in range(n + 2))
        return {DATASET: dataset(rows), CHART: f"{head}title: {{en: Stations}}\ndata:\n{items}"}

    return Kind(make, DATASET)


def _areas_chain(n: int) -> Files:
    more = "".join(
        (
            f"a{i}: {{title: {{en: Area {i}}}, kind: group, part_of: "
            f"{f'a{i - 1}' if i else 'river-land'}}}\n"
        )
        for i in range(n)
    )
    rows = "      - {key: k0, value: 212}\n" + f"      - {{key: k1, value: 2, area: a{n - 1}}}\n"
    return {AREAS: _AREAS + more, DATASET: dataset(rows)}


def _units_chain(n: int) -> Files:
    """Units that are each defined by the one before, the last of them used in a rule."""
    more = "".join(
        f"u{i}: {{en: unit {i}, one_is: {f'u{i - 1} * 2' if i else 'station'}}}\n" for i in range(n)
    )
    rows = "      - {key: k0, value: 212}\n"
    other = f"  others: {{title: {{en: Others}}, unit: u{n - 1}, observations: [{{value: 3}}]}}\n"
    return {
        UNITS: _UNITS + more,
        DATASET: dataset(rows, more=other),
        RULES: "r: {says: {en: x.}, rule: monitoring.others >= monitoring.stations@k0}\n",
    }


def _units_squared(n: int) -> Files:
    """Units that are each the square of the one before."""
    more = "".join(
        f"u{i}: {{en: unit {i}, one_is: {f'u{i - 1} * u{i - 1}' if i else 'station'}}}\n"
        for i in range(n)
    )
    other = f"  others: {{title: {{en: Others}}, unit: u{n - 1}, observations: [{{value: 3}}]}}\n"
    rows = "      - {key: k0, value: 212}\n"
    return {
        UNITS: _UNITS + more,
        DATASET: dataset(rows, more=other),
        RULES: "r: {says: {en: x.}, rule: monitoring.others >= monitoring.stations@k0}\n",
    }


def _many_sources_of_one_fact(n: int) -> Files:
    """One figure as many sources print it."""
    names = [
        "".join(letters)
        for letters, _ in zip(product(ascii_lowercase, repeat=4), range(n), strict=False)
    ]
    rows = "      - {key: k0, value: 212}\n" + "".join(
        f"      - {{key: {name}, value: 212, source: s-{name}}}\n" for name in names
    )
    return {DATASET: dataset(rows)} | {
        f"content/sources/s-{name}.yaml": _SOURCE.replace("Water", name) for name in names
    }


_RULE_HEAD = "r: {says: {en: As told.}, rule: "
_TERM = "monitoring.stations@k0"
_TITLED = _HEAD + "  stations:\n    title: {en: "
_TITLED_END = "}\n    unit: station\n    observations:\n      - {key: k0, value: 212}\n"
_WORDS = "station: {words: [个], en: station}\n"
_ALSO = "      - {key: k0, value: 212}\n      - {key: k1, value: 3, period: 2020, also: ["
_PLAIN = "      - {key: k0, value: 212}\n"


def _change(i: int) -> str:
    return (
        f"          - {{kind: correction, value: {i}, date: {_day(i)}, reason: {{en: It was "
        f"mistyped.}}}}\n"
    )


def _part(i: int, whole: str) -> str:
    return (
        f"  i{i}: {{title: {{en: Part {i}}}, unit: station, part_of: monitoring.{whole}, "
        f"observations: [{{value: 5}}]}}\n"
    )


def _rising(n: int) -> Files:
    rules = (
        f"r{i}: {{says: {{en: As told.}}, rule: rising(monitoring.stations)}}\n" for i in range(n)
    )
    return KINDS["observations"].make(n) | {RULES: "".join(rules)}


def _circle_of_areas(n: int) -> Files:
    return {
        AREAS: _AREAS
        + "".join(
            f"a{i}: {{title: {{en: Area {i}}}, kind: group, part_of: a{(i + 1) % n}}}\n"
            for i in range(n)
        )
    }


#: By name: what is again and again.
KINDS: Mapping[str, Kind] = {
    "observations": _observations(lambda i: f"      - {{key: k{i}, value: {i + 200}, period: {_day(i)}}}\n"),
    "observations-of-one-time": _observations(lambda i: f"      - {{key: k{i}, value: 212}}\n"),
    "observations-printed": _with(_observations(lambda i: f"      - {{key: k{i}, printed: {i + 200}个, period: {_day(i)}}}\n"), units=_WORDS),
    "observations-of-one-id": _observations(lambda _: "      - {key: k1, value: 212}\n"),
    "observations-malformed": _observations(lambda i: f"      - {{key: k{i}, value: 2x2, period: soon}}\n"),
    "observations-negative": _observations(lambda i: f"      - {{key: k{i}, value: -{i + 200}, period: {_day(i)}}}\n"),
    "observations-of-unknown-source": _observations(lambda i: f"      - {{key: k{i}, value: 212, source: nowhere{i}, period: {_day(i)}}}\n"),
    "observations-disagree": _observations(lambda i: f"      - {{key: k{i}, value: {10 ** (i % 2 * 4 + 2)}, period: {_day(i)}}}\n"),
    "observations-with-also": _field(DATASET, dataset(_ALSO), "{printed: 3, source: yearbook}, ", "]}\n"),
    "further-printings": _repeated(DATASET, dataset("      - key: k0\n        printed: 212个\n        also:\n"), lambda i: f"          - {{printed: 212个, key: b{i}}}\n"),
    "targets": _observations(lambda i: f"      - {{key: k{i}, value: 212, status: target, period: {_day(i)}}}\n"),
    "revisions": _repeated(DATASET, dataset("      - key: k0\n        value: 212\n        revisions:\n"), _change),
    "formerly": _field(DATASET, dataset("      - key: k0\n        value: 212\n        formerly: ["), "monitoring.old, ", "]\n"),
    "formerly-each": _observations(lambda i: f"      - {{key: k{i}, value: 212, period: {_day(i)}, formerly: [monitoring.old{i}]}}\n"),
    "many-sources-of-one-fact": Kind(_many_sources_of_one_fact, DATASET),
    "indicators": _indicators(lambda i: f"  i{i}: {{title: {{en: Indicator {i}}}, unit: station, observations: [{{value: {i}}}]}}\n"),
    "indicators-of-one-id": _indicators(lambda _: "  i: {title: {en: Indicator}, unit: station, observations: [{value: 1}]}\n"),
    "indicators-part-of-each-other": _indicators(lambda i: _part(i, f"i{max(i - 1, 0)}")),
    "indicators-part-of-one": _indicators(lambda i: _part(i, "stations")),
    "indicators-of-unknown-unit": _indicators(lambda i: f"  i{i}: {{title: {{en: Indicator {i}}}, unit: stat{i}, observations: [{{value: 5}}]}}\n"),
    "derived-chain": _derived(lambda i: _chain(i, "X + 1")),
    "derived-tree": _derived(lambda i: _chain(i, "X + X")),
    "derived-divided": _derived(lambda i: _chain(i, "X / X * X")),
    "derived-squared": _derived(lambda i: _chain(i, "X * X / monitoring.stations@k0")),
    "derived-circle": Kind(lambda n: _derived(lambda i: f"monitoring.d{(i + 1) % n} + 1").make(n), DATASET),
    "derived-of-derived-alone": Kind(lambda n: _derived(lambda i: f"monitoring.d{i + 1} * 2" if i < n - 1 else _TERM).make(n), DATASET),
    "rules": _repeated(RULES, "", lambda i: f"r{i}: {{says: {{en: As told.}}, rule: {_TERM} >= 1 + {i % 100}}}\n"),
    "rules-that-contradict": _repeated(RULES, "", lambda i: f"r{i}: {{says: {{en: As told.}}, rule: {_TERM} <= 1 + {i % 100}}}\n"),
    "rules-of-one-id": _repeated(RULES, "", lambda _: f"r: {{says: {{en: As told.}}, rule: {_TERM} >= 1}}\n"),
    "rules-malformed": _repeated(RULES, "", lambda i: f"r{i}: {{says: {{en: As told.}}, rule: {_TERM} >> 1}}\n"),
    "rules-rising": Kind(_rising, DATASET),
    "rule-of-terms": _field(RULES, _RULE_HEAD + f"{_TERM} >= 1", f" + {_TERM}", "}\n"),
    "rule-of-brackets": Kind(lambda n: {RULES: f"{_RULE_HEAD}{'(' * n}{_TERM}{')' * n} >= 1}}\n"}, RULES),
    "rule-of-minus": _field(RULES, _RULE_HEAD, "-", f"{_TERM} >= 1}}\n"),
    "rule-chain": _field(RULES, _RULE_HEAD + _TERM, f" <= {_TERM}", "}\n"),
    "rule-of-digits": _field(RULES, _RULE_HEAD + f"{_TERM} >= ", "1", "}\n"),
    "rule-of-letters": _field(RULES, _RULE_HEAD + f"{_TERM} >= ", "a", "}\n"),
    "areas": _repeated(AREAS, _AREAS, lambda i: f"a{i}: {{title: {{en: Area {i}}}, kind: city, part_of: river-land}}\n"),
    "areas-in-each-other": Kind(_areas_chain, AREAS),
    "areas-in-a-circle": Kind(_circle_of_areas, AREAS),
    "units": _repeated(UNITS, _UNITS, lambda i: f"u{i}: {{en: unit {i}}}\n"),
    "units-of-each-other": Kind(_units_chain, UNITS),
    "units-squared": Kind(_units_squared, UNITS),
    "unit-formula": _field(UNITS, _UNITS + "u: {en: unit, one_is: station", " * station", "}\n"),
    "unit-words": _repeated(UNITS, "station: {words: [", lambda i: f"个{i}, ", "], en: station}\n"),
    "topics-listed": _repeated("site.yaml", _SITE.replace("[water]\n", "[water"), lambda i: f", t{i}", "]\n"),
    "releases": _repeated("content/releases.yaml", "", lambda i: f'"2025-01-01T00:00:00Z{i}": {{note: {{en: First.}}, added: [{_TERM}]}}\n'),
    "release-of-ids": _field("content/releases.yaml", "first:\n  time: 2025-01-01T00:00:00Z\n  note: {en: First.}\n  added: [", f"{_TERM}, ", "]\n"),
    "measures": _repeated("content/measures.yaml", "", lambda i: f"m{i}: {{title: {{en: M}}, differs: {{en: D.}}, indicators: [{_TERM}]}}\n"),
    "tiles": _repeated("content/tiles.yaml", "", lambda i: f"t{i}: {{column: {i + 1}, row: 1, label: {{en: T}}}}\n"),
    "ignored": _repeated("content/ignored.yaml", "yearbook:\n", lambda i: f"  - {{printed: {i}个, because: a date}}\n"),
    "source-lines": _repeated(SOURCE, _SOURCE + "text:\n  file: a.txt\n  lines: [", lambda i: f"[{2 * i + 1}, {2 * i + 1}], ", "]\n"),
    "lock-lines": _repeated(LOCK, "v2\n", lambda i: f"monitoring.stations@k{i} 2025-01-01 {'a' * 64} 100 1 {i} 3 {'b' * 64} {'c' * 64}\n"),
    "lock-of-nonsense": _repeated(LOCK, "v2\n", lambda i: f"nonsense {i}\n"),
    "lock-of-digits": _field(LOCK, "v2\nmonitoring.stations@k0 ", "1"),
    "chart-bars": _chart_of("kind: bars\n"),
    "chart-line": _chart_of("kind: line\n"),
    "chart-then-and-now": _chart_of("kind: then-and-now\n"),
    "chart-parts": _chart_of("kind: parts\n"),
    "title-of-letters": _field(DATASET, _TITLED, "a", _TITLED_END),
    "title-of-words": _field(DATASET, _TITLED, "word ", _TITLED_END),
    "chart-title-of-letters": _field(CHART, "kind: bars\ndata: [monitoring.stations@k0]\ntitle: {en: ", "a", "}\n"),
    "chart-title-of-words": _field(CHART, "kind: bars\ndata: [monitoring.stations@k0]\ntitle: {en: ", "word ", "}\n"),
    "chart-title-of-numbers": _field(CHART, "kind: bars\ndata: [monitoring.stations@k0]\ntitle: {en: ", "一二", "}\n"),
    "chart-label-of-letters": _field(CHART, "kind: bars\ntitle: {en: Stations}\ndata: [{id: monitoring.stations@k0, label: {en: ", "a", "}}]\n"),
    "chart-finding-of-letters": _field(CHART, "kind: bars\ntitle: {en: Stations}\ndata: [monitoring.stations@k0]\nfinding: {en: ", "a", "}\n"),
    "chart-note-of-letters": _field(CHART, "kind: bars\ntitle: {en: Stations}\ndata: [monitoring.stations@k0]\nnote: {en: ", "a", "}\n"),
    "definition-of-letters": _field(DATASET, _TITLED + "S}\n    definition: {en: ", "a", _TITLED_END),
    "definition-of-digits": _field(DATASET, _TITLED + "S}\n    definition: {en: ", "1", _TITLED_END),
    "note-of-words": _field(DATASET, dataset("      - {key: k0, value: 212, note: {en: "), "word ", "}}\n"),
    "note-of-lines": _field(DATASET, dataset("      - key: k0\n        value: 212\n        note:\n          en: |\n"), "            word\n\n"),
    "unit-label": _field(UNITS, "station: {en: ", "a", "}\n"),
    "value-of-zeros": _field(DATASET, dataset("      - {key: k0, value: 0."), "0", "1}\n"),
    "value-of-digits": _field(DATASET, dataset("      - {key: k0, value: 1"), "0", "}\n"),
    "value-of-last-zeros": _field(DATASET, dataset("      - {key: k0, value: 1."), "0", "}\n"),
    "printed-of-digits": _field(DATASET, dataset("      - {key: k0, printed: "), "1", "}\n"),
    "printed-of-numerals": _field(DATASET, dataset("      - {key: k0, printed: "), "一万", "}\n"),
    "printed-of-hundreds": _field(DATASET, dataset("      - {key: k0, printed: "), "百", "}\n"),
    "printed-of-qualifiers": _field(DATASET, dataset("      - {key: k0, printed: "), "超过", "8}\n"),
    "printed-of-ranges": _field(DATASET, dataset("      - {key: k0, printed: 8"), "~9", "}\n"),
    "printed-of-spaces": _field(DATASET, dataset('      - {key: k0, printed: "8'), " ", '9"}\n'),
    "key-of-letters": _field(DATASET, dataset("      - {value: 1, key: "), "a", "}\n"),
    "period-of-digits": _field(DATASET, dataset("      - {key: k0, value: 1, period: "), "1", "}\n"),
    "url-of-letters": _field(SOURCE, _SOURCE + "url: https://data.gov/", "a"),
    "url-of-labels": _field(SOURCE, _SOURCE + "url: https://data", ".a"),
    "yaml-flow-lists": Kind(lambda n: {DATASET: _HEAD + "  x: " + "[" * n + "]" * n + "\n"}, DATASET),
    "yaml-flow-maps": Kind(lambda n: {DATASET: _HEAD + "  x: " + "{a: " * n + "b" + "}" * n + "\n"}, DATASET),
    "yaml-open": _field(DATASET, _HEAD + "  x: ", "["),
    "yaml-block-lists": _field(DATASET, _HEAD + "  x:\n    ", "- ", "b\n"),
    "yaml-questions": _field(DATASET, _HEAD + "  x:\n    ", "? ", "b\n"),
    "yaml-bare-keys": _field(DATASET, _HEAD + "  x: {", "a ,", "}\n"),
    "yaml-empty-items": _field(DATASET, _HEAD + "  x: [", "a,", "]\n"),
    "yaml-quotes": _field(DATASET, _HEAD + '  x: "', "\\n", '"\n'),
    "yaml-comments": _field(DATASET, dataset(_PLAIN), "# word\n"),
    "yaml-blank-lines": _field(DATASET, dataset(_PLAIN), "\n"),
    "yaml-spaces": _field(DATASET, dataset(_PLAIN), " "),
    "yaml-hyphens": _field(DATASET, dataset(_PLAIN) + "# ", "- "),
    "yaml-braces": _field(DATASET, dataset(_PLAIN) + "# ", "{"),
    "yaml-draft-ids": _field(DATASET, dataset(_PLAIN) + "# ", "figure-0"),
    "yaml-todo": _field(DATASET, dataset(_PLAIN), "# TODO\n"),
    "yaml-invisible": _field(DATASET, dataset(_PLAIN) + "# ", "\u200b"),
    "yaml-full-width": _field(DATASET, _HEAD + "  x: [", "，a: ", "\n"),
    "yaml-commas": _field(DATASET, dataset("      - {key: k0, value: 212, note: {en: a"), ", b", "}}\n"),
    "prose-word": _prose(lambda _: "a"),
    "prose-digits": _prose(lambda _: "1"),
    "prose-hanzi": _prose(lambda _: "水"),
    "prose-numerals": _prose(lambda _: "一"),
    "prose-years": _prose(lambda _: "2024年"),
    "prose-words": _prose(lambda _: "word "),
    "prose-lines": _prose(lambda _: "word\n"),
    "prose-paragraphs": _prose(lambda i: f"Word {ascii_lowercase[i % 26]}.\n\n"),
    "prose-links-apart": _prose(lambda _: "[a](data)\n\n"),
    "prose-links": _prose(lambda _: "[a](data) "),
    "prose-links-nowhere": _prose(lambda _: "[a](nowhere) "),
    "prose-links-out": _prose(lambda _: "[a](https://data.gov/x) "),
    "prose-links-open": _prose(lambda _: "[a]("),
    "prose-links-parts": _prose(lambda _: "[a](data#nowhere) "),
    "prose-brackets": _prose(lambda _: "["),
    "prose-brackets-closed": Kind(lambda n: {TOPIC: _TOPIC + "[" * n + "a" + "]" * n + "\n"}, TOPIC),
    "prose-parens": _prose(lambda _: "("),
    "prose-images": _prose(lambda _: "![a](b)"),
    "prose-references": _prose(lambda _: f"[[{_TERM}]] "),
    "prose-references-unknown": _prose(lambda _: "[[monitoring.none]] "),
    "prose-references-open": _prose(lambda _: "[["),
    "prose-charts": _prose(lambda _: "[[chart:none]]\n\n"),
    "prose-quotes": _prose(lambda _: "> "),
    "prose-quote-lines": _prose(lambda _: "> a\n"),
    "prose-stars": _prose(lambda _: "*"),
    "prose-stars-apart": _prose(lambda _: "*a "),
    "prose-stars-and-underscores": _prose(lambda _: "*a_b"),
    "prose-strong": _prose(lambda _: "**a** "),
    "prose-backticks": _prose(lambda _: "`"),
    "prose-backticks-apart": _prose(lambda i: "`" * (i % 60 + 1) + "a "),
    "prose-headings": _prose(lambda _: "## Heading\n\n"),
    "prose-headings-each": _prose(lambda i: f"## Heading {ascii_lowercase[i % 26]}{ascii_lowercase[i // 26 % 26]}\n\n"),
    "prose-hashes": _prose(lambda _: "#"),
    "prose-list": _prose(lambda _: "- a\n"),
    "prose-list-nested": _prose(lambda i: " " * (4 * min(i, 100)) + "- a\n"),
    "prose-list-marks": _prose(lambda _: "- "),
    "prose-table": _prose(lambda _: "| a | b |\n", _TOPIC + "| a | b |\n|---|---|\n"),
    "prose-table-wide": Kind(lambda n: {TOPIC: f"{_TOPIC}|{'a|' * n}\n|{'-|' * n}\n|{'b|' * n}\n"}, TOPIC),
    "prose-pipes": _prose(lambda _: "|"),
    "prose-html": _prose(lambda _: "<b>"),
    "prose-html-open": _prose(lambda _: "<"),
    "prose-html-attributes": _prose(lambda _: "a=b ", _TOPIC + "<a "),
    "prose-html-comments": _prose(lambda _: "<!--"),
    "prose-entities": _prose(lambda _: "&amp;"),
    "prose-ampersands": _prose(lambda _: "&"),
    "prose-backslashes": _prose(lambda _: "\\"),
    "prose-fences": _prose(lambda _: "```\n"),
    "prose-rules": _prose(lambda _: "- - -\n"),
    "prose-equals": _prose(lambda _: "a\n===\n"),
    "prose-definitions": _prose(lambda i: f"[a{i}]: b\n"),
    "prose-blank": _prose(lambda _: " "),
    "prose-newlines": _prose(lambda _: "\n"),
    "prose-tabs": _prose(lambda _: "a  \n"),
    "prose-urls": _prose(lambda _: "<https://data.gov> "),
    "prose-braces": _prose(lambda _: "{{ "),
    "prose-todo": _prose(lambda _: "[TODO] "),
    "prose-title": Kind(lambda n: {TOPIC: _TOPIC.replace("Water", "a" * n) + "Text.\n"}, TOPIC),
    "prose-standfirst": Kind(lambda n: {TOPIC: _TOPIC.replace("How", "a" * n) + "Text.\n"}, TOPIC),
    "prose-leads": Kind(lambda n: {TOPIC: _TOPIC.replace("[monitoring", "[" + f"{_TERM}, " * n + "monitoring") + "Text.\n"}, TOPIC),
}  # fmt: skip
