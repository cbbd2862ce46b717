/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book-progress.h"

CogBookProgress
cog_book_progress_count (GPtrArray *sections)
{
  CogBookProgress self = { 0 };

  g_return_val_if_fail (sections != NULL, self);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (info->is_omitted)
        continue;
      self.n_words += info->n_words;
      self.n_words_done += info->n_words_done;
      self.n_units += info->n_units - info->n_by_decision[COG_DECISION_OMITTED];
      self.n_reviewed += info->n_by_state[COG_STATE_REVIEWED] + info->n_by_state[COG_STATE_FINAL];
    }
  return self;
}

double
cog_book_progress_get_share (const CogBookProgress *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_words > 0 ? (double)self->n_words_done / self->n_words : 0;
}

guint
cog_book_progress_get_translated (const CogBookProgress *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_words > 0 ? (guint)(100 * (guint64)self->n_words_done / self->n_words) : 0;
}

guint
cog_book_progress_get_reviewed (const CogBookProgress *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_units > 0 ? (guint)(100 * (guint64)self->n_reviewed / self->n_units) : 0;
}
