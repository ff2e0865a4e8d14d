"""The proof: every printed figure is looked up in its article, and what is found is
fingerprinted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from statsite.evidence.articles import Article, Articles, TextMissing, fingerprint
from statsite.evidence.context import ContextDifference, context_differences, context_of
from statsite.evidence.ignored_figures import ignored_problems
from statsite.evidence.lock import figure_fingerprint
from statsite.evidence.retractions import retraction_problems
from statsite.evidence.search import (
    MOST_LISTED,
    Ambiguous,
    Found,
    NearMissing,
    NotFound,
    Partial,
    SearchResult,
    find_printed,
)
from statsite.evidence.state import EvidenceState, printings
from statsite.grammar.amounts import unit_words
from statsite.model import Observation, Printing, Proof, Site, location_of
from statsite.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification found: the proofs by printing, the texts it opened, by source, and what
    is wrong.

    A problem is an error where a figure could not be proven, a warning where the words around a
    proven one speak against what the site says beside its number.
    """

    proofs: Mapping[str, Proof]
    problems: tuple[Problem, ...]
    without_text: int
    texts: Mapping[str, Article]

    @property
    def errors(self) -> int:
        """How many problems leave a figure unproven."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def verify_site(site: Site, articles: Articles, today: str) -> Verified:
    """Look up every printing of ``site`` in its article; a proof that has not changed keeps its
    date, others get ``today``.
    """
    texts, problems = texts_of(site, articles)
    around = {name: context_of(article) for name, article in texts.items()}
    proofs: dict[str, Proof] = {}
    without = 0
    for observation, printing in printings(site):
        source = site.sources[printing.source]
        if source.text is None or printing.printed is None:
            without += 1
            continue
        article = texts.get(source.id)
        if article is None:
            continue
        finding = find_printed(
            printing.printed, printing.near, article, unit_words(site.units[observation.unit].words)
        )
        if isinstance(finding, Found):
            figure = figure_fingerprint(observation, printing, source)
            proof = _proof(article, finding, figure, today)
            proofs[printing.id] = _keep_date(proof, site.proofs.get(printing.id))
            found = context_differences(site, observation, printing, finding, around[source.id])
            problems.extend(_differs(observation, printing, difference) for difference in found)
        else:
            problems.append(_problem(printing, finding))
    problems.extend(_shared(site, proofs))
    problems.extend(retraction_problems(site, articles))
    problems.extend(ignored_problems(site, texts))
    return Verified(proofs, tuple(problems), without, texts)


def texts_of(site: Site, articles: Articles) -> tuple[dict[str, Article], list[Problem]]:
    """The articles of the sources that have a text, and a problem for each that cannot
    be opened.
    """
    texts: dict[str, Article] = {}
    problems: list[Problem] = []
    for source in site.sources.values():
        try:
            if source.text is not None:
                texts[source.id] = articles.article(source.text)
        except TextMissing as error:
            message = f"the text of `{source.id}` cannot be read: {error}"
            problems.append(
                Problem(
                    "text-missing",
                    message,
                    location_of(source, "text"),
                    "fix `text`, or give the folder of texts with --sources",
                )
            )
    return texts, problems


def _proof(article: Article, found: Found, figure: str, today: str) -> Proof:
    sentence = fingerprint(article.sentence(found.start, found.end))
    size, paragraph = len(article.text), article.paragraph(found.start)
    return Proof(
        today,
        article.digest,
        size,
        paragraph,
        found.start,
        found.end - found.start,
        sentence,
        figure,
    )


def _keep_date(proof: Proof, before: Proof | None) -> Proof:
    return before if before is not None and replace(before, date=proof.date) == proof else proof


def _problem(printing: Printing, finding: SearchResult) -> Problem:
    location, printed = location_of(printing, "printed"), printing.printed
    match finding:
        case NotFound():
            look_alikes = finding.look_alikes
            hint = (
                f"the text has {_quoted(look_alikes)}"
                if look_alikes
                else "nothing in the text looks like it; is this the right source?"
            )
            return Problem(
                "figure-not-found", f"「{printed}」 is not in `{printing.source}`", location, hint
            )
        case Partial(whole, is_denied=True):
            return Problem(
                "figure-denied",
                f"`{printing.source}` does not state 「{printed}」: it takes it back, denies it "
                "or asks about it",
                location,
                f"leave the figure out, or give what is right; the text has 「{whole}」",
            )
        case Partial(whole):
            return Problem(
                "figure-partial",
                f"「{printed}」 is only part of a figure in `{printing.source}`",
                location,
                f"the text has 「{whole}」",
            )
        case Ambiguous(before):
            message = (
                f"「{printed}」 appears "
                f"{'at least ' if len(before) == MOST_LISTED else ''}{len(before)} "
                f"times in `{printing.source}`"
            )
            return Problem(
                "figure-ambiguous",
                message,
                location,
                f"single one out with `near`; before it the text has {_quoted(before)}",
            )
        case NearMissing():
            message = (
                f"no one 「{printed}」 in `{printing.source}` is nearest to 「{printing.near}」"
            )
            return Problem(
                "near-missing",
                message,
                location_of(printing, "near"),
                "give a word or two that are close to the figure",
            )
        case Found():
            raise ValueError(finding)


def _differs(
    observation: Observation, printing: Printing, difference: ContextDifference
) -> Problem:
    """``context-differs``: words of the article that speak against what the site says beside the
    number.
    """
    name, seen = difference.field, _quoted(difference.seen)
    said = {
        "period": f"is about {observation.period}",
        "compared_with": f"is compared with {observation.compared_with}",
        "area": f"is about `{observation.area}`",
        "unit": f"is counted in `{observation.unit}`",
    }
    if difference.is_near:
        message = (
            f"`{printing.id}` {said[name]}, but near 「{printing.printed}」 "
            f"`{printing.source}` has {seen}"
        )
    else:
        message = f"`{printing.id}` {said[name]}, which `{printing.source}` names nowhere" + (
            f"; it has {seen}" if seen else ""
        )
    hint = f"correct `{name}`, or say with `context` why it is right"
    return Problem(
        "context-differs", message, location_of(printing, "printed"), hint, Severity.WARNING
    )


def unlocked(
    site: Site, standings: Mapping[str, EvidenceState], verified: Verified
) -> Iterator[Problem]:
    """``proof-differs``: a figure that the lock of ``site`` verifies, with another proof than that
    found now.

    ``standings`` say of every printing how the lock proves it.
    """
    for _, printing in printings(site):
        fresh, locked = verified.proofs.get(printing.id), site.proofs.get(printing.id)
        is_locked = standings[printing.id].evidence == "locked"
        if is_locked and fresh and locked and replace(locked, date=fresh.date) != fresh:
            message = (
                f"`{printing.id}` is in `{printing.source}`, but not where and as the "
                "evidence lock says"
            )
            yield Problem(
                "proof-differs",
                message,
                location_of(printing, "printed"),
                "run `build.py verify --update` and look at what changes in it",
            )


def unverified(site: Site) -> Iterator[Problem]:
    """``figure-unproven``: a figure that no verification can look up, since its source has no text;
    one whose reason is published (``because``) aside.
    """
    for observation, printing in printings(site):
        is_excused = printing.printed is None and bool(observation.because)
        if site.sources[printing.source].text is None and not is_excused:
            yield Problem(
                "figure-unproven",
                f"`{printing.id}` was not verified: `{printing.source}` has no `text`",
                location_of(printing, "printed"),
                "say with `text` where the article is; a build with --strict refuses the figure",
                Severity.WARNING,
            )


def _quoted(words: tuple[str, ...]) -> str:
    return "、".join(f"「{word}」" for word in words)


def _shared(site: Site, proofs: Mapping[str, Proof]) -> Iterator[Problem]:
    """``evidence-shared``: one place in a text that two printings claim."""
    first: dict[tuple[str, int], str] = {}
    for _, printing in printings(site):
        proof = proofs.get(printing.id)
        if proof is None:
            continue
        other = first.setdefault((printing.source, proof.start), printing.id)
        if other != printing.id:
            message = (
                f"`{printing.id}` and `{other}` point at the same place in `{printing.source}`"
            )
            yield Problem(
                "evidence-shared",
                message,
                location_of(printing, "printed"),
                "single out each with `near`",
            )
