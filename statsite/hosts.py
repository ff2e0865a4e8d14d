"""Hosts of web addresses, judged without any network: which nobody but the writer can reach, and
which look like another.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata

#: Names that documents use for hosts that do not matter: nobody takes them for an address.
_EXAMPLES = ("example", "example.com", "example.net", "example.org")

#: Names at which no reader finds a page: the special-use domains of the IANA registry (RFC 6761 and
#: after), which are kept for tests, examples, networks of one's own and machines that ask for
#: addresses; .internal; and those that networks of one's own use without asking (RFC 6762,
#: appendix G).
_RESERVED = (
    *_EXAMPLES,
    "test",
    "invalid",
    "local",
    "localhost",
    "internal",
    "alt",
    "onion",
    "arpa",
    "corp",
    "home",
    "intranet",
    "lan",
    "localdomain",
    "private",
)

#: Addresses that the library takes for public and no reader reaches: those of protocols, and those
#: behind a translator of a network of one's own (RFC 6890, 8215).
_NOT_PUBLIC = (ipaddress.ip_network("192.0.0.0/24"), ipaddress.ip_network("64:ff9b:1::/48"))
#: Addresses that end in one of IPv4, which is where they lead (RFC 6052).
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_LONGEST = 253
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")

#: Scripts that are written together: UTS 39, highly restrictive.
_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
)

#: Letters of Cyrillic and Greek that look like Latin ones: a word of these alone looks like another
#: word (UTS 39, whole-script confusables).
_LOOK_LATIN = frozenset("авеёһіїјкмнорсѕтухӏԁԛԝ" + "αινορτυχκ")


def host_fault(host: str) -> str | None:
    """Why a link to ``host``, as an address writes it, leads no reader where it seems to; None
    where it may.
    """
    name = host.removesuffix(".").lower()
    address = _ip_address(name)
    return _name_fault(name) if address is None else _address_fault(address)


def _address_fault(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> str | None:
    if _is_public(address):
        return None
    return f"`{address}` is an address of a private network or of a reader's own machine"


def _name_fault(name: str) -> str | None:
    if is_reserved(name):
        return f"`{name}` is a name kept for examples, tests or private networks"
    labels = name.split(".")
    if misread := next(filter(None, map(_label_fault, labels)), None):
        return misread
    if len(labels) == 1 or _is_number(labels[-1]):
        return f"`{name}` is not a public host"
    return _spelling_fault(name)


def _spelling_fault(name: str) -> str | None:
    """Why a name cannot be a host as it is written; None where it can."""
    if not name.isascii() and (written := _punycode(name)):
        return f"`{name}` is not written in ASCII letters: write its punycode, `{written}`"
    return None if is_host(name) else f"`{name}` is not a host"


def _punycode(name: str) -> str:
    """A host in the letters that addresses are written in; empty where it has no such form."""
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether any reader may reach what is at an address."""
    if isinstance(address, ipaddress.IPv6Address):
        if inner := _inner_address(address):
            return _is_public(inner)
        if address.is_site_local:
            return False
    is_kept = any(address in network for network in _NOT_PUBLIC)
    return address.is_global and not address.is_multicast and not is_kept


def _inner_address(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The address of IPv4 that one of IPv6 leads to, where it leads to one."""
    inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _TRANSLATED else None
    return inner or address.ipv4_mapped or address.sixtofour


def _label_fault(label: str) -> str | None:
    """Why a part of a host is taken for something else; None where it is not."""
    word = _decoded(label)
    if word is None:
        return "a part of the host is not punycode"
    if _looks_like_another(word):
        return f"`{word}` mixes alphabets so that it looks like another name"
    return None


def is_reserved(host: str) -> bool:
    """Whether a host is a name kept for examples, tests or private networks."""
    return _is_below(host, _RESERVED)


def is_example(host: str) -> bool:
    """Whether a host is a name kept for examples, as documents and trials use it."""
    return _is_below(host, _EXAMPLES)


def _is_below(host: str, names: tuple[str, ...]) -> bool:
    """Whether a host is one of the ``names``, or has a name below one."""
    name = host.removesuffix(".").lower()
    return any(name == one or name.endswith(f".{one}") for one in names)


def is_host(name: str) -> bool:
    """Whether ``name`` could be a host: an IP address, or labels of ASCII letters, digits and
    hyphens.
    """
    lowered = name.lower()
    return _ip_address(lowered) is not None or _is_of_labels(lowered)


def _is_of_labels(name: str) -> bool:
    return len(name) <= _LONGEST and all(map(_LABEL.fullmatch, name.split(".")))


def _ip_address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that browsers take ``name`` for: IPv6, or IPv4 with up to four decimal, octal or
    hexadecimal numbers.
    """
    try:
        return ipaddress.ip_address(name.strip("[]").partition("%")[0])
    except ValueError:
        return _ipv4_address(name.split("."))


#: An address of IPv4 has so many bytes; a byte is less than this.
_IPV4_BYTES, _BYTE = 4, 256


def _ipv4_address(parts: list[str]) -> ipaddress.IPv4Address | None:
    """The address of up to four numbers, the last of which stands for all bytes that are left."""
    if len(parts) > _IPV4_BYTES or not all(map(_is_number, parts)):
        return None
    numbers = [number for number in map(_number, parts) if number is not None]
    if len(numbers) < len(parts) or not _are_bytes_and_rest(numbers):
        return None
    *first, last = numbers
    high = sum(byte << (24 - 8 * index) for index, byte in enumerate(first))
    return ipaddress.IPv4Address(high + last)


def _are_bytes_and_rest(numbers: list[int]) -> bool:
    """Whether each number but the last is a byte, and the last no larger than the bytes left."""
    *first, last = numbers
    return all(byte < _BYTE for byte in first) and last < _BYTE ** (_IPV4_BYTES - len(first))


def _is_number(part: str) -> bool:
    return bool(_NUMBER.fullmatch(part)) and len(part) <= _LONGEST


def _number(part: str) -> int | None:
    try:
        return int(part[2:] or "0", 16) if part.startswith("0x") else int(part, _base(part))
    except ValueError:
        return None


def _base(part: str) -> int:
    """Of the digits of a number without 0x."""
    return 8 if part.startswith("0") else 10


def _decoded(label: str) -> str | None:
    """What a reader takes a label for; None where it pretends to be punycode."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return None


def _looks_like_another(word: str) -> bool:
    """Whether ``word`` holds letters of alphabets that are not written together, or looks Latin
    without being so.
    """
    letters = {c for c in word if unicodedata.category(c)[0] in "LM"}
    scripts = set(map(_script, letters))
    if len(scripts) > 1:
        return not any(scripts <= together for together in _TOGETHER)
    return bool(letters) and scripts <= {"CYRILLIC", "GREEK"} and letters <= _LOOK_LATIN


def _script(letter: str) -> str:
    """The script of a letter: the first word of its Unicode name, which the standard library's
    tables give for every version of Python.
    """
    name = unicodedata.name(unicodedata.normalize("NFKC", letter)[0], "UNNAMED")
    return name.split()[0].split("-")[0]
