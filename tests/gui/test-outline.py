# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline: what it calls sections, moving them, taking one's own out, and the list of what was done."""
import re

import tap
from accessible import box, has, name, walk
from person import BUTTONS
from waiting import until
from window import Shelf, Window, main

FIRST, SECOND, THIRD = "The Great Circle", "How Fast Is a River?", "Water at Home"


def titles(window):
    """The sections as the outline has them, from the top."""
    rows = window.all("list item", within=window.see("list", "Outline"))
    return [re.sub(r"(, \d+% done(, .*)?|, left out)$", "", name(row)) for row in rows]


def in_order(window, *expected):
    if not window.wait_for(lambda: titles(window) == list(expected)):
        raise AssertionError(f"{titles(window)}, not {list(expected)}")


def section(window, title):
    return window.see("list item", re.compile(f"^{re.escape(title)}, "), window.see("list", "Outline"))


def label(window, title):
    return window.see("label", title, section(window, title))


def choose_of_section(window, title, *path):
    button = [n for n in walk(section(window, title)) if n.get_role_name() in BUTTONS][-1]
    assert title in name(button), name(button)
    window.press(button)
    window.choose(*path)


@tap.test
def titles_are_the_sources():
    "sections are called as in the source, also where their headings are translated; what is open in them is counted"
    with Shelf() as shelf:
        window = Window(shelf, shelf.new_project())
        in_order(window, FIRST, SECOND, THIRD)
        window.write(FIRST, "Dawra")
        window.see("list item", re.compile(f"^{FIRST}, [1-9][0-9]*% done"), window.see("list", "Outline"))
        in_order(window, FIRST, SECOND, THIRD)
        window.see("label", re.compile(r"^\d+% translated · 0% reviewed$"))
        window.close()


@tap.test
def moving_by_keys():
    "a section goes down and up by the keyboard, keeps it, and goes back by undo"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.ready(FIRST)
        window.click(section(window, FIRST))
        window.key("alt+Down")
        in_order(window, SECOND, FIRST, THIRD)
        window.key("alt+Down")
        in_order(window, SECOND, THIRD, FIRST)
        window.key("alt+Up")
        in_order(window, SECOND, FIRST, THIRD)
        assert has(section(window, FIRST), "selected"), window.tree()
        window.row(FIRST)
        window.key("ctrl+z", "ctrl+z", "ctrl+z")
        in_order(window, FIRST, SECOND, THIRD)
        window.close()


@tap.test
def removing():
    "a section of one's own is one step of the history; its menu takes it out, and undo brings it back"
    with Shelf() as shelf:
        window = Window(shelf, shelf.new_project())
        window.ready(FIRST)
        choose_of_section(window, FIRST, "New Section After It…")
        window.see("dialog", "New Section")
        entry = window.see("text", "Title")
        assert until(lambda: has(entry, "focused")), window.tree()
        window.type("Mine")
        window.reads(entry, "Mine")
        window.key("Return")
        in_order(window, FIRST, "Mine", SECOND, THIRD)
        assert until(lambda: any(has(e, "focused") for e in window.all("text", "Your text"))), window.tree()
        window.leave_editor()
        window.key("ctrl+z")
        in_order(window, FIRST, SECOND, THIRD)
        window.key("ctrl+shift+z")
        in_order(window, FIRST, "Mine", SECOND, THIRD)
        choose_of_section(window, "Mine", "Remove")
        in_order(window, FIRST, SECOND, THIRD)
        window.key("ctrl+z")
        in_order(window, FIRST, "Mine", SECOND, THIRD)
        window.close()


@tap.test
def going_back():
    "the list of what was done takes the book back and forward, and its toast undoes that"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.ready(FIRST)
        window.click(section(window, FIRST))
        window.key("alt+Down")
        in_order(window, SECOND, FIRST, THIRD)
        window.key("alt+Down")
        in_order(window, SECOND, THIRD, FIRST)
        window.key("ctrl+alt+z")
        steps = window.see("list", "What was done, newest first")
        window.see("list item", f"Moved a section: {FIRST}, the book is here", steps)
        window.click(window.see("list item", "The book as it came in", steps))
        in_order(window, FIRST, SECOND, THIRD)
        window.see("list item", "The book as it came in, the book is here", steps)
        window.see("label", "2 steps taken back")
        window.press(window.all(BUTTONS, "Undo")[-1])
        in_order(window, SECOND, THIRD, FIRST)
        window.key("Escape")
        window.gone("list", "What was done, newest first")
        window.ready(FIRST)
        window.close()


@tap.test
def dragging():
    "a section is dragged before another one, and into it"
    with Shelf() as shelf:
        window = Window(shelf, shelf.new_project())
        window.ready(FIRST)
        window.drag(section(window, THIRD), section(window, SECOND), 0.1)
        in_order(window, FIRST, THIRD, SECOND)
        depths = [box(label(window, title)).x for title in (FIRST, SECOND)]
        assert depths[0] == depths[1], depths
        window.drag(section(window, SECOND), section(window, FIRST), 0.5)
        in_order(window, FIRST, SECOND, THIRD)
        assert until(lambda: box(label(window, SECOND)).x > depths[0]), window.tree()
        window.key("ctrl+z", "ctrl+z")
        assert until(lambda: box(label(window, SECOND)).x == depths[0]), window.tree()
        window.close()


main()
