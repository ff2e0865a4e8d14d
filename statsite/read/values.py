"""Text that an editor wrote to the value it means, or a fault that says why it means none."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, TypeVar
from urllib.parse import unquote, urlsplit

from statsite.hosts import is_host
from statsite.model import ChartOrder, Grouping, UnitFormula
from statsite.periods import UNKNOWN_PERIOD, Moment, TimePeriod, parse_moment, parse_period
from statsite.problems import suggested
from statsite.quantity import Relation
from statsite.read.field_errors import FieldError, refusal, refused
from statsite.read.text import is_blank, shown
from statsite.read.yaml_tree import punctuation_hint

SLUG_LENGTH = 60
#: How many characters a title, a label or another text of one line may have, and any other text.
LABEL_LENGTH, TEXT_LENGTH = 300, 2000
#: Digits of a number, before and behind its point, the zeros aside that it begins with; and with
#: those.
DIGITS, PLACES = 15, 30
#: In bytes; a QR code holds little more.
URL_LENGTH = 2000

SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
INDICATOR_ID = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+")
FIGURE_ID = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+(@[a-z0-9-]+)?(\+[a-z0-9-]+(\.[a-z0-9-]+)?)?")
ISO_CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
GBT2260_CODE = re.compile(r"[0-9]{6}")
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_POSITIVE = re.compile(r"(0|[1-9][0-9]{0,8})(\.[0-9]{1,8})?")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_LINE_NUMBER = re.compile(r"[1-9][0-9]{0,6}")
_PORT = re.compile(r"[1-9][0-9]{0,4}")
_URL_PATH = re.compile(r"(?:[A-Za-z0-9/._~!$&()*+,;=:@-]|%[0-9A-Fa-f]{2})*")
#: Codes of characters that servers and proxies take out, or for the end of a folder.
_HIDDEN_CODE = re.compile(r"%(?:[01][0-9a-f]|7f|2f|5c)", re.IGNORECASE)
_NO_URL = re.compile(r"[\s\\<>\"'`{}|^]")

RELATIONS = {relation.value: relation for relation in Relation} | {
    "~": Relation.ABOUT,
    ">=": Relation.AT_LEAST,
    "<=": Relation.AT_MOST,
}
GROUPINGS: Mapping[str, Grouping] = {"area": "area", "period": "period", "indicator": "indicator"}
ORDERS: Mapping[str, ChartOrder] = {"declared": "declared", "value": "value"}

_T = TypeVar("_T")


def read_exact(value: object) -> str:
    """Any text that is not empty, white space and all."""
    if not isinstance(value, str):
        kind = "a list" if isinstance(value, list) else "a mapping"
        raise refused(
            "text-expected",
            f"text is expected, not {kind}",
            "put a text that holds `: ` or brackets in quotes",
        )
    if not value.strip():
        raise refused("field-empty", "nothing is written here", "write a value, or remove the key")
    if is_blank(value):
        raise refused(
            "field-empty",
            "nothing that a reader could see is written here",
            "write a value, or remove the key",
        )
    return value


def read_prose(value: object) -> str:
    """Text of one or more lines."""
    return _no_longer(read_exact(value).strip(), TEXT_LENGTH)


def read_line(value: object) -> str:
    """Text of one line, of any length."""
    text = read_exact(value).strip()
    if "\n" in text:
        raise refused(
            "text-several-lines",
            "this must be one line",
            "write it on one line, or with > instead of |",
        )
    return text


def read_title(value: object) -> str:
    """A label with a letter or a digit in it: a mark alone names nothing."""
    text = read_label(value)
    if all(unicodedata.category(c)[0] not in "LN" for c in text):
        message, hint = f"{shown(text)} names nothing", "write a word, or remove the key"
        raise refused("title-wordless", message, hint)
    return text


def read_label(value: object) -> str:
    """A title, a label or another text of one line."""
    return _no_longer(read_line(value), LABEL_LENGTH)


def read_printed_text(value: object) -> str:
    """Characters of an article, white space and all."""
    return _no_longer(read_exact(value), LABEL_LENGTH)


def _no_longer(text: str, length: int) -> str:
    if len(text) > length:
        raise refused(
            "text-too-long",
            f"{shown(text)} has {len(text)} characters",
            f"use at most {length}",
        )
    return text


def slug_error(text: str) -> FieldError | None:
    """Why ``text`` is not a slug, or None."""
    if not SLUG.fullmatch(text):
        hint = punctuation_hint(text) or "use a-z, 0-9 and -, beginning with a letter or digit"
        return FieldError("slug-malformed", f"{shown(text)} is not an id", hint)
    if len(text) > SLUG_LENGTH:
        return FieldError(
            "slug-malformed",
            f"{shown(text)} has {len(text)} characters",
            f"use at most {SLUG_LENGTH}",
        )
    if _DEVICE.fullmatch(text):
        return FieldError(
            "slug-malformed",
            f"{shown(text)} is the name of a device on Windows",
            "choose another word",
        )
    return None


def read_slug(value: object) -> str:
    """One part of an id."""
    text = read_line(value)
    fault = slug_error(text)
    if fault:
        raise refusal(fault)
    return text


def read_matching(
    pattern: re.Pattern[str], check: str, what: str, hint: str
) -> Callable[[object], str]:
    """A reader of text that ``pattern`` describes."""

    def read(value: object) -> str:
        text = read_line(value)
        if not pattern.fullmatch(text):
            raise refused(check, f"{shown(text)} is not {what}", punctuation_hint(text) or hint)
        return text

    return read


def read_moment(value: object) -> Moment:
    """A year, a month or a day."""
    text = read_line(value)
    moment = parse_moment(text)
    if moment is None:
        raise refused(
            "date-malformed",
            f"{shown(text)} is not a date",
            "write YYYY, YYYY-MM or YYYY-MM-DD",
        )
    return moment


def read_day(value: object) -> Moment:
    """A day."""
    moment = read_moment(value)
    if not moment.day:
        raise refused("date-malformed", f"`{moment}` is not a day", "write YYYY-MM-DD")
    return moment


def read_instant(value: object) -> str:
    """A moment of UTC to the second, as ISO 8601 writes it."""
    text = read_line(value)
    if not _is_instant(text):
        raise refused(
            "time-malformed", f"{shown(text)} is not a time in UTC", "write YYYY-MM-DDTHH:MM:SSZ"
        )
    return text


def _is_instant(text: str) -> bool:
    try:
        return bool(_INSTANT.fullmatch(text) and dt.datetime.fromisoformat(text))
    except ValueError:
        return False


def read_stated_period(value: object) -> TimePeriod:
    """A time period."""
    text = read_line(value)
    period = parse_period(text)
    if period is None:
        hint = "write 2024, 2024-12-31, 2025-01/2025-09, 2012/.. or ../2030"
        raise refused("period-malformed", f"{shown(text)} is not a time period", hint)
    return period


def read_period(value: object) -> TimePeriod | Literal["unknown"]:
    """A time period, or that the article prints none."""
    return "unknown" if value == UNKNOWN_PERIOD else read_stated_period(value)


def read_unknown_period(value: object) -> Literal["unknown"]:
    """That an article does not state a period which is stated elsewhere."""
    if value != UNKNOWN_PERIOD:
        message = f"{shown(read_line(value))} is not `{UNKNOWN_PERIOD}`"
        hint = "a further printing of another period is a figure of its own; leave it out otherwise"
        raise refused("period-malformed", message, hint)
    return "unknown"


def read_decimal(value: object) -> Decimal:
    """A plain decimal number, its last zeros kept."""
    text = read_line(value)
    if not _DECIMAL.fullmatch(text):
        message = f"{shown(text)} is not a plain decimal number"
        raise refused("number-malformed", message, _number_hint(text))
    if len(text.lstrip("-0.").replace(".", "")) > DIGITS:
        message = f"{shown(text)} has more than {DIGITS} digits"
        raise refused("number-too-long", message, "use a larger unit")
    if len(text) > PLACES:
        message = f"{shown(text)} has more than {PLACES} characters"
        raise refused("number-too-long", message, "use a smaller unit")
    return Decimal(text)


#: What a text that is no number may look like, and what to do about it.
_NUMBER_HINTS: Final = (
    (
        re.compile(r"-?[0-9][0-9,_ ]*(\.[0-9]+)?"),
        "write digits without thousands marks and without an extra 0 before them",
    ),
    (re.compile(r".*[%％]", re.DOTALL), "the percent sign belongs to the indicator's unit"),
    (
        re.compile(r"[-+0-9.]+[eE][-+]?[0-9]+"),
        "write all digits, without an exponent",
    ),
)


def _number_hint(text: str) -> str:
    if any(c.isdigit() and not c.isascii() for c in text):
        return "use half-width digits: 0-9"
    fitting = (hint for pattern, hint in _NUMBER_HINTS if pattern.fullmatch(text))
    return next(fitting, "write digits with at most one point: 22.0")


def read_precision(value: object) -> Decimal:
    """The size of the last digit that counts."""
    number = read_decimal(value)
    if number <= 0:
        raise refused(
            "number-malformed",
            f"`{number}` is not a precision",
            "write the size of the last digit that counts: 0.1, 1, 10000",
        )
    return number


def read_unit_formula(value: object) -> UnitFormula:
    """What one of a unit is: numbers and unit ids with * and / between them, `yuan / person`."""
    text = read_line(value)
    factor, powers = Fraction(1), Counter[str]()
    for part, power in _factors(text):
        if _POSITIVE.fullmatch(part) and Fraction(part):
            factor *= Fraction(part) ** power
        elif slug_error(part) is None:
            powers[part] += power
        else:
            raise refusal(_no_unit_formula(text))
    units = sorted((unit, power) for unit, power in powers.items() if power)
    return UnitFormula(factor, tuple(units))


def _factors(text: str) -> Iterator[tuple[str, int]]:
    """What is multiplied in a formula, with 1, and what it is divided by, with -1."""
    first, *rest = re.split(r"\s*([*/])\s*", text)
    yield first, 1
    for operator, part in zip(rest[::2], rest[1::2], strict=True):
        yield part, 1 if operator == "*" else -1


def _no_unit_formula(text: str) -> FieldError:
    message = f"{shown(text)} says of no unit what it is"
    hint = "write units and numbers with * or / between them: `yuan / person`, `hour / 60`"
    return FieldError("unit-formula-malformed", message, hint)


#: The place of the number in a unit's pattern.
PLACE = "{n}"


def read_unit_pattern(value: object) -> tuple[str, str]:
    """What comes before and behind the number in a unit's pattern."""
    text = read_label(value)
    before, place, behind = text.partition(PLACE)
    if not place:
        message = f"{shown(text)} has no `{PLACE}`"
        hint = f"write `{PLACE}` where the number stands: `每年{PLACE}`"
        raise refused("unit-pattern-malformed", message, hint)
    if set("{}") & set(before + behind):
        message = f"{shown(text)} has more braces than those of one `{PLACE}`"
        hint = f"write `{PLACE}` once, and no other braces"
        raise refused("unit-pattern-malformed", message, hint)
    return before, behind


def read_unit_name(value: object) -> str:
    """What a unit is called, which is no pattern."""
    text = read_label(value)
    if PLACE in text:
        hint = f'a pattern has a name beside the label: `{{other: …, amount: "{text}"}}`'
        raise refused("unit-pattern-malformed", f"{shown(text)} is no label but a pattern", hint)
    return text


def read_truth(value: object) -> bool:
    """True or false."""
    return read_choice({"true": True, "false": False})(value)


def read_url(value: object) -> str:
    """A web address."""
    text = read_line(value)
    if len(text.encode(errors="replace")) > URL_LENGTH:
        raise refused(
            "url-malformed",
            f"{shown(text)} is longer than {URL_LENGTH} bytes",
            "give a shorter address",
        )
    if not _is_url(text):
        raise refused(
            "url-malformed",
            f"{shown(text)} is not a web address",
            "write an address that begins with https:// or http://",
        )
    return text


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        has_host = bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
        return (
            parts.scheme in {"http", "https"}
            and has_host
            and len(text) <= URL_LENGTH
            and not _NO_URL.search(text)
        )
    except ValueError:
        return False


def read_base_url(value: object) -> str | None:
    """The address of a site: a web address that others can be appended to; or null for none."""
    if isinstance(value, str) and value in {"null", "~"}:
        return None
    text = read_url(value)
    said = _no_base(text)
    if said:
        raise refused(
            "url-malformed",
            f"{shown(text)} {said}",
            "write scheme, host and folder: https://example.org/health/",
        )
    return text


def _no_base(text: str) -> str:
    """Why pages cannot be below an address; empty where they can."""
    if "?" in text or "#" in text:
        return "holds a query or a fragment"
    parts = urlsplit(text)
    return _no_host(parts.netloc) or _no_folder(parts.path)


def _no_host(netloc: str) -> str:
    host, port = _host_and_port(netloc)
    return _no_name(host) or _no_port(port)


def _no_name(host: str) -> str:
    if not host.isascii():
        return "has a host that is not in ASCII letters: write its punycode (xn--…)"
    return "" if is_host(host) else "names no host that there can be"


def _no_port(port: str | None) -> str:
    is_port = port is None or _PORT.fullmatch(port)
    return "" if is_port else "has a port that there cannot be"


def _host_and_port(netloc: str) -> tuple[str, str | None]:
    """The host, which may be an IPv6 address in brackets, and the port as written, if there is
    one.
    """
    if netloc.endswith("]") or ":" not in netloc:
        return netloc, None
    host, _, port = netloc.rpartition(":")
    return host, port


def _no_folder(path: str) -> str:
    if _has_odd_folder(path):
        return "holds an empty or a dotted folder"
    if _HIDDEN_CODE.search(path):
        return "holds the code of a control character, a slash or a backslash"
    return "" if _URL_PATH.fullmatch(path) else "holds a character that must be percent-encoded"


def _has_odd_folder(path: str) -> bool:
    return "//" in path or not {".", ".."}.isdisjoint(map(unquote, path.split("/")))


def read_line_number(value: object) -> int:
    """The number of a line in a text file."""
    text = read_line(value)
    if not _LINE_NUMBER.fullmatch(text):
        raise refused(
            "number-malformed", f"{shown(text)} is not a line number", "count lines from 1"
        )
    return int(text)


def read_file_name(value: object) -> str:
    """The name of a file, without a path."""
    text = read_line(value)
    if text.startswith(".") or re.search(r"[/\\:]", text):
        raise refused(
            "file-name-malformed",
            f"{shown(text)} is not a file name",
            "name a file of the sources folder, without a path",
        )
    return text


def read_choice(choices: Mapping[str, _T]) -> Callable[[object], _T]:
    """A reader of one of the words ``choices``."""

    def read(value: object) -> _T:
        text = read_line(value)
        if text not in choices:
            raise refused(
                "choice-unknown",
                f"{shown(text)} is not among the words for this",
                _choice_hint(text, choices),
            )
        return choices[text]

    return read


def _choice_hint(text: str, choices: Collection[str]) -> str:
    return punctuation_hint(text) or suggested(text, choices) or _all_choices(choices)


def _all_choices(choices: Collection[str]) -> str:
    return f"write one of {', '.join(f'`{word}`' for word in choices)}"


def read_relation(value: object) -> Relation:
    """How the true number relates to the written one."""
    if isinstance(value, str) and not value.strip():
        raise refused(
            "field-empty",
            "nothing is written here",
            'a relation that begins with > must be in quotes: ">"',
        )
    return read_choice(RELATIONS)(value)


def read_distinct(items: list[str]) -> list[str]:
    """``items``, none of which appears twice."""
    first = {item: index for index, item in reversed(list(enumerate(items)))}
    faults = [
        FieldError("duplicate-item", f"{shown(item)} appears twice", "keep one of them", (i,))
        for i, item in enumerate(items)
        if first[item] != i
    ]
    if faults:
        raise refusal(*faults)
    return items
