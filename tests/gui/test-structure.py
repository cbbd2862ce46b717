# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing the structure of the book in the workbench: each step can be taken back, and outlives the program."""
import os
import re

import tap
from accessible import has, walk
from person import BUTTONS
from waiting import until
from window import FIXTURES, Shelf, Window, main, units

HEADING, STEPS = "The Great Circle", "Four steps"


def sources(project):
    return [unit["source"] or "" for unit in units(project).values()]


def changed(project, condition, what):
    """Waits until the project file is so."""
    if not until(lambda: condition(list(units(project).values()))):
        raise AssertionError(f"{what}: {sources(project)}")


def place(rows, source):
    return next(i for i, unit in enumerate(rows) if (unit["source"] or "").startswith(source))


@tap.test
def moving():
    "a passage moves by its menu, back by undo, and by the keyboard"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        before = place(list(units(project).values()), STEPS)
        window.choose_in_row(STEPS, "Move Up")
        changed(project, lambda rows: place(rows, STEPS) < before, "moved up")
        window.leave_editor()
        window.key("ctrl+z")
        changed(project, lambda rows: place(rows, STEPS) == before, "taken back")
        window.open_row(STEPS)
        window.key("alt+Up")
        changed(project, lambda rows: place(rows, STEPS) < before, "moved by the key")
        window.close()
        window = Window(shelf, project)
        window.row(STEPS)
        window.close()


@tap.test
def dividing():
    "what was written is divided at the cursor, and joined again"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        n = len(units(project))
        window.open_row(STEPS)
        window.type("one two")
        window.key("ctrl+Left")
        window.key("alt+Return")
        changed(project, lambda rows: len(rows) == n + 1, "divided")
        targets = [unit["target"] for unit in units(project).values() if unit["target"]]
        if sorted(targets) != ["one", "two"]:
            raise AssertionError(targets)
        window.leave_editor()
        window.choose_in_row(STEPS, "Join With the Next")
        changed(project, lambda rows: len(rows) == n, "joined")
        window.leave_editor()
        window.key("ctrl+z")
        changed(project, lambda rows: len(rows) == n + 1, "divided again")
        window.key("ctrl+z")
        changed(project, lambda rows: len(rows) == n and "one two" in [u["target"] for u in rows], "taken back")
        window.close()


@tap.test
def adding():
    "a paragraph of one's own is there after a restart, and goes again"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        n = len(units(project))
        window.open_row(STEPS)
        window.key("alt+shift+Return")
        changed(project, lambda rows: len(rows) == n + 1, "added a paragraph")
        window.type("mine")
        changed(project, lambda rows: any(u["target"] == "mine" and u["decision"] == "added" for u in rows), "written")
        window.leave_editor()
        window.close()
        window = Window(shelf, project)
        window.key("ctrl+z", "ctrl+z")
        changed(project, lambda rows: len(rows) == n, "taken back")
        window.close()


def last_button(node):
    """The button itself: a menu button is one around it."""
    return [n for n in walk(node) if n.get_role_name() in BUTTONS][-1]


def choose_of_section(window, title, *path):
    """Picks an item of the menu of a section in the outline."""
    row = window.see("list item", re.compile(f"^{re.escape(title)}, "), window.see("list", "Outline"))
    window.press(last_button(row))
    window.choose(*path)


@tap.test
def leaving_out_a_section():
    "a section is left out by its button, stays in sight, and one click takes it back in"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.ready(HEADING)
        choose_of_section(window, HEADING, "Leave Out")
        window.see("list item", f"{HEADING}, left out")
        window.row(HEADING)
        window.close()
        window = Window(shelf, project)
        window.see("label", "This section is left out of your edition")
        window.press("Take It Back In")
        window.gone("label", "This section is left out of your edition")
        window.see("list item", re.compile(f"^{HEADING}, .*done"))
        window.close()


@tap.test
def a_section_of_ones_own():
    "a section of one's own asks for its title only, is there to be written, and goes again by undo"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.ready(HEADING)
        n = len(units(project))
        window.press(last_button(window.see(BUTTONS, "Add or Bring In a Section")))
        window.choose("New Section…")
        entry = window.see("text", "Title", window.see("dialog", "New Section"))
        assert until(lambda: has(entry, "focused")), window.tree()
        window.type("Our River")
        window.reads(entry, "Our River")
        window.key("Return")
        changed(project, lambda rows: any(u["target"] == "Our River" for u in rows) and len(rows) == n + 2, "added")
        assert until(lambda: any(has(e, "focused") for e in window.all("text", "Your text"))), window.tree()
        window.type("It is brown.")
        changed(project, lambda rows: any(u["target"] == "It is brown." and u["decision"] == "added" for u in rows), "written")
        window.leave_editor()
        window.key("ctrl+z", "ctrl+z")
        changed(project, lambda rows: len(rows) == n, "taken back")
        window.close()


@tap.test
def a_table():
    "a table of one's own is inserted, written in, and gets a row more"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.ready(STEPS)
        n = len(units(project))
        window.choose_in_row(STEPS, "Add Below", "Table…")
        window.press("Insert")
        changed(project, lambda rows: len(rows) == n + 13, "inserted")
        assert until(lambda: any(has(e, "focused") for e in window.all("text", "Your text"))), window.tree()
        window.type("Rain")
        window.key("Tab")
        window.type("Snow")
        changed(project, lambda rows: {"Rain", "Snow"} <= {u["target"] for u in rows}, "written")
        window.leave_editor()
        window.choose_in_row("Rain", "Table", "Add a Row Below")
        changed(project, lambda rows: len(rows) == n + 16, "a row more")
        window.close()


@tap.test
def a_figure():
    "a figure is inserted from a file"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.ready(STEPS)
        n = len(units(project))
        window.choose_in_row(STEPS, "Add Below", "Figure…")
        window.pick_file(os.path.join(FIXTURES, "road.jpg"))
        changed(project, lambda rows: len(rows) > n, "inserted")
        window.close()


@tap.test
def another_book():
    "sections of another book come in with one step, and go again by undo"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.ready(HEADING)
        n = len(units(project))
        window.press(last_button(window.see(BUTTONS, "Add or Bring In a Section")))
        window.choose("From Another Book…")
        window.press("Choose a File…")
        window.pick_file(os.path.join(FIXTURES, "pond.html"))
        found = window.see("list", "Sections")
        window.press(window.see("check box", None, found))
        window.press("Insert")
        changed(project, lambda rows: len(rows) > n, "brought in")
        window.see("label", "1 section brought in")
        window.press("Undo")
        changed(project, lambda rows: len(rows) == n, "taken back")
        window.gone("frame", "From Another Book")
        window.close_by_button()


main()
