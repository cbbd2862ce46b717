# SPDX-License-Identifier: GPL-3.0-or-later
"""The text to other translation tools and back, in the window: by its menu, its file choosers, and the choice between two texts."""
import os
import re

import tap
from waiting import until
from window import Shelf, Window, cli, main, units

HEADING = "The Great Circle"


def shot(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def open_menu(window, item):
    window.key("F10")
    window.choose("Translation Tools", item)



def change_po(path, entries):
    """Translates these sources in a PO."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for source, target in entries.items():
        old = 'msgid "%s"\nmsgstr "' % source.replace('"', '\\"')
        assert old in text, (old, text[:2000])
        text = re.sub(re.escape(old) + '.*"', lambda m: old + target + '"', text, count=1)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


@tap.test
def send():
    "a person sends the text to Poedit: the menu, the choice in plain words, a file"
    with Shelf() as shelf:
        project = shelf.new_project()
        path = os.path.join(os.path.dirname(project), "out.po")
        window = Window(shelf, project)
        window.ready(HEADING)
        open_menu(window, "Send to Other Tools…")
        window.see("label", "Where Is It Worked On?")
        shot(shelf, "send")
        window.press(window.see(("radio button", "check box"), re.compile("^Poedit")))
        window.press(window.see("push button", "Save…"))
        window.save_as(path)
        assert until(lambda: os.path.exists(path)), window.tree()
        with open(path, encoding="utf-8") as file:
            assert "Language: ar_EG" in file.read()
        window.close_by_button()


@tap.test
def take():
    "what comes back is shown before it is taken; of two texts the person chooses; Undo takes it all back"
    with Shelf() as shelf:
        project = shelf.new_project()
        path = os.path.join(os.path.dirname(project), "out.po")
        ids = [u["id"] for u in units(project).values() if u["kind"] == "paragraph" and "<" not in u["source"]][:3]
        first, second, third = (units(project)[i]["source"] for i in ids)
        cli("exchange", "export", project, path)
        change_po(path, {first: "الأول", second: "الثاني", third: "الثالث"})
        for i, text in zip(ids[1:], ("عندي ٢", "عندي ٣")):
            cli("set", project, i, "--target", text)
        window = Window(shelf, project)
        window.ready(HEADING)
        open_menu(window, "Take Back…")
        shot(shelf, "take-choose")
        window.press(window.see("push button", "Choose a File…"))
        window.pick_file(path)
        window.see("label", re.compile("2 were changed there and here"))
        shot(shelf, "take-found")
        window.press(window.all(("radio button", "check box"), "Use Theirs")[0])
        window.press(window.see("push button", "Take"))
        window.see("label", "2 passages taken back")
        assert units(project)[ids[0]]["target"] == "الأول"
        assert units(project)[ids[1]]["target"] == "الثاني"
        assert units(project)[ids[2]]["target"] == "عندي ٣"
        window.press(window.all("push button", "Undo")[0])
        assert until(lambda: units(project)[ids[0]]["target"] is None)
        assert units(project)[ids[1]]["target"] == "عندي ٢"
        window.close_by_button()


@tap.test
def wrong_file():
    "a file that is no translation is refused in words, and nothing changes"
    with Shelf() as shelf:
        project = shelf.new_project()
        path = os.path.join(os.path.dirname(project), "letter.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write("Dear friend,\n")
        before = units(project)
        window = Window(shelf, project)
        window.ready(HEADING)
        open_menu(window, "Take Back…")
        window.press(window.see("push button", "Choose a File…"))
        window.pick_file(path)
        window.see("label", "That Cannot Be Taken Back")
        window.key("Escape")
        window.gone("label", "That Cannot Be Taken Back")
        assert units(project) == before
        window.close_by_button()


main()
