#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The licence guide, as somebody new meets it: a picture of each step for four books that are not easy.

    PYTHONPATH=tests/lib:tests/gui COGNATE_BUILD_ROOT=_build tests/tour/guide.py FOLDER [--dark] [--only BOOK] [--openstax FILE]

FOLDER gets guide-BOOK-STEP.png. The fourth book is an OpenStax source; without --openstax it is left out."""
import argparse
import json
import os
import sys
import time

os.environ.setdefault("COGNATE_FIXTURES", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures"))

from window import FIXTURES, Shelf, Window, cli, copy_silent  # noqa: E402

SETTLE = 0.8  # seconds: pictures are decoded, and what slides has arrived

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>{title}</title><meta name="author" content="{author}"/></head><body>
<h1>{title}</h1>
{text}
<footer><p>{rights}</p></footer></body></html>
"""
_FIGURE = """<figure><img src="road.jpg" alt="{alt}"/><figcaption>{caption} Photo by {who}, licensed under
<a href="https://creativecommons.org/licenses/{licence}/">CC {name}</a>.</figcaption></figure>
"""


def _write(shelf, name, **words):
    path = os.path.join(shelf.folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as page:
        page.write(_PAGE.format(**words))
    copy_silent(os.path.join(FIXTURES, "road.jpg"), os.path.join(os.path.dirname(path), "road.jpg"))
    return path


def _import(shelf, path, environment):
    """The import, and the Rights page once the project is there."""
    window = Window(shelf, path, environment=environment)
    window.see_found("CC ")
    yield "import"
    window.start_adapting("ar-EG")
    window.page("Rights")
    window.see("label", "Licence of your edition")
    yield "rights"
    yield window


def report(shelf, environment):
    """A report of an international organisation: one licence, whose version decides, and a publisher's notices."""
    path = _write(shelf, "report.html", title="Water for Every School", author="UNESCO",
                  text="<p>Half of all schools have water.</p><h2>What to do</h2><p>Build wells first.</p>",
                  rights="Published in 2023 by the United Nations Educational, Scientific and Cultural Organization. © UNESCO 2023. This publication is available in Open "
                         "Access under the Attribution-ShareAlike 3.0 IGO (CC-BY-SA 3.0 IGO) license "
                         '(<a href="http://creativecommons.org/licenses/by-sa/3.0/igo/">http://creativecommons.org/licenses/by-sa/3.0/igo/</a>). '
                         "The designations employed and the presentation of material throughout this publication do not imply the expression of any opinion "
                         "whatsoever on the part of UNESCO.")
    for step in _import(shelf, path, environment):
        if isinstance(step, Window):
            step.press("Use This Licence")
            step.see("label", "Chosen")
            yield step, "chosen"
        else:
            yield shelf.windows[-1], step


def remix(shelf, environment):
    """Text that is to be shared alike, and figures that are not for sale."""
    figures = "".join(_FIGURE.format(alt="A road", caption=caption, who=who, licence="by-nc/2.0", name="BY-NC 2.0")
                      for caption, who in (("The road in the morning.", "Amina Odhiambo"), ("The road at night.", "Li Wei")))
    path = _write(shelf, "remix.html", title="Roads", author="Ines Kowalska", text="<p>Every road was a path once.</p>" + figures,
                  rights='Text: <a rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>.')
    for step in _import(shelf, path, environment):
        if isinstance(step, Window):
            step.press(step.see(("radio button", "check box"), "Yes, changes may be shared"))
            step.press(step.see(("radio button", "check box"), "On any terms"))
            step.see("label", "Chosen")
            yield step, "chosen"
        else:
            yield shelf.windows[-1], step


def closed(shelf, environment):
    """A book that may not be changed: said before any work is done."""
    path = _write(shelf, "closed.html", title="The Old Mill", author="Jan Mlynar", text="<p>Once there was a mill.</p>",
                  rights='<a rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/">CC BY-ND 4.0</a>')
    for step in _import(shelf, path, environment):
        if not isinstance(step, Window):
            yield shelf.windows[-1], step


def openstax(shelf, environment, source):
    """A textbook with one picture of which all rights are reserved."""
    project = shelf.new_project(source, "pl-PL")
    item = next(c["id"] for c in json.loads(cli("credit", "list", project, "--json")) if not c["id"].startswith("s"))
    cli("credit", "set", project, item, "--licence", "LicenseRef-AllRightsReserved", "--why", "The photographer's page says: all rights reserved")
    window = Window(shelf, project, environment=environment)
    window.page("Rights")
    window.see("label", "Licence of your edition")
    yield window, "rights"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--openstax")
    options = parser.parse_args()
    books = {"report": report, "remix": remix, "closed": closed}
    if options.openstax:
        books["openstax"] = lambda shelf, environment: openstax(shelf, environment, options.openstax)
    os.makedirs(options.folder, exist_ok=True)
    failed = 0
    try:
        for name, book in books.items():
            if options.only and name not in options.only:
                continue
            try:
                with Shelf(is_composited=True) as shelf:
                    environment = {**shelf.environment, "ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if options.dark else "prefer-light"}
                    for window, step in book(shelf, environment):
                        window.put_pointer_away()
                        time.sleep(SETTLE)
                        shelf.desktop.picture().save(os.path.join(options.folder, f"guide-{name}-{step}.png"))
                        print(name, step, flush=True)
            except Exception as error:
                failed += 1
                print(f"{name}: {type(error).__name__}: {str(error)[:1500]}", file=sys.stderr, flush=True)
    finally:
        if Shelf._desktop is not None:
            Shelf._desktop.__exit__(None, None, None)
    return failed


sys.exit(main())
