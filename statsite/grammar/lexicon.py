"""The characters and words by which Chinese texts write numbers, for all who ask what a number is:
the grammar, the finding of quantities in articles, and the check of prose that types none.

Articles and prose are asked by patterns of their own, since in an article a doubtful number is a
line that an editor strikes out, and in prose one that differs from the data.
"""

from __future__ import annotations

from collections.abc import Mapping

HAN_DIGITS = "〇零一二两三四五六七八九"
SCALES = "十百千万亿"
VALUE_OF_SCALE: Mapping[str, int] = dict(zip(SCALES, (10, 100, 1000, 10_000, 10**8), strict=True))
HAN_NUMERALS = HAN_DIGITS + SCALES
#: The digits of which a year is written: 二〇二五年.
DIGITS_OF_A_YEAR = HAN_DIGITS.replace("两", "")
#: What numbers up to 99 are written of, where they count nothing: months, sections, classes.
SMALL_NUMERALS = "一二三四五六七八九十"
#: What stands between 十 and 五 in the numbers of five-year plans from the eleventh on: 十一五.
PLANS = "一二三四五六"
#: The numerals of cheques.
FORMAL_NUMERALS = "壹贰叁參肆伍陆柒捌玖拾佰仟"
#: Numerals that the grammar does not read, and that no other word ends in: twenty, thirty, forty.
RARE_NUMERALS = "廿卄卅卌皕亖"

#: A character of a number, and a number, in patterns.
NUMERAL = rf"[0-9{HAN_NUMERALS}半]"
NUMBER = rf"[-负]?[0-9{HAN_NUMERALS}][0-9{HAN_NUMERALS}.,点]*"

#: What is called by a number that counts nothing, in patterns: 12345热线.
HOTLINES = "热线|电话|平台"
#: A character that does not end a clause.
IN_CLAUSE = "[^，。;!?:]"
#: The same of a sentence.
IN_SENTENCE = "[^。;!?]"
#: 比 or 较 before a number, where no other word ends in it.
COMPARED_WITH = "(?<![占同环对评性配可好之价百各相无])[比较]$"
