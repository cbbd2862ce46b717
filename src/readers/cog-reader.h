/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-progress.h"
#include "cog-source.h"

G_BEGIN_DECLS

/**
 * CogReader:
 *
 * One format. A const struct in its own file, a row in cog-reader-table.c. State lives in the
 * call. The highest bid reads; a bid is as high as the evidence is long.
 */
typedef struct
{
  const char *id;   /* "epub": stable; command line, JSON, tests */
  const char *name; /* N_("EPUB book") */
  const char *const *extensions;
  const char *const *media_types;
  /* 0: not mine … 100: certain, from content before name; cheap, reads little. */
  int (*bid) (CogSource *source);
  /* A book that cog_book_identify() was run on and that cog_book_validate() accepts. */
  CogBook *(*read) (CogSource *source,
                    CogReport *report,
                    const CogProgress *progress,
                    GCancellable *cancellable,
                    GError **error);
  /* Folders above a file's own in which it may name other files; -1: it names none. */
  int n_levels;
  /* It runs other programs (pandoc): its process is held less tightly. */
  gboolean needs_programs;
} CogReader;

const CogReader *const *cog_reader_table_get (void); /* NULL-terminated */
/* The reader with the highest bid. Error: COG_ERROR_UNSUPPORTED, with what can be read. */
const CogReader *cog_reader_find (CogSource *source, GError **error);

/* Finds the reader and reads, in this process: cog-reading.h does so in one of its own. used
 * (nullable) gets the reader. */
CogBook *cog_reader_read (CogSource *source,
                          CogReport *report,
                          const CogProgress *progress,
                          GCancellable *cancellable,
                          const CogReader **used,
                          GError **error);
/* The same by a reader that was found. */
CogBook *cog_reader_read_as (const CogReader *reader,
                             CogSource *source,
                             CogReport *report,
                             const CogProgress *progress,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
