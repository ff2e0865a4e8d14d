"""A reviewer who sees only the summary sees every proof that was made again, whether anybody looked
it up, and all else that would be published.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner, Result

from statsite.assess.assessment import assess
from statsite.cli import main
from statsite.diff.compare import compare
from statsite.diff.report import LONGEST_REPORT, report_markdown
from statsite.evidence.lock import write_lock
from statsite.model import Site, SiteOf
from statsite.prose import ProseReference, references
from statsite.read.site import read_site
from statsite.values import replace
from tests.support.proven_site import DATASET, FILES, LOCK, SOURCE, texts, verified
from tests.support.types import WriteSite

#: The article with its second sentence first, so that every figure is elsewhere.
MOVED = """\
另一篇文章，有77个展位。
虚构县的床位
县城食堂12家，乡镇食堂12家。
虚构县共有床位799.3万
张，护理床位占65.7%。
志愿者超过300名，自行车有4200辆。
"""


@pytest.fixture
def state(write_site: WriteSite, tmp_path: Path) -> Callable[..., Path]:
    """A folder with the little site, some files replaced, and the lock that its article
    gives it.
    """

    def made(
        name: str,
        files: Mapping[str, str] | None = None,
        *,
        article: str | None = None,
        lock: str | None = None,
    ) -> Path:
        laid = {**FILES, **(files or {})}
        found = verified(write_site(laid), article) if article else verified(write_site(laid))
        written = lock if lock is not None else write_lock(found.proofs, ())
        return write_site({**laid, LOCK: written}).rename(tmp_path / name)

    return made


State = Callable[..., Path]


def diff(old: Path, new: Path, form: str = "markdown", sources: Path | None = None) -> Result:
    """What the command prints of two folders, without texts in the environment."""
    arguments = [
        "diff",
        str(old),
        str(new),
        "--format",
        form,
        *(["--sources", str(sources)] if sources else []),
    ]
    result = CliRunner(env={"STATSITE_SOURCES": None}).invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_proofs_that_nobody_looked_up_are_told_loudly_with_both_places(state: State) -> None:
    old, new = state("old"), state("new", article=MOVED)
    lines = diff(old, new).output.splitlines()
    assert "### ⚠ 4 proofs re-made; not verified here" in lines
    assert lines.index("### ⚠ 4 proofs re-made; not verified here") < 5
    at = lines.index("- `care.beds` `799.3万张`: proof re-made")
    place = (
        r"`bulletin`, paragraph 1, characters (\d+) to (\d+) of \d+ of text [0-9a-f]{16}, "
        "sentence [0-9a-f]+, figure [0-9a-f]+, proven 2025-11-01"
    )
    was, now = (
        re.fullmatch(rf"  - {word}: {place}", line)
        for word, line in zip(("was", "now"), lines[at + 1 : at + 3], strict=True)
    )
    assert was
    assert now
    assert was.groups() != now.groups()


def test_a_made_up_line_is_told_though_no_figure_changed(state: State) -> None:
    sound = state("old")
    lock = re.sub(r"(care.beds .* at=)\d+", r"\g<1>2", (sound / LOCK).read_text(encoding="utf-8"))
    result = diff(sound, state("new", lock=lock))
    assert result.exit_code == 0
    assert "## no figure changed" in result.output
    assert "### ⚠ 1 proof re-made; not verified here" in result.output


def test_a_proof_of_a_new_figure_counts_too_and_one_that_went_is_told(state: State) -> None:
    without = state(
        "old",
        lock=re.sub(r"care.share .*\n", "", (state("whole") / LOCK).read_text(encoding="utf-8")),
    )
    whole = without.parent / "whole"
    assert "### ⚠ 1 proof re-made; not verified here" in diff(without, whole).output
    gone = diff(whole, without).output
    assert "not verified here" not in gone
    assert "  - now: no proof" in gone
    assert "### ⚠ 1 proof gone\n- Nothing says any more where" in gone


def test_proofs_that_went_are_told_though_there_is_no_room_for_where_they_were(
    state: State,
) -> None:
    """A lock that is deleted: each figure has lost its proof, and the summary says so near the
    top, and of each whose name there is room for.
    """
    rows = "".join(
        f"      - {{key: k{n}, printed: 12家, period: {1000 + n}, near: 县城}}\n"
        for n in range(1, 300)
    )
    many = {
        DATASET: f"{FILES[DATASET]}  flood:\n    title: {{zh: 食堂, en: Canteens}}\n"
        f"    unit: place\n    observations:\n{rows}"
    }
    old = state("old", many)
    locked = sum(" text=" in line for line in (old / LOCK).read_text("utf-8").splitlines())
    assert locked > 299
    output = diff(old, state("new", many, lock="")).output
    assert output.splitlines()[3] == f"### ⚠ {locked} proofs gone"
    assert "- `care.flood@k1` `12家`: proof gone\n" in output
    assert "more lines of it, left out here" in output


def test_a_figure_that_is_taken_from_another_source_shows_both(state: State) -> None:
    moved = FILES[DATASET].replace("{printed: 799.3万张}", "{printed: 799.3万张, source: reprint}")
    lines = diff(state("old"), state("new", {DATASET: moved})).output.splitlines()
    at = lines.index("- `care.beds` `799.3万张`: proof re-made")
    assert lines[at + 1].startswith("  - was: `bulletin`, ")
    assert lines[at + 2].startswith("  - now: `reprint`, ")


def test_a_renamed_figure_shows_where_it_stood_under_its_old_id(state: State) -> None:
    renamed = (
        FILES[DATASET]
        .replace("  beds:\n", "  places:\n")
        .replace("{printed: 799.3万张}", "{printed: 799.3万张, formerly: [care.beds]}")
    )
    lines = diff(state("old"), state("new", {DATASET: renamed})).output.splitlines()
    assert lines[lines.index("- `care.places` `799.3万张`: proof re-made") + 1].startswith(
        "  - was: `bulletin`, "
    )


def test_with_the_texts_the_summary_says_that_the_proofs_were_verified(
    state: State, tmp_path: Path
) -> None:
    old, new = state("old"), state("new", article=MOVED)
    result = diff(old, new, sources=texts(tmp_path / "moved", MOVED).folder)
    assert result.exit_code == 0
    assert "### 4 proofs re-made; verified here against the articles' texts" in result.output
    assert "not verified here" not in result.output
    assert (
        json.loads(diff(old, new, "json", texts(tmp_path / "moved", MOVED).folder).output)[
            "verified"
        ]
        is True
    )


def test_with_the_texts_a_made_up_line_is_refuted_without_a_word_of_them(
    state: State, tmp_path: Path
) -> None:
    sound = state("old")
    lock = re.sub(r"(care.beds .* at=)\d+", r"\g<1>2", (sound / LOCK).read_text(encoding="utf-8"))
    made_up = state("new", lock=lock)
    result = diff(sound, made_up, sources=texts(tmp_path / "texts").folder)
    assert result.exit_code == 1
    assert "### ⚠ 1 proof re-made; REFUTED by the articles' texts" in result.output
    assert f"- `{DATASET}:9:19 proof-differs`" in result.output
    assert (
        json.loads(diff(sound, made_up, "json", texts(tmp_path / "texts").folder).output)[
            "verified"
        ]
        is False
    )


def test_where_a_text_is_missing_nothing_counts_as_verified(state: State, tmp_path: Path) -> None:
    folder = texts(tmp_path / "moved", MOVED).folder
    (folder / "bulletin.txt").unlink()
    result = diff(state("old"), state("new", article=MOVED), sources=folder)
    assert result.exit_code == 1
    assert "REFUTED" in result.output
    assert f"`{SOURCE}:" in result.output


def test_the_folder_of_texts_in_the_environment_verifies_too(state: State, tmp_path: Path) -> None:
    folder = texts(tmp_path / "moved", MOVED).folder
    old, new = state("old"), state("new", article=MOVED)
    for place, said in (
        (str(folder), "verified here"),
        (str(tmp_path / "nowhere"), "not verified here"),
    ):
        result = CliRunner(env={"STATSITE_SOURCES": place}).invoke(
            main, ["diff", str(old), str(new)]
        )
        assert f"4 proofs re-made; {said}" in result.output


def test_a_lock_of_the_first_version_is_compared_with(state: State) -> None:
    new = state("new")
    lock = re.sub(
        r" size=\d+ paragraph=\d+", "", (new / LOCK).read_text(encoding="utf-8").partition("\n")[2]
    )
    old = state(
        "old",
        lock=(
            "# Written by `build.py verify --update`. id, date, text, offset, length, "
            "sentence, figure. Do not edit.\n"
        )
        + lock,
    )
    assert "### ⚠ 4 proofs re-made; not verified here" in diff(old, new).output
    assert "  - was: `bulletin`, characters " in diff(old, new).output
    told = CliRunner().invoke(
        main, ["check", "--site", str(new), "--against", str(old), "--format", "json"]
    )
    assert [
        problem
        for problem in json.loads(told.output)["problems"]
        if problem["check"].startswith(("published", "evidence"))
    ] == []


def test_json_holds_both_places_of_a_proof(state: State) -> None:
    told = json.loads(diff(state("old"), state("new", article=MOVED), "json").output)
    assert told["verified"] is None
    (beds,) = (proof for proof in told["proofs"] if proof["id"] == "care.beds")
    assert beds["before"]["source"] == beds["after"]["source"] == "bulletin"
    assert beds["before"]["start"] != beds["after"]["start"]
    place = {"source", "date", "text", "size", "paragraph", "start", "length"}
    assert set(beds["after"]) == place | {"sentence", "figure"}


def test_errors_that_a_change_would_bring_stand_in_the_summary(state: State) -> None:
    units = FILES["content/units.yaml"].replace("bed: {words: [张]", "bed: {words: [张, 万张]")
    old = state("old")
    lock = (old / LOCK).read_text(encoding="utf-8").replace("paragraph=1", "paragraph=0", 1)
    lines = diff(old, state("new", {"content/units.yaml": units}, lock=lock)).output
    assert "### Errors that it would bring" in lines
    assert "value = 7993000 -> = 799.3" in lines


@pytest.mark.parametrize(
    ("path", "before", "after", "said"),
    [
        (
            "content/units.yaml",
            "words: [张], zh: 张, en: {one: bed,",
            "words: [张, 铺], zh: 张, en: {one: bed,",
            ["unit `bed` changed", "now: `words: [张, 铺]`"],
        ),
        (
            "content/units.yaml",
            "other: beds",
            "other: patients",
            ["now: `label: {zh: {one: 张, other: 张}, en: {one: bed, other: patients}}`"],
        ),
        (
            "content/areas.yaml",
            "湖南省, en: Hunan",
            "湖北省, en: Hubei",
            ["area `cn-hn` changed", "now: `title: {zh: 湖北省, en: Hubei}`"],
        ),
        (
            SOURCE,
            "title: 虚构县的床位",
            "title: 床位",
            ["source `bulletin` changed", "now: `title: 床位`"],
        ),
        (
            DATASET,
            "title: {zh: 养老床位, en: Elderly-care beds}",
            "title: {zh: 床, en: All}",
            ["dataset `care` changed"],
        ),
        (
            DATASET,
            "    unit: bed\n",
            "    unit: bed\n    scope: at-home\n",
            ["indicator `care.beds` changed", "now: `scope: at-home`"],
        ),
        (
            DATASET,
            "{printed: 799.3万张}",
            "{printed: 799.3万张, reviewed: {by: me, date: 2025-11-30}}",
            ["reviewed: nothing -> `by me on 2025-11-30`"],
        ),
    ],
)
def test_whatever_would_be_published_stands_in_the_summary(
    state: State, path: str, before: str, after: str, said: list[str]
) -> None:
    assert before in FILES[path]
    output = diff(state("old"), state("new", {path: FILES[path].replace(before, after, 1)})).output
    assert [one for one in said if one not in output] == []


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (
            "content/releases.yaml",
            "r-1: {time: 2025-08-01T00:00:00Z, note: {zh: 一, en: One}}\n",
            "now: `note: {zh: 一, en: One}`",
        ),
        (
            "content/ignored.yaml",
            "bulletin: [{printed: 4200辆, reason: no care}]\n",
            "now: `{source: bulletin, printed: 4200辆, reason: no care}`",
        ),
        (
            "content/rules/r.yaml",
            "r: {says: {zh: 规则, en: Rule}, rule: care.beds > 100}\n",
            "now: `text: care.beds > 100`",
        ),
        ("content/pages/more/zh.md", "---\ntitle: 更多\n---\n新的一页。\n", "now: `新的一页。`"),
    ],
)
def test_what_is_new_stands_in_the_summary_with_its_lines(
    state: State, path: str, text: str, said: str
) -> None:
    files = {path: text} | (
        {"content/pages/more/en.md": "---\ntitle: More\n---\nA new page.\n"}
        if "pages" in path
        else {}
    )
    assert said in diff(state("old"), state("new", files)).output


def test_every_part_of_a_site_that_is_published_is_compared(state: State) -> None:
    site, _ = read_site(state("whole"))
    assert site is not None
    asked = set[str]()

    class Watched:
        """The site, which notes what is asked of it."""

        def __getattr__(self, name: str) -> object:
            asked.add(name)
            return getattr(assessed.site, name)

    assessed = assess(site)
    watched = cast("Site", Watched())
    compare(replace(assessed, site=watched), replace(assessed, site=watched))
    told_otherwise = {"digest", "facts", "lost", "texts"}  # of the files, not of what they say
    assert set(SiteOf.__struct_fields__) - asked == told_otherwise


@pytest.mark.parametrize(
    ("path", "before", "after", "said"),
    [
        (
            "content/measures.yaml",
            "m: {title: {zh: 甲, en: A}, differs: {zh: 甲, en: Each counts alike.}, indicators: [care.beds, care.share]}\n",
            "m: {title: {zh: 甲, en: A}, differs: {zh: 甲, en: Neither counts.}, indicators: [care.beds, care.share]}\n",
            ["measure `m` changed", "now: `differs: {zh: 甲, en: Neither counts.}`"],
        ),
        (
            "content/measures.yaml",
            "m: {title: {zh: 甲, en: A}, differs: {zh: 甲, en: Each alike.}, indicators: [care.beds, care.share, care.canteens]}\n",
            "m: {title: {zh: 甲, en: A}, differs: {zh: 甲, en: Each alike.}, indicators: [care.beds, care.share]}\n",
            ["was: `indicators: [care.beds, care.share, care.canteens]`"],
        ),
        (
            "content/tiles.yaml",
            "cn-hn: {column: 1, row: 1, label: {zh: 湘, en: HN}}\n",
            "cn-hn: {column: 1, row: 1, label: {zh: 湘, en: XJ}}\n",
            ["tile `cn-hn` changed", "now: `label: {zh: 湘, en: XJ}`"],
        ),
    ],
)
def test_measures_and_tiles_stand_in_the_summary(
    state: State, path: str, before: str, after: str, said: list[str]
) -> None:
    output = diff(state("old", {path: before}), state("new", {path: after})).output
    assert [one for one in said if one not in output] == []


def test_another_order_of_figures_stands_in_the_summary(state: State) -> None:
    head, *indicators = re.split(r"(?m)^(?=  [a-z]+:$)", FILES[DATASET])
    turned = head + "".join(reversed(indicators))
    output = diff(state("old"), state("new", {DATASET: turned})).output
    assert "now: `care.volunteers, care.canteens, care.share, care.beds`" in output


def test_counts_of_the_audit_are_told_before_and_after(state: State) -> None:
    lines = [f"audit digit-changed printed tried={n} text={n} lock={n} rules=1\n" for n in (9, 7)]
    locks = [(state("plain") / LOCK).read_text(encoding="utf-8")] * 2
    old, new = (
        state(name, lock=lock + line)
        for name, lock, line in zip(("old", "new"), locks, lines, strict=True)
    )
    output = diff(old, new).output
    assert "### ⚠ What the verification page says of the audit; not re-measured here\n" in output
    assert "- was: `tried: 9`" in output
    assert "- now: `tried: 7`" in output
    gone = diff(new, state("gone", lock=locks[0])).output
    assert "audit `digit-changed, printed` gone" in gone


ABOUT = "---\ntitle: 关于\n---\n"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param(
            "一" * 700 + "真话。\n",
            "一" * 700 + "假话。\n",
            ["真话。`", "假话。`"],
            id="far into a line",
        ),
        pytest.param(
            "一。\n\n二。\n", "一。\n二。\n", ["was: `an empty line`"], id="an empty line gone"
        ),
        pytest.param("一。\n", "    一。\n", ["now: `␣␣␣␣一。`"], id="indented"),
    ],
)
def test_no_change_of_prose_reads_as_none(
    state: State, before: str, after: str, said: list[str]
) -> None:
    about = "content/pages/about/zh.md"
    old, new = (
        state(name, {about: ABOUT + body}) for name, body in (("old", before), ("new", after))
    )
    output = diff(old, new).output
    assert [one for one in said if one not in output] == []


def test_a_change_far_into_a_note_is_told(state: State) -> None:
    notes = [f"note: {{zh: {'一' * 700}{end}, en: x}}" for end in ("真", "假")]
    old, new = (
        state(name, {DATASET: FILES[DATASET].replace("799.3万张", f"799.3万张, {note}")})
        for name, note in zip(("old", "new"), notes, strict=True)
    )
    output = diff(old, new).output
    assert ("真 / x`" in output, "假 / x`" in output) == (True, True)


@pytest.mark.parametrize("line", ["-- 一句", "++ 一句", "--- 一句", "+++ 一句", "@@ 一句"])
def test_no_line_of_prose_hides_behind_the_marks_of_a_difference(
    write_site: WriteSite, line: str
) -> None:
    about = "content/pages/about/zh.md"
    old, new = (
        read_site(write_site({about: f"---\ntitle: 关于\n---\n本站。\n\n{words}\n"}))[0]
        for words in ("从前", line)
    )
    assert old is not None
    assert new is not None
    before, after = assess(old), assess(new)
    assert f"now: `{line}`" in report_markdown(compare(before, after), before.site, after.site)


@pytest.mark.parametrize("number", [150, 400, 20_000])
def test_a_page_of_many_lines_is_compared_at_once(write_site: WriteSite, number: int) -> None:
    """Lines that are repeated often, but not often enough to be passed over, take a comparison of
    all with all.
    """
    about = "content/pages/about/zh.md"
    pages = ("\n".join(chr(0x4E00 + at * step % 150) for at in range(number)) for step in (1, 7))
    old, new = (
        read_site(write_site({about: f"---\ntitle: 关于\n---\n首\n{words}\n尾\n"}))[0]
        for words in pages
    )
    assert old is not None
    assert new is not None
    began = time.process_time()
    (change,) = compare(assess(old), assess(new)).others
    assert time.process_time() - began < 5
    assert {"-首", "+首", "-尾", "+尾"}.isdisjoint(change.lines)
    assert {line[:1] for line in change.lines} == {"-", "+"}


def test_a_flood_of_figures_leaves_out_neither_proofs_nor_pages(state: State) -> None:
    rows = "".join(
        f"      - {{key: k{n}, value: {n}, period: {1000 + n}, because: {{zh: 表, en: Table}}}}\n"
        for n in range(1, 900)
    )
    flooded = (
        FILES[DATASET]
        + f"  flood:\n    title: {{zh: 洪, en: Flood}}\n    unit: bed\n    observations:\n{rows}"
    )
    about = {
        f"content/pages/about/{code}.md": f"---\ntitle: T\n---\nnew words {code}\n"
        for code in ("zh", "en")
    }
    changed = flooded.replace("{printed: 799.3万张}", "{printed: 799.3万张, status: plan}")
    output = diff(state("old"), state("new", {DATASET: changed, **about})).output
    assert len(output) < LONGEST_REPORT
    assert output.index("changed: `care.beds`") < output.index("new: `care.flood@k1`")
    for said in (
        "1 proof re-made; not verified here",
        "- `care.beds` `799.3万张`",
        "now: `new words en`",
        "more lines, left out here",
    ):
        assert said in output


def _pages(of_first: str, of_last: str) -> dict[str, str]:
    """Two pages, whose names stand first and last in any order of them."""
    return {
        f"content/pages/{page}/{code}.md": f"---\ntitle: T\n---\n{body}\n"
        for page, body in (("a", of_first), ("z", of_last))
        for code in ("zh", "en")
    }


def _paragraphs(number: int, words: str) -> str:
    return "\n\n".join(
        f"第{'甲乙丙丁戊己庚辛壬癸'[n % 10] * (1 + n // 10)}句{words}" for n in range(number)
    )


def test_no_page_hides_behind_one_that_is_reworded_from_top_to_bottom(state: State) -> None:
    old = state("old", _pages(_paragraphs(200, "旧" * 150), "真话。"))
    new = state("new", _pages(_paragraphs(200, "新" * 150), "假话。"))
    output = diff(old, new).output
    assert len(output) < LONGEST_REPORT
    assert [
        one for one in ("page `a/zh` changed", "page `a/en` changed") if one not in output
    ] == []
    for page in ("z/zh", "z/en"):
        assert f"- page `{page}` changed\n  - was: `真话。`\n  - now: `假话。`\n" in output
    assert output.count("more lines of it, left out here") == 2
    assert len(output) > LONGEST_REPORT * 0.9  # what room there is is used


def test_what_the_summary_leaves_out_the_text_tells(state: State) -> None:
    old = state("old", _pages(_paragraphs(60, "旧"), "真话。"))
    new = state("new", _pages(_paragraphs(60, "新"), "假话。"))
    output = diff(old, new, "text").output
    assert output.count("旧") == output.count("新") == 120
    assert "left out" not in output
    assert "more lines" not in output


@pytest.mark.parametrize("words", [1, 60])
def test_what_changed_is_told_before_what_is_new(state: State, words: int) -> None:
    """However much is new, as terms or pages that nobody reads; the lines of what changed are told
    before more than the names of what is new, though they are long.
    """
    was, now = (f"{one * 8}{two * 8}。" * words for one, two in ("真话", "假话"))
    flood = {
        f"content/pages/n{number}/{code}.md": "---\ntitle: T\n---\n" + "新的一页。" * 100
        for number in range(300)
        for code in ("zh", "en")
    }
    old = state("old", _pages("真话。", was))
    new = state("new", {**flood, **_pages("真话。", now)})
    output = diff(old, new).output
    assert len(output) < LONGEST_REPORT
    at = output.index("- page `z/en` changed\n")
    until = output.index("\n- ", at)
    told = re.findall(r"(was|now): `(.*)`", output[at:until])
    said = {when: "".join(text for one, text in told if one == when) for when, _ in told}
    assert said == {"was": was, "now": now}
    assert output.index("page `z/en` changed") < output.index("page `n0/zh` new")


def _terms(number: int, said: str) -> dict[str, str]:
    """A glossary of many terms, all explained by the same words."""
    terms = "".join(
        f"t{n}: {{term: {{zh: 词{n}, en: Term {n}}}, definition: {{zh: {said}, en: Said}}}}\n"
        for n in range(number)
    )
    return {"content/glossary.yaml": terms}


def test_a_flood_of_one_sort_leaves_out_nothing_of_another(state: State) -> None:
    """However many terms are reworded, the page that says no more than one thing new is told."""
    old = state("old", {**_terms(400, "旧" * 40), **_pages("真话。", "真话。")})
    new = state("new", {**_terms(400, "新" * 40), **_pages("真话。", "假话。")})
    output = diff(old, new).output
    assert len(output) < LONGEST_REPORT
    assert "- page `z/zh` changed\n  - was: `真话。`\n  - now: `假话。`\n" in output


def test_a_summary_that_leaves_out_lines_says_so_before_all_else(state: State) -> None:
    old, new = (
        state(name, _terms(400, words * 40)) for name, words in (("old", "旧"), ("new", "新"))
    )
    output = diff(old, new).output
    notice = re.fullmatch(
        r"\*\*⚠ This is not all: (\d+) lines of it left out below\. .*--format text.*",
        output.splitlines()[1],
    )
    assert notice is not None
    left = sum(map(int, re.findall(r"… and (\d+) more line", output)))
    assert int(notice[1]) == left > 0
    assert "This is not all" not in diff(old, old).output


def test_room_that_no_line_fits_into_is_the_next_ones(state: State) -> None:
    """Of many long changes some are told, where each alone has too little room for a line."""
    old, new = (
        state(name, _terms(250, words * 200)) for name, words in (("old", "旧"), ("new", "新"))
    )
    output = diff(old, new).output
    assert LONGEST_REPORT * 0.9 < len(output) < LONGEST_REPORT


def test_where_long_lines_differ_is_told_first_of_what_there_is_no_room_for(state: State) -> None:
    words = "甲乙丙丁戊己庚辛壬癸" * 20
    old, new = (
        state(name, _terms(150, f"{words}{one}{words}"))
        for name, one in (("old", "真"), ("new", "假"))
    )
    output = diff(old, new).output
    assert "This is not all" in output
    assert output.count("  - there: `真` -> `假`") == 150


def test_a_changed_number_is_told_before_many_changed_words(state: State) -> None:
    """And what follows a first part that fills a screen is named before it."""
    rows = "".join(
        f"  a{n}:\n    title: {{zh: 数, en: WORD {n}}}\n    unit: bed\n    observations:\n"
        f"      - {{key: k{n}, value: {n}, because: {{zh: 表, en: Table}}}}\n"
        for n in range(1, 40)
    )
    head, _, last = FILES[DATASET].partition("indicators:\n")
    said = f"{head}indicators:\n{rows}{last}"
    about = {f"content/pages/about/{code}.md": "---\ntitle: T\n---\nnew\n" for code in ("zh", "en")}
    changed = said.replace("WORD", "Word").replace("{printed: 799.3万张}", "{printed: 799.4万张}")
    assert changed.count("799.4万张") == 1
    output = diff(state("old", {DATASET: said}), state("new", {DATASET: changed, **about})).output
    lines = output.splitlines()
    assert next(line for line in lines if line.startswith("- ")).startswith(
        "- changed: `care.beds`"
    )
    (below,) = (line for line in lines[:4] if line.startswith("Below: "))
    assert "Errors that it would bring (" in below
    assert "Pages (2)" in below


def test_the_time_of_a_comparison_grows_no_faster_than_the_figures(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each page is read for its references once, however many figures changed."""
    counted = list[str]()

    def counting(body: str) -> Iterator[ProseReference]:
        counted.append(body)
        return references(body)

    monkeypatch.setattr("statsite.diff.compare.references", counting)

    def pages_read(number: int) -> int:
        rows = "".join(
            (
                f"      - {{key: k{n}, value: {n}, period: {1000 + n}, because: {{zh: 表, en: "
                f"Table}}}}\n"
            )
            for n in range(number)
        )
        many = (
            FILES[DATASET]
            + f"  many:\n    title: {{zh: 多, en: Many}}\n    unit: bed\n    observations:\n{rows}"
        )
        old, new = (
            read_site(write_site({**FILES, DATASET: dataset}))[0]
            for dataset in (FILES[DATASET], many)
        )
        assert old is not None
        assert new is not None
        counted.clear()
        assert len(compare(assess(old), assess(new)).figures) == number
        return len(counted)

    assert pages_read(4) == pages_read(16)
