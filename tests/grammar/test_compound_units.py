"""A unit word that is only the first half of another unit counts nothing by itself."""

from __future__ import annotations

import pytest

from tests.evidence.finding import is_found


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("变压器容量为8千伏安。", "8千伏", "伏"),
        ("货运周转30吨公里。", "30吨", "吨"),
        ("周转集装箱30箱海里。", "30箱", "箱"),
        ("电池容量5000毫安时。", "5000毫安", "毫安"),
        ("累计停电30户时。", "30户", "户"),
        ("志愿服务达1.6万人小时。", "1.6万人", "人"),
        ("培训量为3000人学时。", "3000人", "人"),
        ("出动35人天完成消杀。", "35人", "人"),
        ("投入35人月。", "35人", "人"),
        ("开放280床日。", "280床", "床"),
        ("就诊35人（次）。", "35人", "人"),
        ("储水池容积为80米³。", "80米", "米"),
        ("面积为80米^2。", "80米", "米"),
        ("密度为80米⁻²。", "80米", "米"),
        ("力矩为80米·kg。", "80米", "米"),
        ("车速35米每秒。", "35米", "米"),
        ("船行35海里每时。", "35海里", "海里"),
        ("用水35立方分米。", "35立方", "立方"),
        ("面积35平方英尺。", "35平方", "平方"),
        ("反应釜升温12℃/h。", "12℃", "℃"),
        ("水厂供水900t/d。", "900t", "t"),
    ],
)
def test_half_of_another_unit_is_partial(text: str, printed: str, words: str) -> None:
    assert not is_found(text, printed, words)


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        ("35人天津集训归来。", "35人", "人"),
        ("35人天不亮就出发。", "35人", "人"),
        ("35人日常服用。", "35人", "人"),
        ("35人月均收入提高。", "35人", "人"),
        ("35人年内到岗。", "35人", "人"),
        ("共有村医580人²，其中女性居多。", "580人", "人"),
        ("共有村医35人（含3名返聘）。", "35人", "人"),
        ("候诊室面积500m²。", "500m²", "m²"),
        ("用水35立方，节水显著。", "35立方", "立方"),
        ("慢跑35米每天坚持。", "35米", "米"),
        ("变压器电压为8千伏，安全运行。", "8千伏", "伏"),
        ("气温12℃/湿度60%。", "12℃", "℃"),
    ],
)
def test_what_only_follows_a_unit_is_none(text: str, printed: str, words: str) -> None:
    assert is_found(text, printed, words)
