"""The folder of a site has the names that its documents tell of."""

from __future__ import annotations

from statsite import site_folder
from tests.support.paths import ROOT


def test_this_repository_is_such_a_folder() -> None:
    assert (ROOT / site_folder.SITE_FILE).is_file()
    assert (ROOT / site_folder.CONTENT).is_dir()
    assert (ROOT / site_folder.TEMPLATES_FOLDER).is_dir()
    assert (ROOT / site_folder.LOCK_PATH).is_file()
