# SPDX-License-Identifier: GPL-3.0-or-later
"""Formulas as a web page: what MathML Core has no longer (mfenced, mathvariant, alignment of columns)
is said in its words, so that a browser draws what is meant."""

import html

ALPHABETS = {  # as in the Unicode block Mathematical Alphanumeric Symbols: A, a, 0
    "bold": (0x1D400, 0x1D41A, 0x1D7CE),
    "italic": (0x1D434, 0x1D44E, None),
    "bold-italic": (0x1D468, 0x1D482, 0x1D7CE),
    "double-struck": (0x1D538, 0x1D552, 0x1D7D8),
    "script": (0x1D49C, 0x1D4B6, None),
    "fraktur": (0x1D504, 0x1D51E, None),
    "sans-serif": (0x1D5A0, 0x1D5BA, 0x1D7E2),
    "monospace": (0x1D670, 0x1D68A, 0x1D7F6),
}
HOLES = {0x1D455: 0x210E, 0x1D49D: 0x212C, 0x1D4A0: 0x2130, 0x1D4A1: 0x2131, 0x1D4A3: 0x210B, 0x1D4A4: 0x2110,
         0x1D4A7: 0x2112, 0x1D4A8: 0x2133, 0x1D4AD: 0x211B, 0x1D53A: 0x2102, 0x1D53F: 0x210D, 0x1D545: 0x2115,
         0x1D547: 0x2119, 0x1D548: 0x211A, 0x1D549: 0x211D, 0x1D551: 0x2124}
TOKENS = ("mi", "mn", "mo", "mtext", "ms")
KEPT = ("display", "displaystyle", "scriptlevel", "width", "height", "depth", "lspace", "rspace", "voffset", "stretchy",
        "symmetric", "largeop", "movablelimits", "minsize", "maxsize", "accent", "accentunder", "form", "fence",
        "linethickness", "columnspan", "rowspan", "mathsize", "mathcolor", "mathbackground", "notation", "dir")

STYLE = """
body { margin: 0; font-size: 40px; background: white; color: black }
div { white-space: nowrap; padding: 40px; width: max-content }
math { font-family: "%s" }
mtext { font-family: "Noto Serif", "Noto Naskh Arabic", "DejaVu Serif", serif }
i { display: inline-block; width: 0; height: 0 }
"""

MEASURE = """
JSON.stringify (Array.from (document.querySelectorAll ('math'), m => {
  const r = m.getBoundingClientRect (), b = m.previousSibling.getBoundingClientRect ();
  return [r.left, r.top, r.width, r.height, b.bottom];
}))
"""


def local(element):
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def attribute(element, name):
    return element.get(name)


def restyle(text, variant):
    capitals, smalls, digits = ALPHABETS[variant]
    out = []
    for c in text:
        code = ord(c)
        if "A" <= c <= "Z":
            code = capitals + code - ord("A")
        elif "a" <= c <= "z":
            code = smalls + code - ord("a")
        elif "0" <= c <= "9" and digits:
            code = digits + code - ord("0")
        out.append(chr(HOLES.get(code, code)))
    return "".join(out)


def write_token(element, variant):
    text = "".join(element.itertext())
    variant = attribute(element, "mathvariant") or variant
    name = local(element)
    kept = write_attributes(element)
    if name == "mi" and variant == "normal":
        kept += ' mathvariant="normal"'
    if variant in ALPHABETS and not (name == "mtext" and variant == "italic"):
        text = restyle(" ".join(text.split()), variant)
    elif name == "mtext":
        text = text.replace("\u00a0", " ").replace(" ", "\u00a0") if text.strip() != text or not text.strip() else text
        if variant == "italic":
            kept += ' style="font-style: italic"'
    elif name == "mo" and text.strip() == "-":
        text = "\u2212"
    return f"<{name}{kept}>{html.escape(text)}</{name}>"


def write_attributes(element):
    return "".join(f' {k}="{html.escape(v)}"' for k, v in element.attrib.items() if k in KEPT)


def write_fenced(element, variant):
    out = ["<mrow>"]
    opening, closing = element.get("open", "("), element.get("close", ")")
    separators = "".join(element.get("separators", ",").split())
    if opening:
        out.append(f'<mo form="prefix" fence="true" stretchy="true" symmetric="true" lspace="0" rspace="0">{html.escape(opening)}</mo>')
    for i, child in enumerate(list(element)):
        if i and separators:
            out.append(f"<mo>{html.escape(separators[min(i, len(separators)) - 1])}</mo>")
        out.append(write(child, variant))
    if closing:
        out.append(f'<mo form="postfix" fence="true" stretchy="true" symmetric="true" lspace="0" rspace="0">{html.escape(closing)}</mo>')
    return "".join(out) + "</mrow>"


def word(element, name, index):
    words = (element.get(name) or "").split()
    return words[min(index, len(words) - 1)] if words else None


def write_table(element, variant):
    out = [f"<mtable{write_attributes(element)}>"]
    for row in element:
        out.append("<mtr>")
        for i, cell in enumerate(row):
            align = cell.get("columnalign") or word(row, "columnalign", i) or word(element, "columnalign", i)
            style = f' style="text-align: {align}"' if align else ""
            out.append(f"<mtd{write_attributes(cell)}{style}>" + "".join(write(c, variant) for c in cell) + "</mtd>")
        out.append("</mtr>")
    return "".join(out) + "</mtable>"


def write(element, variant=None):
    name = local(element)
    if name in TOKENS:
        return write_token(element, variant)
    if name == "mfenced":
        return write_fenced(element, variant)
    if name == "mtable":
        return write_table(element, variant)
    if name == "mstyle":
        variant = element.get("mathvariant") or variant
    if name.startswith("annotation"):
        return ""
    inner = "".join(write(child, variant) for child in element)
    return f"<{name}{write_attributes(element)}>{inner}</{name}>"


def make_page(family, formulas, displays):
    """The page; each formula in a box of its own, behind an empty mark on its baseline."""
    body = []
    for element, is_display in zip(formulas, displays):
        # On a line of its own the box would be as wide as the page: only the style is meant.
        element.attrib.pop("display", None)
        element.set("displaystyle", "true" if is_display else element.get("displaystyle", "false"))
        body.append(f"<div><i></i>{write(element)}</div>")
    return f"<!DOCTYPE html><meta charset='utf-8'><style>{STYLE % family}</style>" + "\n".join(body)
