"""Templates of a site's own run no code, open no file, and end in time: whatever they do is a
problem at their line.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from statsite import pipeline
from statsite.interface_texts import TemplatesError
from statsite.problems import Problem, Severity
from statsite.render import pages, sandbox
from tests.render import jobs
from tests.support.smallest import SMALLEST, write_files
from tests.support.types import WriteSite

Files = Mapping[str, str | bytes | None]

#: Seconds that the check of a site with any template may take.
LIMIT = 60
PAGE = "templates/404.html.j2"


def errors(root: Path) -> list[Problem]:
    """The errors of the site in ``root``, found within the limit."""
    begun = time.monotonic()
    found = [p for p in pipeline.check(root).problems if p.severity is Severity.ERROR]
    assert time.monotonic() - begun < LIMIT
    return found


#: Templates of pages that the smallest site has, what is wrong in the second line of each, and what
#: is said of it.
FORBIDDEN = {
    "404": (
        "a\n{{ ''.__class__.__mro__ }}\n",
        "access to attribute '__class__' of 'str' object is unsafe.",
    ),  # classes
    "home": (
        "a\n{{ link.__globals__ }}\n",
        "'statsite.render.links.PageLinks object' has no attribute '__globals__'",
    ),  # globals of a function
    "topic": (
        "a\n{{ address.__self__.site }}\n",
        "'statsite.render.context.Localised object' has no attribute '__self__'",
    ),  # owner of a method
    "page": (
        "a\n{{ ''|attr('__class__') }}\n",
        "access to attribute '__class__' of 'str' object is unsafe.",
    ),  # attr
    "data": (
        "a\n{{ '{0.__class__}'.format(page) }}\n",
        "access to attribute '__class__' of 'Page' object is unsafe.",
    ),  # format
    "areas": (
        "a\n{{ cycler.__init__.__globals__.os }}\n",
        "access to attribute '__init__' of 'type' object is unsafe.",
    ),  # os
    "area": ("a\n{{ topics.append(1) }}\n", "'tuple object' has no attribute 'append'"),  # a tuple
    "search": (
        "a\n{{ w.update({'menu': 'x'}) }}\n",
        "access to attribute 'update' of 'PageTexts' object is unsafe.",
    ),  # a change of words
    "verification": (
        "a\n{% include '../../site.yaml' %}\n",
        "there is no template `../../site.yaml`",
    ),  # a file above
    "corrections": (
        "a\n{% include '/etc/passwd' %}\n",
        "there is no template `/etc/passwd`",
    ),  # a file elsewhere
    "dataset": ("a\n{{ 1 / 0 }}\n", "division by zero"),  # arithmetic
    "figure": ("a\n{% if %}\n", "Expected an expression, got 'end of statement block'"),  # syntax
    "source": ("a\n{{ nobody }}\n", "'nobody' is undefined"),  # unknown name
}


@pytest.fixture(scope="module")
def forbidden(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """The errors of a site with all of these templates."""
    root = tmp_path_factory.mktemp("forbidden")
    templates = {f"templates/{name}.html.j2": text for name, (text, _) in FORBIDDEN.items()}
    write_files(root, {**SMALLEST, **templates})
    return errors(root)


def test_what_would_open_a_file_is_told_without_places_of_the_machine(
    write_site: WriteSite,
) -> None:
    """A codec that was not loaded before; the system's own words name where Python lies."""
    (found,) = errors(write_site({"templates/404.html.j2": "a\n{{ 'x'.encode('punycode') }}\n"}))
    assert (found.check, str(found.location)) == ("template-fault", "templates/404.html.j2:2:1")
    assert found.message == "the template does what opens a file, such as encoding a text"


@pytest.mark.parametrize(("name", "said"), [(name, said) for name, (_, said) in FORBIDDEN.items()])
def test_what_a_template_may_not_do_is_a_problem_at_its_line(
    forbidden: list[Problem], name: str, said: str
) -> None:
    path = f"templates/{name}.html.j2"
    found = [problem for problem in forbidden if problem.location.path == path]
    assert {(p.check, str(p.location)) for p in found} == {("template-fault", f"{path}:2:1")}
    assert found[0].message.startswith(said)


#: What a page of the smallest site does too much of, and what is said of it; pages of the same site
#: come after it.
TOO_MUCH = {
    "404": ("{% for a in range(10**9) %}{% endfor %}", "Range too big"),
    "home": ("{{ 'x' * 10**10 }}", "`*` makes more than"),
    "topic": ("{{ 10**10 * 'x' }}", "`*` makes more than"),
    "page": ("{{ 10**(10**10) }}", "`**` makes more than"),
    "data": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "calls itself without end"),
    "areas": ("{% include 'areas.html.j2' %}", "calls itself without end"),
    "area": ("{{ '%10000000000d' % 1 }}", "MiB of memory"),
    "search": ("{{ '{:>10000000000}'.format(1) }}", "MiB of memory"),
    "verification": ("{{ 'x' | center(10**10) }}", "MiB of memory"),
    "corrections": (
        "{% for a in range(99999) %}{{ 'x' * 10000 }}{% endfor %}",
        "the page has more than 16 MiB",
    ),
}

#: The same, each on a site of its own: what takes long, or more than the process is given in all.
FAR_TOO_MUCH = [
    pytest.param(
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "more than 4 seconds",
        id="loop",
    ),
    pytest.param(
        (
            "{% set n = namespace(t='x' * 99999) %}{% for a in range(99) %}{% set n.t = n.t ~ "
            "n.t %}{% endfor %}"
        ),
        "MiB of memory",
        id="doubling",
    ),
]


@pytest.fixture(scope="module")
def too_much(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """The errors of a site whose pages all do too much."""
    root = tmp_path_factory.mktemp("too-much")
    templates = {
        f"templates/{name}.html.j2": f"a\n{text}\n" for name, (text, _) in TOO_MUCH.items()
    }
    write_files(root, {**SMALLEST, **templates})
    return errors(root)


@pytest.mark.parametrize(("name", "said"), [(name, said) for name, (_, said) in TOO_MUCH.items()])
def test_a_page_that_takes_too_much_is_stopped_at_its_line_and_the_next_is_rendered(
    too_much: list[Problem], name: str, said: str
) -> None:
    path = f"templates/{name}.html.j2"
    found = [problem for problem in too_much if problem.location.path == path]
    assert {(p.check, str(p.location)) for p in found} == {("template-fault", f"{path}:2:1")}
    assert said in found[0].message


@pytest.mark.parametrize(("template", "said"), FAR_TOO_MUCH)
def test_a_template_that_takes_too_much_is_stopped_in_time_at_its_line(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch, template: str, said: str
) -> None:
    # On a busy machine the child's four seconds of the processor take longer than ten.
    monkeypatch.setattr(sandbox, "STEP_PATIENCE", 60.0)
    found = errors(write_site({PAGE: f"a\n{template}\n"}))
    assert {p.check for p in found} == {"template-fault"}
    assert {p.location.path for p in found} == {PAGE}
    assert said in found[0].message
    assert {p.location.line for p in found} == {2}


#: Templates whose faults come in one run, each with the place of its fault: one in a file that
#: another includes, one that no page uses, one beside them, and one that is nested too deep.
SEVERAL: Mapping[str, tuple[str, str | None]] = {
    PAGE: ("a\n{% include 'own.j2' %}\n", None),
    "templates/own.j2": ("a\nb\n{{ nobody }}\n", "3:1"),
    "templates/spare.html.j2": ("a\nb {% endif %}\n", "2:1"),
    "templates/home.html.j2": ("\n{{ none.x }}", "2:1"),
    "templates/topic.html.j2": ("a\n{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}\n", "1:1"),
}


def test_faults_of_several_templates_come_in_one_run_each_in_its_own_file(
    write_site: WriteSite,
) -> None:
    found = errors(write_site({path: text for path, (text, _) in SEVERAL.items()}))
    wanted = {f"{path}:{place}" for path, (_, place) in SEVERAL.items() if place}
    assert {str(problem.location) for problem in found} == wanted


def test_a_fault_that_only_a_real_drawing_shows_stops_the_build_at_its_line(
    write_site: WriteSite,
) -> None:
    chart = {
        "content/charts/beds.yaml": "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"
    }
    root = write_site(
        {
            **chart,
            "templates/chart.html.j2": "a\n{{ nobody if '<svg' in drawing(chart.id).svg }}\n",
        }
    )
    checked = pipeline.check(root)
    assert checked.site is not None
    assert checked.errors == 0
    with pytest.raises(TemplatesError) as failed:
        list(pipeline.files(checked.editions, root))
    assert [str(p.location) for p in failed.value.problems] == ["templates/chart.html.j2:2:1"]


def test_the_engines_templates_give_the_same_pages_in_the_sandbox(write_site: WriteSite) -> None:
    chart = {
        "content/charts/beds.yaml": "kind: bars\ntitle: {zh: 床位, en: Beds}\ndata: [care.beds]\n"
    }
    plain = _built(write_site(chart))
    boxed = _built(write_site({**chart, "templates/spare.html.j2": "unused\n"}))
    assert plain == boxed


def _built(root: Path) -> dict[str, bytes]:
    return dict(pipeline.files(pipeline.check(root).editions, root))


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"templates/words.yaml": "menu: {en: Contents}\n"},
        {"templates/static/own.css": "p {}\n"},
    ],
)
def test_a_site_without_templates_of_its_own_starts_no_process(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch, files: Files
) -> None:
    def refuse(_job: object) -> None:
        raise AssertionError

    monkeypatch.setattr(pages, "rendered", refuse)
    assert len(_built(write_site(files))) > 10


#: A program that confines itself as the rendering process does, then does what a template would
#: that had got out of the sandbox.
_ESCAPED = """
import os, sys
sys.path.insert(0, {root!r})
from statsite.render import sandbox
out = os.fdopen(os.dup(1), "w")
sandbox._close_doors()
sandbox._confine(1)
try:
    {attempt}
except OSError as error:
    print("refused", file=out)
else:
    print("done", file=out)
out.flush()
"""


@pytest.mark.parametrize(
    "attempt",
    [
        pytest.param("open('/etc/hostname').read()", id="read a file"),
        pytest.param("open({secret!r}, 'w').write('x')", id="write a file"),
        pytest.param("import socket; socket.socket()", id="open a connection"),
        pytest.param(
            "import subprocess; subprocess.run(['true'])",
            id="start a program that is told something",
        ),
    ],
)
def test_even_code_that_got_out_of_the_sandbox_opens_nothing(tmp_path: Path, attempt: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("kept", encoding="utf-8")
    attempt = attempt.replace("{secret!r}", repr(str(secret)))
    # What is imported here was imported before the doors were closed.
    code = "import socket, subprocess\n" + _ESCAPED.format(
        root=str(Path(sandbox.__file__).parents[2]), attempt=attempt
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == ("refused\n", "")
    assert secret.read_text(encoding="utf-8") == "kept"


def test_the_process_is_told_no_secret_of_the_environment(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "kept")
    begun: list[Mapping[str, str]] = []
    start = subprocess.Popen.__init__

    def note(self: subprocess.Popen[bytes], *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - passed on as they are
        begun.append(named["env"])
        start(self, *arguments, **named)

    monkeypatch.setattr(subprocess.Popen, "__init__", note)
    assert errors(write_site({PAGE: "gone\n"})) == []
    assert begun == [{}]


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        pytest.param(jobs.sleep, "nothing came within", id="sleeps"),
        pytest.param(jobs.deafen, "nothing came within", id="heeds no signal"),
        pytest.param(jobs.crash, "the process that renders it ended", id="crashes"),
        pytest.param(jobs.babble, "gave no sensible answer", id="talks nonsense"),
    ],
)
def test_a_process_that_breaks_ends_the_rendering_with_a_fault(
    monkeypatch: pytest.MonkeyPatch, deed: Callable[[], None], said: str
) -> None:
    monkeypatch.setattr(sandbox, "STEP_PATIENCE", 2.0)
    begun = time.monotonic()
    word, fault = sandbox.rendered(jobs.Job(deed))
    assert time.monotonic() - begun < LIMIT
    assert word == b"word"
    assert isinstance(fault, sandbox.RenderFailure)
    assert (fault.template, fault.is_final, said in fault.said) == ("x.j2", True, True)
