"""A site of any size for measuring: N datasets of eight figures and one bar chart each, in one
language.
"""

from __future__ import annotations

from pathlib import Path

#: Figures of a dataset, one for each of the areas.
FIGURES = 8
#: How many datasets a topic has.
_TOPIC = 50
#: Letters of which no word is made, nor a mark of what is unfinished, such as TK.
_LETTERS = "BCDFGHJLMNPQRSVWZ"


def write_synthetic_site(folder: Path, datasets: int) -> None:
    """Write a site of ``datasets`` into ``folder``, which is made; the numbers follow from their
    places, the same each time.
    """
    topics = [f"topic-{number:03}" for number in range((datasets + _TOPIC - 1) // _TOPIC)]
    files = {
        "site.yaml": (
            f"title: {{en: Synthetic figures}}\nlanguages: [en]\nas_of: 2025-03-31\ntopics: "
            f"[{', '.join(topics)}]\n"
        ),
        "content/units.yaml": "bed: {en: {one: bed, other: beds}}\n",
        "content/areas.yaml": "".join(
            f"area-{n}: {{title: {{en: Area {n}}}, kind: county}}\n" for n in range(FIGURES)
        ),
        "content/sources/report.yaml": (
            "title: Annual report\nlanguage: en\npublication: {en: County "
            "Council}\npublished: {date: 2025-02-14}\nurl: https://example.org/report\n"
        ),
        "content/pages/about/en.md": (
            "---\ntitle: About these figures\nstandfirst: Made for measuring.\n---\nAll figures "
            "follow from their places.\n"
        ),
    }
    for number in range(datasets):
        name = dataset_id(number)
        files[f"content/datasets/{name}.yaml"] = _dataset(number, topics[number // _TOPIC])
        files[f"content/charts/{name}.yaml"] = _chart(name, number)
    for at, topic in enumerate(topics):
        files[f"content/topics/{topic}/en.md"] = _prose(
            range(at * _TOPIC, min(datasets, (at + 1) * _TOPIC))
        )
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def dataset_id(number: int) -> str:
    """The id of a dataset, and of its chart."""
    return f"beds-{number:05}"


def value(dataset: int, area: int) -> int:
    """The value of a figure."""
    return 100 + (dataset * 7919 + area * 104_729) % 9_900


def letters(number: int) -> str:
    """A number in letters, ``B`` to ``Z`` and ``BB`` on: a digit in a title would be a number that
    nothing proves, and a vowel would make words of it, such as one for all.
    """
    rest, letter = divmod(number, len(_LETTERS))
    return (letters(rest - 1) if rest else "") + _LETTERS[letter]


def _dataset(number: int, topic: str) -> str:
    kind = letters(number)
    rows = "".join(
        f"      - {{area: area-{area}, key: a{area}, value: {value(number, area)}}}\n"
        for area in range(FIGURES)
    )
    return (
        f"title: {{en: Beds of kind {kind}}}\ntopic: {topic}\ndefaults: {{source: report, "
        f"period: 2024-12-31, status: observed}}\n"
        f"indicators:\n  beds:\n    title: {{en: Beds of kind {kind}}}\n    unit: bed\n    "
        f"observations:\n{rows}"
    )


def _chart(name: str, number: int) -> str:
    data = ", ".join(f"{name}.beds@a{area}" for area in range(FIGURES))
    return f"kind: bars\ntitle: {{en: Beds of kind {letters(number)} by area}}\ndata: [{data}]\n"


def _prose(numbers: range) -> str:
    places = "\n\n".join(f"[[chart:{dataset_id(number)}]]" for number in numbers)
    first = f"{dataset_id(numbers[0])}.beds@a0"
    return (
        "---\ntitle: Beds by area\nstandfirst: What the report counts.\nleads: "
        f"[{first}]\n---\nThe first area has [[{first}]].\n\n{places}\n"
    )
