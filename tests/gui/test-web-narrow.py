# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog for an address on a screen as narrow as a telephone's: the first desktop of a program of tests has its size."""
import re

import tap
from web_pages import ITEM, open_dialog
from web_site import Site
from window import Shelf, Window, main


@tap.test
def long_names():
    "files with long names make the dialog no wider, on a screen as narrow as a telephone's"
    name = "Directrices_para_el_manejo_seguro_del_agua_en_el_hogar_y_la_comunidad-9789275128022_version_corregida"
    item = (ITEM[0], ITEM[1].replace(b"The guide", name.encode()))
    with Site({"/handle/1/2": item}) as site, Shelf(size=(360, 700)) as shelf:
        window = Window(shelf)
        window.see_empty_shelf()
        frame = open_dialog(window, site, "/handle/1/2")
        window.key("Return")
        window.see("label", re.compile(name))
        _, _, width, _ = window.rectangle(frame)
        assert width <= 360, width
        window.key("Escape")
        window.gone("frame", "From the Web")
        window.close()


main()
