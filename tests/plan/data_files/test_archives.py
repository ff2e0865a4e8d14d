"""Archives hold the same bytes whatever the machine: sorted, stored, of the day they are given."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest

from statsite.periods import Moment
from statsite.plan.data_files.archives import stored, stored_texts

FILES = {"b/two.csv": "乙".encode(), "a.txt": b"one" * 1000, "[x].xml": b""}
DAY = Moment(2025, 12, 1)


def _entries(archive: bytes) -> list[zipfile.ZipInfo]:
    return zipfile.ZipFile(io.BytesIO(archive)).infolist()


def test_every_file_is_in_it_whole() -> None:
    with zipfile.ZipFile(io.BytesIO(stored(FILES, DAY))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == FILES


def test_entries_are_sorted_and_as_they_are() -> None:
    entries = _entries(stored(FILES, DAY))
    assert [one.filename for one in entries] == ["[x].xml", "a.txt", "b/two.csv"]
    assert all(one.compress_size == one.file_size for one in entries)
    assert {(one.create_system, one.external_attr) for one in entries} == {(3, 0o100644 << 16)}


def test_the_order_of_the_files_changes_nothing() -> None:
    assert stored(dict(reversed(FILES.items())), DAY) == stored(FILES, DAY)


@pytest.mark.parametrize(
    ("day", "time"),
    [
        (DAY, (2025, 12, 1, 0, 0, 0)),
        (Moment(2025, 12), (2025, 12, 1, 0, 0, 0)),
        (Moment(1949, 10, 1), (1980, 10, 1, 0, 0, 0)),
        (Moment(2125, 3, 31), (2107, 3, 31, 0, 0, 0)),
    ],
)
def test_entries_are_of_the_day_that_is_given(day: Moment, time: tuple[int, ...]) -> None:
    assert {one.date_time for one in _entries(stored(FILES, day))} == {time}


def test_texts_are_stored_as_their_bytes_would_be_and_taken_out() -> None:
    texts = {path: io.StringIO(content.decode()) for path, content in FILES.items()}
    assert stored_texts(texts, DAY) == stored(FILES, DAY)
    assert not texts


def test_a_large_text_takes_little_more_memory_than_the_archive() -> None:
    texts = {"large.xml": io.StringIO("0123456789" * 800_000)}
    tracemalloc.start()
    try:
        made = stored_texts(texts, DAY)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2.5 * len(made)
