# SPDX-License-Identifier: GPL-3.0-or-later
"""A source from the web: nobody is asked before the person says so, and what comes is imported like a file."""
import json
import re

import tap
from looks import moving
from waiting import until
from web_pages import GUIDE, ITEM, PAGE, ROAD, open_dialog
from web_site import SilentSite, Site
from window import Shelf, Window, cli, main


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
def silence():
    "while a server says nothing, nothing moves where animations are off; it can be stopped"
    with SilentSite() as site, Shelf() as shelf:
        window = Window(shelf)
        window.see_empty_shelf()
        frame = open_dialog(window, site, "/lesson")
        window.press("Continue")
        window.see("push button", "Stop", frame)
        window.put_pointer_away()
        assert not moving(window), "it moves"
        window.press("Stop", frame)
        window.see("label", re.compile("asks .*127\\.0\\.0\\.1"))
        window.key("Escape")
        window.gone("frame", "From the Web")
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
