"""What can be said against a lock without the articles' texts: lines that cannot all be true, so
that a made-up one is hard to fit in.

No line is shown to be true by this; `verify` alone does that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct

from statsite.evidence.state import EvidenceState, is_too_early, printings
from statsite.model import KindResult, Printing, Proof, Site, Source
from statsite.passed_checks import PassedChecks
from statsite.problems import Problem

_AGAIN = "run `build.py verify --update` with the articles' texts; nothing else writes this line"


class _Claim(Struct, frozen=True):
    """A printing and the proof that verifies it."""

    printing: Printing
    proof: Proof
    source: Source

    @property
    def text(self) -> tuple[str, int | None]:
        """The text in which it was found, by fingerprint and length."""
        return self.proof.text, self.proof.size


def inconsistencies(
    site: Site, states: Mapping[str, EvidenceState], passed: PassedChecks
) -> Iterator[Problem]:
    """``evidence-inconsistent``: lines of the evidence lock that cannot be true, by themselves or
    beside each other.

    ``states`` say of every printing how the lock proves it.
    """
    claims = list(_claims(site, states))
    for claim in claims:
        yield from (_problem(claim, said) for said in _against_itself(claim, passed))
    by_source = defaultdict[str, list[_Claim]](list)
    for claim in claims:
        by_source[claim.source.id].append(claim)
    for of_source in by_source.values():
        yield from _against_each_other(of_source)
    yield from _of_two_lengths(claims)
    yield from passed.of("audit", repr(site.audit), partial(_audit_problems, site.audit))


def _claims(site: Site, states: Mapping[str, EvidenceState]) -> Iterator[_Claim]:
    for _, printing in printings(site):
        proof = site.proofs.get(printing.id)
        if proof is not None and states[printing.id].evidence == "locked":
            yield _Claim(printing, proof, site.sources[printing.source])


def _problem(claim: _Claim, said: str) -> Problem:
    return Problem(
        "evidence-inconsistent",
        f"the proof of `{claim.printing.id}` {said}",
        claim.proof.location,
        _AGAIN,
    )


def _against_itself(claim: _Claim, passed: PassedChecks) -> Iterator[str]:
    if claim.printing.printed is None:
        yield "is for a number that is not printed, which nothing proves"
        return
    if claim.source.text is None:
        yield f"is from `{claim.source.id}`, which has no text"
    yield from _against_day(claim)
    covered = claim.printing.printed, claim.proof.length
    yield from passed.of("inconsistencies", repr(covered), partial(_against_length, *covered))
    yield from _against_place(claim.proof)


def _against_day(claim: _Claim) -> Iterator[str]:
    """That a proof is older than the article: its page would say so to readers."""
    if is_too_early(claim.proof, claim.source):
        yield _too_early(claim.proof, claim.source)


def _too_early(proof: Proof, source: Source) -> str:
    return f"is of {proof.date}, before `{source.id}` appeared on {source.published.date}"


def _against_place(proof: Proof) -> Iterator[str]:
    yield from _beyond_text(proof)
    if proof.paragraph is not None and proof.paragraph < 1:
        yield "is in no paragraph: they are counted from 1"


def _beyond_text(proof: Proof) -> Iterator[str]:
    if proof.size is not None and proof.end > proof.size:
        yield f"ends at character {proof.end} of a text of {proof.size}"


def _against_length(printed: str, length: int) -> Iterator[str]:
    from statsite.evidence.printed_forms import span_lengths  # noqa: PLC0415 - it loads what reads articles, and a build of unchanged proofs needs none

    least, most = span_lengths(printed)
    if not least <= length <= most:
        yield f"covers {length} characters, and 「{printed}」 has {_from_to(least, most)}"


def _from_to(least: int, most: int) -> str:
    return str(least) if least == most else f"{least} to {most}"


def _against_each_other(claims: list[_Claim]) -> Iterator[Problem]:
    """What speaks against the proofs of one source: that they are of several texts, that figures
    overlap, or that paragraphs do not ascend.
    """
    text, count = Counter(claim.text for claim in claims).most_common(1)[0]
    said = _of_another_text(claims[0].source.id, count)
    yield from (_problem(claim, said) for claim in claims if claim.text != text)
    yield from _against_order([claim for claim in claims if claim.text == text])


def _of_another_text(source: str, count: int) -> str:
    others = "other" if count == 1 else "others"
    return f"is of another text of `{source}` than {count} {others}"


def _against_order(claims: Iterable[_Claim]) -> Iterator[Problem]:
    """That figures of one text overlap, or that its paragraphs do not ascend."""
    furthest: _Claim | None = None
    paragraph = 0
    for claim in sorted(claims, key=lambda one: (one.proof.start, one.proof.end)):
        yield from (_problem(claim, said) for said in _against_earlier(claim, furthest, paragraph))
        paragraph = max(paragraph, claim.proof.paragraph or 0)
        if furthest is None or claim.proof.end > furthest.proof.end:
            furthest = claim


def _against_earlier(claim: _Claim, furthest: _Claim | None, paragraph: int) -> Iterator[str]:
    """What speaks against a proof beside those that begin before it: the one that reaches
    ``furthest``, and the highest ``paragraph``.
    """
    source, proof = claim.source.id, claim.proof
    if furthest is not None and proof.start < furthest.proof.end:
        other = furthest.printing.id
        yield f"covers characters of `{source}` that the proof of `{other}` covers too"
    if proof.paragraph is not None and proof.paragraph < paragraph:
        yield f"is in paragraph {proof.paragraph} of `{source}`, after one in paragraph {paragraph}"


def _of_two_lengths(claims: Iterable[_Claim]) -> Iterator[Problem]:
    """One text with two lengths, in proofs of two sources that print it; within a source that is
    told already.
    """
    first: dict[str, _Claim] = {}
    for claim in claims:
        other = first.setdefault(claim.proof.text, claim)
        if other.proof.size != claim.proof.size and other.source.id != claim.source.id:
            yield _problem(
                claim,
                (
                    f"is of a text of {claim.proof.size} characters, which by the proof of "
                    f"`{other.printing.id}` has {other.proof.size}"
                ),
            )


def _audit_problems(audit: Iterable[KindResult]) -> Iterator[Problem]:
    seen = set[str]()
    for result in audit:
        yield from (_audit_problem(result, said) for said in _of_kind(result, seen))
        seen.add(result.kind)


def _audit_problem(result: KindResult, said: str) -> Problem:
    message = f"the audit of `{result.kind}` {said}"
    return Problem("evidence-inconsistent", message, result.location, _AGAIN)


def _of_kind(result: KindResult, seen: set[str]) -> Iterator[str]:
    from statsite.evidence.mutations import CONTEXT_MUTATIONS, PRINTED_KINDS, mutation_target  # noqa: PLC0415 - nothing else here needs it, and a build of an unchanged audit neither

    if result.kind not in {*PRINTED_KINDS, *CONTEXT_MUTATIONS}:
        yield "is of no kind of change that is made"
    elif mutation_target(result.kind) != result.changes:
        yield f"says that it changes what is {result.changes}"
    if result.kind in seen:
        yield "appears here a second time"
    for by, caught in _caught(result).items():
        if caught > result.tried:
            yield f"tells of {caught} changes caught by {by}, of {result.tried} that were tried"


def _caught(result: KindResult) -> Mapping[str, int]:
    """How many changes each safeguard caught."""
    return {
        "the text": result.caught_by_text,
        "the lock": result.caught_by_lock,
        "rules": result.caught_by_rules,
    }
