#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher adapts a chapter of an American textbook to another place, in the window, from its file to the e-book: a rate of exchange,
the list of culture and place, passages, a picture, the licence; then what the edition says was changed.

    PYTHONPATH=tests/lib:tests/gui COGNATE_BUILD_ROOT=_build COGNATE_CORPUS=… tests/tour/adapter.py PLAN.json FOLDER [--dark] [--arabic] [--width 420] [--keep FILE]

PLAN.json says what is written and decided (tests/gui/adapting.py): chapter-kk.json and chapter-ar.json for a chapter of the corpus, and,
without one, those of tests/fixtures/market. FOLDER gets adapter-NN-STEP.png."""
import argparse
import json
import os
import shutil
import time

os.environ.setdefault("COGNATE_FIXTURES", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures"))

import adapting  # noqa: E402
from window import FIXTURES, Shelf, Window  # noqa: E402

SETTLE = 1.2  # seconds: pictures are decoded, and what slides has arrived


def find_book(shelf, plan):
    """The book of the plan, or our own chapter, with its picture beside it."""
    if "source" in plan:
        return os.path.join(os.environ["COGNATE_CORPUS"], plan["source"])
    for name in (os.path.join(FIXTURES, "market", "market.html"), os.path.join(FIXTURES, "road.jpg")):
        shutil.copy(name, shelf.folder)
    return os.path.join(shelf.folder, "market.html")


def steps(shelf, window, plan, target):
    yield from adapting.begin(window, plan)
    yield from adapting.walk_all(window, shelf.project(), plan, target)


def walk(shelf, options, environment):
    with open(options.plan, encoding="utf-8") as file:
        plan = json.load(file)
    window = Window(shelf, find_book(shelf, plan), environment=environment)
    if options.width:
        window.resize(window.see("frame"), options.width, 760)
    target = os.path.join(shelf.folder, "chapter.epub")
    began = time.monotonic()
    for number, step in enumerate(steps(shelf, window, plan, target), 1):
        window.put_pointer_away()
        time.sleep(SETTLE)
        shelf.desktop.picture().save(os.path.join(options.folder, f"adapter-{number:02}-{step}.png"))
        print(f"{time.monotonic() - began:6.1f} s  {step}", flush=True)
    window.close()
    print(*adapting.statement(target), sep="\n")
    if options.keep:
        shutil.copy(target, options.keep)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("plan")
    parser.add_argument("folder")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--arabic", action="store_true", help="the interface from right to left")
    parser.add_argument("--width", type=int, help="of the window, in pixels")
    parser.add_argument("--keep", metavar="FILE", help="gets the e-book")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    with Shelf(is_composited=True) as shelf:
        if options.arabic:
            shelf.set_interface("ar_EG")
        environment = {**shelf.environment, "ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if options.dark else "prefer-light"}
        walk(shelf, options, environment)


if __name__ == "__main__":
    try:
        main()
    finally:
        if Shelf._desktop is not None:
            Shelf._desktop.__exit__(None, None, None)
