# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf, its menus and dialogs with text twice as large, on the screen of an old laptop: all is named, and nothing stands out of it."""
import scenes
import tap
from looks import check_large_text as check
from window import main


@tap.test
def shelf():
    "the shelf, its menus, shortcuts, help, about"
    check(scenes.shelf_pages)


main()
