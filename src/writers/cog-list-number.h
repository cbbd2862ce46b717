/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An item's number as a list of that type shows it, without a full stop. type: "1aAiI", as ol has
 * it; numbers that letters cannot show are written as figures, which are those of the language.
 * (transfer full) */
char *cog_list_number_format (char type, gint64 number, const char *language);

/* The type of an ol, '1' where it says none; 0 for a list without numbers. */
char cog_list_number_get_type (const char *type);

G_END_DECLS
