# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel for the passage in hand: state, decision, reason, note, history, what was lost."""
import re

import tap
from waiting import until
from window import Shelf, Window, main, units

HEADING, STEPS, NOTE = "The Great Circle", "Four steps", "Every drop of water"


def find(project, source):
    return next(u for u in units(project).values() if (u["source"] or "").startswith(source))


def stored(project, source, **expected):
    if not until(lambda: expected.items() <= find(project, source).items()):
        raise AssertionError(f"{source}: {find(project, source)}, not {expected}")


def panel(window):
    return window.see("panel", "About this passage")


def choose(window, decision):
    """Picks from the drop-down by its words."""
    window.press(window.see("push button", re.compile("^Decision: "), panel(window)))
    combo = window.see("combo box", "Decision")
    window.click(window.see("label", decision, window.see("list", None, combo)))
    # While it closes, the list still takes a click, wherever that is.
    assert until(lambda: not window.all("list", None, combo)), f"the list stays open:\n{window.tree(combo)}"
    window.has_keyboard(combo)


@tap.test
def narrow():
    "a book that is opened in a narrow window shows its pages: the sheet below them is folded, and unfolds"
    with Shelf() as shelf:
        shelf.new_project()
        window = Window(shelf)
        window.see("push button", re.compile("^Continue"))
        window.resize(window.see("frame"), 700, 760)
        window.press(re.compile("^Continue"))
        window.see("label", STEPS)
        window.see("label", "Nothing to decide here")
        window.ready(HEADING)
        assert not window.all("label", "About this passage"), "the sheet is open"
        window.key("shift+F9")
        window.see("label", "About this passage")
        window.close()


@tap.test
def nothing():
    "with no passage in hand there is nothing to decide"
    with Shelf() as shelf:
        window = Window(shelf, shelf.new_project())
        window.see("label", "Nothing to decide here")
        window.close()


@tap.test
def state():
    "the state is set by the panel, while one writes; what is typed is not lost"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.open_row(HEADING)
        window.type("typed")
        window.press(window.see(("toggle button", "push button"), "Reviewed", panel(window)))
        stored(project, HEADING, state="reviewed", target="typed")
        window.close()


@tap.test
def decision_and_reason():
    "a decision and its reason are stored, each as one step"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.open_row(STEPS)
        choose(window, "Adapted")
        stored(project, STEPS, decision="adapted")
        reason = window.see("text", "Reason", panel(window))
        window.fill(reason, "culture")
        window.key("Return")
        stored(project, STEPS, reason="culture")
        window.see("label", "Adapted · culture")
        window.leave_editor()
        window.key("ctrl+z")
        stored(project, STEPS, decision="adapted", reason=None)
        window.close()


@tap.test
def note():
    "a note is stored by itself, and stays with its passage"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.open_row(HEADING)
        window.press(window.see("list item", "Notes", panel(window)))
        view = window.see("text", "Note", panel(window))
        window.click(view)
        window.type("ask Ann")
        window.open_row(STEPS)
        stored(project, HEADING, note="ask Ann")
        stored(project, STEPS, note=None)
        window.close()


@tap.test
def history():
    "an older text is found in the history and taken again"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.write(HEADING, "first")
        window.open_row(STEPS)
        window.leave_editor()
        window.click(window.see("label", "first", window.row(HEADING)))
        window.press(window.see(("toggle button", "push button"), "Final", panel(window)))
        stored(project, HEADING, state="final")
        window.key("ctrl+a")
        window.type("second")
        window.leave_editor()
        stored(project, HEADING, target="second")
        window.press(window.see("list item", "History", panel(window)))
        steps = until(lambda: window.all("list item", "Edited a passage", panel(window)))
        window.press(steps[-1])
        window.press("Go Back to This")
        stored(project, HEADING, target="first")
        window.close()


@tap.test
def lost():
    "a note that was lost is shown, and put back by one button"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.open_row(NOTE)
        window.type("Without its note.")
        window.leave_editor()
        window.see("label", re.compile("was not carried over"), panel(window))
        window.press("Put Back", panel(window))
        assert until(lambda: "noteref" in (find(project, NOTE)["target"] or ""))
        window.close()


main()
