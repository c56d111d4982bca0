"""The measure of tables: which cells are neighbours, and how a truth is read."""

from pathlib import Path

from tests.bench.tables import Area, Region, relations, tables_of, tally

TRUTH = """<document><table id="1"><region id="1" page="2" row-increment="0" col-increment="0">
<cell start-row="0" start-col="1" end-col="2"><bounding-box x1="200" y1="5o0" x2="300" y2="510"/><content>Ships
landed</content></cell>
<cell start-row="1" start-col="0"><bounding-box x1="100" y1="480" x2="150" y2="490"/><content>Selwyn</content></cell>
<cell start-row="1" start-col="2"><bounding-box x1="280" y1="480" x2="290" y2="490"/><content>4,0</content></cell>
</region></table></document>"""


def test_neighbours_look_over_blank_cells() -> None:
    """The next cell that is not blank, to the right and below; a cell over two columns is over both of them."""
    cells = [
        Area(0, 0, 0, 0, "port"), Area(0, 0, 1, 2, "ships"), Area(1, 1, 0, 0, "selwyn"), Area(1, 1, 1, 1, ""),
        Area(1, 1, 2, 2, "40"),
    ]  # fmt: skip

    expected = {
        ("port", "ships", "beside"), ("port", "selwyn", "under"), ("ships", "40", "under"), ("selwyn", "40", "beside"),
    }  # fmt: skip
    assert expected == set(relations(cells))


def test_precision_and_recall_count_relations() -> None:
    """One right of two given, of three wanted."""
    wanted = relations([Area(0, 0, column, column, text) for column, text in enumerate("abcd")])
    given = relations([Area(0, 0, column, column, text) for column, text in enumerate("abx")])

    assert (0.5, 1 / 3) == (tally(given, wanted).precision, tally(given, wanted).recall)


def test_a_truth_has_cells_and_regions(tmp_path: Path) -> None:
    """Cells by rows and columns, the letters and digits of their text; the region is what its cells fill."""
    path = tmp_path / "x-str.xml"
    path.write_text(TRUTH, encoding="utf-8")
    (table,) = tables_of(path)

    assert [Area(0, 0, 1, 2, "shipslanded"), Area(1, 1, 0, 0, "selwyn"), Area(1, 1, 2, 2, "40")] == table.cells
    assert [Region(2, 100.0, 480.0, 300.0, 510.0)] == table.regions
