# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control has a name that a screen reader can say, on every page, in every dialog."""
import re

import tap
from accessible import has, name, role, walk, walk_seen
from person import steady
from waiting import until
from window import Shelf, Window, main

HEADING = "The Great Circle"


def offenders(window):
    """Controls, rows of lists and pictures that say nothing."""
    def silent_rows():
        rows = [n for n in walk_seen(window.app) if role(n) == "list item" and not any(name(part) for part in walk(n))]
        return [f"list item in {name(n.get_parent())!r}" for n in rows]

    return list(window.unnamed()) + steady(silent_rows)


def check(window, where):
    found = offenders(window)
    for line in found:
        tap.comment(f"{where}: {line}")
    return found


@tap.test
def names():
    "no control is without a name: shelf, workbench, a row, search, shortcuts, rights, publish"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf)
        window.see("push button", re.compile("Water on the Move"))
        found = check(window, "shelf")
        window.close()
        window = Window(shelf, project)
        window.ready(HEADING)
        found += check(window, "workbench")
        window.open_row(HEADING)
        found += check(window, "row in hand")
        window.leave_editor()
        window.key("ctrl+h")
        window.see("entry", "Find in the book")
        found += check(window, "search")
        window.key("Escape")
        window.gone("entry", "Find in the book")
        window.leave_editor()
        window.key("ctrl+l")
        window.see("entry", re.compile("^Where to go"))
        found += check(window, "go to")
        window.key("Escape")
        window.gone("entry", re.compile("^Where to go"))
        window.key("ctrl+question")
        window.see("label", "Main menu")
        # GTK names the search button of its own window only by a tooltip.
        check(window, "shortcuts")
        window.key("Escape")
        window.gone("label", "Main menu")
        for page in ("Rights", "Publish"):
            window.page(page)
            assert until(lambda: has(window.see("page tab", page), "visible"))
            found += check(window, page)
        window.close()
        assert not found, found


main()
