/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-segmenter.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Words that end in a full stop without ending a sentence; the languages share most of them. */
static const char *const abbreviations[] = {
  "Mr.",   "Mrs.", "Ms.",  "Dr.",  "Prof.",   "St.",  "Fig.", "fig.",  "Figs.", "Eq.",
  "Eqs.",  "Sec.", "Ch.",  "No.",  "Vol.",    "vol.", "pp.",  "p.",    "ed.",   "eds.",
  "cf.",   "e.g.", "i.e.", "vs.",  "approx.", "ca.",  "al.",  "Inc.",  "Ltd.",  "Jr.",
  "Sr.",   "U.S.", "a.m.", "p.m.", "np.",     "tzn.", "tj.",  "m.in.", "rys.",  "tab.",
  "prof.", "dr.",  "wg.",  "ok.",  "str.",    "Sr.",  "Sra.", "Ud.",   "Uds.",  "pág.",
  "núm.",  "Art.", "art.", "M.",   "Mme.",    "z.B.", "d.h.", "Nr.",   "Abb.",  "bzw.",
  "т.",    "т.е.", "т.д.", "т.п.", "рис.",    "стр.", "г.",   "им.",   "см.",
};

static gboolean
ends_in_abbreviation (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    {
      gsize n = strlen (abbreviations[i]);

      if (length >= n && strncmp (text + length - n, abbreviations[i], n) == 0 &&
          (length == n || strchr (" (\t\n\"'", text[length - n - 1]) != NULL))
        return TRUE;
    }
  return FALSE;
}

static void
add_trimmed (GPtrArray *list, const char *start, gsize length)
{
  char *sentence = g_strndup (start, length);

  g_strstrip (sentence);
  if (sentence[0] != '\0')
    g_ptr_array_add (list, sentence);
  else
    g_free (sentence);
}

static gsize
trimmed_length (const char *text, gsize length)
{
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  return length;
}

GPtrArray *
cog_segmenter_split (const char *text, const char *language)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  UErrorCode status = U_ZERO_ERROR;
  UText *wrapped;
  UBreakIterator *breaks;
  int32_t start = 0;

  g_return_val_if_fail (text != NULL, list);

  wrapped = utext_openUTF8 (NULL, text, -1, &status);
  breaks = ubrk_open (UBRK_SENTENCE, language != NULL ? language : "", NULL, 0, &status);
  ubrk_setUText (breaks, wrapped, &status);
  for (int32_t end = ubrk_next (breaks); U_SUCCESS (status) && end != UBRK_DONE;
       end = ubrk_next (breaks))
    {
      if (text[end] != '\0' && text[end - 1] != '\n' &&
          ends_in_abbreviation (text + start, trimmed_length (text + start, end - start)))
        continue;
      add_trimmed (list, text + start, end - start);
      start = end;
    }
  add_trimmed (list, text + start, strlen (text + start));
  ubrk_close (breaks);
  utext_close (wrapped);
  return list;
}
