/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the desktop lent this one file to a confined program (a Flatpak), through its portal of
 * documents: run/doc/ID/NAME, where run is $XDG_RUNTIME_DIR or /run/flatpak. The folder that it
 * stands in then is nobody's: its name says nothing to a person, and no file may be put beside it
 * to stay. A folder that is lent is one of the person's, and so is what stands in it. path: need
 * not be there. */
gboolean cog_lent_is_alone (const char *path);

G_END_DECLS
