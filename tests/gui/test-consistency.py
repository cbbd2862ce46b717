# SPDX-License-Identifier: GPL-3.0-or-later
"""The same through the book: what was decided otherwise elsewhere, all of one thing at once, reasons, notes, the filter, and what was agreed on."""
import json
import os
import re
import sqlite3

import tap
from accessible import name
from waiting import until
from window import FIXTURES, Shelf, Window, cli, find, main, stored

PROBLEMS, ROAD = (os.path.join(FIXTURES, name) for name in ("problems.html", "road.html"))
EXERCISE, SOLUTION, TRAIN = "Ogden drives", "At 75 mph he", "A train at"
HIGHWAY, SEAT, ROAD_ANSWER = "On the highway", "The driver has", "At 75 mph"
MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")


def panel(window):
    return window.see("panel", "About this passage")


def shot(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def findings(project, *options):
    return [json.loads(line) for line in cli("lenses", project, *options).splitlines()]


def answer(project, source, text, choice, words):
    cli("answer", "--quiet", project, find(project, source)["id"], "--text", text, "--choice", choice, "--words", words)


def choice_of(project, source, text):
    unit = find(project, source)["id"]
    return [(f["choice"], f["reason"]) for f in findings(project) if f["unit"] == unit and f["text"] == text]


def open_list(window):
    window.key("F10")
    window.choose("Culture and Place…")
    window.see("page tab", "Through the Book")


def close_list(window):
    window.key("Escape")
    window.gone("page tab", "Through the Book")


def open_done(window, source, words):
    """A passage that has a text already."""
    window.click(window.see("label", words, window.row(source)))
    window.see("text", "Your text", window.row(source))


def says(pattern):
    """A label, whatever marks of direction stand in it."""
    return re.compile("^[\u200e\u200f\u2066-\u2069]*" + pattern.replace("=", "[\u200e\u200f\u2066-\u2069]*"))


@tap.test
def otherwise():
    "a solution that says something else than its exercise is told of in the panel and in the list, leads there, and takes it over by one press"
    with Shelf() as shelf:
        project = shelf.new_project(PROBLEMS, "en-KE")
        answer(project, EXERCISE, "75 mph", "convert", "120 km/h")
        answer(project, SOLUTION, "75 mph", "rechoose", "121 km/h")
        window = Window(shelf, project)
        open_done(window, SOLUTION, "At 121 km/h he needs two hours for 150 miles.")
        told = says(r"Otherwise elsewhere: =120 km/h= \(=exercise=\)")
        window.see("label", told, panel(window))
        shot(shelf, "otherwise")
        window.press(window.see("push button", "Go There", panel(window)))
        window.see("label", says(r"Otherwise elsewhere: =121 km/h= \(=answer=\)"), panel(window))
        open_list(window)
        window.see("label", told)
        shot(shelf, "otherwise-list")
        close_list(window)
        open_done(window, SOLUTION, "At 121 km/h he needs two hours for 150 miles.")
        window.press(window.see("push button", says("Use “=120 km/h=”"), panel(window)))
        stored(project, SOLUTION, target="At 120 km/h he needs two hours for 150 miles.")
        window.gone("label", told)
        window.close()


@tap.test
def half_done():
    "what waits in a problem that was changed says so, and takes over what stands in the exercise; another problem is left in peace"
    with Shelf() as shelf:
        project = shelf.new_project(PROBLEMS, "en-KE")
        answer(project, EXERCISE, "75 mph", "rechoose", "110 km/h")
        window = Window(shelf, project)
        window.open_row(SOLUTION)
        window.see("label", says(r"Was changed elsewhere: =110 km/h= \(=exercise=\)"), panel(window))
        shot(shelf, "half-done")
        window.press(window.see("push button", says("Use “=110 km/h=”"), panel(window)))
        stored(project, SOLUTION, target="At 110 km/h he needs two hours for 150 miles.")
        window.open_row(TRAIN)
        window.see("label", "75 mph", panel(window))
        window.see("push button", re.compile("^In 4 places"), panel(window))
        assert not window.all("label", re.compile("Was changed elsewhere"), panel(window))
        window.close()


def _ways(window, text):
    for label in window.all("label", text, panel(window)):
        card = label.get_parent().get_parent()
        if window.all(("push button", "toggle button"), "Other ways", card):
            window.press(window.see(("push button", "toggle button"), "Other ways", card))
            return window.see("text", "Why (for the record)")
    raise AssertionError(f"no card of {text!r}:\n{window.tree(panel(window))}")


@tap.test
def reasons():
    "a finding is dismissed and one is kept for a reason, and one becomes a note: each is recorded, and shown as decided"
    with Shelf() as shelf:
        project = shelf.new_project(ROAD, "en-KE")
        window = Window(shelf, project)
        window.open_row(HIGHWAY)
        window.see("label", "3,000 lb", panel(window))
        why = _ways(window, "3,000 lb")
        shot(shelf, "ways")
        window.put(why, "It is a car’s type.")
        window.press("Dismiss, for this reason")
        window.see("label", "3,000 lb: dismissed", panel(window))
        assert until(lambda: choice_of(project, HIGHWAY, "3,000 lb") == [("dismiss", "It is a car’s type.")]), choice_of(project, HIGHWAY, "3,000 lb")
        why = _ways(window, "75 mph")
        window.put(why, "The limit there.")
        window.press("Keep, for this reason")
        window.see("label", "75 mph: kept", panel(window))
        assert until(lambda: choice_of(project, HIGHWAY, "75 mph") == [("keep", "The limit there.")])
        window.open_row(SEAT)
        window.see("label", "$40", panel(window))
        why = _ways(window, "$40")
        window.put(why, "Ask for the price of petrol.")
        window.press("Leave a note for later")
        window.see("label", "$40: noted", panel(window))
        stored(project, SEAT, note="$40: Ask for the price of petrol.")
        shot(shelf, "reasons")
        window.press(window.see("push button", "Decide anew", panel(window)))
        assert until(lambda: [c for c, _ in choice_of(project, SEAT, "$40")] == [None])
        window.close()


@tap.test
def like_this():
    "all like this: what each place would become is read before, what is not wanted is left out, and Undo takes all back"
    with Shelf() as shelf:
        project = shelf.new_project(ROAD, "en-KE")
        window = Window(shelf, project)
        window.open_row(HIGHWAY)
        window.press(window.see("push button", re.compile("^In 3 places")))
        boxes = until(lambda: [b for b in window.all("check box") if "75 mph" in (name(b) or "")] or None)
        assert [bool(re.search("75 mph.* → .*12[01].km/h", MARKS.sub("", name(b)))) for b in boxes] == [True] * 3, [name(b) for b in boxes]
        window.press(boxes[0])
        window.press(boxes[2])
        window.see("label", "2 selected")
        shot(shelf, "like-this")
        window.press(window.all("push button", "Apply")[-1])
        window.see("label", re.compile("^Decided about 2 places"))
        for source in HIGHWAY, ROAD_ANSWER:
            assert until(lambda source=source: re.search("12[01].km/h", find(project, source)["target"] or "")), find(project, source)
        assert find(project, "On the Fourth")["target"] is None
        # The one that was left says what became of the others.
        window.see("label", re.compile("^Was changed elsewhere"))
        window.press(window.see("push button", "Undo"))
        assert until(lambda: find(project, HIGHWAY)["target"] is None and find(project, ROAD_ANSWER)["target"] is None)
        window.press(window.see("push button", "Show all again"))
        window.see("combo box", "Which kind")
        close_list(window)
        window.close()


@tap.test
def filtered():
    "the list shows one kind, what is decided, too, and nothing where nothing waits"
    with Shelf() as shelf:
        project = shelf.new_project(ROAD, "en-KE")
        answer(project, SEAT, "10-lb", "convert", "5-kg")
        window = Window(shelf, project)
        window.ready(HIGHWAY)
        open_list(window)
        window.see("check box", says("3,000 lb= → "))
        window.click(window.see("combo box", "Which kind"))
        window.click(window.see("label", "Money"))
        window.gone("check box", says("3,000 lb= → "))
        window.see("check box", re.compile("40"))
        window.click(window.see("combo box", "Which kind"))
        window.click(window.see("label", "Measures"))
        window.see("check box", says("3,000 lb= → "))
        assert not window.all("check box", says("10-lb= → "))
        window.press(window.see(("toggle button", "push button"), "Open Only"))
        window.see("check box", says("10-lb= → =5-kg"))
        close_list(window)
        window.close()


@tap.test
def agreed():
    "what was agreed on is changed and taken out in its table, and a name that was given otherwise is told of"
    with Shelf() as shelf:
        project = shelf.new_project(PROBLEMS, "en-KE")
        answer(project, EXERCISE, "Ogden", "swap", "Otieno")
        answer(project, TRAIN, "Ogden", "rechoose", "Wanjiru")
        window = Window(shelf, project)
        open_done(window, TRAIN, "A train at 75 mph overtakes Wanjiru. By how much is it faster?")
        window.see("label", says("Agreed on for the whole book: =Otieno"), panel(window))
        shot(shelf, "agreed")
        open_list(window)
        window.see("label", says("Agreed on for the whole book: =Otieno"))
        window.gone("label", says("Otherwise elsewhere"))
        window.press(window.see("page tab", "Through the Book"))
        window.click(window.see("label", says("Name: =Ogden")))
        window.key("ctrl+a")
        window.type("Wanjiru")
        shot(shelf, "agreements")
        window.key("Return")
        assert until(lambda: "Wanjiru" in cli("agree", project)), cli("agree", project)
        window.press(window.see("push button", "Take out"))
        assert until(lambda: cli("agree", project).strip() == ""), cli("agree", project)
        close_list(window)
        window.close()


@tap.test
def again():
    "a list that cannot be made says so, and is made by one press when it can be"
    with Shelf() as shelf:
        project = shelf.new_project(ROAD, "en-KE")
        window = Window(shelf, project)
        window.ready(HIGHWAY)
        with sqlite3.connect(project) as lost:
            lost.execute("ALTER TABLE agreement RENAME TO agreement_away")
        lost.close()
        # What was found before is kept until something changes.
        window.write("Who drives", "Drivers must know it.")
        window.leave_editor()
        window.see("label", "Drivers must know it.", window.row("Who drives"))
        open_list(window)
        window.see("label", "The List Could Not Be Made")
        shot(shelf, "fault")
        with sqlite3.connect(project) as found:
            found.execute("ALTER TABLE agreement_away RENAME TO agreement")
        found.close()
        window.press("Try Again")
        window.see("check box", says("3,000 lb= → "))
        close_list(window)
        window.close()


main()
