# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests in Python that report as TAP, as those in C do: a function is a test, its first line of documentation the name.

    @tap.test
    def undo_by_keyboard():
        "Control and Z takes the last edit back"

    tap.main()

A test that raises has failed; what it raised stands in the output as comments.
"""
import sys
import traceback

_tests = []


class Skip(Exception):
    """The machine lacks what the test needs; the message says what."""


def test(function):
    _tests.append(function)
    return function


def comment(text):
    for line in text.splitlines():
        print("#", line, flush=True)


def _run(number, function):
    name = (function.__doc__ or function.__name__).splitlines()[0].replace("#", "")
    try:
        function()
    except Skip as reason:
        print(f"ok {number} {name} # SKIP {reason}", flush=True)
    except Exception:
        print(f"not ok {number} {name}", flush=True)
        comment(traceback.format_exc())
        return False
    else:
        print(f"ok {number} {name}", flush=True)
    return True


def skip_all(reason):
    print(f"1..0 # SKIP {reason}", flush=True)
    sys.exit(0)


def main():
    """Runs the tests of the calling script, or of those only that the command line names by function."""
    chosen = [f for f in _tests if len(sys.argv) < 2 or f.__name__ in sys.argv[1:]]
    print(f"1..{len(chosen)}", flush=True)
    good = [_run(number, function) for number, function in enumerate(chosen, 1)]
    sys.exit(0 if all(good) else 1)
