"""Charts stay inside their frame and say what they draw."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.web.pages.charts import HEIGHT, WIDTH, bars, years


def test_a_bar_is_measured_against_the_largest() -> None:
    """Or against what a full bar stands for."""
    rows = [("a", 3, "/a", ""), ("b", 1, "/b", "x")]

    assert [100.0, 33.33] == [bar.share for bar in bars(rows)]
    assert [30.0, 10.0] == [bar.share for bar in bars(rows, 10)]
    assert [100.0, 50.0] == [bar.share for bar in bars(rows, 2)]


def test_without_rows_there_are_no_bars() -> None:
    """And a row that counts nothing has none."""
    assert bars([]) == ()
    assert [0.0] == [bar.share for bar in bars([("a", 0, "/a", "")])]


def test_years_are_shares_of_their_episodes() -> None:
    """Earliest first; a year without a user stands in it all the same."""
    chart = years("Redis", {2021: 1}, {2021: 4, 2019: 2})

    assert [(2019, 0, 0.0), (2021, 25, 27.5)] == [
        (each.year, each.percent, each.height) for each in chart.columns
    ]
    assert (chart.count, chart.said) == (1, "2019: 0 of 2; 2021: 1 of 4")


def test_a_year_without_episodes_is_no_division_by_zero() -> None:
    """It is drawn empty."""
    (column,) = years("Redis", {}, {2021: 0}).columns

    assert (column.percent, column.height) == (0, 0.0)


@given(st.dictionaries(st.integers(1990, 2060), st.integers(1, 500), max_size=30), st.data())
def test_columns_stay_in_the_frame(totals: dict[int, int], data: st.DataObject) -> None:
    """Side by side, on the ground line, and with room for the number above."""
    using = {year: data.draw(st.integers(0, total)) for year, total in totals.items()}
    chart = years("any", using, totals)
    edge = float(chart.left)

    for column in chart.columns:
        assert column.x >= edge - 0.01
        edge = column.x + column.width
        assert column.y >= 12
        assert abs(column.y + column.height - chart.base) < 0.02
    assert edge <= chart.right + 0.01 <= WIDTH
    assert chart.base < HEIGHT
