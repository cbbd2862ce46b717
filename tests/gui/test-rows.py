# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of the workbench: tables, figures, lists, the keyboard's way through them, what is left out and comes back."""
import os
import struct
import zlib

import tap
from accessible import has, name, read
from waiting import until
from window import Shelf, Window, main, units

BOOK = """<!DOCTYPE html><html lang="en"><head><title>Frogs</title></head><body><h1>Frogs</h1>
<p>Frogs live near water.</p><ul><li>Green frogs</li><li>Tree frogs</li></ul>
<table><caption>How far they jump</caption><tr><th>Kind</th><th>Jump</th></tr><tr><td>Bullfrog</td><td>2 m</td></tr></table>
<figure><img src="frog.png" alt="A frog on a leaf"><figcaption>A frog in the pond</figcaption></figure>
<p>They sing at night.</p></body></html>"""


def png(width, height):
    """A grey picture."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x99" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def open_book(shelf):
    folder = os.path.join(shelf.folder, "frogs")
    os.makedirs(folder)
    with open(os.path.join(folder, "frogs.html"), "w", encoding="utf-8") as out:
        out.write(BOOK)
    with open(os.path.join(folder, "frog.png"), "wb") as out:
        out.write(png(60, 40))
    project = shelf.new_project(os.path.join(folder, "frogs.html"), "sw")
    return project, Window(shelf, project)


def find(project, source):
    return next(u for u in units(project).values() if (u["source"] or "") == source)


def stored(project, source, **expected):
    """Waits until the project file says so of the unit."""
    if not until(lambda: expected.items() <= find(project, source).items()):
        raise AssertionError(f"{source}: {find(project, source)}, not {expected}")


def open_at(window, row, source):
    """Opens the unit whose original reads so, by a click on it."""
    window.click(window.see("label", source, window.row(row)))
    see_editor(window, row)


def see_editor(window, row):
    """One text is open in the row, is empty, and has the keyboard."""
    def is_ready():
        found = window.all("text", "Your text", window.row(row))
        return len(found) == 1 and has(found[0], "focused") and read(found[0]) == ""

    assert until(is_ready), f"no editor in {row!r}:\n{window.tree()}"


@tap.test
def table():
    "a table is one row; a cell is written where it stands, and Tab goes to the next one"
    with Shelf() as shelf:
        project, window = open_book(shelf)
        row = window.row("How far they jump")
        for text in "Kind", "Jump", "Bullfrog", "2 m":
            window.see("label", text, row)
        open_at(window, "How far they jump", "Bullfrog")
        window.type("Chura")
        window.key("Tab")
        see_editor(window, "How far they jump")
        stored(project, "Bullfrog", target="Chura")
        window.type("mita 2")
        window.key("shift+Tab")
        stored(project, "2 m", target="mita 2")
        window.leave_editor()
        window.see("label", "mita 2", window.row("How far they jump"))
        window.close()


@tap.test
def figure():
    "a figure is one row, with its picture, caption and description, both of which can be written"
    with Shelf() as shelf:
        project, window = open_book(shelf)
        row = window.row("A frog in the pond")
        window.see(("image", "icon"), "A frog on a leaf", row)
        open_at(window, "A frog in the pond", "A frog on a leaf")
        window.type("Chura juu ya jani")
        window.key("ctrl+Return")
        see_editor(window, "A frog in the pond")
        window.type("Chura bwawani")
        window.leave_editor()
        stored(project, "A frog on a leaf", target="Chura juu ya jani")
        stored(project, "A frog in the pond", target="Chura bwawani")
        window.close()


@tap.test
def items():
    "items of a list have their bullets on both pages, and are written one after the other"
    with Shelf() as shelf:
        project, window = open_book(shelf)
        row = window.row("Green frogs")
        assert until(lambda: len(window.all("label", "•", row)) == 2), window.tree()
        open_at(window, "Green frogs", "Green frogs")
        window.type("Kijani")
        window.key("ctrl+Return")
        see_editor(window, "Tree frogs")
        window.type("Wa miti")
        window.leave_editor()
        stored(project, "Green frogs", target="Kijani")
        stored(project, "Tree frogs", target="Wa miti")
        window.close()


def has_keyboard(window, source):
    return until(lambda: has(window.row(source), "focused"))


@tap.test
def keyboard():
    "arrows go from row to row, and Enter opens the one that has the keyboard"
    with Shelf() as shelf:
        project, window = open_book(shelf)
        window.open_row("Frogs live")
        window.leave_editor()
        assert has_keyboard(window, "Frogs live"), window.tree()
        window.key("Down", "Down")
        assert has_keyboard(window, "Tree frogs"), window.tree()
        window.key("Up")
        assert has_keyboard(window, "Green frogs"), window.tree()
        assert name(window.row("Green frogs")).startswith("Source: Green frogs"), name(window.row("Green frogs"))
        window.key("End")
        assert has_keyboard(window, "They sing"), window.tree()
        window.key("Return")
        see_editor(window, "They sing")
        window.type("Wanaimba")
        window.leave_editor()
        stored(project, "They sing at night.", target="Wanaimba")
        window.close()


@tap.test
def bring_back():
    "what was left out is seen, and one click brings it back"
    with Shelf() as shelf:
        project, window = open_book(shelf)
        window.choose_in_row("They sing", "Leave Out")
        stored(project, "They sing at night.", decision="omitted")
        window.see("label", "Left out", window.row("They sing"))
        window.press("Bring Back")
        assert until(lambda: find(project, "They sing at night.")["decision"] != "omitted")
        window.see("label", "Translate…", window.row("They sing"))
        window.close()


main()
