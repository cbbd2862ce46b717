# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does in Cognate's window, by the names that it shows: the one place where the tests know them."""
import json
import os
import re
import shutil
import signal
import subprocess

import tap
from accessible import box, has, name, read, role, walk
from catalogue import Catalogue
from desktop import SIZE, Desktop
from person import BUTTONS, Interface, Person, matcher
from waiting import until

_BUILD = os.environ["COGNATE_BUILD_ROOT"]
_PROGRAM = os.path.join(_BUILD, "src/app/cognate")
_CLI = os.path.join(_BUILD, "src/cli/cognate-cli")
SAMPLE = os.path.join(_BUILD, "data/water-on-the-move.epub")
FIXTURES = os.environ["COGNATE_FIXTURES"]
# GTK's own words, also where the interface is Arabic.
OPEN, SELECT = re.compile("^(Open|افتح)$"), re.compile("^(Select|اختر)$")


# tests/bench/loop-watch.c: which turns of the main loop take too long. What makes a test strict would count as such.
_WATCH = {name: os.environ[name] for name in ("COGNATE_LOOP_WATCH", "COGNATE_LOOP_WATCH_MS") if name in os.environ}
if _WATCH:
    _WATCH.update(LD_PRELOAD=os.path.join(_BUILD, "tests/bench/libloop-watch.so"), G_DEBUG="fatal-warnings", G_ENABLE_DIAGNOSTIC="0", MALLOC_CHECK_="0")


def cli(*arguments, status=0, program=_CLI, given=None):
    """What cognate-cli prints, given something to read; of a run that should end with another status, what it says on standard error."""
    done = subprocess.run([program, *arguments], input=given, capture_output=True, text=True, check=False)
    if done.returncode != status:
        raise AssertionError(f"cognate-cli {' '.join(arguments)} ended with {done.returncode}, not {status}: {done.stderr}")
    return done.stdout if status == 0 else done.stderr


def units(project):
    """The units of a project, by their ids, as the command line prints them."""
    return {unit["id"]: unit for unit in map(json.loads, cli("units", project).splitlines())}


def find(project, source):
    """The unit whose original begins so."""
    return next(u for u in units(project).values() if (u["source"] or "").startswith(source))


def stored(project, source, **expected):
    """Waits until the project file says so of the unit."""
    if not until(lambda: expected.items() <= find(project, source).items()):
        raise AssertionError(f"{source}: {find(project, source)}, not {expected}")


def copy_silent(source, target):
    """A JPEG without what the file itself says of its rights, as most are: its APP segments and comments."""
    with open(source, "rb") as file:
        data = file.read()
    kept, at = [data[:2]], 2
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        length = 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] not in range(0xE1, 0xF0) and data[at + 1] != 0xFE:
            kept.append(data[at : at + length])
        at += length
    with open(target, "wb") as file:
        file.write(b"".join(kept) + data[at:])


class Window(Person):
    """Cognate, started on files as a file manager would start it."""

    def __init__(self, shelf, *files, environment=None, program=_PROGRAM):
        super().__init__([program, *files], shelf.desktop, environment or shelf.environment, shelf.log)
        shelf.windows.append(self)

    def close(self):
        """Ends the program by the keyboard; it must end well."""
        self.key("ctrl+q")
        self.see_end()

    def close_by_button(self):
        """The same where another program's window may have the keyboard."""
        self.press("Close")
        self.see_end()

    def see_end(self):
        if not until(lambda: self.process.poll() is not None):
            raise AssertionError(f"the window did not close:\n{self.tree()}")
        assert self.process.returncode == 0, f"ended with {self.process.returncode}"

    # --- the shelf and the import --------------------------------------------------------------------------------------
    def see_empty_shelf(self):
        return self.see("push button", "Try the Sample")

    def back_to_shelf(self):
        self.press("Back to the Shelf")

    def see_found(self, *facts):
        """Waits until the import says all of these (patterns); the sentences that it says in which they stand."""
        frame = self.see("frame", "Import")
        return [name(self.see("label", re.compile(fact), frame)) for fact in facts]

    def choose_language(self, words):
        """Searches a language by its name or tag, and takes what is found first."""
        self._choose("Language", "Search Languages", words)

    def choose_place(self, words):
        self._choose("Place", "Search Places", words)

    def _choose(self, title, search, words):
        button = self.see(BUTTONS, re.compile(f"^{title}: "))
        self.press(next(n for n in list(walk(button))[::-1] if n.get_role_name() in BUTTONS))
        entry = self.see("entry", search)
        assert until(lambda: has(entry, "focused")), self.tree()
        self.has_keyboard(entry)
        self.type(words)
        self.reads(entry, words)
        self.key("Return")
        assert until(lambda: not self.all("entry", search)), f"the list stays open:\n{self.tree()}"

    def start_adapting(self, language=None):
        """Makes the project, in the language that is offered first or in that of a tag."""
        if language is not None:
            self.choose_language(language)
        self.press("Start Adapting")
        self.see("page tab", "Workbench")

    def pick_file(self, path):
        """Gives the open file chooser a path."""
        self._give_path(OPEN, path)

    def _give_path(self, button, path):
        """GTK's chooser opens its location entry at the first slash. A file under the pointer would get a tooltip, for which GTK 4.8 finds no
        monitor while the window manager puts the chooser in its place."""
        self.put_pointer_away()
        self.has_keyboard(self.see("push button", button))
        self.type("/")
        entry = self.wait_for(lambda: [n for n in self.all("text") if has(n, "focused") and read(n) == "/"])[0]
        self.put(entry, path[1:])
        self.reads(entry, path)
        self.key("Return")
        self.gone("push button", button)

    def ready(self, source):
        """Waits until that passage is there, and the window has the keyboard."""
        row = self.row(source)
        frame = next(n for n in walk(self.app) if n.get_role_name() == "frame")
        assert until(lambda: has(frame, "active")), f"the window has not the keyboard:\n{self.tree()}"
        return row

    # --- the workbench -------------------------------------------------------------------------------------------------
    def page(self, title):
        self.press(self.see("page tab", title))

    def row(self, source):
        """The row of the passage whose original reads so, or begins so."""
        def is_row(node):
            return any(text.startswith(source) for text in map(name, walk(node)))

        rows = until(lambda: [row for row in self.all("list item", within=self.see("list", "Source and adaptation")) if is_row(row)])
        assert rows, f"no row {source!r}:\n{self.tree()}"
        return rows[0]

    def target(self, source):
        """The label that holds the adaptation's text in that row."""
        return [n for n in walk(self.row(source)) if n.get_role_name() == "label" and name(n)][-1]

    def open_row(self, source):
        """Opens a passage for writing; its editor, which has the keyboard."""
        self.click(self.see("label", "Translate…", self.row(source)))
        editor = self.see("text", "Your text", self.row(source))
        assert until(lambda: has(editor, "focused")), f"the editor has not the keyboard:\n{self.tree()}"
        return editor

    def write(self, source, text):
        """Opens a passage, writes, and confirms by the keyboard."""
        editor = self.open_row(source)
        if text.isascii():
            self.type(text)
        else:
            self.put(editor, text)
        self.reads(editor, text)
        self.key("ctrl+Return")
        self.see("label", text, self.row(source))

    def leave_editor(self):
        """To the list of passages."""
        self.key("Escape")

    def see_state(self, source, state):
        self.see("push button", state, self.row(source))

    def choose_in_row(self, source, *path):
        """Picks an item of the menu on the fold of that row, by the menus in it that lead there."""
        stitch = next(n for n in walk(self.row(source)) if n.get_role_name() == "push button")
        self.press(next(n for n in list(walk(stitch))[::-1] if n.get_role_name() == "push button"))
        self.choose(*path)

    def choose(self, *path):
        """Picks an item of the open menu."""
        roles = ("menu item", "radio menu item", "check menu item")
        for item in path:
            self.press(self.see(roles, item))
        # While it closes, the menu still takes what is typed.
        assert until(lambda: not self.all(roles)), f"the menu stays open:\n{self.tree()}"

    def choose_in_list(self, frame, title, words):
        """Picks from the list of a row by the keyboard: a list that is scrolled has no place to click."""
        combo = self.see("combo box", title, frame)

        def chosen():
            """The row of the open list that Enter takes."""
            return next((row for row in walk(combo) if role(row) == "list item" and has(row, "selected")), None)

        def is_there():
            row = chosen()
            return row and any(map(is_wanted, map(role, walk(row)), map(name, walk(row))))

        is_wanted = matcher("label", words)
        self.click(self.see("list item", None, combo))
        # Rows that are scrolled below the pointer choose themselves.
        self.desktop.put_pointer_away()
        assert self.wait_for(chosen), f"the list of {title} is not open:\n{self.tree(combo)}"
        self.key("Home")
        for _ in range(300):
            if self.wait_for(is_there, seconds=0.1):
                break
            self.key("Down")
        assert is_there(), f"{words!r} is not in the list of {title}:\n{self.tree(combo)}"
        self.key("Return")
        self.see("label", words, self.see("combo box", title, frame))

    # --- rights and publishing -----------------------------------------------------------------------------------------
    def choose_licence(self, *answers):
        """Answers what the guide asks; where it asks nothing, takes the one licence that there is."""
        for answer in answers:
            self.press(self.see(("radio button", "check box"), answer))
        if not answers:
            self.press("Use This Licence")
        self.see("label", "Chosen")

    def choose_formats(self, *names):
        """Presses the tiles of these formats in, and all others out."""
        for title in ("EPUB", "PDF", "Web Page", "Web Site"):
            tile = self.see(("toggle button", "push button"), title)
            if has(tile, "pressed") != (title in names):
                self.press(tile)
                assert until(lambda: has(tile, "pressed") == (title in names)), f"the tile {title} does not follow"

    def open_preview(self, row, title):
        """Presses that row of the publish page, which a long list of what is missing leaves out of sight; the frame that opens."""
        def place():
            return box(self.see("label", row)).y

        limit = box(self.see("push button", re.compile("^_?Export _?Draft"))).y - 120
        before = None
        while limit < place() != before:
            before = place()
            self.scroll(300, 300)
            until(lambda: place() != before, seconds=0.5)
        self.click(self.see("label", row))
        return self.see("frame", title)

    def jump_from(self, words):
        """Presses the row of the publish page that says so."""
        self.click(self.see("label", words))

    def pick_folder(self, path):
        """Gives the open folder chooser a path."""
        self._give_path(SELECT, path)

    def save_as(self, path):
        """Gives the open file chooser, whose name entry has the keyboard, a path."""
        self.put_pointer_away()
        self.has_keyboard(self.see("push button", "Save"))
        self.key("ctrl+a")
        self.type(path)
        self.key("Return")
        self.gone("push button", "Save")


class Shelf:
    """A desktop, an empty shelf on it, and the windows that a test opens."""

    _desktop = None

    def __init__(self, **options):
        """options: of the desktop, where this is the first shelf on it."""
        if Shelf._desktop is None:
            Shelf._desktop = Desktop(**options).__enter__()
        self.desktop = Shelf._desktop
        self.folder = self.desktop.new_folder("test")
        self.data = os.path.join(self.folder, "data")
        self.environment = {**self.desktop.environment, "COGNATE_DATA_DIR": self.data,
                            "COGNATE_STATE_DIR": os.path.join(self.folder, "state"), **_WATCH}
        self.log = open(os.path.join(self.folder, "log"), "w+", encoding="utf-8", errors="replace")
        self.windows = []

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        """Where the test failed, the output says what the program said, and the build folder has a picture."""
        if kind is not None and not issubclass(kind, tap.Skip):
            self.log.seek(0)
            tap.comment(self.log.read())
            pictures = os.path.join(_BUILD, "meson-logs", "gui")
            os.makedirs(pictures, exist_ok=True)
            picture = os.path.join(pictures, os.path.basename(self.folder) + ".png")
            self.desktop.picture().save(picture)
            tap.comment(f"The screen: {picture}")
        for window in self.windows:
            status = window.end()
            if kind is None and status not in (0, -signal.SIGTERM, -signal.SIGKILL):
                raise AssertionError(f"the program ended with {status}")
        self.log.close()

    def set_interface(self, locale, language=None, catalogues=None):
        """The windows that are opened from now on speak so. glibc heeds LANGUAGE in a real locale only, and few machines have every one: it is compiled.

        catalogues: a folder of LANGUAGE/LC_MESSAGES/cognate.mo, by which the tests go on in English words; without it Cognate's own words are English."""
        if not shutil.which("localedef") or not os.path.exists(f"/usr/share/i18n/locales/{locale}"):
            raise tap.Skip("the package locales is not installed")
        subprocess.run(["localedef", "--no-archive", "-i", locale, "-f", "UTF-8", os.path.join(self.folder, f"{locale}.UTF-8")],
                       capture_output=True, check=False)
        self.environment.update(LOCPATH=self.folder, LC_ALL=f"{locale}.UTF-8", LANG=f"{locale}.UTF-8", LANGUAGE=language or locale.split("_")[0])
        Interface.catalogue = None
        if catalogues is not None:
            self.environment["COGNATE_LOCALE_DIR"] = catalogues
            Interface.catalogue = Catalogue(os.path.join(catalogues, self.environment["LANGUAGE"], "LC_MESSAGES/cognate.mo"))

    def run(self, *files, program=_PROGRAM):
        """Starts the program on files while it runs already: that start hands them over, and ends."""
        done = subprocess.run([program, *files], env=self.environment, stdout=self.log, stderr=self.log, timeout=60, check=False)
        assert done.returncode == 0, done.returncode

    def projects(self):
        return sorted(f for f in os.listdir(self.data) if f.endswith(".cognate")) if os.path.isdir(self.data) else []

    def project(self):
        """The path of the only project on the shelf."""
        found = self.projects()
        assert len(found) == 1, f"on the shelf: {found}"
        return os.path.join(self.data, found[0])

    def new_project(self, source=SAMPLE, language="ar-EG"):
        """A project that is there already, made by the command line."""
        os.makedirs(self.data, exist_ok=True)
        path = os.path.join(self.data, "book.cognate")
        cli("new", "--quiet", path, "--from", source, "--to", language)
        return path


def main():
    try:
        tap.main()
    finally:
        if Shelf._desktop is not None:
            Shelf._desktop.__exit__(None, None, None)
