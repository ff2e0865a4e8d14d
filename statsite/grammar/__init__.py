"""The grammar of printed figures: from what a Chinese newspaper prints to the quantity it means,
with no content of any site in it.
"""

from typing import Final

#: The language of the articles in which figures are found, by its code; sources may be in others.
ARTICLE_LANGUAGE: Final = "zh"
