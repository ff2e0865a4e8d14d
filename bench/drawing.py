"""How long a chart takes to draw, by kind: cold, warm, beside a naive pyplot drawing of the same
figures, as PNG and card, and as all of its drawings in a language: ``make bench``.

A benchmark, not a test: it prints medians and asserts nothing, since machines differ. Each warm run
draws a chart with other names, since what is kept of one chart helps the next only so far as they
share words. Cold is wall time; all else is that of the processor, which other work disturbs less.
"""

from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

from charts.spec import ChartSpec, Datum, DatumRelation, DatumStatus
from statsite.plan.charts import FILE_WIDTH, PAGE_WIDTH
from statsite.values import replace

_RUNS = 15
_COLD_RUNS = 3
#: From here on are letters that no name of a chart has.
_LETTERS = ord("丐")


def _figure(  # noqa: PLR0913 - a datum has that many sides
    name: str,
    value: float,
    *,
    time_: float | None = None,
    row: str = "",
    status: str = "observed",
    group: str = "",
) -> Datum:
    label = f"{time_:g}年" if time_ is not None else ""
    return Datum(
        name,
        row or name,
        f"{value:,.1f}万张",
        DatumRelation.EQUAL,
        value,
        value,
        value,
        time_,
        label,
        DatumStatus(status),
        group=group,
    )


def _spec(
    kind: str,
    data: tuple[Datum, ...],
    *,
    total: Datum | None = None,
    reference: Datum | None = None,
) -> ChartSpec:
    return ChartSpec("bench", kind, "zh", "各省养老床位", "说明", data, total, reference, width=640)


SPECS = {
    "bars": _spec("bars", tuple(_figure(f"省份{n}", 800.0 - 31 * n) for n in range(12))),
    "line": _spec(
        "line",
        tuple(
            _figure(f"y{year}", (year * 37) % 23 + 1.0, time_=year, row="床位")
            for year in range(1990, 2024)
        ),
    ),
    "parts": _spec(
        "parts", (_figure("机构", 507.7), _figure("社区", 291.5)), total=_figure("合计", 799.3)
    ),
    "grouped-bars": _spec(
        "grouped-bars",
        tuple(
            _figure(f"{p}{y}", 10.0 + y % 7, row=f"{y}", group=p)
            for p in "甲乙丙丁"
            for y in (2010, 2024)
        ),
    ),
    "shares": _spec(
        "shares",
        tuple(
            _figure(f"{p}{n}", 10.0 + n, row=f"部分{n}", group=p)
            for p in "甲乙丙丁"
            for n in range(3)
        ),
    ),
    "small-multiples": _spec(
        "small-multiples",
        tuple(
            _figure(f"{p}{y}", y % 7 + 1.0, time_=y, row="床位", group=p)
            for p in "甲乙丙丁戊己"
            for y in range(2004, 2024)
        ),
    ),
    "targets": _spec(
        "targets",
        tuple(
            _figure(f"{p}{y}", 10.0 + y % 7, time_=y, row=p, status="target")
            for p in "甲乙"
            for y in (2027, 2030)
        ),
    ),
    "milestones": _spec(
        "milestones",
        tuple(
            _figure(f"{p}{y}", 10.0, time_=y, row=p, status="target")
            for p in "甲乙丙"
            for y in (2025, 2027, 2030)
        ),
    ),
    "people-in-100": replace(
        _spec("people-in-100", (_figure("60岁以上", 22.0), _figure("65岁以上", 15.6))),
        words={"hundred": "每100人"},
        whole=100.0,
    ),
    "then-and-now": _spec(
        "then-and-now",
        tuple(
            _figure(f"{p}{y}", 10.0 + y % 7, time_=y, row=p) for p in "甲乙丙" for y in (2010, 2024)
        ),
    ),
    "against-nation": _spec(
        "against-nation",
        tuple(_figure(f"省份{n}", 40.0 + n) for n in range(6)),
        reference=_figure("全国", 44.0),
    ),
}


#: Kinds that a first try with pyplot draws as well.
COMPARED = ("bars", "line", "parts")


def ours(spec: ChartSpec) -> None:
    """The drawing a page holds."""
    import charts  # noqa: PLC0415 - a cold run counts the import

    charts.draw(spec)


def pixels(spec: ChartSpec) -> None:
    """The picture of a chart for places that show no SVG."""
    import charts  # noqa: PLC0415 - as ours

    charts.png(spec, ["来源：某报"])


def shared(spec: ChartSpec) -> None:
    """The card that a chart is shared with."""
    import charts  # noqa: PLC0415 - as ours

    charts.card(spec, ["来源：某报"], address="https://example.org/charts/bench/")


def naive(spec: ChartSpec) -> None:
    """What a first try with pyplot does for the same figures."""
    import matplotlib as mpl  # noqa: PLC0415 - as ours

    mpl.use("svg")
    import matplotlib.pyplot as plt  # noqa: PLC0415 - as ours
    from matplotlib import font_manager  # noqa: PLC0415 - as ours

    from charts.font_files import font_path  # noqa: PLC0415 - as ours

    font_manager.fontManager.addfont(font_path())
    plt.rcParams["font.family"] = font_manager.FontProperties(fname=font_path()).get_name()
    figure, axes = plt.subplots(figsize=(6.4, 3.6))
    values = [datum.value or 0.0 for datum in spec.data]
    if spec.kind == "line":
        axes.plot([datum.time or 0.0 for datum in spec.data], values)
    elif spec.kind == "parts":
        left = 0.0
        for datum, value in zip(spec.data, values, strict=True):
            axes.barh(["合计"], [value], left=left, label=datum.row)
            left += value
        axes.legend()
    else:
        axes.bar_label(
            axes.barh([datum.row for datum in spec.data], values),
            [datum.number for datum in spec.data],
        )
    axes.set_title(spec.title)
    figure.tight_layout()
    figure.savefig(io.BytesIO(), format="svg")
    plt.close(figure)


def every(spec: ChartSpec) -> None:
    """All that a build draws of a chart in one language: on its page, as files, as card."""
    import charts  # noqa: PLC0415 - as ours

    ours(replace(spec, width=PAGE_WIDTH))
    in_file = replace(spec, width=FILE_WIDTH)
    charts.standalone(charts.draw(in_file), in_file, ["来源：某报"])
    pixels(spec)
    shared(spec)


def another(spec: ChartSpec, run: int) -> ChartSpec:
    """A chart as ``spec`` is, with names that no other run has."""
    letter = chr(_LETTERS + run)
    return replace(
        spec,
        title=f"{spec.title}{letter}",
        data=tuple(replace(datum, row=f"{datum.row}{letter}") for datum in spec.data),
    )


def warm(draw: Callable[[ChartSpec], None], spec: ChartSpec) -> float:
    """Median milliseconds of the processor for a drawing after the first."""
    draw(another(spec, _RUNS))
    return median(_timed(draw, another(spec, run)) for run in range(_RUNS))


def _timed(draw: Callable[[ChartSpec], None], spec: ChartSpec) -> float:
    start = time.process_time()
    draw(spec)
    return 1000 * (time.process_time() - start)


def sizes(spec: ChartSpec) -> tuple[float, float]:
    """How many kB a chart's PNG and card have."""
    import charts  # noqa: PLC0415 - as ours

    picture = charts.png(spec, ["来源：某报"])
    card = charts.card(spec, ["来源：某报"], address="https://example.org/charts/bench/")
    return len(picture) / 1000, len(card) / 1000


_PROGRAM = """
import sys, time
start = time.perf_counter()
from bench.drawing import SPECS, ours
ours(SPECS[sys.argv[1]])
print(1000 * (time.perf_counter() - start))
"""


def cold(kind: str) -> float:
    """Median milliseconds of the first drawing in a new process, imports included."""
    runs = [
        subprocess.run(  # noqa: S603 - ours
            [sys.executable, "-c", _PROGRAM, kind], capture_output=True, text=True, check=True
        )
        for _ in range(_COLD_RUNS)
    ]
    return median(float(run.stdout) for run in runs)


def main() -> None:
    """Print the table."""
    print(
        f"{'kind':<16}{'cold ms':>10}{'warm ms':>10}{'png ms':>10}{'card ms':>10}{'all ms':>10}"
        f"{'png kB':>10}{'card kB':>10}{'pyplot ms':>11}{'of pyplot':>11}"
    )
    for name, chart in SPECS.items():
        own, other = warm(ours, chart), warm(naive, chart) if name in COMPARED else None
        beside = f"{other:>11.1f}{own / other:>11.0%}" if other else ""
        picture, card = sizes(chart)
        print(
            f"{name:<16}{cold(name):>10.1f}{own:>10.1f}{warm(pixels, chart):>10.1f}"
            f"{warm(shared, chart):>10.1f}{warm(every, chart):>10.1f}{picture:>10.1f}{card:>10.1f}"
            f"{beside}",
            flush=True,
        )


if __name__ == "__main__":
    main()
