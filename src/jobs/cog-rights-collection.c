/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-rights-collection.h"

#include <glib/gi18n-lib.h>

#define MAX_LINES 12 /* more than a person reads: the list of the page has them all */

static void
append_pieces (GString *words,
               const CogEvaluation *evaluation,
               GPtrArray *components,
               const CogLicence *licence)
{
  guint n = 0;

  for (guint i = 0; i < components->len && n < MAX_LINES; i++)
    {
      const CogComponent *component = g_ptr_array_index (components, i);
      const CogLicence *own = cog_evaluation_get_licence_of (evaluation, component, licence->id);

      if (own == NULL || own == licence)
        continue;
      n++;
      g_string_append_c (words, '\n');
      /* Translators: a piece of the book, and the licence that it is under. */
      g_string_append_printf (words, _ ("%s: %s"), component->label, own->name);
    }
}

char *
cog_rights_collection_dup_words (const CogEvaluation *evaluation,
                                 GPtrArray *components,
                                 const CogLicence *licence)
{
  g_autoptr (GString) words = NULL;
  gsize begun;

  g_return_val_if_fail (evaluation != NULL && components != NULL && licence != NULL, NULL);

  words = g_string_new (
      evaluation->is_collection
          ? _ ("Your edition is a collection: no licence can carry all of it. This one is for the "
               "choice and the order of the pieces, and for what you add; each keeps its own:")
          : _ ("What has a licence of its own in your edition:"));
  begun = words->len;
  append_pieces (words, evaluation, components, licence);
  return words->len > begun ? g_strdup (words->str) : NULL;
}
