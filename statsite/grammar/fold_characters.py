"""Text made ready for reading figures: white space taken out, look-alike characters made one, every
offset traceable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from statsite.grammar.lexicon import FORMAL_NUMERALS

#: Characters that a figure shows in one form only, whatever the newspaper set.
_SHOWN = str.maketrans("０１２３４５６７８９％", "0123456789%")
#: Full-width forms of ASCII characters, but not the comma, which stays a mark of its own.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) != "，"}
#: Characters that mean the same in a figure; traditional forms among them.
_TRADITIONAL = str.maketrans(
    "唔冇萬億兩個餘過約達點與間總佔強開來幾數會應當許從沒無發現滿夠將於對級張種項條戶輛噸歲週鐘時縣幣電爲為並嚴準該讓衛隻場張處歷"
    "內難請僅絕還這負畝頃臺號頂碼頭隊雙塊層節課學筆單減寬長輕遲較運標國區鄉鎮省計連續費買圓貨棟幢齡"
    "傳擬報誤據稱說劃設導們後實際決選勝敗樂觀飛機樓價錢銀產業進類農醫師護藥療養體檢門診額補貼資獎罰預測擴縮漲衆眾損傷殘賠償購賣貸債稅責質認證調談論試諾謠變貧贈趕躍軌"
    "輪轉辦遠適遺郵釋針鐵鋼錯閉問陸陽陰隨險離雜靜頻題顯風飯館駛驗驚黃黨譜籠冊訴詐騙賺賽贏車軍邊邏鑑聞聲職聯腦興舉舊莊葉蘇虧術複觸訂訓記訪詢話誰誇謊講謝識譯議",
    "不没万亿两个余过约达点与间总占强开来几数会应当许从没无发现满够将于对级张种项条户辆吨岁周钟时县币电为为并严准该让卫只场张处历"
    "内难请仅绝还这负亩顷台号顶码头队双块层节课学笔单减宽长轻迟较运标国区乡镇省计连续费买圆货栋幢龄"
    "传拟报误据称说划设导们后实际决选胜败乐观飞机楼价钱银产业进类农医师护药疗养体检门诊额补贴资奖罚预测扩缩涨众众损伤残赔偿购卖贷债税责质认证调谈论试诺谣变贫赠赶跃轨"
    "轮转办远适遗邮释针铁钢错闭问陆阳阴随险离杂静频题显风饭馆驶验惊黄党谱笼册诉诈骗赚赛赢车军边逻鉴闻声职联脑兴举旧庄叶苏亏术复触订训记访询话谁夸谎讲谢识译议",
)
_PLAIN = (
    _WIDE
    | _TRADITIONAL
    | str.maketrans(
        "〜∼⁓˜‐‑‒−–―─━ー⁄∕≧≦⩾⩽○◯∶貳貮弍弐陸叄弎弌壱٪", "~~~~----—————//≥≤≥≤〇〇:贰贰贰贰陆叁叁壹壹%"
    )
)
_BLANKS = re.compile(r"\s+")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
#: The numerals of cheques. One alone is a word (大陆, 队伍, 收拾); two or more in a row are a
#: number, and so is one before 元 or 圆.
_FORMAL = str.maketrans(f"{FORMAL_NUMERALS}圆", "一二三三四五六七八九十百千元")
_FORMAL_RUN = re.compile(f"[{FORMAL_NUMERALS}](?:[{FORMAL_NUMERALS}零万亿]+圆?|圆|(?=元))")


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text without its white space.

    ``shown`` is the text as printed but for full-width digits and per-cent signs; ``plain`` is as
    long and has one form of every character, for matching. White space between two Arabic digits
    stays as one space: it may separate the groups of one number, and else nothing joins them.
    ``offsets`` holds for every character its offset in the text as given, and at the end that
    text's length.
    """

    shown: str
    plain: str
    offsets: tuple[int, ...]


def fold_text(text: str) -> FoldedText:
    """``text`` made ready for matching."""
    kept: list[str] = []
    offsets: list[int] = []
    for first, last, characters in _kept(text):
        kept.append(characters)
        offsets.extend(range(first, last))
    offsets.append(len(text))
    shown = "".join(kept).translate(_SHOWN)
    return FoldedText(shown, plain_of(shown), tuple(offsets))


def _kept(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of ``text`` that stay, with where each begins and ends; of white space between
    two digits one character.
    """
    at = 0
    for found in _BLANKS.finditer(text):
        first, last = found.span()
        yield at, first, text[at:first]
        if _is_between_digits(text, first, last):
            yield first, first + 1, "\n" if "\n" in found[0] else " "
        at = last
    yield at, len(text), text[at:]


def _is_between_digits(text: str, first: int, last: int) -> bool:
    """Whether a stretch of ``text`` parts two digits."""
    is_inside = first > 0 and last < len(text)
    return is_inside and text[first - 1] in _DIGITS and text[last] in _DIGITS


def plain_of(text: str) -> str:
    """``text`` with one form of every character that figures are made of, as long as it is and with
    its white space.
    """
    plain = text.translate(_SHOWN).translate(_PLAIN)
    return _FORMAL_RUN.sub(lambda found: found[0].translate(_FORMAL), plain)


def fold_word(word: str) -> str:
    """``word`` in the form in which it is in ``FoldedText.plain``."""
    return fold_text(word).plain
