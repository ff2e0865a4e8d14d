"""What references to an article have in common in every language."""

from __future__ import annotations

from statsite.model import Source


def publication(source: Source, code: str) -> str:
    """The publication, in the square brackets of what a cataloguer supplies where the text does not
    print its name.
    """
    name = source.publication[code]
    return f"[{name}]" if source.publication_known_from else name
