# SPDX-License-Identifier: GPL-3.0-or-later
"""One project, two programs."""
import re

import tap
from window import Shelf, Window, cli, main, units


@tap.test
def told():
    "a second program that opens the project is told who has it, and changes nothing"
    with Shelf() as shelf:
        project = shelf.new_project()
        first = Window(shelf, project)
        first.row("The Great Circle")
        before = units(project)
        # Another session: in the same one, the second start would only raise the first window.
        second = Window(shelf, project, environment={**shelf.environment, "DBUS_SESSION_BUS_ADDRESS": shelf.desktop.start_bus()})
        message = second.see("label", re.compile(rf"is open already \(.*process {first.process.pid} "))
        tap.comment(message.get_name())
        unit = next(iter(before))
        said = cli("set", project, unit, "--target", "x", status=1)
        assert f"process {first.process.pid} " in said, said
        second.close_by_button()
        assert units(project) == before
        first.close_by_button()
        cli("set", project, unit, "--target", "x")


main()
