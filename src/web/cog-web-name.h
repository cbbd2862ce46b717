/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The usual ending of what the bytes are: "epub", "pdf", "html"…, or NULL where they do not tell:
 * then the name may. media_type: as the server says; decides only between kinds of text.
 * (nullable) (transfer none) */
const char *cog_web_name_find_ending (GBytes *bytes, const char *media_type);
/* A name for the file with that ending; given, ending: (nullable). (transfer full) */
char *cog_web_name_dup (const char *given, const char *ending);

G_END_DECLS
