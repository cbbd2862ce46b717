/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the lists and objects of a JSON text stand in each other no deeper than any that people
 * write. json-glib goes one call deeper for each: what came from outside is asked first. */
gboolean cog_json_is_shallow (const char *text);

G_END_DECLS
