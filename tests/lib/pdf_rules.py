# SPDX-License-Identifier: GPL-3.0-or-later
"""What a PDF must be for a screen reader, as far as a program can see it: the rules of PDF/UA-1 (ISO 14289-1) on tags, tables, lists,
links, notes, languages and fonts, and the reading order of a text that is known. check() gives the faults as sentences."""
import re
import sys
import unicodedata

import pdf_tree

STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH
TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form""".split())
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$")
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
MAY_HOLD = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOC", "TOCI", "Caption"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"}, "Ruby": {"RB", "RT", "RP"},
}
MUST_STAND_IN = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}, "TH": {"TR"}, "TD": {"TR"},
    "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"}, "RB": {"Ruby"}, "RT": {"Ruby"},
}
MAX_TOLD = 5  # of one kind
FAR = 4000  # letters within which the next line of a text is looked for


class Checker:
    def __init__(self, path):
        self.tree = pdf_tree.Tree(path)
        self.file = self.tree.file
        self.found = []
        self._told = {}

    def say(self, kind, detail=""):
        self._told[kind] = self._told.get(kind, 0) + 1
        if self._told[kind] <= MAX_TOLD:
            self.found.append(f"{kind}: {detail}" if detail else kind)

    def run(self):
        for fault in self.tree.faults:
            self.say(fault)
        for rule in (self.catalog, self.metadata, self.labels, self.outline, self.fonts, self.pages, self.parents, self.elements,
                     self.headings, self.tables, self.notes, self.links):
            rule()
        return self.found

    # The document.
    def catalog(self):
        root, get = self.file.root, self.file.get
        if get(root, "MarkInfo", "Marked") is not True:
            self.say("the document is not marked as tagged")
        if not LANGUAGE.match(get(root, "Lang", default="")):
            self.say("the document has no language", get(root, "Lang", default=""))
        if get(root, "ViewerPreferences", "DisplayDocTitle") is not True:
            self.say("the title is not shown")
        if "Encrypt" in self.file.trailer:
            self.say("the file is encrypted")
        if get(root, "Names", "EmbeddedFiles") is not None:
            self.say("the file has files in it")

    def metadata(self):
        packet = self.file.data(self.file.root.get("Metadata")).decode("utf-8", "replace")
        if not re.search(r"<pdfuaid:part>1</pdfuaid:part>", packet):
            self.say("the metadata do not claim PDF/UA")
        if not re.search(r"<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>\s*[^<\s]", packet):
            self.say("the metadata have no title")

    def labels(self):
        entries = list(self.file.number_tree(self.file.get(self.file.root, "PageLabels", default={})))
        if not entries or entries[0][0] != 0 or any(not 0 <= key < len(self.file.pages) for key, _ in entries):
            self.say("the page labels do not count the pages")

    def outline(self):
        get, outlines = self.file.get, self.file.root.get("Outlines")
        if outlines is None:
            if len(self.file.pages) > 3:
                self.say("no bookmarks")
            return
        stack, seen = [get(outlines, "First") and self.file.resolve(outlines)["First"]], set()
        while stack:
            reference = stack.pop()
            if reference is None:
                continue
            if reference in seen:
                self.say("the bookmarks go round in a circle")
                return
            seen.add(reference)
            if not get(reference, "Title", default="").strip():
                self.say("a bookmark without a title")
            self.destination(get(reference, "Dest"), "a bookmark")
            stack += [self.file.resolve(reference).get(key) for key in ("Next", "First")]

    def destination(self, place, what):
        if not isinstance(place, list) or place[0] not in self.tree.pages:
            self.say(f"{what} leads nowhere")
            return
        top = self.file.get(place[0], "MediaBox")[3]
        if place[1] == "XYZ" and place[3] is not None and not 0 <= place[3] <= top:
            self.say(f"{what} leads outside its page", str(place[3]))

    def fonts(self):
        for reference, font in self.tree.fonts.items():
            name, sub = font.dictionary.get("BaseFont", str(reference)), font.dictionary.get("Subtype")
            if not font.has_map and font.dictionary.get("Encoding") != "WinAnsiEncoding":
                self.say("a font without ToUnicode", name)
            if sub == "Type3":
                continue
            described = self.file.get(font.dictionary.get("DescendantFonts", [None])[0]) if sub == "Type0" else font.dictionary
            descriptor = self.file.get(described, "FontDescriptor", default={})
            if not any(key in descriptor for key in ("FontFile", "FontFile2", "FontFile3")):
                self.say("a font is not embedded", name)

    # Pages and tree, both ways.
    def pages(self):
        for number, (reference, page) in enumerate(self.tree.pages.items(), 1):
            if page.loose:
                self.say("content that is neither tagged nor an artifact", f"page {number}, {len(page.loose)} × {page.loose[0]}")
            for fault in page.faults:
                self.say("marks that are nested wrongly", f"page {number}: {fault}")
            for mcid in page.texts:
                if (reference, mcid) not in self.tree.pieces:
                    self.say("a marked piece that is not in the tree", f"page {number}, {mcid}")
            if self.file.get(reference, "Annots") and self.file.get(reference, "Tabs") != "S":
                self.say("the tab order does not follow the structure", f"page {number}")
        for page, mcid in self.tree.pieces:
            if page not in self.tree.pages or mcid not in self.tree.pages[page].texts:
                self.say("the tree names a piece that is on no page", f"{page}, {mcid}")

    def parents(self):
        table = dict(self.file.number_tree(self.file.get(self.tree.root, "ParentTree", default={})))
        for number, (reference, page) in enumerate(self.tree.pages.items(), 1):
            row = self.file.resolve(table.get(self.file.get(reference, "StructParents"), []))
            for mcid in page.texts:
                element = self.tree.pieces.get((reference, mcid))
                if mcid >= len(row) or (element is not None and row[mcid] != element.reference):
                    self.say("the parent tree is wrong", f"page {number}, {mcid}")
        for annotation, element in self.tree.annotations.items():
            if table.get(self.file.get(annotation, "StructParent")) != element.reference:
                self.say("the parent tree is wrong", f"annotation {annotation}")

    # Elements.
    def elements(self):
        for element in self.tree.walk():
            kind = element.type
            if kind not in STANDARD:
                self.say("a type that is not standard", kind)
            if "Lang" in element.dictionary and not LANGUAGE.match(element.get("Lang")):
                self.say("a language that is no tag", element.get("Lang"))
            if not element.kids and kind not in ("TD", "TH"):
                self.say("an element with nothing in it", kind)
            if kind in ("Figure", "Formula") and not element.get("Alt", element.get("ActualText", "")).strip():
                self.say(f"a {kind} without words")
            self.nesting(element)
            if kind == "L":
                self.list(element)

    def nesting(self, element):
        kind = element.type
        for kid in element.shown:
            if kind in MAY_HOLD and kid.type not in MAY_HOLD[kind]:
                self.say(f"{kid.type} in {kind}")
        if kind in MAY_HOLD and any(isinstance(kid, tuple) for kid in element.kids):
            self.say(f"text in {kind}")
        outer = element.parent
        while outer is not None and outer.type in pdf_tree.GROUPS:
            outer = outer.parent
        if kind in MUST_STAND_IN and (outer is None or outer.type not in MUST_STAND_IN[kind]):
            self.say(f"{kind} not in its place", outer.type if outer else "")

    def list(self, element):
        numbered = element.attribute(self.file, "ListNumbering") not in (None, "None")
        for item in element.shown:
            kinds = [kid.type for kid in item.shown]
            if item.type != "LI":
                continue
            if "LBody" not in kinds and "Lbl" not in kinds or (numbered and kinds != ["Lbl", "LBody"]):
                self.say("a list item without mark or body", " ".join(kinds))

    def headings(self):
        last = 0
        for element in self.tree.walk():
            if element.type not in HEADINGS:
                continue
            level = int(element.type[1])
            if level > last + 1:
                self.say("a level of headings is skipped", f"H{last} H{level} {self.tree.text(element)[:40]}")
            if not self.tree.text(element).strip() and not any(kid.type == "Figure" for kid in element.walk()):
                self.say("a heading without words")
            last = level

    def rows(self, table):
        for kid in table.shown:
            if kid.type == "TR":
                yield kid
            elif kid.type in ("THead", "TBody", "TFoot"):
                yield from (row for row in kid.shown if row.type == "TR")

    def tables(self):
        for table in self.tree.walk():
            if table.type == "Table":
                self.table(table)

    def table(self, table):
        rows = list(self.rows(table))
        taken = set()
        for y, row in enumerate(rows):
            x = 0
            for cell in row.shown:
                if cell.type not in ("TH", "TD"):
                    continue
                while (y, x) in taken:
                    x += 1
                wide, tall = (cell.attribute(self.file, name) or 1 for name in ("ColSpan", "RowSpan"))
                places = {(y + dy, x + dx) for dy in range(tall) for dx in range(wide)}
                if places & taken:
                    self.say("cells of a table overlap")
                taken |= places
                if cell.type == "TH" and cell.attribute(self.file, "Scope") not in ("Row", "Column", "Both"):
                    self.say("a TH without Scope")
        widths = {}
        for y, x in taken:
            widths[y] = widths.get(y, 0) + 1
        if rows and (len(widths) != len(rows) or len(set(widths.values())) > 1):
            self.say("rows of a table differ in length", str(sorted(set(widths.values()))))
        kinds = [kid.type for kid in table.shown]
        if kinds.count("Caption") > 1 or "Caption" in kinds[1:-1] or kinds.count("THead") > 1 or kinds.count("TFoot") > 1:
            self.say("a table's parts are in disorder", " ".join(kinds))

    def notes(self):
        seen = set()
        for element in self.tree.walk():
            if element.type == "Note":
                if not element.get("ID") or element.get("ID") in seen:
                    self.say("a Note without an ID of its own")
                seen.add(element.get("ID"))

    def links(self):
        on_pages = set()
        for number, page in enumerate(self.tree.pages, 1):
            width, height = self.file.get(page, "MediaBox")[2:]
            for annotation in self.file.items(page, "Annots"):
                on_pages.add(annotation)
                if annotation not in self.tree.annotations:
                    self.say("an annotation that is not in the tree", f"page {number}")
                if not self.file.get(annotation, "Contents", default="").strip():
                    self.say("a link without a description", f"page {number}")
                left, bottom, right, top = self.file.get(annotation, "Rect")
                if left < -.5 or bottom < -.5 or right > width + .5 or top > height + .5 or right <= left or top <= bottom:
                    self.say("a link that is not on its page", f"page {number}: {left} {bottom} {right} {top}")
                if self.file.get(annotation, "A") is None:
                    self.destination(self.file.get(annotation, "Dest"), "a link")
        for annotation, element in self.tree.annotations.items():
            if annotation not in on_pages or element.type != "Link":
                self.say("an annotation in the tree that is no link on a page", element.type)
        for element in self.tree.walk():
            if element.type == "Link" and not any(kid in on_pages for kid in element.kids if isinstance(kid, str)):
                self.say("a Link without its annotation")


def bare(text):
    """Letters and digits: spaces, signs of hyphenation and presentation forms are the typesetter's."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c)[0] in "LN")


def compare_order(tree, lines):
    """How the lines of a text come in the tree: the share of their letters that stand in order, and those lines that do not."""
    whole = bare("\n".join(tree.text(top) for top in tree.tops))
    at = n = n_good = 0
    wrong = []
    for line in lines:
        wanted = bare(line)
        if len(wanted) < 4:
            continue
        n += len(wanted)
        found = whole.find(wanted, at, at + FAR + len(wanted))
        if found < 0:
            found = whole.find(wanted, at)
        if found < 0:
            wrong.append((line.strip()[:70], "elsewhere" if wanted in whole else "missing"))
            continue
        n_good += len(wanted)
        at = found + len(wanted)
    return (n_good / n if n else 1), wrong


def check(path):
    return Checker(path).run()


def main(path, text=None):
    """Prints the faults of a PDF; text names a file with the lines that it shows, in their order."""
    checker = Checker(path)
    faults = checker.run()
    if text is not None:
        with open(text, encoding="utf-8") as file:
            share, wrong = compare_order(checker.tree, file)
        print(f"order {share:.5f}")
        for line, why in wrong[:12]:
            print(f"line {why}: {line}")
    for fault in faults:
        print(f"fault {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
