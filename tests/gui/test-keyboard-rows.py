# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbench by the keyboard alone: each control of rows, panel and dialogs is reached, in one round, shows it, and has a
name."""
import scenes
import tap
from keyboard import check
from window import main


@tap.test
def workbench():
    "rows of every kind, the panel, the dialogs of the workbench"
    check(scenes.workbench_pages)


main()
