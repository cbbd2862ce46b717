# SPDX-License-Identifier: GPL-3.0-or-later
"""The publish page: from each problem to its place, several formats at once, what becomes of the files."""
import os
import re
import subprocess

import tap
from accessible import has
from waiting import until
from window import FIXTURES, Shelf, Window, cli, main


def has_cursor(window, title):
    """Waits until the field of that name is being written: then its pencil is gone."""
    field = window.see("text", title, window.see("list", "Title page"))
    assert until(lambda: not window.all("image", within=field)), f"{title!r} has not the keyboard:\n{window.tree()}"


def picture(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


@tap.test
def jumps():
    "each row leads to its place: a passage, the rights, a field of the title page"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.page("Publish")
        window.jump_from("The licence of your edition has not been chosen.")
        window.see("label", "What is in your edition")
        window.page("Publish")
        window.jump_from("The edition still has the original’s title.")
        has_cursor(window, "Title")
        window.key("ctrl+a")
        window.type("Maji")
        window.key("Return")
        window.gone("label", "The edition still has the original’s title.")
        window.jump_from(re.compile("chapters are not fully translated"))
        window.see("label", re.compile("passages? (is|are) not translated"))
        assert not window.unnamed(), window.unnamed()
        window.jump_from(re.compile("passages? (is|are) not translated"))
        window.see("text", "Your text")
        window.close()


@tap.test
def title_page():
    "the fields of the title page are stored as they are left, and undo takes them back"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.page("Publish")
        window.jump_from(re.compile("Nobody is named as translator"))
        has_cursor(window, "Translated by")
        window.type("Layla Haddad")
        window.key("Tab")
        window.gone("label", re.compile("Nobody is named as translator"))
        window.page("Workbench")
        window.press("Undo")
        window.page("Publish")
        window.see("label", re.compile("Nobody is named as translator"))
        window.close()


@tap.test
def two_formats():
    "two formats are written at once into a folder, and stay in sight with what one can do with them"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        folder = os.path.join(shelf.folder, "out")
        os.mkdir(folder)
        window.page("Publish")
        window.choose_formats("EPUB", "Web Page")
        window.press("Export Draft…")
        window.pick_folder(folder)
        window.see("list", "Published")
        for suffix in ("epub", "html"):
            name = f"Water on the Move.{suffix}"
            assert os.path.getsize(os.path.join(folder, name)) > 1000
            window.see("label", name)
            window.see("push button", f"Open: {name}")
            window.see("push button", f"Show in Folder: {name}")
        assert sorted(os.listdir(folder)) == ["Water on the Move.epub", "Water on the Move.html"], os.listdir(folder)
        os.remove(os.path.join(folder, "Water on the Move.html"))
        window.press("Open: Water on the Move.html")
        window.see("label", re.compile("is not there any more"))
        window.key("Escape")
        window.gone("label", "That Did Not Work")
        window.close()


@tap.test
def other_formats():
    "formats for going on and for course systems are in rows that unfold; what is chosen in them is written"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        folder = os.path.join(shelf.folder, "out")
        os.mkdir(folder)
        window.page("Publish")
        picture(shelf, "publish-formats-closed")
        window.choose_formats()
        for group, names in (("To Go On Working", ("Word Document", "OpenDocument Text")),
                             ("For Course Systems", ("SCORM Package",))):
            window.click(window.see("label", group))
            for name in names:
                window.press(window.see("check box", name))
        picture(shelf, "publish-formats-open")
        assert not window.unnamed(), window.unnamed()
        window.press("Export Draft…")
        window.pick_folder(folder)
        window.see("list", "Published")
        assert until(lambda: sorted(os.listdir(folder)) == [f"Water on the Move.{suffix}" for suffix in ("docx", "odt", "scorm.zip")]), \
            os.listdir(folder)
        window.close()


@tap.test
def chapters():
    "only the chapters that are chosen go out"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.page("Publish")
        window.choose_formats("Web Page")
        window.click(window.see("label", "Chapters"))
        boxes = until(lambda: window.all("check box", within=window.see("list", "Chapters")))
        assert len(boxes) > 2, window.tree()
        window.press(boxes[0])
        window.see("label", re.compile(r"^\d+ of \d+$"))
        window.press("Export Draft…")
        path = os.path.join(shelf.folder, "part.html")
        window.save_as(path)
        window.see("push button", "Open: part.html")
        window.close()
        with open(path, encoding="utf-8") as file:
            written = file.read()
        assert "Drop a leaf into a stream" in written
        assert "Every drop of water on Earth" not in written


@tap.test
def printing():
    "how a PDF is printed is chosen in one row that unfolds: a booklet with both languages on pages that face each other"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.page("Publish")
        window.choose_formats("PDF")
        window.press("In Both Languages")
        window.click(window.see("label", "Printing"))
        for title, choice, downs in (("Purpose", "As a Booklet to Fold", 3), ("Both Languages", "On Pages That Face Each Other", 1)):
            row = window.see("combo box", title)
            window.click(window.see("label", title))
            window.see("label", choice, row)
            window.key(*["Down"] * downs, "Return")
            # While it closes, the list still takes what is typed.
            assert until(lambda: len(window.all("list item", None, row)) == 1), f"the list stays open:\n{window.tree(row)}"
            window.see("label", choice, row)
        assert not window.unnamed(), window.unnamed()
        window.press("Export Draft…")
        path = os.path.join(shelf.folder, "fold.pdf")
        window.save_as(path)
        window.see("push button", "Open: fold.pdf")
        window.close()
        shown = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        assert re.search(r"Page size:\s+841.89 x 595", shown), shown


@tap.test
def read_only():
    "a folder that cannot be written to is named in plain words, and nothing is left there"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.page("Publish")
        window.choose_formats("EPUB")
        window.press("Export Draft…")
        # Root may write anywhere but into the kernel's own folders.
        window.save_as("/proc/edition.epub")
        window.see("label", re.compile("“edition.epub” was not written"))
        window.key("Escape")
        window.gone("label", "That Did Not Work")
        window.see("label", "edition.epub")
        assert not window.all("push button", "Open: edition.epub")
        window.close()


def big_project(shelf):
    """A project whose PDF takes some seconds, and whose first chapter, which the window shows, is short."""
    path = os.path.join(shelf.folder, "big.html")
    passage = "The river carries stones from the mountains to the sea, and grinds them to sand on its way. " * 30
    with open(path, "w", encoding="utf-8") as out:
        out.write("<!DOCTYPE html><html lang='en'><head><title>Stones</title></head><body><h1>Stones</h1>")
        out.writelines(f"<p>{number}. {passage}</p>\n" for number in range(3000))
        out.write("</body></html>")
    os.makedirs(shelf.data, exist_ok=True)
    project = os.path.join(shelf.data, "big.cognate")
    cli("new", "--quiet", project, "--from", os.path.join(FIXTURES, "pond.html"), "--from", path, "--to", "ar-EG")
    return project


@tap.test
def stopped():
    "an export that is stopped leaves nothing, and the page can be used again"
    with Shelf() as shelf:
        project = big_project(shelf)
        folder = os.path.join(shelf.folder, "out")
        os.mkdir(folder)
        window = Window(shelf, project)
        window.page("Publish")
        window.choose_formats("PDF")
        window.press("Export Draft…")
        window.save_as(os.path.join(folder, "edition.pdf"))
        window.press("Stop")
        window.see("label", "Stopped: nothing was written.")
        assert not os.listdir(folder), os.listdir(folder)
        assert until(lambda: has(window.see("push button", "Export Draft…"), "sensitive"))
        window.close()


@tap.test
def strip():
    "the first pages of the PDF stand on the page, and lead into the preview; an edit makes them anew"
    with Shelf() as shelf:
        window = Window(shelf, shelf.new_project())
        window.page("Publish")
        window.see("label", re.compile(r"^PDF · \d+ pages?$"), seconds=60)
        assert not window.unnamed(), window.unnamed()
        window.press("Page 2")
        window.see("frame", "Preview on Paper")
        window.see("label", re.compile(r"^2 of \d+$"), seconds=60)
        window.key("Escape")
        window.gone("frame", "Preview on Paper")
        window.press("Workbench")
        window.see("list", "Source and adaptation")
        window.close()


@tap.test
def chapters_named():
    "what waits says in which chapters"
    with Shelf() as shelf:
        window = Window(shelf, shelf.new_project())
        window.page("Publish")
        fold = window.see("label", re.compile("chapters are not fully translated"))
        assert fold
        window.see("label", re.compile("and [0-9]+ more$|, "))
        window.close()


main()
