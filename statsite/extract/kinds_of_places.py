"""What the names of areas of China end in, and how articles call the area that they are about:
全省, 我市, 全国.
"""

from __future__ import annotations

from collections.abc import Mapping

from statsite.grammar.patterns import any_of

#: The kinds of areas by how far they lie below the nation: provinces, prefectures, counties.
RANK_OF_KIND: Mapping[str, int] = {
    **dict.fromkeys(("省", "自治区"), 1),
    **dict.fromkeys(("市", "自治州", "州", "盟"), 2),
    **dict.fromkeys(("县", "区", "旗"), 3),
}
#: Any of them, in patterns.
KIND = f"(?:{any_of(RANK_OF_KIND)})"
#: The last character of the name of an area, in patterns; towns among them.
LAST_OF_NAME = "[省市县区州盟旗镇]"
#: What the name of a county or of what is like it ends in.
KINDS_OF_COUNTIES = frozenset("县区市旗")
#: What a name ends in that is printed behind that of its province, in patterns.
KIND_WITHIN_A_PROVINCE = "(?:自治[州县旗]|新区|[市县区州盟旗])"
#: What the name of a province ends in, in patterns.
KIND_OF_PROVINCE = "(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)"

#: How articles call the nation as the area of a figure. 中国 names it too, but begins the names of
#: bodies: 中国银行.
THE_NATION = ("全国", "我国")
NAMES_OF_THE_NATION = (*THE_NATION, "中国")
#: What a site may call it.
TITLES_OF_THE_NATION = frozenset({*NAMES_OF_THE_NATION, "中华人民共和国"})
#: What a site may call the world.
TITLES_OF_THE_WORLD = frozenset({"全球", "世界", "全世界"})
#: The area that an article is about, by its kind alone, in patterns.
WITHIN_THE_NATION = f"[全我]{KIND}"
WHOLE_AREA = f"{any_of(THE_NATION)}|{WITHIN_THE_NATION}"
