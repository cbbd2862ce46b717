/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one would do with the file. */
typedef enum
{
  COG_FORMAT_TO_READ,
  COG_FORMAT_TO_WORK,   /* go on with the text in another program */
  COG_FORMAT_TO_COURSE, /* put it into a course system */
  COG_FORMAT_N_GROUPS
} CogFormatGroup;

/* A format as the publish page offers it. */
typedef struct
{
  const char *id;     /* stable: tests, drawings */
  const char *suffix; /* of the file, without the dot */
  const char *name;   /* N_() */
  const char *use;    /* N_(): what one would want it for */
  gboolean has_paper; /* paper size matters */
  gboolean has_print; /* and what it is printed for */
  CogFormatGroup group;
} CogFormat;

extern const CogFormat cog_formats[];
extern const guint cog_n_formats;

G_END_DECLS
