#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that no page was made for: each still gives pages that can be read, with every word on them, nothing outside the type area, nothing
over something else, and every rule for screen readers kept."""
import pdf_making
import tap
from pdf_making import Pdf

PIXEL = pdf_making.png(40, 30)


def words(n, prefix="word"):
    return " ".join(f"{prefix}{i:04d}" for i in range(n))


def paragraphs(n):
    return "".join(f"<p>Paragraph {i:03d} of some length, so that a page has something to say between other things.</p>" for i in range(n))


def row(cells, name="td"):
    return "<tr>" + "".join(f"<{name}>{cell}</{name}>" for cell in cells) + "</tr>"


@tap.test
def unknown_mathematics():
    "A formula with elements that no one knows is its text"
    pdf = Pdf('<h1>One</h1><p>Here <math xmlns="http://www.w3.org/1998/Math/MathML"><mfoo><mi>abc</mi></mfoo><mo>+</mo><mbar>unknown</mbar></math> '
              'it is.</p><math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mwhat/></math><p>After it.</p>')
    pdf.assert_readable()
    pdf.assert_words(["abc", "unknown"])


@tap.test
def broken_pictures():
    "A picture that cannot be shown is a framed gap with what it shows in words, and is reported"
    half = PIXEL[:len(PIXEL) // 2]
    pdf = Pdf('<h1>One</h1><figure><img src="half.png" alt="A lost lake"><figcaption>Figure 1. A caption.</figcaption></figure>'
              '<p>In a line <img src="half.png" alt="half of a hill"> and on.</p><p><img src="empty.jpg" alt="An empty road"></p>'
              '<table><tr><td><img src="bad.svg" alt="A bad drawing"></td><td>other</td></tr></table>'
              '<p><img src="garbage.png" alt=""></p><p>After them.</p>',
              files={"garbage.png": b"no picture at all " * 20, "half.png": half, "empty.jpg": b"\xff\xd8\xff", "bad.svg": b"<svg><g>"})
    pdf.assert_readable()
    pdf.assert_words("A lost lake half of a hill An empty road A bad drawing".split())
    assert [e for e in pdf.tree.walk() if e.type == "Figure" and e.get("Alt") == "A lost lake"], "the gap is no Figure"
    for name in ("garbage", "half", "empty"):
        assert name in pdf.report, pdf.report


@tap.test
def long_words():
    "A word that is longer than its line is broken, wherever it stands"
    word = "Donaudampfschifffahrts" * 12
    address = "https://example.org/" + "a-very-long-path/" * 20
    pdf = Pdf(f'<h1>{word}</h1><h2>{word}</h2><p>{word}</p><ul><li>{word}<ol><li>{word}</li></ol></li></ul><p><a href="{address}">{address}</a></p>'
              f'<blockquote><p>{word}</p></blockquote><pre>{word}</pre><figure><img src="p.png" alt="x"><figcaption>{word}</figcaption></figure>'
              f'<table>{row([word] * 6)}{row(["a"] * 6)}</table><dl><dt>{word}</dt><dd>{word}</dd></dl>', files={"p.png": PIXEL}, title=word)
    pdf.assert_readable()


@tap.test
def wide_table():
    "A table of sixty columns is all there"
    body = row([f"c{i:02d}" for i in range(60)], "th") + "".join(row([f"x{r}y{i:02d}" for i in range(60)]) for r in range(30))
    Pdf(f"<h1>One</h1><p>Before.</p><table><caption>Wide and wider</caption><thead>{body[:body.index('</tr>') + 5]}</thead>"
        f"<tbody>{body[body.index('</tr>') + 5:]}</tbody></table><p>After.</p>").assert_readable()


@tap.test
def tables_of_many_widths():
    "Tables of ten to forty columns keep to the type area"
    for n in (12, 25, 40):
        cells = "".join(row([f"r{r}c{i} some words" for i in range(n)]) for r in range(5))
        Pdf(f"<h1>One</h1><table>{cells}</table>").assert_readable()


@tap.test
def long_table():
    "A table of five thousand rows is made in time, its head on each page"
    cells = "".join(row([f"row{i:04d}", "some text", str(i * i)]) for i in range(5000))
    pdf = Pdf(f"<h1>One</h1><table><thead>{row(['Number', 'Words', 'Square'], 'th')}</thead><tbody>{cells}</tbody></table>")
    assert pdf.seconds < 20, f"{pdf.seconds:.1f} s"
    pdf.assert_rules()
    pdf.assert_words([f"row{i:04d}" for i in range(5000)])
    tables = [page for page in pdf.text().split("\f") if "row" in page]
    assert len(tables) > 50 and all("Square" in page for page in tables)
    assert len([e for e in pdf.tree.walk() if e.type == "TH"]) == 3


@tap.test
def deep_lists():
    "Lists twelve and forty deep are indented as far as there is room"
    for depth in (12, 40):
        body = "".join(f"<{'ol' if i % 2 else 'ul'}><li>level{i:02d} {words(12)}" for i in range(depth))
        body += "".join(f"</li></{'ol' if i % 2 else 'ul'}>" for i in reversed(range(depth)))
        Pdf(f"<h1>One</h1>{body}<p>After.</p>").assert_readable()


@tap.test
def deep_boxes():
    "So are quotations, boxes and answers in each other"
    for name in ("blockquote", "aside", "section", "details"):
        body = f"<{name}><p>deep {words(10)}</p>" * 25 + f"</{name}>" * 25
        Pdf(f"<h1>One</h1>{body}<p>After.</p>").assert_readable()


@tap.test
def tall_figures():
    "A figure taller than the page is made smaller, with its caption"
    pdf = Pdf('<h1>One</h1><p>Before.</p><figure><img src="tall.png" alt="A tower"><figcaption>Figure 1. Very tall.</figcaption></figure><p>After.</p>'
              '<p><img src="tall.png" alt="Again"></p><ul><li><img src="tall.png" alt="In a list"></li></ul>'
              f'<table>{row(["<img src=tall.png alt=Cell>", "<img src=tall.png alt=Other>"])}</table><p>In a line <img src="tall.png" alt="high"> of text.</p>'
              '<p><img src="wide.png" alt="Wide"></p>', files={"tall.png": pdf_making.png(300, 6000), "wide.png": pdf_making.png(9000, 20)})
    pdf.assert_readable()


@tap.test
def many_pictures_in_a_figure():
    "A figure of many pictures is spread over pages"
    body = "".join(f'<img src="p.png" alt="Picture {i}">' for i in range(30))
    pdf = Pdf(f"<h1>One</h1><figure>{body}<figcaption>All of them.</figcaption></figure><p>After.</p>", files={"p.png": pdf_making.png(700, 500)})
    pdf.assert_readable()
    assert len([e for e in pdf.tree.walk() if e.type == "Figure"]) == 30


@tap.test
def long_captions():
    "A caption longer than a page goes on overleaf, of a figure and of a table"
    pdf = Pdf(f'<h1>One</h1><p>Before.</p><figure><img src="p.png" alt="x"><figcaption>{words(2500, "figure")}</figcaption></figure>'
              f'<table><caption>{words(2500, "table")}</caption>{row(["a", "b"])}{row(["c", "d"])}</table><p>After.</p>', files={"p.png": pdf_making.png(500, 400)})
    pdf.assert_readable()


def note(i, text):
    return f'<aside role="doc-footnote" id="n{i}"><p>{text}</p></aside>'


def call(i):
    return f'<a role="doc-noteref" href="#n{i}">{i}</a>'


@tap.test
def many_notes():
    "Three hundred notes of one page are all there, in their order"
    body = "<p>" + " ".join(f"w{i}{call(i)}" for i in range(300)) + "</p>" + "".join(note(i, f"Note number{i:03d} says this.") for i in range(300))
    pdf = Pdf(f"<h1>One</h1>{body}<p>After.</p>")
    pdf.assert_readable()
    text = pdf.text()
    places = [text.index(f"number{i:03d}") for i in range(300)]
    assert places == sorted(places)
    assert len([e for e in pdf.tree.walk() if e.type == "Note"]) == 300


@tap.test
def long_notes():
    "A note longer than a page goes on overleaf; one may hold a table, a list and a picture"
    held = f'{words(40)}</p><table>{row(["in", "note"])}</table><ul><li>item</li></ul><p><img src="p.png" alt="Noted">'
    pdf = Pdf(f'<h1>One</h1><p>Text{call(1)} and {call(2)} more.</p>{note(1, words(3000))}{note(2, held)}{paragraphs(20)}', files={"p.png": pdf_making.png(300, 3000)})
    pdf.assert_readable()


@tap.test
def turned_notes():
    "A note of a turned table that ends the chapter goes on overleaf"
    head = row([f"Character{i}" for i in range(12)], "th")
    cells = row([f"measure{i}" for i in range(11)] + [f"last{call(1)}"])
    Pdf(f"<h1>One</h1><p>Before.</p><table>{head}{cells}</table>{note(1, words(2500))}").assert_readable()


@tap.test
def tall_cells():
    "A cell taller than a page is broken, also one over several rows and one in the head"
    long = "".join(f"<p>{words(60, 'cell')}</p>" for _ in range(30))
    tall = "<br>".join(f"tall{i:03d}" for i in range(150))
    cases = [row([long, "short"]) + row(["c", "d"]),
             f"<tr><td rowspan=3>{tall}</td><td>one</td></tr><tr><td>two</td></tr><tr><td>three</td></tr>" + row(["after", "it"]),
             f"<thead>{row([tall, 'Head'], 'th')}</thead><tbody>{row(['c', 'd']) * 40}</tbody>",
             row([f'<ul><li>{"</li><li>".join(words(200, "item").split())}</li></ul>', tall])]
    for case in cases:
        Pdf(f"<h1>One</h1><p>Before.</p><table>{case}</table><p>After.</p>").assert_readable()


@tap.test
def tables_in_tables():
    "Tables in tables in tables"
    inner = "x" * 3
    for depth in range(6):
        inner = f"<table>{row([f'a{depth}', inner, 'some words'])}{row([f'b{depth}', 'c', 'd'])}</table>"
    Pdf(f"<h1>One</h1>{inner}<p>After.</p>").assert_readable()
    big = "<table>" + "".join(row([f"in{i:03d}", words(8)]) for i in range(150)) + "</table>"
    Pdf(f"<h1>One</h1><table>{row(['left', big])}</table>").assert_readable()


@tap.test
def headings_only():
    "A hundred headings in a row, and nothing between"
    body = "".join(f"<h{i % 6 + 1}>Heading {i:03d} in a row</h{i % 6 + 1}>" for i in range(100))
    Pdf(body).assert_readable()
    Pdf("".join(f"<h2>Heading {i:03d} in a row</h2>" for i in range(100)) + "<p>At last.</p>").assert_readable()


@tap.test
def next_to_nothing():
    "A book of one sign, of a picture, of a line"
    for body in ("<p>.</p>", "<hr><p>a</p>", '<p><img src="p.png" alt="It"></p>', "<h1>x</h1>", "<table><tr><td>x</td></tr></table>"):
        pdf = Pdf(body, files={"p.png": PIXEL})
        assert pdf.n_pages >= 1
        pdf.assert_readable()


@tap.test
def two_directions():
    "Lists, tables and programs of one direction in those of the other"
    arabic = "هذا نص عربي قصير"
    list_rtl = f'<ol lang="ar" dir="rtl"><li>{arabic}</li><li>{arabic}<ul><li>{arabic}</li></ul></li></ol>'
    pdf = Pdf(f'<h1>One</h1><table>{row([list_rtl, "left to right", list_rtl])}</table><blockquote lang="ar" dir="rtl"><p>{arabic}</p>{list_rtl}'
              f'<pre>code here</pre></blockquote><p>After.</p>')
    pdf.assert_rules()
    pdf.assert_margins()
    pdf.assert_apart()
    pdf = Pdf(f'<h1>{arabic}</h1><table>{row(["<ol lang=en dir=ltr><li>first thing</li><li>second thing</li></ol>", arabic])}</table>'
              f'<table lang="en" dir="ltr">{row(["left", list_rtl, "right"])}</table>', language="ar")
    pdf.assert_rules()
    pdf.assert_margins()
    pdf.assert_apart()


@tap.test
def huge_programs():
    "Lines of a program that are too long are broken, thousands of lines go on"
    pdf = Pdf(f"<h1>One</h1><pre>{'x = ' + words(900)}</pre><pre>" + "\n".join(f"line{i:04d}();" for i in range(3000)) + "</pre><p>After.</p>")
    pdf.assert_readable()
    Pdf(f"<h1>One</h1><pre>{'abcdefghij' * 600}</pre><ul><li><pre>{'y' * 3000}</pre></li></ul>").assert_readable()


@tap.test
def huge_paragraph():
    "A paragraph of a hundred thousand words is made in time"
    pdf = Pdf(f"<h1>One</h1><p>{words(10000) * 10}</p>")
    assert pdf.seconds < 30, f"{pdf.seconds:.1f} s"
    pdf.assert_rules()


@tap.test
def spans_without_end():
    "Cells that span more than there is"
    body = (f'<tr><td colspan=1000>all of it</td></tr><tr><td rowspan=65535>down</td><td>one</td><td>two</td></tr>{row(["a", "b"])}'
            f'{row(["c", "d", "e", "f"])}<tr></tr><tr><td colspan=0 rowspan=0>zero</td></tr>')
    Pdf(f"<h1>One</h1><table>{body}</table><p>After.</p>").assert_readable()


@tap.test
def wide_mathematics():
    "Formulas too wide for their place are broken or made smaller"
    long = "".join(f"<mi>x</mi><mo>+</mo><msub><mi>y</mi><mn>{i}</mn></msub><mo>+</mo>" for i in range(80)) + "<mi>z</mi>"
    math = f'<math xmlns="http://www.w3.org/1998/Math/MathML">{long}</math>'
    root = f'<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><msqrt>{long}</msqrt></math>'
    tall = ('<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mtable>' + "<mtr><mtd><mi>x</mi></mtd></mtr>" * 120 + "</mtable></math>")
    pdf = Pdf(f"<h1>One</h1><p>In {math} line.</p>{root}<ul><li>{math}</li></ul><table>{row([math, 'cell', root])}</table>{tall}<p>After.</p>")
    pdf.assert_rules()
    pdf.assert_margins()
    pdf.assert_words()


@tap.test
def many_links():
    "Links over lines and pages, to nowhere, to themselves, without words"
    body = "".join(f'<p id="p{i}"><a href="#p{(i * 7) % 200}">Link {i:03d} {words(30)}</a> <a href="#gone{i}">lost</a> <a href="https://example.org/{i}"></a></p>' for i in range(60))
    Pdf(f"<h1>One</h1>{body}").assert_readable()


@tap.test
def controls_and_rarities():
    "Characters that are none, signs of direction that do not close, letters of no typeface"
    pdf = Pdf("<h1>One\u202e two</h1><p>a\u2067b\u202d c\u0000d\u0007e\ufffe f\u200b\u200bg \U0001f600 \ue000 \U00010900 \u0e01\u0e33 z\u0301\u0302\u0303\u0304</p><p>After.</p>")
    pdf.assert_rules()
    pdf.assert_margins()


tap.main()
