/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-gram-run-private.h"

#include <string.h>

void
cog_gram_texts_init (CogGramTexts *self)
{
  guint32 zero = 0;

  *self = (CogGramTexts){ NULL };
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->lengths = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->starts, zero);
}

void
cog_gram_texts_clear (CogGramTexts *self)
{
  g_clear_pointer (&self->bytes, g_free);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->lengths, g_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
}

gboolean
cog_gram_texts_add (CogGramTexts *self, gint64 id, guint length, const char *text, gsize n_bytes)
{
  guint16 characters = (guint16)MIN (length, G_MAXUINT16);
  guint32 end;

  if (n_bytes > G_MAXUINT32 - self->size)
    return FALSE;
  if (self->size + n_bytes > self->room)
    {
      self->room = MAX (self->room + self->room / 4, self->size + n_bytes + 4096);
      self->bytes = g_realloc (self->bytes, self->room);
    }
  memcpy (self->bytes + self->size, text, n_bytes);
  self->size += n_bytes;
  end = (guint32)self->size;
  g_array_append_val (self->starts, end);
  g_array_append_val (self->lengths, characters);
  g_array_append_val (self->ids, id);
  return TRUE;
}
