/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-apertium.h"

#include "cog-apertium-page.h"
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

static char *
dup_text (GBytes *said)
{
  gsize size;
  const char *data = g_bytes_get_data (said, &size);

  return g_utf8_make_valid (data != NULL ? data : "", (gssize)size);
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
  text = dup_text (said);
  lines = g_strsplit (text, "\n", -1);
  pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_engine_pair_free);
  for (guint i = 0; lines[i] != NULL; i++)
    add_pair (pairs, lines[i]);
  return pairs;
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
  g_autofree char *page = cog_apertium_page_join (html);
  g_autoptr (GBytes) said =
      cog_apertium_run (argv, page, SECONDS, TIMES * strlen (page) + MORE, cancellable, error);
  g_autofree char *text = NULL;

  if (said == NULL)
    return NULL;
  text = dup_text (said);
  return cog_apertium_page_cut (engine, html, text);
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
