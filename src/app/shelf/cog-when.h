/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long ago a day was, as people say it: "Today", "Yesterday", "3 days ago", "2 weeks ago", then
 * the date. Unix times in seconds; days begin at midnight here. (transfer full) */
char *cog_when_describe (gint64 time, gint64 now);

G_END_DECLS
