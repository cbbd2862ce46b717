# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws a page in a browser: a picture as wide and high as is said, and what a script says of it."""

import json
import os
import re
import shutil
import subprocess
import tempfile

from browser_page import MEASURE


def draw_in_chromium(page, width, height, picture):
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        return None
    script = f"<script>document.fonts.ready.then (() => {{ const p = document.createElement ('pre'); p.id = 'sizes';" \
             f"p.style.display = 'none'; p.textContent = {MEASURE.strip()}; document.body.append (p) }})</script>"
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "page.html")
        with open(path, "w", encoding="utf-8") as file:
            file.write(page + script)
        run = subprocess.run(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}/profile",
             f"--window-size={width},{height}", f"--screenshot={picture}", "--dump-dom", "--virtual-time-budget=5000",
             "file://" + path], capture_output=True, text=True, timeout=600)
    found = re.search(r'id="sizes"[^>]*>([^<]*)<', run.stdout)
    return json.loads(found.group(1)) if found else None


def draw_in_webkit(page, width, height, picture):
    """Needs a display (GTK has no other way) and the bindings of WebKitGTK 6.0."""
    import gi
    gi.require_version("Gtk", "4.0")
    gi.require_version("WebKit", "6.0")
    from gi.repository import GLib, Gtk, WebKit

    if not Gtk.init_check():
        return None
    loop, result = GLib.MainLoop(), {}
    view = WebKit.WebView()
    window = Gtk.Window(child=view, default_width=width, default_height=900)

    def shot(view, task):
        result["texture"] = view.get_snapshot_finish(task)
        loop.quit()

    def measured(view, task):
        result["sizes"] = json.loads(view.evaluate_javascript_finish(task).to_string())
        view.get_snapshot(WebKit.SnapshotRegion.FULL_DOCUMENT, WebKit.SnapshotOptions.NONE, None, shot)

    def loaded(view, event):
        if event == WebKit.LoadEvent.FINISHED:
            GLib.timeout_add(300, lambda: view.evaluate_javascript(MEASURE, -1, None, None, None, measured) and False)

    view.connect("load-changed", loaded)
    window.present()
    view.load_html(page, "about:blank")
    GLib.timeout_add_seconds(60, loop.quit)
    loop.run()
    window.destroy()
    if "texture" not in result:
        return None
    result["texture"].save_to_png(picture)
    return result["sizes"]


BROWSERS = {"chromium": draw_in_chromium, "webkit": draw_in_webkit}
