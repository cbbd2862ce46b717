/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file, or a folder with all that is in it: of what was written here, which bounds its depth.
 * Links are removed, never followed. What cannot be removed stays. */
void cog_remove_tree (const char *path);

G_END_DECLS
