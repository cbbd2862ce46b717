#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must stay together on a page, and what must stand at its foot: tables, captions, notes and boxes, tried at every height of a page."""
import tap
from pdf_making import Pdf, png

LINE = "<p>A line.</p>"
PICTURE = {"p.png": png(300, 200)}


def fillers(n):
    return "".join(f"<p>Line {i}.</p>" for i in range(n))


def pages(pdf):
    """Their texts, without those before the first chapter."""
    return [page for page in pdf.text("-layout").split("\f") if page.strip()]


def page_of(pdf, word):
    found = [i for i, page in enumerate(pages(pdf)) if word in page]
    assert found, f"{word} is on no page"
    return found[0]


def at_all_heights(block, files=()):
    """PDFs in which a block comes lower and lower on its page."""
    for n in range(20, 42, 3):
        yield Pdf(f"<h1>One</h1>{fillers(n)}{block}{fillers(8)}", files=files)


def table(n, caption="Caption of it", note=""):
    rows = "".join(f"<tr><td>cell{i:03d}</td><td>text{note if i == n - 1 else ''}</td></tr>" for i in range(n))
    return f"<table><caption>{caption}</caption><thead><tr><th>Headword</th><th>Other</th></tr></thead><tbody>{rows}</tbody></table>"


@tap.test
def captions_of_tables():
    "A table's caption is on the page of its first rows, and its head is never alone"
    for n in (4, 60):
        for pdf in at_all_heights(table(n)):
            assert page_of(pdf, "Caption of it") == page_of(pdf, "Headword") == page_of(pdf, "cell000") == page_of(pdf, "cell001")


@tap.test
def repeated_heads():
    "Each page of a broken table begins with the table's head, an artifact from the second on"
    pdf = Pdf(f"<h1>One</h1>{fillers(10)}{table(150)}")
    told = [page for page in pages(pdf) if "cell" in page]
    assert len(told) > 2 and all(page.index("Headword") < page.index("cell") for page in told)
    assert pdf.tagged().count("Headword") == 1


@tap.test
def pictures_without_captions():
    "A picture without a caption stays between the words that it stands between; one with a caption may let them go on"
    for caption, may_move in (("", False), ("<figcaption>Figure 1. The lake.</figcaption>", True)):
        moved = False
        for pdf in at_all_heights(f'<p>Before it.</p><figure><img src="p.png" alt="Lake">{caption}</figure><p>After it.</p>', PICTURE):
            figure = next(e for e in pdf.tree.walk() if e.type == "Figure")
            moved |= list(pdf.tree.pages).index(figure.kids[0][0]) > page_of(pdf, "After it")
        assert moved == may_move, (caption, moved)


@tap.test
def captions_of_figures():
    "A figure's caption is on the page of its picture"
    for pdf in at_all_heights('<figure><img src="p.png" alt="Lake"><figcaption>Caption of it</figcaption></figure>', PICTURE):
        figure = next(e for e in pdf.tree.walk() if e.type == "Figure")
        page = list(pdf.tree.pages).index(figure.kids[0][0])
        assert page == page_of(pdf, "Caption of it")


@tap.test
def short_boxes():
    "A short box, and a short answer, is not broken over pages"
    lines = "".join(f"<p>Boxed {i} of it.</p>" for i in range(5))
    for name in ("aside", 'section class="solution"', "details"):
        for pdf in at_all_heights(f"<{name}>{lines}</{name.split()[0]}>"):
            assert page_of(pdf, "Boxed 0") == page_of(pdf, "Boxed 4"), name


@tap.test
def notes_in_order():
    "Notes called in text, tables and captions stand at the foot of the page that calls them, in the order of their calls"
    def call(i):
        return f'<a role="doc-noteref" href="#n{i}">{i}</a>'

    notes = "".join(f'<aside role="doc-footnote" id="n{i}"><p>Note number {i}.</p></aside>' for i in range(1, 7))
    for n in (0, 24, 28, 32, 36):
        pdf = Pdf(f"<h1>One</h1>{fillers(n)}<p>One{call(1)}.</p><table><caption>Table{call(2)}</caption><tr><td>A{call(3)}</td><td>B</td></tr>"
                  f'<tr><td>C</td><td>D{call(4)}</td></tr></table><figure><img src="p.png" alt="x"><figcaption>Figure{call(5)}</figcaption></figure>'
                  f"<p>Last{call(6)}.</p>{notes}{fillers(9)}", files=PICTURE)
        text = pdf.text("-layout")
        # A figure may move to the next page, and takes its note with it.
        at = [text.index(f"Note number {i}.") for i in (1, 2, 3, 4)]
        assert at == sorted(at), (n, at)
        for word, i in (("One", 1), ("Table2", 2), ("A3", 3), ("D4", 4), ("Figure5", 5), ("Last6", 6)):
            found = [k for k, page in enumerate(pages(pdf)) if word in page.replace(" ", "")]
            assert page_of(pdf, f"Note number {i}.") in found, (n, word)
        pdf.assert_readable()


@tap.test
def headings():
    "A heading is not the last on its page"
    for pdf in at_all_heights("<h2>Headline</h2><p>Follower one.</p>"):
        # It stands in the contents too.
        told = [page for page in pages(pdf) if "Headline" in page]
        assert "Follower one" in told[-1]


tap.main()
