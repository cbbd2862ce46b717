/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-shelf-facts.h"

G_BEGIN_DECLS

/* A project that was found. facts NULL: not changed since they were told last. */
typedef struct
{
  char *path;
  CogShelfFacts *facts; /* (nullable) */
  gint64 modified;      /* Unix, seconds */
} CogShelfFound;

/* In the main thread. found: (element-type CogShelfFound), to be taken from as one likes.
 * is_listing: these are all that there are. Facts that were kept are told first, those of files
 * that changed follow as they are read. */
typedef void (*CogShelfLoaderFunc) (GPtrArray *found, gboolean is_listing, gpointer user_data);

/* Reads a shelf in a thread until it is cancelled; nothing is told after that. user_data is held as
 * long as anything may still be told. cache: folder. */
void cog_shelf_loader_run (const char *folder,
                           const char *cache,
                           GCancellable *cancellable,
                           CogShelfLoaderFunc func,
                           GObject *user_data);

G_END_DECLS
