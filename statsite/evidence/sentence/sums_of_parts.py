"""A sum of several things of which its indicator is only one: 门票收入3.1亿元，索道收入1.2亿元，
合计4.3亿元 for 索道收入.
"""

from __future__ import annotations

import re

from statsite.evidence.sentence.statements import statements

#: All that is told of a sum: what it is the sum of stands before it.
_SUM = re.compile(
    "(?:[两三四五几]者|[两三四五几][项类]|前后|以上)*(?:[合总共]计|一共|总共|加起来|加在一起)(?:[为达是有]|达到)?"
)


def sum_of_parts(before: str, figure: str, title: str) -> str:
    """The words of a ``figure`` that is told to be the sum of the numbers before it, where the
    ``title`` names what one of these counts and not what another does; or nothing.
    """
    *parts, own = statements(before + figure, len(before), len(before + figure))
    if not _SUM.fullmatch(own.before):
        return ""
    names = [(*one.doer, *one.thing)[-1:] for one in parts]
    are_named = [name[0] in title for name in names if name]
    return own.before + figure if any(are_named) and not all(are_named) else ""
