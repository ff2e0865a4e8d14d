"""The files of content/rules to rules: relations between figures, and formulas of derived ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from statsite.expressions import (
    Expression,
    Malformed,
    RuleRelation,
    operands,
    parse_expression,
    parse_relation,
)
from statsite.model import Reference, Rule
from statsite.problems import Location, Problem
from statsite.read.entities import withdrawal
from statsite.read.entries import read_entry
from statsite.read.files import OPERANDS_LIMIT, RULES_LIMIT
from statsite.read.schema import RuleEntry
from statsite.read.values import slug_error
from statsite.read.yaml_tree import (
    Fields,
    Scalar,
    YamlNode,
    child_node,
    places,
    until_too_many_problems,
)


def read_rules(
    trees: Iterable[YamlNode], languages: tuple[str, ...] | None, problems: list[Problem]
) -> dict[str, Rule]:
    """The rules of all files, by id; what is wrong in them joins ``problems``."""
    rules: dict[str, Rule] = {}
    for root in trees:
        room = OPERANDS_LIMIT
        for name, place, node in _named(root, problems):
            rule = _rule(name, node, languages, problems)
            room -= sum(1 for _ in operands(rule.formula)) if rule else 0
            if room < 0:
                problems.append(_too_long_together(place))
                break
            refused = _refused_name(name, place, rules)
            if refused is not None:
                problems.append(refused)
            elif rule is not None:
                rules[name] = rule
    return rules


def _named(root: YamlNode, problems: list[Problem]) -> Iterator[tuple[str, Location, YamlNode]]:
    """The rules of a file as written, each with its id and the place of that."""
    if not isinstance(root, Fields):
        message, hint = (
            "ids of rules and their fields are expected",
            "write `id: {says: …, rule: …}`",
        )
        problems.append(Problem("mapping-expected", message, root.location, hint))
        return
    problems.extend(_too_many(root))
    read = islice(root.fields.items(), RULES_LIMIT)
    for name, node in until_too_many_problems(read, root.location, problems):
        yield name, root.keys[name], node


def _refused_name(name: str, place: Location, rules: Mapping[str, Rule]) -> Problem | None:
    """Why a rule cannot have this id beside those read so far; None where it can."""
    fault = slug_error(name)
    if fault:
        return Problem(fault.check, fault.message, place, fault.hint)
    if name in rules:
        message = f"rule `{name}` is already at {rules[name].location}"
        return Problem("duplicate-rule", message, place, "give each rule an id of its own")
    return None


def _too_many(root: Fields) -> Iterator[Problem]:
    for name in islice(root.fields, RULES_LIMIT, RULES_LIMIT + 1):
        yield Problem(
            "file-too-large",
            f"the file holds more than {RULES_LIMIT} rules",
            root.keys[name],
            "split it",
        )


def _too_long_together(place: Location) -> Problem:
    message = f"the rules of the file name more than {OPERANDS_LIMIT:,} figures and numbers"
    return Problem("file-too-large", message, place, "split it, or say it in fewer rules")


def _rule(
    name: str, node: YamlNode, languages: tuple[str, ...] | None, problems: list[Problem]
) -> Rule | None:
    entry = read_entry(RuleEntry, node, languages, problems)
    written = child_node(node, "rule")
    if entry is None or not isinstance(written, Scalar):
        return None
    formula = _formula(entry, written, problems)
    if formula is None:
        return None
    return Rule(
        id=name,
        says=entry.says,
        text=entry.rule,
        formula=formula,
        defines=_defined(entry, node),
        across=entry.across,
        constants=entry.constants,
        location=node.location,
        text_location=written.location,
        start=written.start,
        withdrawn=withdrawal(entry.withdrawn),
        locations=dict(places(node)),
    )


def _defined(entry: RuleEntry, node: YamlNode) -> Reference | None:
    """The figure that a rule defines, if it defines one."""
    if not entry.defines:
        return None
    return Reference(entry.defines, (child_node(node, "defines") or node).location)


def _formula(
    entry: RuleEntry, written: Scalar, problems: list[Problem]
) -> RuleRelation | Expression | None:
    found = parse_expression(written.text) if entry.defines else parse_relation(written.text)
    if not isinstance(found, Malformed):
        return found
    problems.append(
        Problem(
            "rule-malformed",
            _why_malformed(written.text, found),
            written.place(found.at),
            found.hint,
        )
    )
    return None


def _why_malformed(text: str, found: Malformed) -> str:
    """The message, with the place marked in a rule that is short enough to be repeated."""
    marked = f"{text[: found.at]}▸{text[found.at :]}"
    is_short = len(marked) <= _SHOWN
    return f"`{marked}` makes no sense at ▸: {found.message}" if is_short else found.message


#: The longest rule that a message repeats.
_SHOWN = 400
