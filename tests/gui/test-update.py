# SPDX-License-Identifier: GPL-3.0-or-later
"""A new edition of the source, in the window: what would happen is shown first, what changed is marked and worked through, and it can be taken back."""
import os
import re

import tap
from accessible import has
from waiting import until
from window import Shelf, Window, cli, find, main, units

HEADING = "The pond"
_PAGE = """<html lang="en"><title>The pond</title><body><h1>The pond</h1>%s
<p>This page is under <a rel="license" href="https://creativecommons.org/licenses/%s/4.0/">CC %s 4.0</a>.</p></body></html>"""
FIRST = _PAGE % ("""<p>In winter the pond is covered with ice.</p><p>The ice is 12 cm thick in January.</p>
<p>Frogs sleep in the mud until the first warm days of spring.</p><p>Ducks leave for the south in October.</p>
<p>Water lilies have their roots in the mud.</p>""", "by", "BY")
SECOND = _PAGE % ("""<p>Somebody may have dug the pond, or a river has left it behind.</p><p>In winter the pond is covered with ice.</p>
<p>The ice is 9 cm thick in January, less than before.</p><p>Frogs sleep in the mud until the first warm days of March.</p>
<p>Water lilies have their roots in the mud.</p>""", "by-sa", "BY-SA")
DONE = {"In winter": "Zimą staw jest pokryty lodem.", "The ice": "W styczniu lód ma 12 cm grubości.",
        "Frogs": "Żaby śpią w mule do pierwszych ciepłych dni wiosny.", "Ducks": "Kaczki odlatują na południe w październiku."}


def shot(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def write(shelf, name, text):
    path = os.path.join(shelf.folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def new_project(shelf):
    """The first edition, of which four passages are translated and reviewed."""
    project = shelf.new_project(write(shelf, "pond.html", FIRST), "pl-PL")
    for source, target in DONE.items():
        cli("set", project, find(project, source)["id"], "--target", target, "--state", "reviewed")
    return project


def ask(window, path):
    """The menu, and the file of the new edition."""
    window.key("F10")
    window.choose("Translation Tools", "Update the Source…")
    window.press(window.see("push button", "Choose a File…"))
    window.pick_file(path)


def update(window, path):
    ask(window, path)
    window.see("label", "3 passages changed")
    window.press(window.see("push button", "Update"))
    window.see("label", "The Source Is Updated")


def looked_at(project, source, target):
    """Waits until the project no longer says that it changed; the translation is that."""
    assert until(lambda: "former_source" not in find(project, source) and find(project, source)["target"] == target), find(project, source)


def open_done(window, source):
    """Opens a passage that is translated; its editor."""
    window.click(window.see("label", DONE[source], window.row(source)))
    editor = window.see("text", "Your text", window.row(source))
    assert until(lambda: has(editor, "focused")), window.tree()
    return editor


def copies(project):
    return [n for n in os.listdir(os.path.dirname(project)) if ".before-update" in n]


@tap.test
def preview():
    "before anything is written it is told what would happen; Cancel leaves all as it is"
    with Shelf() as shelf:
        project = new_project(shelf)
        before = units(project)
        window = Window(shelf, project)
        window.ready(HEADING)
        ask(window, write(shelf, "pond-2.html", SECOND))
        window.see("label", "3 passages are unchanged")
        window.see("label", re.compile("^2 of them you worked on: your text stays"))
        window.see("label", "1 passage is new")
        window.see("label", "1 passage is gone")
        window.see("label", re.compile("^1 of them you worked on: it is left out"))
        window.see("label", "The licence was CC BY 4.0 and is now CC BY-SA 4.0")
        shot(shelf, "update-preview")
        window.key("Escape")
        window.gone("label", "1 passage is new")
        assert units(project) == before
        assert copies(project) == []
        window.close_by_button()


@tap.test
def worked_through():
    "what changed is marked, with old and new words side by side; it is still right, or it is written anew"
    with Shelf() as shelf:
        project = new_project(shelf)
        window = Window(shelf, project)
        window.ready(HEADING)
        update(window, write(shelf, "pond-2.html", SECOND))
        shot(shelf, "update-done")
        assert len(copies(project)) == 1, copies(project)
        gone = find(project, "Ducks")
        assert (gone["decision"], gone["target"]) == ("omitted", DONE["Ducks"]), gone
        window.press(window.see("push button", "Look at 2 Changed Passages"))
        frame = window.see("frame", "Changed Originals")
        window.see("label", "2 changed passages", frame)
        window.see("label", "The ice is 12 cm thick in January.", frame)
        window.see("label", "The ice is 9 cm thick in January, less than before.", frame)
        window.see("label", DONE["The ice"], frame)
        shot(shelf, "changed-originals")
        window.press(window.see("push button", re.compile("^Still Right: The ice"), frame))
        window.see("label", "1 changed passage", frame)
        looked_at(project, "The ice", DONE["The ice"])
        window.key("Escape")
        window.gone("frame", "Changed Originals")
        window.see("label", re.compile("^The original changed"))
        editor = open_done(window, "Frogs")
        window.key("ctrl+a", "Delete")
        window.put(editor, "Żaby śpią do marca.")
        window.reads(editor, "Żaby śpią do marca.")
        window.key("ctrl+Return")
        looked_at(project, "Frogs", "Żaby śpią do marca.")
        window.gone("label", re.compile("^The original changed"))
        window.close_by_button()


@tap.test
def panel():
    "the panel shows what the passage in hand said and says, and goes from one to the next"
    with Shelf() as shelf:
        project = new_project(shelf)
        window = Window(shelf, project)
        window.ready(HEADING)
        update(window, write(shelf, "pond-2.html", SECOND))
        window.key("Escape")
        window.gone("label", "The Source Is Updated")
        open_done(window, "The ice")
        window.see("label", "1 of 2")
        window.see("label", "The ice is 12 cm thick in January.")
        shot(shelf, "changed-panel")
        window.press("Next changed passage")
        window.see("label", "2 of 2")
        window.see("label", "Frogs sleep in the mud until the first warm days of spring.")
        window.press("Previous changed passage")
        window.see("label", "1 of 2")
        window.press("Still Right")
        looked_at(project, "The ice", DONE["The ice"])
        window.see("label", "1 of 1")
        window.press("Still Right")
        looked_at(project, "Frogs", DONE["Frogs"])
        window.gone("label", "1 of 1")
        window.close_by_button()


@tap.test
def taken_back():
    "the update is taken back as a whole: the book, its history and its source are as they were"
    with Shelf() as shelf:
        project = new_project(shelf)
        before = units(project)
        history = cli("history", project)
        window = Window(shelf, project)
        window.ready(HEADING)
        update(window, write(shelf, "pond-2.html", SECOND))
        assert units(project) != before
        window.press(window.see("push button", "Take the Update Back"))
        window.see("label", "The ice is 12 cm thick in January.")
        # The file is another one for a moment: who opens it just then may find none.
        assert until(lambda: units(project) == before, ignoring=AssertionError)
        assert cli("history", project) == history
        assert until(lambda: copies(project) == []), copies(project)
        window.close_by_button()


@tap.test
def wrong_file():
    "a file in another language is refused in words, and another can be chosen"
    with Shelf() as shelf:
        project = new_project(shelf)
        before = units(project)
        window = Window(shelf, project)
        window.ready(HEADING)
        ask(window, write(shelf, "staw.html", "<html lang='pl'><body><p>Staw zimą.</p></body></html>"))
        window.see("label", "That Is Not a New Edition of It")
        window.see("label", re.compile("is in another language"))
        assert has(window.see("push button", "Choose a File…"), "sensitive")
        window.key("Escape")
        window.gone("label", "That Is Not a New Edition of It")
        assert units(project) == before
        window.close_by_button()


main()
