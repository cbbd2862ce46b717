# SPDX-License-Identifier: GPL-3.0-or-later
"""From right to left: where the ink of a line stands in its cell, as the eye sees it."""

import tap
from window import Shelf, Window, main

SHORT = "قصير"


def ink(window, node):
    """The part of the cell's width where ink begins and ends: 0 is its left edge, 1 its right one."""
    window.put_pointer_away()
    x, y, width, height = window.rectangle(node)
    found = window.desktop.picture().columns_of_ink(x, y, width, height)
    assert found, f"nothing is drawn at {x},{y} {width}x{height}"
    return found[0] / width, found[1] / width


@tap.test
def target():
    "the text of an Arabic adaptation stands at the right of its cell, the English original at the left of its own"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.write("Four steps", SHORT)
        row = window.row("Four steps")
        source, adaptation = window.see("label", "Four steps", row), window.see("label", SHORT, row)
        assert ink(window, source)[0] < 0.2, ink(window, source)
        assert ink(window, adaptation)[1] > 0.8 and ink(window, adaptation)[0] > 0.5, ink(window, adaptation)
        assert window.rectangle(source)[0] < window.rectangle(adaptation)[0]
        window.close()


@tap.test
def interface():
    "with an Arabic interface the pages change sides, and each text keeps its own direction"
    with Shelf() as shelf:
        project = shelf.new_project()
        shelf.set_interface("ar_EG")
        window = Window(shelf, project)
        window.write("Four steps", SHORT)
        row = window.row("Four steps")
        source, adaptation = window.see("label", "Four steps", row), window.see("label", SHORT, row)
        assert window.rectangle(source)[0] > window.rectangle(adaptation)[0], "the original is at the right"
        assert ink(window, source)[0] < 0.2, ink(window, source)
        assert ink(window, adaptation)[0] > 0.5, ink(window, adaptation)
        window.close()


main()
