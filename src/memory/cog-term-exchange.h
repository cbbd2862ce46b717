/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-glossary.h"
#include "cog-progress.h"
#include "cog-report.h"

G_BEGIN_DECLS

/* Glossaries as files: TBX (ISO 30042:2019, TBX-Basic, both of its styles, and the martif files of
 * 2008) and tables (RFC 4180, with comma, semicolon or tab, such as spreadsheets, OmegaT and Pootle
 * have). */

typedef struct
{
  const char *from;    /* BCP 47: the first column's language, where a table does not say it; of an
                          export: a table of two languages */
  const char *to;      /* and the second's */
  const char *origin;  /* what the entries say they are from; NULL: the file's name */
  const char *project; /* they are for this project alone */
  gboolean is_version_2; /* of an export: TBX of 2008, which OmegaT reads */
} CogTermOptions;

/* Adds what is in a file. Which kind it is is told from its first bytes. What is damaged is left
 * out and told by line. On an error, or when it is cancelled, the glossary stays as it was. n:
 * (out) entries taken. options: (nullable) */
gboolean cog_terms_import (CogGlossary *glossary,
                           const char *path,
                           const CogTermOptions *options,
                           CogReport *report,
                           const CogProgress *progress,
                           GCancellable *cancellable,
                           gint64 *n,
                           GError **error);

/* An entry that was read, with the line where it begins; its terms have text and a language. FALSE
 * with an error ends the reading. */
typedef gboolean (*CogTermFunc) (CogGlossaryEntry *entry,
                                 guint line,
                                 gpointer user_data,
                                 GError **error);
/* The entries of a file's bytes, one after another; the rest as in cog_terms_import(). name: of the
 * file, for messages. */
gboolean cog_terms_read (GBytes *bytes,
                         const char *name,
                         const CogTermOptions *options,
                         CogReport *report,
                         CogTermFunc func,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error);
/* What cog_terms_export() writes to a file of that name. entries: (element-type CogGlossaryEntry).
 * (transfer full) (nullable): COG_ERROR_UNSUPPORTED */
char *cog_terms_dup_file (GPtrArray *entries,
                          const char *name,
                          const CogTermOptions *options,
                          GError **error);

/* Writes the whole glossary, or what of it is in both languages of the options: TBX (.tbx, .xml), a
 * table with commas (.csv) or with tabs (.tsv, .tab, .txt; two languages: as OmegaT has it). A
 * table of all languages has a line for each term and comes back without loss. */
gboolean cog_terms_export (CogGlossary *glossary,
                           const char *path,
                           const CogTermOptions *options,
                           gint64 *n,
                           GError **error);

/* Whether an export to a file of that name is possible; COG_ERROR_UNSUPPORTED. */
gboolean cog_terms_check_name (const char *path, GError **error);

G_END_DECLS
