#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of every page and dialog, in one mode.

    PYTHONPATH=tests/lib:tests/gui COGNATE_BUILD_ROOT=_build tests/tour/modes.py FOLDER [--dark] [--contrast] [--language ar_EG] [--text 2] [--size 1024x600] [--only WALK]

--language: a locale (ar_EG, zh_CN, ru_RU…), or "pseudo": tools/pseudo-locale. FOLDER gets NAME.png for each. One that cannot be reached in this mode is said, and the others go on."""
import argparse
import os
import subprocess
import sys
import time

os.environ.setdefault("COGNATE_FIXTURES", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures"))

import scenes  # noqa: E402
from window import Shelf  # noqa: E402

PSEUDO_LOCALE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../tools/pseudo-locale")
SETTLE = 0.8  # seconds: pictures are decoded, and what slides has arrived


def read_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--language")
    parser.add_argument("--text", type=float, default=1)
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--only", action="append", default=[])
    return parser.parse_args()


def dup_modes(options):
    return {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if options.dark else "prefer-light", "ADW_DEBUG_HIGH_CONTRAST": "1" if options.contrast else "0"}


def set_language(shelf, wanted):
    if wanted == "pseudo":
        subprocess.run([PSEUDO_LOCALE, shelf.folder], check=True)
        shelf.set_interface("en_US", "en_XA", shelf.folder)
    elif wanted:
        catalogues = os.path.join(os.path.abspath(os.environ["COGNATE_BUILD_ROOT"]), "po")
        language = wanted if os.path.exists(os.path.join(catalogues, wanted)) else wanted.split("_")[0]
        shelf.set_interface(wanted, language, catalogues)


def main():
    options = read_arguments()
    os.makedirs(options.folder, exist_ok=True)
    size = tuple(map(int, options.size.split("x")))
    failed = 0
    try:
        for walk in scenes.ALL:
            name = walk.__name__
            if options.only and name not in options.only:
                continue
            try:
                with Shelf(size=size, text=options.text, is_composited=True) as shelf:
                    set_language(shelf, options.language)
                    for window, name in walk(shelf, {**shelf.environment, **dup_modes(options)}):
                        time.sleep(SETTLE)
                        shelf.desktop.picture().save(os.path.join(options.folder, f"{name}.png"))
                        print(name, flush=True)
            except Exception as error:
                failed += 1
                print(f"after {name}: {type(error).__name__}: {str(error).splitlines()[0]}", file=sys.stderr, flush=True)
    finally:
        if Shelf._desktop is not None:
            Shelf._desktop.__exit__(None, None, None)
    return failed


sys.exit(main())
