#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A project's text goes to OmegaT, translate-toolkit and Git by their own command lines, and comes back: nothing is lost."""
import json
import os
import re
import shutil
import subprocess
import xml.sax.saxutils as saxutils

import folders
import tap

CLI = os.path.join(os.environ["COGNATE_BUILD_ROOT"], "src/cli/cognate-cli")

BOOK = """---
title: River Book
lang: en
---

# Rivers & lakes

Water runs **downhill**. It *always* does so. Even when a < b, it runs. See [the map](https://example.org/map?a=1&b=2).

The law is $E = mc^2$ here. **All of it is bold. Both sentences are.** The end[^1].

- one
- two

[^1]: The note has words.

$$ \\int x dx $$
"""
OMEGAT_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>EN</source_lang><target_lang>AR</target_lang><sentence_seg>true</sentence_seg>
<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>"""


def need(*programs):
    for program in programs:
        if shutil.which(program) is None:
            raise tap.Skip(f"{program} is not installed")


def run(*words, cwd=None, status=0):
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, timeout=280)
    assert done.returncode == status, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


class Project:
    """A project of the book above, from English into Arabic, in a folder of its own."""

    def __init__(self):
        self.folder = folders.make("exchange")
        os.environ["COGNATE_DATA_DIR"] = self.path("data")
        with open(self.path("rivers.md"), "w", encoding="utf-8") as file:
            file.write(BOOK)
        self.make("p")

    def path(self, name):
        return os.path.join(self.folder, name)

    def make(self, name):
        run(CLI, "new", self.path(name + ".cognate"), "--from", self.path("rivers.md"), "--to", "ar-EG", "--quiet")

    def cli(self, word, *words, project="p", status=0):
        return run(CLI, *word.split(), self.path(project + ".cognate"), *words, cwd=self.folder, status=status)

    def units(self, project="p"):
        return {u["id"]: u for u in map(json.loads, self.cli("units", project=project).splitlines())}

    def take_back(self, name, *options):
        return json.loads(self.cli("exchange import", self.path(name), "--json", *options))


def in_arabic(text):
    """A translation that can be known again: words between codes have an Arabic one before them."""
    parts = re.split(r"(</?\w[^<>]*>|&\w+;)", text)
    return "".join(part if i % 2 or not part.strip() else re.sub(r"^\s*", r"\g<0>ترجمة ", part) for i, part in enumerate(parts))


def assert_translated(project, report):
    """Every passage with words is translated, with each code of its source, in its place's words."""
    assert not report["conflicts"] and not report["notPlaced"] and not report["refused"], report
    for unit in project.units().values():
        if unit["kind"] == "equation":
            continue
        assert unit["target"] and "ترجمة" in unit["target"], unit
        assert unit["state"] == "translated", unit
        tags = sorted(re.findall(r"<[^>]*>", unit["source"]))
        assert tags == sorted(re.findall(r"<[^>]*>", unit["target"])), unit


class Omegat:
    """A project of OmegaT's with one source file, translated by a memory of all its segments."""

    def __init__(self, project, name):
        need("omegat")
        self.project, self.name, self.folder = project, name, project.path("omegat")
        shutil.rmtree(self.folder, ignore_errors=True)
        for folder in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
            os.makedirs(os.path.join(self.folder, folder))
        shutil.copy(project.path(name), os.path.join(self.folder, "source", name))
        with open(os.path.join(self.folder, "omegat.project"), "w", encoding="utf-8") as file:
            file.write(OMEGAT_PROJECT)

    def run(self, *options):
        run("omegat", self.folder, "--config-dir=" + self.project.path("config"), *options)

    def translate(self, change):
        memory = os.path.join(self.folder, "pseudo.tmx")
        self.run("--mode=console-createpseudotranslatetmx", "--pseudotranslatetmx=" + memory, "--pseudotranslatetype=equal")
        with open(memory, encoding="utf-8") as file:
            text = file.read()
        text = re.sub(r'(<tuv lang="AR">\s*<seg>)(.*?)(</seg>)',
                      lambda m: m.group(1) + saxutils.escape(change(saxutils.unescape(m.group(2)))) + m.group(3), text, flags=re.S)
        with open(os.path.join(self.folder, "omegat", "project_save.tmx"), "w", encoding="utf-8") as file:
            file.write(text)
        self.run("--mode=console-translate")
        shutil.copy(os.path.join(self.folder, "target", self.name), self.project.path("back-" + self.name))
        return "back-" + self.name


@tap.test
def omegat_xliff():
    "XLIFF 1.2 through OmegaT: sentences translated one by one, codes and all"
    project = Project()
    project.cli("exchange export", "o.xlf", "--version", "1.2")
    back = Omegat(project, "o.xlf").translate(in_arabic)
    assert_translated(project, project.take_back(back))


@tap.test
def omegat_po():
    "PO through OmegaT"
    project = Project()
    project.cli("exchange export", "o.po")
    back = Omegat(project, "o.po").translate(in_arabic)
    assert_translated(project, project.take_back(back))


@tap.test
def omegat_again():
    "what is translated goes to OmegaT and comes back as it was: texts, states, notes"
    project = Project()
    for unit in project.units().values():
        if unit["kind"] != "equation":
            project.cli("set", unit["id"], "--target", in_arabic(unit["source"]), "--state", "reviewed", "--note", "Look & see")
    before = project.units()
    project.cli("exchange export", "o.xlf", "--version", "1.2")
    report = project.take_back(Omegat(project, "o.xlf").translate(lambda text: text))
    assert report["units"] == 0 and not report["conflicts"], report
    assert project.units() == before


def translate_po(path):
    """By hand, as it were: each entry that has a context."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    entries = re.sub(r'(msgctxt "[^"]+"\nmsgid "(.*)"\nmsgstr ")"', lambda m: m.group(1) + in_arabic(m.group(2)) + '"', text)
    assert entries != text
    with open(path, "w", encoding="utf-8") as file:
        file.write(entries)


@tap.test
def toolkit_po():
    "PO through po2xliff and xliff2po, which throw the contexts away"
    need("po2xliff", "xliff2po")
    project = Project()
    project.cli("exchange export", "o.po")
    translate_po(project.path("o.po"))
    run("po2xliff", "--progress=none", project.path("o.po"), project.path("o.xlf"))
    run("xliff2po", "--progress=none", project.path("o.xlf"), project.path("back.po"))
    assert_translated(project, project.take_back("back.po"))


@tap.test
def toolkit_xliff():
    "the XLIFF that po2xliff makes of a PO"
    need("po2xliff")
    project = Project()
    project.cli("exchange export", "o.po")
    translate_po(project.path("o.po"))
    run("po2xliff", "--progress=none", project.path("o.po"), project.path("o.xlf"))
    assert_translated(project, project.take_back("o.xlf"))


@tap.test
def toolkit_states():
    "notes and states live through translate-toolkit: what it cannot say stays as it is here"
    need("po2xliff", "xliff2po")
    project = Project()
    for unit in list(project.units().values())[:3]:
        project.cli("set", unit["id"], "--target", in_arabic(unit["source"]), "--state", "final", "--note", "Look & see")
    before = project.units()
    project.cli("exchange export", "o.po")
    run("po2xliff", "--progress=none", project.path("o.po"), project.path("o.xlf"))
    run("xliff2po", "--progress=none", project.path("o.xlf"), project.path("back.po"))
    report = project.take_back("back.po")
    assert report["units"] == 0 and not report["conflicts"], report
    assert project.units() == before


@tap.test
def toolkit_flat():
    "xliff2po drops the codes of XLIFF: such passages are refused, and nothing is lost here"
    need("xliff2po")
    project = Project()
    project.cli("exchange export", "o.xlf", "--version", "1.2")
    run("xliff2po", "--progress=none", project.path("o.xlf"), project.path("flat.po"))
    with open(project.path("flat.po"), encoding="utf-8") as file:
        assert "<x" not in file.read()
    before = project.units()
    project.take_back("flat.po")
    assert project.units() == before


@tap.test
def pofilter():
    "pofilter finds no fault with the codes of a sound translation, and does with a broken one"
    need("pofilter")
    project = Project()
    project.cli("exchange export", "o.po")
    translate_po(project.path("o.po"))
    tests = ("-t", "xmltags", "-t", "variables", "-t", "escapes", "-t", "newlines")
    run("pofilter", "--progress=none", *tests, project.path("o.po"), project.path("faults.po"))
    assert not os.path.exists(project.path("faults.po")), open(project.path("faults.po"), encoding="utf-8").read()
    with open(project.path("o.po"), encoding="utf-8") as file:
        text = file.read()
    with open(project.path("o.po"), "w", encoding="utf-8") as file:
        file.write(re.sub(r'(msgstr ".*?)<2/?>', r"\1", text, count=1))
    run("pofilter", "--progress=none", *tests, project.path("o.po"), project.path("faults.po"))
    assert os.path.exists(project.path("faults.po"))


class Clone:
    """A person's clone of the team's repository, with a project of their own."""

    def __init__(self, project, name):
        self.project, self.name, self.folder = project, name, project.path("clone-" + name)
        run("git", "clone", "-q", project.path("team.git"), self.folder)
        project.make(name)

    def git(self, *words, status=0):
        return run("git", "-c", "user.name=" + self.name, "-c", "user.email=x@example.org", "-c", "pull.rebase=false", *words,
                   cwd=self.folder, status=status)

    def send(self):
        self.project.cli("exchange export", self.folder + "/", project=self.name)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "work")

    def set(self, unit, text):
        self.project.cli("set", unit, "--target", text, project=self.name)

    def take(self):
        return json.loads(self.project.cli("exchange import", self.folder + "/", "--json", project=self.name))


@tap.test
def git():
    "two people share a folder under Git: their work is merged, passage by passage"
    need("git")
    project = Project()
    run("git", "init", "-q", "--bare", "-b", "main", project.path("team.git"))
    ann = Clone(project, "ann")
    ids = [u["id"] for u in project.units("ann").values() if u["kind"] != "equation"]
    ann.send()
    ann.git("push", "-q", "origin", "HEAD:main")
    assert ".cognate" not in ann.git("ls-files"), "each person's own stays out of Git"
    bob = Clone(project, "bob")
    bob.git("checkout", "-q", "main")
    assert bob.take()["units"] == 0
    # One each, in passages that follow each other.
    ann.set(ids[0], "ترجمة آن")
    bob.set(ids[1], "ترجمة بوب")
    ann.send()
    ann.git("push", "-q", "origin", "HEAD:main")
    bob.send()
    assert len(bob.git("diff", "--numstat", "HEAD~1").splitlines()) == 1
    bob.git("pull", "-q", "--no-edit", "origin", "main")
    report = bob.take()
    assert report["units"] == 1 and not report["conflicts"], report
    project.cli("exchange export", bob.folder + "/", project="bob")
    assert bob.git("status", "--porcelain") == "", "what was taken in is what is there"
    bob.git("push", "-q", "origin", "HEAD:main")
    ann.git("pull", "-q", "--no-edit", "origin", "main")
    assert ann.take()["units"] == 1
    assert project.units("ann") == project.units("bob")
    # The same passage: Git says so, nothing is taken until a person has chosen.
    ann.set(ids[0], "آن مرة أخرى")
    bob.set(ids[0], "بوب مرة أخرى")
    ann.send()
    ann.git("push", "-q", "origin", "HEAD:main")
    bob.send()
    bob.git("pull", "-q", "--no-edit", "origin", "main", status=1)
    before = project.units("bob")
    project.cli("exchange import", bob.folder + "/", project="bob", status=1)
    assert project.units("bob") == before
    bob.git("checkout", "--theirs", ".")
    bob.git("add", "-A")
    bob.git("commit", "-q", "-m", "merged")
    assert bob.take()["units"] == 1
    assert project.units("bob") == project.units("ann")


tap.main()
