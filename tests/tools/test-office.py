#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents for office programs and packages for course systems, by the rules of their formats: tests/lib/word_rules.py, text_rules.py and
course_rules.py say which. Books of a corpus too, where COGNATE_CORPUS names one."""
import os
import re
import shutil
import subprocess
import tempfile
import zipfile

import course_rules
import tap
import text_rules
import word_rules

CLI = os.path.join(os.environ["COGNATE_BUILD_ROOT"], "src/cli/cognate-cli")
CORPUS = os.environ.get("COGNATE_CORPUS", "")
BOOKS = ("docx/progit-ar.docx", "docx/tables.docx", "epub/cole-voyage-of-life.epub", "epub/kusamakura-japanese-vertical-writing.epub",
         "epub/linear-algebra.epub", "epub/regime-anticancer-arabic.epub", "epub/the-problems-of-philosophy.epub",
         "html/wikipedia-hermitian-matrix.html", "imscc/intro_chem.imscc", "jats/scielo-hoehnea", "markdown/git-novice-en/episodes",
         "odt/omegat-developers-guide.odt", "openstax/microeconomics-pl", "openstax/university-physics-en")
KINDS = {"docx": word_rules.faults, "odt": text_rules.faults, "imscc": lambda path: course_rules.faults(path, "cartridge"),
         "scorm.zip": lambda path: course_rules.faults(path, "scorm")}

PAGE = """<!DOCTYPE html>
<html lang="LANGUAGE"><head><meta charset="utf-8"><title>The “River” &amp; more</title></head><body>
<h1>The River</h1><p>A river <em>runs</em> to <strong>the <a href="https://example.org/?a=1&amp;b=2">sea</a></strong>, النهر <bdi>x</bdi> يجري,
H<sub>2</sub>O, m<sup>2</sup>, <code>a&lt;b</code>, <mark>marked</mark>, <s>gone</s>, <u>under</u>, <small>small</small>, <q>said</q>.</p>
<p id="here">See <a href="#there">the table</a><br>and <span lang="fr">la mer</span>.</p>
<ol start="3"><li>One<ul><li>Inner</li></ul></li><li value="9"><p>Two</p><table><tr><th>In</th><td>a list</td></tr></table><p>More.</p></li></ol>
<ol type="a"><li>Letter</li></ol><blockquote><p>Quoted</p><ul><li>Item</li></ul></blockquote><pre>a
  b</pre><dl><dt>Term</dt><dd>Meaning</dd><dd><p>Two</p><p>paragraphs</p></dd></dl>
<figure><img src="road.jpg" alt="A “road”"><figcaption>The road</figcaption></figure><p>Inline <img src="road.jpg" alt=""> picture.</p>
<table id="there"><caption>Speeds</caption><thead><tr><th scope="col">River</th><th colspan="2">Speed</th></tr></thead><tbody>
<tr><th scope="row" rowspan="2">Nile</th><td>3</td><td>4</td></tr><tr><td>5</td><td><table><tr><td>in</td></tr></table></td></tr></tbody></table>
<table><tr><td></td></tr></table><table><tr><td>again</td></tr></table>
<p>MATHS</p><aside class="tip"><p>Look.</p><ul><li>closely</li></ul></aside><details><summary>More</summary><p>Hidden</p></details><hr>
<h2>Notes</h2><p>Water<a href="#n1" role="doc-noteref">1</a> flows.</p><aside id="n1" role="doc-footnote"><p>A note
with <em>words</em>.</p></aside><video src="film.mp4" title="A film"></video></body></html>"""
MATH = """<mrow><mfrac><mi>a</mi><mn>2</mn></mfrac><mo>+</mo><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><msub><mi>x</mi><mi>i</mi></msub><mo>+</mo>
<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup><mo>=</mo><msqrt><mi>x</mi></msqrt><mo>+</mo><mroot><mi>x</mi><mn>3</mn></mroot></mrow>
<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi><mo>+</mo><msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>
<mi>f</mi><mover accent="true"><mi>v</mi><mo>→</mo></mover><munder><mi>lim</mi><mi>n</mi></munder><mover><mi>x</mi><mi>y</mi></mover>
<mfenced open="[" close="]"><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable>
</mfenced><mo>{</mo><mi>x</mi><mo>|</mo><mi>y</mi><mo>}</mo><mi>sin</mi><mo>⁡</mo><mi>x</mi><mphantom><mi>p</mi></mphantom>
<menclose notation="box"><mi>b</mi></menclose><mover><mrow><mi>a</mi><mi>b</mi></mrow><mo>⏞</mo></mover><mover><mi>z</mi><mo>¯</mo></mover>
<mmultiscripts><mi>C</mi><mn>6</mn><none/><mprescripts/><none/><mn>14</mn></mmultiscripts><mtext>words</mtext><mspace width="1em"/><mi>y</mi>"""
MATHS = "".join('<math xmlns="http://www.w3.org/1998/Math/MathML" display="%s">%s</math> ' % (kind, MATH) for kind in ("inline", "block"))

folder = tempfile.mkdtemp(prefix="office.")


def convert(source, target):
    out = os.path.join(folder, target)
    subprocess.run([CLI, "convert", "--quiet", source, out], check=True, capture_output=True)
    return out


def page(language):
    path = os.path.join(folder, "page.html")
    shutil.copy(os.path.join(os.environ["COGNATE_FIXTURES"], "road.jpg"), folder)
    with open(path, "w", encoding="utf-8") as file:
        file.write(PAGE.replace("LANGUAGE", language).replace("MATHS", MATHS))
    return path


def expect_none(faults):
    faults = list(faults)
    assert not faults, "%d faults:\n%s" % (len(faults), "\n".join(faults[:30]))


@tap.test
def of_everything():
    "a page with one of everything, from left to right and from right to left, is a valid file of each kind"
    for language in ("en", "ar"):
        for kind, faults in KINDS.items():
            expect_none(faults(convert(page(language), "page." + kind)))


def spoil(path, part, pattern, replacement):
    """The same file with a part changed, which the rules must find."""
    out = os.path.join(folder, "spoilt." + os.path.basename(path).partition(".")[2])
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == part:
                text = data.decode()
                data = re.sub(pattern, replacement, text, count=1, flags=re.S).encode()
                assert data.decode() != text, pattern
            new.writestr(info, data)
    return out


@tap.test
def rules_find():
    "the rules find what is spoilt"
    document, text = convert(page("en"), "page.docx"), convert(page("en"), "page.odt")
    cartridge = convert(page("en"), "page.imscc")
    main = "word/document.xml"
    for part, pattern, replacement in (
            (main, r"(<w:pStyle [^>]*/>)(<w:keepNext/>)", r"\2\1"), (main, r"(<w:b/>)(<w:bCs/>)", r"\2\1"),
            (main, r'w:val="Heading1"', 'w:val="Nobody"'), (main, r"<w:bookmarkEnd [^>]*/>", ""),
            (main, r'w:name="_cognate_1_', 'w:name="a b'), (main, r'w:anchor="', 'w:anchor="x'), (main, r"<w:gridCol [^>]*/>", ""),
            (main, r'<w:vMerge w:val="restart"/>', ""), (main, r"</w:p>\s*</w:tc>", "</w:p><w:tbl/></w:tc>"), (main, r'r:id="', 'r:id="x'),
            (main, r"<m:num>", "<m:sub/><m:num>"), (main, r'<w:t xml:space="preserve">(?=[^<]* <)', "<w:t>"), (main, r"<w:sectPr>", "<w:sectPr><w:bidi/>"),
            (main, r'<w:footnoteReference w:id="1"', '<w:footnoteReference w:id="7"'), (main, r"<w:body>", "<w:body><w:blink/>"),
            ("[Content_Types].xml", r'<Default Extension="jpeg"[^>]*/>', ""), ("word/_rels/document.xml.rels", r"styles\.xml", "style.xml"),
            ("word/numbering.xml", r"(<w:start [^>]*/>)(<w:numFmt [^>]*/>)", r"\2\1")):
        assert list(word_rules.faults(spoil(document, part, pattern, replacement))), (part, pattern)
    spoilt = [("content.xml", r'text:style-name="Text_20_body"', 'text:style-name="Nobody"'), ("content.xml", r'xlink:href="#', 'xlink:href="#x'),
              ("content.xml", r"<table:covered-table-cell/>", ""), ("META-INF/manifest.xml", r"<manifest:file-entry [^>]*meta\.xml[^>]*/>", "")]
    if text_rules.grammar is not None:
        spoilt += [("content.xml", r"<text:list-item>", "<text:list-item><text:note/>"), ("content.xml", r"<text:span ", '<text:span text:level="1" '),
                   ("styles.xml", r"<style:style style:name", "<style:style style:nom")]
    for part, pattern, replacement in spoilt:
        assert list(text_rules.faults(spoil(text, part, pattern, replacement))), (part, pattern)
    for pattern, replacement in ((r"<schema>.*?</schema>", ""), (r'identifierref="', 'identifierref="x'), (r'<file href="index.html"/>', ""),
                                 (r"<lom:rights>", "<lom:rights><lom:nothing/>"), (r'identifier="page-', 'identifier="9page-')):
        assert list(course_rules.faults(spoil(cartridge, "imsmanifest.xml", pattern, replacement), "cartridge")), pattern


@tap.test
def of_a_corpus():
    "books of the corpus are valid files of each kind"
    if not CORPUS:
        raise tap.Skip("COGNATE_CORPUS names no corpus")
    for book in BOOKS:
        source = convert(os.path.join(CORPUS, book), "book.epub")
        for kind, faults in KINDS.items():
            found = list(faults(convert(source, "book." + kind)))
            tap.comment("%s as %s: %d" % (book, kind, len(found)))
            assert not found, "%s as %s:\n%s" % (book, kind, "\n".join(found[:20]))


try:
    tap.main()
finally:
    shutil.rmtree(folder)
