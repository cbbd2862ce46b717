/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-attribution.h"
#include "cog-project.h"

G_BEGIN_DECLS

/**
 * Makes a book complete for writers: the copyright page (section "cognate-copyright"), a credit
 * line under each figure that has a credit and each chapter of another work than the others, the
 * log of changes (section "cognate-changes") and the list of credits at the back (section
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

/* What an export says about its rights, in its three places. Immutable; for any thread. */
typedef struct
{
  GPtrArray *page;    /* (element-type CogCreditText): the copyright page, a paragraph each */
  GPtrArray *figures; /* … the line below each figure, behind the figure's number */
  GPtrArray *list;    /* … the list of credits at the back */
} CogEditionCredits;

/* book: the adaptation as cog_project_dup_adaptation() gives it. language NULL: its own. */
CogEditionCredits *
cog_edition_credits_new (CogProject *project, const CogBook *book, const char *language);
void cog_edition_credits_free (CogEditionCredits *credits);

/* The sentences about its rights, as an export would carry them: the copyright page, what was
 * changed, the list of credits. (transfer full) (element-type
 * CogCreditText) */
GPtrArray *cog_edition_list_attribution (CogProject *project, const char *language, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogEditionCredits, cog_edition_credits_free)

G_END_DECLS
