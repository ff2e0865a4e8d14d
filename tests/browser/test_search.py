"""Search as a reader uses it: what is typed, what is found, by keyboard and without scripts."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import Reader, each_language, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

FIELD = ".masthead input[name=q]"

#: What is typed, in which language's pages, the end of the address that a person expects, and among
#: how many results.
QUERIES = [
    ("zh", "养老床位", "figures/elderly-care-services.beds/", 1),
    ("zh", "799.3", "figures/elderly-care-services.beds/", 1),
    ("zh", "7993000", "figures/elderly-care-services.beds/", 1),
    ("zh", "799.3万张", "figures/elderly-care-services.beds/", 1),
    ("zh", "有多少张养老床位", "figures/elderly-care-services.beds/", 1),
    ("zh", "31031", "figures/elderly-care-services.population-60/", 1),
    ("zh", "31,031", "figures/elderly-care-services.population-60/", 1),
    ("zh", "３１０３１", "figures/elderly-care-services.population-60/", 1),
    ("zh", "310310000", "figures/elderly-care-services.population-60/", 1),
    ("zh", "3.1亿", "figures/elderly-care-services.population-60/", 1),
    ("zh", "79.0岁", "figures/elderly-care-services.life-expectancy/", 1),
    ("zh", "79", "figures/elderly-care-services.life-expectancy/", 1),
    ("zh", "8.5万", "figures/elderly-care-services.contract-pairs/", 1),
    ("zh", "85000", "figures/elderly-care-services.contract-pairs/", 1),
    ("zh", "22%", "figures/elderly-care-services.population-60-share/", 1),
    ("zh", "1/3", "figures/grassroots-workforce.staff-share/", 1),
    ("zh", "800～1200种", "figures/county-reform.county-drug-list/", 1),
    ("zh", "2.98万亿", "figures/medical-insurance-fund.fund-expenditure/", 1),
    ("zh", "湖南", "areas/cn-hn/", 1),
    ("zh", "重庆2030", "areas/cn-cq/", 1),
    ("zh", "重庆安宁疗护床位", "figures/chongqing-integrated-care.hospice-beds@2027/", 3),
    ("zh", "家庭医生", "indicators/family-doctors/", 1),
    ("zh", "湖南健康素养", "indicators/health-literacy/", 2),
    ("zh", "医保", "topics/medical-insurance/", 3),
    ("zh", "老人", "figures/elderly-care-services.population-60-share/", 5),
    ("zh", "卫健委", "sources/strengthening-grassroots-safety-net/", 5),
    ("zh", "养老服务", "topics/elderly-care/", 1),
    ("zh", "目标", "targets/", 1),
    ("zh", "更正", "corrections/", 1),
    ("zh", "beds", "figures/elderly-care-services.beds/", 8),
    ("en", "beds", "figures/elderly-care-services.beds/", 1),
    ("en", "how many elderly care beds", "figures/elderly-care-services.beds/", 1),
    ("en", "7.993 million", "figures/elderly-care-services.beds/", 1),
    ("en", "31031", "figures/elderly-care-services.population-60/", 1),
    ("en", "family doctor", "indicators/family-doctors/", 1),
    ("en", "Family Doctors", "indicators/family-doctors/", 1),
    ("en", "hunan", "areas/cn-hn/", 1),
    ("en", "湖南", "areas/cn-hn/", 1),
    ("en", "GPs", "indicators/grassroots-workforce.gp/", 2),
    ("en", "TCM", "figures/traditional-medicine.tcm-health-literacy/", 30),
    ("en", "life expectancy", "figures/elderly-care-services.life-expectancy/", 1),
    (
        "en",
        "village doctors hebei",
        "figures/hebei-grassroots-training.village-doctors-trained/",
        1,
    ),
    ("en", "medical centers", "figures/shanghai-health-plan.new-national-medical-centres/", 5),
    ("en", "targets", "targets/", 1),
    ("zh", "预期寿命", "figures/elderly-care-services.life-expectancy/", 1),
    ("zh", "村医", "figures/grassroots-workforce.village-doctors-licensed/", 1),
    ("zh", "医保基金花了多少", "figures/medical-insurance-fund.fund-expenditure/", 1),
    ("zh", "人均补助", "figures/public-health-services.subsidy-per-head@2025/", 1),
    ("zh", "99元", "figures/public-health-services.subsidy-per-head@2025/", 1),
    ("zh", "15分钟", "figures/hunan-public-health.service-circle-urban/", 1),
    ("zh", "上海", "areas/cn-sh/", 1),
    ("zh", "重庆家庭医生", "figures/chongqing-integrated-care.family-doctor-coverage-65@2030/", 2),
    ("zh", "抚养比", "figures/elderly-care-services.dependency-ratio-65/", 1),
    ("zh", "免费体检", "indicators/chongqing-integrated-care.free-check-ups/", 1),
    ("zh", "支架", "figures/medical-insurance-fund.stent-price/", 1),
    ("zh", "参保率", "figures/medical-insurance-fund.enrolment-rate/", 1),
    ("zh", "临终关怀", "indicators/hospice-care/", 1),
    ("zh", "敬老院", "glossary/", 1),
    ("zh", "下载", "data/", 1),
    ("zh", "excel", "data/", 1),
    ("en", "download", "data/", 1),
    ("en", "csv", "data/", 1),
    ("en", "Chongqing 2030", "areas/cn-cq/", 1),
    ("en", "subsidy per person", "figures/public-health-services.subsidy-per-head@2025/", 1),
    ("en", "hospice", "indicators/hospice-care/", 1),
    ("en", "old people's home", "glossary/", 30),
    # as people who know none of the site's words would say it
    ("zh", "老龄化", "topics/elderly-care/", 1),
    ("zh", "看病", "topics/grassroots-health/", 1),
    ("zh", "流动医院", "topics/grassroots-health/", 1),
    ("zh", "看病难", "topics/grassroots-health/", 1),
    ("zh", "医保报销", "topics/medical-insurance/", 1),
    ("zh", "社保", "topics/medical-insurance/", 1),
    ("zh", "赤脚医生", "figures/grassroots-workforce.village-doctors-licensed/", 1),
    ("zh", "村里看病", "figures/hunan-public-health.village-clinics-designated/", 3),
    ("zh", "打针", "figures/public-health-services.child-vaccination/", 1),
    ("zh", "孕妇", "figures/public-health-services.managed-visits/", 1),
    ("zh", "小孩", "figures/public-health-services.child-vaccination/", 1),
    ("zh", "宝宝", "figures/newborn-insurance.newborns-insured-birth-year@2024/", 3),
    ("zh", "医生不够", "figures/grassroots-workforce.staff/", 3),
    ("zh", "护士", "figures/wuxi-second-hospital.nursing-satisfaction/", 3),
    ("zh", "床位不够", "figures/elderly-care-services.beds/", 2),
    ("zh", "心脏支架", "figures/medical-insurance-fund.stent-price/", 1),
    ("zh", "药品降价", "figures/medical-insurance-fund.stent-price/", 4),
    ("zh", "分级诊疗", "indicators/county-alliances/", 4),
    ("zh", "下乡", "topics/grassroots-health/", 1),
    ("zh", "长寿", "figures/elderly-care-services.life-expectancy/", 1),
    ("zh", "家庭病床", "indicators/chongqing-integrated-care.home-visits-disabled/", 1),
    ("zh", "养老院", "figures/hebei-elderly-care.contract-points-institutions/", 4),
    ("zh", "大夫", "figures/grassroots-workforce.staff/", 1),
    ("zh", "骗保", "figures/smart-supervision.pilot-areas/", 3),
    ("zh", "中药", "topics/traditional-chinese-medicine/", 1),
    ("en", "ageing", "topics/elderly-care/", 1),
    ("en", "aging", "topics/elderly-care/", 1),
    ("en", "seniors", "topics/elderly-care/", 1),
    ("en", "see a doctor", "topics/grassroots-health/", 1),
    ("en", "mobile clinic", "indicators/mobile-medical-teams.national-tour-duration/", 5),
    ("en", "nursing home", "figures/elderly-care-services.institutions-all/", 8),
    ("en", "doctor shortage", "figures/grassroots-workforce.staff/", 2),
    ("en", "baby", "topics/medical-insurance/", 1),
    ("en", "vaccines", "figures/public-health-services.child-vaccination/", 1),
    ("en", "pregnant", "figures/public-health-services.managed-visits/", 3),
    ("en", "longevity", "figures/elderly-care-services.life-expectancy/", 1),
    ("en", "high blood pressure", "figures/hunan-public-health.hypertension-managed/", 3),
    ("en", "herbal medicine", "topics/traditional-chinese-medicine/", 1),
    ("en", "drug prices", "figures/medical-insurance-fund.stent-price/", 3),
    ("en", "health education", "indicators/health-literacy/", 3),
    ("zh", "家庭医生签约率", "figures/county-reform.family-doctor-rate/", 3),
    ("zh", "国家卫健委", "sources/strengthening-grassroots-safety-net/", 5),
    ("zh", "60岁以上", "figures/elderly-care-services.population-60-share/", 3),
    ("en", "pensioners", "topics/elderly-care/", 1),
    # numbers in words, as people say them
    ("zh", "三分之一", "figures/grassroots-workforce.staff-share/", 1),
    ("zh", "三亿", "figures/elderly-care-services.population-60/", 1),
    ("zh", "三点一亿", "figures/elderly-care-services.population-60/", 1),
    ("zh", "八万五千", "figures/elderly-care-services.contract-pairs/", 1),
    ("zh", "八万五", "figures/elderly-care-services.contract-pairs/", 1),
    ("zh", "百分之二十二", "figures/elderly-care-services.population-60-share/", 1),
    ("zh", "十五分钟", "figures/hunan-public-health.service-circle-urban/", 1),
    ("zh", "九十九元", "figures/public-health-services.subsidy-per-head@2025/", 1),
    ("zh", "十四五", "topics/medical-insurance/", 1),
    ("zh", "三成", "figures/liaoning-grassroots.village-clinics-meeting-standard@2024/", 1),
    ("zh", "3成", "figures/liaoning-grassroots.village-clinics-meeting-standard@2024/", 1),
    ("zh", "多少老人", "figures/elderly-care-services.population-60-share/", 5),
    # full-width signs, traditional characters, pinyin without tones
    ("zh", "８．５万对", "figures/elderly-care-services.contract-pairs/", 1),
    ("zh", "２２％", "figures/elderly-care-services.population-60-share/", 1),
    ("zh", "養老床位", "figures/elderly-care-services.beds/", 1),
    ("zh", "家庭醫生", "indicators/family-doctors/", 1),
    ("zh", "鄉村醫生", "figures/grassroots-workforce.village-doctors-licensed/", 1),
    ("zh", "預期壽命", "figures/elderly-care-services.life-expectancy/", 1),
    ("zh", "yanglaochuangwei", "figures/elderly-care-services.beds/", 1),
    ("zh", "yanglao", "topics/elderly-care/", 1),
    ("zh", "jiating yisheng", "indicators/family-doctors/", 1),
    ("zh", "chongqing", "areas/cn-cq/", 1),
    # one slip of the hand
    ("zh", "家庭医身", "indicators/family-doctors/", 1),
    ("zh", "预其寿命", "figures/elderly-care-services.life-expectancy/", 1),
    ("en", "famly doctor", "indicators/family-doctors/", 1),
    ("en", "family docter", "indicators/family-doctors/", 1),
    ("en", "helth literacy", "indicators/health-literacy/", 3),
    ("en", "life expectency", "figures/elderly-care-services.life-expectancy/", 1),
    ("en", "chongqng", "areas/cn-cq/", 1),
    # what a reader wants to do
    ("zh", "微信", "about/", 1),
    ("zh", "分享", "about/", 1),
    ("zh", "朋友圈", "about/", 1),
    ("zh", "打印", "about/", 1),
    ("zh", "PDF", "about/", 1),
    ("zh", "大字", "about/", 1),
    ("zh", "字太小", "about/", 3),
    ("zh", "长辈版", "about/", 1),
    ("zh", "四舍五入", "about/", 1),
    ("en", "WeChat", "about/", 1),
    ("en", "print", "about/", 3),
    ("en", "large text", "about/", 1),
    ("en", "share on wechat", "about/", 1),
    ("en", "font size", "about/", 1),
    ("en", "report an error", "about/", 1),
    ("en", "share", "about/", 1),
    ("en", "share this", "about/", 1),
    ("zh", "怎么引用", "about/", 1),
    ("zh", "参考文献格式", "about/", 1),
    ("zh", "GB/T7714", "about/", 1),
    ("en", "how do i cite this", "about/", 1),
    ("zh", "导出表格", "data/", 1),
    ("zh", "下载excel", "data/", 1),
    ("zh", "数据错了怎么办", "about/", 1),
    ("en", "error in a number", "about/", 1),
    ("en", "what's new", "corrections/", 1),
    ("en", "what changed", "corrections/", 1),
    ("zh", "各地对比", "indicators/", 1),
    ("en", "compare provinces", "indicators/", 1),
    ("zh", "家庭医生签约率哪个省高", "figures/county-reform.family-doctor-rate/", 3),
    ("en", "family doctors by province", "indicators/family-doctors/", 1),
    ("zh", "2030年目标", "targets/year-2030/", 2),
    ("zh", "2024年养老床位", "figures/elderly-care-services.beds/", 1),
    ("en", "targets 2030", "targets/year-2030/", 1),
    ("en", "chongqing targets 2030", "targets/area-cn-cq/", 2),
    ("zh", "重庆 2030年 目标", "targets/area-cn-cq/", 13),
    # one word too many
    ("en", "health literacy rate", "indicators/health-literacy/", 3),
    ("en", "more than 85000", "figures/elderly-care-services.contract-pairs/", 1),
    # plurals
    ("en", "villages doctors", "figures/grassroots-workforce.village-doctors-licensed/", 10),
    ("en", "subsidies", "figures/public-health-services.subsidy-per-head@2025/", 3),
    ("en", "life expectancies", "figures/elderly-care-services.life-expectancy/", 1),
    ("en", "provinces", "topics/provincial-primary-care/", 1),
    ("en", "fraud", "figures/smart-supervision.pilot-areas/", 3),
]


@pytest.fixture(scope="module")
def results(reader: Reader) -> dict[tuple[str, str], list[str]]:
    """The addresses found for every query, by the real scripts on the page of results."""
    found: dict[tuple[str, str], list[str]] = {}
    for language in ("zh", "en"):
        with reader.opened(reader.site.path(language, "search/index.html")) as page:
            _typed(page, "x")  # loads the list
            queries = [query for code, query, _, _ in QUERIES if code == language]
            for query, links in zip(queries, page.evaluate(ALL_TYPED, queries), strict=True):
                found[language, query] = links
    return found


#: The addresses of what is shown for each of the queries once the list is loaded; to type them one
#: by one from outside the browser takes five times as long.
ALL_TYPED = """
    async queries => {
        const field = document.querySelector('main input[name=q]');
        const found = [];
        for (const query of queries) {
            field.value = query;
            field.dispatchEvent(new InputEvent('input', {bubbles: true}));
            await new Promise(shown => setTimeout(shown));
            const links = [...document.querySelectorAll('#results a')];
            found.push(links.map(link => new URL(link.href).pathname.replace('index.html', '')));
        }
        return found;
    }
"""


def _typed(page: Page, query: str) -> list[str]:
    page.locator("main input[name=q]").fill("")
    expect(page.locator("#results > *")).to_have_count(0)
    page.locator("main input[name=q]").fill(query)
    expect(page.locator("#results > *")).not_to_have_count(0)
    return list(
        page.locator("#results a").evaluate_all(
            "found => found.map(link => new URL(link.href).pathname.replace('index.html', ''))"
        )
    )


@pytest.mark.parametrize(("language", "query", "expected", "among"), QUERIES)
def test_what_a_person_types_finds_what_that_person_expects(
    language: str, query: str, expected: str, among: int, results: dict[tuple[str, str], list[str]]
) -> None:
    folder = "/" if language == "zh" else f"/{language}/"
    assert folder + expected in results[language, query][:among], results[language, query][:8]


@each_language
@pytest.mark.parametrize("width", [320, 360])
def test_what_is_typed_on_a_phone_is_seen_whole_with_what_is_found(
    width: int, language: str, reader: Reader
) -> None:
    with reader.opened(reader.path("home", language), width=width) as page:
        field = page.locator(FIELD)
        field.fill("excel 2024 2025 2030")
        assert field.evaluate("e => e.scrollWidth <= e.clientWidth")
        field.fill("excel")
        found = page.locator(".found a").first
        expect(found).to_be_in_viewport(ratio=1)
        edges = "e => [e.getBoundingClientRect().left, e.getBoundingClientRect().right]"
        assert page.locator(".found").evaluate(edges) == field.evaluate(edges)
        assert page.locator(".found .meta").first.inner_text()[-1] != "·"
        found.click()
        expect(page.locator("h1")).not_to_be_empty()


def test_what_nothing_is_called_finds_nothing_and_says_so(reader: Reader) -> None:
    with reader.opened("search/index.html") as page:
        assert _typed(page, "xyzzy") == []
        assert (
            page.locator("#results .none").text_content()
            == "没有找到。换一个词，或按下面的索引查找。"
        )


def test_the_list_is_loaded_on_first_use_and_hits_are_marked(reader: Reader) -> None:
    asked: list[str] = []
    with reader.opened("index.html") as page:
        page.on("request", lambda request: asked.append(request.url))
        assert page.evaluate("typeof findInSite") == "undefined"
        page.locator(FIELD).fill("护理型床位")
        page.locator(".found mark").first.wait_for()
        assert page.locator(".found mark").first.text_content() == "护理型床位"
        assert [url.rpartition("/")[2] for url in asked if url.endswith(".js")] == [
            "finding.js",
            "list-1.js",
            "list-texts-1.js",
        ]


def test_arrows_reach_the_results_enter_opens_one_and_escape_closes_them(reader: Reader) -> None:
    with reader.opened("about/index.html") as page:
        page.locator(FIELD).fill("湖南")
        page.locator(".found a").first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        assert page.evaluate("document.activeElement.textContent") == "湖南省"
        page.keyboard.press("Escape")
        assert page.locator(".found").is_hidden()
        assert page.evaluate("document.activeElement.name") == "q"
        page.locator(FIELD).fill("湖南省")
        page.locator(".found a").first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/areas/cn-hn/index.html")


@each_language
def test_enter_in_the_field_leads_to_all_results(language: str, reader: Reader) -> None:
    with reader.opened(reader.site.path(language, "about/index.html")) as page:
        page.locator(FIELD).fill("31,031")
        page.keyboard.press("Enter")
        page.locator("#results a").first.wait_for()
        assert "search/index.html?q=31%2C031" in page.url
        assert page.locator("main input[name=q]").input_value() == "31,031"


def test_search_works_on_pages_opened_from_a_folder(reader: Reader) -> None:
    with reader.opened((reader.site.root / "en/areas/cn-hn/index.html").as_uri()) as page:
        page.locator(FIELD).fill("life expectancy")
        page.locator(".found a").first.wait_for()
        page.keyboard.press("Enter")
        page.locator("#results a").first.click()
        assert page.url.endswith("en/figures/elderly-care-services.life-expectancy/index.html")


@each_language
def test_without_scripts_the_field_leads_to_an_index_of_everything(
    language: str, reader: Reader
) -> None:
    with reader.opened(reader.site.path(language, "about/index.html"), scripts=False) as page:
        page.locator(FIELD).fill("x")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/index.html?q=x")
        title = {"zh": "重庆市", "en": "Chongqing"}[language]
        letter = page.locator(
            ".letter li", has=page.get_by_role("link", name=title, exact=True)
        ).locator("xpath=../preceding-sibling::h3[1]")
        assert letter.text_content() == "C"


def test_scripts_and_the_list_are_small(reader: Reader) -> None:
    def packed(pattern: str) -> list[int]:
        return [len(gzip.compress(file.read_bytes())) for file in reader.site.root.glob(pattern)]

    assert 0 < sum(packed("static/*.js")) <= 10_000
    assert all(0 < size <= 60_000 for size in packed("**/search/list-*.js"))
