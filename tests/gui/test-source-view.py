# SPDX-License-Identifier: GPL-3.0-or-later
"""The markup of a passage or section: what is not in normal form cannot be stored, what is, is one step."""
import re

import tap
from accessible import has, insert_text, read
from waiting import until
from window import Shelf, Window, main, units

HEADING, SECOND = "The Great Circle", "Four steps"


def stored(project, source, target):
    def find():
        return next(u for u in units(project).values() if (u["source"] or "").startswith(source))

    if not until(lambda: find()["target"] == target):
        raise AssertionError(f"{find()}, not {target!r}")


def open_markup(window, source):
    window.open_row(source)
    window.key("ctrl+u")
    dialog = window.see(("frame", "dialog"), "Markup")
    view = window.see("text", "Markup of the adaptation", dialog)
    assert until(lambda: has(view, "focused"))
    return dialog, view


def can_apply(window, dialog):
    return has(window.see("push button", "Apply", dialog), "sensitive")


@tap.test
def passage():
    "bad markup is said with its line and cannot be stored; good markup is stored as one step"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        dialog, _ = open_markup(window, HEADING)
        window.see("label", "Nothing is changed", dialog)
        window.type("Der <em>Kreis")
        window.see("label", re.compile("^Line 1: .*well-formed"), dialog)
        assert not can_apply(window, dialog)
        window.type("</em> <script/>")
        window.see("label", re.compile("^Line 1: .*script"), dialog)
        assert not can_apply(window, dialog)
        window.key(*["BackSpace"] * 10)
        window.see("label", "In order", dialog)
        window.press("Apply", dialog)
        stored(project, HEADING, "Der <em>Kreis</em>")
        window.gone(("frame", "dialog"), "Markup")
        window.leave_editor()
        window.key("ctrl+z")
        stored(project, HEADING, None)
        window.close()


@tap.test
def section():
    "a whole section: words are changed, the structure is refused"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.write(HEADING, "Kreis")
        dialog, view = open_markup(window, SECOND)
        window.press("Whole Section", dialog)
        assert until(lambda: read(view).startswith("<section") and has(view, "focused"))
        window.see("label", "Nothing is changed", dialog)
        window.key("ctrl+End")
        window.type("<p>")
        window.see("label", re.compile("^Line "), dialog)
        assert not can_apply(window, dialog)
        window.key(*["BackSpace"] * 3)
        window.see("label", "Nothing is changed", dialog)
        insert_text(view, read(view).index("Kreis") + len("Kreis"), " rund")
        window.see("label", "In order", dialog)
        window.press("Apply", dialog)
        stored(project, HEADING, "Kreis rund")
        window.close()


@tap.test
def discarded():
    "what was typed is not thrown away unseen, and nothing of it is stored"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        open_markup(window, HEADING)
        window.type("half a tho")
        window.press("Cancel")
        window.press("Go On Writing")
        window.press("Cancel")
        window.press("Discard")
        window.gone(("frame", "dialog"), "Markup")
        stored(project, HEADING, None)
        window.close()


main()
