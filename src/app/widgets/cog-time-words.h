/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When something was, as people say it: "just now", "5 minutes ago", "yesterday, 14:02", "3 May
 * 2024". when, now: Unix, seconds. (transfer full) */
char *cog_time_words_dup (gint64 when, gint64 now);

G_END_DECLS
