/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-matcher.h"

#include "cog-error.h"
#include "cog-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <wchar.h>

#define PIECE "\xEF\xBF\xBC"
/* Steps of PCRE on one text: some hundredths of a second at the worst, whatever the expression. */
#define LIMITS "(*LIMIT_MATCH=200000)(*LIMIT_DEPTH=20000)"

G_STATIC_ASSERT (sizeof (wchar_t) == sizeof (gunichar));

struct _CogMatcher
{
  CogMatchFlags flags;
  CogFold *fold;
  GArray *wanted; /* gunichar, folded */
  GRegex *regex;  /* (nullable) */
  UBreakIterator *words;
};

void
cog_matcher_free (CogMatcher *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->fold, cog_fold_free);
  g_clear_pointer (&self->wanted, g_array_unref);
  g_clear_pointer (&self->regex, g_regex_unref);
  g_clear_pointer (&self->words, ubrk_close);
  g_free (self);
}

static gboolean
compile (CogMatcher *self, const char *wanted, GError **error)
{
  g_autofree char *whole = g_strconcat (LIMITS, wanted, NULL);
  g_autoptr (GError) fault = NULL;
  GRegexCompileFlags flags = G_REGEX_OPTIMIZE | G_REGEX_MULTILINE;

  if (!(self->flags & COG_MATCH_EXACT))
    flags |= G_REGEX_CASELESS;
  if (wanted[0] != '\0')
    self->regex = g_regex_new (whole, flags, 0, &fault);
  if (self->regex != NULL)
    return TRUE;
  /* Not the library's own sentence: it counts in the text with the limits. */
  g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT,
                       wanted[0] == '\0' ? _ ("There is nothing to look for.")
                                         : _ ("This is no regular expression yet."));
  return FALSE;
}

static gboolean
fold_wanted (CogMatcher *self, const char *wanted, GError **error)
{
  const gunichar *folded;
  gsize length;

  self->fold = cog_fold_new ((self->flags & COG_MATCH_EXACT) != 0);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gunichar));
  folded = cog_fold_text (self->fold, wanted, &length);
  for (gsize i = 0; i < length; i++)
    if (folded[i] != 0xfffc)
      g_array_append_val (self->wanted, folded[i]);
  if (self->wanted->len > 0)
    return TRUE;
  g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT, _ ("There is nothing to look for."));
  return FALSE;
}

CogMatcher *
cog_matcher_new (const char *wanted, CogMatchFlags flags, GError **error)
{
  g_autoptr (CogMatcher) self = g_new0 (CogMatcher, 1);
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (wanted != NULL, NULL);

  self->flags = flags;
  if (!g_utf8_validate (wanted, -1, NULL))
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT, _ ("There is nothing to look for."));
      return NULL;
    }
  if (!(flags & COG_MATCH_PATTERN ? compile (self, wanted, error)
                                  : fold_wanted (self, wanted, error)))
    return NULL;
  if (flags & COG_MATCH_WORDS)
    {
      self->words = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
      if (U_FAILURE (status))
        self->words = NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
is_words (CogMatcher *self, const char *text, const CogMatch *match)
{
  int32_t start, end;

  if (self->words == NULL)
    return TRUE;
  start = (int32_t)(g_utf8_offset_to_pointer (text, match->start) - text);
  end = (int32_t)(g_utf8_offset_to_pointer (text + start, match->end - match->start) - text);
  return ubrk_isBoundary (self->words, start) && ubrk_isBoundary (self->words, end);
}

static void
take (CogMatcher *self, const char *text, const CogMatch *match, GArray *matches)
{
  if (is_words (self, text, match))
    g_array_append_vals (matches, match, 1);
}

static void
find_folded (CogMatcher *self, const char *text, GArray *matches)
{
  const gunichar *wanted = (const gunichar *)(gpointer)self->wanted->data;
  gsize n = self->wanted->len;
  gsize length;
  const gunichar *folded = cog_fold_text (self->fold, text, &length);
  const gunichar *p = folded, *stop = folded + length;

  while (p + n <= stop)
    {
      CogMatch match;

      p = (const gunichar *)wmemchr ((const wchar_t *)p, (wchar_t)wanted[0], (gsize)(stop - p));
      if (p == NULL || p + n > stop)
        return;
      if (memcmp (p, wanted, n * sizeof *p) != 0 ||
          !cog_fold_get_range (self->fold, (gsize)(p - folded), n, &match.start, &match.end))
        {
          p++;
          continue;
        }
      take (self, text, &match, matches);
      p += n;
    }
}

static gboolean
find_pattern (CogMatcher *self, const char *text, GArray *matches)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  const char *counted = text;
  guint at = 0;

  g_regex_match_full (self->regex, text, -1, 0, 0, &info, &error);
  while (error == NULL && g_match_info_matches (info))
    {
      CogMatch match;
      int start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      if (end > start && g_strstr_len (text + start, end - start, PIECE) == NULL)
        {
          at += (guint)g_utf8_strlen (counted, text + start - counted);
          counted = text + start;
          match.start = at;
          match.end = at + (guint)g_utf8_strlen (counted, end - start);
          take (self, text, &match, matches);
        }
      g_match_info_next (info, &error);
    }
  return error == NULL;
}

gboolean
cog_matcher_find (CogMatcher *self, const char *text, GArray *matches)
{
  UText *wrapped = NULL;
  UErrorCode status = U_ZERO_ERROR;
  guint before;
  gboolean ok = TRUE;

  g_return_val_if_fail (self != NULL && text != NULL && matches != NULL, FALSE);

  before = matches->len;
  if (self->words != NULL)
    {
      wrapped = utext_openUTF8 (NULL, text, -1, &status);
      ubrk_setUText (self->words, wrapped, &status);
    }
  if (self->regex == NULL)
    find_folded (self, text, matches);
  else
    ok = find_pattern (self, text, matches);
  if (!ok)
    g_array_set_size (matches, before);
  g_clear_pointer (&wrapped, utext_close);
  return ok;
}

char *
cog_matcher_dup_replacement (CogMatcher *self,
                             const char *text,
                             const CogMatch *match,
                             const char *replacement)
{
  g_autoptr (GMatchInfo) info = NULL;
  char *words = NULL;
  gssize start;

  g_return_val_if_fail (self != NULL && text != NULL && match != NULL && replacement != NULL, NULL);

  if (self->regex == NULL)
    return g_strdup (replacement);
  start = g_utf8_offset_to_pointer (text, match->start) - text;
  if (g_regex_match_full (self->regex, text, -1, (int)start, G_REGEX_MATCH_ANCHORED, &info, NULL))
    words = g_match_info_expand_references (info, replacement, NULL);
  return words != NULL ? words : g_strdup (replacement);
}

gboolean
cog_matcher_check_replacement (CogMatcher *self, const char *replacement, GError **error)
{
  g_return_val_if_fail (self != NULL && replacement != NULL, FALSE);

  if (self->regex == NULL || g_regex_check_replacement (replacement, NULL, NULL))
    return TRUE;
  g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT,
                       _ ("A backslash in the replacement needs a number after it, such as \\1."));
  return FALSE;
}
