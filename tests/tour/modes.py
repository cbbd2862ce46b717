#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of every page and dialog, in one mode.

    PYTHONPATH=tests/lib:tests/gui COGNATE_BUILD_ROOT=_build tests/tour/modes.py FOLDER [--dark] [--contrast] [--arabic] [--text 2] [--size 1024x600] [--only WALK]

FOLDER gets NAME.png for each. One that cannot be reached in this mode is said, and the others go on."""
import argparse
import os
import sys
import time

os.environ.setdefault("COGNATE_FIXTURES", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures"))

import scenes  # noqa: E402
from window import Shelf  # noqa: E402

SETTLE = 0.8  # seconds: pictures are decoded, and what slides has arrived


def read_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--arabic", action="store_true")
    parser.add_argument("--text", type=float, default=1)
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--only", action="append", default=[])
    return parser.parse_args()


def dup_environment(options):
    environment = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if options.dark else "prefer-light",
                   "ADW_DEBUG_HIGH_CONTRAST": "1" if options.contrast else "0"}
    if options.arabic:
        environment.update(LC_ALL="ar_EG.UTF-8", LANG="ar_EG.UTF-8", LANGUAGE="ar")
        environment.update({name: os.environ[name] for name in ("LOCPATH",) if name in os.environ})
    return environment


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
                    for window, name in walk(shelf, {**shelf.environment, **dup_environment(options)}):
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
