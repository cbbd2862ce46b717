/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-glossary-pair-private.h"

#include "cog-language.h"

static void
add_entry (CogGlossaryPair *self, guint at, const char *from, const char *to)
{
  const CogGlossaryEntry *entry = g_ptr_array_index (self->entries, at);
  gboolean is_found = FALSE;

  for (guint i = 0; i < entry->terms->len; i++)
    {
      const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);

      if (cog_language_equal (term->language, from))
        is_found = cog_term_finder_add (self->source, term->text, at) || is_found;
    }
  for (guint i = 0; is_found && i < entry->terms->len; i++)
    {
      const CogPairTerm target = { at, g_ptr_array_index (entry->terms, i) };

      if (cog_language_equal (target.term->language, to) &&
          cog_term_finder_add (self->target, target.term->text, self->targets->len))
        g_array_append_val (self->targets, target);
    }
}

CogGlossaryPair *
cog_glossary_pair_new (GPtrArray *entries, const char *from, const char *to)
{
  CogGlossaryPair *self;

  g_return_val_if_fail (entries != NULL && from != NULL && to != NULL, NULL);

  self = g_new0 (CogGlossaryPair, 1);
  self->entries = g_ptr_array_ref (entries);
  self->to = g_strdup (to);
  self->source = cog_term_finder_new (from);
  self->target = cog_term_finder_new (to);
  self->targets = g_array_new (FALSE, FALSE, sizeof (CogPairTerm));
  self->uses = g_array_new (FALSE, FALSE, sizeof (CogTermUse));
  g_array_set_clear_func (self->uses, cog_term_use_clear);
  for (guint i = 0; i < entries->len; i++)
    add_entry (self, i, from, to);
  return self;
}

void
cog_glossary_pair_free (CogGlossaryPair *self)
{
  if (self == NULL)
    return;
  cog_term_finder_free (self->source);
  cog_term_finder_free (self->target);
  g_array_unref (self->targets);
  g_array_unref (self->uses);
  g_ptr_array_unref (self->entries);
  g_free (self->to);
  g_free (self);
}

const char *
cog_glossary_pair_get_to (const CogGlossaryPair *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->to;
}

GArray *
cog_glossary_pair_find (CogGlossaryPair *self, const CogText *source)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (CogTermHit));
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CogGlossaryHit));

  g_return_val_if_fail (self != NULL && source != NULL, found);

  cog_term_finder_find (self->source, source->plain, COG_TERMS_LONGEST, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const CogTermHit *hit = &g_array_index (hits, CogTermHit, i);
      CogGlossaryHit one = { hit->start, hit->end, g_ptr_array_index (self->entries, hit->number) };

      g_array_append_val (found, one);
    }
  return found;
}
