"""Templates use the words that words.yaml has, in every language, and words.yaml has no word that
nothing uses.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from jinja2 import nodes

from statsite import interface_texts
from statsite.interface_texts import InterfaceTexts, load_interface_texts
from statsite.language import LANGUAGES
from statsite.pipeline import check
from statsite.problems import Severity
from statsite.read.kept_facts import KeptFacts
from statsite.read.site import read_site
from statsite.render.environment import TEMPLATES, environment
from tests.support.paths import ROOT
from tests.support.types import WriteSite

WORDS = load_interface_texts([TEMPLATES])
TEMPLATE_NAMES = sorted(path.name for path in TEMPLATES.glob("*.j2"))

#: Keys that are put together from a prefix and a status, a relation, a mark's convention or a
#: chart's word.
BUILT = (
    "status-",
    "evidence-",
    "reads-",
    "convention-",
    "chart-",
    "slip-",
    "legend-",
    "outcome-",
    "built-in-",
    "change-",
    "release-",
    "style-",
)


def _keys_in_template(name: str) -> Iterator[str]:
    """Every key that a template looks up in ``w``, and the prefix of each that it puts together."""
    syntax = environment({}).parse((TEMPLATES / name).read_text(encoding="utf-8"))
    for lookup in syntax.find_all(nodes.Getitem):
        if isinstance(lookup.node, nodes.Name) and lookup.node.name == "w":
            yield from _keys(lookup.arg)


def _keys(key: nodes.Node) -> Iterator[str]:
    if isinstance(key, nodes.Const):
        yield str(key.value)
    elif isinstance(key, nodes.CondExpr):
        yield from (found for way in (key.expr1, key.expr2) if way for found in _keys(way))
    elif isinstance(key, nodes.Concat):
        yield from _keys(key.nodes[0])
    else:
        pytest.fail(
            f"line {key.lineno}: write the key, or its beginning, where it is looked up: "
            "w['menu'], w['style-' ~ style]"
        )


def _texts_in_code() -> Iterator[str]:
    """Every text that a module holds, among them the keys it asks for, and the beginning of each
    that it puts together.
    """
    for path in sorted((ROOT / "statsite").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _texts_in_template(name: str) -> Iterator[str]:
    """Every text that a template's expressions hold."""
    syntax = environment({}).parse((TEMPLATES / name).read_text(encoding="utf-8"))
    yield from (str(one.value) for one in syntax.find_all(nodes.Const))


def _is_used(key: str, texts: frozenset[str]) -> bool:
    """Whether ``key`` is among the ``texts``, or begins with one of them that ends in a hyphen."""
    return key in texts or any(
        key[: at + 1] in texts for at, character in enumerate(key) if character == "-"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_every_word_a_template_uses_is_there_in_every_language(name: str, language: str) -> None:
    used = set(_keys_in_template(name))
    assert {key for key in used if key not in WORDS[language] and key not in BUILT} == set()


def test_the_templates_use_words_at_all() -> None:
    assert len({key for name in TEMPLATE_NAMES for key in _keys_in_template(name)}) > 20


def test_every_language_has_the_same_words_and_none_is_empty() -> None:
    assert set(WORDS) == set(LANGUAGES)
    assert len({frozenset(words) for words in WORDS.values()}) == 1
    assert [
        key
        for words in WORDS.values()
        for key, text in words.items()
        if not text.strip() and key not in BUILT
    ] == []


def test_no_word_is_unused() -> None:
    texts = frozenset(
        [*(text for name in TEMPLATE_NAMES for text in _texts_in_template(name)), *_texts_in_code()]
    )
    assert [key for key in WORDS["zh"] if not _is_used(key, texts)] == []


def test_words_hold_the_same_blanks_in_every_language() -> None:
    def blanks(text: str) -> set[str]:
        return {re.split("[:}]", part)[0] for part in text.split("{")[1:]}

    assert [
        key for key in WORDS["zh"] if not blanks(WORDS["en"][key]) <= blanks(WORDS["zh"][key])
    ] == []


def test_a_site_replaces_single_words_and_keeps_the_others(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("data-title: {en: Numbers}\n", encoding="utf-8")
    words = load_interface_texts([tmp_path, TEMPLATES])
    assert words["en"]["data-title"] == "Numbers"
    assert words["zh"]["data-title"] == WORDS["zh"]["data-title"]
    assert words["en"]["menu"] == WORDS["en"]["menu"]


def test_words_that_were_kept_are_not_read_again_and_those_of_a_site_not_kept_with_them(
    tmp_path: Path, write_site: WriteSite
) -> None:
    site, _ = read_site(write_site())
    assert site is not None

    def written(folder: str, text: str) -> Path:
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "words.yaml").write_text(text, encoding="utf-8")
        return tmp_path / folder

    def words(engine: str, times: int) -> InterfaceTexts:
        folders = written("own", "menu: {en: Mine}\n"), written("engine", engine)
        kept = KeptFacts(tmp_path / "facts", "engine")
        reader = interface_texts._words_of  # noqa: SLF001 - what reads all words of a file
        with mock.patch.object(interface_texts, "_words_of", wraps=reader) as read:
            found = load_interface_texts(folders, kept=kept)
        kept.put(site)
        assert read.call_count == times
        return found

    first = words("menu: {en: Menu, zh: 目录}\n", 1)
    assert first == words("menu: {en: Menu, zh: 目录}\n", 0)
    assert first == {"en": {"menu": "Mine"}, "zh": {"menu": "目录"}}
    assert words("menu: {en: Menu, zh: 单}\n", 1)["zh"] == {"menu": "单"}
    written("own", "")
    kept = KeptFacts(tmp_path / "facts", "engine")
    assert load_interface_texts([tmp_path / "engine"], kept=kept)["en"] == {"menu": "Menu"}


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        pytest.param(b"a: [\n", "1:4", "a value is missing here", id="no YAML"),
        pytest.param(b"menu: {en: \xff}\n", "1:12", "the file is not UTF-8", id="no UTF-8"),
        pytest.param(b"- a\n", "1:1", "keys with a text for each language", id="a list"),
        pytest.param(
            b"data-title: {en: b}\nmenu: Menu\n",
            "2:7",
            "`menu` is not a map",
            id="text without language",
        ),
        pytest.param(
            b"menu: {en: [Menu]}\n", "1:12", "`menu` is not a text in `en`", id="a list for a text"
        ),
        pytest.param(
            b"menu: {en: a}\nmenu: {en: b}\n",
            "2:1",
            "the key `menu` appears twice",
            id="a key twice",
        ),
        pytest.param(
            b"menu: {en: a}\nmenus: {en: b}\n",
            "2:1",
            "nothing shows the words `menus`",
            id="unused",
        ),
        pytest.param(
            b"menu: {en: a, la: b}\n", "1:15", "`la` is not the code of a language", id="language"
        ),
        pytest.param(b"menu: {en: TODO}\n", "1:12", "`TODO` says that this", id="unfinished"),
        pytest.param(b"a: &b {en: c}\nd: *b\n", "1:4", "the anchor", id="an anchor"),
        pytest.param("menu: {en: a\u202eb}\n".encode(), "1:13", "U+202E", id="a hidden character"),
        pytest.param(
            "a: {en: b}\u0085- c\n".encode(),
            "1:11",
            "U+0085",
            id="what YAML takes for the end of a line",
        ),
        pytest.param(
            b'page-number: {en: "page {page.__class__}"}\n',
            "1:25",
            "nothing is filled in for `{page.__class__}`",
            id="an attribute",
        ),
        pytest.param(
            b'page-number: {en: "page {page:>9999999999}"}\n',
            "1:25",
            "nothing is filled in for `{page}`",
            id="ten gigabytes",
        ),
        pytest.param(
            b'page-number: {en: "page {page!r}"}\n',
            "1:25",
            "nothing is filled in for `{page}`",
            id="a conversion",
        ),
        pytest.param(
            b'page-number: {en: "page {}"}\n',
            "1:25",
            "nothing is filled in for `{}`",
            id="a blank without a name",
        ),
        pytest.param(
            b'page-number: {en: "page {book}"}\n',
            "1:25",
            "nothing is filled in for `{book}`",
            id="a blank nobody fills",
        ),
        pytest.param(
            b'page-number: {en: "page {page"}\n',
            "1:19",
            "the braces of this text do not match",
            id="an open brace",
        ),
        pytest.param(
            b'menu: {en: "Menu {page}"}\n',
            "1:18",
            "nothing is filled in for `{page}`",
            id="a blank in a word without any",
        ),
    ],
)
def test_words_that_cannot_be_used_are_a_problem_at_their_line(
    write_site: WriteSite, text: bytes, place: str, message: str
) -> None:
    problems = [
        p
        for p in check(write_site({"templates/words.yaml": text})).problems
        if p.severity is Severity.ERROR
    ]
    assert str(problems[0].location) == f"templates/words.yaml:{place}"
    assert problems[0].message.startswith(message)


def test_of_a_file_with_a_refused_character_nothing_else_is_told(write_site: WriteSite) -> None:
    """YAML takes U+0085 and U+2028 for the end of a line: all places behind them would be wrong."""
    text = "a: {en: b}\u0085menu: Menu\n"
    problems = check(write_site({"templates/words.yaml": text})).problems
    assert [p.check for p in problems if p.location.path == "templates/words.yaml"] == [
        "character-refused"
    ]


def test_a_copy_of_the_engines_own_words_can_be_used(write_site: WriteSite) -> None:
    """A site may begin with a copy of all templates, as a clone of this repository does."""
    text = (TEMPLATES / "words.yaml").read_text(encoding="utf-8")
    assert "{n:,}" in text  # a form, not a name alone
    problems = check(write_site({"templates/words.yaml": text})).problems
    assert [p for p in problems if p.location.path == "templates/words.yaml"] == []


@pytest.mark.parametrize("form", ["{n:,d}", "{n:>9999999999}", "{n!r:,}", "{n:{n},}"])
def test_only_a_form_that_the_engine_has_itself_is_taken(write_site: WriteSite, form: str) -> None:
    problems = check(write_site({"templates/words.yaml": f'count: {{en: "{form}"}}\n'})).problems
    found = [p for p in problems if p.check == "words-malformed"]
    assert [(p.location.line, p.hint) for p in found] == [(1, "write `{n:,}`, `{n}`")]


def test_a_word_that_only_a_sites_own_templates_use_may_hold_any_blanks(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text('shelf: {en: "shelf {row}"}\n', encoding="utf-8")
    words = load_interface_texts([tmp_path, TEMPLATES], ['<p>{{ w["shelf"] }}</p>'])
    assert words["en"]["shelf"] == "shelf {row}"
