"""Charts of every kind, as tests draw them: usual ones, crowded ones, and ones with numbers as long
as they may be.
"""

from __future__ import annotations

from charts.spec import Datum, DatumStatus
from charts.values import replace
from tests.charts.drawn import chart, figure, moment

BEDS = chart(
    "parts",
    figure("机构", "507.7万张", 5077000, precision=1000),
    figure("社区", "291.5万张", 2915000, precision=1000),
    total=figure("合计", "799.3万张", 7993000, precision=1000),
    words={"total": "合计", "rounding": "（四舍五入）"},
)
ORGANISATIONS = chart(
    "bars",
    figure("医养结合机构", "超过8400家", 8400, ">"),
    figure("医疗机构设立养老机构", "超过4800家", 4800, ">"),
    figure("备案", "近3600家", 3600, "≲"),
)
MIXED = chart(
    "bars",
    figure("a", "2000", 2000),
    figure("b", "约1000", 1000, "≈"),
    figure("c", "800~1200", None, "range", low=800.0, high=1200.0),
    figure("d", "1500", 1500, status="target"),
    figure("e", "500", 500, status="estimate"),
    figure("f", "0", 0),
    figure("g", "−700", -700),
)
LITERACY = chart(
    "then-and-now",
    moment("全国", 2008, "6.48%", 6.48),
    moment("全国", 2024, "31.87%", 31.87),
    moment("湖南", 2010, "8.3%", 8.3),
    moment("湖南", 2024, "32.88%", 32.88),
)
SUBSIDY = chart(
    "then-and-now",
    *(
        moment("补助", year, f"{value}元", value)
        for year, value in ((2009, 15), (2018, 55), (2025, 99))
    ),
)
DENSE = chart(
    "then-and-now",
    *(
        moment("补助", year, f"每人每年补助{year - 1994}元", year - 1994)
        for year in range(2009, 2025)
    ),
)
CHONGQING = chart(
    "targets",
    moment("床位", 2024, "560张", 560),
    moment("床位", 2027, "1000张", 1000, status="target"),
    moment("床位", 2030, "1500张", 1500, status="target"),
    moment("占比", 2027, "80%", 80, status="target"),
    moment("占比", 2030, "82%", 82, status="target"),
    words={"target": "目标"},
)
AGED = chart("people-in-100", figure("60岁", "22.0%", 22.0), figure("65岁", "15.6%", 15.6))
AGAINST = chart(
    "against-nation",
    figure("湖南", "69.1%", 69.1),
    figure("浏阳", "45%", 45),
    reference=figure("全国", "一半以上", 50, "≥"),
)
LANES = chart(
    "targets",
    moment("Cycle lanes", 2020, "1,840.5 km", 1840.5),
    moment("Cycle lanes", 2024, "2,912.5 km", 2912.5),
    moment("Cycle lanes", 2030, "at least 5,000 km", 5000, relation="≥", status="target"),
    moment("Cycle lanes", 2035, "about 7,500 km", 7500, relation="≈", status="target"),
)
CROWDED = chart(
    "targets",
    *LANES.data,
    moment("Paths", 2022, "40 km", 40),
    moment("Paths", 2025, "nearly 90 km", 90, relation="≲"),
    moment("Paths", 2030, "about 300 km", 300, relation="≈", status="target"),
)
PAID = chart(
    "then-and-now", moment("补助标准", 2009, "15元/人", 15), moment("补助标准", 2025, "99元/人", 99)
)
LIBRARIES = chart(
    "then-and-now",
    moment("Libraries", 2018, "148 libraries", 148),
    moment("Libraries", 2024, "112 libraries", 112),
)
FALLING = chart(
    "then-and-now",
    moment("增长率", 2020, "不到−2.4%", -2.4, relation="<"),
    moment("增长率", 2024, "−13.6%以下", -13.6, relation="≤"),
)
CLOSE = chart(
    "against-nation",
    figure("湖南", "52%", 52),
    figure("浏阳", "45%", 45),
    figure("上海", "64.1%", 64.1),
    reference=figure("全国", "一半以上", 50, "≥"),
)
GROWTH = chart(
    "line",
    *(
        moment("增长率", year, f"{(year * 37) % 23 / 2 - 4:.1f}%", (year * 37) % 23 / 2 - 4)
        for year in range(1960, 2024)
    ),
)
REGIONS = chart(
    "line",
    *(
        moment(
            row, year, f"{base + (year - 1990) * slope:.1f} per 1,000", base + (year - 1990) * slope
        )
        for row, base, slope in (
            ("Sub-Saharan Africa (excluding high income)", 10, 0.4),
            ("World", 30, 0.2),
            ("European Union", 55, -0.5),
        )
        for year in (1990, 1995, 2000, 2010, 2023)
    ),
)
BROKEN = chart(
    "line",
    *(
        moment("识字率", year, f"{value}%", value, starts_anew=year == 2010)
        for year, value in ((2004, 63), (2006, 64), (2008, 66), (2010, 52), (2012, 55), (2020, 60))
    ),
)
LITERATE = chart(
    "line",
    moment("识字率", 2008, "6.5%", 6.5),
    moment("识字率", 2024, "31.9%", 31.9),
    moment("识字率", 2030, "40%", 40, status="target"),
)


def panel(area: str, year: float, value: float) -> Datum:
    """A figure of the one row of a panel."""
    return replace(moment(area, year, f"{value:.1f}%", value), row="识字率", group=area)


GROUPED_BEDS = chart(
    "grouped-bars",
    *(
        figure(f"{area}-{year}", f"{value} per 1,000", value, row=year, group=area)
        for area, values in (
            ("Sub-Saharan Africa", (1.2, 0.9)),
            ("East Asia and Pacific", (3.4, 5.8)),
            ("European Union", (5.3, 4.6)),
        )
        for year, value in zip(("2000", "2022"), values, strict=True)
    ),
)
GROUPED_GROWTH = chart(
    "grouped-bars",
    *(
        figure(
            f"{area}-{who}",
            f"{value}%",
            value,
            row=who,
            group=area,
            status="target" if who == "规划" else "observed",
        )
        for area, values in (("河南省", (3.1, -2.4, 5)), ("广西壮族自治区", (12.5, -8.3, 0)))
        for who, value in zip(
            ("城镇居民人均可支配收入增长", "农村居民", "规划"), values, strict=True
        )
    ),
)
AGES = chart(
    "shares",
    *(
        figure(f"{year}-{part}", f"{value}%", value, row=part, group=year, precision=0.1)
        for year, values in (("1990", (32.0, 62.1, 5.9)), ("2020", (17.9, 64.8, 17.3)))
        for part, value in zip(("Children", "Working age", "Older people"), values, strict=True)
    ),
    whole=100.0,
)
LEVELS = chart(
    "shares",
    *(
        figure(f"{area}-{part}", f"{value}万人次", value, row=part, group=area)
        for area, values in (("东部", (12.1, 55, 32.9, 4)), ("西部", (20, 50, 30, 8)))
        for part, value in zip(
            ("三级医院", "二级医院", "社区卫生服务中心", "乡镇卫生院"), values, strict=True
        )
    ),
    words={"sum": "全长是所列各部分之和"},
)
PANELS = chart(
    "small-multiples",
    *(
        panel(area, year, base + (year - 1990) * slope)
        for area, base, slope in (
            ("Sub-Saharan Africa (excluding high income)", 10, 0.4),
            ("World", 30, 0.2),
            ("European Union", 55, -1.9),
        )
        for year in (1990, 1995, 2000, 2005, 2010, 2015, 2020)
    ),
)
ROADMAP = chart(
    "milestones",
    moment("养老机构护理型床位占比", 2025, "不低于55%", 55, relation="≥", status="target"),
    moment("每千人口医师数", 2025, "3.2人", 3.2, status="target"),
    moment(
        "Villages with a clinic that meets the national standard for buildings",
        2027,
        "nearly 80%",
        80,
        relation="≲",
        status="plan",
    ),
    moment("特困人员床位", 2030, "约1000张", 1000, relation="≈", status="target"),
    moment("床位", 2015, "100张", 100),
)


HUGE = tuple(
    moment(row, year, f"{n + 123_456_789_012_345:,} people", n + 123_456_789_012_345)
    for row in "ab"
    for n, year in ((0, 1999), (9, 2024))
)
ALL = {
    "huge-numbers-then-and-now": chart("then-and-now", *HUGE),
    "huge-numbers-on-a-slope": chart("then-and-now", *HUGE[:2]),
    "huge-numbers-down-the-page": chart(
        "then-and-now",
        *HUGE[:2],
        *(replace(one, id=f"{one.id}-b", time=(one.time or 0) + 1) for one in HUGE[2:]),
    ),
    "huge-targets": chart("targets", *(replace(one, status=DatumStatus.TARGET) for one in HUGE)),
    "huge-numbers-on-a-line": chart("line", *HUGE),
    "huge-numbers-in-panels": chart(
        "small-multiples", *(replace(one, row="r", group=one.row) for one in HUGE)
    ),
    "huge-numbers-in-bars": chart("bars", *HUGE),
    "huge-numbers-in-groups": chart(
        "grouped-bars", *(replace(one, row=one.time_label, group=one.row) for one in HUGE)
    ),
    "huge-milestones": chart("milestones", *HUGE),
    "huge-parts": chart("parts", *HUGE),
    "huge-shares": chart(
        "shares", *(replace(one, row=one.time_label, group=one.row) for one in HUGE)
    ),
    "huge-numbers-against-the-nation": chart("against-nation", *HUGE[1:], reference=HUGE[0]),
    "long-shares-of-people": chart(
        "people-in-100", figure("a", "about 12.3456789012345%", 12.3456789012345)
    ),
    "line": GROWTH,
    "lines": REGIONS,
    "broken-line": BROKEN,
    "line-to-a-target": LITERATE,
    "parts": BEDS,
    "bars": ORGANISATIONS,
    "mixed": MIXED,
    "dumbbell": LITERACY,
    "slope": SUBSIDY,
    "timeline": DENSE,
    "targets": CHONGQING,
    "people": AGED,
    "against": AGAINST,
    "rising-targets": LANES,
    "crowded-targets": CROWDED,
    "two-dates": PAID,
    "two-long": LIBRARIES,
    "falling": FALLING,
    "close-to-the-nation": CLOSE,
    "grouped": GROUPED_BEDS,
    "grouped-below-zero": GROUPED_GROWTH,
    "shares": AGES,
    "many-shares": LEVELS,
    "panels": PANELS,
    "milestones": ROADMAP,
}
