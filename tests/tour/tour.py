#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the first ten minutes as a new user does, and keeps a picture of every step.

    PYTHONPATH=tests/lib:tests/gui COGNATE_BUILD_ROOT=_build COGNATE_CORPUS=… tests/tour/tour.py BOOK.json FOLDER [--dark] [--arabic] [--narrow] [--keep FOLDER]

BOOK.json says which book of the corpus, into which language, and what is written. FOLDER gets NAME-01-….png and so on. The
words are those of a person at the keyboard: what the window does not offer by name cannot be done here either."""
import argparse
import json
import os
import re
import shutil
import time

os.environ.setdefault("COGNATE_FIXTURES", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures"))

from accessible import box, walk  # noqa: E402
from desktop import Desktop  # noqa: E402
from person import BUTTONS  # noqa: E402
from window import FIXTURES, Shelf, Window  # noqa: E402

NARROW = (760, 800)
SETTLE = 0.7  # seconds: pictures are decoded and toasts stand before the picture is taken


class Tour:
    def __init__(self, shelf, plan, folder, prefix):
        self.shelf, self.plan, self.folder, self.prefix = shelf, plan, folder, prefix
        self.number = 0
        self.size = None
        self.kept = None
        self.began = time.monotonic()

    def picture(self, step):
        self.number += 1
        self.window.put_pointer_away()
        time.sleep(SETTLE)
        path = os.path.join(self.folder, f"{self.prefix}-{self.number:02}-{step}.png")
        self.shelf.desktop.picture().save(path)
        print(f"{time.monotonic() - self.began:6.1f} s  {path}", flush=True)

    def walk(self, environment):
        plan = self.plan
        book = os.path.join(os.environ["COGNATE_CORPUS"], plan["source"])
        window = Window(self.shelf, environment={**self.shelf.environment, **environment})
        self.window = window
        self.take_size()
        window.see_empty_shelf()
        self.picture("empty-shelf")
        self.import_book(book)
        self.translate()
        self.replace_picture()
        self.change_sections()
        self.choose_licence()
        self.publish()
        window = self.window
        window.back_to_shelf()
        window.see("push button", re.compile("^Continue"))
        self.picture("shelf")
        window.close()

    def take_size(self):
        """As wide as the tour asks for, where it asks."""
        if self.size:
            self.window.resize(self.window.see("frame"), *self.size)

    def import_book(self, book):
        window, plan = self.window, self.plan
        window.close()
        window = self.window = Window(self.shelf, book, environment=self.environment)
        self.take_size()
        window.see_found(re.escape(plan["title"]))
        window.choose_language(plan.get("search", plan["language"].split("-")[0]))
        window.choose_place(plan["place"])
        self.picture("import")
        window.press("Start Adapting")
        window.see("page tab", "Workbench")
        self.select(plan["section"])
        self.picture("workbench")

    def outline(self):
        """Where there is no room for it, it slides over the pages when it is asked for."""
        outline = self.window.see("list", "Outline")
        if box(outline).x < 0:
            self.window.key("F9")
            self.window.wait_for(lambda: box(outline).x >= 0)
        return outline

    def select(self, *titles):
        """A section, by its title; where the interface speaks the edition's language, that may be the translated one."""
        words = re.compile("^(" + "|".join(map(re.escape, titles)) + ")$")
        self.window.click(self.window.see("label", words, self.outline()))

    def translate(self):
        window = self.window
        for number, (source, target) in enumerate(self.plan["texts"]):
            editor = self.editor(source)
            window.put(editor, target)
            window.reads(editor, target)
            if number == len(self.plan["texts"]) // 2:
                self.picture("writing")
            window.key("ctrl+Return")
            window.see("label", target, window.row(source))
        window.leave_editor()
        self.picture("translated")

    def editor(self, source):
        """Of the row that Ctrl+Enter has opened, or of one that a click opens."""
        window = self.window
        open_now = window.all("text", "Your text", window.row(source))
        if open_now:
            return open_now[0]
        self.click_row("Translate…", lambda: window.row(source))
        return window.see("text", "Your text", window.row(source))

    def click_row(self, words, get_row=None):
        """Clicks what stands in the pages, or in a row of them, after turning the wheel until it is in sight."""
        window = self.window
        pages = window.see("list", "Source and adaptation")
        for _ in range(60):
            label = window.see("label", words, get_row() if get_row else pages)
            top, height = box(label).y, box(label).height
            if top + height < box(pages).y + box(pages).height - 40:
                break
            x, y, width, high = window.rectangle(pages)
            window.scroll(x + width // 3, y + high // 2)
        window.click(label)

    def replace_picture(self):
        window = self.window
        self.select(self.plan["picture-section"])
        self.click_row(re.compile("^" + re.escape(self.plan["picture"])))
        if not window.all(BUTTONS, "Replace Picture…"):
            window.key("shift+F9")
        window.press(window.see(BUTTONS, "Replace Picture…"))
        window.pick_file(os.path.join(FIXTURES, "road.jpg"))
        dialog = window.see(("frame", "dialog"), "Replace Picture")
        window.see("text", "Author", dialog)
        self.picture("new-picture")
        window.press("Replace", dialog)
        window.see("label", "Not used: binds nothing")
        self.picture("picture-replaced")

    def last_button(self, node):
        """The button itself: a menu button is one around it."""
        return [n for n in walk(node) if n.get_role_name() in BUTTONS][-1]

    def change_sections(self):
        window, plan = self.window, self.plan
        outline = self.outline()
        row = window.see("list item", re.compile(f"^{re.escape(plan['omitted'])}, "), outline)
        window.press(self.last_button(row))
        window.choose("Leave Out")
        self.select(plan["omitted"])
        window.see("label", "This section is left out of your edition")
        self.picture("section-left-out")
        self.select(plan["section"], plan["texts"][0][1])
        self.outline()
        window.press(self.last_button(window.see(BUTTONS, "Add or Bring In a Section")))
        window.choose("New Section…")
        entry = window.see("text", "Title", window.see("dialog", "New Section"))
        window.put(entry, plan["added"][0])
        window.reads(entry, plan["added"][0])
        window.key("Return")
        editor = window.see("text", "Your text")
        window.put(editor, plan["added"][1])
        window.reads(editor, plan["added"][1])
        window.leave_editor()
        window.see("label", plan["added"][1])
        self.picture("section-added")

    def choose_licence(self):
        window = self.window
        window.page("Rights")
        time.sleep(2)
        self.picture("rights")
        window.choose_licence(*self.plan.get("answers", []))
        self.picture("licence-chosen")

    def publish(self):
        window = self.window
        window.page("Publish")
        window.see("push button", re.compile("^_?Publish…"))
        time.sleep(2)
        self.picture("publish")
        window.choose_formats("EPUB", "PDF", "Web Page")
        target = os.path.join(self.shelf.folder, "published")
        os.makedirs(target, exist_ok=True)
        window.press(re.compile("^_?Publish…"))
        window.pick_folder(target)
        window.see("push button", re.compile("^Show in Folder"), seconds=60)
        self.picture("published")
        print(sorted(os.listdir(target)))
        if self.kept:
            shutil.copytree(target, self.kept, dirs_exist_ok=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("plan")
    parser.add_argument("folder")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--arabic", action="store_true", help="the interface from right to left")
    parser.add_argument("--narrow", action="store_true", help="a window of half a screen")
    parser.add_argument("--keep", metavar="FOLDER", help="gets what was published")
    options = parser.parse_args()
    with open(options.plan, encoding="utf-8") as file:
        plan = json.load(file)
    environment = {}
    if options.dark:
        environment["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
    kinds = "".join(f"-{kind}" for kind in ("dark", "arabic", "narrow") if getattr(options, kind))
    prefix = os.path.splitext(os.path.basename(options.plan))[0] + kinds
    Shelf._desktop = Desktop(is_composited=True).__enter__()
    try:
        with Shelf() as shelf:
            if options.arabic:
                shelf.set_interface("ar_EG")
            tour = Tour(shelf, plan, options.folder, prefix)
            tour.kept = options.keep
            tour.size = NARROW if options.narrow else None
            tour.environment = {**shelf.environment, **environment}
            tour.walk(environment)
    finally:
        Shelf._desktop.__exit__(None, None, None)


main()
