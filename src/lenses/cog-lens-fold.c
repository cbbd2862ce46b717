/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-text.h"

#include <string.h>

/* Letters that writers of Arabic use one for the other, and marks that most leave out. 0: nothing
 * stands for it. */
static gunichar
fold_letter (gunichar c)
{
  if (c < 0x0600 || c > 0x06FF)
    return g_unichar_tolower (c);
  if ((c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640)
    return 0;
  switch (c)
    {
    case 0x0622: /* alef with madda, hamza, wasla */
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;
    case 0x0649: /* alef maqsura, Persian yeh */
    case 0x06CC:
      return 0x064A;
    case 0x0629:
      return 0x0647;
    case 0x06A9: /* keheh */
      return 0x0643;
    default:
      return c;
    }
}

char *
cog_lens_fold (const char *word, gssize length)
{
  const char *end;
  GString *folded;

  g_return_val_if_fail (word != NULL, NULL);

  end = word + (length < 0 ? strlen (word) : (gsize)length);
  folded = g_string_sized_new ((gsize)(end - word));
  for (const char *at = word; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = fold_letter (g_utf8_get_char (at));

      if (c != 0)
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}
