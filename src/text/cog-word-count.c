/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-language.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Opening a break iterator costs far more than counting a paragraph; one is kept for each thread.
 */
static GPrivate iterator_key = G_PRIVATE_INIT ((GDestroyNotify)ubrk_close);

static UBreakIterator *
get_iterator (void)
{
  UBreakIterator *iterator = g_private_get (&iterator_key);
  UErrorCode status = U_ZERO_ERROR;

  if (iterator == NULL)
    {
      /* The root rules, which know the dictionaries of Chinese, Japanese, Thai, Khmer, Lao. */
      iterator = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
      if (U_SUCCESS (status))
        g_private_set (&iterator_key, iterator);
      else
        iterator = NULL;
    }
  return iterator;
}

guint
cog_text_count_words (const char *text, const char *tag)
{
  UBreakIterator *iterator = get_iterator ();
  UErrorCode status = U_ZERO_ERROR;
  UText *wrapped;
  guint count = 0;

  g_return_val_if_fail (text != NULL, 0);

  if (iterator == NULL)
    return 0;
  wrapped = utext_openUTF8 (NULL, text, -1, &status);
  ubrk_setUText (iterator, wrapped, &status);
  if (U_SUCCESS (status))
    while (ubrk_next (iterator) != UBRK_DONE)
      if (ubrk_getRuleStatus (iterator) >= UBRK_WORD_NONE_LIMIT)
        count++;
  utext_close (wrapped);
  return count;
}
