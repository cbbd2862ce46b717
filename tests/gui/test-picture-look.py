# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of a picture, one by one: in the panel, by the command line, and before publishing."""
import json
import os
import re
import shutil

import tap
from waiting import until
from window import FIXTURES, Shelf, Window, cli, find, main

PAGE = """<!DOCTYPE html><html lang="en-US"><head><title>Trade</title></head><body><h1>Trade</h1>
<p>Ships carry goods.</p>
<figure><img src="road.jpg" alt="A ship under a flag, and a map of the sea"><figcaption>The routes</figcaption></figure>
<p>They come back in winter.</p></body></html>"""
PICTURE = "A ship under a flag"
HINT = "The picture waits for a look: its description tells of “map of”."


def make_project(shelf):
    page = os.path.join(shelf.data, "trade.html")
    os.makedirs(shelf.data, exist_ok=True)
    shutil.copy(os.path.join(FIXTURES, "road.jpg"), shelf.data)
    with open(page, "w", encoding="utf-8") as file:
        file.write(PAGE)
    return shelf.new_project(page, "kk-KZ")


def shot(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def questions(project):
    """question: (state, reason), of the only picture"""
    lines = cli("pictures", project).splitlines()
    assert len(lines) == 1, lines
    return {q["question"]: (q["state"], q["reason"]) for q in json.loads(lines[0])["questions"]}


@tap.test
def command():
    "the questions of a picture are answered one by one, with a reason, and taken back"
    with Shelf() as shelf:
        project = make_project(shelf)
        unit = find(project, PICTURE)["id"]
        before = questions(project)
        assert before["map"] == before["flag"] == ("waits", None), before
        assert before["money"] == before["people"] == ("unasked", None), before
        cli("pictures", project, unit, "people", "--reason", "Nobody is in it")
        assert questions(project)["people"] == ("looked", "Nobody is in it")
        cli("answer", project, unit, "--lens", "pictures", "--text", "map of", "--choice", "keep",
            "--reason", "As in our atlas")
        assert questions(project)["map"] == ("looked", "As in our atlas")
        cli("pictures", project, unit, "people", "--open")
        assert questions(project)["people"] == ("unasked", None)
        assert "taste" in cli("pictures", project, unit, "taste", status=2)


@tap.test
def window_and_publishing():
    "in the panel each is checked or decided; the last page before publishing says how many pictures wait"
    with Shelf() as shelf:
        project = make_project(shelf)
        window = Window(shelf, project)
        window.open_row(PICTURE)
        panel = window.see("panel", "About this passage")
        window.see("label", "Look at the picture", panel)
        window.see("label", "Maps and borders: “map of” waits above", panel)
        window.see("label", "0 of 6 looked at", panel)
        window.press("Money and prices", panel)
        window.see("label", "1 of 6 looked at", panel)
        assert until(lambda: questions(project)["money"] == ("looked", None))
        window.click(window.see("text", "Reason", panel))
        window.type("No coins in it")
        window.key("Return")
        assert until(lambda: questions(project)["money"] == ("looked", "No coins in it")), questions(project)
        shot(shelf, "picture-look")
        for kept, words in enumerate(("flag", "map of"), 2):
            window.press(window.see("push button", "Keep", panel))
            window.see("label", words + ": kept", panel)
            window.see("label", f"{kept} of 6 looked at", panel)
            assert until(lambda: not window.all("label", re.compile(f"“{words}” waits above"), panel))
        assert questions(project)["map"] == questions(project)["flag"] == ("looked", None)
        window.key("ctrl+z")
        assert until(lambda: "waits" in [state for state, _ in questions(project).values()])
        window.page("Publish")
        window.see("label", HINT)
        shot(shelf, "picture-waits")
        window.close()


main()
