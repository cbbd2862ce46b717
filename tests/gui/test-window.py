# SPDX-License-Identifier: GPL-3.0-or-later
"""The window itself: what it remembers, how it says that all is stored, and two of them."""
import os
import re
import shutil

import tap
from accessible import has, name, walk
from waiting import until
from window import Shelf, Window, cli, main, units

HEADING, STEPS = "The Great Circle", "Four steps"


def frames(window):
    return [n for n in walk(window.app) if n.get_role_name() == "frame" and has(n, "visible")]


def shown(window):
    """Whether the outline is, as its button says: GTK 4.8 tells a flap's widgets as visible though it is away."""
    return has(window.see(("push button", "toggle button"), "Show or Hide the Outline"), "pressed")


@tap.test
def place():
    "opened again, a book stands where it was left, and the outline is hidden if it was"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.ready(HEADING)
        window.key("ctrl+l")
        window.see("entry", re.compile("^Where to go"))
        window.type("3")
        window.see("list item", "Water at Home, 3")
        window.key("Return")
        window.row("Water at Home")
        window.press("Show or Hide the Outline")
        assert until(lambda: not shown(window)), window.tree()
        window.close()
        window = Window(shelf, project)
        window.ready("Water at Home")
        assert not shown(window), window.tree()
        window.key("F9")
        assert until(lambda: shown(window)), window.tree()
        window.close()


@tap.test
def saved():
    "what is typed is saved, and that is said; undo says what it would undo"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.open_row(HEADING)
        window.type("x")
        window.see("label", "Saved")
        assert any(u["target"] == "x" for u in units(project).values())
        undo = window.see("push button", "Undo")
        assert until(lambda: undo.get_description() == "Edited a passage"), undo.get_description()
        window.close()


@tap.test
def two_books():
    "a second book opens in a second window; the first one is raised, not opened twice"
    with Shelf() as shelf:
        first = shelf.new_project()
        second = os.path.join(shelf.data, "second.cognate")
        shutil.copy(first, second)
        cli("set", second, next(iter(units(second))), "--target", "SECOND")
        window = Window(shelf, first)
        window.ready(HEADING)
        shelf.run(second)
        assert until(lambda: len(frames(window)) == 2), window.tree()
        window.see("label", "SECOND")
        shelf.run(first)
        shelf.run(second)
        window.see("label", "SECOND")
        assert len(frames(window)) == 2 and not window.all("label", "This Book Is Open Already"), window.tree()
        window.key("ctrl+n")
        assert until(lambda: len(frames(window)) == 3), window.tree()
        window.close()


@tap.test
def panes():
    "F6 goes from outline to pages to panel, Ctrl+Page Down from page to page"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.ready(HEADING)

        def focused_in():
            node = next((n for n in walk(window.app) if has(n, "focused")), None)
            names = []
            while node is not None:
                names.append(name(node))
                node = node.get_parent()
            return names

        window.key("F6")
        assert until(lambda: "Source and adaptation" not in focused_in())
        window.key("F6")
        assert until(lambda: "Source and adaptation" in focused_in() or window.key("F6")), focused_in()
        window.key("ctrl+Page_Down")
        window.see("page tab", "Rights")
        assert until(lambda: window.all("list item", re.compile("^Text of"))), window.tree()
        window.key("ctrl+Page_Up")
        window.row(HEADING)
        window.close()


main()
