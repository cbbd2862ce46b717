# SPDX-License-Identifier: GPL-3.0-or-later
"""A web site on loopback, and the dialog that asks for its address."""
import os
import re

from window import FIXTURES

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
    window.has_keyboard(frame)
    window.type(site.address(path))
    window.see("label", re.compile("asks .*127\\.0\\.0\\.1"))
    return frame
