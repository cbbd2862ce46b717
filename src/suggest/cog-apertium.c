/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-apertium.h"

#include "cog-apertium-run.h"
#include "cog-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PROGRAM "apertium"
#define SECONDS 180
#define LIST_SECONDS 20
#define MOST_LIST (1u << 20) /* bytes */
#define TIMES 20             /* bytes of an answer to a byte that was sent … */
#define MORE 65536           /* … and so many more */

struct _CogApertium
{
  CogEngine parent_instance;
};

G_DEFINE_FINAL_TYPE (CogApertium, cog_apertium, COG_TYPE_ENGINE)

static gboolean
cog_apertium_is_there (CogEngine *engine)
{
  g_autofree char *path = g_find_program_in_path (PROGRAM);

  return path != NULL;
}

/* "  eng-spa", "  spa-eng_US": a pair a line. */
static void
add_pair (GPtrArray *pairs, const char *line)
{
  g_auto (GStrv) sides = g_strsplit (line, "-", 2);

  if (g_strv_length (sides) == 2 && strlen (g_strstrip (sides[0])) >= 2 &&
      strlen (g_strstrip (sides[1])) >= 2)
    g_ptr_array_add (pairs, cog_engine_pair_new (sides[0], sides[1]));
}

static GPtrArray *
cog_apertium_list_pairs (CogEngine *engine, GCancellable *cancellable, GError **error)
{
  static const char *const argv[] = { PROGRAM, "-l", NULL };
  g_autoptr (GBytes) said =
      cog_apertium_run (argv, NULL, LIST_SECONDS, MOST_LIST, cancellable, error);
  GPtrArray *pairs;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (said == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (said, NULL), g_bytes_get_size (said));
  lines = g_strsplit (text, "\n", -1);
  pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_engine_pair_free);
  for (guint i = 0; lines[i] != NULL; i++)
    add_pair (pairs, lines[i]);
  return pairs;
}

/* --- the marks of unknown words --------------------------------------------------------------- */

static gboolean
is_word_char (const char *at)
{
  return *at != '\0' && g_unichar_isalnum (g_utf8_get_char (at));
}

/* Whether the source itself has "*" before this word. */
static gboolean
is_of_source (const char *mark, const char *source)
{
  const char *end = mark + 1;
  g_autofree char *marked = NULL;

  while (is_word_char (end))
    end = g_utf8_next_char (end);
  marked = g_strndup (mark, (gsize)(end - mark));
  return strstr (source, marked) != NULL;
}

char *
cog_apertium_dup_unmarked (const char *html, const char *source, guint *n_unknown)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_in_tag = FALSE;

  g_return_val_if_fail (html != NULL && source != NULL && n_unknown != NULL, NULL);

  for (const char *at = html; *at != '\0'; at++)
    {
      is_in_tag = *at == '<' || (is_in_tag && *at != '>');
      if (*at == '*' && !is_in_tag && is_word_char (at + 1) && !is_of_source (at, source))
        (*n_unknown)++;
      else
        g_string_append_c (text, *at);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The words that stand for pieces are unknown to it, too. */
static guint
count_pieces (const char *html)
{
  guint n = 0;

  for (const char *at = strstr (html, "id=\"k"); at != NULL; at = strstr (at + 1, "id=\"k"))
    {
      const char *end = strchr (at, '>');

      n += end != NULL && strlen (end) > 4 && g_ascii_isupper (end[1]) &&
           g_ascii_isupper (end[2]) && g_ascii_isdigit (end[3]);
    }
  return n;
}

/* --- sentences -------------------------------------------------------------------------------- */

/* A paragraph each: no sentence is read on into the next. */
static char *
join (GPtrArray *html)
{
  GString *page = g_string_new (NULL);

  for (guint i = 0; i < html->len; i++)
    g_string_append_printf (page, "<p id=\"s%u\">%s</p>\n", i, (char *)g_ptr_array_index (html, i));
  return g_string_free (page, FALSE);
}

/* (nullable): it is not there. Advances at. */
static char *
dup_paragraph (const char **at, guint number)
{
  g_autofree char *mark = g_strdup_printf ("<p id=\"s%u\">", number);
  const char *start = strstr (*at, mark);
  const char *end = start != NULL ? strstr (start, "</p>") : NULL;

  if (end == NULL)
    return NULL;
  start += strlen (mark);
  *at = end;
  return g_strndup (start, (gsize)(end - start));
}

static GPtrArray *
take_apart (CogEngine *engine, GPtrArray *html, const char *page)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_free);
  const char *at = page;

  for (guint i = 0; i < html->len; i++)
    {
      const char *source = g_ptr_array_index (html, i);
      g_autofree char *paragraph = dup_paragraph (&at, i);
      guint n_unknown = 0;
      guint n_pieces = count_pieces (source);

      g_ptr_array_add (answers, paragraph != NULL
                                    ? cog_apertium_dup_unmarked (paragraph, source, &n_unknown)
                                    : NULL);
      cog_engine_add_unknown (engine, n_unknown > n_pieces ? n_unknown - n_pieces : 0);
    }
  return answers;
}

static GPtrArray *
cog_apertium_translate (CogEngine *engine,
                        const CogEnginePair *pair,
                        GPtrArray *html,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *direction = g_strdup_printf ("%s-%s", pair->from, pair->to);
  const char *const argv[] = { PROGRAM, "-f", "html", direction, NULL };
  g_autofree char *page = join (html);
  g_autoptr (GBytes) said =
      cog_apertium_run (argv, page, SECONDS, TIMES * strlen (page) + MORE, cancellable, error);
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;

  if (said == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (said, NULL), g_bytes_get_size (said));
  valid = g_utf8_make_valid (text, -1);
  return take_apart (engine, html, valid);
}

static void
cog_apertium_class_init (CogApertiumClass *klass)
{
  CogEngineClass *engine_class = COG_ENGINE_CLASS (klass);

  engine_class->is_there = cog_apertium_is_there;
  engine_class->list_pairs = cog_apertium_list_pairs;
  engine_class->translate = cog_apertium_translate;
  /* A run loads its dictionaries anew: half a second. */
  engine_class->most_texts = 1000;
  engine_class->most_bytes = 200000;
}

static void
cog_apertium_init (CogApertium *self)
{
  /* Translators: a program for machine translation, as a service that one may ask. */
  cog_engine_set_names (COG_ENGINE (self), "apertium", _ ("Apertium on this computer"), NULL);
}

CogEngine *
cog_apertium_new (void)
{
  return g_object_new (COG_TYPE_APERTIUM, NULL);
}
