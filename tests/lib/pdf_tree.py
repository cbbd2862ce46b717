# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF's structure tree, and what it says in the order in which it is read aloud (ISO 32000-1, 14.7)."""
import pdf_content
import pdf_file

GROUPS = {"NonStruct", "Div", "Sect", "Part", "Art", "Span", "Private"}


class Element:
    def __init__(self, file, reference, parent):
        self.reference, self.parent = reference, parent
        self.dictionary = file.resolve(reference)
        self.type = str(file.get(reference, "S", default="?"))
        self.kids = []  # Element, (page reference, MCID), or the reference of an annotation

    def get(self, key, default=None):
        return self.dictionary.get(key, default)

    @property
    def elements(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def shown(self):
        """Its elements, those of groups without a meaning of their own among them."""
        for kid in self.elements:
            if kid.type in GROUPS:
                yield from kid.shown
            else:
                yield kid

    def walk(self):
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.elements))

    def attribute(self, file, name):
        for owner in file.items(self.reference, "A"):
            value = file.get(owner, name)
            if value is not None:
                return value
        return None


class Tree:
    """pieces: (page reference, MCID) to the element that holds it; faults: what is no tree."""

    def __init__(self, path):
        self.file = pdf_file.File(path)
        self.faults = []
        self.pieces, self.annotations = {}, {}
        self.root = self.file.get(self.file.root, "StructTreeRoot")
        self.tops = []
        self._read_tree()
        self._read_pages()

    def _read_tree(self):
        if self.root is None:
            self.faults.append("no structure tree")
            return
        seen, stack = set(), []
        for reference in self.file.items(self.root, "K"):
            self.tops.append(Element(self.file, reference, None))
            stack.append(self.tops[-1])
        while stack:
            element = stack.pop()
            if element.reference in seen:
                self.faults.append("an element stands twice in the tree")
                continue
            seen.add(element.reference)
            self._read_kids(element)
            stack.extend(element.elements)

    def _read_kids(self, element):
        page = element.get("Pg")
        for kid in self.file.items(element.reference, "K"):
            value = self.file.resolve(kid)
            if isinstance(value, int):
                self._add_piece(element, (page, value))
            elif value.get("Type") == "MCR":
                self._add_piece(element, (value.get("Pg", page), value["MCID"]))
            elif value.get("Type") == "OBJR":
                element.kids.append(value["Obj"])
                self.annotations[value["Obj"]] = element
            else:
                element.kids.append(Element(self.file, kid, element))
                if value.get("P") != element.reference:
                    self.faults.append(f"a {value.get('S')} names another parent than it stands in")

    def _add_piece(self, element, piece):
        element.kids.append(piece)
        if piece in self.pieces:
            self.faults.append("a marked piece stands twice in the tree")
        self.pieces[piece] = element

    def _read_pages(self):
        file = self.file
        streams = [r for page in file.pages for r in file.items(page, "Contents")]
        streams += [item["ToUnicode"] for _, item in file.dictionaries("Type", "Font") if "ToUnicode" in item]
        file.load(streams)
        fonts = {}
        self.pages = {page: pdf_content.Page(file, page, fonts) for page in file.pages}
        self.fonts = fonts

    def walk(self):
        for top in self.tops:
            yield from top.walk()

    def text(self, element):
        """As it is read aloud: ActualText and Alt stand for all that is below (14.9.3, 14.9.4)."""
        out, stack = [], [element]
        while stack:
            kid = stack.pop()
            if isinstance(kid, str) and not isinstance(kid, pdf_file.Reference):
                out.append(kid)
            elif isinstance(kid, tuple):
                page = self.pages.get(kid[0])
                out.append(page.texts.get(kid[1], "") if page else "")
            elif isinstance(kid, Element):
                replaced = kid.get("ActualText", kid.get("Alt") if kid.type in ("Figure", "Formula") else None)
                if replaced is not None:
                    out.append(replaced)
                else:
                    stack.extend(reversed(kid.kids))
        return "".join(out)
