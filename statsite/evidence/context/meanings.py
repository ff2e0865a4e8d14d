"""What an article says of a figure's status, of its number and of what it is a figure of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from statsite.evidence.context.area_names import area_names
from statsite.evidence.context.figure_case import (
    FigureCase,
    names_of_indicator,
    title_of,
)
from statsite.evidence.context.headings import heading_of_plans
from statsite.evidence.sentence.bases import added_in, base_behind, least_or_most, left_out
from statsite.evidence.sentence.capabilities import capability
from statsite.evidence.sentence.counted_parts import SO_MUCH, unit_of
from statsite.evidence.sentence.counted_things import other_thing
from statsite.evidence.sentence.denied_acts import denied_act
from statsite.evidence.sentence.denied_figures import denied_figure
from statsite.evidence.sentence.dimensions import other_dimension
from statsite.evidence.sentence.directions import change_as_level
from statsite.evidence.sentence.early_stages import early_stage
from statsite.evidence.sentence.exchanged_sides import exchanged_sides
from statsite.evidence.sentence.figures_of_speech import figure_of_speech
from statsite.evidence.sentence.gaps import gap
from statsite.evidence.sentence.imagined_figures import imagined_figure
from statsite.evidence.sentence.kinds_of_things import kind_of_thing, named_by_number
from statsite.evidence.sentence.later_turns import turned_later
from statsite.evidence.sentence.levels_as_changes import level_as_change
from statsite.evidence.sentence.named_subjects import has_subject, is_named
from statsite.evidence.sentence.neighbouring_numbers import told_of_a_neighbour
from statsite.evidence.sentence.one_of_several import each_of_several
from statsite.evidence.sentence.opposed_subjects import (
    denied_elsewhere,
    denied_kind,
    opposed_subject,
    other_many,
    part_by_kind,
)
from statsite.evidence.sentence.other_acts import other_act
from statsite.evidence.sentence.other_doers import other_doer
from statsite.evidence.sentence.other_subjects import is_paired_by_list, other_subject
from statsite.evidence.sentence.outlooks import abolished, outlook, words_to_come
from statsite.evidence.sentence.parts_of_wholes import part_of_whole
from statsite.evidence.sentence.ranks import rank_as_count
from statsite.evidence.sentence.rejected_proposals import rejected_proposal
from statsite.evidence.sentence.reported_claims import reported_claim
from statsite.evidence.sentence.shares_of_others import share_of_another
from statsite.evidence.sentence.shares_of_parts import share_of_part
from statsite.evidence.sentence.short_names import in_words_of
from statsite.evidence.sentence.sides_of_a_vote import other_side
from statsite.evidence.sentence.single_cases import single_case
from statsite.evidence.sentence.sums_of_parts import sum_of_parts
from statsite.evidence.sentence.superseded_figures import superseded
from statsite.evidence.sentence.title_fit import (
    LEAD_ALONE,
    LEAD_BESIDE_OTHERS,
    LEAD_BY_RULE,
    lead_of_another,
)
from statsite.evidence.sentence.told_again import told_again
from statsite.evidence.sentence.unfulfilled import unfulfilled
from statsite.evidence.sentence.unnamed_things import unnamed_thing
from statsite.evidence.sentence.unreached_levels import unreached_level
from statsite.evidence.sentence.unsettled_words import names_itself, unsettled_words
from statsite.extract.extraction import ExtractedQuantity
from statsite.extract.kinds_of_places import NAMES_OF_THE_NATION
from statsite.extract.text_places import CLAUSE_END
from statsite.grammar.fold_characters import fold_word
from statsite.model import AreaKind, Status
from statsite.quantity import Relation

#: A clause that says no more than that there is so much.
_BARE = re.compile(f"(?:{SO_MUCH})+")


def with_base(before: str, behind: str, case: FigureCase) -> str:
    """The figure with the base behind it that it is counted from, or the word before it that makes
    it the least or the most; or nothing.
    """
    figure, base = case.around.text.plain[case.start : case.end], base_behind(before, behind)
    title = title_of(case)
    bound = least_or_most(before, title) or single_case(before, title)
    if base:
        return figure + base
    return bound + figure if bound else left_out(before, title) or added_in(before, title)


def other_quantity(before: str, behind: str, case: FigureCase) -> str:
    """The words beside the figure by which it is of another subject than its indicator, or the
    change of what its indicator is the level of, or its clause, where its sentence has no word of
    what its indicator is called; or nothing.
    """
    figure, title = case.around.text.plain[case.start : case.end], title_of(case)
    is_change = case.observation.compared_with is not None
    change = "" if is_change else change_as_level(before, title) or gap(before, behind, title)
    is_paired = is_paired_by_list(before, title)
    is_same = is_paired or told_again(_but_for_area(before, case), figure, behind, title)
    lead = inf if is_change else _lead_of_another(case)
    return (
        change
        or ("" if is_same else _of_another_part(before, figure, behind, case, lead))
        or other_dimension(before, figure, title)
        or level_as_change(before, figure, title)
        or _of_another_kind(before, figure, behind, title)
        or ("" if is_paired else _of_another_number(before, behind, case, lead, is_same=is_same))
        or other_doer(before, figure, title, case.around.text.plain[case.paragraph : case.sentence])
    )


def _of_another_number(
    before: str, behind: str, case: FigureCase, lead: float, *, is_same: bool
) -> str:
    """The words beside the figure where so much speaks for another number of the text, which has
    this ``lead``, that they need not speak against the figure, or where they do; or nothing.
    """
    figure, title = case.around.text.plain[case.start : case.end], title_of(case)
    if LEAD_ALONE < lead < inf:
        return _own_clause(before) + figure
    if lead < LEAD_BESIDE_OTHERS:
        return ""
    return (
        _of_another_name(before, figure, behind, case, is_same=is_same)
        or other_thing(before, figure, behind, title)
        or unnamed_thing(before, figure, behind, title, case.sentence_and_before)
    )


def _lead_of_another(case: FigureCase) -> float:
    """By how much another number near the figure fits its indicator's title better than it does; no
    bound where there is no other, or the figure has no unit by which to tell what it counts.
    """
    if not unit_of(case.around.text.plain[case.start : case.end]):
        return inf
    begin, end = case.paragraph, case.end_of_text
    text = case.around.text.plain[begin:end]
    place = case.start - begin, case.end - begin
    lead = lead_of_another(text, *place, title_of(case), _names_of_area(case))
    return inf if lead is None else lead


def _of_another_kind(before: str, figure: str, behind: str, title: str) -> str:
    """The words beside the figure by which it is of each of several, of a kind of things, of the
    other side or of another whole than its indicator; or nothing.
    """
    return (
        each_of_several(before, figure, behind, title)
        or kind_of_thing(figure, behind, title)
        or named_by_number(before, figure, behind)
        or rank_as_count(before, figure, title)
        or other_side(before, figure, behind, title)
        or exchanged_sides(before, figure, behind, title)
        or sum_of_parts(before, figure, title)
        or early_stage(before, figure, behind, title)
        or share_of_another(before, figure, title)
        or share_of_part(before, figure, title)
    )


def _of_another_part(before: str, figure: str, behind: str, case: FigureCase, lead: float) -> str:
    """The words of the figure, where another number of its sentence, which has this ``lead``, is
    rather what its indicator is of; or nothing.
    """
    if lead < LEAD_BY_RULE:
        return ""
    title = title_of(case)
    return (
        _of_another_subject(before, figure, behind, case)
        or other_act(before, figure, behind, title)
        or _of_a_neighbour(before, figure, case)
        or part_of_whole(before, figure, behind, f"{title}，{_own_area(case)}")
    )


def _of_another_subject(before: str, figure: str, behind: str, case: FigureCase) -> str:
    """The figure's own part of its sentence, where another part fits its indicator better, or
    nothing; the name of its area is no other subject: 林场4297个，其中江苏58个.
    """
    title = title_of(case)
    but_for_area = before.replace(_own_area(case), "")
    is_another = other_subject(but_for_area, figure, behind, title)
    return other_subject(before, figure, behind, title) if is_another else ""


def _of_a_neighbour(before: str, figure: str, case: FigureCase) -> str:
    """The figure's own part of its sentence, where another number tells more of its title; the name
    of its area stands for nothing else: 新增公园107个，其中岳麓区21个.
    """
    behind = case.around.text.plain[case.end : case.end_of_text]
    earlier = case.around.text.plain[case.paragraph : case.sentence]
    title = in_words_of(before + behind, title_of(case))
    return told_of_a_neighbour(_but_for_area(before, case), figure, behind, title, earlier)


def _but_for_area(text: str, case: FigureCase) -> str:
    """``text`` without what the figure's own area is called."""
    own = case.site.areas[case.observation.area]
    of_nation = NAMES_OF_THE_NATION if own.kind is AreaKind.COUNTRY else ()
    for name in (*_names_of_area(case), *of_nation):
        text = text.replace(name, "")
    return text


def _names_of_area(case: FigureCase) -> tuple[str, ...]:
    """What the figure's own area is called."""
    own, names = case.site.areas[case.observation.area], area_names(case.site)
    return tuple(filter(None, (names.full(own), *names.called(own))))


def _own_area(case: FigureCase) -> str:
    """What the figure's own area is called."""
    return area_names(case.site).short(case.site.areas[case.observation.area])


def _of_another_name(
    before: str, figure: str, behind: str, case: FigureCase, *, is_same: bool
) -> str:
    """The word of the figure's clause that its indicator's title speaks against, or the clause,
    where its sentence has no word of the title or the definition, nor what is told before of the
    same; or nothing.
    """
    clause = _own_clause(before) + figure + CLAUSE_END.split(behind)[0]
    names = tuple(fold_word(name) for name in names_of_indicator(case))
    is_of_its_own = has_subject(clause) and not is_same
    sentence = case.whole_sentence if is_of_its_own else case.sentence_and_before
    names = (in_words_of(sentence, names[0]), *names[1:])
    denied = denied_elsewhere(clause, sentence, names[0])
    otherwise = denied_kind(before, names[0]) or other_many(before, names[0])
    otherwise = otherwise or part_by_kind(before, behind, names[0])
    opposed = opposed_subject(clause, names[0]) or denied or otherwise
    return opposed or ("" if is_named(names, sentence) else clause)


def _own_clause(before: str) -> str:
    """The clause up to a figure, with the one before it where it says no more than that there is so
    much: 出境的略多，为.
    """
    *earlier, own = CLAUSE_END.split(before)
    return f"{earlier[-1]}，{own}" if earlier and _BARE.fullmatch(own) else own


def unobserved(before: str, behind: str, case: FigureCase) -> str:
    """The words around a figure given as observed that say it was not, or nothing; an indicator of
    what such words name (索赔额) aside.
    """
    status = case.observation.status
    if to_come := words_to_come(before, status):
        return to_come
    title = title_of(case)
    if status is Status.STANDARD:
        said = abolished(behind)
        return "" if names_itself(said, title) else said
    if status is not Status.OBSERVED:
        return ""
    found = filter(None, _not_counted(before, behind, case))
    named = (words for words in found if not names_itself(words, title))
    said = next(named, "") or _came_to_nothing(before, behind, case)
    return said or _drafted_otherwise(before, case)


def _came_to_nothing(before: str, behind: str, case: FigureCase) -> str:
    """The words around a figure that deny what was done, or by which it is of a proposal that was
    rejected; or nothing.
    """
    figure, title = case.around.text.plain[case.start : case.end], title_of(case)
    denied = denied_act(before, figure, behind, title)
    return denied or rejected_proposal(before, figure, behind, title)


def _drafted_otherwise(before: str, case: FigureCase) -> str:
    """The clause of a figure given as observed that a draft of the article surely takes for a
    target, a plan, an estimate or the bound of a standard; or nothing.
    """
    drafted = case.quantity
    if drafted is None or "status" in drafted.unsure or not _is_unobserved(drafted):
        return ""
    return CLAUSE_END.split(before)[-1] + case.around.text.plain[case.start : case.end]


def _is_unobserved(drafted: ExtractedQuantity) -> bool:
    """Whether a quantity of a draft was not observed; what a rule pays (补助标准660元) is paid."""
    if drafted.status == Status.STANDARD.value:
        return drafted.quantity.relation is not Relation.EQUAL
    return drafted.status != Status.OBSERVED.value


def _not_counted(before: str, behind: str, case: FigureCase) -> Iterator[str]:
    """The words around a figure by which it is no more than supposed, aimed at, imagined or
    expected, or another one stands in its place, or the heading over it that says so; each may be
    empty.
    """
    kinds = (
        unsettled_words,
        unreached_level,
        imagined_figure,
        outlook,
        reported_claim,
        turned_later,
        figure_of_speech,
    )
    yield from (words(before, behind) for words in kinds)
    figure, title = case.around.text.plain[case.start : case.end], title_of(case)
    yield capability(before, behind, title)
    yield denied_figure(before, behind, title)
    yield unfulfilled(before, behind, title)
    yield superseded(before, figure, behind, title)
    yield heading_of_plans(case.around.file, case.around.line_of(case.start))
