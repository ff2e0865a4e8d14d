"""The names of what a site's folder holds."""

from __future__ import annotations

from typing import Final

SITE_FILE: Final = "site.yaml"
CONTENT: Final = "content"
TEMPLATES_FOLDER: Final = "templates"

#: The proofs of printed figures, below the site's folder.
LOCK_PATH: Final = f"{CONTENT}/evidence.lock"
