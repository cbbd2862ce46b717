/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-agreement.h"
#include "cog-choice.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* What the adapter decided about a finding of a lens. Known by the unit, the lens, the words and
 * which of those in the unit it is: it outlives edits elsewhere in the unit. A plain value. */
typedef struct
{
  char *unit;
  char *lens;
  char *text;
  guint nth;
  CogChoice choice; /* OPEN: in an edit, it is taken back */
  char *words;      /* what was put there (nullable) */
  char *reason;     /* (nullable) */
} CogLensAnswer;
CogLensAnswer *cog_lens_answer_copy (const CogLensAnswer *answer);
void cog_lens_answer_free (CogLensAnswer *answer);
/* What it puts into the text; NULL: nothing, or there is no answer. (transfer none) (nullable) */
const char *cog_lens_answer_get_new_words (const CogLensAnswer *answer);

/* unit: NULL: of all. (transfer full) (element-type CogLensAnswer) */
GPtrArray *cog_project_list_answers (CogProject *self, const char *unit, GError **error);
/* (transfer full) (element-type CogAgreement), by kind and original */
GPtrArray *cog_project_list_agreements (CogProject *self, GError **error);

/* Edits of units with answers and agreements, all as one step of the history and one transaction,
 * undone and redone together. choice OPEN of an answer, words NULL of an agreement: it is taken
 * back. Arrays may be NULL with n 0. */
typedef struct
{
  const CogUnitEdit *edits;
  gsize n_edits;
  const CogLensAnswer *answers;
  gsize n_answers;
  const CogAgreement *agreements;
  gsize n_agreements;
} CogAnswerEdit;
gboolean cog_project_edit_answers (CogProject *self,
                                   const CogAnswerEdit *edit,
                                   const char *label,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogLensAnswer, cog_lens_answer_free)

G_END_DECLS
