/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a picture, sound or film is, by its first bytes; its name decides only where they do not
 * tell. */
typedef struct
{
  const char *media_type;
  const char *extension;
  guint width, height; /* pixels; 0: not a picture, or not told */
} CogMediaInfo;

/* FALSE where it is no medium that a book can hold. name: (nullable). */
gboolean cog_media_identify (GBytes *bytes, const char *name, CogMediaInfo *info);
/* The element that shows it: "img", "audio" or "video"; NULL where it is none of them. */
const char *cog_media_get_element (GBytes *bytes, const char *name);

G_END_DECLS
