# SPDX-License-Identifier: GPL-3.0-or-later
"""From right to left: where the ink of a line stands in its cell, as the eye sees it."""

import tap
from waiting import until
from window import Shelf, Window, main

SHORT = "قصير"


def ink(window, node):
    """The part of the cell's width where ink begins and ends: 0 is its left edge, 1 its right one."""
    window.put_pointer_away()
    return ink_in(window, *window.rectangle(node))


def ink_of_line(window, editor):
    """The same of an editor's line with its caret, inside the ring that stands round it."""
    window.put_pointer_away()
    x, y, width, height = window.rectangle(editor)
    return ink_in(window, x - 5, y + 10, width + 10, height - 20)


def ink_in(window, x, y, width, height):
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
def empty():
    "an Arabic text that is empty, or has digits only, begins at the right, though the keyboard is a Latin one"
    with Shelf() as shelf:
        window = Window(shelf, shelf.new_project())
        editor = window.open_row("Four steps")
        assert until(lambda: ink_of_line(window, editor)[0] > 0.9, ignoring=AssertionError), f"the caret stands at {ink_of_line(window, editor)}"
        window.type("42")
        window.reads(editor, "42")
        assert until(lambda: ink_of_line(window, editor)[0] > 0.8, ignoring=AssertionError), f"the digits stand at {ink_of_line(window, editor)}"
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
