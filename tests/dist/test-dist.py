# SPDX-License-Identifier: GPL-3.0-or-later
"""The archive that "meson dist" makes: all that is in the repository, and it builds without it."""
import os
import shutil
import subprocess
import tarfile
import tempfile

import tap

BUILD, ROOT = os.environ["COGNATE_BUILD_ROOT"], os.environ["COGNATE_SOURCE_ROOT"]


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def make_archive(folder):
    """What is committed; Meson puts it into its build folder."""
    if not os.path.exists(os.path.join(ROOT, ".git")) or not shutil.which("git"):
        raise tap.Skip("this is no Git repository: perhaps it is such an archive")
    made = os.path.join(BUILD, "meson-dist")
    shutil.rmtree(made, ignore_errors=True)
    run("meson", "dist", "-C", BUILD, "--no-tests", "--formats", "gztar", "--allow-dirty")
    archives = [file for file in os.listdir(made) if file.endswith(".tar.gz")]
    assert len(archives) == 1, archives
    return shutil.move(os.path.join(made, archives[0]), folder)


@tap.test
def complete():
    "the archive has every file of the repository, and configures, and makes its data, without Git"
    folder = tempfile.mkdtemp(prefix="cognate-dist-")
    try:
        path = make_archive(folder)
        with tarfile.open(path) as archive:
            held = {member.name.partition("/")[2] for member in archive if not member.isdir()}
            archive.extractall(folder)
        committed = set(run("git", "-C", ROOT, "-c", "core.quotePath=false", "ls-tree", "-r", "-z", "--name-only", "HEAD").split("\0")) - {""}
        assert held == committed, held ^ committed
        unpacked = os.path.join(folder, os.path.basename(path)[: -len(".tar.gz")])
        made = os.path.join(folder, "made")
        run("meson", "setup", made, unpacked, "-Dtests=false")
        run("ninja", "-C", made, "data/water-on-the-move.epub", "data/org.cognate.Cognate.metainfo.xml", "data/org.cognate.Cognate.desktop")
        assert os.path.getsize(os.path.join(made, "data/water-on-the-move.epub")) > 1000
    finally:
        shutil.rmtree(folder)


tap.main()
