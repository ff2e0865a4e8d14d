"""The proof: every printed figure is looked up in its article, and what is found is
fingerprinted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from statsite.evidence.articles import Article, Articles, TextMissing
from statsite.evidence.context.differences import context_differences
from statsite.evidence.context.figure_case import (
    ArticleContext,
    ContextDifference,
    Field,
    context_of,
)
from statsite.evidence.ignored_figures import CLOSER, ignored_problems
from statsite.evidence.lock import figure_fingerprint, fingerprint
from statsite.evidence.retractions import retraction_problems
from statsite.evidence.search import (
    MOST_SPANS,
    Ambiguous,
    Found,
    NearMissing,
    NotFound,
    Partial,
    SearchResult,
    find_printed,
)
from statsite.evidence.state import EvidenceState, is_excused, is_too_early, printings
from statsite.grammar.amounts import unit_words
from statsite.model import Observation, Printing, Proof, Site, Source, location_of
from statsite.problems import Problem, Severity
from statsite.values import replace

#: Numbers that a blank or the end of a line parts, as cells of a table may be.
_PARTED_NUMBERS = re.compile("[0-9][ \n\t][-+]?[0-9]")


class Verified(Struct, frozen=True):
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
    lookups = list(_lookups(site, _contexts(site, texts, articles)))
    proofs = _proofs(lookups, today)
    for lookup in lookups:
        problems.extend(lookup.problems())
    problems += [*_shared(site, proofs), *retraction_problems(site, articles)]
    problems += ignored_problems(site, texts)
    return Verified(proofs, tuple(problems), _unquotable(site), texts)


def _proofs(lookups: Iterable[_Lookup], today: str) -> dict[str, Proof]:
    """The proofs of the printings that were found, by their ids."""
    return {one.printing.id: proof for one in lookups if (proof := one.proof(today))}


def _unquotable(site: Site) -> int:
    """How many printings have no text that could be looked up."""
    return sum(not _is_quotable(site, printing) for _, printing in printings(site))


def _contexts(
    site: Site, texts: Mapping[str, Article], articles: Articles
) -> Mapping[str, ArticleContext]:
    """The articles that could be opened, by source, each with the lines of its whole file."""
    return {
        name: context_of(text, site.sources[name], _lines_of_file(site.sources[name], articles))
        for name, text in texts.items()
    }


def _lines_of_file(source: Source, articles: Articles) -> Sequence[str]:
    return articles.whole(source.text).split("\n") if source.text else ()


def _lookups(site: Site, contexts: Mapping[str, ArticleContext]) -> Iterator[_Lookup]:
    """Every printing whose article could be opened, looked up in it."""
    for observation, printing in printings(site):
        context = contexts.get(printing.source)
        if context is not None and _is_quotable(site, printing):
            yield _look_up(site, observation, printing, context)


def _is_quotable(site: Site, printing: Printing) -> bool:
    """Whether a printing has a text that can be looked up, and an article to look it up in."""
    return printing.printed is not None and site.sources[printing.source].text is not None


class _Lookup(Struct, frozen=True):
    """A printing of ``observation``, and what looking it up in its article gave."""

    site: Site
    observation: Observation
    printing: Printing
    context: ArticleContext
    finding: SearchResult

    def proof(self, today: str) -> Proof | None:
        """The proof, with its old date where it has not changed and had a possible one; None where
        nothing was found.
        """
        if not isinstance(self.finding, Found):
            return None
        source = self.site.sources[self.printing.source]
        figure = figure_fingerprint(self.observation, self.printing, source)
        proof = _proof(self.context.article, self.finding, figure, today)
        before = self.site.proofs.get(self.printing.id)
        return before if before and _is_kept(before, proof, source) else proof

    def problems(self) -> Iterator[Problem]:
        """Why nothing was found, or what the words around the printing speak against."""
        if not isinstance(self.finding, Found):
            yield _problem(self.printing, self.finding)
            return
        for difference in context_differences(
            self.site, self.observation, self.printing, self.finding, self.context
        ):
            yield _differs(self.observation, self.printing, difference)


def _look_up(
    site: Site, observation: Observation, printing: Printing, context: ArticleContext
) -> _Lookup:
    units = unit_words(site.units[observation.unit].words)
    finding = find_printed(printing.printed or "", printing.near, context.article, units)
    return _Lookup(site, observation, printing, context, finding)


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


def _is_kept(before: Proof, proof: Proof, source: Source) -> bool:
    """Whether an earlier proof is what ``proof`` of today is, made on a day on which it can have
    been made.
    """
    is_dated = before.date <= proof.date and not is_too_early(before, source)
    return is_dated and not _says_otherwise(before, proof)


def _problem(printing: Printing, finding: SearchResult) -> Problem:
    match finding:
        case NotFound():
            return _not_found(printing, finding.look_alikes)
        case Partial(whole, is_denied=True):
            return _denied(printing, whole)
        case Partial(whole):
            return _partial(printing, whole)
        case Ambiguous(before):
            return _ambiguous(printing, before)
        case NearMissing():
            return _near_missing(printing)
        case Found():
            raise ValueError(finding)


def _not_found(printing: Printing, look_alikes: tuple[str, ...]) -> Problem:
    message = f"「{printing.printed}」 is not in `{printing.source}`"
    return _against_printed("figure-not-found", printing, message, _similar(look_alikes))


def _similar(look_alikes: tuple[str, ...]) -> str:
    if look_alikes:
        return f"the text has {_quoted(look_alikes)}"
    return "nothing in the text looks like it; is this the right source?"


def _against_printed(check: str, printing: Printing, message: str, hint: str) -> Problem:
    """A problem at what a figure gives as printed."""
    return Problem(check, message, location_of(printing, "printed"), hint)


def _denied(printing: Printing, whole: str) -> Problem:
    message = (
        f"`{printing.source}` does not state 「{printing.printed}」: it takes it back, denies it "
        "or asks about it"
    )
    hint = f"leave the figure out, or give what is right; the text has 「{whole}」"
    return _against_printed("figure-denied", printing, message, hint)


def _partial(printing: Printing, whole: str) -> Problem:
    message = f"「{printing.printed}」 is only part of a figure in `{printing.source}`"
    hint = f"the text has 「{whole}」"
    if _PARTED_NUMBERS.search(whole):
        hint += "; for cells of a table see “Tables in texts” in docs/EDITING.md"
    return _against_printed("figure-partial", printing, message, hint)


def _ambiguous(printing: Printing, before: tuple[str, ...]) -> Problem:
    times = f"{'at least ' if len(before) == MOST_SPANS else ''}{len(before)}"
    message = f"「{printing.printed}」 appears {times} times in `{printing.source}`"
    hint = f"single one out with `near`; before it the text has {_quoted(before)}"
    return Problem("figure-ambiguous", message, location_of(printing, "printed"), hint)


def _near_missing(printing: Printing) -> Problem:
    message = (
        f"no one 「{printing.printed}」 in `{printing.source}` is nearest to 「{printing.near}」"
    )
    return Problem("near-missing", message, location_of(printing, "near"), CLOSER)


def _differs(
    observation: Observation, printing: Printing, difference: ContextDifference
) -> Problem:
    """``context-differs``: words of the article that speak against what the site says beside the
    number.
    """
    problem = _against_printed(
        "context-differs",
        printing,
        f"`{printing.id}` {_claim(observation, difference)}, {_seen(printing, difference)}",
        f"correct `{difference.field}`, or say with `context` why it is right",
    )
    return replace(problem, severity=Severity.WARNING)


def _seen(printing: Printing, difference: ContextDifference) -> str:
    """What the article says against it."""
    if difference.is_near:
        return _near_in_article(printing, difference)
    return f"which `{printing.source}` names nowhere{_instead(difference)}"


def _near_in_article(printing: Printing, difference: ContextDifference) -> str:
    seen = _quoted(difference.seen)
    return f"but near 「{printing.printed}」 `{printing.source}` has {seen}"


def _instead(difference: ContextDifference) -> str:
    seen = _quoted(difference.seen)
    return f"; it has {seen}" if seen else ""


def _claim(observation: Observation, difference: ContextDifference) -> str:
    """What the site says in the field that differs."""
    claims: Mapping[Field, str] = {
        "period": f"is about {observation.period}",
        "compared_with": f"is compared with {observation.compared_with}",
        "area": f"is about `{observation.area}`",
        "unit": f"is counted in `{observation.unit}`",
        "status": f"is given as {observation.status}",
        "printed": "is given as the figure itself",
        "title": "is given as what its indicator is called",
    }
    return claims[difference.field]


def unlocked(
    site: Site, states: Mapping[str, EvidenceState], verified: Verified
) -> Iterator[Problem]:
    """``proof-differs``: a figure that the lock of ``site`` verifies, with another proof than that
    found now, or with one of a day that is still to come.

    ``states`` say of every printing how the lock proves it.
    """
    for _, printing in printings(site):
        fresh, locked = verified.proofs.get(printing.id), site.proofs.get(printing.id)
        is_locked = states[printing.id].evidence == "locked"
        if is_locked and fresh and locked:
            yield from _against_lock(printing, locked, fresh)


def _against_lock(printing: Printing, locked: Proof, fresh: Proof) -> Iterator[Problem]:
    """What the proof found now says against that of the lock; a day before the article is an
    inconsistency of the lock by itself.
    """
    if _says_otherwise(locked, fresh):
        yield _differs_from_lock(printing)
    elif locked.date > fresh.date:
        yield _still_to_come(printing, locked)


def _says_otherwise(locked: Proof, fresh: Proof) -> bool:
    """Whether two proofs differ in more than their days."""
    return not replace(locked, date=fresh.date).is_the_same_as(fresh)


def _differs_from_lock(printing: Printing) -> Problem:
    message = (
        f"`{printing.id}` is in `{printing.source}`, but not where and as the evidence lock says"
    )
    hint = "run `build.py verify --update` and look at what changes in it"
    return Problem("proof-differs", message, location_of(printing, "printed"), hint)


def _still_to_come(printing: Printing, locked: Proof) -> Problem:
    message = f"the proof of `{printing.id}` is of {locked.date}, a day that is still to come"
    hint = "run `build.py verify --update`, which writes the day of today"
    return Problem("proof-differs", message, locked.location, hint)


def unverified(site: Site) -> Iterator[Problem]:
    """``figure-unproven``: a figure that no verification can look up, since its source has no text;
    one whose reason is published (``because``) aside.
    """
    for observation, printing in printings(site):
        has_text = site.sources[printing.source].text is not None
        if not has_text and not is_excused(observation, printing):
            yield _unverified(printing)


def _unverified(printing: Printing) -> Problem:
    message = f"`{printing.id}` was not verified: `{printing.source}` has no `text`"
    hint = "say with `text` where the article is; a build with --strict refuses the figure"
    problem = _against_printed("figure-unproven", printing, message, hint)
    return replace(problem, severity=Severity.WARNING)


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
            yield _at_one_place(printing, other)


def _at_one_place(printing: Printing, other: str) -> Problem:
    message = f"`{printing.id}` and `{other}` point at the same place in `{printing.source}`"
    location = location_of(printing, "printed")
    return Problem("evidence-shared", message, location, "single out each with `near`")
