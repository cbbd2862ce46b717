# SPDX-License-Identifier: GPL-3.0-or-later
"""A source from the web: nobody is asked before the person says so, and what comes is imported like a file."""
import json
import os
import re

import tap
from waiting import until
from web_site import Site
from window import FIXTURES, Shelf, Window, cli, main

with open(os.path.join(FIXTURES, "road.jpg"), "rb") as _file:
    ROAD = ("image/jpeg", _file.read())
PAGE = ("text/html", """<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>المد والجزر</title></head><body><main>
<h1>المد والجزر</h1><p>يرتفع البحر وينخفض مرتين في اليوم.</p><figure><img src="road.jpg" alt="طريق"><figcaption>طريق</figcaption></figure></main>
<footer><p><a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></p></footer></body></html>""".encode())
ITEM = ("text/html", b"""<!DOCTYPE html><html lang="en"><head><meta name="Generator" content="DSpace 6.3"><title>Safe Water</title>
<meta name="DC.title" content="Safe Water"><meta name="DC.creator" content="PAHO"><meta name="DC.rights" content="CC BY 4.0"></head><body><main>
<h1>Safe Water</h1><p>A guide.</p><p><a href="/bitstream/1/water.md">The guide</a> <a href="/bitstream/1/annex.md">Its annex</a></p></main></body></html>""")
GUIDE = ("text/markdown", b"# Safe Water\n\nBoil water for a minute.\n")


def open_dialog(window, site, path):
    window.press("From the Web…")
    frame = window.see("frame", "From the Web")
    assert not window.unnamed(), window.unnamed()
    window.type(site.address(path))
    window.see("label", re.compile("asks .*127\\.0\\.0\\.1"))
    return frame


@tap.test
def page():
    "a page comes with its picture, its licence, its address and the day; nobody is asked before Continue"
    with Site({"/lesson": PAGE, "/road.jpg": ROAD}) as site, Shelf() as shelf:
        window = Window(shelf)
        window.see_empty_shelf()
        open_dialog(window, site, "/lesson")
        assert not site.asked, site.asked
        window.press("Continue")
        window.see_found("المد والجزر", "CC BY 4.0")
        window.gone("frame", "From the Web")
        assert site.asked == ["/lesson", "/road.jpg"], site.asked
        window.start_adapting("pl-PL")
        window.row("يرتفع البحر")
        window.close()
        credit = json.loads(cli("status", "--json", shelf.project()))["sources"]
        assert len(credit) == 1
        assert site.address("/lesson") in cli("attribution", shelf.project())


@tap.test
def choice():
    "a library's page about a work offers its files; one is chosen by the keyboard"
    with Site({"/handle/1/2": ITEM, "/bitstream/1/water.md": GUIDE}) as site, Shelf() as shelf:
        window = Window(shelf)
        window.see_empty_shelf()
        open_dialog(window, site, "/handle/1/2")
        window.key("Return")
        window.see("label", "What do you want to bring in?")
        window.see("label", re.compile("The guide$"))
        assert not window.unnamed(), window.unnamed()
        assert not any("bitstream" in path for path in site.asked), site.asked
        window.key("Return")
        window.see_found("^Safe Water$", "CC BY 4.0", "PAHO")
        assert "/bitstream/1/water.md" in site.asked, site.asked
        window.press("Cancel")
        window.gone("frame", "Import")
        window.close()


@tap.test
def faults():
    "a page that is not there is said in plain words, with a way back; no address is no question"
    with Site({}) as site, Shelf() as shelf:
        window = Window(shelf)
        window.see_empty_shelf()
        open_dialog(window, site, "/gone")
        window.press("Continue")
        window.see("label", "This Could Not Be Fetched")
        window.see("label", re.compile("has no page at this address"))
        window.press("Back to the Address")
        window.see("label", re.compile("asks .*127\\.0\\.0\\.1"))
        window.key("ctrl+a")
        window.type("ftp://example.org/x")
        window.see("label", re.compile("only addresses that begin with https://"))
        window.key("Escape")
        window.gone("frame", "From the Web")
        assert until(lambda: len(site.asked) == 1), site.asked
        window.close()


main()
