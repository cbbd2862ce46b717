# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page and dialog of the window, one after another: what shall be looked at, or walked through, in all of them.

Each walk is a generator. It goes somewhere as a person does and yields (window, name of what is open now); what is open is
closed when it goes on. Who looks may move the keyboard about, but opens and closes nothing."""
import os
import re
import struct
import zipfile
from contextlib import contextmanager

from accessible import box, has, walk
from person import BUTTONS
from window import FIXTURES, SAMPLE, Window, cli, units

HEAD = 60  # pixels: a window's head
HEADING, STEPS, LEFT_OUT = "Rivers", "Four steps", "Left out"
ITEMS = ("menu item", "radio menu item", "check menu item")
_MATH = "<math xmlns='http://www.w3.org/1998/Math/MathML'%s><mi>v</mi><mo>=</mo><mfrac><mi>d</mi><mi>t</mi></mfrac></math>"
_PAGES = (
    ("Rivers", f"""<p>Water <em>runs</em> at a <strong>speed</strong> {_MATH % ""} of 3 m<sup>3</sup>, as in <a href="https://example.org/x">Figure 2</a>.</p>
<p>A drop <img src="drop.svg" alt=""/> and another one <img src="drop.svg" alt="A drop"/> stand in this line.</p>
<figure><img src="road.jpg" alt="A road in the desert"/><figcaption>The road to the spring.</figcaption></figure>
<figure><img src="bars.svg" alt="Two bars"/><figcaption>How far a car goes.</figcaption></figure>
<table><caption>Some rivers</caption><thead><tr><th>River</th><th>Where</th><th>Speed</th></tr></thead>
<tbody><tr><td>Nile</td><td>Aswan</td><td>3 mph</td></tr><tr><td>Colorado</td><td>Grand Canyon</td><td>4 mph</td></tr></tbody></table>"""),
    ("Four steps", f"""<ul><li>The sun warms the sea.</li><li>A cloud forms.</li></ul>
<aside class="note"><h2>Try it</h2><p>Put a saucer over a bowl.</p></aside>
<blockquote><p>No man steps in the same river twice.</p></blockquote>
<pre>speed = way / time</pre>
{_MATH % " display='block'"}
<p>Hear it, and see it.</p>
<audio src="river.m4a" controls="controls" title="The Nile at night">The Nile at night</audio>
<video src="river.mp4" controls="controls"></video>"""),
    ("Left out", "<p>Nobody needs this.</p>"),
    ("Last", "<p>The end.</p>"),
)
_PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:9c1c9f3e-5b6f-4e0e-9c55-0d3f4a1f6b01</dc:identifier>
<dc:title>Water in All Its Shapes</dc:title><dc:language>en</dc:language><dc:creator>Mara Lindqvist</dc:creator>
<dc:rights>https://creativecommons.org/licenses/by-sa/4.0/</dc:rights><meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>
<manifest>%s</manifest><spine>%s</spine></package>"""
_CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
_TYPES = {"svg": "image/svg+xml", "jpg": "image/jpeg", "m4a": "audio/mp4", "mp4": "video/mp4"}
_DROP = '<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18"><circle cx="9" cy="9" r="7" fill="#3584e4"/></svg>'
_BARS = """<svg xmlns="http://www.w3.org/2000/svg" width="360" height="140"><rect width="360" height="140" fill="#eee"/>
<rect x="10" y="20" width="120" height="30" fill="#3584e4"/><rect x="10" y="80" width="240" height="30" fill="#e66100"/>
<text x="140" y="42">Thinking</text><text x="260" y="102">Braking</text></svg>"""


def _box(kind, content):
    return struct.pack(">I4s", len(content) + 8, kind) + content


def _mp4(brand, seconds):
    """An MP4 file that says how long it plays, and plays nothing."""
    header = struct.pack(">IIIII", 0, 0, 0, 1000, seconds * 1000) + bytes(80)
    return _box(b"ftyp", brand + bytes(4)) + _box(b"moov", _box(b"mvhd", header)) + _box(b"mdat", bytes(70000))


def _page(title, body):
    return (f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en"><head><title>{title}</title></head>'
            f"<body><section><h1>{title}</h1>{body}</section></body></html>")


def write_book(folder, parts=_PAGES):
    """An e-book of these parts (title, XHTML); without any, one that has one of everything."""
    path = os.path.join(folder, "everything.epub")
    with open(os.path.join(FIXTURES, "road.jpg"), "rb") as road:
        files = {"drop.svg": _DROP, "bars.svg": _BARS, "road.jpg": road.read(), "river.m4a": _mp4(b"M4A ", 65), "river.mp4": _mp4(b"isom", 3725)}
    pages = {f"page{i}.xhtml": _page(*page) for i, page in enumerate(parts)}
    links = "".join(f'<li><a href="page{i}.xhtml">{title}</a></li>' for i, (title, _) in enumerate(parts))
    nav = _page("Contents", f'<nav epub:type="toc"><ol>{links}</ol></nav>')
    items = "".join(f'<item id="{name[:-6]}" href="{name}" media-type="application/xhtml+xml"/>' for name in pages)
    items += '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    items += "".join(f'<item id="f{i}" href="{name}" media-type="{_TYPES[name.split(".")[1]]}"/>' for i, name in enumerate(files))
    spine = "".join(f'<itemref idref="{name[:-6]}"/>' for name in pages)
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("package.opf", _PACKAGE % (items, spine))
        for name, content in {**pages, "nav.xhtml": nav, **files}.items():
            book.writestr(name, content)
    return path


def inner_button(node):
    """The button itself: a menu button is one around it."""
    return [n for n in walk(node) if n.get_role_name() in BUTTONS][-1]


def _open_menu(window, node):
    window.press(inner_button(node))
    window.see(ITEMS)


def _close_menu(window):
    window.key("Escape")
    if not window.wait_for(lambda: not window.all(ITEMS)):
        raise AssertionError(f"the menu stays open:\n{window.tree()}")


def _is_shown(window, node):
    pages = window.see("list", "Source and adaptation")
    here, around = box(node), box(pages)
    return here.y >= around.y and here.y + here.height < around.y + around.height - 30


def bring(window, words):
    """What stands in the pages and begins so, after turning the wheel until it is in sight."""
    pages = window.see("list", "Source and adaptation")
    pattern = re.compile("^" + re.escape(words))
    x, y, width, height = window.rectangle(pages)
    for _ in range(90):
        found = [n for n in window.all(("label", "image"), pattern, pages) if _is_shown(window, n)]
        if found:
            return found[0]
        window.scroll(x + width // 3, y + height // 2, 1)
        window.wait_for(lambda: [n for n in window.all(("label", "image"), pattern, pages) if _is_shown(window, n)], seconds=0.3)
    raise AssertionError(f"{words!r} does not come into sight:\n{window.tree()}")


@contextmanager
def in_panel(window, roles, words):
    """What the panel holds; where it has no room beside the pages, it is a sheet below them that is folded again afterwards."""
    found = window.wait_for(lambda: window.all(roles, words), seconds=2)
    if not found:
        window.key("shift+F9")
    yield window.see(roles, words)
    if not found:
        window.key("shift+F9")
        window.gone(roles, words)


def show_outline(window):
    """The outline; where it has no room beside the pages, it lies over them once it is asked for."""
    outline = window.see("list", "Outline")
    if box(outline).x < 0:
        window.key("F9")
        window.wait_for(lambda: box(outline).x >= 0)
    return outline


def scroll_to(window, node, frame, bottom=None):
    """Turns the wheel over a window until node is in sight in it: above bottom, a place of the screen, where its foot is."""
    x, y, width, height = window.rectangle(frame)
    bottom = bottom or y + height - 20

    def is_shown():
        _, top, _, high = window.rectangle(node)
        return y + HEAD < top and top + high < bottom

    for _ in range(40):
        if is_shown():
            break
        window.scroll(x + width // 2, (y + bottom) // 2, 1)
        window.wait_for(is_shown, seconds=0.2)
    return node


def write_in(window, words):
    """Opens the passage whose text begins so."""
    window.click(bring(window, words))
    return window.see("text", "Your text")


def reopen(window, words):
    """The same, where who looked has left it meanwhile: the keyboard may stand beside it."""
    found = window.all("text", "Your text")
    if not found:
        return write_in(window, words)
    window.click(found[0])
    if not window.wait_for(lambda: has(found[0], "focused")):
        raise AssertionError(f"the text does not take the keyboard:\n{window.tree()}")
    return found[0]


def go(window, words):
    """To a section, by Ctrl+L."""
    window.key("Escape")
    window.key("ctrl+l")
    window.see("entry", re.compile("^Where to go"))
    window.type(words)
    window.see("list item", re.compile(f"^{re.escape(words)}"))
    window.key("Return")
    window.gone("entry", re.compile("^Where to go"))
    window.see("label", words, window.see("list", "Source and adaptation"))


def new_project(shelf, language="ar-EG"):
    """On the page with everything, with something done in it."""
    project = shelf.new_project(write_book(shelf.folder), language)
    texts = {unit["source"]: unit["id"] for unit in units(project).values() if unit["source"]}
    cli("set", project, texts["Some rivers"], "--target", "بعض الأنهار" if language.startswith("ar") else "Kilka rzek", "--state", "reviewed")
    cli("set", project, texts["Nobody needs this."], "--decision", "omitted", "--reason", "known to all")
    return project


def _close(window, title, below=None):
    """Escape; which window has the keyboard then is the window manager's to say: a person takes the one below."""
    window.key("Escape")
    window.gone("frame", title)
    window.has_keyboard(window.see("frame", below))


# --- the walks -------------------------------------------------------------------------------------------------------
def shelf_pages(shelf, environment=None):
    window = Window(shelf, environment=environment)
    window.see_empty_shelf()
    yield window, "shelf-empty"
    # Without libsoup there is no web.
    if window.all("push button", "From the Web…"):
        window.press("From the Web…")
        window.has_keyboard(window.see("frame", "From the Web"))
        yield window, "web"
        _close(window, "From the Web")
    window.close()
    new_project(shelf)
    cli("new", "--quiet", os.path.join(shelf.data, "water.cognate"), "--from", SAMPLE, "--to", "pl-PL")
    window = Window(shelf, environment=environment)
    window.see("push button", "Water on the Move")
    yield window, "shelf"
    _open_menu(window, window.see(BUTTONS, re.compile("^Menu of “Water on the Move”")))
    yield window, "shelf-menu"
    _close_menu(window)
    _open_menu(window, window.see(BUTTONS, "Main Menu"))
    yield window, "main-menu"
    _close_menu(window)
    window.key("ctrl+f")
    window.see(("text", "entry"), "Search the Shelf")
    window.type("no such book")
    window.see("label", "Nothing Found")
    yield window, "shelf-nothing-found"
    window.key("ctrl+question")
    window.see("label", "Main menu")
    yield window, "shortcuts"
    window.key("Escape")
    window.gone("label", "Main menu")
    window.key("F1")
    window.see("frame", "Start here")
    yield window, "help"
    window.key("Escape")
    window.gone("frame", "Start here")
    _open_menu(window, window.see(BUTTONS, "Main Menu"))
    window.choose(re.compile("About Cognate$"))
    window.see(("frame", "dialog"), re.compile("^About"))
    yield window, "about"
    window.key("Escape")
    window.gone(("frame", "dialog"), re.compile("^About"))
    window.close()


def import_pages(shelf, environment=None):
    window = Window(shelf, SAMPLE, environment=environment)
    window.see_found("^Water on the Move$")
    yield window, "import"
    window.press("Show")
    window.see("text", "The text of the file", window.see("frame", "Where It Says So"))
    yield window, "evidence"
    _close(window, "Where It Says So", "Import")
    button = window.see(BUTTONS, re.compile("^Language: "))
    window.press(inner_button(button))
    window.see("entry", "Search Languages")
    yield window, "import-language"
    window.key("Escape")
    if not window.wait_for(lambda: not window.all("entry", "Search Languages"), seconds=3):
        window.key("Escape")
    window.gone("entry", "Search Languages")
    foot = window.rectangle(window.see("push button", "Start Adapting"))[1]
    window.click(scroll_to(window, window.see("label", "Chapters"), window.see("frame", "Import"), foot))
    window.see("check box", re.compile("^_?All Chapters"))
    yield window, "import-chapters"
    window.press("Back")
    window.press("Cancel")
    window.gone("frame", "Import")
    window.close()


def workbench_pages(shelf, environment=None):
    window = Window(shelf, new_project(shelf), environment=environment)
    window.ready(HEADING)
    yield window, "workbench"
    window.key("ctrl+alt+z")
    window.has_keyboard(window.see("frame", "History"))
    yield window, "history"
    _close(window, "History")
    window.press("Main Menu")
    window.choose(re.compile("^Import Report"))
    window.has_keyboard(window.see("frame", "Import Report"))
    yield window, "report"
    _close(window, "Import Report")
    window.key("F6", "F6")
    yield window, "row-focus"
    yield from _rows(window)
    yield from _menus(window)
    window.close()


def _rows(window):
    write_in(window, "Water runs")
    window.key("ctrl+d", "ctrl+a")
    yield window, "row"
    yield from _editor(window)
    for name, words in (("inline-pictures", "A drop"), ("figure", "The road to"), ("drawing", "How far"), ("table", "Nile")):
        write_in(window, words)
        yield window, name
        if name == "figure":
            yield from _figure(window)
        if name == "drawing":
            yield from _drawing(window)
        window.key("Escape")
    go(window, STEPS)
    for name, words in (("list", "The sun warms"), ("box", "Put a saucer"), ("quotation", "No man steps"), ("preformatted", "speed = way")):
        write_in(window, words)
        yield window, name
        window.key("Escape")
    bring(window, "The Nile at night")
    yield window, "media"
    go(window, LEFT_OUT)
    yield window, "passage-left-out"
    go(window, HEADING)


def _editor(window):
    reopen(window, "Water runs")
    window.press(window.see(BUTTONS, "More"))
    window.see(ITEMS)
    yield window, "row-more"
    _close_menu(window)
    reopen(window, "Water runs")
    window.key("ctrl+a", "ctrl+k")
    window.see(("text", "entry"), "Address of the link")
    yield window, "link"
    window.key("Escape")
    window.gone(("text", "entry"), "Address of the link")
    reopen(window, "Water runs")
    window.key("ctrl+u")
    window.see(("frame", "dialog"), "Markup")
    yield window, "markup"
    window.press("Whole Section")
    yield window, "markup-section"
    window.press("Cancel")
    window.gone(("frame", "dialog"), "Markup")
    window.key("Escape")


def _figure(window):
    reopen(window, "The road to")
    with in_panel(window, BUTTONS, "Replace Picture…") as button:
        window.press(button)
        yield from _replace_picture(window)


def _replace_picture(window):
    window.pick_file(os.path.join(FIXTURES, "road.jpg"))
    dialog = window.see(("frame", "dialog"), "Replace Picture")
    window.see("text", "Author", dialog)
    yield window, "replace-picture"
    window.press(inner_button(window.see(BUTTONS, re.compile("^Licence: "), dialog)))
    window.see("entry", "Search licences")
    yield window, "licence"
    window.key("Escape")
    window.gone("entry", "Search licences")
    window.press("Replace", dialog)
    window.see("label", "Not used: binds nothing")
    yield window, "picture-replaced"


def _drawing(window):
    reopen(window, "How far")
    with in_panel(window, BUTTONS, "Translate the Words in It…") as button:
        window.press(button)
        window.see(("frame", "dialog"), "Translate the Words in a Drawing")
        yield window, "drawing-words"
        window.key("Escape")
        window.gone(("frame", "dialog"), "Translate the Words in a Drawing")


def _menus(window):
    stitch = next(n for n in walk(window.row(HEADING)) if n.get_role_name() == "push button")
    _open_menu(window, stitch)
    yield window, "row-menu"
    _close_menu(window)
    if window.all("list", "Outline"):
        outline = show_outline(window)
        row = window.see("list item", re.compile("^Last, "), outline)
        _open_menu(window, row)
        yield window, "section-menu"
        _close_menu(window)
        _open_menu(window, window.see(BUTTONS, "Add or Bring In a Section"))
        yield window, "add-menu"
        window.choose("New Section…")
        window.see("dialog", "New Section")
        yield window, "new-section"
        window.key("Escape")
        window.gone("dialog", "New Section")
        window.press(inner_button(window.see(BUTTONS, "Add or Bring In a Section")))
        window.choose("From Another Book…")
        window.see("push button", re.compile("^Choose a _?File…"))
        yield window, "remix-empty"
        window.press(re.compile("^Choose a _?File…"))
        window.pick_file(os.path.join(FIXTURES, "pond.html"))
        window.see("list", "Sections")
        # The file chooser had the keyboard.
        window.click(window.see("label", "You may adapt it, and must share alike."))
        yield window, "remix"
        window.press("Cancel")
        window.gone("list", "Sections")
    window.choose_in_row(HEADING, "Add Below", "Table…")
    window.see("push button", "Insert")
    yield window, "new-table"
    window.key("Escape")
    window.gone("push button", "Insert")
    window.key("ctrl+l")
    window.see("entry", re.compile("^Where to go"))
    yield window, "go-to"
    window.key("Escape")
    window.gone("entry", re.compile("^Where to go"))


def search_pages(shelf, environment=None):
    window = Window(shelf, new_project(shelf, "pl-PL"), environment=environment)
    window.ready(HEADING)
    window.key("ctrl+f")
    window.see("entry", "Find in the book")
    window.type("river")
    window.see("label", re.compile(r"^\d+ hits$"))
    yield window, "find"
    window.press("How to Search")
    window.see(ITEMS)
    yield window, "find-how"
    _close_menu(window)
    window.press("Show Only Some Passages")
    window.see(ITEMS)
    yield window, "filter-menu"
    _close_menu(window)
    window.click(window.see("entry", "Find in the book"))
    window.key("Down")
    window.see("list", "What was found")
    yield window, "hits"
    window.key("Escape", "Escape")
    window.gone("entry", "Find in the book")
    window.key("ctrl+h")
    window.see("entry", "Find in the book")
    window.key("ctrl+a")
    window.type("rzek")
    window.see("label", re.compile("^1 (hit|of 1)"))
    window.fill(window.see("text", "Replace with"), "rzeczek")
    yield window, "replace"
    window.press("Replace All…")
    window.see(("frame", "dialog"), "Replace in the Book")
    yield window, "replace-in-the-book"
    window.key("Escape")
    window.gone(("frame", "dialog"), "Replace in the Book")
    window.close()


def translation_pages(shelf, environment=None):
    window = Window(shelf, new_project(shelf, "pl-PL"), environment=environment)
    window.ready(HEADING)
    window.key("ctrl+shift+m")
    frame = window.see("frame", "Pretranslate")
    window.see("label", re.compile(r"^\d+ empty passages$"), frame)
    yield window, "pretranslate"
    window.press("Pretranslate", frame)
    window.see("push button", "Close", frame)
    yield window, "pretranslate-report"
    window.click(window.see("list item", "Left Empty", frame))
    window.see("list", "Passages", frame)
    yield window, "pretranslate-places"
    window.key("Escape")
    window.gone("frame", "Pretranslate")
    window.close()


def output_pages(shelf, environment=None):
    environment = {**(environment or shelf.environment), "G_DEBUG": "gc-friendly"}
    window = Window(shelf, new_project(shelf), environment=environment)
    window.ready(HEADING)
    window.page("Rights")
    window.see("list item", re.compile("^Text of"))
    yield window, "rights"
    window.press(window.see("push button", "Correct the credit"))
    window.see("frame", "Credit")
    yield window, "credit"
    frame = window.see("frame", "Credit")
    scroll_to(window, window.see("combo box", "Licence", frame), frame)
    window.choose_in_list(frame, "Licence", "By permission")
    scroll_to(window, window.see("check box", "To print it", frame), frame)
    yield window, "permission"
    window.press("Draft a Letter…")
    window.see("frame", "Letter to the Owner")
    yield window, "letter"
    window.key("Escape")
    window.gone("frame", "Letter to the Owner")
    window.key("Escape")
    window.gone("frame", "Credit")
    window.page("Publish")
    window.see("push button", re.compile("^_?Export _?Draft"))
    window.see("label", "Should be solved")
    yield window, "publish"
    for row, title, name in (("On Paper", "Preview on Paper", "preview-paper"), ("On a Screen", "Preview", "preview-screen")):
        if not window.all("label", row):
            continue
        window.open_preview(row, title)
        if name == "preview-paper":
            window.see("image", re.compile(r"^Page \d+ of "))
        yield window, name
        window.key("Escape")
        window.gone("frame", title)
    window.close()


def _new_road(shelf, language):
    """A project with something for each tool: slips, terms, words translated before."""
    project = shelf.new_project(os.path.join(FIXTURES, "road.html"), language)
    texts = {unit["source"]: unit["id"] for unit in units(project).values() if unit["source"]}
    seat = next(words for words in texts if words.startswith("The driver has"))
    cli("set", project, texts[seat], "--target", "El conductor  lleva una bolsa de 11 libras , y paga (40 dólares.")
    for term, translation in (("car", "coche"), ("highway", "autopista"), ("driver", "conductor")):
        cli("terms", "add", term, translation, "--from", "en", "--to", "es", "--data-dir", shelf.data)
    memory = os.path.join(shelf.folder, "before.tmx")
    with open(memory, "w", encoding="utf-8") as file:
        file.write(_TMX)
    cli("memory", "import", memory, "--data-dir", shelf.data)
    return project


_TMX = """<?xml version="1.0"?><tmx version="1.4"><header srclang="en" segtype="sentence" o-tmf="x" adminlang="en" datatype="xml" creationtool="x"
creationtoolversion="1"/><body><tu><tuv xml:lang="en"><seg>Who drives a car must know how long it takes to stop.</seg></tuv>
<tuv xml:lang="es"><seg>Quien conduce un coche debe saber cuánto tarda en parar.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Who drives a bus must know how long it takes to stop.</seg></tuv>
<tuv xml:lang="es"><seg>Quien conduce un autobús debe saber cuánto tarda en parar.</seg></tuv></tu></body></tmx>"""


def choose_tool(window, item):
    window.key("F10")
    window.choose("Translation Tools", item)


def _leave(window, title):
    frame = window.see(("frame", "dialog"), title)
    window.has_keyboard(frame)
    window.key("Escape")
    window.gone(("frame", "dialog"), title)


def tool_pages(shelf, environment=None):
    project = _new_road(shelf, "es-MX")
    window = Window(shelf, project, environment=environment)
    window.open_row("Who drives")
    with in_panel(window, "label", "100 %"):
        yield window, "suggestions"
    window.key("Escape")
    window.key("ctrl+shift+k")
    window.see("label", re.compile("^Look for words"))
    yield window, "memory-empty"
    window.type("drives a")
    window.see("label", re.compile("autobús"))
    yield window, "memory"
    _leave(window, "Translation Memory")
    choose_tool(window, "Glossary…")
    window.see("list item", "car: coche")
    yield window, "glossary"
    window.click(window.see("list item", "car: coche"))
    window.see(("dialog", "frame"), "Change a Term")
    yield window, "term"
    _leave(window, "Change a Term")
    # Which window has the keyboard after a dialog is the window manager's to say.
    window.click(window.see("entry", "Find a term or translation"))
    _leave(window, "Glossary")
    choose_tool(window, re.compile("^Check the Text"))
    window.see("label", re.compile("several spaces"))
    yield window, "checks"
    _leave(window, "Check the Text")
    choose_tool(window, "Send to Other Tools…")
    window.see("label", "Where Is It Worked On?")
    yield window, "send"
    _leave(window, re.compile("^Send"))
    choose_tool(window, "Take Back…")
    window.see("push button", "Choose a File…")
    yield window, "take"
    _leave(window, re.compile("^Take"))
    choose_tool(window, "Translation Services…")
    window.see(("frame", "dialog"), "Translation Services")
    yield window, "services"
    _leave(window, "Translation Services")
    window.press("Main Menu")
    window.choose("Culture and Place…")
    window.see("check box", re.compile("3,000 lb"))
    yield window, "culture"
    window.press(window.see("page tab", "Through the Book"))
    window.see("text", re.compile("^In the source"))
    yield window, "culture-book"
    window.press(window.see("page tab", "Level"))
    window.see("label", "The whole book")
    yield window, "culture-level"
    window.key("Escape")
    window.gone("page tab", "Level")
    window.close()


_POND = """<html lang="%s"><title>%s</title><body><h1>%s</h1><p>%s</p><p>%s</p>
<p>CC BY-SA 4.0 <a rel="license" href="https://creativecommons.org/licenses/%s/4.0/">CC 4.0</a></p></body></html>"""


def _write_pond(shelf, name, *words):
    path = os.path.join(shelf.folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(_POND % words)
    return path


def _give_file(window, button, path, words):
    """To a dialog; a click brings back the keyboard that the file chooser had."""
    window.press(window.see("push button", re.compile(button)))
    window.pick_file(path)
    window.click(window.see("label", words))


def edition_pages(shelf, environment=None):
    ice, frogs = "The ice is 12 cm thick in January.", "Frogs sleep in the mud until the first warm days of spring."
    first = _write_pond(shelf, "pond.html", "en", "The pond", "The pond", ice, frogs, "by")
    second = _write_pond(shelf, "pond-2.html", "en", "The pond", "The pond", "The ice is 9 cm thick in January, less than before.",
                         "Frogs sleep in the mud until the first warm days of March.", "by-sa")
    other = _write_pond(shelf, "staw.html", "pl", "Staw", "Staw", "W styczniu lód ma 12 cm grubości.", "Żaby śpią w mule do pierwszych ciepłych dni wiosny.", "by")
    project = shelf.new_project(first, "pl-PL")
    for source, target in ((ice, "W styczniu lód ma 12 cm grubości."), (frogs, "Żaby śpią w mule do wiosny.")):
        cli("set", project, next(u["id"] for u in units(project).values() if u["source"] == source), "--target", target)
    window = Window(shelf, project, environment=environment)
    window.ready("The pond")
    window.key("F10")
    window.choose("Translation Tools", "Update the Source…")
    window.see("label", "A New Edition of the Source")
    yield window, "update"
    _give_file(window, "^Choose a _?File…", second, re.compile("^If you update to"))
    yield window, "update-preview"
    window.press(window.see("push button", "Update"))
    window.see("label", "The Source Is Updated")
    yield window, "update-done"
    window.press(window.see("push button", re.compile("^Look at")))
    window.see("label", re.compile("changed passages?$"), window.see("frame", "Changed Originals"))
    yield window, "changed-originals"
    window.key("Escape")
    window.gone("frame", "Changed Originals")
    window.click(window.see("label", "Żaby śpią w mule do wiosny."))
    with in_panel(window, "label", "2 of 2"):
        yield window, "changed-original"
    window.key("Escape")
    window.key("F10")
    window.choose("Translation Tools", "Align Two Editions…")
    window.see("push button", "Compare")
    yield window, "align"
    _give_file(window, "The original$", first, re.compile("^A book and its translation"))
    _give_file(window, "Its translation$", other, re.compile("^A book and its translation"))
    window.press(window.see("push button", "Compare"))
    window.see("label", re.compile("pairs of sentences"))
    yield window, "align-pairs"
    window.key("Escape")
    window.gone("frame", "Align Two Editions")
    window.close()


ALL = (shelf_pages, import_pages, workbench_pages, search_pages, translation_pages, tool_pages, output_pages, edition_pages)
