/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number as a list counts. type: "a", "A", "i", "I" as ol has it; NULL: in figures. */
void cog_prose_append_number (GString *out, const char *type, guint number);

G_END_DECLS
