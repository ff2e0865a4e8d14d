"""What something always takes or somebody always does, told with 要 and a verb of use: 要走35分钟,
每天要吃30公斤.
"""

from __future__ import annotations

import re

#: What stands between 要 and the number.
USES = (
    "(?:多|再|经|耗|花费|经过|攀)?(?:跑|走|爬|游|花|吃|喝|卖|用|浇|等|排|耗|坐|炒|煮|烧|挑|背|挖|写|过|磨|巡)"
    "(?:上|掉|完|去|出|满)?[一-鿿]{0,4}?"
)
_TAKES = re.compile(f"(?<!不)(?:要|需要?|得){USES}$")
_REACH = 16


def is_of_a_habit(plain: str, start: int) -> bool:
    """Whether the figure at ``start`` is what something always takes: 要走35分钟."""
    return _TAKES.search(plain, max(0, start - _REACH), start) is not None
