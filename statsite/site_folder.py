"""The names of what a site's folder holds."""

from __future__ import annotations

from typing import Final

SITE_FILE: Final = "site.yaml"
CONTENT: Final = "content"
TEMPLATES_FOLDER: Final = "templates"

#: The proofs of printed figures, below the site's folder.
LOCK_PATH: Final = f"{CONTENT}/evidence.lock"

#: What the names of texts end with.
_PROSE: Final = ".md"


def is_prose(path: str) -> bool:
    """Whether the file of the content at ``path`` is a text in Markdown."""
    return path.endswith(_PROSE)
