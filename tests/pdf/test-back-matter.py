#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands at the end of a book: the answers to its exercises, where that is asked for, and its index."""
import tap
from pdf_making import Pdf

EXERCISES = """<h1>Chapter one</h1><p>Text.</p>
<section class="example"><h2>Example</h2><section class="exercise"><section class="problem"><p>Worked problem?</p></section>
<section class="solution"><p>Worked solution.</p></section></section></section>
<section class="exercise"><section class="problem"><p><span class="number">1.</span> What is one?</p></section>
<section class="solution"><p>Unity it is.</p></section></section>
<section class="exercise"><section class="problem"><p><span class="number">2.</span> What is two?</p></section></section>
<section class="exercise"><section class="problem"><p><span class="number">3.</span> What is three?</p></section>
<section class="solution"><ul><li>A trinity.</li></ul></section></section>
<section class="exercise"><h2>A riddle</h2><p>What has no number?</p><section class="solution"><p>This one.</p></section></section>
<p>The last words.</p>"""


@tap.test
def answers_stay():
    "Answers stand where they are unless they are asked for at the end"
    text = Pdf(EXERCISES).tagged()
    assert text.index("Unity") < text.index("What is two") and "Answers" not in text


@tap.test
def answers_at_end():
    "Answers stand in a chapter at the end, with the numbers of their exercises, linked both ways"
    pdf = Pdf(EXERCISES, options=["--answers-at-end"])
    pdf.assert_readable()
    text = " ".join(pdf.tagged().split())
    end = text.index("The last words.")
    assert text.index("Worked solution") < end, "the solution of an example has moved"
    for answer in ("Answers", "1. Unity it is.", "A trinity.", "A riddle This one."):
        assert answer in text[end:] and answer not in text[text.index("Text."):end].replace("Answer", ""), answer
    links = [e for e in pdf.tree.walk() if e.type == "Link"]
    told = [pdf.tree.text(link) for link in links]
    assert told.count("1.") == 2 and told.count("3.") == 2 and "2." not in told and "Answer" in told, told
    pages = list(pdf.tree.pages)
    places = {}
    for link in links:
        annotation = next(kid for kid in link.kids if isinstance(kid, str))
        places.setdefault(pdf.tree.text(link), []).append(pages.index(pdf.tree.file.get(annotation, "Dest")[0]))
    assert places["1."][0] > places["1."][1], places


@tap.test
def answers_elsewhere():
    "The chapter is called in the language of the book"
    for language, word in (("ar", "الإجابات"), ("pl", "Odpowiedzi"), ("zh-TW", "解答"), ("xx", "Answers")):
        pdf = Pdf(EXERCISES, language=language, options=["--answers-at-end"])
        pdf.assert_rules()
        assert word in pdf.tagged(), language


def terms(words):
    """A chapter that defines each word, a page and more of text between every two."""
    return "<h1>Chapter</h1>" + "".join(f"<p>Here <dfn>{word}</dfn> is defined.</p>" + "<p>A line of text.</p>" * 12 for word in words)


WORDS = "mass energy Acceleration velocity force work power momentum torque inertia énergie friction".split()


@tap.test
def index():
    "A book with many terms gets an index, under letters, with linked pages, in the contents and the bookmarks"
    pdf = Pdf(terms(WORDS) + "<p>Again <dfn>Mass</dfn>, <dfn>mass</dfn>.</p>")
    pdf.assert_readable()
    text = pdf.tagged()
    entries = [pdf.tree.text(e) for e in pdf.tree.walk() if e.type == "LI"]
    assert [e.split(",")[0] for e in entries] == ["Acceleration", "énergie", "energy", "force", "friction", "inertia", "mass", "momentum", "power",
                                                  "torque", "velocity", "work"], entries
    assert text.count("Index") >= 2, "it is not in the contents"
    heads = [pdf.tree.text(e) for e in pdf.tree.walk() if e.type == "H2"]
    assert heads[-9:] == list("AEFIMPTVW"), heads
    pages = pdf.text().split("\f")
    for entry in entries:
        word, *numbers = entry.split(", ")
        for number in numbers:
            assert word.lower() in pages[int(number) - 1].lower(), entry
    assert len(next(e for e in entries if e.startswith("mass")).split(",")) == 3


@tap.test
def index_elsewhere():
    "It is called, collated and numbered as the language does"
    pdf = Pdf(terms("كتلة طاقة تسارع سرعة قوة عمل قدرة زخم عزم احتكاك ضغط".split()), language="ar")
    pdf.assert_rules()
    text = pdf.tagged()
    assert "فهرس المصطلحات" in text and "احتكاك، ٨" in text, text[-300:]


@tap.test
def no_index():
    "Few terms make no index, nor does a book that has one, nor one that is asked to have none"
    assert "Index" not in Pdf(terms(WORDS[:5])).tagged()
    assert "Index" not in Pdf(terms(WORDS), options=["--no-index"]).tagged()
    pdf = Pdf(terms(WORDS) + '<section role="doc-index"><h1>Own register</h1><p>mass, 1</p></section>')
    assert "Own register" in pdf.tagged() and "Index" not in pdf.tagged()


tap.main()
