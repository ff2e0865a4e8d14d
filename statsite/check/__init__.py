"""The checks: plain functions to problems, of what editors wrote, what follows from it and what is
shown. The lists are the table of contents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain

from statsite.assess.assessment import Assessment
from statsite.check import (
    blocks,
    charts,
    comparisons,
    figures,
    glossary,
    history,
    labels_and_reasons,
    markdown,
    outdated_words,
    prose,
    references,
    rules,
    sentences,
    translations,
    typed_numbers,
    unfinished,
    unit_meanings,
    unit_words,
    withdrawals,
)
from statsite.model import Document, Site
from statsite.passed_checks import PassedChecks
from statsite.plan.edition import Edition
from statsite.problems import Problem, errors_of
from statsite.results import NOT_KEPT, Results

SiteCheck = Callable[[Site], Iterable[Problem]]
SitePartsCheck = Callable[[Site, PassedChecks], Iterable[Problem]]
DocumentCheck = Callable[[str, Document], Iterable[Problem]]
AssessmentCheck = Callable[[Assessment], Iterable[Problem]]
AssessmentPartsCheck = Callable[[Assessment, PassedChecks], Iterable[Problem]]
EditionCheck = Callable[[Edition], Iterable[Problem]]

#: Checks of each file, unit or sentence that editors wrote, but texts, by itself: one that passed
#: before is not looked at again, which is worth it where to look takes long.
FACT_PARTS_CHECKS: tuple[SitePartsCheck, ...] = (
    unfinished.no_fact_is_unfinished,
    labels_and_reasons.unit_words_qualify_nothing,
    typed_numbers.words_type_no_number,
    translations.words_are_in_their_languages,
    glossary.titles_use_the_terms,
)

#: Checks of what editors wrote but for texts, of which no more counts than their outlines have.
FACT_CHECKS: tuple[SiteCheck, ...] = (
    references.ids_are_used,
    references.nothing_is_part_of_itself,
    figures.observations_are_distinct,
    figures.deadlines_are_not_observed,
    figures.digits_end_at_the_precision,
    figures.sources_precede_the_site,
    unit_meanings.labels_mean_what_words_do,
    unit_words.words_are_one_measure,
    labels_and_reasons.reasons_say_something,
    history.revisions_are_in_order,
    history.former_ids_are_free,
    history.releases_follow_each_other,
    history.figures_are_reviewed_in_time,
    history.reviews_are_in_time,
    rules.units_are_defined_by_others,
    rules.parts_are_in_their_wholes_unit,
    rules.series_are_compared_once,
    rules.scopes_agree,
    rules.constants_are_explained,
    comparisons.measures_compare,
    comparisons.tiles_stand_apart,
    charts.kinds_are_known,
    charts.units_agree,
    charts.groups_are_asked_for,
    charts.figures_are_few,
    charts.breaks_are_drawn,
    charts.hundreds_are_drawn,
    sentences.claims_are_borne_out,
    prose.slugs_are_free,
    references.addresses_are_public,
    withdrawals.withdrawals_lead_on,
    prose.references_stand_in_texts,
    glossary.terms_are_distinct,
)

#: Checks of a text in one language by itself: a text that passed them all is not looked at again.
DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = (
    sentences.texts_set_nothing_above_all,
    prose.unread_hosts,
    prose.headings_begin_at_two,
    prose.charts_stand_alone,
    blocks.blocks_stand_alone,
    markdown.lists_are_read,
    prose.markup_is_read,
    translations.texts_are_in_their_languages,
)

#: Checks of each text by itself that depend on more: as those of facts.
TEXT_PARTS_CHECKS: tuple[SitePartsCheck, ...] = (
    unfinished.no_text_is_unfinished,
    typed_numbers.prose_types_no_number,
)

#: Checks of texts.
TEXT_CHECKS: tuple[SiteCheck, ...] = (
    references.ids_are_known,
    outdated_words.now_is_recent,
    prose.links_lead_somewhere,
    withdrawals.withdrawn_charts_are_not_placed,
    blocks.blocks_are_whole,
    blocks.blocks_do_not_mislead,
    markdown.markdown_renders_at_once,
)

#: Checks of what follows from what editors wrote (``statsite.assess``).
ASSESSMENT_CHECKS: tuple[AssessmentCheck, ...] = (
    figures.figures_are_proven,
    history.targets_are_followed_up,
    rules.rules_can_be_computed,
    rules.derived_figures_are_defined,
    rules.rules_hold,
    rules.built_in_rules_hold,
)

#: Those of them of each proof by itself, of which one that passed is not looked at again.
ASSESSMENT_PARTS_CHECKS: tuple[AssessmentPartsCheck, ...] = (figures.lock_is_consistent,)

#: Checks of what a language's pages would show; they need a site whose references hold
#: (``statsite.check.valid_subset``).
EDITION_CHECKS: tuple[EditionCheck, ...] = (
    charts.charts_do_not_mislead,
    charts.chart_labels_can_be_drawn,
    withdrawals.notices_can_be_drawn,
    sentences.no_word_is_doubled,
)

#: Those of the texts that they would show.
EDITION_TEXT_CHECKS: tuple[EditionCheck, ...] = (sentences.no_word_of_a_text_is_doubled,)

#: Those of the checks whose errors leave open what a published site said: ids that lead nowhere or
#: to two things, figures and units that cannot be computed, rules that the figures contradict.
_GROUND_OF_SITE: tuple[SiteCheck, ...] = (
    references.ids_are_known,
    references.nothing_is_part_of_itself,
    figures.observations_are_distinct,
    history.former_ids_are_free,
    rules.units_are_defined_by_others,
    rules.parts_are_in_their_wholes_unit,
)
_GROUND_OF_ASSESSMENT: tuple[AssessmentCheck, ...] = (
    rules.rules_can_be_computed,
    rules.derived_figures_are_defined,
    rules.rules_hold,
    rules.built_in_rules_hold,
)


def ground_errors(assessment: Assessment) -> Iterator[Problem]:
    """The errors of a site that leave open what it says.

    Errors of how it says it are not among them: checks of prose, charts and proofs become stricter,
    and a site that was published before they did is still known whole.
    """
    for check in _GROUND_OF_SITE:
        yield from errors_of(check(assessment.site))
    for assessed in _GROUND_OF_ASSESSMENT:
        yield from errors_of(assessed(assessment))


def check_site(
    assessment: Assessment, editions: Iterable[Edition], results: Results = NOT_KEPT
) -> Iterator[Problem]:
    """Everything the checks find wrong in a site and what follows from it, and in the ``editions``
    of as much of it as can be shown; what each finds is one of the ``results`` of the build.
    """
    shown = tuple(editions)
    yield from check_facts(assessment, shown, results)
    yield from check_texts(assessment.site, shown, results)


def check_facts(
    assessment: Assessment, editions: Iterable[Edition], results: Results = NOT_KEPT
) -> Iterator[Problem]:
    """What is wrong in a site but for its texts, for which outlines do."""
    site = results.watched("site", assessment.site)
    yield from _found_by(FACT_PARTS_CHECKS, (site, results.passed), results)
    yield from _found_by(FACT_CHECKS, (site,), results)
    watched = results.watched("assessment", assessment)
    yield from _found_by(ASSESSMENT_PARTS_CHECKS, (watched, results.passed), results)
    yield from _found_by(ASSESSMENT_CHECKS, (watched,), results)
    for edition in editions:
        yield from _found_by(EDITION_CHECKS, (edition.watched,), edition.results, edition.language)


def check_texts(
    whole: Site, editions: Iterable[Edition], results: Results = NOT_KEPT
) -> Iterator[Problem]:
    """What is wrong in the texts of a site."""
    site = results.watched("site", whole)
    yield from _found(_in_documents, (site, results.passed), results)
    yield from _found_by(TEXT_PARTS_CHECKS, (site, results.passed), results)
    yield from _found_by(TEXT_CHECKS, (site,), results)
    for edition in editions:
        language = edition.language
        yield from _found_by(EDITION_TEXT_CHECKS, (edition.watched,), edition.results, language)


def _found_by(
    checks: Iterable[Callable[..., Iterable[Problem]]],
    of: tuple[object, ...],
    results: Results,
    language: str = "",
) -> Iterator[Problem]:
    """What the checks of a list find, one after the other."""
    for check in checks:
        yield from _found(check, of, results, language)


def _found(
    find: Callable[..., Iterable[Problem]],
    of: tuple[object, ...],
    results: Results,
    language: str = "",
) -> tuple[Problem, ...]:
    """What a check finds."""
    name = f"check {find.__module__}.{find.__qualname__} {language}"
    return results.of(name, lambda: tuple(find(*of)))


def _in_documents(site: Site, passed: PassedChecks) -> Iterator[Problem]:
    """What is wrong with texts in one language, each by itself."""
    for language, document in prose.documents(site):
        told = repr((language, document.body, *(text for text, _ in document.head)))
        yield from passed.of("documents", told, partial(_in_document, language, document))


def _in_document(language: str, document: Document) -> Iterator[Problem]:
    return chain.from_iterable(check(language, document) for check in DOCUMENT_CHECKS)
