"""The constructs that figures are hidden in: each makes one sentence's parts from random numbers
and words, and says what they mean.

A construct's name is what the report counts by. ``whole`` is promised only where the editors' guide
or the demand on the proof names the form; elsewhere a figure need not be readable, but no piece of
it may pass for another quantity.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from random import Random

from tests.hostile import vocabulary as words
from tests.hostile.meaning import (
    Meaning,
    about,
    at_least,
    at_most,
    between,
    exact,
    just_under,
    less,
    more,
    more_below,
)
from tests.hostile.numerals import (
    Number,
    arabic,
    chinese,
    decimal,
    digit,
    formal,
    grouped,
    tidy,
    traditional,
    whole_number,
    wide,
)
from tests.hostile.sentence import Expression, Part, parted_number

Construct = Callable[[Random], Sequence[Part]]
CONSTRUCTS: dict[str, Construct] = {}


def construct(name: str) -> Callable[[Construct], Construct]:
    """Enter a maker of sentences under its name."""

    def enter(maker: Construct) -> Construct:
        CONSTRUCTS[name] = maker
        return maker

    return enter


def said(
    rng: Random, figure: Expression, before: str | None = None, ending: str | None = None
) -> Sequence[Part]:
    """A sentence that says nothing but the figure."""
    return (
        rng.choice(words.SUBJECTS) if before is None else before,
        figure,
        rng.choice(words.ENDINGS) if ending is None else ending,
    )


def plain(
    text: str, meaning: Meaning, unit: tuple[str, ...], cuts: Sequence[str] = ()
) -> Expression:
    """A figure whose one whole form is its text."""
    return Expression(text, (meaning,), unit, (text,), tuple(cuts))


def unpromised(
    text: str, meanings: Sequence[Meaning], unit: tuple[str, ...], cuts: Sequence[str] = ()
) -> Expression:
    """A figure that need not be readable as a whole."""
    return Expression(text, tuple(meanings), unit, (), tuple(cuts))


def counted(rng: Random) -> tuple[Number, tuple[str, ...]]:
    """A number of things and the words of its unit: with or without decimals, scale, Chinese
    numerals; or a percentage.
    """
    kind = rng.randrange(8)
    if kind == 0:
        return arabic(decimal(rng)), words.PERCENT
    if kind == 1:
        return arabic(str(rng.randint(1, 100))), words.PERCENT
    if kind == 2:
        return arabic(decimal(rng), rng.choice(("万", "亿"))), rng.choice(words.MANY)
    if kind == 3:
        return arabic(str(whole_number(rng)), rng.choice(("万", "亿", "百万", "万亿"))), rng.choice(
            words.MANY
        )
    if kind == 4:
        return chinese(whole_number(rng, 3), two="两"), rng.choice(words.COUNTED)
    return arabic(str(whole_number(rng, 5))), rng.choice(words.COUNTED)


def percentage(rng: Random) -> str:
    """The digits of a percentage."""
    return decimal(rng) if rng.random() < 0.5 else str(rng.randint(2, 99))


@construct("plain")
def _plain(rng: Random) -> Sequence[Part]:
    number, unit = counted(rng)
    return said(
        rng,
        plain(
            number.text + unit[0],
            exact(number.value),
            unit,
            (number.text[1:] + unit[0], number.text[:-1]),
        ),
    )


@construct("digits-inside")
def _digits_inside(rng: Random) -> Sequence[Part]:
    unit = rng.choice(words.COUNTED)
    text = str(rng.randint(1000, 9_999_999))
    return said(
        rng,
        plain(
            text + unit[0], exact(Fraction(text)), unit, [text[at:] + unit[0] for at in range(1, 4)]
        ),
    )


@construct("decimal-inside")
def _decimal_inside(rng: Random) -> Sequence[Part]:
    text, scale = decimal(rng), rng.choice(("", "万", "亿"))
    unit = rng.choice(words.MANY) if scale else words.PERCENT
    number = arabic(text, scale)
    whole, decimals = text.split(".")
    return said(
        rng,
        plain(
            number.text + unit[0],
            exact(number.value),
            unit,
            (decimals + scale + unit[0], whole, text[1:] + scale + unit[0]),
        ),
    )


@construct("qualifier-before")
def _qualifier_before(rng: Random) -> Sequence[Part]:
    (number, unit), word = counted(rng), rng.choice(tuple(words.BEFORE))
    bare = number.text + unit[0]
    return said(
        rng,
        plain(
            word + bare,
            words.BEFORE[word](number.value),
            unit,
            (bare, number.text, word[1:] + bare),
        ),
    )


@construct("qualifier-after")
def _qualifier_after(rng: Random) -> Sequence[Part]:
    (number, unit), word = counted(rng), rng.choice(tuple(words.AFTER))
    bare = number.text + unit[0]
    return said(rng, plain(bare + word, words.AFTER[word](number.value), unit, (bare, number.text)))


@construct("qualifier-both-sides")
def _qualifier_both_sides(rng: Random) -> Sequence[Part]:
    (number, unit), word = counted(rng), rng.choice(("约", "大约"))
    bare = number.text + unit[0]
    return said(rng, plain(f"{word}{bare}左右", about(number.value), unit, (bare, number.text)))


@construct("qualifier-unpromised")
def _qualifier_unpromised(rng: Random) -> Sequence[Part]:
    number, unit = counted(rng)
    bare = number.text + unit[0]
    if rng.random() < 0.6:
        word = rng.choice(tuple(words.UNPROMISED_BEFORE))
        return said(
            rng,
            unpromised(
                word + bare,
                (words.UNPROMISED_BEFORE[word](number.value),),
                unit,
                (bare, number.text),
            ),
        )
    word = rng.choice(tuple(words.UNPROMISED_AFTER))
    meanings = (
        words.UNPROMISED_AFTER[word](number.value),
        more_below(number.value, number.value + number.step),
    )
    return said(rng, unpromised(bare + word, meanings, unit, (bare, number.text)))


@construct("verb-between")
def _verb_between(rng: Random) -> Sequence[Part]:
    unit, verb, number = (
        rng.choice(words.COUNTED),
        rng.choice(words.VERBS),
        arabic(str(whole_number(rng, 3))),
    )
    bare = number.text + unit[0]
    return said(rng, plain(f"至少{verb}{bare}", at_least(number.value), unit, (bare, verb + bare)))


@construct("negated-bound")
def _negated_bound(rng: Random) -> Sequence[Part]:
    number, unit = counted(rng)
    return said(rng, _negated(rng, number, unit, ""))


@construct("negated-between")
def _negated_between(rng: Random) -> Sequence[Part]:
    number, unit = counted(rng)
    return said(
        rng,
        _negated(rng, number, unit, rng.choice(words.BETWEEN_NEGATION)),
        rng.choice(("一般", "原则上", "最长", "")),
    )


def _negated(rng: Random, number: Number, unit: tuple[str, ...], between_words: str) -> Expression:
    word = rng.choice(words.UPPER + words.LOWER)
    negation = rng.choice(words.NEGATIONS if word != "不足" else words.NEGATIONS_OF_LACK)
    bare = number.text + unit[0]
    meaning = (at_most if word in words.UPPER else at_least)(number.value)
    return plain(
        f"{negation}{between_words}{word}{bare}",
        meaning,
        unit,
        (word + bare, bare, between_words + word + bare, word + number.text),
    )


@construct("negated-below")
def _negated_below(rng: Random) -> Sequence[Part]:
    (number, unit), word = counted(rng), rng.choice(words.BELOW)
    bare = number.text + unit[0]
    return said(
        rng, plain(word + bare, less(number.value), unit, (bare, word[1:] + bare, number.text))
    )


@construct("negation-unpromised")
def _negation_unpromised(rng: Random) -> Sequence[Part]:
    (number, unit), negation = counted(rng), rng.choice(words.UNPROMISED_NEGATIONS)
    word = rng.choice(words.UPPER[:2] + words.LOWER[:2])
    bare = number.text + unit[0]
    meaning = (at_most if word in words.UPPER else at_least)(number.value)
    return said(rng, unpromised(negation + word + bare, (meaning,), unit, (word + bare, bare)))


@construct("negation-elsewhere")
def _negation_elsewhere(rng: Random) -> Sequence[Part]:
    (number, unit), word = counted(rng), rng.choice(("超过", "突破"))
    bare = number.text + unit[0]
    return said(
        rng, plain(word + bare, more(number.value), unit, (bare,)), rng.choice(words.NO_NEGATION)
    )


@construct("particle")
def _particle(rng: Random) -> Sequence[Part]:
    (number, unit), word = counted(rng), rng.choice(tuple(words.PARTICLES))
    bare = number.text + unit[0]
    return said(
        rng,
        plain(
            word + bare,
            words.PARTICLES[word](number.value),
            unit,
            (bare, number.text, word[1:] + bare),
        ),
    )


@construct("particle-reached")
def _particle_reached(rng: Random) -> Sequence[Part]:
    number, unit = counted(rng)
    bare = number.text + unit[0]
    return said(
        rng,
        plain(bare, exact(number.value), unit, (number.text,)),
        rng.choice(("达到了", "达", "共计", "合计为", "增加了", "占", "为")),
    )


@construct("particle-of-whole")
def _particle_of_whole(rng: Random) -> Sequence[Part]:
    word, whole = rng.choice(tuple(words.SHARE_PARTICLES)), rng.choice(words.WHOLES)
    text, value = rng.choice((_percent_text(rng), _fraction_text(rng), _tenths_text(rng)))
    return said(
        rng,
        plain(
            word + whole + text,
            words.SHARE_PARTICLES[word](value),
            words.PERCENT,
            (text, whole + text),
        ),
    )


def _percent_text(rng: Random) -> tuple[str, Fraction]:
    text = percentage(rng)
    return f"{text}%", Fraction(text)


def _fraction_text(rng: Random) -> tuple[str, Fraction]:
    low = rng.randint(3, 9)
    high = rng.randint(1, low - 1)
    text = rng.choice((f"{high}/{low}", f"{chinese(low).text}分之{chinese(high).text}"))
    return text, Fraction(100 * high, low)


def _tenths_text(rng: Random) -> tuple[str, Fraction]:
    tenths = rng.randint(2, 9)
    half = rng.random() < 0.3
    text = rng.choice((digit(tenths), str(tenths)))
    return f"{text}成{'半' if half else ''}", Fraction(10 * tenths + 5 * half)


@construct("group-comma")
def _group_comma(rng: Random) -> Sequence[Part]:
    return said(rng, _grouped(rng, ","))


@construct("group-space")
def _group_space(rng: Random) -> Sequence[Part]:
    return said(
        rng, _grouped(rng, rng.choice((" ", "\u2009", "\u202f", "\u00a0", "\u2005", "\u3000")))
    )


@construct("group-wide-comma")
def _group_wide_comma(rng: Random) -> Sequence[Part]:
    return said(rng, _grouped(rng, "，"))


def _grouped(rng: Random, mark: str) -> Expression:
    number, unit = rng.randint(1001, 99_999_999), rng.choice(words.COUNTED)
    word = rng.choice(("", "", "超过", "约"))
    means = words.BEFORE[word] if word else exact
    text = f"{word}{grouped(number, mark)}{unit[0]}"
    text = wide(text) if mark == "，" and rng.random() < 0.3 else text
    typed = (
        tuple(dict.fromkeys((text, text.replace(mark, ""), text.replace(mark, " "))))
        if mark.isspace()
        else (text,)
    )
    pieces = [text.split(mark, at)[-1] for at in range(1, text.count(mark) + 1)]
    return Expression(
        text, (means(Fraction(number)),), unit, typed, (*pieces, text.rsplit(mark, 1)[0])
    )


@construct("tail-few")
def _tail_few(rng: Random) -> Sequence[Part]:
    word = rng.choice(("余", "多"))
    scale = rng.choice(("", "", "万", "亿"))
    unit = rng.choice(words.MANY if scale else words.COUNTED)
    kind = rng.randrange(3)
    if kind == 0 and scale:
        number = arabic(f"{rng.randint(1, 99)}.{rng.randint(1, 9)}", scale)
        text, meaning = number.text + word, more_below(number.value, number.value + number.step)
    elif kind == 1:
        head = rng.choice((10, 20, 30, 50, 100, 200, 300, 600))
        number, times = chinese(head, two="两"), Fraction(arabic("1", scale).value)
        text, meaning = (
            number.text + word + scale,
            more_below(number.value * times, (number.value + number.step) * times),
        )
    else:
        number, times = arabic(tidy(rng)), arabic("1", scale).value
        text, meaning = (
            number.text + word + scale,
            more_below(number.value * times, (number.value + number.step) * times),
        )
    return said(
        rng,
        plain(
            text + unit[0],
            meaning,
            unit,
            (text.partition(word)[0], scale + unit[0], word + scale + unit[0]),
        ),
    )


@construct("tail-few-in-scale")
def _tail_few_in_scale(rng: Random) -> Sequence[Part]:
    first, inner, outer = rng.randint(1, 9), rng.choice(("千", "百")), rng.choice(("万", "亿"))
    unit, word = rng.choice(words.MANY), rng.choice(("多", "余"))
    head = rng.choice((str(first), digit(first)))
    size = arabic("1", inner).value * arabic("1", outer).value
    text = f"{head}{inner}{word}{outer}{unit[0]}"
    return said(
        rng,
        plain(
            text,
            more_below(first * size, (first + 1) * size),
            unit,
            (head + inner, outer + unit[0], head),
        ),
    )


@construct("tail-half")
def _tail_half(rng: Random) -> Sequence[Part]:
    """半 and 多 that are in or behind the unit: 3年半 is no 3年, 3个多月 no 3个."""
    head, half = rng.randint(1, 9), rng.random() < 0.5
    number = rng.choice((str(head), digit(head)))
    measure, rest, unit = rng.choice(
        (
            ("个", "月", ("个月",)),
            ("个", "小时", ("小时", "个小时")),
            ("年", "", ("年",)),
            ("天", "", ("天",)),
            ("倍", "", ("倍",)),
        )
    )
    meaning = (
        exact(head + Fraction(1, 2)) if half else more_below(Fraction(head), Fraction(head + 1))
    )
    text = f"{number}{measure}{'半' if half else '多'}{rest}"
    return said(
        rng,
        unpromised(text, (meaning,), unit, (number, number + measure)),
        rng.choice(("需要", "历时", "为")),
        rng.choice(("。", "，", "；")),
    )


@construct("tail-vague")
def _tail_vague(rng: Random) -> Sequence[Part]:
    unit = rng.choice(words.MANY)
    text = rng.choice(tuple(words.VAGUE))
    return said(
        rng,
        unpromised(
            text + unit[0],
            words.VAGUE[text],
            unit,
            (text, text[1:] + unit[0], text[-1] + unit[0], text[0]),
        ),
    )


@construct("tail-words")
def _tail_words(rng: Random) -> Sequence[Part]:
    word = rng.choice(("不到", "出头"))
    number, unit = counted(rng)
    bare = number.text + unit[0]
    meanings = (
        (less(number.value),)
        if word == "不到"
        else (more(number.value), more_below(number.value, number.value + number.step))
    )
    text = bare + word
    return said(
        rng,
        Expression(text, meanings, unit, (text,), (bare, number.text)),
        ending=rng.choice(("。", "，", "；")),
    )


@construct("tail-strong-weak")
def _tail_strong_weak(rng: Random) -> Sequence[Part]:
    tenths, word = rng.randint(2, 9), rng.choice("强弱")
    head, value = rng.choice(
        (
            (f"{digit(tenths)}成", Fraction(10 * tenths)),
            (f"{tenths}成", Fraction(10 * tenths)),
            (f"{chinese(tenths + 1).text}分之一", Fraction(100, tenths + 1)),
            (f"{tenths * 10}%", Fraction(10 * tenths)),
        )
    )
    step = Fraction(10)
    meanings = (
        (more(value), more_below(value, value + step))
        if word == "强"
        else (just_under(value), less(value))
    )
    text = head + word
    return said(
        rng,
        Expression(text, meanings, words.PERCENT, (text,), (head,)),
        ending=rng.choice(("。", "，", "；")),
    )


@construct("tail-plus")
def _tail_plus(rng: Random) -> Sequence[Part]:
    number, scale = str(rng.randint(1, 999)), rng.choice(("", "万"))
    unit = rng.choice(words.MANY)
    value = arabic(number, scale).value
    text = rng.choice((f"{number}{scale}+", f"{number}+{scale}", f"{number}{scale}＋"))
    promised = text.endswith(("+", "＋"))
    figure = Expression(
        text + unit[0],
        (more(value), at_least(value)),
        unit,
        (text + unit[0],) if promised else (),
        (number + scale, number),
    )
    return said(rng, figure)


@construct("tail-unit")
def _tail_unit(rng: Random) -> Sequence[Part]:
    text = percentage(rng)
    tail, unit, factor = rng.choice(
        (
            ("%", words.PERCENT, 1),
            ("％", words.PERCENT, 1),
            ("个百分点", words.POINTS, 1),
            ("倍", words.TIMES, 1),
            ("成", words.PERCENT, 10),
            ("‰", words.PER_MILLE, 1),
        )
    )
    if tail == "成":
        text = str(rng.randint(2, 9))
    strange = (
        (text, ("人",)),
        (text, ("个",)),
        *(((f"{text}个", ("个",)),) if tail == "个百分点" else ()),
    )
    return said(
        rng,
        Expression(
            text + tail,
            (exact(Fraction(text) * factor),),
            unit,
            (text + tail,),
            (text[1:] + tail,),
            strange,
        ),
    )


_DASHES = ("~", "～", "-", "－", "—", "–", "——")


@construct("range-dash")
def _range_dash(rng: Random) -> Sequence[Part]:
    low = whole_number(rng, 3)
    high, unit, dash = low + rng.randint(1, 500), rng.choice(words.COUNTED), rng.choice(_DASHES)
    return said(rng, _ranged(str(low), str(high), dash, unit, (Fraction(low), Fraction(high))))


@construct("range-scaled")
def _range_scaled(rng: Random) -> Sequence[Part]:
    low, scale, unit = rng.randint(2, 80), rng.choice(("万", "亿", "%")), rng.choice(words.MANY)
    high, dash = low + rng.randint(1, 15), rng.choice((*_DASHES, "至", "到"))
    size = 1 if scale == "%" else arabic("1", scale).value
    unit, last = (words.PERCENT, "") if scale == "%" else (unit, scale)
    first = rng.choice(("", "%" if scale == "%" else scale))
    return said(
        rng,
        _ranged(
            f"{low}{first}",
            f"{high}{last}",
            dash,
            unit,
            (low * Fraction(size), high * Fraction(size)),
        ),
    )


@construct("range-words")
def _range_words(rng: Random) -> Sequence[Part]:
    low = rng.randint(3, 40)
    high, unit, joiner = (
        low + rng.randint(1, 40),
        rng.choice(words.COUNTED),
        rng.choice(("至", "到")),
    )
    first, last = (
        (chinese(low).text, chinese(high).text) if rng.random() < 0.4 else (str(low), str(high))
    )
    first += rng.choice(("", "", unit[0]))
    return said(
        rng,
        _ranged(first, last, joiner, unit, (Fraction(low), Fraction(high))),
        rng.choice(("需要", "其中", "每组", "设置")),
    )


@construct("range-tenths")
def _range_tenths(rng: Random) -> Sequence[Part]:
    low, high = sorted(rng.sample(range(1, 10), 2))
    first, last = rng.choice(((str(low), str(high)), (chinese(low).text, chinese(high).text)))
    joiner = (
        rng.choice(("至", "到"))
        if first in "一二三四五六七八九"
        else rng.choice(("~", "-", "—", "至", "到"))
    )
    text = f"{first}{rng.choice(('', '成'))}{joiner}{last}成"
    return said(
        rng,
        plain(
            text,
            between(Fraction(10 * low), Fraction(10 * high)),
            words.PERCENT,
            (f"{last}成", f"{first}成"),
        ),
        "占",
    )


@construct("range-between")
def _range_between(rng: Random) -> Sequence[Part]:
    low = rng.randint(3, 60)
    high, joiner = low + rng.randint(1, 30), rng.choice(("和", "与", "至", "到"))
    scale, unit = rng.choice((("%", words.PERCENT), ("万人", words.MANY[0]), ("家", ("家",))))
    size = 10_000 if scale == "万人" else 1
    text = f"{low}{scale}{joiner}{high}{scale}之间"
    meaning = between(Fraction(low * size), Fraction(high * size))
    return said(
        rng,
        plain(text, meaning, unit, (f"{high}{scale}", f"{low}{scale}", f"{high}{scale}之间")),
        rng.choice(("在", "介于", "保持在")),
    )


def _ranged(
    first: str, last: str, joiner: str, unit: tuple[str, ...], ends: tuple[Fraction, Fraction]
) -> Expression:
    text = f"{first}{joiner}{last}{unit[0]}"
    return plain(text, between(*ends), unit, (last + unit[0], first, joiner + last + unit[0]))


@construct("couple")
def _couple(rng: Random) -> Sequence[Part]:
    low = rng.randint(1, 8)
    scale, unit = rng.choice(("", "十", "百", "千", "万", "十万")), rng.choice(words.MANY)
    size = {"": 1, "十": 10, "十万": 100_000}.get(scale) or arabic("1", scale).value
    first, last = "二" if low == 2 and scale == "十" else digit(low), digit(low + 1)
    text = f"{first}{rng.choice(('', '、'))}{last}{scale}{unit[0]}"
    meaning = between(Fraction(low * size), Fraction((low + 1) * size))
    return said(
        rng,
        unpromised(
            text,
            (meaning,),
            unit,
            (text[1:], text[-len(scale + unit[0]) - 1 :], scale + unit[0], first),
        ),
    )


@construct("sign-negative")
def _sign_negative(rng: Random) -> Sequence[Part]:
    sign = rng.choice(("-", "－", "−", "负", "零下"))
    text, unit = (
        (str(rng.randint(1, 40)), words.DEGREES)
        if sign == "零下"
        else (percentage(rng), words.PERCENT)
    )
    bare = text + unit[0]
    return said(
        rng,
        plain(sign + bare, exact(-Fraction(text)), unit, (bare, text)),
        rng.choice(("为", "降至", "气温", "增速为", "达到")),
    )


@construct("sign-bound")
def _sign_bound(rng: Random) -> Sequence[Part]:
    (number, unit), sign = counted(rng), rng.choice("＞>≥＜<≤")
    means = {"＞": more, ">": more, "≥": at_least, "＜": less, "<": less, "≤": at_most}[sign]
    bare = number.text + unit[0]
    return said(
        rng,
        plain(sign + bare, means(number.value), unit, (bare, number.text)),
        rng.choice(("覆盖率", "要求", "数量", "达标值为")),
    )


@construct("sign-about")
def _sign_about(rng: Random) -> Sequence[Part]:
    text, sign = percentage(rng), rng.choice(("±", "~", "～", "≈"))
    meanings = (
        (between(-Fraction(text), Fraction(text)),) if sign == "±" else (about(Fraction(text)),)
    )
    return said(
        rng,
        unpromised(f"{sign}{text}%", meanings, words.PERCENT, (f"{text}%", text)),
        rng.choice(("误差", "偏差为", "波动")),
    )


@construct("power")
def _power(rng: Random) -> Sequence[Part]:
    power, factor, unit = (
        rng.randint(2, 9),
        rng.choice(("", f"{rng.randint(2, 9)}×", f"{rng.randint(2, 9)}.{rng.randint(1, 9)}×")),
        ("个",),
    )
    value = Fraction(factor[:-1] or 1) * 10**power
    text = rng.choice((f"{factor}10{'⁰¹²³⁴⁵⁶⁷⁸⁹'[power]}", f"{factor}10^{power}")) + "个"
    return said(
        rng,
        unpromised(
            text, (exact(value),), unit, (factor[:-1] or "10", "10", f"10{power}个", f"{power}个")
        ),
        rng.choice(("每升", "菌落")),
    )


@construct("fraction")
def _fraction(rng: Random) -> Sequence[Part]:
    text, value = _fraction_text(rng)
    word = rng.choice(("", "", "超过", "近", "不足"))
    cut = text.split("分之" if "分之" in text else "/")
    meaning = words.BEFORE[word](value) if word else about(value)
    return said(
        rng,
        plain(word + text, meaning, words.PERCENT, (*cut, *((text,) if word else ()))),
        rng.choice(("占", "其中", "占比")),
    )


@construct("ratio")
def _ratio(rng: Random) -> Sequence[Part]:
    text = decimal(rng) if rng.random() < 0.7 else str(rng.randint(2, 30))
    mark = rng.choice((":", "∶", "："))
    meaning = exact(Fraction(text))
    return said(
        rng,
        plain(f"{text}{mark}1", meaning, (":1", "∶1", "：1"), ("1", text[-1] + mark + "1")),
        rng.choice(("为", "床护比达到", "比例为")),
    )


@construct("ratio-other")
def _ratio_other(rng: Random) -> Sequence[Part]:
    first, last = rng.sample(range(1, 30), 2)
    mark = rng.choice((":", "∶", "：", "比"))
    return said(
        rng,
        unpromised(
            f"{first}{mark}{last}",
            (exact(Fraction(first, last)),),
            ("个",),
            (str(first), str(last)),
        ),
        rng.choice(("配比为", "比例为")),
    )


@construct("tenths")
def _tenths(rng: Random) -> Sequence[Part]:
    text, value = _tenths_text(rng)
    if not text.endswith("半") and rng.random() < 0.3:
        return said(
            rng,
            plain(f"{text}多", more_below(value, value + 10), words.PERCENT, (text, text[0])),
            "占",
        )
    word = rng.choice(("", "超", "超过", "近", "不足", "约"))
    meaning = words.BEFORE[word](value) if word else exact(value)
    return said(
        rng,
        plain(
            word + text,
            meaning,
            words.PERCENT,
            (text[0], word + text[0], word + text.rstrip("半"), text),
        ),
        "占",
    )


@construct("half")
def _half(rng: Random) -> Sequence[Part]:
    fifty = Fraction(50)
    text, meanings, cuts = rng.choice(
        (
            ("一半", (about(fifty),), ("半", "一")),
            ("半数", (about(fifty),), ("半",)),
            ("近半数", (just_under(fifty),), ("半数", "半")),
            ("近一半", (just_under(fifty),), ("一半", "半")),
            ("超半数", (more(fifty),), ("半数", "半")),
            ("过半数", (more(fifty),), ("半数", "半")),
            ("超过一半", (more(fifty),), ("一半",)),
            ("一半以上", (at_least(fifty),), ("一半", "半")),
            ("半数以上", (at_least(fifty),), ("半数",)),
            ("不足一半", (less(fifty),), ("一半",)),
        )
    )
    return said(
        rng,
        Expression(text, meanings, words.PERCENT, (text,), cuts),
        rng.choice(("占", "其中", "占比")),
        rng.choice(("。", "，", "；")),
    )


@construct("half-a-point")
def _half_a_point(rng: Random) -> Sequence[Part]:
    half, word = Fraction(1, 2), rng.choice(("", "", "约", "近", "超过"))
    meanings = (words.BEFORE[word](half),) if word else (exact(half), about(half))
    cuts = (*(("半个百分点",) if word else ()), "个百分点", "半")
    return said(
        rng,
        Expression(f"{word}半个百分点", meanings, words.POINTS, (f"{word}半个百分点",), cuts),
        rng.choice(("提高", "下降", "回落")),
    )


@construct("doubling")
def _doubling(rng: Random) -> Sequence[Part]:
    times, said_as = rng.choice(((1, "一"), (2, "两"), (3, "三"), (1, "1"), (2, "2")))
    verb, word = rng.choice(("翻", "翻了")), rng.choice(("", "", "近"))
    text = f"{verb}{word}{said_as}番"
    meaning = (just_under if word else exact)(Fraction(2**times))
    whole = () if word else (text,)
    return said(
        rng,
        Expression(
            text, (meaning,), words.TIMES, whole, (said_as, f"{said_as}番", f"{verb}{said_as}番")
        ),
        "比上年",
    )


@construct("chinese")
def _chinese_numeral(rng: Random) -> Sequence[Part]:
    number, unit = whole_number(rng, 6), rng.choice(words.COUNTED)
    text = chinese(number, two=rng.choice("二两")).text
    return said(
        rng,
        plain(
            text + unit[0], exact(Fraction(number)), unit, (text[1:] + unit[0], text[:-1], text[:1])
        ),
    )


@construct("mixed-scale")
def _mixed_scale(rng: Random) -> Sequence[Part]:
    text, value = rng.choice(
        (
            _ten_thousand_hundred_millions(rng),
            _hundred_millions_and(rng),
            _thousands_of_ten_thousands(rng),
            _scale_and_digits(rng),
        )
    )
    unit = rng.choice(words.MANY)
    whole = text + unit[0]
    return said(
        rng,
        plain(whole, exact(value), unit, [whole[at:] for at in range(1, len(text))] + [text[:-1]]),
    )


def _ten_thousand_hundred_millions(rng: Random) -> tuple[str, Fraction]:
    head, rest = rng.randint(1, 9), rng.randint(1, 9)
    text = rng.choice(
        (
            f"{digit(head)}万{chinese(rest).text}千亿",
            f"{head}万{rest}000亿",
            f"{head}.{rest}万亿",
            f"{head}万{rest}千亿",
        )
    )
    return text, Fraction((head * 10_000 + rest * 1000) * 10**8)


def _hundred_millions_and(rng: Random) -> tuple[str, Fraction]:
    head, rest = rng.randint(1, 30), rng.randint(1000, 9999)
    zero_rest, tenth = rng.randint(10, 999), rng.randint(1, 9)
    return rng.choice(
        (
            (f"{head}亿{rest}万", Fraction(head * 10**8 + rest * 10**4)),
            (
                f"{head}亿零{zero_rest}.{tenth}万",
                head * 10**8 + Fraction(f"{zero_rest}.{tenth}") * 10**4,
            ),
        )
    )


def _thousands_of_ten_thousands(rng: Random) -> tuple[str, Fraction]:
    head, rest = rng.randint(2, 9), rng.randint(1, 9)
    size = rng.choice(("万", "亿"))
    return rng.choice(
        (
            (f"{head}千零{rest}0{size}", (head * 1000 + rest * 10) * arabic("1", size).value),
            (
                f"{digit(head)}千{chinese(rest).text}百{size}",
                (head * 1000 + rest * 100) * arabic("1", size).value,
            ),
            (f"{head}千{size}", head * 1000 * arabic("1", size).value),
        )
    )


def _scale_and_digits(rng: Random) -> tuple[str, Fraction]:
    head, rest = rng.randint(1, 99), rng.randint(1000, 9999)
    return f"{head}万{rest}", Fraction(head * 10_000 + rest)


@construct("short-scale")
def _short_scale(rng: Random) -> Sequence[Part]:
    head, rest, unit = rng.randint(1, 9), rng.randint(1, 9), rng.choice(words.MANY)
    scale, size = rng.choice((("万", 10_000), ("千", 1000), ("百", 100)))
    text = f"{digit(head)}{scale}{chinese(rest).text}"
    value = Fraction(head * size + rest * size // 10)
    return said(
        rng,
        unpromised(
            text + unit[0],
            (exact(value),),
            unit,
            (text[:-1], text[-1] + unit[0], text[1:] + unit[0]),
        ),
    )


@construct("traditional")
def _traditional(rng: Random) -> Sequence[Part]:
    word, unit = (
        rng.choice(("超过", "约", "至少", "近", "")),
        rng.choice((("個", "个"), ("人",), ("張", "张"), ("項", "项"), ("歲", "岁"), ("家",))),
    )
    digits, scale = rng.choice((str(rng.randint(2, 99)), decimal(rng))), rng.choice(("万", "亿"))
    number = arabic(digits, scale)
    few = not word and rng.random() < 0.5
    text = traditional(f"{word}{number.text}{'余' if few else ''}{unit[0]}")
    meaning = (
        more_below(number.value, number.value + number.step)
        if few
        else (words.BEFORE[word] if word else exact)(number.value)
    )
    bare = traditional(number.text)
    return said(
        rng,
        plain(
            text,
            meaning,
            unit,
            (bare, bare + unit[0], digits, digits[-1] + text.partition(digits)[2]),
        ),
    )


@construct("traditional-numeral")
def _traditional_numeral(rng: Random) -> Sequence[Part]:
    head, scale, unit = rng.randint(2, 9), rng.choice(("万", "亿", "千万")), ("個", "个")
    size = Fraction(10_000_000) if scale == "千万" else arabic("1", scale).value
    text = traditional(f"{digit(head)}{scale}")
    return said(rng, plain(text + unit[0], exact(head * size), unit, (text[0], text[1:] + unit[0])))


@construct("full-width")
def _full_width(rng: Random) -> Sequence[Part]:
    number, unit = counted(rng)
    word = rng.choice(("", "", "超过", "约"))
    bare = number.text + unit[0]
    meaning = (words.BEFORE[word] if word else exact)(number.value)
    typed = dict.fromkeys((wide(word + bare), word + bare))
    cuts = (wide(bare), bare, number.text[1:] + unit[0], wide(number.text[1:] + unit[0]))
    return said(
        rng,
        Expression(
            wide(word + bare),
            (meaning,),
            unit,
            tuple(typed),
            tuple(cut for cut in cuts if cut not in typed),
        ),
    )


@construct("half-width")
def _half_width(rng: Random) -> Sequence[Part]:
    text = percentage(rng)
    printed = rng.choice((f"{text}％", f"{wide(text)}%", f"{text} %"))
    return said(
        rng, plain(printed, exact(Fraction(text)), words.PERCENT, (text[1:] + "%", text[:-1]))
    )


@construct("formal")
def _formal(rng: Random) -> Sequence[Part]:
    number = whole_number(rng, 5)
    text = formal(chinese(number).text)
    return said(
        rng,
        plain(
            f"{text}元", exact(Fraction(number)), ("元",), (text[1:] + "元", text[:-1], text[:1])
        ),
    )


@construct("ocr-spaces")
def _ocr_spaces(rng: Random) -> Sequence[Part]:
    (number, unit), word = counted(rng), rng.choice(("", "超过", "约", "近"))
    clean = word + number.text + unit[0]
    text = clean[0]
    for last, character in pairwise(clean):
        text += (
            " " if rng.random() < 0.5 and not (last.isdecimal() and character.isdecimal()) else ""
        ) + character
    meaning = (words.BEFORE[word] if word else exact)(number.value)
    return said(
        rng,
        Expression(
            text,
            (meaning,),
            unit,
            tuple(dict.fromkeys((text, clean))),
            (number.text + unit[0], number.text[-1] + unit[0])[0 if word else 1 :],
        ),
    )


@construct("ocr-digits-parted")
def _ocr_digits_parted(rng: Random) -> Sequence[Part]:
    number, unit = str(rng.randint(101, 99_999)), rng.choice(words.COUNTED)
    text = " ".join(number) + unit[0]
    return said(
        rng,
        unpromised(
            text, (exact(Fraction(number)),), unit, (text[-1 - len(unit[0]) :], text[2:], text[0])
        ),
    )


@construct("column-break")
def _column_break(rng: Random) -> Sequence[Part]:
    (number, unit), word = counted(rng), rng.choice(("", "超过", "约", "近", "不足"))
    clean = word + number.text + unit[0]
    at = rng.choice(
        [at for at in range(1, len(clean)) if not parted_number(clean[at - 1], clean[at])] or [0]
    )
    meaning = (words.BEFORE[word] if word else exact)(number.value)
    text = clean[:at] + rng.choice(("\n", " \n", "\n　　")) + clean[at:]
    return said(
        rng,
        Expression(
            text,
            (meaning,),
            unit,
            (clean,),
            ((number.text + unit[0]) if word else number.text[1:] + unit[0],),
        ),
    )


@construct("column-digits")
def _column_digits(rng: Random) -> Sequence[Part]:
    """A number whose digits a narrow column has parted: what is on one of the lines is not the
    number, nor are the lines one.
    """
    head, rest, unit = rng.randint(1, 99), rng.randint(11, 99), rng.choice(words.MANY)
    text = f"超过{head}.\n{rest}万{unit[0]}"
    return said(
        rng,
        unpromised(
            text,
            (more(Fraction(f"{head}.{rest}") * 10_000),),
            unit,
            (f"{rest}万{unit[0]}", f"超过{head}", f"{head}.{rest}万{unit[0]}"),
        ),
    )


@construct("table-cells")
def _table_cells(rng: Random) -> Sequence[Part]:
    cells: list[Part] = ["指标\n数量\n"]
    values = rng.sample(range(11, 9999), 3)
    for name, value in zip(
        rng.sample(("机构", "床位", "护士", "站点", "食堂"), 3), values, strict=True
    ):
        unit = rng.choice(words.COUNTED)
        text = rng.choice((f"{value}{unit[0]}", str(value)))
        cells += [f"{name}\n", plain(text, exact(Fraction(value)), unit, (text[1:],)), "\n"]
    return [*cells, "注：表中不含在建机构。\n"]


@construct("table-columns")
def _table_columns(rng: Random) -> Sequence[Part]:
    """Bare numbers side by side, which could be groups of one: with a head each cell is a figure,
    and no two are.
    """
    mark = rng.choice(("\u3000", "  ", "\t", "|", "，", " \u3000"))
    unit, columns = rng.choice(words.COUNTED), rng.randint(2, 3)
    names = rng.sample(("机构", "床位", "护士", "站点", "食堂"), 3)
    values = iter(rng.sample(range(11, 1200), columns * 3))
    parts: list[Part] = ["\n", mark.join(("地区", *("去年", "今年", "明年")[:columns])), "\n"]
    for name in names:
        row = [str(next(values)) for _ in range(columns)]
        cuts = (mark.join(row[:2]), "".join(row[:2]), " ".join(row[:2]))
        parts.append(name)
        for text in row:
            parts += [mark, unpromised(text, (exact(Fraction(text)),), unit, (text, *cuts))]
        parts.append("\n")
    return [*parts, "注：表中不含在建机构。\n"]


@construct("table-groups")
def _table_groups(rng: Random) -> Sequence[Part]:
    """Numbers that were set wide in groups, in a table of a name and a number a row: no group is a
    figure.
    """
    mark, unit = rng.choice(("\u3000", " ", "  ", "\u2009")), rng.choice(words.COUNTED)
    parts: list[Part] = ["\n", rng.choice(("", f"地区{mark}数量\n", "数量\n"))]
    for name in rng.sample(("机构", "床位", "护士", "站点", "食堂"), 3):
        number = rng.randint(1001, 999_999)
        text = grouped(number, mark)
        figure = unpromised(
            text, (exact(Fraction(number)),), unit, (*text.split(mark), str(number))
        )
        parts += [f"{name}\u3000", figure, "\n"]
    return [*parts, "注：表中不含在建机构。\n"]


@construct("table-run-together")
def _table_run_together(rng: Random) -> Sequence[Part]:
    cells: list[Part] = []
    for name, value in zip(("机构", "床位", "护士"), rng.sample(range(11, 9999), 3), strict=True):
        unit = rng.choice(words.COUNTED)
        cells += [
            name,
            plain(
                f"{value}{unit[0]}", exact(Fraction(value)), unit, (f"{str(value)[1:]}{unit[0]}",)
            ),
        ]
    return [*cells, "。"]


@construct("doubled-characters")
def _doubled_characters(rng: Random) -> Sequence[Part]:
    """A heading printed twice, a hair apart: its text comes out with every digit doubled."""
    text, scale, unit = (
        f"{rng.randint(1, 9)}.{rng.randint(1, 9)}",
        rng.choice(("亿", "万")),
        rng.choice(words.MANY),
    )
    doubled = "".join(character * 2 for character in text)
    printed = f"超{doubled}{scale}{unit[0]}"
    cuts = (
        f"{text[-1] * 2}{scale}{unit[0]}",
        f"{text[-1]}{scale}{unit[0]}",
        f"超{text[0] * 2}",
        text[0] * 2,
    )
    return said(
        rng, unpromised(printed, (more(arabic(text, scale).value),), unit, cuts), "老年人口"
    )


@construct("shared-unit")
def _shared_unit(rng: Random) -> Sequence[Part]:
    unit = rng.choice((words.TIMES, ("家",), words.PERCENT, ("个",)))
    first, second, last = (
        plain(text, exact(Fraction(n)), unit, (text[1:],))
        for n, text in _numbers_sharing(rng, unit[0])
    )
    return ("分别增长", first, "、", second, "、", last, rng.choice(words.ENDINGS))


def _numbers_sharing(rng: Random, unit_word: str) -> list[tuple[int, str]]:
    numbers = rng.sample(range(11, 400), 3)
    return [
        *((number, str(number)) for number in numbers[:2]),
        (numbers[2], f"{numbers[2]}{unit_word}"),
    ]


@construct("shared-scale")
def _shared_scale(rng: Random) -> Sequence[Part]:
    """A scale word that serves every number of a list: a first number without it is another
    quantity.
    """
    first, second = rng.sample(range(11, 400), 2)
    unit = rng.choice(words.MANY)
    one = unpromised(str(first), (exact(Fraction(first * 10_000)),), unit, (str(first),))
    return (
        "分别为",
        one,
        "、",
        plain(f"{second}万{unit[0]}", exact(Fraction(second * 10_000)), unit),
        "。",
    )


@construct("list")
def _list(rng: Random) -> Sequence[Part]:
    unit, mark = (
        rng.choice((words.PERCENT, ("家",), ("张",), ("人", "名"))),
        rng.choice(("、", "，", "和", "与", "；", "以及")),
    )
    values = rng.sample(range(11, 999), 3)
    figures = [
        plain(f"{n}{unit[0]}", exact(Fraction(n)), unit, (f"{str(n)[1:]}{unit[0]}",))
        for n in values
    ]
    return (
        "分别为",
        figures[0],
        "、",
        figures[1],
        mark,
        figures[2],
        rng.choice(("。", "，", "；")),
    )


@construct("siblings")
def _siblings(rng: Random) -> Sequence[Part]:
    unit = rng.choice(words.COUNTED)
    low, high = sorted(rng.sample(range(11, 5000), 2))
    first, last = (plain(f"{n}{unit[0]}", exact(Fraction(n)), unit) for n in (low, high))
    opening, link = rng.choice(
        (("由", "增加到"), ("从", "增至"), ("由上年的", "升至"), ("从原来的", "提高到"))
    )
    return (opening, first, link, last, rng.choice(("。", "，")))


@construct("same-digits-twice")
def _same_digits_twice(rng: Random) -> Sequence[Part]:
    """The same digits bare in one clause and as a piece of another figure in the next."""
    number, unit = rng.randint(3, 99), rng.choice(words.COUNTED)
    bare = f"{number}{unit[0]}"
    text, meaning, where = rng.choice(
        (
            (f"1{number:02}{unit[0]}", exact(Fraction(100 + number)), "乙县"),
            (f"超过{bare}", more(Fraction(number)), "乙县"),
            (f"不得低于{bare}", at_least(Fraction(number)), "乙县"),
            (f"{bare}左右", about(Fraction(number)), "乙县"),
            # Only on average are there decimals of a thing; else they are a misprint.
            (f"2.{number:02}{unit[0]}", exact(Fraction(f"2.{number:02}")), "乙县各村平均"),
        )
    )
    other, one = plain(text, meaning, unit), plain(bare, exact(Fraction(number)), unit)
    return (
        ("甲县共有", one, f"，{where}", other, "。")
        if rng.random() < 0.5
        else (where, other, "，甲县共有", one, "。")
    )


@construct("decoy-number")
def _decoy_number(rng: Random) -> Sequence[Part]:
    first, second, third = rng.randint(10, 12), rng.randint(10, 28), rng.randint(1000, 9999)
    text = rng.choice(
        (
            f"010-8{third}{third}",
            f"2024.{first}.{second}",
            f"2024-{first}-{second}",
            f"2024/{first}/{second}",
            f"{first}:{second}",
            f"{first}：{second}",
            f"1.{first}.{second}",
            f"1{second}{third}{third}",
        )
    )
    number, unit = whole_number(rng, 3), rng.choice(words.COUNTED)
    pieces = [
        piece
        for piece in text.replace(".", "-")
        .replace("/", "-")
        .replace(":", "-")
        .replace("：", "-")
        .split("-")
        if piece != text
    ]
    return (
        "时间或电话为",
        unpromised(text, (exact(Fraction(text)),) if text.isdecimal() else (), unit, pieces),
        "，共有",
        _whole_of(number, unit),
        "。",
    )


def _whole_of(number: int, unit: tuple[str, ...]) -> Expression:
    return plain(f"{number}{unit[0]}", exact(Fraction(number)), unit)


@construct("innocent-before")
def _innocent_before(rng: Random) -> Sequence[Part]:
    number, unit = rng.randint(3, 999), rng.choice(words.COUNTED)
    return said(rng, _whole_of(number, unit), rng.choice(words.INNOCENT_BEFORE))


@construct("innocent-after")
def _innocent_after(rng: Random) -> Sequence[Part]:
    number, unit = (
        rng.randint(3, 999),
        rng.choice((("家",), ("个",), ("所",), ("项",), ("名", "人"), ("张",))),
    )
    return said(rng, _whole_of(number, unit), ending=f"{rng.choice(words.INNOCENT_AFTER)}。")


@construct("year-and-figure")
def _year_and_figure(rng: Random) -> Sequence[Part]:
    number, unit = counted(rng)
    when = rng.choice(
        (
            "2023年",
            "2023年至2024年",
            "2020—2024年",
            "截至2024年末",
            "1月至9月",
            "近3年",
            "“十四五”期间",
            "前11个月",
            "第三季度",
            "10月底",
        )
    )
    return said(
        rng,
        plain(number.text + unit[0], exact(number.value), unit),
        when + rng.choice(("", "共有", "，")),
    )


@construct("rate-per-base")
def _rate_per_base(rng: Random) -> Sequence[Part]:
    text, base = decimal(rng), rng.choice(("10万", "1000", "万", "百"))
    meaning = exact(Fraction(text))
    if rng.random() < 0.5:
        return (
            rng.choice(("死亡率为", "降至")),
            unpromised(f"{text}/{base}", (meaning,), ("例",), (base, f"/{base}", text[1:])),
            "。",
        )
    return (f"每{base}人中有", plain(f"{text}例", meaning, ("例",), (f"{text[1:]}例", text)), "。")


@construct("negated-of-whole")
def _negated_of_whole(rng: Random) -> Sequence[Part]:
    negation, word, whole = (
        rng.choice(words.NEGATIONS),
        rng.choice((*words.UPPER[:2], *words.LOWER[:2])),
        rng.choice(words.WHOLES),
    )
    text, value = rng.choice((_percent_text(rng), _fraction_text(rng), _tenths_text(rng)))
    meaning = (at_most if word in words.UPPER else at_least)(value)
    return said(
        rng,
        plain(
            negation + word + whole + text,
            meaning,
            words.PERCENT,
            (word + whole + text, text, whole + text),
        ),
        rng.choice(("比例", "一般", "")),
    )


@construct("negated-traditional")
def _negated_traditional(rng: Random) -> Sequence[Part]:
    (number, unit), negation = (
        counted(rng),
        rng.choice(("不得", "不應", "不會", "不可", "不宜", "沒有")),
    )
    bare = number.text + unit[0]
    return said(
        rng,
        unpromised(f"{negation}超過{bare}", (at_most(number.value),), unit, (f"超過{bare}", bare)),
    )


@construct("rare-numeral")
def _rare_numeral(rng: Random) -> Sequence[Part]:
    first, last, unit = rng.randint(1, 9), rng.randint(1, 9), rng.choice(words.MANY)
    text, value = rng.choice(
        (
            (f"廿{chinese(last).text}", 20 + last),
            (f"卅{chinese(last).text}", 30 + last),
            (f"{first}兆", first * 10**12),
            (f"{chinese(first).text}〇{chinese(last).text}", 100 * first + last),
            (f"{'٠١٢٣٤٥٦٧٨٩'[first]}{last}", 10 * first + last),
            (f"{'०१२३४५६७८९'[first]}{last}", 10 * first + last),
            (f"{first}{'𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'[last]}", 10 * first + last),
        )
    )
    return said(
        rng,
        unpromised(
            text + unit[0],
            (exact(Fraction(value)),),
            unit,
            (text[1:] + unit[0], text[0], text[-1] + unit[0]),
        ),
    )


@construct("vulgar-fraction")
def _vulgar_fraction(rng: Random) -> Sequence[Part]:
    sign, low = rng.choice((("½", 2), ("⅓", 3), ("¼", 4), ("⅕", 5)))
    if rng.random() < 0.5:
        return said(
            rng,
            unpromised(
                sign,
                (about(Fraction(100, low)), exact(Fraction(100, low))),
                words.PERCENT,
                ("1", str(low)),
            ),
            "占",
        )
    whole = rng.randint(1, 9)
    value = whole + Fraction(1, low)
    return said(
        rng,
        unpromised(
            f"{whole}{sign}小时",
            (exact(value), about(value)),
            ("小时",),
            (str(whole), f"{whole}1", f"{low}小时", f"{whole}1/{low}小时"),
        ),
        "需要",
    )


@construct("circled-number")
def _circled_number(rng: Random) -> Sequence[Part]:
    """List marks such as ①, which are digits to a computer but no part of the number
    behind them.
    """
    unit = rng.choice(words.COUNTED)
    parts: list[Part] = []
    for at, value in enumerate(rng.sample(range(3, 999), 2)):
        text = f"{value}{unit[0]}"
        parts += [
            rng.choice(("", "共有")),
            unpromised(
                f"{'①②'[at]}{text}",
                (exact(Fraction(value)),),
                unit,
                (f"{at + 1}{text}", f"{at + 1}"),
            ),
            "；",
        ]
    return parts


@construct("ban-far-before")
def _ban_far_before(rng: Random) -> Sequence[Part]:
    """A ban, or a finding of nothing, that is in the clause of a limit but not beside it."""
    (number, unit), word = counted(rng), rng.choice((*words.UPPER[:2], *words.LOWER[:2]))
    lead = (
        rng.choice(words.FAR_BANS) + rng.choice(words.BETWEEN_BAN)
        if rng.random() < 0.6
        else rng.choice(words.NOTHING_FOUND)
    )
    bare = number.text + unit[0]
    meaning = (at_most if word in words.UPPER else at_least)(number.value)
    return said(
        rng,
        unpromised(f"{lead}{word}{bare}", (meaning,), unit, (word + bare, bare)),
        "",
        rng.choice(("。", "，", "；", "的情况。")),
    )


@construct("ban-of-group")
def _ban_of_group(rng: Random) -> Sequence[Part]:
    """What is forbidden or did not happen is not a figure: 禁止5人以上聚集."""
    number, word = str(rng.randint(3, 900)), rng.choice(("以上", "及以上", "以下"))
    unit, noun = rng.choice(
        (
            (("人", "名"), "聚集"),
            (("起",), "事故"),
            (("毫米",), "降水"),
            (("张",), "床位"),
            (("吨",), "船舶"),
        )
    )
    text = f"{rng.choice(words.BANS_OF_GROUPS)}{number}{unit[0]}{word}"
    return said(
        rng,
        unpromised(text, (), unit, (f"{number}{unit[0]}{word}", number + unit[0])),
        "",
        f"{noun}。",
    )


@construct("aim-missed")
def _aim_missed(rng: Random) -> Sequence[Part]:
    text = percentage(rng)
    return said(
        rng,
        unpromised(
            f"{rng.choice(words.MISSED)}{text}%",
            (less(Fraction(text)),),
            words.PERCENT,
            (f"{text}%", text),
        ),
        rng.choice(("今年增速", "全年", "公司")),
        rng.choice(("的目标。", "的增长目标。", "的任务。")),
    )


@construct("level-before")
def _level_before(rng: Random) -> Sequence[Part]:
    word, unit = rng.choice(tuple(words.LEVELS)), rng.choice((("点",), ("元",), words.PERCENT))
    text = str(rng.randint(3, 9999))
    return said(
        rng,
        unpromised(
            f"{word}{text}{unit[0]}",
            (words.LEVELS[word](Fraction(text)),),
            unit,
            (text + unit[0], text),
        ),
        rng.choice(("指数", "收盘", "单价", "总额")),
    )


@construct("level-behind")
def _level_behind(rng: Random) -> Sequence[Part]:
    word, unit = (
        rng.choice(tuple(words.LEVELS_BEHIND)),
        rng.choice((("点",), ("元",), words.PERCENT, ("人",))),
    )
    text = str(rng.randint(3, 9999))
    bare = text + unit[0]
    meaning = words.LEVELS_BEHIND[word](Fraction(text))
    return said(
        rng,
        unpromised(bare + word, (meaning,), unit, (bare, text)),
        rng.choice(("在", "为", "升至", "稳定在")),
        rng.choice(("。", "，", "；")),
    )


@construct("limit-and-its-like")
def _limit_and_its_like(rng: Random) -> Sequence[Part]:
    """1.2米以下（含1.2米）: the number in the brackets is the limit once more."""
    text, unit = f"{rng.randint(1, 9)}.{rng.randint(1, 9)}", rng.choice((("米",), ("岁",), ("元",)))
    word, means = rng.choice((("以下", at_most), ("以上", at_least)))
    bare = text + unit[0]
    printed = f"{bare}{word}（{rng.choice(('含', '不含'))}{bare}）"
    return said(
        rng,
        Expression(printed, (means(Fraction(text)),), unit, (bare + word,), (bare,)),
        rng.choice(("身高", "凡", "")),
    )


@construct("couple-of-digits")
def _couple_of_digits(rng: Random) -> Sequence[Part]:
    low, unit = rng.randint(1, 8), rng.choice((("级",), ("岁",), ("天",), ("家",)))
    meaning = between(Fraction(low), Fraction(low + 1))
    return said(
        rng,
        unpromised(f"{low}、{low + 1}{unit[0]}", (meaning,), unit, (f"{low + 1}{unit[0]}",)),
        rng.choice(("北风", "大约每隔", "约有")),
    )


@construct("range-with-vague-end")
def _range_with_vague_end(rng: Random) -> Sequence[Part]:
    number, unit = rng.randint(100, 5000), rng.choice((("元",), ("人", "名"), ("家",)))
    end = rng.choice(("至数万", "到上万", "到几十万", "至上百万", "到数千"))
    text = f"{number}{unit[0]}{end}{unit[0]}"
    return said(
        rng,
        unpromised(text, (), unit, (f"{number}{unit[0]}", str(number))),
        rng.choice(("罚款", "价格从", "规模")),
    )


@construct("place-in-a-row")
def _place_in_a_row(rng: Random) -> Sequence[Part]:
    number, unit = (
        rng.choice(("1亿", "100万", str(rng.randint(1000, 99_999)))),
        rng.choice((("名", "人"), ("位", "人"), ("家",), ("台",))),
    )
    text = f"第{number}{unit[0]}"
    return said(
        rng,
        unpromised(text, (), unit, (number + unit[0],)),
        rng.choice(("迎来", "送走", "")),
        rng.choice(("顾客。", "用户。")),
    )


@construct("denied-behind")
def _denied_behind(rng: Random) -> Sequence[Part]:
    (number, unit), word = counted(rng), rng.choice(("", "超过", "约"))
    text, denial = f"{word}{number.text}{unit[0]}", rng.choice(words.DENIED_BEHIND)
    return said(
        rng,
        unpromised(text + denial, (), unit, (text, number.text)),
        rng.choice(("死亡", "涨幅", "网传共有")),
        rng.choice(("。", "；")),
    )


@construct("no-denial")
def _no_denial(rng: Random) -> Sequence[Part]:
    (number, unit), word = counted(rng), rng.choice(("超过", "约", "近"))
    bare = number.text + unit[0]
    return said(
        rng,
        plain(word + bare, words.BEFORE[word](number.value), unit, (bare,)),
        rng.choice(words.NO_DENIAL),
    )


@construct("no-number-before")
def _no_number_before(rng: Random) -> Sequence[Part]:
    lead, text = rng.choice(words.NO_NUMBER_BEFORE), str(rng.randint(3, 900))
    unit = rng.choice((("公里",), ("元",), ("项",), words.PERCENT, ("名", "人")))
    ending = "起步，如今翻番。" if lead == "从" else rng.choice(("。", "，", "；"))
    return said(rng, plain(text + unit[0], exact(Fraction(text)), unit), lead, ending)


@construct("decimals-behind-unit")
def _decimals_behind_unit(rng: Random) -> Sequence[Part]:
    whole, rest, unit = (
        rng.randint(1, 59),
        f"{rng.randint(0, 99):02}",
        rng.choice((("秒",), ("米",))),
    )
    text = f"{whole}{unit[0]}{rest}"
    return said(
        rng,
        plain(
            text, exact(Fraction(f"{whole}.{rest}")), unit, (f"{whole}{unit[0]}", rest, f"{whole}")
        ),
        rng.choice(("成绩为", "跳出了", "跑出")),
        rng.choice(("。", "，", "的成绩。")),
    )


@construct("growth-below-zero")
def _growth_below_zero(rng: Random) -> Sequence[Part]:
    text = percentage(rng)
    printed = rng.choice((f"负增长{text}%", f"零下摄氏{text}度"))
    unit = words.PERCENT if printed.endswith("%") else ("度",)
    return said(
        rng,
        plain(printed, exact(-Fraction(text)), unit, (text + unit[0], text)),
        rng.choice(("同比", "为", "达")),
    )


@construct("place-before-a-noun")
def _place_before_a_noun(rng: Random) -> Sequence[Part]:
    unit, nouns = rng.choice(words.NAMED_BEHIND_A_PLACE)
    number = str(rng.randint(2, 999)) + unit[0]
    return said(
        rng,
        unpromised(rng.choice(("第", "前")) + number, (), unit, (number, number[:-1])),
        rng.choice(("迎来", "全国", "录取")),
        rng.choice(nouns) + rng.choice(("。", "，")),
    )


@construct("mark-touching")
def _mark_touching(rng: Random) -> Sequence[Part]:
    unit, mark = rng.choice(words.COUNTED), rng.choice(words.TOUCHING)
    number = str(rng.randint(2, 9999)) + unit[0]
    text = rng.choice((f"{rng.randint(1, 9)}{mark}{number}", mark + number))
    return said(rng, unpromised(text, (), unit, (number,)), rng.choice(("录取", "共有", "达")))


@construct("word-ends-in-a-qualifier")
def _word_ends_in_a_qualifier(rng: Random) -> Sequence[Part]:
    (word, qualifier), unit = rng.choice(words.ENDS_IN_A_QUALIFIER), ("名", "人")
    number = str(rng.randint(2, 999))
    figure = plain(number + unit[0], exact(Fraction(number)), unit, (f"{qualifier}{number}名",))
    return said(rng, figure, word, rng.choice(("志愿者参加。", "老人来访，")))


@construct("word-begins-with-a-qualifier")
def _word_begins_with_a_qualifier(rng: Random) -> Sequence[Part]:
    word, qualifier, unit = rng.choice(words.BEGINS_WITH_A_QUALIFIER)
    text = str(rng.randint(2, 999)) + unit[0]
    figure = plain(text, exact(Fraction(text[:-1])), unit, (text + qualifier,))
    return said(rng, figure, rng.choice(("新增", "共有")), word + rng.choice(("。", "，")))


@construct("unit-begins-a-word")
def _unit_begins_a_word(rng: Random) -> Sequence[Part]:
    unit, rest = rng.choice(words.LONGER_WORDS).split("|")
    number = str(rng.randint(2, 9999))
    figure = unpromised(number + unit + rest, (), (unit,), (number + unit, number))
    return said(rng, figure, rng.choice(("涉及", "覆盖", "共有")), rng.choice(("受益。", "，")))


@construct("idiom")
def _idiom(rng: Random) -> Sequence[Part]:
    figure, unit, idiom = rng.choice(words.IDIOMS)
    return said(
        rng,
        unpromised(idiom, (), (unit,), (figure, figure[:-1])),
        rng.choice(("说起", "讲述", "可谓")),
        rng.choice(("。", "，", "的故事。")),
    )


@construct("bound-before-a-colon")
def _bound_before_a_colon(rng: Random) -> Sequence[Part]:
    word, unit = rng.choice(tuple(words.BEFORE)), rng.choice(words.COUNTED)
    first, second = (str(rng.randint(2, 999)) + unit[0] for _ in range(2))
    means = words.BEFORE[word](Fraction(second[: -len(unit[0])]))
    return said(
        rng,
        unpromised(f"{word}：甲地{first}，乙地{second}", (means,), unit, (second,)),
        rng.choice(("均", "分别", "")),
    )


@construct("word-of-a-closed-class")
def _word_of_a_closed_class(rng: Random) -> Sequence[Part]:
    unit, word = rng.choice(words.COUNTED), rng.choice(words.TAKES_A_NUMBER_OTHERWISE)
    number = str(rng.randint(2, 9999)) + unit[0]
    return said(rng, unpromised(word + number, (), unit, (number,)), rng.choice(("全市", "现场")))


@construct("second-measure-word")
def _second_measure_word(rng: Random) -> Sequence[Part]:
    unit, second = rng.choice(words.SECOND_MEASURES).split("|")
    number = str(rng.randint(2, 9999)) + unit
    return said(
        rng,
        unpromised(number + second, (), (unit,), (number,)),
        rng.choice(("投入", "共计", "达")),
        rng.choice(("。", "，", "的规模。")),
    )


@construct("next-tens-in-a-list")
def _next_tens_in_a_list(rng: Random) -> Sequence[Part]:
    first, size, unit = rng.randint(2, 8), rng.choice((10, 100)), rng.choice(words.COUNTED)
    if rng.random() < 0.5:
        second, lead = f"{(first + 1) * size}{unit[0]}", str(first)
    else:
        second, lead = f"{chinese((first + 1) * size).text}{unit[0]}", chinese(first).text
    text = f"{lead}、{second}"
    return said(rng, unpromised(text, (), unit, (second,)), rng.choice(("共有", "来了", "收到")))


@construct("numbers-joined-by-a-verb")
def _numbers_joined_by_a_verb(rng: Random) -> Sequence[Part]:
    first, unit = rng.randint(2, 8) * 100, rng.choice(words.COUNTED)
    second = f"{first + 100}{unit[0]}"
    text = f"{first}{rng.choice('打冲奔挂')}{second}"
    return said(rng, unpromised(text, (), unit, (second,)), rng.choice(("能收", "可产", "来了")))


@construct("unit-in-brackets")
def _unit_in_brackets(rng: Random) -> Sequence[Part]:
    number, other = str(rng.randint(20, 9999)), rng.choice(("人次", "架次", "件", "吨"))
    figure = unpromised(f"{number}（{other}）", (), ("户",), (number,))
    return said(rng, figure, rng.choice(("共计", "达", "为")), rng.choice(("。", "，")))
