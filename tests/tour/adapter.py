#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher adapts a chapter of an American textbook to another place, in the window: the table of culture and place, what is applied
there, and in a passage that a person has translated.

    PYTHONPATH=tests/lib:tests/gui COGNATE_BUILD_ROOT=_build tests/tour/adapter.py FOLDER --book OPENSTAX [--to ar-EG] [--dark]

FOLDER gets adapter-NN-STEP.png. OPENSTAX: the folder of Principles of Microeconomics."""
import argparse
import json
import os
import re
import time

os.environ.setdefault("COGNATE_FIXTURES", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures"))

import scenes  # noqa: E402
from waiting import until  # noqa: E402
from window import Shelf, Window, cli  # noqa: E402

SETTLE = 1.2  # seconds: pictures are decoded, and what slides has arrived
PASSAGE = "As an example, consider a concert producer"
CHAPTER = "The Economics of Pollution"
# What a teacher writes for the passage; the measure in it is the source's still.
OWN_WORDS = {
    "ar": "مثال ذلك منتج حفلات يريد أن يبني مسرحا على بعد نصف ميل من المدينة.",
    "kk": "Мысалы, концерт ұйымдастырушы қаладан жарты миль жерге сахна салғысы келеді.",
}


def findings(project):
    return [json.loads(line) for line in cli("lenses", project).splitlines()]


def table(window):
    """The whole book's list: the same amount in all its places, and what is left."""
    window.key("F10")
    window.choose("Culture and Place…")
    window.see("check box", "semester")
    yield "table"
    window.click(window.see("combo box", "Which kind"))
    window.click(window.see("label", "Money"))
    window.see("check box", re.compile(r"\$650"))
    yield "table-of-money"
    for box in [b for b in window.all("check box") if re.search(r"\$650|650 dollars", b.name or "")][:2]:
        window.press(box)
    window.see("label", re.compile("selected"))
    yield "selected"
    window.press(window.all("push button", "Apply")[-1])
    yield "applied"
    window.key("Escape")


def passage(window, project, language):
    """In the passage: the teacher's own words, and what was found in it put among them."""
    panel = window.see("panel", "About this passage")
    scenes.go(window, CHAPTER)
    editor = scenes.write_in(window, PASSAGE)
    window.put(editor, OWN_WORDS[language])
    window.see("label", "a half-mile", panel)
    yield "passage"
    window.press(window.see("push button", "Apply", panel))
    assert until(lambda: [f for f in findings(project) if f["choice"] and f["text"] == "a half-mile"])
    window.see("label", re.compile("^\u200e?\u2068[^\u2069]+\u2069 is now \u2068[^\u2069]+\u2069$"))
    yield "passage-applied"
    window.leave_editor()


def walk(shelf, options, environment):
    project = shelf.new_project(options.book, options.to)
    window = Window(shelf, project, environment=environment)
    window.see("list", "Source and adaptation")
    for part in (table(window), passage(window, project, options.to[:2])):
        for step in part:
            yield window, step
    window.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--book", required=True)
    parser.add_argument("--to", default="ar-EG")
    parser.add_argument("--dark", action="store_true")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    with Shelf(is_composited=True) as shelf:
        environment = {**shelf.environment, "ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if options.dark else "prefer-light"}
        for number, (window, step) in enumerate(walk(shelf, options, environment), 1):
            window.put_pointer_away()
            time.sleep(SETTLE)
            shelf.desktop.picture().save(os.path.join(options.folder, f"adapter-{number:02}-{step}.png"))
            print(step, flush=True)


if __name__ == "__main__":
    try:
        main()
    finally:
        if Shelf._desktop is not None:
            Shelf._desktop.__exit__(None, None, None)
