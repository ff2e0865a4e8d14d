"""What a file said but for texts is read again only where it may say something else."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import asdict

from statsite import loaded_program
from statsite.model import WrittenSite
from statsite.problems import Location, Problem, Severity
from statsite.read import kept_facts
from statsite.read import site as reading
from statsite.read.kept_facts import KeptFacts
from statsite.read.site import read_site
from statsite.read.yaml_tree import YamlNode, read_tree
from tests.support.paths import ROOT, SITES
from tests.support.smallest import SMALLEST, write_files

SOUND = [ROOT, *(path.parent for path in sorted(SITES.glob("*/site.yaml")))]

#: Every kind of file that a site may have, some of them twice.
EVERY_KIND = {
    **SMALLEST,
    "content/charts/beds.yaml": "kind: bars\ntitle: {zh: 床, en: Beds}\ndata: [care.beds]\n",
    "content/datasets/staff.yaml": (
        "title: {zh: 人员, en: Staff}\n"
        "defaults: {source: news, area: cn, period: 2024, status: observed}\n"
        "indicators:\n"
        "  nurses:\n"
        "    title: {zh: 护士, en: Nurses}\n"
        "    unit: person\n"
        "    observations: [{key: one, printed: 近3人}, {key: two, printed: 4～5名}]\n"
    ),
    "content/evidence.lock": (
        "# v2\ncare.beds 2026-11-27 text=3fbe63ac95bf3435 size=776 paragraph=2 at=268+3 "
        "sentence=0873b7c3fd51aff7 figure=d84e02c25903ce3b\n"
    ),
    "content/glossary.yaml": "bed: {term: {zh: 床, en: bed}, definition: {zh: 床。, en: A bed.}}\n",
    "content/ignored.yaml": "bulletin: [{printed: 4个, reason: no statistic}]\n",
    "content/measures.yaml": (
        "beds: {title: {zh: 床, en: Beds}, differs: {zh: 不同。, en: They differ.}, "
        "indicators: [care.beds, staff.nurses]}\n"
    ),
    "content/releases.yaml": '"1": {time: 2025-03-01T00:00:00Z, note: {zh: 一。, en: One.}}\n',
    "content/rules/beds.yaml": "many: {says: {zh: 多。, en: Many.}, rule: care.beds > 5}\n",
    "content/rules/staff.yaml": (
        "few: {says: {zh: 少。, en: Few.}, rule: staff.nurses@one < staff.nurses@two}\n"
    ),
    "content/sources/news.yaml": SMALLEST["content/sources/bulletin.yaml"],
    "content/tiles.yaml": "cn: {column: 1, row: 1, label: {zh: 国, en: CN}}\n",
}  # fmt: skip

#: What changes the content of a site in a folder.
Edit = Callable[[Path], object]


def replaced(path: str, before: str, after: str) -> Edit:
    """An edit of one place in a file."""

    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert before in text
        (root / path).write_text(text.replace(before, after, 1), encoding="utf-8")

    return edit


#: Edits by which another thing is said, each with the files that are read again by it, in order of
#: paths; those of rules are read together, and datasets against the units.
DATASETS = ("content/datasets/care.yaml", "content/datasets/staff.yaml")
RULES = ("content/rules/beds.yaml", "content/rules/staff.yaml")
ALL = tuple(sorted(path for path in EVERY_KIND if path.endswith(".yaml")))
SAYING_SOMETHING_ELSE: dict[str, tuple[Edit, tuple[str, ...]]] = {
    "title of the site": (replaced("site.yaml", "Little", "Small"), ("site.yaml",)),
    "languages": (
        replaced("site.yaml", ", en: Little site}\nlanguages: [zh, en]", "}\nlanguages: [zh]"), ALL
    ),
    "order of languages": (replaced("site.yaml", "[zh, en]", "[en, zh]"), ALL),
    "word of a unit": (
        replaced("content/units.yaml", "[张]", "[张, 万张]"), (*DATASETS, "content/units.yaml")
    ),
    "id of a unit": (
        replaced("content/units.yaml", "bed:", "beds:"), (*DATASETS, "content/units.yaml")
    ),
    "line of a unit": (
        replaced("content/units.yaml", "bed:", "\nbed:"), (*DATASETS, "content/units.yaml")
    ),
    "figure": (replaced(DATASETS[0], "799.3", "799.4"), DATASETS[:1]),
    "place of a figure": (replaced(DATASETS[1], "[{key: one", "[ {key: one"), DATASETS[1:]),
    "unit of a figure": (replaced(DATASETS[1], "unit: person", "unit: bed"), DATASETS[1:]),
    "rule": (replaced(RULES[0], "> 5", "> 6"), RULES),
    "id of a rule": (replaced(RULES[0], "many:", "few:"), RULES),
    "text": (replaced("content/pages/about/en.md", "About this", "On this"), ()),
    "proof": (replaced("content/evidence.lock", "size=776", "size=777"), ()),
    **{
        path: (replaced(f"content/{path}.yaml", before, after), (f"content/{path}.yaml",))
        for path, before, after in [
            ("areas", "China", "All of it"),
            ("sources/news", "2025-07-28", "2025-07-29"),
            ("charts/beds", "en: Beds", "en: All beds"),
            ("glossary", "A bed.", "To lie on."),
            ("ignored", "4个", "5个"),
            ("measures", "They differ.", "Not the same."),
            ("releases", "One.", "The first one."),
            ("tiles", "row: 1", "row: 2"),
        ]
    },
}  # fmt: skip


def written(path: str, make: Callable[[bytes], bytes]) -> Edit:
    """An edit of the whole of a file."""
    return lambda root: (root / path).write_bytes(make((root / path).read_bytes()))


def renamed(path: str, name: str) -> Edit:
    """An edit that gives a file another name."""
    return lambda root: (root / path).rename((root / path).with_name(name))


def removed(path: str) -> Edit:
    """An edit that takes a file away."""
    return lambda root: (root / path).unlink()


def edits() -> Iterator[tuple[str, Edit]]:
    """Edits of every file, most of which leave something that cannot be read."""
    yield from ((name, edit) for name, (edit, _) in SAYING_SOMETHING_ELSE.items())
    for path in EVERY_KIND:
        name = Path(path)
        yield f"{path} removed", removed(path)
        yield f"{path} renamed", renamed(path, f"other{name.suffix}")
        yield f"{path} with a name that is no id", renamed(path, f"No id{name.suffix}")
        yield f"{path} of another kind", renamed(path, f"{name.stem}.yml")
        yield f"{path} cut", written(path, lambda text: text[: len(text) // 2])
        yield f"{path} empty", written(path, lambda _: b"")
        yield f"{path} twice", written(path, lambda text: 2 * text)
        yield f"{path} without a colon", written(path, lambda text: text.replace(b":", b"", 1))
        yield f"{path} as a list", written(path, lambda text: b"[" + text + b"]")
        yield f"{path} with a field too many", written(path, lambda text: text + b"odd: [1]\n")
        yield f"{path} with a hidden character", written(path, lambda text: text + b"#\xe2\x80\x8b")
        yield f"{path} in another encoding", written(path, lambda text: text + b"\xff")
    for folder in ("datasets", "sources", "charts", "rules"):
        text = next(text for path, text in EVERY_KIND.items() if folder in path)
        added = {f"content/{folder}/copy.yaml": text}
        yield f"one of {folder} added", partial(write_files, files=added)


EDITS = dict(edits())


def told(found: tuple[WrittenSite | None, list[Problem]]) -> tuple[list[Problem], dict[str, str]]:
    """All that was found in a site, to be compared."""
    site, problems = found
    parts = asdict(site) if site else {}
    return problems, {name: repr(part) for name, part in parts.items()}


def build(root: Path, path: Path, engine: str = "engine") -> None:
    """Read a site as a build does, which must give what is read from nothing, and keep it."""
    kept = KeptFacts(path, engine)
    site, problems = read_site(root, kept=kept)
    assert told((site, problems)) == told(read_site(root))
    if site is not None:
        kept.put(site)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a site with every kind of file."""
    write_files(tmp_path / "site", EVERY_KIND)
    return tmp_path / "site"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where facts are kept."""
    return tmp_path / "facts"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the YAML files that are parsed."""
    paths = list[str]()

    def parse(text: str, at: str, problems: list[Problem]) -> YamlNode | None:
        paths.append(at)
        return read_tree(text, at, problems)

    monkeypatch.setattr(reading, "read_tree", parse)
    return paths


def read_again(root: Path, path: Path, parsed: list[str], engine: str = "engine") -> Sequence[str]:
    """The YAML files that a build reads, and does not take as they are kept, in order of paths."""
    parsed.clear()
    read_site(root, kept=KeptFacts(path, engine))
    return tuple(sorted(parsed))


def test_every_kind_of_file_is_read_without_a_problem(root: Path, parsed: list[str]) -> None:
    assert read_site(root)[1] == []
    assert tuple(sorted(parsed)) == ALL


@pytest.mark.parametrize("root", SOUND, ids=lambda root: root.name)
def test_a_site_of_kept_facts_is_the_one_that_is_read(
    root: Path, path: Path, parsed: list[str]
) -> None:
    build(root, path)
    assert read_again(root, path, parsed) == ()
    build(root, path)


@pytest.mark.parametrize("name", SAYING_SOMETHING_ELSE)
def test_only_what_may_say_something_else_is_read_again(
    name: str, root: Path, path: Path, parsed: list[str]
) -> None:
    edit, again = SAYING_SOMETHING_ELSE[name]
    build(root, path)
    assert read_again(root, path, parsed) == ()
    edit(root)
    assert read_again(root, path, parsed) == again
    build(root, path)


@pytest.mark.parametrize("name", EDITS)
def test_what_is_kept_is_what_is_read_after_one_edit_and_another(
    name: str, root: Path, path: Path
) -> None:
    build(root, path)
    EDITS[name](root)
    build(root, path)
    other = random.Random(name).choice(sorted(EDITS))  # noqa: S311 - a choice of examples
    with suppress(OSError, AssertionError):  # what it edits may be gone
        EDITS[other](root)
    build(root, path)


def test_what_is_kept_is_what_is_read_after_changes_at_random(tmp_path: Path, path: Path) -> None:
    root, choice = tmp_path / "site", random.Random(43)  # noqa: S311 - a choice of examples
    shutil.copytree(SITES / "two-languages", root)
    files = sorted(one for one in root.rglob("*") if one.suffix in {".yaml", ".md"})
    for number in range(40):
        if number % 8 == 0:
            shutil.rmtree(root)
            shutil.copytree(SITES / "two-languages", root)
        file = choice.choice(files)
        text = file.read_text(encoding="utf-8")
        at, other = choice.randrange(len(text)), choice.choice(["", "x", "1", ":", "\n", "[", "年"])
        file.write_text(f"{text[:at]}{other}{text[at + 1 :]}", encoding="utf-8")
        build(root, path)


def test_files_that_hold_a_fault_are_read_again_and_no_others(
    root: Path, path: Path, parsed: list[str]
) -> None:
    faulty = "content/charts/beds.yaml", "content/datasets/care.yaml"
    replaced(faulty[0], "kind: bars", "sort: bars")(root)
    replaced(faulty[1], "printed:", "printed: x")(root)
    build(root, path)
    assert read_again(root, path, parsed) == faulty


def test_a_unit_that_may_be_declared_elsewhere_is_looked_for_again_once_it_cannot_be(
    root: Path, path: Path
) -> None:
    replaced("content/datasets/staff.yaml", "unit: person", "unit: nurse")(root)
    write_files(root, {"content/unit.yaml": "nurse: {}\n"})
    build(root, path)
    assert [problem.check for problem in read_site(root)[1]] == ["file-unknown"]
    removed("content/unit.yaml")(root)
    build(root, path)
    assert [problem.check for problem in read_site(root)[1]] == ["unknown-id"]


def test_what_no_file_says_any_more_is_forgotten(root: Path, path: Path, parsed: list[str]) -> None:
    build(root, path)
    before = path.read_bytes()
    EDITS["figure"](root)
    build(root, path)
    assert len(path.read_bytes().split(b"\n")) == len(before.split(b"\n"))
    replaced("content/datasets/care.yaml", "799.4", "799.3")(root)
    assert read_again(root, path, parsed) == ("content/datasets/care.yaml",)
    build(root, path)
    assert sorted(path.read_bytes().split(b"\n")) == sorted(before.split(b"\n"))


def test_facts_are_written_only_where_they_are_others(root: Path, path: Path) -> None:
    build(root, path)
    written = path.stat().st_ino
    EDITS["text"](root)
    build(root, path)
    assert path.stat().st_ino == written
    EDITS["figure"](root)
    build(root, path)
    assert path.stat().st_ino != written


def test_facts_are_kept_where_there_is_no_folder_yet(
    root: Path, tmp_path: Path, parsed: list[str]
) -> None:
    build(root, tmp_path / "builds/facts")
    assert read_again(root, tmp_path / "builds/facts", parsed) == ()


def test_without_a_path_nothing_is_kept(root: Path, parsed: list[str]) -> None:
    kept = KeptFacts(None, "engine")
    site, _ = read_site(root, kept=kept)
    assert site is not None
    kept.put(site)
    parsed.clear()
    read_site(root, kept=kept)
    assert tuple(sorted(parsed)) == ALL


def test_facts_of_a_large_site_are_not_kept(
    root: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_facts, "MOST_FIGURES_KEPT", 2)
    build(root, path)
    assert not path.exists()
    monkeypatch.setattr(kept_facts, "MOST_FIGURES_KEPT", 3)
    build(root, path)
    assert path.exists()


def test_facts_of_another_engine_are_not_taken(root: Path, path: Path, parsed: list[str]) -> None:
    build(root, path, "engine")
    assert read_again(root, path, parsed, "other") == ALL
    build(root, path, "other")
    assert read_again(root, path, parsed, "engine") == ALL


def test_facts_read_by_a_program_that_was_changed_since_it_was_loaded_are_not_kept(
    root: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaded_program, "LOADED_FROM", 0)
    build(root, path)
    assert not path.exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda kept: kept[:0],
        lambda kept: kept[:-1],
        lambda kept: kept[1:],
        lambda kept: kept.replace(b"zh", b"hz"),
        lambda kept: kept.replace(b"\n", b""),
        lambda kept: kept.replace(b"\n", b"\n\n"),
        lambda kept: kept.replace(b"799.3", b"799.4"),
        lambda kept: kept.replace(b"0", b"\xff"),
        lambda kept: b"\n".join(sorted(kept.split(b"\n"))),
        lambda kept: b"\n".join(
            key[:64] + told[64:]
            for key, told in zip(kept.split(b"\n"), reversed(kept.split(b"\n")), strict=True)
        ),
    ],
)
def test_damaged_facts_are_not_taken(
    root: Path, path: Path, damage: Callable[[bytes], bytes]
) -> None:
    build(root, path)
    path.write_bytes(damage(path.read_bytes()))
    build(root, path)


def test_a_line_that_is_damaged_anywhere_is_not_taken_and_leaves_the_others(
    root: Path, path: Path, parsed: list[str]
) -> None:
    choice = random.Random(7)  # noqa: S311 - a choice of examples
    build(root, path)
    whole = path.read_bytes()
    for at in choice.sample(range(len(whole)), 40):
        damaged = bytearray(whole)
        damaged[at] ^= choice.randrange(1, 256)
        path.write_bytes(damaged)
        again = read_again(root, path, parsed)
        assert set(again) <= {*RULES} or len(again) <= 2
        build(root, path)
        assert sorted(path.read_bytes().split(b"\n")) == sorted(whole.split(b"\n"))


def test_facts_that_others_can_write_are_not_taken(
    root: Path, path: Path, parsed: list[str]
) -> None:
    build(root, path)
    path.chmod(0o666)
    assert read_again(root, path, parsed) == ALL


@pytest.mark.parametrize(
    ("these", "those"),
    [(("ab", "c"), ("a", "bc")), (("a",), ("a", "")), (("a", "b"), ("b", "a")), ((), ("",))],
)
def test_what_is_read_from_other_texts_is_another_thing(
    these: tuple[str, ...], those: tuple[str, ...], root: Path, path: Path
) -> None:
    site, _ = read_site(root)
    assert site is not None
    kept = KeptFacts(path, "engine")
    kept.of(these, lambda: (("one",), ()))
    kept.put(site)
    assert KeptFacts(path, "engine").of(these, lambda: (("two",), ())) == (("one",), ())
    assert KeptFacts(path, "engine").of(those, lambda: (("two",), ())) == (("two",), ())


def test_what_has_a_problem_is_not_kept(root: Path, path: Path) -> None:
    site, _ = read_site(root)
    assert site is not None
    problem, kept = Problem("odd", "odd", Location("x")), KeptFacts(path, "engine")
    assert kept.of(("a",), lambda: (1, (problem,))) == (1, (problem,))
    kept.put(site)
    assert KeptFacts(path, "engine").of(("a",), lambda: (2, ())) == (2, ())


@pytest.mark.parametrize(
    "thing",
    [
        date(2025, 1, 1), Path("x"), print, KeptFacts(), b"x", 1.5,
        {1: "a"}, ({"error": "a"}, {Severity.ERROR: "a"}), Location(Severity.ERROR, 1, 1),
    ],
)  # fmt: skip
def test_what_no_site_is_made_of_is_not_kept(root: Path, path: Path, thing: object) -> None:
    site, _ = read_site(root)
    assert site is not None
    kept = KeptFacts(path, "engine")
    kept.of((), lambda: (thing, ()))
    with pytest.raises(KeyError):
        kept.put(site)


@pytest.mark.parametrize(
    "thing",
    [
        None, True, False, 0, 1, -1, 10**30, "", "1", '年\n\u2028"', (), (1, True, "1", None), [], [[]],
        frozenset(), {}, {"": {}}, {"b": 1, "a": 2}, Fraction(-1, 3), Fraction(2), Severity.NOTICE,
        Location("x"), Location("y", 10**6, 0), Problem("a", "b", Location("x"), severity=Severity.NOTICE),
        ({"a": 1}, {"a": 2}, {"b": 1}, ("a",), "a"), (Location("a"), Location("a"), {"a": Location("a", 2)}),
    ],
    ids=repr,
)  # fmt: skip
def test_what_a_site_is_made_of_is_kept_as_it_is(root: Path, path: Path, thing: object) -> None:
    site, _ = read_site(root)
    assert site is not None
    kept = KeptFacts(path, "engine")
    kept.of((), lambda: ((thing,), ()))
    kept.put(site)
    found, problems = KeptFacts(path, "engine").of((), lambda: (("another",), ()))
    assert (repr(found), problems) == (repr((thing,)), ())
