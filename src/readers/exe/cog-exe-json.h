/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds the strings in the properties of an iDevice that hold HTML, in their order; nothing where
 * they are no JSON. texts: (element-type utf8) */
void cog_exe_json_add_texts (const char *json, GPtrArray *texts);

G_END_DECLS
