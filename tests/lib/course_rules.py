# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be checked here of a course package, IMS Common Cartridge 1.3 or SCORM 1.2: the order of the manifest by its schemas, that
whatever it names is there, and that whatever is there is named. Each rule gives the faults, as sentences."""
import re
import xml.etree.ElementTree as ET
import zipfile

ORDERED = {
    "manifest": "metadata organizations resources manifest*", "metadata": "schema schemaversion lom?", "organizations": "organization*",
    "resources": "resource*", "resource": "metadata? file* dependency*", "file": "metadata?", "dependency": "",
    "lom": "general? lifecycle? metametadata? technical? educational? rights? relation* annotation* classification*",
    "general": "identifier? title? catalogentry* language* description* keyword* coverage* structure? aggregationlevel?",
    "lifecycle": "version? status? contribute*", "contribute": "role entity* centity* date?", "centity": "vcard", "role": "source value",
    "rights": "cost? copyrightandotherrestrictions? description?", "cost": "source value", "copyrightandotherrestrictions": "source value",
}
# A cartridge's tree has one root without a title (Common Cartridge 1.3, 3.5); a chapter that has a page of its own leads to it by an item.
ITEM = {"cartridge": "title? item* metadata?", "scorm": "title item* metadata?"}
ORGANIZATION = {"cartridge": "item", "scorm": "title item+"}


def _local(element):
    return element.tag.rpartition("}")[2]


def _holds(element, row):
    children = "".join(_local(c).lower() + " " for c in element)
    pattern = "".join("(?:%s )%s" % (w.rstrip("?*+"), w[-1] if w[-1] in "?*+" else "") for w in row.split())
    return re.match(pattern + "$", children), children


def _order(root, kind):
    rows = dict(ORDERED, item=ITEM[kind], organization=ORGANIZATION[kind])
    for element in root.iter():
        row = rows.get(_local(element).lower())
        if row is None:
            continue
        good, children = _holds(element, row)
        if not good:
            yield f"{_local(element)} holds “{children.strip()[:120]}”"


def _ids(root):
    ids = [e.get("identifier") for e in root.iter() if e.get("identifier") is not None]
    if len(set(ids)) != len(ids):
        yield "an identifier stands twice"
    for name in ids:
        if not re.match(r"[^\W\d][\w.-]*$", name):
            yield f"“{name}” is no identifier"
    resources = {e.get("identifier") for e in root.iter() if _local(e) == "resource"}
    for element in root.iter():
        target = element.get("identifierref")
        if target is not None and target not in resources:
            yield f"{_local(element)} leads to {target}, which is no resource"
        if _local(element) == "item" and target is not None and any(_local(c) == "item" for c in element):
            yield f"what leads to {target} holds others"
    default = next((e.get("default") for e in root.iter() if _local(e) == "organizations"), None)
    if default is not None and default not in ids:
        yield f"{default} is no organization"


def _files(root, names):
    told = {e.get("href") for e in root.iter() if _local(e) == "file"}
    for name in sorted(told - names):
        yield f"{name} is named and not there"
    for name in sorted(names - told - {"imsmanifest.xml"}):
        yield f"{name} is there and not named"
    for element in root.iter():
        if _local(element) == "resource" and element.get("href") is not None and element.get("href") not in \
                {c.get("href") for c in element if _local(c) == "file"}:
            yield f"{element.get('href')} is none of its resource's files"


def faults(path, kind):
    with zipfile.ZipFile(path) as file:
        root = ET.fromstring(file.read("imsmanifest.xml"))
        yield from _order(root, kind)
        yield from _ids(root)
        yield from _files(root, set(file.namelist()))
