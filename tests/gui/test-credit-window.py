# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person decides about a piece: which statement counts, a permission, an exception of the law, a letter to the owner."""
import json
import os
import re

import tap
from accessible import box, has, name, read
from waiting import until
from window import Shelf, Window, cli, main

# Nobody has said anything in the files themselves: a picture without metadata.
_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="#3584e4"/></svg>'
_PAGE = """<!DOCTYPE html><html lang="en"><head><title>A Trip</title><meta charset="utf-8"><meta name="author" content="Ada Quist">
<link rel="license" href="https://creativecommons.org/licenses/by/4.0/"></head><body><h1>A Trip</h1>
<p>We read a map.</p>
<figure><img src="map.svg" alt="A map"><figcaption>Figure 2 The map. © 2019 T. Brandt</figcaption></figure>
<p>This book is licensed under CC BY-NC-SA 4.0.</p></body></html>"""


def new_project(shelf):
    """A book whose link names one licence and whose words another, with a picture whose licence nobody knows."""
    folder = os.path.join(shelf.folder, "trip")
    os.makedirs(folder)
    for file_name, text in (("map.svg", _PICTURE), ("trip.html", _PAGE)):
        with open(os.path.join(folder, file_name), "w", encoding="utf-8") as file:
            file.write(text)
    return shelf.new_project(os.path.join(folder, "trip.html"))


def credit(project, which):
    """Of the text (0) or of the picture (1), as it is stored."""
    return json.loads(cli("credit", "list", "--json", project))[which]


def problems(project):
    """Ids of what must be solved or looked at in the edition."""
    return {problem["id"] for problem in json.loads(cli("rights", "--json", project))["problems"]}


def open_credit(window, row, button):
    """Opens the credit of the row that begins so, by one of its buttons; the frame."""
    window.press(window.see("push button", button, window.see("list item", re.compile("^" + row))))
    frame = window.see("frame", "Credit")
    window.has_keyboard(frame)
    return frame


def tick(window, frame, title):
    """Turns the wheel until the check box is in sight, and presses it."""
    button = window.see("check box", title, frame)
    x, y, _, height = window.rectangle(frame)

    def is_shown():
        return box(frame).y + 60 < box(button).y < box(frame).y + height - 40

    for _ in range(30):
        if is_shown():
            break
        before = box(button).y
        # In the margin: what is in the middle may take the wheel for itself.
        window.scroll(x + 10, y + height // 2, 1)
        until(lambda: box(button).y != before, seconds=0.5)
    window.click(button)
    assert until(lambda: has(button, "checked")), window.tree(frame)


def save(window):
    window.press("Save")
    window.gone("frame", "Credit")


@tap.test
def statements():
    "of two statements that differ the person says which counts; what was not touched is not decided"
    with Shelf() as shelf:
        project = new_project(shelf)
        window = Window(shelf, project)
        window.page("Rights")
        frame = open_credit(window, "Text of", "Which Counts?…")
        found = window.see("list", "The source says different things. Which of them counts?", frame)
        window.see("label", re.compile("This book is licensed under CC BY-NC-SA 4.0"), found)
        window.see("label", re.compile("^A link to the licence · .*trip.html"), found)
        assert not any(has(button, "checked") for button in window.all("radio button", None, found)), "nobody has chosen yet"
        assert not window.unnamed(), window.unnamed()
        save(window)
        assert credit(project, 0)["doubtful"], "saving what was not touched decided"
        frame = open_credit(window, "Text of", "Which Counts?…")
        window.press(window.see("radio button", "CC BY 4.0", frame))
        window.see("label", "CC BY 4.0", window.see("combo box", "Licence", frame))
        save(window)
        window.gone("label", re.compile("the source says different things"))
        assert until(lambda: (credit(project, 0)["licence"], credit(project, 0)["doubtful"]) == ("CC-BY-4.0", False)), credit(project, 0)
        window.close()


@tap.test
def assumed():
    "choosing the licence that is assumed settles it, too, and undo takes it back"
    with Shelf() as shelf:
        project = new_project(shelf)
        window = Window(shelf, project)
        window.page("Rights")
        assert "statements-differ" in problems(project)
        frame = open_credit(window, "Text of", "Which Counts?…")
        window.press(window.see("radio button", "CC BY-NC-SA 4.0", frame))
        save(window)
        window.gone("label", re.compile("the source says different things"))
        assert until(lambda: not credit(project, 0)["doubtful"]) and credit(project, 0)["licence"] == "CC-BY-NC-SA-4.0"
        assert "statements-differ" not in problems(project)
        window.press("Undo")
        window.see("label", re.compile("the source says different things"))
        window.close()


@tap.test
def permission():
    "a permission is recorded with what it covers, and its scope decides what is still to be done"
    with Shelf() as shelf:
        project = new_project(shelf)
        window = Window(shelf, project)
        window.page("Rights")
        frame = open_credit(window, "Figure 2", "Record Its Licence…")
        window.choose_in_list(frame, "Licence", "By permission")
        save(window)
        assert until(lambda: "permission-scope" in problems(project)), problems(project)
        window.see("label", re.compile("write down what it covers"))
        frame = open_credit(window, "Figure 2", "Record Its Licence…")
        window.fill(window.see("text", "Who gave it", frame), "T. Brandt")
        window.fill(window.see("text", "When", frame), "1.3.2026")
        window.press("Save")
        window.see("label", re.compile("^Write a day as year, month and day"), frame)
        when = window.see("text", "When", frame)
        # It has the keyboard again.
        window.key("ctrl+a")
        window.type("2026-03-01")
        window.reads(when, "2026-03-01")
        window.gone("label", re.compile("^Write a day as year, month and day"))
        tick(window, frame, "To take it over")
        tick(window, frame, "To print it")
        save(window)
        assert until(lambda: not {"permission", "permission-scope"} & problems(project)), problems(project)
        window.gone("label", re.compile("write down what it covers"))
        frame = open_credit(window, "Figure 2", "Correct the credit")
        assert read(window.see("text", "When", frame)) == "2026-03-01"
        assert has(window.see("check box", "To print it", frame), "checked")
        assert not has(window.see("check box", "To translate it", frame), "checked")
        window.key("Escape")
        window.gone("frame", "Credit")
        window.close()


@tap.test
def exception():
    "an exception of the law is recorded with its kind, and says that others must judge anew"
    with Shelf() as shelf:
        project = new_project(shelf)
        window = Window(shelf, project)
        window.page("Rights")
        frame = open_credit(window, "Figure 2", "Record Its Licence…")
        window.choose_in_list(frame, "Licence", "Under an exception of the law")
        window.see("label", re.compile("must judge anew"), frame)
        window.choose_in_list(frame, "Which exception", "Quotation")
        window.fill(window.see("text", "Why it applies", frame), "The text speaks of it")
        assert not window.unnamed(), window.unnamed()
        save(window)
        assert until(lambda: credit(project, 1)["licence"] == "LicenseRef-Exception")
        frame = open_credit(window, "Figure 2", "Record Its Licence…")
        window.see("label", "Quotation", window.see("combo box", "Which exception", frame))
        assert read(window.see("text", "Why it applies", frame)) == "The text speaks of it"
        window.key("Escape")
        window.gone("frame", "Credit")
        window.close()


@tap.test
def letter():
    "a letter to the owner is drafted, follows what is asked for, and goes into a file"
    with Shelf() as shelf:
        project = new_project(shelf)
        window = Window(shelf, project)
        window.page("Rights")
        window.press(window.see("push button", "Ask…", window.see("list item", re.compile("^Figure 2"))))
        frame = window.see("frame", "Letter to the Owner")
        window.has_keyboard(frame)
        text = window.see("text", "The letter", frame)
        assert "Dear T. Brandt," in read(text), read(text)
        assert "We found it in the book “A Trip”." in read(text), read(text)
        assert "May we change it" not in read(text), read(text)
        assert not window.unnamed(), window.unnamed()
        window.press(window.see("check box", re.compile("C_?hange it"), frame))
        assert until(lambda: "May we change it" in read(text)), read(text)
        window.press(window.see("radio button", re.compile("May use it"), frame))
        assert until(lambda: "let your work be under it, too" in read(text)), read(text)
        # The first gap is selected: what is typed takes its place.
        gaps = name(window.see("push button", re.compile("Gaps?$"), frame))
        window.press(window.see("push button", re.compile("Gaps?$"), frame))
        assert until(lambda: has(text, "focused")), window.tree(frame)
        window.type("On page 12")
        assert until(lambda: "It comes from here: On page 12." in read(text)), read(text)
        assert until(lambda: name(window.see("push button", re.compile("Gaps?$"), frame)) != gaps)
        window.press(window.see("push button", re.compile("^_?Save As"), frame))
        path = os.path.join(shelf.folder, "letter.txt")
        window.save_as(path)
        assert until(lambda: os.path.exists(path) and "On page 12" in open(path, encoding="utf-8").read())
        window.key("Escape")
        window.gone("frame", "Letter to the Owner")
        window.close()


@tap.test
def letter_from_credit():
    "from the credit window the letter knows what was written there and not saved yet"
    with Shelf() as shelf:
        window = Window(shelf, new_project(shelf))
        window.page("Rights")
        frame = open_credit(window, "Figure 2", "Record Its Licence…")
        window.fill(window.see("text", "Where it comes from (address)", frame), "https://example.org/map")
        window.press("Draft a Letter…")
        text = window.see("text", "The letter", window.see("frame", "Letter to the Owner"))
        assert "It comes from here: https://example.org/map." in read(text), read(text)
        window.key("Escape")
        window.gone("frame", "Letter to the Owner")
        window.key("Escape")
        window.gone("frame", "Credit")
        window.close()


main()
