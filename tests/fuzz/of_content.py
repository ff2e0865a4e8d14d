"""Fuzzing what reads content: YAML, whole sites, the evidence lock, the words of templates, and the
language of rules.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from statsite import expressions, interface_texts
from statsite.evidence.lock import read_lock, write_lock
from statsite.expressions import (
    Comparison,
    Expression,
    FigureReference,
    Malformed,
    Negation,
    NumberLiteral,
    Operation,
    RuleRelation,
    Series,
)
from statsite.pipeline import check
from statsite.problems import Problem, Severity
from statsite.quantity import decimal_text
from statsite.read.text import character_problems, decode_text, first_refused
from statsite.read.yaml_tree import places, plain, read_tree
from statsite.render.environment import TEMPLATES
from tests.fuzz.target import Target, assert_told_in_place
from tests.fuzz.texts import edited, sometimes_grown, texts_of
from tests.support.smallest import SMALLEST

PATH = "f.yaml"

_YAML = (
    "a: ", "b: 甲\n", "- ", "-", "? ", ": ", ":", ",", ", ", "[", "]", "{", "}", "{a: b}", "&x ",
    "*x", "!!str ", "! ", "|\n  x\n", ">-\n  x\n",
    "'", "''", '"',
    '"\\x41"', '"\\u4e00"', "\\", "# c\n", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "\n", "\n  ",
    "\n    ", "  ", "@", "`", "~", "：", "，", "“",
    "1.10", "null",
)  # fmt: skip


def yaml_is_read_as_written(text: str) -> None:
    """A tree, or problems that have a place; what has no problem is what YAML's own loader reads,
    each value at a place of the text.
    """
    if first_refused(text.replace("\t", "")):
        return  # no file with such a character is read as YAML
    problems: list[Problem] = []
    tree = read_tree(text, PATH, problems)
    assert_told_in_place(problems, PATH, text)
    assert tree is not None or problems
    if tree is not None and not problems:
        assert plain(tree) == yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - it builds text only
        assert_told_in_place(
            [Problem("value", "stands here", location) for _, location in places(tree)], PATH, text
        )


_VALUES = st.recursive(
    st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=12,
).filter(bool)
_WRITTEN = st.tuples(
    _VALUES,
    st.sampled_from((None, '"', "'", "|", ">")),
    st.sampled_from((None, True, False)),
    st.integers(20, 200),
)


def values_are_read_back(made: tuple[object, str | None, bool | None, int]) -> None:
    """What another program wrote as YAML is read back the same, or refused with a problem."""
    value, style, flow, width = made
    written = yaml.dump(
        value,
        allow_unicode=True,
        default_style=style,
        default_flow_style=flow,
        width=width,
        sort_keys=False,
        Dumper=yaml.SafeDumper,
    )
    problems = list(character_problems(written, PATH))
    tree = read_tree(written, PATH, problems)
    assert problems or (tree is not None and plain(tree) == value), written


def bytes_are_text_or_refused(raw: bytes) -> None:
    """Text without byte-order mark, or one problem at a place."""
    found = decode_text(raw, PATH)
    if isinstance(found, Problem):
        assert found.location.path == PATH
        assert found.hint
    else:
        assert found.encode() == raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


_LOCK_LINE = (
    f"care.beds 2025-11-01 text={'0' * 16} size=90 paragraph=2 at=12+3 "
    f"sentence={'1' * 16} figure={'f' * 16}\n"
)
_LOCK = (
    f"# v2, written\n{_LOCK_LINE}care.beds@2027 {_LOCK_LINE.partition(' ')[2]}audit "
    "digit-changed printed tried=9 text=8 lock=7 rules=6\n"
)
_LOCK_PIECES = (
    "# v2",
    "# v1\n",
    "# v3\n",
    "\n",
    " ",
    "text=",
    "size=",
    "at=1+2",
    "9" * 40,
    "0",
    "-1",
    "audit ",
    "<<<<<<< ours\n",
    "=======\n",
    _LOCK_LINE,
    "２",
)


def lock_is_read_or_refused(text: str) -> None:
    """Problems at their lines; what has none is written and read again the same."""
    lock, problems = read_lock(text, PATH)
    assert_told_in_place(problems, PATH, text)
    if not problems and not any(proof.is_outdated for proof in lock.proofs.values()):
        assert read_lock(write_lock(lock.proofs, lock.audit), PATH) == (lock, [])


_WORDS_PIECES = (
    "{n}", "{}", "{0}", "{n.__class__}", "{n!r}", "{n:>999999999}", "{{", "}}", "{", "}", "{title}",
    "[x]", "zh: ", "en: ", "legend", "\n", "  ",
    ": ", "{zh: 甲, en: b}",
)  # fmt: skip


@cache
def _words_of_the_program() -> str:
    return (TEMPLATES / interface_texts.TEXTS_FILE_NAME).read_text(encoding="utf-8")


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """A folder for what is written to be read; removed when the run ends."""
    return tempfile.TemporaryDirectory(prefix="fuzz-")


def words_fill_in_what_is_known(text: str) -> None:
    """Words that every place can fill in with what it has, and nothing else; or problems at a place
    of the site's own file.
    """
    own = Path(_folder().name) / "templates"
    own.mkdir(exist_ok=True)
    (own / interface_texts.TEXTS_FILE_NAME).write_bytes(text.encode("utf-8", "replace"))
    told = _loaded(own)
    if isinstance(told, interface_texts.TemplatesError):
        assert told.problems
        assert_told_in_place(told.problems, interface_texts.TEXTS_PATH, text)
        return
    for key, known in _blanks_by_key().items():
        for by_key in told.values():
            if key in by_key:
                by_key[key].format(**dict.fromkeys(known, 1))  # also fits `{n:,}`


def _loaded(own: Path) -> interface_texts.InterfaceTexts | interface_texts.TemplatesError:
    try:
        return interface_texts.load_interface_texts((own, TEMPLATES))
    except interface_texts.TemplatesError as fault:
        return fault


@cache
def _blanks_by_key() -> Mapping[str, frozenset[str]]:
    """What the program fills into each of its own words."""
    own = interface_texts.load_interface_texts((TEMPLATES,))
    keys = {key for told in own.values() for key in told}
    return {
        key: frozenset(
            name
            for told in own.values()
            for _, name, _, _ in Formatter().parse(told.get(key, ""))
            if name
        )
        for key in keys
    }


_IDS = st.from_regex(
    r"[a-z0-9]([a-z0-9-]{0,4}[a-z0-9])?\.[a-z0-9]([a-z0-9-]{0,4}[a-z0-9])?(@[a-z0-9]{1,3})?",
    fullmatch=True,
)
_NUMBERS = st.from_regex(r"(0|[1-9][0-9]{0,5})(\.[0-9]{1,4})?%?", fullmatch=True)
_RULE_PIECES = (
    "a.b", "care.beds@2027", "x-y.z-1", "1", "0.5", "20%", "+", " - ", "-", "*", "/", "(", ")",
    "==", ">=", "<=", ">", "<", " ", "rising(",
    "falling(a.b)", "=", "≥", "×",
    "，", "a.b-", ".", "@", "%", "9" * 16, "((((", "- - - -",
)  # fmt: skip


def _expressions() -> SearchStrategy[str]:
    leaves = _IDS | _NUMBERS

    def larger(inner: SearchStrategy[str]) -> SearchStrategy[str]:
        joined = st.builds(
            lambda left, sign, right: f"{left} {sign} {right}",
            inner,
            st.sampled_from("+-*/"),
            inner,
        )
        return joined | inner.map("({})".format) | inner.map("-({})".format)

    return st.recursive(leaves, larger, max_leaves=12)


_SIDES = st.lists(_expressions(), min_size=2, max_size=3)
_RULES = st.builds(
    lambda sides, sign: f" {sign} ".join(sides),
    _SIDES,
    st.sampled_from(("==", ">=", "<=", ">", "<")),
)


def rules_are_parsed_or_refused(text: str) -> None:
    """A reason with a place in the text, or a tree that, written out, is parsed as the
    same tree.
    """
    for parse in (expressions.parse_relation, expressions.parse_expression):
        tree = parse(text)
        if isinstance(tree, Malformed):
            assert 0 <= tree.at <= len(text)
            assert tree.message
        else:
            again = parse(_written(tree))
            assert not isinstance(again, Malformed), again
            assert _shape(again) == _shape(tree)


def sound_rules_are_parsed(text: str) -> None:
    """What follows the grammar of rules is a rule."""
    assert isinstance(expressions.parse_relation(text), Comparison)
    rules_are_parsed_or_refused(text)


def _written(tree: Expression | RuleRelation) -> str:
    match tree:
        case NumberLiteral():
            return decimal_text(tree.value, None) + ("%" if tree.is_percent else "")
        case FigureReference():
            return tree.id
        case Negation():
            return f"-({_written(tree.operand)})"
        case Operation():
            return f"({_written(tree.left)}) {tree.operator} ({_written(tree.right)})"
        case Series():
            return f"{tree.function}({tree.indicator})"
        case Comparison():
            return _written(tree.sides[0]) + "".join(
                f" {sign} {_written(side)}"
                for sign, side in zip(tree.signs, tree.sides[1:], strict=True)
            )


def _shape(tree: Expression | RuleRelation) -> object:
    """A tree without its places."""
    match tree:
        case NumberLiteral():
            return tree.value, tree.is_percent
        case FigureReference():
            return tree.id
        case Negation():
            return "-", _shape(tree.operand)
        case Operation():
            return tree.operator, _shape(tree.left), _shape(tree.right)
        case Series():
            return tree.function, tree.indicator
        case Comparison():
            return tree.signs, tuple(map(_shape, tree.sides))


_SITE_PIECES = (
    *_YAML, "printed: ", "value: ", "超过", "万", "张", "%", "source: bulletin", "period: ",
    "2024-12-31", "unknown", "[[care.beds]]",
    "[[chart:beds]]", "zh", "en", "key: ",
    "999999999999999999999", "-1", "0.", "care.beds", "status: derived", "defines: ", "==",
    "| a | b |\n|---|---|\n", "> ", "# ", "```", "](",
    "[", "](about)", "TODO",
)  # fmt: skip


#: A small site in which every kind of file occurs.
_FILES: Mapping[str, str] = {
    **SMALLEST,
    "content/charts/beds.yaml": (
        "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds, {id: care.places, label: {zh: "
        "其中, en: Of them}}]\n"
    ),
    "content/rules/care.yaml": (
        "parts:\n  says: {zh: 养老床位不少于社区床位, en: Beds are no fewer than places}\n  "
        "rule: care.beds >= care.places * 1.5\n"
        "rest:\n  says: {zh: 其余, en: The rest}\n  rule: care.beds - care.places\n  defines: "
        "care.rest\n"
    ),
    "content/releases.yaml": (
        'first: {time: "2025-11-01T00:00:00Z", note: {zh: 第一版, en: First edition}, added: '
        "[care.beds]}\n"
    ),
    "content/measures.yaml": (
        "beds: {title: {zh: 床位, en: Beds}, differs: {zh: 不同。, en: They differ.}, indicators: "
        "[care.beds, care.places]}\n"
    ),
    "content/tiles.yaml": "cn: {column: 1, row: 2, label: {zh: 全国, en: CN}}\n",
    "content/ignored.yaml": "bulletin: [{printed: 4个, reason: a list}]\n",
    "content/evidence.lock": _LOCK,
    "content/datasets/care.yaml": (
        f"{SMALLEST['content/datasets/care.yaml']}"
        "  places:\n    title: {zh: 社区床位, en: Places}\n    unit: bed\n    part_of: "
        "care.beds\n    observations:\n"
        "      - {printed: 超过291.5万张, also: [{printed: 近292万}], note: {zh: 注, en: A note}}\n"
        '      - {key: "2023", value: 2800000, relation: "≥", precision: 1000, period: 2023, '
        "because: {zh: 见图, en: From a drawing}}\n"
        "  rest:\n    title: {zh: 其余, en: The rest}\n    unit: bed\n    observations: "
        "[{status: derived}]\n"
    ),
}
_EDITED_SITES = st.sampled_from(sorted(_FILES)).flatmap(
    lambda path: st.tuples(
        st.just(path),
        st.one_of(
            edited(st.just(_FILES[path]), _SITE_PIECES),
            sometimes_grown(texts_of(_SITE_PIECES), 200_000),
        ),
    )
)


def sites_are_checked(made: tuple[str, str]) -> None:
    """A site in which one file is not as it should be is checked to the end: every problem in a
    file of the site, at a line that it has.
    """
    path, text = made
    root = Path(_folder().name) / "site"
    for name, sound in _FILES.items():
        target = root / name
        wanted = (text if name == path else sound).encode("utf-8", "replace")
        if not target.exists() or target.read_bytes() != wanted:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(wanted)
    checked = check(root)
    assert checked.site is not None or checked.errors
    for problem in checked.problems:
        in_file = text if problem.location.path == path else _FILES.get(problem.location.path, "")
        assert problem.location.line <= in_file.count("\n") + 1, problem
        assert problem.severity in Severity


TARGETS: tuple[Target[Any], ...] = (
    Target("yaml", sometimes_grown(texts_of(_YAML)), yaml_is_read_as_written),
    Target("yaml-values", _WRITTEN, values_are_read_back),
    Target(
        "bytes",
        st.binary(max_size=200)
        | texts_of(_YAML).map(lambda text: text.encode("gb18030", "replace")),
        bytes_are_text_or_refused,
    ),
    Target("lock", sometimes_grown(edited(st.just(_LOCK), _LOCK_PIECES)), lock_is_read_or_refused),
    Target(
        "words",
        edited(st.builds(_words_of_the_program), _WORDS_PIECES, most=3)
        | texts_of((*_WORDS_PIECES, *_YAML)),
        words_fill_in_what_is_known,
    ),
    Target("rules", sometimes_grown(texts_of(_RULE_PIECES)), rules_are_parsed_or_refused),
    Target("sound-rules", _RULES, sound_rules_are_parsed),
    Target("site", _EDITED_SITES, sites_are_checked),
)
