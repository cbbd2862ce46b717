/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-attribution.h"
#include "cog-project.h"

G_BEGIN_DECLS

/**
 * Makes a book complete for writers: the copyright page (section "cognate-copyright"), a credit
 * line under each figure that has a credit, the list of credits at the back (section
 * "cognate-credits"), and the whole statement as plain text in book->rights. Made anew at every
 * export from the one record.
 */

/* A change of format: nothing adapted. */
void cog_edition_complete_unchanged (CogBook *book);

typedef struct
{
  const char *const *sections; /* (nullable): ids of those to take */
  gboolean is_draft;           /* says so on every page */
  gboolean is_bilingual;       /* each unit followed by its original */
} CogEditionOptions;

/* The adaptation of a project. (transfer full) */
CogBook *
cog_edition_new_for_project (CogProject *project, const CogEditionOptions *options, GError **error);

/* The sentences about its rights, as an export would carry them. (transfer full) (element-type
 * CogCreditText) */
GPtrArray *cog_edition_list_attribution (CogProject *project, const char *language, GError **error);

G_END_DECLS
