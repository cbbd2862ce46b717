# SPDX-License-Identifier: GPL-3.0-or-later
"""The tools of a translator by the keyboard alone: each control is reached, in one round, shows it, and has a name."""
import scenes
import tap
from keyboard import check
from window import main


@tap.test
def tools():
    "suggestions, memory, glossary, checks, exchange, services, culture"
    check(scenes.tool_pages)


@tap.test
def translation():
    "what fills empty passages, and its report"
    check(scenes.translation_pages)


@tap.test
def editions():
    "a new edition of the source, what changed with it, two editions that fill the memory"
    check(scenes.edition_pages)


main()
