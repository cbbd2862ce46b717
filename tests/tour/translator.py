#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools of a translator, as somebody new meets them: the sample becomes Spanish with Apertium, a memory, a glossary and checks.

    PYTHONPATH=tests/lib:tests/gui COGNATE_BUILD_ROOT=_build tests/tour/translator.py FOLDER [--dark]

FOLDER gets translator-NN-STEP.png. Needs Apertium with English and Spanish."""
import argparse
import json
import os
import re
import sys
import time

os.environ.setdefault("COGNATE_FIXTURES", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures"))

import scenes  # noqa: E402
from waiting import until  # noqa: E402
from window import SAMPLE, Shelf, Window, cli, find  # noqa: E402

SETTLE = 0.8  # seconds: pictures are decoded, and what slides has arrived
PANEL = ("panel", "About this passage")
OPENING, SUN, CLOUD = "Every drop of water", "The sun warms the sea", "High up it is cold"
TERMS = (("evaporation", "evaporación"), ("precipitation", "precipitación"), ("condensation", "condensación"), ("drop", "gota"))
_TMX = """<?xml version="1.0"?><tmx version="1.4"><header srclang="en" segtype="sentence" o-tmf="x" adminlang="en" datatype="xml"
creationtool="x" creationtoolversion="1"/><body>
<tu><tuv xml:lang="en"><seg>The sun warms the sea, and water rises as an invisible gas: evaporation.</seg></tuv>
<tuv xml:lang="es"><seg>El sol calienta el mar y el agua sube como un gas invisible: la evaporación.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>The drops join and fall as rain: precipitation.</seg></tuv>
<tuv xml:lang="es"><seg>Las gotas se unen y caen en forma de lluvia: la precipitación.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Turn off the light while you brush your teeth.</seg></tuv>
<tuv xml:lang="es"><seg>Apaga la luz mientras te cepillas los dientes.</seg></tuv></tu></body></tmx>"""


def new_project(shelf):
    project = shelf.new_project(SAMPLE, "es-MX")
    memory = os.path.join(shelf.folder, "last-year.tmx")
    with open(memory, "w", encoding="utf-8") as file:
        file.write(_TMX)
    cli("memory", "import", memory, "--data-dir", shelf.data)
    for term, translation in TERMS:
        cli("terms", "add", term, translation, "--from", "en", "--to", "es", "--data-dir", shelf.data)
    return project


def machine_words(project):
    return json.loads(cli("status", "--json", project))["words_machine"]


def services(window):
    scenes.choose_tool(window, "Translation Services…")
    frame = window.see("frame", "Translation Services")
    window.press(window.see(("switch", "check box", "toggle button"), re.compile("^Propose"), frame))
    yield "services"
    window.key("Escape")
    window.gone("frame", "Translation Services")


def write(window, project):
    """A passage by the machine, put right by a person; one from the memory."""
    panel = window.see(*PANEL)
    window.open_row(OPENING)
    window.see("label", re.compile("^Apertium"), panel)
    yield "machine-offers"
    window.press(window.see("push button", "Use", panel))
    assert until(lambda: machine_words(project) > 0)
    yield "machine-mark"
    window.press(window.see("push button", "Confirm", panel))
    assert until(lambda: machine_words(project) == 0)
    window.open_row(SUN)
    window.see("label", re.compile("%"), panel)
    yield "memory"
    window.key("ctrl+1")
    assert until(lambda: find(project, SUN)["target"])
    window.leave_editor()


def pretranslate(window, project):
    window.key("ctrl+shift+m")
    frame = window.see("frame", "Pretranslate")
    window.see("label", re.compile(r"^\d+ empty passages$"), frame)
    window.click(window.see("list item", "Whole Book", frame))
    window.choose_in_list(frame, "Machine Translation", "Apertium on this computer")
    yield "pretranslate"
    window.press(window.see("push button", "Pretranslate", frame))
    window.see("label", re.compile(r"passages are filled in$"), frame)
    yield "pretranslate-report"
    window.key("Escape")
    window.gone("frame", "Pretranslate")
    assert machine_words(project) > 0
    yield "pretranslated"


def check(window):
    scenes.choose_tool(window, re.compile("^Check the Text"))
    frame = window.see("frame", "Check the Text")
    window.see("push button", re.compile("^Ignore…"), frame)
    yield "checks"
    window.key("Escape")
    window.gone("frame", "Check the Text")


def walk(shelf, environment):
    project = new_project(shelf)
    window = Window(shelf, project, environment=environment)
    window.ready(OPENING)
    for part in (services(window), write(window, project), pretranslate(window, project), check(window)):
        for step in part:
            yield window, step
    window.page("Publish")
    window.see("label", "Should be solved")
    yield window, "publish"
    window.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--dark", action="store_true")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    try:
        with Shelf(is_composited=True) as shelf:
            environment = {**shelf.environment, "ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if options.dark else "prefer-light"}
            for number, (window, step) in enumerate(walk(shelf, environment), 1):
                window.put_pointer_away()
                time.sleep(SETTLE)
                shelf.desktop.picture().save(os.path.join(options.folder, f"translator-{number:02}-{step}.png"))
                print(step, flush=True)
    finally:
        if Shelf._desktop is not None:
            Shelf._desktop.__exit__(None, None, None)


main()
