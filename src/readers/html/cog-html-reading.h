/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"
#include "cog-progress.h"

G_BEGIN_DECLS

/* The state of one reading of pages, for the files of this folder. */
typedef struct
{
  CogBook *book;
  CogContainer *container;
  CogNormalizer *normalizer;
  CogReport *report;
  GPtrArray *files;      /* const char *: names of pages, in order */
  GHashTable *documents; /* file → xmlDoc */
} CogHtmlReading;

/* The tree of a file, parsed once. (transfer none) */
xmlDoc *cog_html_reading_get_document (CogHtmlReading *self, const char *file, GError **error);

/* Whether the first of the files is an edition that Cognate wrote and laid its record of rights
 * into, whose sections are there. If so the whole book is read: the sections as its contents list
 * them, by their own ids, without what the edition added; rights from the record alone. If not,
 * nothing was done: read it as any page. */
gboolean cog_html_reading_take_own (CogHtmlReading *self);

G_END_DECLS
