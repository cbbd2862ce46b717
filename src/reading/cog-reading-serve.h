/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-reader.h"

G_BEGIN_DECLS

/* What a helper does with its one source; tests put readers that misbehave in its place. */
typedef struct
{
  gboolean (*needs_programs) (CogSource *source);
  CogBook *(*read) (CogSource *source,
                    CogReport *report,
                    const CogProgress *progress,
                    const CogReader **used,
                    GError **error);
  void (*draw) (CogSource *source, int asks, int out); /* as cog_sheet_serve() */
} CogServing;

/* The whole life of a helper process: reads its arguments (cog-reading.c gives them), holds itself
 * (cog-confinement.h), reads the source, sends what it found. serving: (nullable): the readers of
 * cog-reader.h. Returns the exit status. */
int cog_reading_serve (int argc, char **argv, const CogServing *serving);

G_END_DECLS
