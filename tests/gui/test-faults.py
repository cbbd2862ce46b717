# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong on disk is said in the window, and nothing that was typed is lost."""
import os
import re
import shutil
import sqlite3
import subprocess

import tap
from waiting import until
from window import _PROGRAM, Shelf, Window, cli, find, main, units

HEADING, STEPS = "The Great Circle", "Four steps"
NOT_STORED = re.compile("not stored, and stand")


def save_picture(shelf, name):
    """For who looks at the window: COGNATE_PICTURES is a folder."""
    if "COGNATE_PICTURES" in os.environ:
        shelf.desktop.picture().save(os.path.join(os.environ["COGNATE_PICTURES"], name + ".png"))


def targets(project):
    return [unit["target"] for unit in units(project).values() if unit["target"]]


@tap.test
def vanished():
    "a project whose file goes while it is open: it is said, the words stay, and a copy of all can be saved"
    with Shelf() as shelf:
        project = shelf.new_project()
        window = Window(shelf, project)
        window.ready(HEADING)
        window.write(STEPS, "stored")
        window.leave_editor()
        os.rename(project, project + ".moved")
        window.open_row(HEADING)
        window.type("not stored")
        window.see("label", NOT_STORED)
        window.see("label", re.compile("removed, renamed or replaced"))
        window.leave_editor()
        window.see("label", "not stored", window.row(HEADING))
        copy = os.path.join(shelf.folder, "rescued.cognate")
        window.press("Save a Copy As…")
        window.save_as(copy)
        assert until(lambda: os.path.exists(copy) and sorted(targets(copy)) == ["not stored", "stored"])
        window.gone("label", NOT_STORED)
        window.close()


@tap.test
def full():
    "on a full disk it is said, the words stay, and they are stored once there is room"
    with Shelf() as shelf:
        project = shelf.new_project()
        script = os.path.join(shelf.folder, "limited")
        with open(script, "w", encoding="utf-8") as out:
            # No file may grow beyond a kilobyte: SQLite meets it as a disk that takes no more.
            out.write(f"#!/bin/sh\ntrap '' XFSZ\nulimit -S -f 2\nexec {_PROGRAM} \"$@\"\n")
        os.chmod(script, 0o755)
        window = Window(shelf, project, program=script)
        window.ready(HEADING)
        window.open_row(HEADING)
        window.type("patience")
        window.see("label", NOT_STORED)
        assert not targets(project)
        window.leave_editor()
        window.see("label", "patience", window.row(HEADING))
        window.key("ctrl+q")
        window.see("label", re.compile("Not Saved$"))
        window.press("Stay")
        subprocess.run(["prlimit", "--pid", str(window.process.pid), "--fsize=unlimited"], check=True)
        window.press("Try Again")
        window.gone("label", NOT_STORED)
        assert until(lambda: targets(project) == ["patience"])
        window.close()


def make_read_only(folder):
    """From here on nobody can write in it, nor root, for whom it becomes a disk of its own."""
    if os.getuid() != 0:
        os.chmod(folder, 0o555)
        return
    kept = folder + ".kept"
    shutil.copytree(folder, kept)
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder], capture_output=True, check=False).returncode != 0:
        raise tap.Skip("root may not mount a disk here")
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)


def make_writable(folder):
    if os.getuid() != 0:
        os.chmod(folder, 0o755)
    else:
        subprocess.run(["umount", folder], check=True)


@tap.test
def read_only():
    "a project on a disk that cannot be written: it is said, and a copy elsewhere is offered and opened, with all that was there"
    with Shelf() as shelf:
        project = shelf.new_project()
        cli("set", project, find(project, HEADING)["id"], "--target", "from the disk")
        make_read_only(shelf.data)
        try:
            window = Window(shelf)
            window.press(window.see("push button", re.compile("^Water on the Move")))
            window.see("label", "This Book Can Only Be Read Here")
            window.see("label", re.compile("is read-only"))
            copy = os.path.join(shelf.folder, "mine.cognate")
            window.press("Save a Copy As…")
            window.save_as(copy)
            window.see("label", "from the disk", window.row(HEADING))
            window.write(STEPS, "in the copy")
            window.close()
            assert sorted(targets(copy)) == ["from the disk", "in the copy"]
            assert targets(project) == ["from the disk"]
        finally:
            make_writable(shelf.data)


@tap.test
def recovered():
    "a project whose end is cut off: what can be read of it is put into a new one, it is said what is lost, and the damaged one stays"
    with Shelf() as shelf:
        project = shelf.new_project()
        cli("set", project, find(project, STEPS)["id"], "--target", "four of them")
        os.truncate(project, os.path.getsize(project) - 4096)
        with open(project, "rb") as file:
            before = file.read()
        window = Window(shelf)
        window.see("label", "Damaged")
        window.press(window.see("push button", re.compile(f"^{os.path.splitext(os.path.basename(project))[0]}")))
        fault = window.see("dialog", "This Project Is Damaged")
        save_picture(shelf, "damaged")
        window.press("Recover What Can Be Read", fault)
        told = window.see("dialog", "A New Project Was Made")
        window.see("label", re.compile("passage has the text that you gave it"), told)
        window.see("label", re.compile("The steps that could be undone were not taken over"), told)
        save_picture(shelf, "recovered")
        window.press("Open It", told)
        window.ready(HEADING)
        window.see("label", "four of them", window.row(STEPS))
        window.write(HEADING, "further")
        window.close()
        with open(project, "rb") as file:
            assert file.read() == before


@tap.test
def unusable():
    "a damaged project, and one of a newer version, are named, and left as they are"
    with Shelf() as shelf:
        project = shelf.new_project()
        with open(project, "rb") as whole:
            head = whole.read(300)
        damaged = os.path.join(shelf.folder, "damaged.cognate")
        with open(damaged, "wb") as out:
            out.write(head)
        database = sqlite3.connect(project)
        database.execute("PRAGMA user_version = 999")
        database.commit()
        database.close()
        for path, heading in ((damaged, "This Project Is Damaged"), (project, "This Book Cannot Be Opened")):
            with open(path, "rb") as file:
                before = file.read()
            window = Window(shelf, path)
            fault = window.see("dialog", heading)
            window.see("label", re.compile(os.path.basename(path)), fault)
            window.press("Close", fault)
            window.gone("dialog", heading)
            window.close_by_button()
            with open(path, "rb") as file:
                assert file.read() == before


main()
