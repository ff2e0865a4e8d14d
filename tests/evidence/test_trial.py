"""The last trial of the proof, as it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from statsite.evidence import trial as trial_module
from statsite.evidence.trial import Trial, last_trial, trial_as_json


def test_a_trial_is_read_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Trial(seed=1, sentences=100, pieces=50, false=0, whole=40, found=39)
    path = tmp_path / "trial.json"
    path.write_text(trial_as_json(made), encoding="utf-8")
    monkeypatch.setattr(trial_module, "MEASURED", path)
    assert last_trial() == made


def test_the_trial_that_is_kept_let_nothing_pass() -> None:
    kept = last_trial()
    assert kept.false == 0
    assert kept.found / kept.whole > 0.99
