/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-speech-private.h"

#include "cog-math-layout-private.h"

#include <string.h>

#define FILL(key, a, b, c) cog_math_speech_words_fill (speech->words, key, a, b, c)

/* The text of what is one token, however many rows are around it; NULL: it is more. */
static char *
dup_single (const xmlNode *node)
{
  static const char *const rows[] = { "mrow", "mstyle", "mpadded", NULL };
  static const char *const tokens[] = { "mi", "mn", "mo", "mtext", NULL };

  for (guint i = 0; i < 20 && cog_math_is_one_of (node, rows) && cog_math_count (node) == 1; i++)
    node = cog_math_first (node);
  if (!cog_math_is_one_of (node, tokens))
    return NULL;
  return g_strstrip (cog_math_dup_text (node));
}

static gboolean
is_digit (const char *text, int digit)
{
  return text != NULL && *text != '\0' && *g_utf8_next_char (text) == '\0' &&
         g_unichar_digit_value (g_utf8_get_char (text)) == digit;
}

static gunichar
get_large (const xmlNode *base)
{
  g_autofree char *text = dup_single (base);
  gunichar c = text != NULL && *text != '\0' ? g_utf8_get_char (text) : 0;

  return cog_math_speech_has_ends (c) ? c : 0;
}

static char *
repeat (CogMathSpeech *speech, const char *key, guint times, const char *base)
{
  char *said = g_strdup (base);

  for (guint i = 0; i < times; i++)
    {
      char *more = FILL (key, said, NULL, NULL);

      g_free (said);
      said = more;
    }
  return said;
}

/* base is what stands before it, said. */
static char *
add_upper (CogMathSpeech *speech, const char *base, const xmlNode *script)
{
  g_autofree char *text = dup_single (script), *said = NULL;
  const char *accent;
  guint times;

  if (is_digit (text, 2))
    return FILL ("squared", base, NULL, NULL);
  if (is_digit (text, 3))
    return FILL ("cubed", base, NULL, NULL);
  accent = text != NULL ? cog_math_speech_accent (text, &times) : NULL;
  if (accent != NULL && strcmp (accent, "prime") == 0)
    return repeat (speech, accent, times, base);
  if (text != NULL && (strcmp (text, "∘") == 0 || strcmp (text, "°") == 0))
    return g_strconcat (base, " ", cog_math_speech_words_find (speech->words, "degrees"), NULL);
  said = cog_math_speech_say_part (speech, script);
  if (*said == '\0')
    return g_strdup (base);
  return FILL (cog_math_find_core (&(CogMathLayout){ 0 }, script) != NULL ? "super" : "power", base,
               said, NULL);
}

static char *
add_lower (CogMathSpeech *speech, const char *base, const xmlNode *script)
{
  g_autofree char *said = cog_math_speech_say_part (speech, script);

  return *said == '\0' ? g_strdup (base) : FILL ("sub", base, said, NULL);
}

/* A sum with its ends; where it has only one, over what it runs. */
static char *
say_ends (CogMathSpeech *speech, const char *sign, const xmlNode *low, const xmlNode *high)
{
  g_autofree char *from = low != NULL ? cog_math_speech_say (speech, low) : NULL;
  g_autofree char *to = high != NULL ? cog_math_speech_say (speech, high) : NULL;

  if (from != NULL && *from != '\0' && to != NULL && *to != '\0')
    return FILL ("from-to", sign, from, to);
  if (from != NULL && *from != '\0')
    return FILL ("over-all", sign, from, NULL);
  return to != NULL && *to != '\0' ? FILL ("above", sign, to, NULL) : g_strdup (sign);
}

static char *
say_scripts (CogMathSpeech *speech, const xmlNode *base, const xmlNode *low, const xmlNode *high)
{
  g_autofree char *said = NULL, *lowered = NULL;

  if (get_large (base) != 0)
    {
      said = cog_math_speech_say (speech, base);
      return say_ends (speech, said, low, high);
    }
  said = cog_math_speech_say_part (speech, base);
  lowered = low != NULL ? add_lower (speech, said, low) : g_strdup (said);
  return high != NULL ? add_upper (speech, lowered, high) : g_steal_pointer (&lowered);
}

static gboolean
is_brace (const char *text)
{
  gunichar c = *text != '\0' ? g_utf8_get_char (text) : 0;

  return (c >= 0x23b4 && c <= 0x23e1) || c == 0x332;
}

/* A mark over a letter, or something over something. */
static char *
add_over (CogMathSpeech *speech, const char *base, const xmlNode *over)
{
  g_autofree char *text = dup_single (over), *said = NULL;
  const char *accent;
  guint times;

  accent = text != NULL ? cog_math_speech_accent (text, &times) : NULL;
  if (accent != NULL)
    return repeat (speech, accent, times, base);
  if (text != NULL && is_brace (text))
    return g_strdup (base);
  said = cog_math_speech_say_part (speech, over);
  return FILL ("above", base, said, NULL);
}

static char *
add_under (CogMathSpeech *speech, const char *base, const xmlNode *base_node, const xmlNode *under)
{
  g_autofree char *text = dup_single (under), *name = dup_single (base_node), *said = NULL;

  if (text != NULL && (is_brace (text) || strcmp (text, "_") == 0 || strcmp (text, "¯") == 0))
    return g_strdup (base);
  said = cog_math_speech_say (speech, under);
  if (name != NULL && (g_str_has_prefix (name, "lim") || g_str_has_prefix (name, "نه")))
    return FILL ("limit", said, NULL, NULL);
  return FILL ("below", base, said, NULL);
}

static char *
say_limits (CogMathSpeech *speech, const xmlNode *base, const xmlNode *low, const xmlNode *high)
{
  g_autofree char *said = NULL, *lowered = NULL;

  if (get_large (base) != 0)
    return say_scripts (speech, base, low, high);
  said = cog_math_speech_say_part (speech, base);
  lowered = low != NULL ? add_under (speech, said, base, low) : g_strdup (said);
  return high != NULL ? add_over (speech, lowered, high) : g_steal_pointer (&lowered);
}

/* Scripts before the base are said before it: the mass and the number of an isotope. */
static char *
say_multi (CogMathSpeech *speech, const xmlNode *node)
{
  const xmlNode *base = cog_math_first (node), *n = cog_math_next (base);
  g_autofree char *said = cog_math_speech_say_part (speech, base);
  g_autoptr (GString) before = g_string_new (NULL);
  gboolean is_before = FALSE;

  while (n != NULL && !speech->is_over)
    {
      const xmlNode *low = n, *high = cog_math_next (n);
      g_autofree char *lowered = NULL, *raised = NULL;

      if (cog_math_is (n, "mprescripts"))
        {
          is_before = TRUE;
          n = high;
          continue;
        }
      lowered = add_lower (speech, is_before ? "" : said, low);
      raised = high != NULL && !cog_math_is (high, "mprescripts")
                   ? add_upper (speech, lowered, high)
                   : g_strdup (lowered);
      if (is_before)
        cog_math_speech_append (before, raised);
      else
        {
          g_free (said);
          said = g_steal_pointer (&raised);
        }
      n = high != NULL && !cog_math_is (high, "mprescripts") ? cog_math_next (high) : high;
    }
  cog_math_speech_append (before, said);
  return g_strdup (before->str);
}

char *
cog_math_speech_say_scripted (CogMathSpeech *speech, const xmlNode *node)
{
  const xmlNode *base = cog_math_first (node), *second = cog_math_next (base);
  const xmlNode *third = cog_math_next (second);

  if (cog_math_is (node, "msub"))
    return say_scripts (speech, base, second, NULL);
  if (cog_math_is (node, "msup"))
    return say_scripts (speech, base, NULL, second);
  if (cog_math_is (node, "msubsup"))
    return say_scripts (speech, base, second, third);
  if (cog_math_is (node, "munder"))
    return say_limits (speech, base, second, NULL);
  if (cog_math_is (node, "mover"))
    return say_limits (speech, base, NULL, second);
  if (cog_math_is (node, "munderover"))
    return say_limits (speech, base, second, third);
  if (cog_math_is (node, "mmultiscripts"))
    return say_multi (speech, node);
  return NULL;
}
