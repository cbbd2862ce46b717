# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of reliability share: the two programs that are ended and looked at, a folder for each try, and the books."""
import os
import shutil
import subprocess
import tempfile
import time

BUILD = os.environ["COGNATE_BUILD_ROOT"]
CLI = os.path.join(BUILD, "src/cli/cognate-cli")
WORKER = os.path.join(BUILD, "tests/reliability/worker")
# How many tries altogether, and which: the same each time unless it is asked for.
SEED = int(os.environ.get("COGNATE_RELIABILITY_SEED", "1"))


def run(*command, status=0, **more):
    """The output of a program that ends as expected; a program that ends otherwise says why in the exception."""
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, **more)
    if result.returncode != status:
        raise AssertionError(f"{' '.join(command)}: {result.returncode}, not {status}\n{result.stdout[-1000:]}{result.stderr[-3000:]}")
    return result.stdout if status == 0 else result.stderr


def cli(*arguments, **more):
    return run(CLI, "--quiet", *arguments, **more)


def worker(*arguments, **more):
    return run(WORKER, *arguments, **more)


class Folder:
    """A fresh folder, with nobody's data in it."""

    def __init__(self, parent=None):
        self.path = tempfile.mkdtemp(prefix="cognate-reliability-", dir=parent)

    def __enter__(self):
        return self

    def __exit__(self, *what):
        shutil.rmtree(self.path, ignore_errors=True)

    def at(self, name):
        return os.path.join(self.path, name)

    def names(self):
        return sorted(os.listdir(self.path))


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    return path


def page(n, edition=1):
    """A book of n paragraphs; of its second edition every tenth says something else, and every hundredth is gone."""
    def paragraph(i):
        words = "later" if edition == 2 and i % 10 == 0 else "sooner"
        return "" if edition == 2 and i % 100 == 0 else f"<p>Passage {i} reaches the sea {words} than passage {i + 1}, as all water does.</p>"

    chapters = "".join(f"<h2>Chapter {i // 50}</h2>" * (i % 50 == 0) + paragraph(i) for i in range(n))
    return ("<!DOCTYPE html><html lang='en'><head><title>The river</title><link rel='license' "
            f"href='https://creativecommons.org/licenses/by/4.0/'></head><body><h1>The river</h1>{chapters}</body></html>")


def wait_gone(group, seconds=10):
    """A process group that was ended takes what it had started along."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    raise AssertionError("something that the program had started is still there")


def end_after(seconds, *command, **more):
    """Starts a program, ends it by kill -9 when the time is over, and returns what it had said, or None where it was done before."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True, **more) as process:
        time.sleep(seconds)
        done = process.poll()
        process.kill()
        out = process.stdout.read().decode()
        process.wait()
    wait_gone(process.pid)
    assert done in (None, 0), f"{command}: {done}"
    return out if done is None else None


def whole_lines(out):
    """What was told of: a line that was cut was not."""
    return out[:out.rfind("\n") + 1].splitlines()
