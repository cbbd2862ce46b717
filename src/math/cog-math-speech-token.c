/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-speech-private.h"

#include "cog-math-layout-private.h"

#include <string.h>

/* Letters of Mathematical Alphanumeric Symbols, the Arabic ones too, and those that Unicode had
 * before as Letterlike Symbols, are said as the letters that they are. */
static void
append_plain (GString *plain, gunichar c)
{
  gunichar letter[18];

  if (c >= 0x2061 && c <= 0x2064)
    return;
  if (((c >= 0x1d400 && c <= 0x1d7ff) || (c >= 0x1ee00 && c <= 0x1eeff) ||
       (c >= 0x2102 && c <= 0x2134) || (c >= 0x2145 && c <= 0x2149)) &&
      g_unichar_fully_decompose (c, TRUE, letter, G_N_ELEMENTS (letter)) == 1)
    c = letter[0];
  g_string_append_unichar (plain, c == 0xa0 || c == 0x2009 || c == 0x202f ? ' ' : c);
}

char *
cog_math_speech_say_sign (CogMathSpeech *speech, const char *text)
{
  const char *next = *text != '\0' ? g_utf8_next_char (text) : text;
  const char *word = NULL;
  g_autoptr (GString) plain = g_string_new (NULL);
  gunichar c = *text != '\0' ? g_utf8_get_char (text) : 0;

  if (*next == '\0' && c != 0)
    word = cog_math_speech_words_find (speech->words, cog_math_speech_sign (c));
  if (word != NULL && c == 0x221a) /* a sign alone has nothing to fill in */
    return cog_math_speech_words_fill (speech->words, "root", "", NULL, NULL);
  if (word != NULL)
    return g_strdup (word);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_plain (plain, g_utf8_get_char (p));
  return g_strdup (plain->str);
}

/* Where the number begins behind a minus; NULL: it has none. */
static const char *
skip_minus (const char *text)
{
  const char *rest = g_str_has_prefix (text, "\u2212") ? text + strlen ("\u2212")
                     : text[0] == '-'                  ? text + 1
                                                       : NULL;

  return rest != NULL && g_unichar_isdigit (g_utf8_get_char (rest)) ? rest : NULL;
}

char *
cog_math_speech_say_token (CogMathSpeech *speech, const xmlNode *node)
{
  g_autofree char *text = cog_math_dup_text (node);
  g_autoptr (GString) plain = g_string_new (NULL);

  g_strstrip (text);
  if (cog_math_is (node, "mo"))
    return cog_math_speech_say_sign (speech, text);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_plain (plain, g_utf8_get_char (p));
  g_strstrip (plain->str);
  if (skip_minus (plain->str) != NULL)
    {
      g_autofree char *minus = cog_math_speech_say_sign (speech, "-");

      return g_strconcat (minus, " ", skip_minus (plain->str), NULL);
    }
  /* A sign alone in mi or mtext is a sign: ∞, =. */
  if (*plain->str != '\0' && *g_utf8_next_char (plain->str) == '\0')
    return cog_math_speech_say_sign (speech, plain->str);
  return g_strdup (plain->str);
}
