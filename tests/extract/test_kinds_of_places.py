"""What the names of areas end in, and the words for the area that an article is about."""

from __future__ import annotations

import re

import pytest

from statsite.extract.kinds_of_places import KIND_OF_PROVINCE, RANK_OF_KIND, WHOLE_AREA


@pytest.mark.parametrize("words", ["全国", "我国", "全省", "我市", "全自治区", "全盟", "我州"])
def test_the_area_of_an_article_is_called_by_its_kind(words: str) -> None:
    assert re.fullmatch(WHOLE_AREA, words)


@pytest.mark.parametrize("words", ["中国", "全球", "全年", "本省"])
def test_other_words_are_not_for_the_area_of_an_article(words: str) -> None:
    assert re.fullmatch(WHOLE_AREA, words) is None


@pytest.mark.parametrize("ending", ["省", "市", "自治区", "壮族自治区", "特别行政区"])
def test_a_province_ends_in_its_kind(ending: str) -> None:
    assert re.fullmatch(KIND_OF_PROVINCE, ending)


def test_provinces_are_above_prefectures_and_these_above_counties() -> None:
    assert RANK_OF_KIND["自治区"] < RANK_OF_KIND["自治州"] < RANK_OF_KIND["旗"]
