# SPDX-License-Identifier: GPL-3.0-or-later
"""A chapter is adapted to another place, as a teacher does it: a rate of exchange, amounts in the list of the whole book, passages and
what is bound to a place in them, a picture, and the edition that goes out. A plan (JSON) says what is written and decided:
tests/fixtures/market has one for a chapter of ours, tests/tour for a chapter of the corpus.

Each walk yields a name of what is to be seen now."""
import html
import json
import os
import re
import time
import zipfile

import scenes
from accessible import box, has, name, read, role, walk, walk_seen
from gi.repository import GLib
from look import forget
from waiting import until
from window import cli, stored

# Seconds for which nothing changes once all is as it shall be.
CALM = 0.7
ISOLATES = re.compile("[\u200e\u200f\u2066-\u2069]")


def findings(project):
    return [json.loads(line) for line in cli("lenses", project).splitlines()]


def panel(window):
    return window.see("panel", "About this passage")


def begin(window, plan):
    """The choice of language and place, and the book beside itself."""
    window.choose_language(plan["language"])
    window.choose_place(plan["place"])
    yield "import"
    window.press("Start Adapting")
    window.see("page tab", "Workbench")


def culture(window):
    window.key("F10")
    window.choose("Culture and Place…")
    window.see("page tab", "Through the Book")


def rate(window, project, plan):
    """What a dollar is worth: entered by hand, with where from."""
    currency, worth, source = plan["rate"]
    culture(window)
    window.press(window.see("page tab", "Through the Book"))
    window.click(window.see("combo box", "Kind"))
    window.click(window.see("label", "Rate of exchange"))
    window.see("label", "Rate of exchange", window.see("combo box", "Kind"))
    for field, words in (("In the source", currency), ("In the adaptation", worth), ("Why", source)):
        window.put(window.see("text", re.compile("^" + field)), words)
    window.press("Add")
    assert until(lambda: worth in cli("agree", project)), cli("agree", project)
    yield "rate"


def amounts(window, project, plan):
    """The same price in all its places, at once; what it becomes stands in each row before."""
    window.press(window.see("page tab", "Places in the Text"))
    window.click(window.see("combo box", "Which kind"))
    window.click(window.see("label", "Money"))
    pattern = re.compile("^" + re.escape(plan["price"]) + " → ")
    shown = until(lambda: [b for b in window.all("check box") if pattern.match(ISOLATES.sub("", name(b) or ""))])
    assert shown, window.tree()
    yield "amounts"
    for check in shown:
        window.press(check)
        assert until(lambda check=check: has(check, "checked"))
    window.see("label", f"{len(shown)} selected")
    window.press(window.all("push button", "Apply")[-1])

    def decided():
        return [f for f in findings(project) if f["text"] == plan["price"] and f["choice"] == "convert"]

    assert until(lambda: len(decided()) >= len(shown)), findings(project)
    yield "amounts-applied"
    window.key("Escape")
    window.gone("page tab", "Through the Book")


def calm(window):
    """Waits until the cards beside a passage are those of what was written: some time after it is stored they are made anew."""
    def words():
        return [name(n) for n in walk_seen(panel(window))]

    def is_calm():
        before = words()
        time.sleep(CALM)
        forget()
        return before == words()

    assert window.wait_for(is_calm), window.tree(panel(window))


def slip(window, text):
    """The card of what was found, in the panel."""
    def is_card(node):
        # Cards are made anew while one looks: a node may have gone.
        return any(n is not None and role(n) == "push button" and name(n) == "Keep" for n in walk(node))

    def look():
        for label in window.all("label", text, panel(window)):
            node = label.get_parent()
            for _ in range(2):
                if node is not None and is_card(node):
                    return node
                node = node and node.get_parent()
        return None

    found = window.wait_for(look)
    assert found, f"no card of {text!r}:\n{window.tree(panel(window))}"
    return found


def bring(window, text):
    """Turns the wheel over the panel until the card's menu is in sight: GTK 4.8 finds no monitor for one that opens out of sight."""
    around = box(panel(window))
    x, y, width, height = window.rectangle(panel(window))
    for _ in range(30):
        button = window.see(("push button", "toggle button"), "Other ways", slip(window, text))
        here = box(button)
        if around.y < here.y and here.y + here.height < around.y + around.height - 200:
            return button
        before = here.y
        window.scroll(x + width // 2, y + height - 40, 1)
        if not until(lambda: box(button).y != before, 2, ignoring=GLib.Error):
            return button
    raise AssertionError(f"the card of {text!r} does not come into sight:\n{window.tree(panel(window))}")


def _ways(window, text):
    """A card that is made anew, since something else was decided, between press and release shows no menu: a person presses once more."""
    for _ in range(3):
        window.press(scenes.inner_button(bring(window, text)))
        own = until(lambda: window.all("text", "Your own words"), 5)
        if own:
            return own[0]
    raise AssertionError(f"no menu of {text!r} opens:\n{window.tree(panel(window))}")


def _decide(window, text, way, words=None, reason=None):
    if way == "again":
        # What was decided in the list waits for the words of the translation.
        line = window.see("label", "The adaptation does not say so yet.", panel(window)).get_parent()
        window.press(window.see("push button", "Apply", line))
        window.gone("label", "The adaptation does not say so yet.")
        return
    if way == "apply":
        window.press(window.see("push button", "Apply", slip(window, text)))
        return
    own = _ways(window, text)
    if way == "own":
        # What stands there stands in the entry already, and is written on.
        window.put(own, words)
        assert until(lambda: read(own).endswith(words)), read(own)
    if reason:
        window.put(window.see("text", "Why (for the record)"), reason)
    if way == "own":
        window.press("Use")
    elif way == "note":
        window.press("Leave a note for later")
    else:
        # What is written in the menu holds for the buttons below it too.
        window.key("Escape")
        window.press(window.see("push button", way.title(), slip(window, text)))


CHOICES = {"again": ("convert", "swap"), "apply": ("convert", "swap"), "own": ("explain", "rechoose"), "note": ("note",), "dismiss": ("dismiss",), "keep": ("keep",)}


def passage(window, project, plan, number):
    """Translated in the row, and what was found in it decided about in the panel."""
    step = plan["passages"][number]
    if "section" in step:
        scenes.go(window, step["section"])
    editor = scenes.write_in(window, step["source"])
    window.put(editor, step["words"])
    for text, way, *rest in step.get("do", ()):
        unit = stored_unit(project, step["source"])

        def is_decided(text=text, way=way, unit=unit):
            return [f for f in findings(project) if f["unit"] == unit and f["text"] == text and f["choice"] in CHOICES[way]]

        _decide(window, text, way, *rest)
        # The cards are made anew when the row is stored: one that just went took the first press.
        if way == "apply" and not until(is_decided, 5) and window.all("label", text, panel(window)):
            _decide(window, text, way)
        assert until(is_decided), [f for f in findings(project) if f["unit"] == unit]
    yield f"passage-{number}"
    window.leave_editor()
    if step.get("after"):
        stored(project, step["source"], target=step["after"])


def stored_unit(project, source):
    return next(u["id"] for u in map(json.loads, cli("units", project).splitlines()) if (u["source"] or "").startswith(source))


def picture(window, project, plan):
    """What is asked of the picture, one by one."""
    if "section" in plan["picture"]:
        scenes.go(window, plan["picture"]["section"])
    scenes.write_in(window, plan["picture"]["alt"])
    window.see("label", "Look at the picture", panel(window))
    for text, way, *rest in plan["picture"]["do"]:
        _decide(window, text, way, *rest)
    for question in plan["picture"]["looked"]:
        window.press(window.see("check box", question, panel(window)))
        assert until(lambda question=question: has(window.see("check box", question, panel(window)), "checked"))
    yield "picture"
    window.leave_editor()


def publish(window, plan, target):
    """The licence, and an e-book."""
    window.page("Rights")
    window.choose_licence(*plan.get("answers", ()))
    yield "licence"
    window.page("Publish")
    window.see("push button", re.compile("^_?Publish…"))
    window.choose_formats("EPUB")
    yield "publish"
    window.press(re.compile("^_?Publish…"))
    window.save_as(target)
    window.see("push button", re.compile("^Show in Folder"), seconds=60)
    assert os.path.getsize(target) > 1000
    yield "published"


def statement(path):
    """What the e-book says was changed: the words of its page of credits that do, without marks of direction."""
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            if name.endswith(".xhtml"):
                for line in re.findall(r"<(?:p|li)\b[^>]*>(.*?)</(?:p|li)>", book.read(name).decode("utf-8"), re.S):
                    words = ISOLATES.sub("", html.unescape(re.sub(r"<[^>]+>", "", line))).strip()
                    # Its line in the table of contents says no more than that.
                    if words.startswith(STATEMENTS) and words not in STATEMENTS:
                        yield words


STATEMENTS = ("Түпнұсқаға енгізілген өзгерістер", "التغييرات عن الأصل")


def walk_all(window, project, plan, target):
    """All of it, once the book stands beside itself."""
    yield from rate(window, project, plan)
    yield from amounts(window, project, plan)
    for number in range(len(plan["passages"])):
        yield from passage(window, project, plan, number)
    yield from picture(window, project, plan)
    yield from publish(window, plan, target)
