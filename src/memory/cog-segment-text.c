/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-segment-text.h"

#include <string.h>

CogText *
cog_segment_trim (const CogText *text)
{
  const char *begin, *end;
  guint first = 0, last, most, least = 0;

  g_return_val_if_fail (text != NULL, NULL);

  begin = text->plain;
  end = begin + strlen (begin);
  last = most = (guint)g_utf8_strlen (text->plain, -1);
  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = text->codes->pdata[i];

      most = MIN (most, code->start);
      least = MAX (least, code->end);
    }
  for (; first < most && g_ascii_isspace (*begin); begin++)
    first++;
  for (; last > MAX (least, first) && g_ascii_isspace (end[-1]); end--)
    last--;
  return cog_text_slice (text, first, last);
}

gboolean
cog_segment_has_words (const CogText *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *c = text->plain; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

void
cog_memory_entry_set_texts (CogMemoryEntry *self, const CogText *source, const CogText *target)
{
  g_return_if_fail (self != NULL && source != NULL && target != NULL);

  g_free (self->source);
  g_free (self->target);
  g_free (self->source_inline);
  g_free (self->target_inline);
  self->source = g_strdup (source->plain);
  self->target = g_strdup (target->plain);
  self->source_inline = source->codes->len > 0 ? cog_text_to_xhtml (source) : NULL;
  self->target_inline = target->codes->len > 0 ? cog_text_to_xhtml (target) : NULL;
}
