"""What is told of a figure is sure unless something says otherwise."""

from statsite.extract.figure_attributes import FigureAttributes


def test_attributes_are_sure_where_nothing_is_said() -> None:
    told = FigureAttributes(None, "observed")
    assert (told.is_period_sure, told.is_status_sure) == (True, True)
