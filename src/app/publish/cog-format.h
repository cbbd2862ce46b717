/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A format as the publish page offers it. */
typedef struct
{
  const char *id;     /* stable: tests, drawings */
  const char *suffix; /* of the file, without the dot */
  const char *name;   /* N_() */
  const char *use;    /* N_(): what one would want it for */
  gboolean has_paper; /* paper size matters */
} CogFormat;

extern const CogFormat cog_formats[];
extern const guint cog_n_formats;

G_END_DECLS
