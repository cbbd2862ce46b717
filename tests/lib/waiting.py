# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for a condition instead of for a time."""
import os
import time

# Generous, since a machine that builds beside it may be slow; a test that passes never waits so long.
PATIENCE = float(os.environ.get("COGNATE_GUI_PATIENCE", "30"))
_EVERY, _SELDOM = 0.02, 0.3


def until(condition, seconds=PATIENCE, ignoring=()):
    """The first true answer of condition(), or its last answer when the time is over.

    ignoring: exceptions that mean "not yet", for things that vanish while one looks at them."""
    end = time.monotonic() + seconds
    while True:
        began = time.monotonic()
        try:
            answer = condition()
        except ignoring:
            answer = None
        if answer or time.monotonic() >= end:
            return answer
        # Half of the time belongs to what is waited for: looking costs it as much as us.
        time.sleep(max(_EVERY, min(time.monotonic() - began, _SELDOM)))
