# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree that "ninja install" makes: complete, and it runs."""
import os
import subprocess

import tap
from window import Shelf, Window, cli, main

ID = "org.cognate.Cognate"
FILES = (
    "bin/cognate",
    "bin/cognate-cli",
    f"share/applications/{ID}.desktop",
    f"share/dbus-1/services/{ID}.service",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/mime/packages/{ID}.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    "share/help/C/cognate/index.page",
    "share/help/C/cognate/figures/workbench.png",
    "share/cognate/sample/water-on-the-move.epub",
)


@tap.test
def installed():
    "an installed Cognate has its desktop entry, icons, file type and sample, and opens"
    with Shelf() as shelf:
        root = os.path.join(shelf.folder, "root")
        made = subprocess.run(["meson", "install", "-C", os.environ["COGNATE_BUILD_ROOT"], "--no-rebuild", "--destdir", root], capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stdout + made.stderr
        prefix = root + os.environ["COGNATE_PREFIX"]
        missing = [path for path in FILES if not os.path.exists(os.path.join(prefix, path))]
        assert not missing, missing
        subprocess.run(["update-mime-database", os.path.join(prefix, "share/mime")], check=True, capture_output=True)
        with open(os.path.join(prefix, "share/mime/globs2"), encoding="utf-8") as names:
            assert ":application/vnd.cognate.project:*.cognate" in names.read()
        assert "Water on the Move" in cli("inspect", os.path.join(prefix, FILES[-1]), program=os.path.join(prefix, "bin/cognate-cli"))
        shelf.environment["XDG_DATA_DIRS"] = os.path.join(prefix, "share") + ":/usr/local/share:/usr/share"
        window = Window(shelf, program=os.path.join(prefix, "bin/cognate"))
        window.see_empty_shelf()
        window.press("Main Menu")
        window.see("menu item", "Help")
        window.key("Escape")
        window.close()


main()
