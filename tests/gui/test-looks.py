# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf, the import and pretranslation in high contrast and without animations: every word stands out, and nothing moves."""
import scenes
import tap
from looks import check_high_contrast as check
from window import main


@tap.test
def shelf():
    "the shelf, its menus, shortcuts, help, about"
    check(scenes.shelf_pages)


@tap.test
def importing():
    "the import, its lists, its chapters"
    check(scenes.import_pages)


@tap.test
def translation():
    "pretranslation"
    check(scenes.translation_pages)


main()
