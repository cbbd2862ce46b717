/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution-private.h"

#include <string.h>

static gboolean
is_latin (gunichar c)
{
  return g_unichar_isdigit (c) || g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
}

static gboolean
is_chinese (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* In Chinese a space stands between characters and Latin letters, "从 Ann 的", and none before a
 * Chinese name or 《: what is filled in decides. It goes to the run that is the sentence's own.
 * at: the first run of what was just put at the end. */
static void
space_scripts (CogCreditText *out, guint at, gboolean is_value)
{
  CogCreditRun *left, *right, *own;
  gunichar before, after;
  char *spaced;

  if (at == 0 || at >= out->len)
    return;
  left = g_ptr_array_index (out, at - 1);
  right = g_ptr_array_index (out, at);
  if (left->text[0] == '\0' || right->text[0] == '\0')
    return;
  before = g_utf8_get_char (g_utf8_prev_char (left->text + strlen (left->text)));
  after = g_utf8_get_char (right->text);
  if (!(is_chinese (before) && is_latin (after)) && !(is_latin (before) && is_chinese (after)))
    return;
  own = is_value ? left : right;
  spaced = is_value ? g_strconcat (own->text, " ", NULL) : g_strconcat (" ", own->text, NULL);
  g_free (own->text);
  own->text = spaced;
}

static void
append_value (CogCreditText *out, const CogPlaceValue *value)
{
  if (value->runs != NULL)
    cog_credit_text_append_text (out, value->runs);
  else
    cog_credit_text_append (out, value->text, value->url, value->is_foreign);
}

static void
append_named (CogCreditText *out,
              const char *place,
              gsize length,
              const CogPlaceValue *values,
              gsize n_values)
{
  for (gsize i = 0; i < n_values; i++)
    if (strlen (values[i].place) == length && strncmp (values[i].place, place, length) == 0)
      append_value (out, &values[i]);
}

void
cog_attribution_fill (CogCreditText *out,
                      const char *language,
                      const char *key,
                      const CogPlaceValue *values,
                      gsize n_values)
{
  const char *template = cog_attribution_get_word (language, key);
  gboolean is_spaced = language != NULL && g_str_has_prefix (language, "zh");

  while (template[0] != '\0')
    {
      gsize length = strcspn (template, "{");
      const char *close = strchr (template + length, '}');
      g_autofree char *words = g_strndup (template, close != NULL ? length : strlen (template));
      guint at = out->len;

      cog_credit_text_append (out, words, NULL, FALSE);
      if (is_spaced)
        space_scripts (out, at, FALSE);
      if (close == NULL)
        return;
      at = out->len;
      append_named (out, template + length + 1, (gsize)(close - template) - length - 1, values,
                    n_values);
      if (is_spaced)
        space_scripts (out, at, TRUE);
      template = close + 1;
    }
}
