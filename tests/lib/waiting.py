# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for a condition instead of for a time."""
import os
import time

# Generous, since a machine that builds beside it may be slow; a test that passes never waits so long.
PATIENCE = float(os.environ.get("COGNATE_GUI_PATIENCE", "30"))
_EVERY, _SELDOM = 0.02, 0.3
_LONGER = 0.1


_turns = 0


def turn():
    """A number that is another one each time that something is waited for: what was seen before is looked at again."""
    return _turns


def until(condition, seconds=PATIENCE, ignoring=()):
    """The first true answer of condition(), or its last answer when the time is over.

    ignoring: exceptions that mean "not yet", for things that vanish while one looks at them."""
    global _turns
    start = time.monotonic()
    while True:
        began = time.monotonic()
        try:
            answer = condition()
        except ignoring:
            answer = None
        now = time.monotonic()
        if answer or now >= start + seconds:
            return answer
        # Half of the time belongs to what is waited for: looking costs it as much as us. And who has waited long can wait a tenth longer.
        time.sleep(max(_EVERY, min(max(now - began, (now - start) * _LONGER), _SELDOM)))
        _turns += 1
