# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing in the workbench: every edit is stored at once, can be taken back, and outlives the program."""
import signal

import tap
from window import Shelf, Window, main, stored

HEADING, CAPTION, STEPS = "The Great Circle", "The water cycle. Follow", "Four steps"


@tap.test
def at_once():
    "what is written and confirmed is in the project file at once, with state and decision"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.see_state(HEADING, "Not translated")
        window.write(HEADING, "Adda'ira alkubra")
        stored(project, HEADING, target="Adda'ira alkubra", state="translated", decision="translated")
        window.see_state("Adda'ira alkubra", "Translated")
        window.write(CAPTION, "دورة الماء في الطبيعة")
        stored(project, CAPTION, target="دورة الماء في الطبيعة")
        window.close()
        stored(project, HEADING, target="Adda'ira alkubra", state="translated", decision="translated")


@tap.test
def moving_on():
    "going to another passage keeps what was written, and so does leaving by Escape"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.open_row(HEADING)
        window.type("first")
        window.open_row(STEPS)
        stored(project, HEADING, target="first")
        window.type("second")
        window.leave_editor()
        stored(project, STEPS, target="second")
        window.see("label", "second", window.row(STEPS))
        window.close()


@tap.test
def menu():
    "the menu of a passage sets its state and the decision on it"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.choose_in_row(STEPS, "Leave Out")
        stored(project, STEPS, decision="omitted")
        window.write(HEADING, "one")
        window.choose_in_row(HEADING, "State", "Reviewed")
        stored(project, HEADING, state="reviewed")
        window.close()


@tap.test
def undo():
    "undo and redo by keyboard, also after a restart"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.write(HEADING, "one")
        window.write(STEPS, "two")
        window.leave_editor()
        window.key("ctrl+z")
        stored(project, STEPS, target=None, state="initial")
        window.see("label", "Translate…", window.row(STEPS))
        window.key("ctrl+shift+z")
        stored(project, STEPS, target="two")
        window.see("label", "two", window.row(STEPS))
        window.close()
        window = Window(shelf, project)
        window.see("label", "two", window.row(STEPS))
        window.key("ctrl+z", "ctrl+z")
        stored(project, STEPS, target=None)
        stored(project, HEADING, target=None)
        window.see("label", "Translate…", window.row(HEADING))
        window.press("Redo")
        stored(project, HEADING, target="one")
        window.close()


@tap.test
def killed():
    "killed in the middle of writing, nothing that was confirmed is lost"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.write(HEADING, "one")
        window.write(STEPS, "two")
        window.open_row(CAPTION)
        window.type("not confirmed")
        window.end(how=signal.SIGKILL)
        window = Window(shelf, project)
        window.see("label", "one", window.row(HEADING))
        window.see("label", "two", window.row(STEPS))
        window.write(CAPTION, "three")
        window.close()
        stored(project, CAPTION, target="three")


main()
