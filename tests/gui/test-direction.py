# SPDX-License-Identifier: GPL-3.0-or-later
"""From right to left: where the ink of a line stands in its cell, as the eye sees it."""
import accessible
import tap
from accessible import box, character_box, read
from waiting import until
from window import Shelf, Window, find, main, stored

SHORT = "قصير"
MIXED = "NASA تقول إن"
RTL_MARK, LTR_MARK = "\u200f", "\u200e"


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


def place(editor, letter):
    """Where the letter begins in the width of the editor: 0 is its left edge, 1 its right one."""
    at = read(editor).index(letter)
    return (character_box(editor, at).x - box(editor).x) / box(editor).width


def caret(editor):
    """The letters before the caret."""
    return read(editor)[: accessible.caret(editor)].lstrip(RTL_MARK + LTR_MARK)


def goes(window, editor, key, before):
    window.key(key)
    assert until(lambda: caret(editor) == before), f"{key}: the caret stands behind {caret(editor)!r}"


@tap.test
def mixed():
    "an Arabic text that begins with a Latin word stands at the right while it is written, and nothing is added to it"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        editor = window.open_row("Four steps")
        window.type("N")
        assert until(lambda: read(editor) == RTL_MARK + "N" and place(editor, "N") > 0.9), window.tree()
        window.type("ASA")
        window.reads(editor, "NASA")
        window.put(editor, MIXED[4:])
        window.reads(editor, MIXED)
        assert until(lambda: place(editor, "N") > place(editor, "ت") > place(editor, "ن") > 0.5), f"{place(editor, 'N')} {place(editor, 'ت')} {place(editor, 'ن')}"
        window.key("ctrl+Return")
        stored(project, "Four steps", target=MIXED)
        assert find(project, "Four steps")["target"] == MIXED
        shown = window.see("label", MIXED, window.row("Four steps"))
        assert ink(window, shown)[0] > 0.5, ink(window, shown)
        # Opened again, and left as it is, it stands where it stood.
        window.click(shown)
        editor = window.see("text", "Your text", window.row("Four steps"))
        assert until(lambda: place(editor, "N") > place(editor, "ن") > 0.5)
        window.key("Escape")
        window.close()


@tap.test
def keys():
    "the caret, Backspace, a selection and what is taken back know nothing of what stands before such a text"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        editor = window.open_row("Four steps")
        window.put(editor, MIXED)
        window.reads(editor, MIXED)
        goes(window, editor, "Home", "")
        for before in ("N", "NA", "NAS", "NASA", "NASA"):
            goes(window, editor, "Right", before)
        for before in ("NAS", "NA", "N", "", "NASA ", "NASA ت"):
            goes(window, editor, "Left", before)
        # By words, too: behind NASA, then through it and on to the left.
        for key, before in (("Home", ""), ("ctrl+Right", "NASA"), ("ctrl+Left", ""), ("ctrl+Left", "NASA تقول"), ("ctrl+Left", MIXED)):
            goes(window, editor, key, before)
        goes(window, editor, "ctrl+Home", "")
        window.key("BackSpace")
        window.type("1")
        window.reads(editor, "1" + MIXED)
        window.key("BackSpace")
        window.reads(editor, MIXED)
        window.key("Delete")
        window.reads(editor, MIXED[1:])
        window.key("ctrl+a")
        window.type("x")
        window.reads(editor, "x")
        window.key("ctrl+a", "BackSpace")
        assert until(lambda: read(editor) == ""), repr(read(editor))
        assert until(lambda: ink_of_line(window, editor)[0] > 0.9, ignoring=AssertionError), f"the caret stands at {ink_of_line(window, editor)}"
        # What was deleted letter by letter is taken back as one.
        for text in ("x", "", MIXED[1:], "1" + MIXED, MIXED):
            window.key("ctrl+z")
            window.reads(editor, text)
        window.key("ctrl+Return")
        stored(project, "Four steps", target=MIXED)
        window.close()


@tap.test
def other_way():
    "a text from left to right that begins with an Arabic word stands at the left while it is written"
    with Shelf() as shelf:
        project = shelf.new_project(language="pl")
        window = Window(shelf, project)
        editor = window.open_row("Four steps")
        window.put(editor, "مرحبا znaczy")
        window.reads(editor, "مرحبا znaczy")
        assert until(lambda: place(editor, "م") < place(editor, "z") < 0.5), f"{place(editor, 'م')} {place(editor, 'z')}"
        window.key("ctrl+Return")
        stored(project, "Four steps", target="مرحبا znaczy")
        # One that begins with a letter of its own has nothing before it.
        editor = window.open_row("High up it is cold")
        window.type("Co to")
        assert until(lambda: read(editor) == "Co to"), repr(read(editor))
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
