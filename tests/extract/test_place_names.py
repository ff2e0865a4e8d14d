"""Other names lead to the standard names of provinces and cities."""

from __future__ import annotations

from statsite.extract.cities import every_city, every_province
from statsite.extract.place_names import (
    CITY_OF_CHARACTER,
    MEMBERS_OF_GROUP,
    PROVINCE_OF_CHARACTER,
    PROVINCE_OF_PART,
    STANDARD_OF_NICKNAME,
)


def test_every_name_leads_to_a_province_or_a_city() -> None:
    provinces, cities = {*every_province()}, {*every_city()}
    assert {*PROVINCE_OF_CHARACTER.values(), *PROVINCE_OF_PART.values()} <= provinces
    assert {*CITY_OF_CHARACTER.values()} <= cities
    assert {*STANDARD_OF_NICKNAME.values()} <= provinces | cities
    assert {name for names in MEMBERS_OF_GROUP.values() for name in names} <= provinces | cities


def test_short_names_nicknames_groups_and_parts_lead_to_their_places() -> None:
    assert PROVINCE_OF_CHARACTER["桂"] == "广西"
    assert CITY_OF_CHARACTER["穗"] == "广州"
    assert STANDARD_OF_NICKNAME["泉城"] == "济南"
    assert MEMBERS_OF_GROUP["两广"] == ("广东", "广西")
    assert PROVINCE_OF_PART["苏北"] == "江苏"
