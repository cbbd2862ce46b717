#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each promise of SECURITY.md, and of tests/README.md, names what holds it, and that is there: a test of this build, or a file of the sources."""
import fnmatch
import json
import os
import re

import tap

ROOT = os.environ["COGNATE_SOURCE_ROOT"]
BUILD = os.environ["COGNATE_BUILD_ROOT"]
# And how many promises each has at least.
PAGES = {"SECURITY.md": 15, "tests/README.md": 15}
HELD_BY = {"Held by", "Shown by"}
# Parts of the build that a computer may lack: their tests are named all the same.
LACKING = {"fetch", "gui-web", "server"}


def read_page(page):
    with open(os.path.join(ROOT, page), encoding="utf-8") as file:
        return file.read()


def read_tests():
    with open(os.path.join(BUILD, "meson-info/intro-tests.json"), encoding="utf-8") as file:
        return {test["name"]: test for test in json.load(file)}


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def promises(page):
    """(what is promised, what is said to hold it), of each row of a table with such a column."""
    heads = None
    for line in page.splitlines():
        if not line.startswith("|"):
            heads = None
        elif heads is None:
            heads = cells(line)
        elif HELD_BY & set(heads) and not set(line) <= set("| -"):
            row = cells(line)
            yield row[0], row[next(i for i, head in enumerate(heads) if head in HELD_BY)]


def find_sources():
    names = set()
    for folder, _, files in os.walk(os.path.join(ROOT, "tests")):
        names.update(files)
    return names


def is_there(name, tests, sources):
    suites = {suite.split(":")[-1] for test in tests.values() for suite in test["suite"]}
    # A command: its program, of the sources or built from them. A setting is none.
    name = name.split(" ")[0].replace("_build/", "")
    return (name == "meson" or "=" in name or name in suites or os.path.isfile(os.path.join(ROOT, name + ".c")) or
            bool(fnmatch.filter(tests, name)) or name in LACKING or name in sources or
            ("/" in name and os.path.isfile(os.path.join(ROOT, name))))


def faults(page, tests, sources):
    found = []
    for promise, held in promises(page):
        names = re.findall(r"`([^`]+)`", held)
        if not names:
            found.append(f"nothing holds: {promise}")
        found += [f"{name} is not there: {promise}" for name in names if not is_there(name, tests, sources)]
    # Beside the tables: what stands in brackets behind a sentence.
    for names in re.findall(r"\(((?:`[a-z-]+`(?:, )?)+)[:)]", page):
        found += [f"{name} is not there" for name in re.findall(r"`([^`]+)`", names) if not is_there(name, tests, sources)]
    return found


@tap.test
def named():
    "each promise names a test, and the test is there"
    for called, least in PAGES.items():
        page = read_page(called)
        rows = list(promises(page))
        tap.comment(f"{called}: {len(rows)} promises")
        assert len(rows) >= least, rows
        found = faults(page, read_tests(), find_sources())
        assert not found, "\n".join(found)


@tap.test
def tells():
    "a promise that nothing holds is told, and a test that is not there"
    page = "| Promise | Held by |\n| --- | --- |\n| Gold | `midas`, `kills` |\n| Peace | us |\nAll is well (`wishes`, `kills`).\n"
    found = faults(page, {"kills": {"suite": ["cognate:reliability"]}}, {"reader.c"})
    assert found == ["midas is not there: Gold", "nothing holds: Peace", "wishes is not there"], found


@tap.test
def run():
    "what is named is no benchmark, and runs with the other tests"
    tests = read_tests()
    with open(os.path.join(BUILD, "meson-info/intro-benchmarks.json"), encoding="utf-8") as file:
        benchmarks = {test["name"] for test in json.load(file)}
    named_tests = {name for page in PAGES for _, held in promises(read_page(page)) for name in re.findall(r"`([^`]+)`", held)} & (set(tests) | benchmarks)
    assert named_tests and not named_tests & benchmarks, named_tests & benchmarks


tap.main()
