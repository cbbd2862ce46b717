#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small book with all that a text has keeps the rules for screen readers, and the checker sees where one is broken."""
import json
import os
import re
import subprocess

import pdf_rules
import tap
from pdf_making import Pdf, png

BODY = """<h1>First</h1><p>Some text with a <a href="#t">link</a>, one <a href="https://example.org/x">out</a>, and a note<a role="doc-noteref"
href="#n">1</a>.</p><aside role="doc-footnote" id="n"><p>The note.</p></aside><ol><li>one</li><li><p>two</p><ul><li>deep</li></ul></li></ol>
<p>Energy <math xmlns="http://www.w3.org/1998/Math/MathML"><mi>E</mi><mo>=</mo><mi>m</mi></math>.</p><h2 id="t">Part of it</h2>
<table><caption>Units</caption><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td rowspan="2">1</td><td>2</td></tr>
<tr><td>3</td></tr><tr><td>4</td></tr></tbody></table><p lang="fr">Un mot.</p><figure><img src="p.png" alt="A lake"><figcaption>The lake.</figcaption></figure>"""

book = None


def get_book():
    global book
    if book is None:
        book = Pdf(BODY, files={"p.png": png(60, 40)})
    return book


@tap.test
def rules():
    "A small book keeps all the rules"
    get_book().assert_readable()


@tap.test
def order():
    "Its structure says the text in its order, without anything between"
    share, wrong = pdf_rules.compare_order(get_book().tree, re.sub(r"<math.*?</math>|<[^>]*>", "\n", BODY).splitlines())
    assert share == 1, wrong


@tap.test
def options():
    "They hold for every paper, in print, in grey and in an archive"
    for chosen in (["--paper", "A5"], ["--paper", "B5"], ["--for", "print"], ["--for", "print-shop"], ["--grey"], ["--archive"], ["--answers-at-end"]):
        pdf = Pdf(BODY, files={"p.png": png(60, 40)}, options=chosen)
        faults = pdf.checker.run()
        assert not faults, (chosen, faults)
        pdf.assert_words()


def spoil(pattern, replacement):
    """The faults of the book with something else in its objects."""
    path = get_book().path
    out = path.replace("book.pdf", "spoilt")
    subprocess.run(["qpdf", "--json-output", "--json-stream-data=inline", path, out + ".json"], check=True)
    with open(out + ".json", encoding="utf-8") as file:
        text = json.dumps(json.load(file))
    spoilt, n = re.subn(pattern, replacement, text, count=0 if "Tabs" in pattern else 1)
    assert n, f"{pattern} is not in the file"
    with open(out + ".json", "w", encoding="utf-8") as file:
        file.write(spoilt)
    subprocess.run(["qpdf", "--json-input", out + ".json", out + ".pdf"], check=True)
    return pdf_rules.check(out + ".pdf")


@tap.test
def spoilt():
    "What is taken out or changed is found"
    cases = [
        (r'"/Lang": "u:en", ("/MarkInfo")', r"\1", "the document has no language"),
        (r'"/DisplayDocTitle": true', '"/DisplayDocTitle": false', "the title is not shown"),
        (r'"/Marked": true', '"/Marked": false', "the document is not marked as tagged"),
        (r'"/Scope": "/Column"', '"/Scope2": "/Column"', "a TH without Scope"),
        (r'"/Alt": "u:A lake"', '"/Alt": "u:"', "a Figure without words"),
        (r'"/S": "/H2"', '"/S": "/H4"', "a level of headings is skipped"),
        (r'"/RowSpan": 2', '"/RowSpan": 1', "rows of a table differ in length"),
        (r'"/S": "/LBody"', '"/S": "/P"', "P in LI"),
        (r'"/Tabs": "/S"', '"/Tabs": "/R"', "the tab order does not follow the structure"),
        (r'"/Contents": "u:[^"]*"', '"/Contents": "u:"', "a link without a description"),
        (r'"/MCID": 1\b', '"/MCID": 77', "the tree names a piece that is on no page"),
        (r'"/ID": "u:(?!cognate-)', '"/IDD": "u:', "a Note without an ID of its own"),
        (r'"/StructParent": \d+', '"/StructParent": 999', "the parent tree is wrong"),
        (r'"/S": "/Link"', '"/S": "/Span"', "an annotation in the tree that is no link on a page"),
    ]
    for pattern, replacement, wanted in cases:
        found = spoil(pattern, replacement)
        assert any(fault.startswith(wanted) for fault in found), f"{wanted}: not found, but {found}"


@tap.test
def loose():
    "Content outside of all marks is found"
    folder = os.path.dirname(get_book().path)
    plain = os.path.join(folder, "plain.pdf")
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", get_book().path, plain], check=True)
    with open(plain, "rb") as file:
        data = file.read()
    with open(plain, "wb") as file:
        file.write(data.replace(b"/Artifact BMC", b"/Span BMC    "))
    assert [fault for fault in pdf_rules.check(plain) if fault.startswith("content that is neither")]


tap.main()
