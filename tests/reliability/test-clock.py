#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clock that jumps by decades, back and forth, while somebody works (clock-jumps.c, preloaded): all comes out as with one that does
not, nothing is lost, and what stands in the history stands in the order in which it was done."""
import json
import os

import tap
from workplace import BUILD, WORKER, Folder, cli, end_after, page, run, whole_lines, worker, write

JUMPING = dict(os.environ, LD_PRELOAD=os.path.join(BUILD, "tests/reliability/libclock-jumps.so"),
               ASAN_OPTIONS="verify_asan_link_order=0:" + os.environ.get("ASAN_OPTIONS", ""))


@tap.test
def adapt():
    "a project that is adapted in every way, with undo and redo"
    with Folder() as folder:
        for seed in ("1", "2"):
            even, jumping = folder.at(f"even-{seed}.cognate"), folder.at(f"jumping-{seed}.cognate")
            worker("make", even)
            worker("make", jumping, env=JUMPING)
            assert worker("adapt", even, seed, "150") == worker("adapt", jumping, seed, "150", env=JUMPING)
            assert worker("look", even) == worker("look", jumping, env=JUMPING) == worker("look", jumping)


@tap.test
def history():
    "edits, their history and their undoing, by the command line; an import and an export"
    with Folder() as folder:
        source, project = write(folder.at("river.html"), page(30)), folder.at("p.cognate")
        cli("new", project, "--from", source, "--to", "ar", env=JUMPING)
        units = [json.loads(line) for line in cli("units", project).splitlines()]
        ids = [unit["id"] for unit in units if unit["kind"] == "paragraph"][:12]
        for n, unit in enumerate(ids):
            cli("set", project, unit, "--target", str(n), env=JUMPING)
        steps = json.loads(cli("history", project, "--json", env=JUMPING))
        steps = steps["steps"] if isinstance(steps, dict) else steps
        assert len(steps) == len(ids)
        assert [step["number"] for step in steps] == sorted((step["number"] for step in steps), reverse=True)
        times = [step["time"] for step in steps]
        assert times != sorted(times, reverse=True), "the clock did not jump"
        cli("undo", project, "5", env=JUMPING)
        there = {unit["id"]: unit["target"] for unit in map(json.loads, cli("units", project).splitlines())}
        assert [there[unit] for unit in ids] == [str(n) for n in range(7)] + [None] * 5
        cli("redo", project, "5", env=JUMPING)
        cli("export", project, folder.at("out.epub"), "--draft", env=JUMPING)
        cli("update", project, write(folder.at("second.html"), page(30, 2)), env=JUMPING)
        cli("validate", project)


@tap.test
def memory():
    "a translation memory: what was confirmed is found, though it says that it is from another decade"
    with Folder() as folder:
        path = folder.at("memory.sqlite")
        os.environ["LD_PRELOAD"] = JUMPING["LD_PRELOAD"]
        try:
            lines = whole_lines(end_after(0.3, WORKER, "remember", path))
        finally:
            del os.environ["LD_PRELOAD"]
        run(WORKER, "recall", path, str(len(lines)), env=JUMPING)
        tap.comment(f"{len(lines)} entries")
        assert lines


tap.main()
