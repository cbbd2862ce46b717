# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be checked here of PDF/A-2u (ISO 19005-2), and of a file that a print shop or a library takes: each function gives the
faults, as sentences. veraPDF asks more; what it asks of fonts' programs is not asked here."""
import re
import struct
import xml.etree.ElementTree as ET

from pdf_objects import operators

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XML = "{http://www.w3.org/XML/1998/namespace}"
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PREDEFINED = ("http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/pdf/1.3/",
              "http://ns.adobe.com/xap/1.0/rights/", "http://www.aiim.org/pdfa/ns/id/",
              "http://www.aiim.org/pdfa/ns/extension/")
FILTERS = {"/FlateDecode", "/DCTDecode", "/ASCIIHexDecode", "/ASCII85Decode", "/RunLengthDecode", "/CCITTFaxDecode"}
BLENDS = {"/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge", "/ColorBurn",
          "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color", "/Luminosity"}
ACTIONS = {"/URI", "/GoTo"}
MOST_NESTED = 28


def sound(pdf):
    """Of every edition: nothing locked, nothing attached, every font in it, in part, and with its characters."""
    if pdf.encrypted:
        yield "the file is encrypted"
    if pdf.attachments or any("/EF" in d or d.get("/Type") == "/EmbeddedFile" for _, d in pdf.dictionaries()):
        yield "a file is attached"
    for font in pdf.fonts():
        yield from _font(pdf, font)


def _font(pdf, font):
    name, kind = font.get("/BaseFont", "(without a name)"), font.get("/Subtype")
    if kind != "/CIDFontType0" and kind != "/CIDFontType2" and "/ToUnicode" not in font:
        yield f"font {name} does not say what its characters are"
    if "/ToUnicode" in font and re.search(rb"<(0000|FEFF|FFFE)>\s*$", pdf.data(font["/ToUnicode"]), re.M | re.I):
        yield f"font {name} has signs that are no characters"
    if kind in ("/Type0", "/Type3"):
        return
    descriptor = pdf.get(font.get("/FontDescriptor", {}))
    if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        yield f"font {name} is not embedded"
    if not re.match(r"/[A-Z]{6}\+", name):
        yield f"font {name} is whole"
    if kind == "/CIDFontType2" and "/CIDToGIDMap" not in font:
        yield f"font {name} has no CIDToGIDMap"


def archive(pdf):
    yield from _file(pdf)
    yield from _catalogue(pdf)
    yield from _objects(pdf)
    yield from _contents(pdf)
    yield from _metadata(pdf)


def _file(pdf):
    with open(pdf.path, "rb") as file:
        head = file.read(32)
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", head):
        yield "6.1.2: the head of the file is not right"
    if len(pdf.trailer.get("/ID", [])) != 2:
        yield "6.1.3: the file has no identifier"


def _catalogue(pdf):
    for key in ("/AA", "/OpenAction", "/AcroForm", "/OCProperties", "/NeedsRendering", "/Requirements"):
        if key in pdf.root:
            yield f"the catalogue has {key}"
    for key in ("/JavaScript", "/EmbeddedFiles", "/AlternatePresentations"):
        if key in pdf.get(pdf.root.get("/Names", {})):
            yield f"the catalogue names {key}"
    intents = [pdf.get(i) for i in pdf.root.get("/OutputIntents", [])]
    if [i.get("/S") for i in intents] != ["/GTS_PDFA1"]:
        yield "6.2.3: there is no output intent of PDF/A"
        return
    profile = intents[0].get("/DestOutputProfile")
    yield from _profile(pdf.data(profile), pdf.get(profile).get("/N"))


def _profile(data, n):
    size, version, kind, space = struct.unpack(">I4xI4s4s", data[:20])
    if size != len(data) or data[36:40] != b"acsp":
        yield "6.2.3: the colour profile is none"
    if version >> 24 > 4 or kind != b"mntr" or (space, n) not in ((b"RGB ", 3), (b"GRAY", 1)):
        yield "6.2.3: the colour profile is of another kind"
    tags = [struct.unpack(">4sII", data[132 + 12 * i:144 + 12 * i]) for i in range(struct.unpack(">I", data[128:132])[0])]
    for name, offset, length in tags:
        if offset % 4 != 0 or offset + length > len(data):
            yield f"6.2.3: the colour profile's {name} is not in it"


def _objects(pdf):
    for name, d in pdf.dictionaries():
        filters = d.get("/Filter", [])
        for one in [filters] if isinstance(filters, str) else filters:
            if one not in FILTERS:
                yield f"6.1.7: {name} is packed by {one}"
        if d.get("/Interpolate"):
            yield f"6.2.8: {name} asks for interpolation"
        if d.get("/Subtype") in ("/Image", "/Form") and ("/OPI" in d or "/Alternates" in d or "/PS" in d or "/Ref" in d):
            yield f"6.2.9: {name} points outside the file"
        if "/TR" in d or d.get("/TR2", "/Default") != "/Default" or "/HTP" in d:
            yield f"6.2.5: {name} has a transfer function"
        if "/BM" in d and d["/BM"] not in BLENDS:
            yield f"6.2.10: {name} blends by {d['/BM']}"
        if d.get("/Subtype") == "/Link" and "/Rect" in d and (d.get("/F", 0) & 0b111) != 0b100:
            yield f"6.3.2: {name} is not printed"
        if "/S" in d and d["/S"] in ("/Launch", "/JavaScript", "/SubmitForm", "/ImportData", "/Named", "/Movie", "/Sound"):
            yield f"6.5.1: {name} does {d['/S']}"
        if "/A" in d and "/Rect" in d and pdf.get(d["/A"]).get("/S") not in ACTIONS:
            yield f"6.5.1: {name} does something else than leading to a place"
        if d.get("/Type") == "/FontDescriptor" and "/CIDSet" in d:
            yield f"6.2.11.4: {name} has a CIDSet, which this check does not read"


def _contents(pdf):
    for name, _, content in pdf.contents():
        depth = most = 0
        for operator in operators(content):
            depth += (operator == b"q") - (operator == b"Q")
            most = max(most, depth)
        if most > MOST_NESTED:
            yield f"6.1.13: {name} nests {most} times"
        if depth != 0:
            yield f"{name} does not put back what it set"


def _metadata(pdf):
    reference = pdf.root.get("/Metadata")
    if reference is None or "/Filter" in pdf.get(reference):
        yield "6.6.2.1: the metadata cannot be read as they are"
        return
    data = pdf.data(reference)
    if b"bytes=" in data[:80] or b"encoding=" in data[:80]:
        yield "6.6.2.1: the packet has attributes that are forbidden"
    root = ET.fromstring(data)
    descriptions = root.findall(f".//{RDF}RDF/{RDF}Description")
    values = {child.tag: child for d in descriptions for child in d}
    if [values[PDFAID + k].text if PDFAID + k in values else None for k in ("part", "conformance")] != ["2", "U"]:
        yield "6.6.4: it does not say that it is PDF/A-2u"
    known = {}
    for schema in root.findall(f".//{EXTENSION}schemas/{RDF}Bag/{RDF}li"):
        names = {p.find(PROPERTY + "name").text for p in schema.findall(f"{SCHEMA}property/{RDF}Seq/{RDF}li")}
        known[schema.find(SCHEMA + "namespaceURI").text] = names
        for p in schema.findall(f"{SCHEMA}property/{RDF}Seq/{RDF}li"):
            if any(p.find(PROPERTY + k) is None for k in ("valueType", "category", "description")):
                yield "6.6.2.3: a property is not described whole"
    for tag in values:
        uri, name = tag[1:].split("}")
        if uri not in PREDEFINED and name not in known.get(uri, ()):
            yield f"6.6.2.3: {name} of {uri} is not described"
    info = pdf.get(pdf.trailer.get("/Info", {}))
    titles = {li.get(XML + "lang"): li.text for li in values[DC + "title"].iter(RDF + "li")}
    if info.get("/Title", "")[2:] != titles["x-default"]:
        yield "the title is another in the metadata"


def grey(pdf):
    """Neither colours nor pictures but in grey."""
    for name, _, content in pdf.contents():
        for operator in {b"rg", b"RG", b"k", b"K"} & set(operators(content)):
            yield f"{name} sets a colour by {operator.decode()}"
    for name, d in pdf.dictionaries():
        text = repr([d.get(k) for k in ("/ColorSpace", "/CS")])
        if d.get("/Type") != "/OutputIntent" and ("/DeviceRGB" in text or "/DeviceCMYK" in text):
            yield f"{name} is in colour"
        if "/FunctionType" in d and len(d.get("/C0", [0])) > 1:
            yield f"{name} shades in colour"
