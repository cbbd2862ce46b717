/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-glossary-entry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CogGlossary:
 *
 * Terms and their translations, in one SQLite file for all projects. May be used from several
 * threads and by several programs at once; each call holds it. Languages are compared without their
 * regions, but with their scripts, as in CogMemory.
 *
 * Errors: COG_ERROR_INPUT (it is no glossary; an entry without a term), COG_ERROR_NOT_FOUND,
 * COG_ERROR_NEWER, COG_ERROR_CORRUPT, COG_ERROR_BUSY, else G_IO_ERROR.
 */
typedef struct _CogGlossary CogGlossary;

/* The glossary of this person: in the folder COGNATE_DATA_DIR, else in the user's data folder.
 * (transfer full) */
char *cog_glossary_dup_path (void);

/* Makes the file where there is none. */
CogGlossary *cog_glossary_open (const char *path, GError **error);
void cog_glossary_close (CogGlossary *self);
const char *cog_glossary_get_path (const CogGlossary *self);

/* Adds an entry: its id is set. Where an entry of the same project has the same terms in two
 * languages (or, of one with a single term, that one), what the new one knows more is added to it
 * and it keeps what it says: the same file taken twice changes nothing. */
gboolean cog_glossary_add (CogGlossary *self, CogGlossaryEntry *entry, GError **error);
/* The entry of that id is as given from now on. */
gboolean cog_glossary_change (CogGlossary *self, const CogGlossaryEntry *entry, GError **error);
gboolean cog_glossary_remove (CogGlossary *self, gint64 id, GError **error);

/* All that happens between stands in the file at the end, or nothing does. */
gboolean cog_glossary_begin (CogGlossary *self, GError **error);
gboolean cog_glossary_commit (CogGlossary *self, GError **error);
void cog_glossary_roll_back (CogGlossary *self);

/* What of a glossary is meant; NULL: whatever. */
typedef struct
{
  const char *from;    /* BCP 47: with a term in this language */
  const char *to;      /* and in this */
  const char *project; /* entries for all, and those of this project; "": those for all alone */
} CogGlossaryFilter;

/* FALSE with an error ends it. */
typedef gboolean (*CogGlossaryFunc) (const CogGlossaryEntry *entry,
                                     gpointer user_data,
                                     GError **error);
/* From the oldest on. The glossary must not be changed in func. filter: (nullable) */
gboolean cog_glossary_foreach (CogGlossary *self,
                               const CogGlossaryFilter *filter,
                               CogGlossaryFunc func,
                               gpointer user_data,
                               GError **error);
/* (transfer full) (element-type CogGlossaryEntry) (nullable: an error) */
GPtrArray *cog_glossary_list (CogGlossary *self, const CogGlossaryFilter *filter, GError **error);
/* (transfer full) (nullable: an error, COG_ERROR_NOT_FOUND where there is none) */
CogGlossaryEntry *cog_glossary_get (CogGlossary *self, gint64 id, GError **error);

/* Another number after each change, whoever made it: what was made of its entries is out of date.
 */
gint64 cog_glossary_get_version (CogGlossary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogGlossary, cog_glossary_close)

G_END_DECLS
