# SPDX-License-Identifier: GPL-3.0-or-later
"""Rights and publishing, as the window shows them and as the files carry them."""
import json
import os
import re

import tap
from accessible import name
from waiting import until
from window import FIXTURES, Shelf, Window, cli, copy_silent, main


@tap.test
def licence():
    "the rights page names the sources, closes what they forbid, and sets what is chosen"
    with Shelf() as shelf:
        project = shelf.new_project(os.path.join(FIXTURES, "pond.html"))
        verdicts = {option["licence"]: option["verdict"] for option in json.loads(cli("rights", "--json", project))["options"]}
        assert verdicts["CC-BY-SA-4.0"] == "allowed" and verdicts["CC-BY-4.0"] == "forbidden", verdicts
        window = Window(shelf, project)
        window.page("Rights")
        window.see("list item", "Text of “Life in a Pond”")
        settled = window.see("list", "What the sources settle already")
        window.see("label", "Shared on the same terms", settled)
        window.see("label", "because of the text", settled)
        assert not window.all(("radio button", "check box"), "On any terms"), "what the source forbids can be chosen"
        window.press("Why not another licence?")
        closed = window.see("list", "Why not another licence?")
        window.see("label", "CC BY 4.0", closed)
        window.see("label", re.compile("demands the same licence"), closed)
        window.choose_licence()
        assert until(lambda: json.loads(cli("rights", "--json", project))["chosen"] == "CC-BY-SA-4.0")
        assert not window.unnamed(), window.unnamed()
        window.close()
        assert json.loads(cli("rights", "--json", project))["chosen"] == "CC-BY-SA-4.0"


def new_figures(shelf):
    """A book with two pictures by others, one of which nobody may sell and one whose licence nobody knows."""
    folder = os.path.join(shelf.folder, "trip")
    os.makedirs(folder)
    for name in ("bus.jpg", "map.jpg"):
        copy_silent(os.path.join(FIXTURES, "road.jpg"), os.path.join(folder, name))
    with open(os.path.join(folder, "trip.html"), "w", encoding="utf-8") as page:
        page.write("""<!DOCTYPE html><html lang="en"><head><title>A Trip</title><meta charset="utf-8">
<link rel="license" href="https://creativecommons.org/licenses/by/4.0/"></head><body><h1>A Trip</h1>
<p>We go by bus.</p>
<figure><img src="bus.jpg" alt="A bus"><figcaption>Figure 1 The bus. Photo: Ines Kowalska, CC BY-NC 2.0</figcaption></figure>
<p>We read a map.</p>
<figure><img src="map.jpg" alt="A map"><figcaption>Figure 2 The map. © 2019 T. Brandt</figcaption></figure>
<p>We come home.</p></body></html>""")
    return shelf.new_project(os.path.join(folder, "trip.html"))


@tap.test
def parts():
    "each part goes to its place; what is removed binds nothing, and undo brings it back"
    with Shelf() as shelf:
        project = new_figures(shelf)
        window = Window(shelf, project)
        window.page("Rights")
        bus = window.see("list item", re.compile("^Figure 1 The bus"))
        parts = json.loads(cli("rights", "--json", project))["components"]
        assert not any(name(node) in [part["id"] for part in parts] for node in window.all("label")), "a part is called by its id"
        window.see("label", "No commercial use of the whole book", bus)
        window.see("label", re.compile("^Text of “A Trip”"))
        assert not window.unnamed(), window.unnamed()
        window.press(window.see("push button", "Remove", bus))
        window.see("label", "Left out, so they bind nothing: 1 picture")
        window.gone("list item", re.compile("^Figure 1 The bus"))
        # That of the toast, which goes with it; the header bar has another.
        window.press(window.all("push button", "Undo")[-1])
        window.see("list item", re.compile("^Figure 1 The bus"))
        window.gone("label", re.compile("^Left out, so they"))
        window.close()


@tap.test
def jump():
    "a row goes to where its part stands"
    with Shelf() as shelf:
        window = Window(shelf, new_figures(shelf))
        window.page("Rights")
        window.click(window.see("label", re.compile("^Figure 1 The bus"), window.see("list item", re.compile("^Figure 1 The bus"))))
        window.see("list", "Source and adaptation")
        window.see("text", "Your text")
        window.close()


@tap.test
def replace():
    "a part is replaced from its row: the chooser opens at its place in the workbench"
    with Shelf() as shelf:
        window = Window(shelf, new_figures(shelf))
        window.page("Rights")
        window.press(window.see("push button", "Replace…", window.see("list item", re.compile("^Figure 1 The bus"))))
        window.see("list", "Source and adaptation")
        window.pick_file(os.path.join(FIXTURES, "road.jpg"))
        window.see("frame", re.compile("Replace"))
        window.key("Escape")
        window.close()


@tap.test
def places():
    "the credit is shown in its three places, in the language of the edition"
    with Shelf() as shelf:
        window = Window(shelf, new_figures(shelf))
        window.page("Rights")
        window.see("label", re.compile("^تنقل هذه الطبعة"))
        window.press("Figures")
        line = name(window.see("label", re.compile("Ines Kowalska.*CC BY-NC 2.0")))
        window.gone("label", re.compile("^تنقل هذه الطبعة"))
        window.press("List")
        window.see("label", re.compile("Ines Kowalska.*CC BY-NC 2.0"))
        assert "CC BY-NC 2.0" in line
        window.press("Copyright page")
        window.see("label", re.compile("^تنقل هذه الطبعة"))
        window.close()


@tap.test
def publish():
    "the publish page says what is missing, leads there, and writes EPUB, PDF and HTML that carry the licence"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.page("Publish")
        window.see("label", "The licence of your edition has not been chosen.")
        assert not window.unnamed(), window.unnamed()
        window.page("Rights")
        window.choose_licence("Yes, also commercially", "Yes, changes may be shared", "On the same terms as yours")
        window.page("Publish")
        window.see("label", "Should be solved")
        files = [os.path.join(shelf.folder, "edition." + suffix) for suffix in ("epub", "pdf", "html")]
        for title, path in zip(("EPUB", "PDF", "Web Page"), files):
            window.choose_formats(title)
            window.press("Publish…")
            window.save_as(path)
            window.see("push button", f"Open: {os.path.basename(path)}")
            assert os.path.getsize(path) > 1000
        window.close()
        found = json.loads(cli("inspect", "--json", files[0]))
        assert found["licence"]["id"] == "CC-BY-SA-4.0", found["licence"]
        with open(files[1], "rb") as pdf:
            assert pdf.read(5) == b"%PDF-"


@tap.test
def bilingual():
    "an edition in both languages has the original after each passage"
    with Shelf() as shelf:
        project = shelf.new_project(os.path.join(FIXTURES, "pond.html"))
        cli("set", project, next(iter(json.loads(line)["id"] for line in cli("units", project).splitlines() if "Life in a Pond" in line)), "--target", "SAMAKI")
        window = Window(shelf, project)
        window.page("Publish")
        window.choose_formats("Web Page")
        window.press("In Both Languages")
        window.press("Export Draft…")
        path = os.path.join(shelf.folder, "both.html")
        window.save_as(path)
        window.see("push button", "Open: both.html")
        window.close()
        with open(path, encoding="utf-8") as file:
            written = file.read()
        assert written.index("SAMAKI") < written.rindex("Life in a Pond")
        assert 'lang="en"' in written, "the originals say their language"


main()
