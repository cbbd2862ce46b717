#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ended at any moment by kill -9: what was confirmed is there, nothing is half there, what is left behind is cleared or does no harm.

COGNATE_KILLS says how many times altogether; each test takes its share."""
import fcntl
import json
import os
import random
import shutil
import time
import zipfile

import tap
from workplace import CLI, SEED, WORKER, Folder, cli, end_after, page, read, run, whole_lines, worker, write

KILLS = int(os.environ.get("COGNATE_KILLS", "60"))
DEEDS = 400
PARAGRAPHS = 600


def share(percent):
    return max(3, KILLS * percent // 100)


def lock(path):
    """As a program that uses the folder locks it. Returns the descriptor that holds the lock."""
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    fcntl.flock(folder, fcntl.LOCK_SH)
    return folder


def told(kills, text):
    tap.comment(f"{kills} kills: {text}")


@tap.test
def edits():
    "a project that is adapted in every way: all that was confirmed, and nothing but it"
    chance = random.Random(SEED)
    kills = lost = begun = 0
    with Folder() as folder:
        whole = folder.at("whole.cognate")
        worker("make", whole)
        courses = {}
        for seed in range(1, 2 + share(40) // 50):
            shutil.copy(whole, folder.at("course.cognate"))
            courses[seed] = worker("adapt", folder.at("course.cognate"), str(seed), str(DEEDS)).split()
        os.unlink(folder.at("course.cognate"))
        while kills < share(40):
            seed, path = chance.choice(list(courses)), folder.at("p.cognate")
            shutil.copy(whole, path)
            out = end_after(chance.uniform(0, 0.7), WORKER, "adapt", path, str(seed))
            kills += 1
            confirmed, course = whole_lines(out), courses[seed]
            last = len(confirmed) - 1
            if last + 1 >= len(course):
                continue
            assert confirmed == course[:last + 1], f"seed {seed}: not the same deeds"
            # What was being stored when it ended may be there, all of it, or not.
            there = worker("look", path).strip()
            allowed = course[max(0, last):last + 2]
            begun += there != course[max(0, last)]
            if there not in allowed:
                lost += 1
                tap.comment(f"seed {seed}: {len(confirmed)} were confirmed; what is there is step {course.index(there) if there in course else '?'}")
            assert folder.names() == ["p.cognate", "whole.cognate"], folder.names()
            os.unlink(path)
    told(kills, f"{lost} lost; {begun} times what was being stored was stored")
    assert lost == 0


@tap.test
def imports():
    "a book that is imported: the whole project, or none; the next import clears what was left"
    chance = random.Random(SEED + 1)
    kills = whole = 0
    with Folder() as folder:
        source, path = write(folder.at("river.html"), page(PARAGRAPHS)), folder.at("p.cognate")
        begin = time.monotonic()
        cli("new", path, "--from", source, "--to", "ar")
        took = time.monotonic() - begin
        wanted = cli("units", path)
        os.unlink(path)
        while kills < share(15):
            out = end_after(chance.uniform(0, 1.3 * took), CLI, "--quiet", "new", path, "--from", source, "--to", "ar")
            kills += out is not None
            if os.path.exists(path):
                whole += 1
                assert cli("units", path) == wanted
                # Whoever opens it for work clears what was left, too: there is nothing to undo.
                cli("undo", path, status=1)
                assert folder.names() == ["p.cognate", "river.html"], folder.names()
                os.unlink(path)
            else:
                cli("new", path, "--from", source, "--to", "ar")
                os.unlink(path)
                assert folder.names() == ["river.html"], folder.names()
    told(kills, f"{whole} times the project was there, whole")


def is_whole(path):
    """Whether a file, or folder, that was published is all there."""
    if os.path.isdir(path):
        return os.path.exists(os.path.join(path, "index.html"))
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    end = read(path)[-1024:].rstrip()
    return end.endswith((b"</html>", b"%%EOF"))


@tap.test
def exports():
    "a book that is published: the old file, or the whole new one; the next export clears what was left"
    chance = random.Random(SEED + 2)
    kills = old = new = left = 0
    with Folder() as folder:
        project = folder.at("p.cognate")
        cli("new", project, "--from", write(folder.at("river.html"), page(PARAGRAPHS // 3)), "--to", "ar")
        outs = {}
        for name in ("out.epub", "out.html", "out.pdf", "site.zip", "site"):
            begin = time.monotonic()
            cli("export", project, folder.at(name), "--draft")
            outs[name] = time.monotonic() - begin
            assert is_whole(folder.at(name)), name
        kept = set(folder.names())
        while kills < share(15):
            name = chance.choice(list(outs))
            path = folder.at(name)
            is_old = name != "site" and chance.random() < 0.5
            if is_old:
                write(path, b"what stood there")
            elif os.path.isfile(path):
                os.unlink(path)
            out = end_after(chance.uniform(0, outs[name]), CLI, "--quiet", "export", project, path, "--draft")
            kills += out is not None
            if not os.path.exists(path):
                # Between two names a folder has none for a moment; then the old one stands beside it.
                assert not is_old
            elif is_old and read(path) == b"what stood there":
                old += 1
            else:
                new += 1
                assert is_whole(path), name
            rest = [n for n in folder.names() if n not in kept]
            left += len(rest)
            for n in rest:
                assert n.startswith("."), n
                os.utime(folder.at(n), (1, 1))
            cli("export", project, path, "--draft")
            assert is_whole(path), name
            assert set(folder.names()) == kept, folder.names()
    told(kills, f"{old} times the old file was there, {new} times the new one; {left} pieces were left, and cleared")


@tap.test
def migrations():
    "a project of an older version that is brought up to date: the old one, or the new one; the copy is whole"
    chance = random.Random(SEED + 3)
    kills = copies = 0
    with Folder() as folder:
        new = folder.at("new.cognate")
        worker("make", new, "800")
        wanted = worker("look", new)
        while kills < share(10):
            version = chance.randrange(5)
            old, path = folder.at(f"old-{version}.cognate"), folder.at("p.cognate")
            if not os.path.exists(old):
                shutil.copy(new, old)
                worker("age", old, str(version))
            shutil.copy(old, path)
            kills += end_after(chance.uniform(0, 0.12), WORKER, "look", path) is not None
            assert worker("look", path) == wanted, version
            for name in folder.names():
                if name.startswith("p.cognate."):
                    copies += 1
                    assert name.startswith(f"p.cognate.version-{version}"), name
                    # What is kept of the old version can be used, and becomes the same.
                    shutil.move(folder.at(name), path)
                    assert worker("look", path) == wanted, name
            for name in folder.names():
                if name.startswith("p.cognate"):
                    os.unlink(folder.at(name))
    told(kills, f"{copies} copies of the old version were kept, all whole")


@tap.test
def updates():
    "a new edition of a source: the old one with all its translations, or the new one"
    chance = random.Random(SEED + 4)
    kills = old = new = 0
    with Folder() as folder:
        whole, path = folder.at("whole.cognate"), folder.at("p.cognate")
        cli("new", whole, "--from", write(folder.at("river.html"), page(PARAGRAPHS)), "--to", "ar")
        passages = [unit for unit in map(json.loads, cli("units", whole).splitlines()) if unit["kind"] == "paragraph"]
        cli("set", whole, "--batch", input="".join(json.dumps({"unit": unit["id"], "target": f"ماء {n}", "state": "reviewed"}) + "\n"
                                                   for n, unit in enumerate(passages)))
        edition = write(folder.at("second.html"), page(PARAGRAPHS, 2))
        before = cli("units", whole)
        shutil.copy(whole, path)
        begin = time.monotonic()
        cli("update", path, edition)
        took = time.monotonic() - begin
        after = cli("units", path)
        assert before != after
        while kills < share(10):
            shutil.copy(whole, path)
            kills += end_after(chance.uniform(0, 1.3 * took), CLI, "--quiet", "update", path, edition) is not None
            there = cli("units", path)
            old += there == before
            new += there == after
            assert there in (before, after)
            for name in folder.names():
                if name == "p.cognate.before-update":
                    assert cli("units", folder.at(name)) == before
                if name.startswith("p.cognate"):
                    os.unlink(folder.at(name))
    told(kills, f"{old} times the old edition was there, {new} times the new one")


@tap.test
def memory():
    "a translation memory that is written to: every entry that was confirmed is found"
    chance = random.Random(SEED + 5)
    kills = confirmed = 0
    with Folder() as folder:
        while kills < share(10):
            path = folder.at("memory.sqlite")
            lines = whole_lines(end_after(chance.uniform(0.02, 0.5), WORKER, "remember", path))
            kills += 1
            confirmed += len(lines)
            run(WORKER, "recall", path, str(len(lines)))
            for name in folder.names():
                os.unlink(folder.at(name))
    told(kills, f"{confirmed} entries were confirmed and found")


@tap.test
def temporary():
    "what lies among the temporary files is cleared by the next start, and what is in use is not"
    chance = random.Random(SEED + 6)
    kills = left = 0
    with Folder() as folder:
        source = write(folder.at("river.html"), page(PARAGRAPHS))
        scratch = folder.at("tmp")
        os.mkdir(scratch)
        outside = {**os.environ, "TMPDIR": scratch}
        begin = time.monotonic()
        cli("lenses", source, "--to", "ar", env=outside)
        took = time.monotonic() - begin
        assert not os.listdir(scratch), os.listdir(scratch)
        for _ in range(share(5)):
            kills += end_after(chance.uniform(0, took), CLI, "lenses", source, "--to", "ar", env=outside) is not None
            rest = os.listdir(scratch)
            left += len(rest)
            for name in rest:
                assert name.startswith("cognate-"), name
                os.utime(os.path.join(scratch, name), (1, 1))
            # Another program uses what lies there as old.
            used = lock(os.path.join(scratch, rest[0])) if rest else None
            cli("formats", env=outside)
            assert os.listdir(scratch) == rest[:1], os.listdir(scratch)
            if used is not None:
                os.close(used)
            cli("formats", env=outside)
            assert not os.listdir(scratch), os.listdir(scratch)
    told(kills, f"{left} folders were left, and cleared")


tap.main()
