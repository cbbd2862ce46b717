#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of the web by what WCAG 2.2 AA asks and axe does not look at (wcag.js; tests/wcag.md has all): in a browser without a screen, wide and
narrow, by day and by night. test-wcag.py FILE.html…: looks at those. Skipped without Chromium."""
import base64
import html
import json
import os
import re
import shutil
import subprocess
import sys

import folders
import tap

HERE = os.path.dirname(os.path.abspath(__file__))
CLI = os.path.join(os.environ.get("COGNATE_BUILD_ROOT", ""), "src/cli/cognate-cli")
BROWSER = shutil.which("chromium")
LANGUAGES = ("es-MX", "ar-EG")
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
# Chromium makes no window of less than 500 pixels; a frame in it may have any width.
WIDTHS = (1280, 320)
FRAME = """<!DOCTYPE html><meta charset="utf-8"><title>frame</title><style>body { margin: 0 } iframe { border: 0; width: %dpx; height: 700px }</style>
<iframe src="%s" onload="wait(this)"></iframe><script>
const wait = frame => {
  const text = frame.contentDocument.body.textContent;
  if (text.startsWith('{"found')) document.body.textContent = text;
  else setTimeout(() => wait(frame), 50);
};
</script>"""


def look(page, folder, width, is_dark):
    """[[criterion, words]…], and how many controls it has."""
    with open(page, encoding="utf-8") as file:
        text = file.read()
    with open(os.path.join(HERE, "wcag.js"), encoding="utf-8") as file:
        script = file.read()
    copy, frame = os.path.join(folder, "copy.html"), os.path.join(folder, "frame.html")
    with open(copy, "w", encoding="utf-8") as file:
        text = text.replace("<head>", f'<head><base href="file://{os.path.dirname(os.path.abspath(page))}/">', 1)
        file.write(re.sub(r"</body>\s*</html>\s*$", lambda end: f"<script>addEventListener('load', () => {{{script}}});</script>{end.group()}", text))
    with open(frame, "w", encoding="utf-8") as file:
        file.write(FRAME % (width, "copy.html"))
    said = subprocess.run([BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--window-size=1300,720",
                           "--virtual-time-budget=30000", f"--user-data-dir={folder}/profile", *(["--blink-settings=preferredColorScheme=0"] if is_dark else []),
                           "--dump-dom", f"file://{frame}"], capture_output=True, text=True, timeout=180, check=False).stdout
    answer = re.search(r"<body[^>]*>(\{.*\})</body>", said, re.DOTALL)
    assert answer, f"the browser said nothing of {page}: {said[-400:]}"
    answer = json.loads(html.unescape(answer.group(1)))
    assert (answer["width"], answer["dark"]) == (width, is_dark), answer
    return answer["found"], answer["controls"]


def look_all(page, folder):
    for width in WIDTHS:
        for is_dark in (False, True):
            found, controls = look(page, folder, width, is_dark)
            yield f"{width} px, {'dark' if is_dark else 'light'}, {controls} controls", found


def print_faults(given):
    worst = 0
    for page in given:
        for how, found in look_all(page, folders.make("wcag")):
            print(f"{page}: {how}: {len(found)}")
            for fault in found[:20]:
                print("   ", *fault)
            worst = max(worst, len(found))
    return worst > 0


BOOK = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The Pond</title><meta name="author" content="Ana Sato">
<link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/"></head><body>
<h1>The Pond</h1>
<p>In winter there is <a href="https://example.org/ice">ice</a> on the pond<a href="#n1" role="doc-noteref">1</a>; see <a href="#t">the table</a>.</p>
<figure><img src="ice.png" alt="Ice on a pond"><figcaption>Ice. (credit: Zoë Grün, CC BY 4.0)</figcaption></figure>
<h2>How thick it is</h2>
<table id="t"><caption>Ice</caption><thead><tr><th>Month</th><th>Thickness, in centimetres, as it was measured each morning</th><th>Hours of frost</th><th>Visitors</th></tr></thead>
<tbody><tr><td>December</td><td>5</td><td>61</td><td>Incomprehensibilities</td></tr><tr><td>January</td><td>12</td><td>205</td><td>7</td></tr></tbody></table>
<p><math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mi>d</mi><mo>=</mo><msqrt><mfrac><mrow><mn>2</mn><mi>λ</mi><mo>(</mo><msub><mi>T</mi><mn>0</mn></msub><mo>−</mo>
<msub><mi>T</mi><mn>1</mn></msub><mo>)</mo><mi>t</mi></mrow><mrow><mi>ρ</mi><mi>L</mi></mrow></mfrac></msqrt></math></p>
<h2>Frogs</h2><ul><li>They sleep in the <em>mud</em>.</li><li>See <a href="https://example.org/a-very-long-address/of-a-page/that-nobody-divides/about-frogs">
https://example.org/a-very-long-address/of-a-page/that-nobody-divides/about-frogs</a>.</li></ul><pre>temperature = measure(pond, depth=12)  # in degrees, and rather a long line</pre>
<p><a href="https://example.org/sato">Ana Sato</a><a href="#n2" role="doc-noteref">2</a></p><p><a href="#t">1</a> <a href="#n1">2</a></p>
<aside id="n2" role="doc-footnote"><p><a href="https://example.org/lake">https://example.org/lake</a></p></aside><aside id="n1" role="doc-footnote"><p>Not every year.</p></aside></body></html>"""

# Each of these a fault of its own.
FAULTY = """<!DOCTYPE html><html><head><meta charset="utf-8"><title> </title><style>:focus-visible { outline: none } .low a { outline: 2px solid #eee !important }
.bar { position: fixed; inset: 0 0 auto 0; height: 60px; background: #ccc; z-index: 9 } .box { height: 1.3em; overflow: hidden; line-height: 1.3 } p a { text-decoration: none }</style></head>
<body><div class="bar">over all</div><p style="margin: 0">A <a href="#x">link by colour</a> under the bar</p><p class="low">Another <a href="#x">hardly ringed</a></p>
<div class="box">A line that fits as long as nobody wants more room between the words of it</div><img src="data:," width="9" height="9"><div style="width: 900px">wide</div>
<p><a href="#x" tabindex="3">first of all</a></p><p><a href="#x">name</a><a href="#x">1</a></p><div style="height: 22px; overflow: hidden; line-height: 1.2; font-size: 1rem">Large</div></body></html>"""
FAULTS = {"1.1.1", "1.4.1", "1.4.4", "1.4.10", "1.4.11", "1.4.12", "2.4.1", "2.4.2", "2.4.3", "2.4.7", "2.4.11", "2.5.8", "3.1.1"}


class Shelf:
    """The book above, in two languages."""

    def __init__(self):
        self.folder = folders.make("wcag")
        source = os.path.join(self.folder, "pond.html")
        with open(source, "w", encoding="utf-8") as file:
            file.write(BOOK)
        with open(os.path.join(self.folder, "ice.png"), "wb") as file:
            file.write(base64.b64decode(DOT))
        for language in LANGUAGES:
            run("new", self.get_project(language), "--to", language, "--from", source)
            run("licence", "choose", self.get_project(language), "CC-BY-SA-4.0")

    def get_project(self, language):
        return os.path.join(self.folder, f"{language}.cognate")

    def list_pages(self, language, name, *options):
        """Of an edition."""
        made = os.path.join(self.folder, name)
        run("export", self.get_project(language), made, "--draft", *options)
        if not os.path.isdir(made):
            return [made]
        return [os.path.join(place, page) for place, _, pages in os.walk(made) for page in sorted(pages) if page.endswith(".html")]

    def expect_none(self, name, *options):
        for language in LANGUAGES:
            pages = self.list_pages(language, f"{language}-{name}", *options)
            assert pages
            for page in pages:
                for how, faults in look_all(page, self.folder):
                    assert not faults, f"{language}, {os.path.basename(page)}, {how}: {faults}"


def run(*words):
    subprocess.run([CLI, *words], check=True, capture_output=True)


@tap.test
def faults():
    "each kind of fault is seen where there is one"
    folder = folders.make("wcag-faults")
    page = os.path.join(folder, "page.html")
    with open(page, "w", encoding="utf-8") as file:
        file.write(FAULTY)
    seen = {criterion for _, found in look_all(page, folder) for criterion, _ in found}
    assert seen == FAULTS, (seen - FAULTS, FAULTS - seen)


@tap.test
def one_page():
    "a book in one page has none"
    shelf.expect_none("one.html")


@tap.test
def large_print():
    "nor has one in large print"
    shelf.expect_none("large.html", "--large-print")


@tap.test
def bilingual():
    "nor one with the original after each passage"
    shelf.expect_none("both.html", "--bilingual")


@tap.test
def pages():
    "nor one of many pages"
    shelf.expect_none("site")


if len(sys.argv) > 1 and os.path.exists(sys.argv[1]):
    sys.exit(print_faults(sys.argv[1:]))
if BROWSER is None:
    tap.skip_all("no Chromium")
shelf = Shelf()
tap.main()
