# SPDX-License-Identifier: GPL-3.0-or-later
"""Empty passages filled from what is known: what is asked, what the report says and where it leads; and passages that repeat."""
import http.server
import json
import os
import re
import shutil
import threading

import scenes
import tap
from waiting import until
from window import Shelf, Window, cli, find, main, stored, units

ICE, DUCKS, READ, LOOK = "In winter", "Ducks look", "Read the text", "Look at the birds"
PARTS = (
    ("Winter", "<p>In winter the pond is covered with ice.</p><p>Ducks look for food at the bank.</p><p>Read the text twice.</p>"),
    ("Summer", "<p>Look at the birds.</p><p>Read the text twice.</p><p>Look at the birds.</p><p>Read the text twice.</p>"),
)
TMX = """<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en"><seg>In winter the pond is covered with ice.</seg></tuv><tuv xml:lang="es"><seg>En invierno el estanque se hiela.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>%s</seg></tuv><tuv xml:lang="es"><seg>Lee este texto dos veces.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Ducks look for food at the banks.</seg></tuv><tuv xml:lang="es"><seg>Los patos buscan comida en las orillas.</seg></tuv></tu>
</body></tmx>"""


class Service:
    """A LibreTranslate on this computer that keeps what it was sent."""

    def __init__(self):
        self.sent = []
        self.release = threading.Event()
        self.release.set()
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self, value):
                body = json.dumps(value).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                self.answer([{"code": "en", "targets": ["es"]}])

            def do_POST(self):
                question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                service.sent += question["q"]
                service.release.wait(30)
                self.answer({"translatedText": ["Ya " + q for q in question["q"]]})

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        # Who asked, and stopped, is not there for the answer.
        self.server.handle_error = lambda *_: None
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.host = self.address[len("http://"):]

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.release.set()
        self.server.shutdown()
        self.server.server_close()


def shot(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def write(shelf, name, text):
    path = os.path.join(shelf.folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def new_pond(shelf, with_memory=True, known="The end."):
    project = shelf.new_project(scenes.write_book(shelf.folder, PARTS), "es-MX")
    if with_memory:
        cli("memory", "import", write(shelf, "in.tmx", TMX % known), "--data-dir", shelf.data)
    return project


def targets(project, source):
    return [u["target"] for u in units(project).values() if (u["source"] or "").startswith(source)]


def ask(window):
    """Opens the dialog by its key, and waits until it has counted."""
    window.key("ctrl+shift+m")
    frame = window.see("frame", "Pretranslate")
    window.see("label", re.compile(r"^\d+ empty passages$"), frame)
    return frame


def start(window, frame):
    window.press(window.see("push button", "Pretranslate", frame))


def line(window, title, n, frame):
    """The line of the report that says so many."""
    row = window.see("list item", title, frame)
    window.see("label", str(n), row)
    return row


@tap.test
def memory():
    "the report says how many came from where, a line leads to its passages, and one Undo takes all of it back"
    with Shelf() as shelf:
        project = new_pond(shelf)
        window = Window(shelf, project)
        window.ready(ICE)
        window.write(READ, "Lee el texto dos veces.")
        frame = ask(window)
        shot(shelf, "pretranslate")
        window.click(window.see("list item", "Whole Book", frame))
        start(window, frame)
        window.see("label", "4 passages are filled in", frame)
        line(window, "As Elsewhere in This Book", 2, frame)
        line(window, "From the Memory, the Same", 1, frame)
        alike = line(window, "From the Memory, Alike", 1, frame)
        line(window, "Left Empty", 4, frame)
        shot(shelf, "pretranslate-report")
        stored(project, ICE, target="En invierno el estanque se hiela.", state="translated")
        stored(project, DUCKS, target="Los patos buscan comida en las orillas.", state="initial")
        assert targets(project, READ) == ["Lee el texto dos veces."] * 3
        window.click(alike)
        place = window.see("label", re.compile("^Los patos"), window.see("list", "Passages", frame))
        shot(shelf, "pretranslate-places")
        window.click(place)
        window.see("text", "Your text", window.row(DUCKS))
        window.press(window.see("push button", "Back to the Report", frame))
        window.press(window.see("push button", "Undo", frame))
        window.gone("frame", "Pretranslate")
        assert until(lambda: targets(project, READ) == ["Lee el texto dos veces.", None, None]), targets(project, READ)
        assert find(project, DUCKS)["target"] is None
        window.close_by_button()


@tap.test
def keyboard():
    "by keys alone: the section at hand, its report, a line, a passage"
    with Shelf() as shelf:
        project = new_pond(shelf)
        window = Window(shelf, project)
        window.ready(ICE)
        frame = ask(window)
        window.see("label", re.compile("Winter.*4 empty passages"), frame)
        window.key("Return")
        window.see("label", "2 passages are filled in", frame)
        assert targets(project, READ) == [None] * 3
        # The first line that leads anywhere has the keyboard.
        window.key("Return")
        window.see("list", "Passages", frame)
        window.key("Return")
        window.see("text", "Your text", window.row(ICE))
        window.close_by_button()


@tap.test
def apertium():
    "Apertium fills what the memory does not know, and each of its texts is marked"
    if not shutil.which("apertium") or not os.path.exists("/usr/share/apertium/modes/eng-spa.mode"):
        raise tap.Skip("Apertium with English and Spanish (apertium-eng-spa) is not installed")
    with Shelf() as shelf:
        project = new_pond(shelf)
        window = Window(shelf, project)
        window.ready(ICE)
        frame = ask(window)
        window.click(window.see("list item", "Whole Book", frame))
        window.choose_in_list(frame, "Machine Translation", "Apertium on this computer")
        shot(shelf, "pretranslate-apertium")
        start(window, frame)
        window.see("label", re.compile("passages are filled in$"), frame)
        line(window, re.compile("^Apertium"), 7, frame)
        line(window, "From the Memory, the Same", 1, frame)
        line(window, "Left Empty", 0, frame)
        shot(shelf, "pretranslate-apertium-report")
        assert "pájaros" in find(project, LOOK)["target"] or "aves" in find(project, LOOK)["target"], find(project, LOOK)
        stored(project, LOOK, state="initial")
        window.press(window.see("push button", "Close", frame))
        assert json.loads(cli("status", "--json", project))["words_machine"] > 0
        window.close_by_button()


@tap.test
def server():
    "a server gets nothing before the person said yes to its address; a stopped run leaves the book as it was"
    with Shelf() as shelf, Service() as service:
        project = new_pond(shelf)
        cli("--data-dir", shelf.data, "engines", "add", service.address)
        window = Window(shelf, project)
        window.ready(ICE)
        frame = ask(window)
        window.choose_in_list(frame, "Machine Translation", service.host)
        window.see("label", re.compile(f"Sends it to .*{re.escape(service.address)}"), frame)
        start(window, frame)
        window.see("label", re.compile(f"4 passages go to .*{re.escape(service.address)}"))
        shot(shelf, "pretranslate-server")
        window.press(window.see("push button", "Cancel", window.see("dialog", re.compile("^Send Passages"))))
        assert not service.sent, service.sent
        service.release.clear()
        start(window, frame)
        window.press(window.see("push button", "Send"))
        window.see("progress bar", "Progress", frame)
        assert until(lambda: service.sent)
        shot(shelf, "pretranslate-running")
        window.press(window.see("push button", "Stop", frame))
        window.see("push button", "Pretranslate", frame)
        service.release.set()
        assert find(project, ICE)["target"] is None
        # It was allowed once: it is not asked again. What the memory knows is not sent.
        del service.sent[:]
        start(window, frame)
        line(window, service.host, 2, frame)
        assert sorted(service.sent) == ["Read the text twice.", "Winter"], service.sent
        stored(project, READ, target="Ya Read the text twice.", state="initial")
        window.press(window.see("push button", "Close", frame))
        window.close_by_button()


@tap.test
def repeats():
    "who leaves a passage is told that others say the same, and fills them as one step; another translation stays"
    with Shelf() as shelf:
        project = new_pond(shelf, with_memory=False)
        own = [u for u in units(project).values() if (u["source"] or "").startswith(READ)][2]["id"]
        cli("set", project, own, "--target", "Otra cosa.")
        window = Window(shelf, project)
        window.ready(ICE)
        # Nothing is offered while one writes.
        editor = window.open_row(READ)
        window.type("Lee dos veces.")
        window.reads(editor, "Lee dos veces.")
        assert until(lambda: targets(project, READ)[0] == "Lee dos veces.")
        assert not window.all("label", re.compile("say the same|says the same"))
        window.key("Escape")
        # An alert is read aloud by itself.
        window.see("label", "1 more passage says the same", window.see("alert", "1 more passage says the same"))
        shot(shelf, "repeats-toast")
        window.press(window.see("push button", "Fill It"))
        window.see("label", "Filled in 1 passage")
        assert until(lambda: targets(project, READ) == ["Lee dos veces.", "Lee dos veces.", "Otra cosa."]), targets(project, READ)
        filled = [u for u in units(project).values() if u["target"] == "Lee dos veces."]
        assert {u["state"] for u in filled} == {"translated"}, filled
        window.key("ctrl+z")
        assert until(lambda: targets(project, READ) == ["Lee dos veces.", None, "Otra cosa."]), targets(project, READ)
        # The one that says otherwise is found by the checks.
        window.press("Main Menu")
        window.press(window.see("menu item", "Translation Tools"))
        window.choose(re.compile("^Check the Text"))
        frame = window.see("frame", "Check the Text")
        window.click(window.see("label", re.compile("is translated elsewhere: .Lee dos veces"), frame))
        window.key("Return")
        window.reads(window.see("text", "Your text"), "Otra cosa.")
        window.press(window.see("push button", "Close", frame))
        window.close_by_button()


@tap.test
def repeats_keys():
    "Ctrl+Shift+R fills what was offered for the passage that was left, and says where there is nothing"
    with Shelf() as shelf:
        project = new_pond(shelf, with_memory=False)
        window = Window(shelf, project)
        window.ready(ICE)
        window.key("ctrl+shift+r")
        window.see("label", "No empty passage says the same")
        window.write(READ, "Lee dos veces.")
        window.see("label", "2 more passages say the same")
        window.key("ctrl+shift+r")
        window.see("label", "Filled in 2 passages")
        assert until(lambda: targets(project, READ) == ["Lee dos veces."] * 3), targets(project, READ)
        window.close()


@tap.test
def repeats_confirmed():
    "what was filled in unchecked is not repeated before the person confirms it"
    with Shelf() as shelf:
        project = new_pond(shelf, known="Read this text twice.")
        window = Window(shelf, project)
        window.ready(ICE)
        frame = ask(window)
        start(window, frame)
        line(window, "From the Memory, Alike", 2, frame)
        window.press(window.see("push button", "Close", frame))
        window.gone("frame", "Pretranslate")
        window.ready(ICE)
        window.click(window.see("label", "Lee este texto dos veces.", window.row(READ)))
        assert targets(project, READ) == ["Lee este texto dos veces.", None, None]
        window.press(window.see("push button", "Confirm", window.see("panel", "About this passage")))
        stored(project, READ, state="translated")
        assert not window.all("alert"), "nobody is disturbed while writing"
        window.key("Escape")
        window.see("label", "2 more passages say the same", window.see("alert"))
        window.press(window.see("push button", "Fill Them"))
        assert until(lambda: targets(project, READ) == ["Lee este texto dos veces."] * 3), targets(project, READ)
        window.close_by_button()


if __name__ == "__main__":
    main()
