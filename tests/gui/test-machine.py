# SPDX-License-Identifier: GPL-3.0-or-later
"""Machine translation: a server that the person entered, Apertium where it is installed, and the mark of what nobody checked."""
import http.server
import json
import os
import re
import shutil
import threading

import tap
from waiting import until
from window import FIXTURES, Shelf, Window, cli, find, main, stored

ROAD = os.path.join(FIXTURES, "road.html")
WHO, HIGHWAY, READ = "Who drives", "On the highway", "Read <a"
MARK = "Machine translation · to be checked"


class Service:
    """A LibreTranslate on this computer, which keeps what is in elements and says the rest in its own way."""

    def __init__(self):
        self.asked = []
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
                service.asked.append(self.path)
                if self.path == "/languages":
                    self.answer([{"code": "en", "targets": ["es", "ar"]}])
                else:
                    self.send_error(404)

            def do_POST(self):
                service.asked.append(self.path)
                question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                self.answer({"translatedText": ["Ya " + q for q in question["q"]]})

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.host = self.address[len("http://"):]

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def panel(window):
    return window.see("panel", "About this passage")


def shot(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def machine_words(project):
    return json.loads(cli("status", "--json", project))["words_machine"]


@tap.test
def server():
    "a server is entered, asked only by its button, its answer is marked until it is confirmed, and Undo brings the mark back"
    with Shelf() as shelf, Service() as service:
        project = shelf.new_project(ROAD, "es-MX")
        window = Window(shelf, project)
        window.open_row(WHO)
        window.press("Main Menu")
        window.choose("Translation Tools", re.compile("^Translation Services"))
        window.see("frame", "Translation Services")
        window.fill(window.see("text", "Address"), service.address)
        shot(shelf, "services")
        window.press(window.see("push button", "Add Server"))
        window.see("push button", f"Remove {service.host}")
        shot(shelf, "services-entered")
        assert service.asked == ["/languages"], service.asked
        window.key("Escape")
        button = window.see("push button", f"Ask {service.host}", panel(window))
        window.see("label", f"Sends this passage to {service.address}.", panel(window))
        shot(shelf, "machine-offer")
        assert service.asked == ["/languages"], service.asked
        window.press(button)
        window.press(window.see("push button", "Use", panel(window)))
        assert service.asked[-1] == "/translate", service.asked
        assert until(lambda: (find(project, WHO)["target"] or "").startswith("Ya Who drives"))
        window.see("label", MARK)
        assert until(lambda: machine_words(project) > 0)
        shot(shelf, "machine-mark")
        window.press(window.see("push button", "Confirm", panel(window)))
        assert until(lambda: machine_words(project) == 0)
        window.gone("label", MARK)
        window.press(window.see("push button", re.compile("^Undo")))
        window.see("label", MARK)
        window.press(window.see("push button", re.compile("^Undo")))
        assert until(lambda: find(project, WHO)["target"] is None)
        window.close()


@tap.test
def done():
    "what is changed, or left with Ctrl+Enter, is a person's; the filter and the outline know the rest"
    with Shelf() as shelf:
        project = shelf.new_project(ROAD, "es-MX")
        with Service() as service:
            cli("--data-dir", shelf.data, "engines", "add", service.address)
            for source in WHO, HIGHWAY, READ:
                cli("--data-dir", shelf.data, "suggest", project, find(project, source)["id"], "--use", "--engine",
                    f"libretranslate:{service.host}")
        words = machine_words(project)
        assert words > 0
        window = Window(shelf, project)
        window.ready(WHO)
        assert until(lambda: len(window.all("label", MARK)) == 3), window.all("label", MARK)
        window.see("list item", re.compile("by a machine, unchecked"))
        shot(shelf, "machine-three")
        window.click(window.target(WHO))
        window.see("text", "Your text", window.row(WHO))
        window.key("ctrl+Return")
        assert until(lambda: machine_words(project) < words), machine_words(project)
        window.click(window.see("label", re.compile("^Ya On the highway")))
        window.see("text", "Your text", window.row(HIGHWAY))
        window.key("ctrl+End")
        window.type(" Si.")
        window.leave_editor()
        assert until(lambda: len(window.all("label", MARK)) == 1), window.all("label", MARK)
        window.close()


@tap.test
def apertium():
    "Apertium proposes by itself in the book for which it was switched on, and in no other"
    if not shutil.which("apertium") or not os.path.exists("/usr/share/apertium/modes/eng-spa.mode"):
        raise tap.Skip("Apertium with English and Spanish (apertium-eng-spa) is not installed")
    with Shelf() as shelf:
        project = shelf.new_project(ROAD, "es-MX")
        window = Window(shelf, project)
        window.open_row(WHO)
        assert not window.all("push button", "Use", panel(window))
        window.press("Main Menu")
        window.choose("Translation Tools", re.compile("^Translation Services"))
        row = window.see("list item", "Propose Translations in This Book")
        # Until Apertium was looked for, there is nothing to switch on.
        window.see("label", re.compile("^By Apertium"))
        window.click(row)
        shot(shelf, "services-apertium")
        window.key("Escape")
        use = window.see("push button", "Use", panel(window))
        shot(shelf, "apertium-proposal")
        window.press(use)
        assert until(lambda: "coche" in (find(project, WHO)["target"] or "")), find(project, WHO)
        stored(project, WHO, decision="translated", state="translated")
        window.see("label", MARK)
        window.close()


if __name__ == "__main__":
    main()
