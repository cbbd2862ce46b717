# SPDX-License-Identifier: GPL-3.0-or-later
"""Rights and publishing, as the window shows them and as the files carry them."""
import json
import os

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
        window.see("list item", "Yes, the same licence", window.see("list", "What the sources settle already"))
        assert not window.all(("radio button", "check box"), "No, any licence"), "what the source forbids can be chosen"
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
        window.choose_licence("Yes, also commercially", "Yes, changes may be shared", "Yes, the same licence")
        window.page("Publish")
        window.see("label", "Should Be Solved")
        files = [os.path.join(shelf.folder, "edition." + suffix) for suffix in ("epub", "pdf", "html")]
        for number, path in enumerate(files):
            window.choose_format(number)
            window.press("Publish…")
            window.save_as(path)
            window.see("label", f"“{os.path.basename(path)}” is published")
            assert os.path.getsize(path) > 1000
        window.close()
        found = json.loads(cli("inspect", "--json", files[0]))
        assert found["licence"]["id"] == "CC-BY-SA-4.0", found["licence"]
        with open(files[1], "rb") as pdf:
            assert pdf.read(5) == b"%PDF-"


main()
