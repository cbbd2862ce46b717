#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Disks that are full, read-only, pulled out or broken, while a book is imported, adapted and published: the fault is said in plain
words, the exit status is that of the system (3), and everything is as it was.

The disks are small file systems of our own, in a mount namespace that ends with us; where none can be made (neither root nor user
namespaces, no loop device) a test is skipped, and counted."""
import os
import re
import shutil
import subprocess
import sys
import time

import tap
from workplace import CLI, WORKER, Folder, cli, page, read, run, whole_lines, worker, write

FULL = re.compile("disk is full|No space left on device")
READ_ONLY = re.compile("cannot be written here|Read-only file system|read-only")


def enter_namespace():
    """Starts us again where mounts are nobody else's business."""
    if os.environ.get("COGNATE_IN_NAMESPACE"):
        return
    os.environ["COGNATE_IN_NAMESPACE"] = "1"
    unshare = ["unshare", "--mount"] if os.getuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    if shutil.which("unshare") and subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode == 0:
        os.execvp("unshare", [*unshare, "--", sys.executable, *sys.argv])


def try_run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


class Disk:
    """A small file system at a folder of its own: in memory, or on a loop device, whose file can be damaged."""

    def __init__(self, folder, name, kibibytes, is_device=False):
        self.path = folder.at(name)
        self.image = folder.at(name + ".image") if is_device else None
        os.mkdir(self.path)
        if is_device:
            with open(self.image, "wb") as file:
                file.truncate(kibibytes * 1024)
            mkfs = shutil.which("mkfs.ext4", path=os.environ["PATH"] + ":/sbin:/usr/sbin")
            if mkfs is None or try_run(mkfs, "-q", "-F", "-O", "^has_journal", self.image).returncode != 0:
                raise tap.Skip("there is no mkfs.ext4")
            self.mount = ["mount", "-o", "loop", self.image, self.path]
        else:
            self.mount = ["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", self.path]
        if try_run(*self.mount).returncode != 0:
            raise tap.Skip("no disk can be mounted here")

    def __enter__(self):
        return self

    def __exit__(self, *what):
        try_run("umount", "--lazy", self.path)

    def at(self, name):
        return os.path.join(self.path, name)

    def fill(self, spare=0):
        """Leaves so many bytes, about."""
        with open(self.at("ballast"), "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 4096)
            except OSError:
                pass
            file.truncate(max(0, file.tell() - spare))

    def clear(self):
        os.unlink(self.at("ballast"))

    def names(self):
        return sorted(n for n in os.listdir(self.path) if n not in ("ballast", "lost+found"))


def make_books(folder):
    """A page to import, and a project of it with one passage translated."""
    source, project = write(folder.at("river.html"), page(120)), folder.at("river.cognate")
    cli("new", project, "--from", source, "--to", "ar")
    unit = next(line for line in cli("units", project).splitlines() if '"paragraph"' in line)
    unit = re.search('"id": *"([^"]+)"', unit).group(1)
    cli("set", project, unit, "--target", "ماء")
    return source, project, unit


def refuse(words, *command):
    """A command that must fail by the system's fault, and say why."""
    said = cli(*command, status=3)
    assert words.search(said), said
    assert not re.search("SQLITE|assert|CRITICAL", said), said
    return said


@tap.test
def full_import_and_export():
    "a full disk: nothing of an import or an export is left on it, and a file that stood there is as it was"
    with Folder() as folder, Disk(folder, "disk", 300) as disk:
        source, project, _ = make_books(folder)
        for name in ("out.html", "out.epub", "out.pdf"):
            write(disk.at(name), b"what stood there")
        before = disk.names()
        disk.fill(8192)
        refuse(FULL, "new", disk.at("new.cognate"), "--from", source, "--to", "ar")
        assert disk.names() == before, disk.names()
        for name in ("out.html", "out.epub", "out.pdf", "fresh.html", "fresh.epub", "fresh.pdf", "fresh.zip", "site"):
            refuse(FULL, "export", project, disk.at(name), "--draft")
            assert disk.names() == before, (name, disk.names())
        refuse(FULL, "exchange", "export", project, disk.at("river.xlf"))
        refuse(FULL, "recover", project, disk.at("recovered.cognate"))
        assert disk.names() == before, disk.names()
        for name in before:
            assert read(disk.at(name)) == b"what stood there", name
        disk.clear()
        cli("new", disk.at("new.cognate"), "--from", source, "--to", "ar")


@tap.test
def full_edit():
    "a full disk: an edit that cannot be stored is refused, and the project is as it was; with room again work goes on"
    with Folder() as folder, Disk(folder, "disk", 2000) as disk:
        source, project, unit = make_books(folder)
        path = shutil.copy(project, disk.at("p.cognate"))
        before = cli("units", path)
        disk.fill()
        refuse(FULL, "set", path, unit, "--target", "x" * 3000)
        refuse(FULL, "set", path, unit, "--target", "y")
        refuse(FULL, "undo", path)
        refuse(FULL, "update", path, source)
        assert disk.names() == ["p.cognate"], disk.names()
        assert cli("units", path) == before
        disk.clear()
        cli("set", path, unit, "--target", "there is room")
        assert "there is room" in cli("units", path)
        assert disk.names() == ["p.cognate"], disk.names()


def adapt_until_fault(disk, path, seed, wait, fault):
    """Starts somebody who adapts, does something to the disk meanwhile; returns what was confirmed, and what was said at the end."""
    with subprocess.Popen([WORKER, "adapt", path, str(seed)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(wait)
        fault()
        try:
            out, said = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    assert process.returncode == 3, (process.returncode, said)
    return whole_lines(out.decode()), said.decode()


@tap.test
def full_while_adapting():
    "a disk that fills up while somebody adapts: all that was confirmed is there, and nothing but it"
    for seed in (1, 2, 3):
        with Folder() as folder, Disk(folder, "disk", 30000) as disk:
            path = disk.at("p.cognate")
            worker("make", path)
            confirmed, said = adapt_until_fault(disk, path, seed, 0.4, disk.fill)
            assert FULL.search(said), said
            disk.clear()
            assert worker("look", path).strip() == confirmed[-1]
            # What could not be put into the file lies beside it until somebody writes again.
            cli("undo", path)
            assert disk.names() == ["p.cognate"], disk.names()


@tap.test
def read_only():
    "a read-only disk: what can be read is, what would be written is refused, and nothing changes"
    with Folder() as folder, Disk(folder, "disk", 3000) as disk:
        source, project, unit = make_books(folder)
        path = shutil.copy(project, disk.at("p.cognate"))
        run("mount", "-o", "remount,ro", disk.path)
        before = read(path)
        assert cli("units", path) == cli("units", project)
        cli("validate", path)
        cli("export", path, folder.at("out.epub"), "--draft")
        cli("recover", path, folder.at("recovered.cognate"))
        refuse(READ_ONLY, "set", path, unit, "--target", "x")
        refuse(READ_ONLY, "new", disk.at("new.cognate"), "--from", source, "--to", "ar")
        refuse(READ_ONLY, "export", project, disk.at("out.epub"), "--draft")
        assert read(path) == before and disk.names() == ["p.cognate"]


@tap.test
def vanishes():
    "a disk that is pulled out while somebody adapts: it is said, and put in again it has all that was confirmed"
    with Folder() as folder, Disk(folder, "disk", 8000, is_device=True) as disk:
        path = disk.at("p.cognate")
        worker("make", path)
        confirmed, said = adapt_until_fault(disk, path, 5, 0.4, lambda: run("umount", "--lazy", disk.path))
        assert re.search("removed, renamed or replaced", said), said
        for _ in range(100):
            if try_run(*disk.mount).returncode == 0:
                break
            time.sleep(0.1)
        assert worker("look", path).strip() == confirmed[-1]
        assert disk.names() == ["p.cognate"], disk.names()


@tap.test
def breaks():
    "a disk whose blocks are gone while somebody adapts: it is said, and nothing hangs"
    with Folder() as folder, Disk(folder, "disk", 8000, is_device=True) as disk:
        path = disk.at("p.cognate")
        worker("make", path)

        def fault():
            os.truncate(disk.image, 0)
            with open("/proc/sys/vm/drop_caches", "w", encoding="ascii") as file:
                file.write("3")

        _, said = adapt_until_fault(disk, path, 6, 0.4, fault)
        assert re.search("p.cognate", said), said


@tap.test
def two_at_once():
    "two instances on one project: the second is told who has it, reads beside it, and changes nothing"
    with Folder() as folder:
        path = folder.at("p.cognate")
        worker("make", path)
        with subprocess.Popen([WORKER, "adapt", path, "7"], stdout=subprocess.PIPE, text=True) as process:
            process.stdout.readline()
            for _ in range(5):
                said = cli("set", path, "p0", "--target", "mine", status=1)
                assert re.search(f"is open already .*process {process.pid}", said), said
                cli("units", path)
                cli("export", path, folder.at("out.html"), "--draft")
                assert "is open already" in cli("recover", path, folder.at("new.cognate"), status=1)
            process.kill()
            confirmed = whole_lines(process.stdout.read())
        there = worker("look", path).strip()
        assert confirmed and there
        assert folder.names() == ["out.html", "p.cognate"], folder.names()


@tap.test
def older_and_newer():
    "a project of each older version opens and is the same; one of a newer version is refused in plain words, untouched"
    with Folder() as folder:
        new = folder.at("new.cognate")
        worker("make", new)
        wanted = worker("look", new)
        for version in range(5):
            path = shutil.copy(new, folder.at("p.cognate"))
            worker("age", path, str(version))
            assert worker("look", path) == wanted, version
            # The copy that is kept is of the old version still, and becomes the same.
            os.replace(folder.at(f"p.cognate.version-{version}"), path)
            assert int.from_bytes(read(path)[60:64], "big") == version
            assert worker("look", path) == wanted, version
            for name in folder.names():
                if name != "new.cognate":
                    os.unlink(folder.at(name))
        path = shutil.copy(new, folder.at("p.cognate"))
        data = bytearray(read(path))
        data[60:64] = (99).to_bytes(4, "big")
        write(path, bytes(data))
        for command in (["units", path], ["set", path, "p0", "--target", "x"], ["recover", path, folder.at("out.cognate")]):
            assert "newer Cognate" in cli(*command, status=1)
        assert read(path) == bytes(data)


enter_namespace()
tap.main()
