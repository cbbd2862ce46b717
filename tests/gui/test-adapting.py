# SPDX-License-Identifier: GPL-3.0-or-later
"""A chapter is adapted to another place and published, and the edition says, in its own language, what was changed."""
import json
import os
import shutil

import adapting
import tap
from window import FIXTURES, Shelf, Window, main

MARKET = os.path.join(FIXTURES, "market")


def adapt(language):
    with open(os.path.join(MARKET, f"{language}.json"), encoding="utf-8") as file:
        plan = json.load(file)
    with Shelf() as shelf:
        for name in (os.path.join(MARKET, "market.html"), os.path.join(FIXTURES, "road.jpg")):
            shutil.copy(name, shelf.folder)
        window = Window(shelf, os.path.join(shelf.folder, "market.html"))
        for step in adapting.begin(window, plan):
            shot(shelf, language, step)
        target = os.path.join(shelf.folder, "market.epub")
        for step in adapting.walk_all(window, shelf.project(), plan, target):
            shot(shelf, language, step)
        window.close()
        assert list(adapting.statement(target)) == plan["changes"], list(adapting.statement(target))


def shot(shelf, language, step):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], f"{language}-{step}.png"))


@tap.test
def kazakh():
    "from US English to Kazakh, for Kazakhstan"
    adapt("kk")


@tap.test
def arabic():
    "from US English to Arabic, for Egypt"
    adapt("ar")


main()
