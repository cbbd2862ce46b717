# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak's manifest: flatpak-builder understands all of it, each source is pinned, and nothing more is permitted than is said."""
import json
import os
import re
import shutil
import subprocess

import tap

ROOT = os.environ["COGNATE_SOURCE_ROOT"]
MANIFEST = os.path.join(ROOT, "flatpak/org.cognate.Cognate.yml")
# The window and the network; flatpak/README.md says what each is for. No files: those come through the portal.
PERMISSIONS = {"--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri", "--share=network"}
# What the GNOME runtime has; everything else that the build asks for must be a module.
IN_RUNTIME = {
    "cairo", "cairo-pdf", "enchant-2", "gdk-pixbuf-2.0", "gio-2.0", "gio-unix-2.0", "glib-2.0", "gobject-2.0", "gtk4", "gtksourceview-5", "harfbuzz",
    "harfbuzz-gobject", "hunspell", "icu-i18n", "icu-uc", "json-glib-1.0", "libadwaita-1", "libarchive", "libjpeg", "librsvg-2.0", "libseccomp", "libsoup-3.0",
    "libxml-2.0", "m", "pango", "pangocairo", "pangoft2", "sqlite3", "webkitgtk-6.0",
}  # fmt: skip
# Libraries by the module that brings them, where they are called otherwise.
MODULES = {"cmark-gfm-extensions": "cmark-gfm", "libqpdf": "qpdf", "poppler-glib": "poppler"}


def manifest():
    if not shutil.which("flatpak-builder"):
        raise tap.Skip("flatpak-builder is not installed")
    done = subprocess.run(["flatpak-builder", "--show-manifest", MANIFEST], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "nknown property" not in done.stderr, done.stderr
    return json.loads(done.stdout)


def fetched(made):
    """(module, source) of all that comes from elsewhere."""
    for module in made["modules"]:
        for source in module["sources"]:
            if source["type"] not in ("dir", "shell"):
                yield module["name"], source


@tap.test
def understood():
    "flatpak-builder knows each property of the manifest"
    made = manifest()
    assert made["id"] == "org.cognate.Cognate" and made["command"] == "cognate"
    assert made["modules"][-1]["name"] == "cognate"


@tap.test
def pinned():
    "each source from elsewhere is fetched safely, and has the sum of what was built"
    sources = list(fetched(manifest()))
    assert sources
    for module, source in sources:
        assert source["type"] == "archive", f"{module}: {source['type']}"
        assert source["url"].startswith("https://"), source["url"]
        assert re.fullmatch("[0-9a-f]{64}", source.get("sha256", "")), f"{module}: {source}"


@tap.test
def permissions():
    "the window, the network, and nothing of the person's files"
    arguments = set(manifest()["finish-args"])
    asked = {argument for argument in arguments if not argument.startswith("--env=")}
    assert asked == PERMISSIONS, asked ^ PERMISSIONS
    with open(os.path.join(ROOT, "flatpak/README.md"), encoding="utf-8") as file:
        said = file.read()
    assert not [a for a in asked if f"`{a}`" not in said], [a for a in asked if f"`{a}`" not in said]


@tap.test
def complete():
    "what the build asks for is in the runtime, or a module"
    with open(os.path.join(ROOT, "meson.build"), encoding="utf-8") as file:
        needed = set(re.findall(r"(?:dependency|find_library) ?\('([\w.-]+)'", file.read()))
    modules = {module["name"] for module in manifest()["modules"]}
    missing = {name for name in needed - IN_RUNTIME if MODULES.get(name, name) not in modules}
    assert len(needed) > 30 and not missing, missing


tap.main()
