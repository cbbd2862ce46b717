# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be checked here of a Word document (ECMA-376, WordprocessingML, transitional): each rule gives the faults, as sentences. The
order of elements is the schema's (part 1, annex A); an element that no row knows is a fault too, so that nothing goes unchecked."""
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile

SPACES = {"http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w", "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
          "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
          "http://schemas.openxmlformats.org/drawingml/2006/main": "a", "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
          "http://schemas.microsoft.com/office/drawing/2016/SVG/main": "asvg",
          "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

BLOCKS = "w:p w:tbl w:sdt w:bookmarkStart w:bookmarkEnd"
RUNS = "w:r w:hyperlink w:bookmarkStart w:bookmarkEnd m:oMath m:oMathPara w:sdt w:fldSimple"
MATHS = ("m:r m:f m:sSup m:sSub m:sSubSup m:sPre m:rad m:nary m:d m:func m:acc m:bar m:limLow m:limUpp m:m m:groupChr m:eqArr m:box m:borderBox "
         "m:phant")
# Elements whose children come in this order, each as often as its sign says: "?" at most once, "*" any number, "+" one or more, none: once.
ORDERED = {
    "w:document": "w:body", "w:settings": "w:zoom? w:mirrorMargins? w:defaultTabStop? w:evenAndOddHeaders? w:characterSpacingControl? "
    "w:footnotePr? w:endnotePr? w:compat? w:themeFontLang?",
    "w:footnotes": "w:footnote*", "w:endnotes": "w:endnote*", "w:compat": "w:compatSetting*",
    "w:pPr": "w:pStyle? w:keepNext? w:keepLines? w:pageBreakBefore? w:framePr? w:widowControl? w:numPr? w:suppressLineNumbers? w:pBdr? w:shd? "
    "w:tabs? w:suppressAutoHyphens? w:bidi? w:adjustRightInd? w:snapToGrid? w:spacing? w:ind? w:contextualSpacing? w:mirrorIndents? w:jc? "
    "w:textDirection? w:textAlignment? w:outlineLvl? w:cnfStyle? w:rPr? w:sectPr?",
    "w:rPr": "w:rStyle? w:rFonts? w:b? w:bCs? w:i? w:iCs? w:caps? w:smallCaps? w:strike? w:dstrike? w:noProof? w:vanish? w:color? w:spacing? "
    "w:w? w:kern? w:position? w:sz? w:szCs? w:highlight? w:u? w:effect? w:bdr? w:shd? w:vertAlign? w:rtl? w:cs? w:em? w:lang? w:oMath?",
    "w:numPr": "w:ilvl? w:numId?", "w:pBdr": "w:top? w:left? w:bottom? w:right? w:between? w:bar?", "w:tabs": "w:tab+",
    "w:tbl": "w:tblPr w:tblGrid w:tr*", "w:tblGrid": "w:gridCol*", "w:tr": "w:tblPrEx? w:trPr? w:tc+",
    "w:tblPr": "w:tblStyle? w:tblpPr? w:tblOverlap? w:bidiVisual? w:tblStyleRowBandSize? w:tblStyleColBandSize? w:tblW? w:jc? "
    "w:tblCellSpacing? w:tblInd? w:tblBorders? w:shd? w:tblLayout? w:tblCellMar? w:tblLook? w:tblCaption? w:tblDescription?",
    "w:tblBorders": "w:top? w:left? w:bottom? w:right? w:insideH? w:insideV?", "w:tcBorders": "w:top? w:left? w:bottom? w:right? w:insideH? w:insideV?",
    "w:tblCellMar": "w:top? w:left? w:bottom? w:right?",
    "w:tcPr": "w:cnfStyle? w:tcW? w:gridSpan? w:vMerge? w:tcBorders? w:shd? w:noWrap? w:tcMar? w:textDirection? w:vAlign?",
    "w:sectPr": "w:headerReference* w:footerReference* w:footnotePr? w:endnotePr? w:type? w:pgSz? w:pgMar? w:pgBorders? w:pgNumType? w:cols? "
    "w:titlePg? w:textDirection? w:bidi? w:rtlGutter? w:docGrid?",
    "w:styles": "w:docDefaults? w:latentStyles? w:style*", "w:docDefaults": "w:rPrDefault? w:pPrDefault?", "w:rPrDefault": "w:rPr?",
    "w:pPrDefault": "w:pPr?",
    "w:style": "w:name? w:aliases? w:basedOn? w:next? w:link? w:autoRedefine? w:hidden? w:uiPriority? w:semiHidden? w:unhideWhenUsed? w:qFormat? "
    "w:locked? w:rsid? w:pPr? w:rPr? w:tblPr? w:trPr? w:tcPr? w:tblStylePr*",
    "w:tblStylePr": "w:pPr? w:rPr? w:tblPr? w:trPr? w:tcPr?",
    "w:numbering": "w:abstractNum* w:num*", "w:abstractNum": "w:nsid? w:multiLevelType? w:tmpl? w:name? w:styleLink? w:numStyleLink? w:lvl*",
    "w:lvl": "w:start? w:numFmt? w:lvlRestart? w:pStyle? w:isLgl? w:suff? w:lvlText? w:lvlJc? w:pPr? w:rPr?",
    "w:num": "w:abstractNumId w:lvlOverride*", "w:lvlOverride": "w:startOverride? w:lvl?",
    "w:sdt": "w:sdtPr? w:sdtEndPr? w:sdtContent?", "w:docPartObj": "w:docPartGallery? w:docPartCategory? w:docPartUnique?",
    "w:drawing": "wp:inline", "wp:inline": "wp:extent wp:effectExtent? wp:docPr wp:cNvGraphicFramePr? a:graphic",
    "wp:cNvGraphicFramePr": "a:graphicFrameLocks?", "a:graphic": "a:graphicData", "a:graphicData": "pic:pic",
    "pic:pic": "pic:nvPicPr pic:blipFill pic:spPr", "pic:nvPicPr": "pic:cNvPr pic:cNvPicPr", "pic:cNvPicPr": "a:picLocks?",
    "pic:blipFill": "a:blip? a:srcRect? a:stretch?", "a:stretch": "a:fillRect?", "a:blip": "a:extLst?", "a:extLst": "a:ext*", "a:ext": "asvg:svgBlip? adec:decorative?",
    "wp:docPr": "a:hlinkClick? a:hlinkHover? a:extLst?", "pic:cNvPr": "a:hlinkClick? a:hlinkHover? a:extLst?",
    "pic:spPr": "a:xfrm? a:prstGeom?", "a:xfrm": "a:off? a:ext?", "a:prstGeom": "a:avLst?",
    "m:oMathPara": "m:oMathParaPr? m:oMath+", "m:f": "m:fPr? m:num m:den", "m:sSup": "m:sSupPr? m:e m:sup", "m:sSub": "m:sSubPr? m:e m:sub",
    "m:sSubSup": "m:sSubSupPr? m:e m:sub m:sup", "m:sPre": "m:sPrePr? m:sub m:sup m:e", "m:rad": "m:radPr? m:deg m:e",
    "m:nary": "m:naryPr? m:sub m:sup m:e", "m:d": "m:dPr? m:e+", "m:func": "m:funcPr? m:fName m:e", "m:acc": "m:accPr? m:e", "m:bar": "m:barPr? m:e",
    "m:limLow": "m:limLowPr? m:e m:lim", "m:limUpp": "m:limUppPr? m:e m:lim", "m:m": "m:mPr? m:mr+", "m:mr": "m:e+",
    "m:groupChr": "m:groupChrPr? m:e", "m:eqArr": "m:eqArrPr? m:e+", "m:box": "m:boxPr? m:e", "m:borderBox": "m:borderBoxPr? m:e",
    "m:phant": "m:phantPr? m:e", "m:r": "m:rPr? w:rPr? m:t*", "m:rPr": "m:lit? m:nor? m:scr? m:sty? m:brk? m:aln?", "m:fPr": "m:type? m:ctrlPr?",
    "m:radPr": "m:degHide? m:ctrlPr?", "m:naryPr": "m:chr? m:limLoc? m:grow? m:subHide? m:supHide? m:ctrlPr?",
    "m:dPr": "m:begChr? m:sepChr? m:endChr? m:grow? m:shp? m:ctrlPr?", "m:accPr": "m:chr? m:ctrlPr?", "m:barPr": "m:pos? m:ctrlPr?",
    "m:groupChrPr": "m:chr? m:pos? m:vertJc? m:ctrlPr?", "m:mPr": "m:baseJc? m:plcHide? m:rSpRule? m:cGpRule? m:rSp? m:cSp? m:cGp? m:mcs? m:ctrlPr?",
    "m:mcs": "m:mc+", "m:mc": "m:mcPr?", "m:mcPr": "m:count? m:mcJc?", "m:eqArrPr": "m:baseJc? m:maxDist? m:objDist? m:rSpRule? m:rSp? m:ctrlPr?",
    "m:boxPr": "m:opEmu? m:noBreak? m:diff? m:brk? m:aln? m:ctrlPr?",
    "m:borderBoxPr": "m:hideTop? m:hideBot? m:hideLeft? m:hideRight? m:strikeH? m:strikeV? m:strikeBLTR? m:strikeTLBR? m:ctrlPr?",
    "m:phantPr": "m:show? m:zeroWid? m:zeroAsc? m:zeroDesc? m:transp? m:ctrlPr?",
}
# Elements that hold any of these in any order; the first word may be an element that must stand first.
MIXED = {
    "w:body": BLOCKS + " w:sectPr", "w:sdtContent": BLOCKS + " w:r w:hyperlink", "w:footnote": BLOCKS, "w:endnote": BLOCKS, "w:hdr": BLOCKS, "w:ftr": BLOCKS,
    "w:p": "^w:pPr " + RUNS, "w:hyperlink": RUNS, "w:fldSimple": RUNS, "w:tc": "^w:tcPr " + BLOCKS,
    "w:r": "^w:rPr w:t w:br w:tab w:drawing w:footnoteReference w:endnoteReference w:footnoteRef w:endnoteRef w:fldChar w:instrText w:sym "
    "w:noBreakHyphen w:separator w:continuationSeparator",
    "w:trPr": "w:cantSplit w:trHeight w:tblHeader w:gridBefore w:gridAfter w:jc", "w:sdtPr": "w:rPr w:alias w:tag w:id w:lock w:docPartObj",
    "w:footnotePr": "w:pos w:numFmt w:footnote", "w:endnotePr": "w:pos w:numFmt w:endnote",
    "m:oMath": MATHS + " w:bookmarkStart w:bookmarkEnd",
}
for _name in "e num den sup sub deg lim fName".split():
    MIXED["m:" + _name] = "^m:argPr " + MATHS


def name_of(element):
    space, _, local = element.tag.rpartition("}")
    return SPACES.get(space[1:], "?") + ":" + local


def _order(name):
    """The row as a regular expression over the names of the children, each with a space behind it."""
    if name in ORDERED:
        return re.compile("".join("(?:%s )%s" % (re.escape(word.rstrip("?*+")), word[-1] if word[-1] in "?*+" else "")
                                  for word in ORDERED[name].split()) + "$")
    if name in MIXED:
        first = [word[1:] for word in MIXED[name].split() if word[0] == "^"]
        rest = [word for word in MIXED[name].split() if word[0] != "^"]
        return re.compile("".join("(?:%s )?" % word for word in first) + "(?:(?:%s) )*$" % "|".join(rest))
    return re.compile("$")


_rows = {}


def order(part, root):
    for element in root.iter():
        name = name_of(element)
        if name == "w:ext" or name.startswith("?"):
            yield f"{part}: {element.tag} is none of the format's elements"
            continue
        if name not in _rows:
            _rows[name] = _order(name)
        children = "".join(name_of(child) + " " for child in element)
        # a:ext is a size in a:xfrm and an extension in a:extLst
        if not _rows[name].match(children) and not (name == "a:ext" and not children):
            yield f"{part}: {name} holds “{children.strip()[:160]}”, which is not the schema's order"
        if name == "w:t" and element.text != (element.text or "").strip() and element.get(SPACE) != "preserve":
            yield f"{part}: the spaces around “{element.text[:30]}” are lost"


class Document:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = self.zip.namelist()
        self.roots = {name: ET.fromstring(self.zip.read(name)) for name in self.names if name.endswith((".xml", ".rels"))}

    def parts(self):
        """Those of WordprocessingML."""
        return {name: root for name, root in self.roots.items() if name.startswith("word/") and name.endswith(".xml")}

    def all(self, name, part=None):
        for at, root in self.parts().items():
            if part is None or at == part:
                for element in root.iter(W + name):
                    yield at, element


def package(document):
    """Part 2: types, relations, names."""
    if document.names[0] != "[Content_Types].xml":
        yield "the list of types is not the first part"
    if len(set(n.lower() for n in document.names)) != len(document.names):
        yield "two parts have one name"
    types = document.roots["[Content_Types].xml"]
    defaults = {d.get("Extension").lower() for d in types.iter(TYPES + "Default")}
    overrides = [o.get("PartName") for o in types.iter(TYPES + "Override")]
    for part in overrides:
        if part[1:] not in document.names:
            yield f"a type is told of {part}, which is not there"
    if len(set(overrides)) != len(overrides):
        yield "a part has two types"
    for name in document.names:
        if name != "[Content_Types].xml" and "/" + name not in overrides and name.rpartition(".")[2].lower() not in defaults:
            yield f"{name} has no type"
    for name, root in document.roots.items():
        if name.endswith(".rels"):
            yield from _relations(document, name, root)


def _relations(document, name, root):
    folder = posixpath.dirname(posixpath.dirname(name))
    ids = [r.get("Id") for r in root]
    if len(set(ids)) != len(ids):
        yield f"{name}: an id stands twice"
    for relation in root:
        if not re.match(r"[A-Za-z_][\w.-]*$", relation.get("Id", "")):
            yield f"{name}: {relation.get('Id')} is no id"
        target = posixpath.normpath(posixpath.join(folder, relation.get("Target")))
        if relation.get("TargetMode") != "External" and target not in document.names:
            yield f"{name}: {target} is not there"
        if relation.get("TargetMode") == "External" and re.search(r"[\s<>\"{}|\\^`]", relation.get("Target")):
            yield f"{name}: “{relation.get('Target')}” is no address"


def references(document):
    """What one part says of another."""
    for part, root in document.parts().items():
        rels = document.roots.get("word/_rels/" + posixpath.basename(part) + ".rels")
        known = {r.get("Id") for r in rels} if rels is not None else set()
        for element in root.iter():
            for key, value in element.attrib.items():
                if key.startswith(R) and value not in known:
                    yield f"{part}: {name_of(element)} refers to {value}, which is no relation"
    styles = {s.get(W + "styleId") for _, s in document.all("style")}
    for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
        for part, element in document.all(kind):
            if element.get(W + "val") not in styles:
                yield f"{part}: there is no style {element.get(W + 'val')}"
    numbers = {n.get(W + "numId") for _, n in document.all("num")}
    for part, element in document.all("numId"):
        if element.get(W + "val") not in numbers:
            yield f"{part}: there is no list {element.get(W + 'val')}"
    lists = {n.get(W + "abstractNumId") for _, n in document.all("abstractNum")}
    for part, element in document.all("abstractNumId"):
        if element.get(W + "val") not in lists:
            yield f"{part}: there is no kind of list {element.get(W + 'val')}"
    for kind in ("footnote", "endnote"):
        there = [n.get(W + "id") for _, n in document.all(kind, f"word/{kind}s.xml")]
        named = [n.get(W + "id") for _, n in document.all(kind + "Reference")]
        if len(set(there)) != len(there) or len(set(named)) != len(named):
            yield f"a {kind} stands twice"
        for number in set(named) ^ {n for n in there if int(n) > 0}:
            yield f"{kind} {number} has no counterpart"


def bookmarks(document):
    """17.13.6: names of 40 characters that no two have; numbers that no two have; each link leads somewhere."""
    starts = [b for _, b in document.all("bookmarkStart")]
    ends = [b.get(W + "id") for _, b in document.all("bookmarkEnd")]
    names = [b.get(W + "name") for b in starts]
    if sorted(b.get(W + "id") for b in starts) != sorted(ends) or len(set(ends)) != len(ends):
        yield "bookmarks begin and do not end, or share a number"
    if len({n.lower() for n in names}) != len(names):
        yield "two bookmarks have one name"
    for name in names:
        if not re.match(r"\w{1,40}$", name):
            yield f"“{name}” is no name of a bookmark"
    for part, link in document.all("hyperlink"):
        if link.get(W + "anchor") is not None and link.get(W + "anchor") not in names:
            yield f"{part}: a link leads to {link.get(W + 'anchor')}, which is nowhere"
    ids = [e.get("id") for root in document.parts().values() for e in root.iter() if name_of(e) == "wp:docPr"]
    if len(set(ids)) != len(ids):
        yield "two drawings have one number"


def tables(document):
    """17.4: rows that fill their grid; a cell ends with a paragraph; what goes on began above."""
    for part, table in document.all("tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        open_columns = set()
        for row in table.findall(W + "tr"):
            at, merged = 0, set()
            for cell in row.findall(W + "tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                width = int(span.get(W + "val")) if span is not None else 1
                if merge is not None and merge.get(W + "val", "continue") == "continue" and at not in open_columns:
                    yield f"{part}: a cell goes on that did not begin"
                merged |= {at} if merge is not None else set()
                if len(cell) == 0 or cell[-1].tag != W + "p":
                    yield f"{part}: a cell does not end with a paragraph"
                at += width
            if at != columns:
                yield f"{part}: a row has {at} columns, its table {columns}"
            open_columns = merged


def faults(path):
    document = Document(path)
    for name, root in document.parts().items():
        yield from order(name, root)
    for rule in (package, references, bookmarks, tables):
        yield from rule(document)
