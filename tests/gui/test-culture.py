# SPDX-License-Identifier: GPL-3.0-or-later
"""What is bound to a culture or place: in the panel, in the pages, in the list of the whole book."""
import json
import os
import re

import tap
from accessible import name
from waiting import until
from window import FIXTURES, Shelf, Window, cli, find, main, stored

ROAD = os.path.join(FIXTURES, "road.html")
HIGHWAY, SEAT, HOLIDAY, ANSWER = "On the highway", "The driver has", "On the Fourth", "At 75 mph"


def panel(window):
    return window.see("panel", "About this passage")


def shot(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def findings(project, *options):
    return [json.loads(line) for line in cli("lenses", project, *options).splitlines()]


@tap.test
def apply():
    "what a lens proposes is put into the translation by one button, is taken back by Undo, and Keep is recorded"
    with Shelf() as shelf:
        project = shelf.new_project(ROAD, "en-KE")
        window = Window(shelf, project)
        window.open_row(HIGHWAY)
        window.see("label", "Culture and Place", panel(window))
        window.see("label", re.compile("^12[01].km/h$"), panel(window))
        window.press(window.all("push button", "Apply", panel(window))[0])
        assert until(lambda: re.search("at 12[01].km/h", find(project, HIGHWAY)["target"] or "")), find(project, HIGHWAY)
        stored(project, HIGHWAY, decision="adapted")
        window.see("label", re.compile("75 mph.* is now .*12[01].km/h"))
        window.see("label", re.compile("75 mph → 12[01].km/h"), panel(window))
        window.press(window.all("push button", "Keep", panel(window))[0])
        assert until(lambda: [f["choice"] for f in findings(project) if f["text"] == "3,000 lb"] == ["keep"])
        window.key("ctrl+z")
        window.key("ctrl+z")
        assert until(lambda: find(project, HIGHWAY)["target"] is None), find(project, HIGHWAY)
        window.close()


@tap.test
def everywhere():
    "the same thing in the whole book is decided about at once, from its list"
    with Shelf() as shelf:
        project = shelf.new_project(ROAD, "en-KE")
        window = Window(shelf, project)
        window.open_row(HIGHWAY)
        window.press(window.see("push button", re.compile("^In 3 places")))
        boxes = until(lambda: [b for b in window.all("check box") if "75 mph" in name(b)] or None)
        assert len(boxes) == 3, boxes
        window.press(window.see("check box", "Select all that are shown"))
        window.see("label", "3 selected")
        window.press(window.all("push button", "Apply")[-1])
        for source in HIGHWAY, HOLIDAY, ANSWER:
            assert until(lambda: re.search("12[01].km/h", find(project, source)["target"] or "")), find(project, source)
        window.key("Escape")
        assert until(lambda: not window.all("page tab", "Level"))
        window.close()


@tap.test
def translated():
    "in another language a decision waits for the translation, and is reminded of when it does not say so"
    with Shelf() as shelf:
        project = shelf.new_project(ROAD, "ar-EG")
        window = Window(shelf, project)
        window.open_row(HIGHWAY)
        window.press(window.all("push button", "Apply", panel(window))[0])
        assert until(lambda: any(f["choice"] == "convert" for f in findings(project)))
        assert find(project, HIGHWAY)["target"] is None
        window.click(window.see("text", "Your text", window.row(HIGHWAY)))
        window.type("car")
        window.leave_editor()
        window.see("label", "The adaptation does not say so yet.", panel(window))
        window.close()


@tap.test
def book():
    "the list of the whole book goes to a place; what is agreed on, and how hard the text is, stand beside it"
    with Shelf() as shelf:
        project = shelf.new_project(ROAD, "en-KE")
        window = Window(shelf, project)
        window.see("label", HIGHWAY + ", a car at 75 mph weighs 3,000 lb and needs 8 seconds to stop.")
        window.press("Main Menu")
        window.choose("Culture and Place…")
        window.see("check box", re.compile("^3,000 lb → "))
        shot(shelf, "culture-list")
        window.press(window.see("page tab", "Through the Book"))
        original = window.see("text", re.compile("^In the source"))
        window.put(original, "75 mph")
        window.put(window.see("text", re.compile("^In the adaptation")), "120 km/h")
        window.press("Add")
        assert until(lambda: "120 km/h" in cli("agree", project))
        shot(shelf, "culture-agreements")
        window.press(window.see("page tab", "Level"))
        window.see("label", "The whole book")
        window.see("label", re.compile("Flesch–Kincaid"))
        shot(shelf, "culture-level")
        window.key("Escape")
        assert until(lambda: not window.all("page tab", "Level"))
        window.close()


main()
