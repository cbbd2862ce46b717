# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders of tests, which do not outlive them."""
import atexit
import shutil
import tempfile


def make(what):
    """A fresh empty one among the temporary files, removed with all that is in it when the program ends."""
    folder = tempfile.mkdtemp(prefix=f"cognate-{what}-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
