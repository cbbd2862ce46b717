# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the translation find: the list of the whole book, and the quiet row on Publish's page."""
import json
import os
import re

import tap
from waiting import until
from window import FIXTURES, Shelf, Window, cli, find, main, stored

ROAD = os.path.join(FIXTURES, "road.html")
HIGHWAY, SEAT, ANSWER = "On the highway", "The driver has", "At 75 mph"


def shot(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def translate(project, **texts):
    """Sets targets by the beginnings of their sources."""
    sources = {"highway": HIGHWAY, "seat": SEAT, "answer": ANSWER}
    lines = [json.dumps({"unit": find(project, sources[key])["id"], "target": text}) for key, text in texts.items()]
    cli("set", project, "--batch", given="\n".join(lines) + "\n")


def road(shelf):
    """A project in Polish with a few slips in it."""
    project = shelf.new_project(ROAD, "pl")
    translate(project, highway="Na autostradzie  samochód jedzie  57 mil na godzinę.", seat="Kierowca siada , i jedzie (powoli.")
    return project


def check_text(window):
    window.press("Main Menu")
    window.press(window.see("menu item", "Translation Tools"))
    window.choose(re.compile("^Check the Text"))
    return window.see("frame", "Check the Text")


@tap.test
def mend():
    "a row mends its place, all that is shown is mended after a look, and Undo takes it back"
    with Shelf() as shelf:
        project = road(shelf)
        window = Window(shelf, project)
        window.row(HIGHWAY)
        frame = check_text(window)
        window.see("label", re.compile("several spaces"), frame)
        shot(shelf, "quality-list")
        window.press(window.see("push button", re.compile("^Fix: A space stands before"), frame))
        stored(project, SEAT, target="Kierowca siada, i jedzie (powoli.")
        assert until(lambda: not window.all("label", re.compile("A space stands before"), frame))
        window.press(window.see("push button", re.compile("^Fix 2…$"), frame))
        window.see("label", re.compile("Fix 2 Places"))
        shot(shelf, "quality-preview")
        window.press(window.see("push button", "Fix All"))
        stored(project, HIGHWAY, target="Na autostradzie samochód jedzie 57 mil na godzinę.")
        # Without a window manager nobody gives the keyboard back from a dialog of a dialog.
        window.press(window.see("push button", "Close", frame))
        assert until(lambda: not window.all("frame", "Check the Text"))
        window.press("Undo")
        stored(project, HIGHWAY, target="Na autostradzie  samochód jedzie  57 mil na godzinę.")
        window.close_by_button()


@tap.test
def ignore():
    "what is right is ignored with a reason, can be shown, and be heeded again"
    with Shelf() as shelf:
        project = shelf.new_project(ROAD, "pl")
        translate(project, seat="Kierowca ma 10 poduszek i 40 zegarów (czynnych.")
        window = Window(shelf, project)
        window.row(HIGHWAY)
        frame = check_text(window)
        window.press(window.see("push button", re.compile("^Ignore…: The bracket"), frame))
        entry = window.see(("entry", "text"), "Another reason")
        window.click(entry)
        window.type("a smiley")
        shot(shelf, "quality-ignore")
        window.press(window.see("push button", "Ignore"))
        assert until(lambda: not window.all("label", re.compile("The bracket"), frame))
        window.press(window.see(("toggle button", "push button"), "Ignored", frame))
        window.see("label", re.compile("ignored: a smiley"), frame)
        window.press(window.see("push button", re.compile("^Heed Again: The bracket"), frame))
        assert until(lambda: not window.all("label", re.compile("The bracket"), frame))
        window.press(window.see(("toggle button", "push button"), "Ignored", frame))
        window.see("label", re.compile("The bracket"), frame)
        window.press(window.see("push button", "Close", frame))
        assert until(lambda: not window.all("frame", "Check the Text"))
        window.close_by_button()


@tap.test
def card():
    "the panel shows what is found in the passage, and mends it"
    with Shelf() as shelf:
        project = road(shelf)
        window = Window(shelf, project)
        window.click(window.see("label", re.compile("^Kierowca siada"), window.row(SEAT)))
        panel = window.see("panel", "About this passage")
        window.see("label", "A space stands before “,”.", panel)
        shot(shelf, "quality-card")
        window.press(window.see("push button", "Fix", panel))
        stored(project, SEAT, target="Kierowca siada, i jedzie (powoli.")
        window.press(window.all("push button", "Show All…", panel)[0])
        window.see("label", re.compile("The bracket"), window.see("frame", "Check the Text"))
        window.key("Escape")
        assert until(lambda: not window.all("frame", "Check the Text"))
        window.close()


@tap.test
def publish():
    "on Publish's page all of it is one row, which leads to the list"
    with Shelf() as shelf:
        project = road(shelf)
        window = Window(shelf, project)
        window.row(HIGHWAY)
        window.page("Publish")
        row = window.see("label", re.compile("small things in the text"))
        shot(shelf, "quality-publish")
        assert len(window.all("label", re.compile("several spaces"))) == 0
        window.click(row)
        frame = window.see("frame", "Check the Text")
        window.see("label", re.compile("several spaces"), frame)
        window.key("Escape")
        assert until(lambda: not window.all("frame", "Check the Text"))
        window.close()


main()
