# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be checked here of an OpenDocument text: each rule gives the faults, as sentences. Which elements and attributes may stand
where is told by the tables that odfpy made of the schema of OpenDocument 1.2; what 1.3 and LibreOffice added stands below."""
import xml.etree.ElementTree as ET
import zipfile

try:
    from odf import grammar
except ImportError:
    grammar = None

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
XLINK = "http://www.w3.org/1999/xlink"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
# An extension, which whoever does not know it passes over (part 3, 3.17).
FOREIGN = {"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"}
# Of 1.3, which the tables do not know: an attribute of an element.
NEWER = {((STYLE, "paragraph-properties"), (STYLE, "writing-mode-automatic"))}


def _pair(tag):
    space, _, local = tag.rpartition("}")
    return space[1:], local


def schema(part, root):
    for element in root.iter():
        name = _pair(element.tag)
        if name not in grammar.allowed_attributes:
            yield f"{part}: {name[1]} is none of the format's elements"
            continue
        allowed = grammar.allowed_children.get(name)
        for child in element:
            if _pair(child.tag)[0] not in FOREIGN and allowed is not None and _pair(child.tag) not in allowed:
                yield f"{part}: {name[1]} holds {_pair(child.tag)[1]}"
        attributes = {_pair(key) for key in element.attrib}
        known = grammar.allowed_attributes[name]
        for key in attributes:
            if known is not None and key not in known and key[0] not in FOREIGN and (name, key) not in NEWER:
                yield f"{part}: {name[1]} has {key[1]}"
        for key in grammar.required_attributes.get(name, ()):
            if key not in attributes:
                yield f"{part}: {name[1]} lacks {key[1]}"
        if (element.text or "").strip() and name not in grammar.allows_text and name[0] != "http://purl.org/dc/elements/1.1/":
            yield f"{part}: {name[1]} holds text"


def package(file):
    """Part 2: the type at the head, as it is; all that is in it told."""
    first = file.infolist()[0]
    if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED or first.extra:
        yield "the file does not say what it is at its head"
    told = [e.get(MANIFEST + "full-path") for e in ET.fromstring(file.read("META-INF/manifest.xml")).iter(MANIFEST + "file-entry")]
    there = {n for n in file.namelist() if n not in ("mimetype", "META-INF/manifest.xml")}
    for name in there - set(told):
        yield f"{name} is not in the manifest"
    for name in set(told) - there:
        if not name.endswith("/"):
            yield f"{name} is in the manifest alone"
    if len(set(told)) != len(told) or "/" not in told:
        yield "the manifest tells of a file twice, or not of the whole"


def references(roots):
    styles, named = set(), set()
    for root in roots:
        for element in root.iter():
            if element.get(f"{{{STYLE}}}name") is not None:
                styles.add(element.get(f"{{{STYLE}}}name"))
            for space in (TEXT, TABLE, DRAW):
                value = element.get(f"{{{space}}}style-name")
                # master pages and their layouts have names of their own
                if value is not None:
                    named.add(value)
            parent = element.get(f"{{{STYLE}}}parent-style-name")
            if parent is not None:
                named.add(parent)
    for name in sorted(named - styles):
        yield f"there is no style {name}"


def places(file, root):
    marks = [e.get(f"{{{TEXT}}}name") for e in root.iter(f"{{{TEXT}}}bookmark")]
    if len(set(marks)) != len(marks):
        yield "two bookmarks have one name"
    for element in root.iter():
        href = element.get(f"{{{XLINK}}}href")
        if href is None:
            continue
        if href.startswith("#") and href[1:] not in marks:
            yield f"a link leads to {href}, which is nowhere"
        if _pair(element.tag) == (DRAW, "image") and href not in file.namelist():
            yield f"{href} is not there"
        if _pair(element.tag) == (DRAW, "object") and href.lstrip("./") + "/content.xml" not in file.namelist():
            yield f"{href} is not there"


def tables(root):
    """Part 3, 9.1: rows that have as many places as the table columns."""
    for table in root.iter(f"{{{TABLE}}}table"):
        columns = sum(int(c.get(f"{{{TABLE}}}number-columns-repeated", "1")) for c in table.iter(f"{{{TABLE}}}table-column"))
        for row in list(table.findall(f"{{{TABLE}}}table-row")) + table.findall(f"{{{TABLE}}}table-header-rows/{{{TABLE}}}table-row"):
            if len(row) != columns:
                yield f"a row has {len(row)} places, its table {columns} columns"


def faults(path):
    with zipfile.ZipFile(path) as file:
        roots = {name: ET.fromstring(file.read(name)) for name in ("content.xml", "styles.xml", "meta.xml")}
        for name, root in roots.items():
            if grammar is not None:
                yield from schema(name, root)
        yield from package(file)
        yield from references([roots["content.xml"], roots["styles.xml"]])
        yield from places(file, roots["content.xml"])
        if not any(roots["content.xml"].iter(f"{{{TABLE}}}sub-table")):
            yield from tables(roots["content.xml"])
