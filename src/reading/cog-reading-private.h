/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-drawer.h"
#include "cog-reading.h"

G_BEGIN_DECLS

/* How helpers are started. */
typedef struct
{
  const char *program; /* path of the executable */
  guint64 seconds;     /* of the processor; 0: by the source's size */
  guint64 wall;        /* seconds by the clock; 0: several times the processor's */
  guint64 memory;      /* bytes; 0: by the source's size */
} CogReadingSetup;

/* Finds the program; (transfer full) (nullable): there is none. */
char *cog_reading_find_program (void);

/* As cog_reading_read(), with that program. */
CogBook *cog_reading_read_with (const CogReadingSetup *setup,
                                CogSource *source,
                                CogReport *report,
                                const CogProgress *progress,
                                GCancellable *cancellable,
                                const CogReader **used,
                                GError **error);

/* As cog_drawer_new(), with that program; without one, pages are drawn in this process. */
CogDrawer *cog_drawer_new_with (const CogReadingSetup *setup,
                                CogSource *source,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
