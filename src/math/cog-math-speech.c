/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-speech-private.h"

#include "cog-math-layout-private.h"

#include <string.h>

#define MAX_DEPTH 60
#define MAX_STEPS 4000

void
cog_math_speech_append (GString *line, const char *piece)
{
  if (*piece == '\0')
    return;
  if (line->len > 0 && strchr (",;.:?", piece[0]) == NULL)
    g_string_append_c (line, ' ');
  g_string_append (line, piece);
}

static const xmlNode *
unwrap (const xmlNode *node)
{
  static const char *const rows[] = { "mrow", "mstyle", "mpadded", "math", NULL };

  for (guint i = 0; i < MAX_DEPTH && cog_math_is_one_of (node, rows); i++)
    {
      if (cog_math_count (node) != 1)
        return node;
      node = cog_math_first (node);
    }
  return node;
}

static gboolean
is_token (const xmlNode *node)
{
  static const char *const tokens[] = { "mi", "mn", "mtext", "ms", "mo", NULL };

  return cog_math_is_one_of (node, tokens);
}

/* Where it ends is clear without a word. */
static gboolean
is_short (const xmlNode *node)
{
  static const char *const scripted[] = { "msub", "msup", "msubsup", "mover", NULL };

  node = unwrap (node);
  if (node == NULL || is_token (node))
    return TRUE;
  if (!cog_math_is_one_of (node, scripted))
    return FALSE;
  for (const xmlNode *n = cog_math_first (node); n != NULL; n = cog_math_next (n))
    if (!is_token (unwrap (n)))
      return FALSE;
  return TRUE;
}

static gboolean
is_mo (const xmlNode *node, const char *which)
{
  g_autofree char *text = NULL;

  node = unwrap (node);
  if (!cog_math_is (node, "mo"))
    return FALSE;
  text = cog_math_dup_text (node);
  return *text != '\0' && text[1] == '\0' && strchr (which, text[0]) != NULL;
}

static gboolean
is_fenced (const xmlNode *row)
{
  const xmlNode *last = NULL;

  row = unwrap (row);
  if (cog_math_is (row, "mfenced"))
    return TRUE;
  if (!cog_math_is (row, "mrow") || !is_mo (cog_math_first (row), "([{"))
    return FALSE;
  for (const xmlNode *n = cog_math_first (row); n != NULL; n = cog_math_next (n))
    last = n;
  return is_mo (last, ")]}");
}

char *
cog_math_speech_say_part (CogMathSpeech *speech, const xmlNode *node)
{
  g_autofree char *said = cog_math_speech_say (speech, node);

  if (*said == '\0' || is_short (node) || is_fenced (node))
    return g_steal_pointer (&said);
  return cog_math_speech_words_fill (speech->words, "group", said, NULL, NULL);
}

/* The bar that ends what a bar begins; not beyond the brackets around both. */
static const xmlNode *
find_bar (const xmlNode *bar, const xmlNode *end)
{
  int depth = 0;

  for (const xmlNode *n = cog_math_next (bar); n != NULL && n != end; n = cog_math_next (n))
    {
      depth += is_mo (n, "([{") ? 1 : is_mo (n, ")]}") ? -1 : 0;
      if (depth < 0)
        return NULL;
      if (depth == 0 && n != cog_math_next (bar) && is_mo (n, "|"))
        return n;
    }
  return NULL;
}

/* A table between round or square brackets, which need not be said. */
static const xmlNode *
find_matrix (const xmlNode *open)
{
  const xmlNode *table = unwrap (cog_math_next (open));

  return is_mo (open, "([") && cog_math_is (table, "mtable") &&
                 is_mo (cog_math_next (cog_math_next (open)), ")]")
             ? table
             : NULL;
}

/* The argument in f(x), one token, where the name is what nearly everybody calls a function; NULL:
 * none. next: what follows. */
static const xmlNode *
find_argument (const xmlNode *name, const xmlNode **next)
{
  g_autofree char *text = cog_math_is (name, "mi") ? cog_math_dup_text (name) : NULL;
  const xmlNode *open = cog_math_next (name), *argument, *close;
  const xmlNode *inner = unwrap (open);

  if (text == NULL || strlen (text) != 1 || strchr ("fghFGH", text[0]) == NULL)
    return NULL;
  *next = cog_math_next (open);
  if (is_fenced (inner) && cog_math_is (inner, "mrow"))
    open = cog_math_first (inner);
  argument = unwrap (cog_math_next (open));
  close = cog_math_next (cog_math_next (open));
  if (!is_mo (open, "(") || !is_mo (close, ")") ||
      !(cog_math_is (argument, "mi") || cog_math_is (argument, "mn")))
    return NULL;
  if (!is_fenced (inner))
    *next = cog_math_next (close);
  return argument;
}

static char *
say_application (CogMathSpeech *speech, const xmlNode *name, const xmlNode *argument)
{
  const char *of = cog_math_speech_words_find (speech->words, "of");
  g_autofree char *a = cog_math_speech_say (speech, name);
  g_autofree char *b = cog_math_speech_say (speech, argument);

  return g_strjoin (" ", a, of, b, NULL);
}

char *
cog_math_speech_say_row (CogMathSpeech *speech, const xmlNode *first, const xmlNode *end)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean has_of = cog_math_speech_words_find (speech->words, "of") != NULL;

  for (const xmlNode *n = first; n != NULL && n != end && !speech->is_over;)
    {
      g_autofree char *piece = NULL;
      const xmlNode *bar = is_mo (n, "|") ? find_bar (n, end) : NULL, *next = cog_math_next (n);
      const xmlNode *table = find_matrix (n), *after = NULL;
      const xmlNode *argument = has_of ? find_argument (n, &after) : NULL;

      if (argument != NULL)
        {
          piece = say_application (speech, n, argument);
          next = after;
        }
      else if (bar != NULL)
        {
          g_autofree char *inner = cog_math_speech_say_row (speech, next, bar);

          piece = cog_math_speech_words_fill (speech->words, "absolute", inner, NULL, NULL);
          next = cog_math_next (bar);
        }
      else if (table != NULL)
        {
          piece = cog_math_speech_say_table (speech, table, TRUE);
          next = cog_math_next (cog_math_next (next));
        }
      else if (is_mo (n, "|") && n != first && next != end)
        piece = g_strdup (cog_math_speech_words_find (speech->words, "such-that"));
      else
        piece = cog_math_speech_say (speech, n);
      cog_math_speech_append (line, piece != NULL ? piece : "|");
      speech->is_over |= line->len > 6 * COG_MATH_SPEECH_MAX;
      n = next;
    }
  return g_strdup (line->str);
}

static char *
say_fenced (CogMathSpeech *speech, const xmlNode *node)
{
  g_autofree char *open = cog_xml_dup_attribute (node, "open");
  g_autofree char *close = cog_xml_dup_attribute (node, "close");
  g_autofree char *before = cog_math_speech_say_sign (speech, open != NULL ? open : "(");
  g_autofree char *after = cog_math_speech_say_sign (speech, close != NULL ? close : ")");
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean is_value = g_strcmp0 (open, "|") == 0 && g_strcmp0 (close, "|") == 0;

  if (cog_math_count (node) == 1 && cog_math_is (unwrap (cog_math_first (node)), "mtable") &&
      (open == NULL || strchr ("([", open[0]) != NULL))
    return cog_math_speech_say_table (speech, unwrap (cog_math_first (node)), TRUE);
  for (const xmlNode *n = cog_math_first (node); n != NULL; n = cog_math_next (n))
    {
      g_autofree char *piece = cog_math_speech_say (speech, n);

      if (line->len > 0)
        g_string_append_c (line, ',');
      cog_math_speech_append (line, piece);
    }
  if (is_value)
    return cog_math_speech_words_fill (speech->words, "absolute", line->str, NULL, NULL);
  return g_strconcat (before, " ", line->str, " ", after, NULL);
}

static char *
say_two (CogMathSpeech *speech, const xmlNode *node, const char *key)
{
  g_autofree char *a = cog_math_speech_say_part (speech, cog_math_first (node));
  g_autofree char *b = cog_math_speech_say_part (speech, cog_math_next (cog_math_first (node)));

  return cog_math_speech_words_fill (speech->words, key, a, b, NULL);
}

static char *
say_fraction (CogMathSpeech *speech, const xmlNode *node)
{
  double rule = cog_math_get_length (node, "linethickness", 1, 1, 1);

  return say_two (speech, node, rule <= 0 ? "choose" : "over");
}

static char *
say_root (CogMathSpeech *speech, const xmlNode *node)
{
  const xmlNode *degree =
      cog_math_is (node, "mroot") ? cog_math_next (cog_math_first (node)) : NULL;
  g_autofree char *said = degree != NULL ? cog_math_speech_say (speech, degree) : NULL;
  g_autofree char *base = NULL, *inner = NULL;

  if (degree != NULL && strcmp (said, "3") != 0)
    return say_two (speech, node, "nth-root");
  if (degree != NULL || cog_math_count (node) == 1)
    base = cog_math_speech_say_part (speech, cog_math_first (node));
  else
    {
      inner = cog_math_speech_say_row (speech, cog_math_first (node), NULL);
      base = cog_math_speech_words_fill (speech->words, "group", inner, NULL, NULL);
    }
  return cog_math_speech_words_fill (speech->words, degree != NULL ? "cube-root" : "root", base,
                                     NULL, NULL);
}

static char *
say_enclosed (CogMathSpeech *speech, const xmlNode *node)
{
  g_autofree char *notation = cog_xml_dup_attribute (node, "notation");
  g_autofree char *inner = NULL;

  if (cog_xml_has_word (node, "notation", "radical"))
    return say_root (speech, node);
  inner = cog_math_speech_say_row (speech, cog_math_first (node), NULL);
  if (notation != NULL &&
      (strstr (notation, "strike") != NULL || strstr (notation, "diagonalarrow") != NULL))
    return cog_math_speech_words_fill (speech->words, "crossed", inner, NULL, NULL);
  return g_steal_pointer (&inner);
}

/* A row; or an element that we do not know, with its own texts. */
static char *
say_other (CogMathSpeech *speech, const xmlNode *node)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (cog_math_is_known (node))
    return cog_math_speech_say_row (speech, cog_math_first (node), NULL);
  for (const xmlNode *n = cog_math_first_piece (node); n != NULL && !speech->is_over;
       n = cog_math_next_piece (n))
    {
      g_autofree char *piece = cog_math_is_text (n) ? cog_math_speech_say_token (speech, n)
                                                    : cog_math_speech_say (speech, n);

      cog_math_speech_append (line, piece);
    }
  return g_strdup (line->str);
}

static char *
say_element (CogMathSpeech *speech, const xmlNode *node)
{
  static const char *const silent[] = { "mphantom",   "mspace",         "none", "mprescripts",
                                        "annotation", "annotation-xml", NULL };
  char *scripted;

  if (cog_math_is_one_of (node, silent))
    return g_strdup ("");
  if (is_token (node))
    return cog_math_speech_say_token (speech, node);
  scripted = cog_math_speech_say_scripted (speech, node);
  if (scripted != NULL)
    return scripted;
  if (cog_math_is (node, "mfrac"))
    return say_fraction (speech, node);
  if (cog_math_is (node, "msqrt") || cog_math_is (node, "mroot"))
    return say_root (speech, node);
  if (cog_math_is (node, "mfenced"))
    return say_fenced (speech, node);
  if (cog_math_is (node, "mtable"))
    return cog_math_speech_say_table (speech, node, FALSE);
  if (cog_math_is (node, "menclose"))
    return say_enclosed (speech, node);
  if (cog_math_is (node, "semantics") || cog_math_is (node, "maction"))
    return cog_math_speech_say (speech, cog_math_first (node));
  return say_other (speech, node);
}

char *
cog_math_speech_say (CogMathSpeech *speech, const xmlNode *node)
{
  char *said;

  if (speech->depth >= MAX_DEPTH || ++speech->steps > MAX_STEPS)
    speech->is_over = TRUE;
  if (node == NULL || speech->is_over)
    return g_strdup ("");
  speech->depth++;
  said = say_element (speech, node);
  speech->depth--;
  return said;
}

char *
cog_math_speech_dup (const xmlNode *math, const char *language)
{
  CogMathSpeech speech = { .words = cog_math_speech_words_get (language) };
  g_autofree char *said = NULL, *folded = NULL;

  g_return_val_if_fail (math != NULL, NULL);

  if (speech.words == NULL)
    return NULL;
  said = cog_math_speech_say (&speech, math);
  folded = cog_xml_fold_space (said);
  if (speech.is_over || *folded == '\0' || g_utf8_strlen (folded, -1) > COG_MATH_SPEECH_MAX)
    return NULL;
  return g_steal_pointer (&folded);
}
