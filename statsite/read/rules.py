"""The files of content/rules to rules: relations between figures, and formulas of derived ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from statsite.expressions import (
    Expression,
    Malformed,
    RuleRelation,
    parse_expression,
    parse_relation,
)
from statsite.model import Reference, Rule
from statsite.problems import Problem
from statsite.read.entities import withdrawal
from statsite.read.entries import read_entry
from statsite.read.files import RULES_LIMIT
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
        if not isinstance(root, Fields):
            problems.append(
                Problem(
                    "mapping-expected",
                    "ids of rules and their fields are expected",
                    root.location,
                    "write `id: {says: …, rule: …}`",
                )
            )
            continue
        problems.extend(_too_many(root))
        for name, node in until_too_many_problems(
            islice(root.fields.items(), RULES_LIMIT), root.location, problems
        ):
            rule = _rule(name, node, languages, problems)
            fault = slug_error(name)
            if fault:
                problems.append(Problem(fault.check, fault.message, root.keys[name], fault.hint))
            elif name in rules:
                message = f"rule `{name}` is already at {rules[name].location}"
                problems.append(
                    Problem(
                        "duplicate-rule",
                        message,
                        root.keys[name],
                        "give each rule an id of its own",
                    )
                )
            elif rule is not None:
                rules[name] = rule
    return rules


def _too_many(root: Fields) -> Iterator[Problem]:
    for name in islice(root.fields, RULES_LIMIT, RULES_LIMIT + 1):
        yield Problem(
            "file-too-large",
            f"the file holds more than {RULES_LIMIT} rules",
            root.keys[name],
            "split it",
        )


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
        defines=Reference(entry.defines, (child_node(node, "defines") or node).location)
        if entry.defines
        else None,
        across=entry.across,
        constants=entry.constants,
        location=node.location,
        text_location=written.location,
        start=written.start,
        withdrawn=withdrawal(entry.withdrawn),
        locations=dict(places(node)),
    )


def _formula(
    entry: RuleEntry, written: Scalar, problems: list[Problem]
) -> RuleRelation | Expression | None:
    found = parse_expression(written.text) if entry.defines else parse_relation(written.text)
    if not isinstance(found, Malformed):
        return found
    marked = f"{written.text[: found.at]}▸{written.text[found.at :]}"
    message = (
        f"`{marked}` makes no sense at ▸: {found.message}"
        if len(marked) <= _SHOWN
        else found.message
    )
    problems.append(Problem("rule-malformed", message, written.place(found.at), found.hint))
    return None


#: The longest rule that a message repeats.
_SHOWN = 400
