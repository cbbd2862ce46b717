/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-term-exchange.h"

G_BEGIN_DECLS

/* Bytes: of an entry of TBX, or a line of a table; more is damage. */
#define COG_TERM_ENTRY_MAX (1024 * 1024)
/* Characters of a term: more is a text. */
#define COG_TERM_MAX 1000

typedef struct
{
  const char *name; /* of the file, for messages */
  CogReport *report;
  guint n_told;
  CogTermFunc take;
  gpointer user_data;
  GCancellable *cancellable;
} CogTermReading;

/* text: UTF-8 as far as it is; ends with a NUL at n_bytes. */
gboolean cog_tbx_read (CogTermReading *reading, const char *text, gsize n_bytes, GError **error);
gboolean cog_term_table_read (CogTermReading *reading,
                              const char *text,
                              gsize n_bytes,
                              const CogTermOptions *options,
                              GError **error);
/* Takes out of an entry what is no term, and hands it over if any is left. */
gboolean cog_term_reading_take (CogTermReading *reading,
                                CogGlossaryEntry *entry,
                                guint line,
                                GError **error);
void cog_term_reading_tell (CogTermReading *reading, const CogFindingKind *kind, guint line);

/* One entry of TBX in either version or style; NULL with an error where it is damaged. root: the
 * start tag that the entry stood in (nullable). (transfer full) */
CogGlossaryEntry *
cog_tbx_entry_parse (const char *text, gsize n_bytes, const char *root, GError **error);

/* All of these append UTF-8. */
void cog_tbx_write_head (GString *out, const CogTermOptions *options);
void cog_tbx_write_entry (GString *out,
                          const CogGlossaryEntry *entry,
                          const CogTermOptions *options,
                          GHashTable *identifiers);
void cog_tbx_write_foot (GString *out, const CogTermOptions *options);
void cog_term_table_write_head (GString *out, const CogTermOptions *options, char separator);
void cog_term_table_write_entry (GString *out,
                                 const CogGlossaryEntry *entry,
                                 const CogTermOptions *options,
                                 char separator);

/* What is found in such files. */
extern const CogFindingKind cog_finding_terms_entry_damaged;
extern const CogFindingKind cog_finding_terms_more_damaged;
extern const CogFindingKind cog_finding_terms_truncated;
extern const CogFindingKind cog_finding_terms_bad_encoding;
extern const CogFindingKind cog_finding_terms_no_term;
extern const CogFindingKind cog_finding_terms_bad_language;
extern const CogFindingKind cog_finding_terms_bad_quotes;

G_END_DECLS
