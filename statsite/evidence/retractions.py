"""Words anywhere in the file of an article that take back what it says or call it made up, also
outside the lines that its source names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statsite.evidence.articles import Articles, TextMissing
from statsite.evidence.state import printings
from statsite.grammar.fold_characters import plain_of
from statsite.grammar.patterns import any_of
from statsite.grammar.status_words import EXERCISES
from statsite.model import Site, Source, location_of
from statsite.problems import Problem, Severity

_CLAIM = (
    "(?:此|该|这一|这些|上述|前述|以上|相关|有关|文中|本文|网传|上文)(?:的)?"
    "(?:说法|说|内容|消息|数据|数字|报道|传言|传闻|信息|文章|情况|统计|结论)"
)
_RETRACTED = re.compile(
    f"{_CLAIM}[^，。;!?]{{0,8}}?(?:[系係是为属]|纯属|均[系为属])?(?:网络)?"
    "(?:[谣謠]言|不实|虚构|杜撰|编造|捏造|误传|误报|失实|有误|子虚乌有|不属实|撤回|作废|撤稿|并非事实)"
    "|(?:特此|现予|予以|郑重)(?:更正|撤回|撤稿|勘误|澄清)|更正(?:启事|声明|说明)|撤稿声明|勘误[:：表]"
)
#: What a text calls itself that tells of nothing that happened.
_FEIGNED = re.compile(
    "(?:以下|下文|上文|以上|本文|本稿|本篇|全文)(?:内容)?(?:均?[为系是属]|纯属|摘自|选自|出自)[^，。;!?]{0,24}"
    f"(?:{any_of(EXERCISES)}|脚本|虚构|小说|假想|模拟|剧本|剧情|样稿|范文|范例|示例|模板|试题|样题|习题|游戏|寓言|童话)"
)


def retraction_problems(site: Site, articles: Articles) -> Iterator[Problem]:
    """``source-retracted``: a source whose file takes an article back, unless each figure of the
    source explains its context.
    """
    unexplained = {p.source for observation, p in printings(site) if not observation.context}
    for source in site.sources.values():
        if source.id in unexplained and (said := _retraction(source, articles)):
            yield Problem(
                "source-retracted",
                f"the file of `{source.id}` says 「{said}」",
                location_of(source, "text"),
                "read the whole text: leave out the figures that are taken back, and say with "
                "`context` why the others hold",
                Severity.WARNING,
            )


def _retraction(source: Source, articles: Articles) -> str:
    """The words with which the file of a source takes back what it says or calls it made up, or
    nothing.
    """
    plain = _plain(source, articles)
    found = _RETRACTED.search(plain) or _FEIGNED.search(plain)
    return found[0] if found else ""


def _plain(source: Source, articles: Articles) -> str:
    """The file of a source as it is searched; nothing where it cannot be read."""
    try:
        return plain_of(articles.whole(source.text)) if source.text else ""
    except TextMissing:
        return ""
