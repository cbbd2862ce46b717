# SPDX-License-Identifier: GPL-3.0-or-later
"""Rights and publishing, as the window shows them and as the files carry them."""
import json
import os
import re

import tap
from waiting import until
from window import FIXTURES, Shelf, Window, cli, main


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
