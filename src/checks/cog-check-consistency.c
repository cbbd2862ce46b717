/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const CogFindingKind inconsistent = {
  "translation-inconsistent", COG_SEVERITY_INFO, FALSE,
  /* Translators: %1 is a text of the source, %2 how it is translated elsewhere. */
  N_ ("“%1” is translated elsewhere: “%2”.")
};

/* A longer text comes twice because it was copied; then the memory has it. */
#define MAX_SHOWN 120

/* What is compared: no difference of case, of spaces or of the mark at the end. */
static char *
dup_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *key = g_string_new (NULL);
  gboolean is_parted = FALSE;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (cog_check_is_space (c))
        is_parted = key->len > 0;
      else if (!cog_check_is_invisible (c))
        {
          if (is_parted)
            g_string_append_c (key, ' ');
          g_string_append_unichar (key, c);
          is_parted = FALSE;
        }
    }
  while (key->len > 0 && strchr (".:;,!?", key->str[key->len - 1]) != NULL)
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

static gboolean
has_word (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0' && n < 3; at = g_utf8_next_char (at))
    n = g_unichar_isalpha (g_utf8_get_char (at)) ? n + 1 : 0;
  return n >= 3 || cog_check_is_ideograph (g_utf8_get_char (text));
}

/* "and", "where" between two equations: a small word has no one translation. */
static gboolean
is_small_word (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text)) && strchr (text, ' ') == NULL;
}

/* "This gives us" before an equation is said in as many ways as there are. */
static gboolean
is_part_of_sentence (const CogCheckPair *pair)
{
  gsize length = strlen (pair->source);

  return pair->kind == COG_UNIT_PARAGRAPH &&
         (length == 0 || strchr (".!?", pair->source[length - 1]) == NULL) &&
         !cog_check_is_ideograph (g_utf8_get_char (pair->source));
}

/* Where cells, headings and paragraphs say the same, they may mean something else. What has an
 * equation is told apart by it, and that is not compared here. The mark at the source's end belongs
 * to it: "Solution" is a heading, "Solution:" is not. */
static char *
dup_source_key (const CogCheckPair *pair)
{
  if (!has_word (pair->source) || is_small_word (pair->source) || is_part_of_sentence (pair) ||
      strstr (pair->source, "\xEF\xBF\xBC") != NULL ||
      strstr (pair->target, "\xEF\xBF\xBC") != NULL)
    return NULL;
  return g_strdup_printf ("%d %s", pair->kind, pair->source);
}

/* One way of saying it, with how many do. */
typedef struct
{
  const CogCheckPair *first;
  char *key;
  guint n;
} Variant;

static void
variant_clear (gpointer data)
{
  g_free (((Variant *)data)->key);
}

static void
count_variant (GArray *variants, const CogCheckPair *pair)
{
  Variant variant = { pair, dup_key (pair->target), 1 };

  for (guint i = 0; i < variants->len; i++)
    if (strcmp (g_array_index (variants, Variant, i).key, variant.key) == 0)
      {
        g_array_index (variants, Variant, i).n++;
        g_free (variant.key);
        return;
      }
  g_array_append_val (variants, variant);
}

/* The commonest; of several the first in the book. */
static const Variant *
choose (GArray *variants)
{
  const Variant *best = &g_array_index (variants, Variant, 0);

  for (guint i = 1; i < variants->len; i++)
    if (g_array_index (variants, Variant, i).n > best->n)
      best = &g_array_index (variants, Variant, i);
  return best;
}

static char *
dup_shown (const char *text)
{
  const char *end;

  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return g_strdup (text);
  end = g_utf8_offset_to_pointer (text, MAX_SHOWN);
  return g_strdup_printf ("%.*s…", (int)(end - text), text);
}

static void
report_group (const CogCheck *check, GPtrArray *group, GPtrArray *findings)
{
  g_autoptr (GArray) variants = g_array_new (FALSE, FALSE, sizeof (Variant));
  const Variant *best;

  g_array_set_clear_func (variants, variant_clear);
  for (guint i = 0; i < group->len; i++)
    count_variant (variants, g_ptr_array_index (group, i));
  if (variants->len < 2)
    return;
  best = choose (variants);
  for (guint i = 0; i < group->len; i++)
    {
      const CogCheckPair *pair = g_ptr_array_index (group, i);
      g_autofree char *key = dup_key (pair->target);
      g_autofree char *source = NULL;
      g_autofree char *target = NULL;
      CogCheckFinding *finding;

      if (strcmp (key, best->key) == 0)
        continue;
      source = dup_shown (pair->source);
      target = dup_shown (best->first->target);
      finding = cog_check_add_whole (check, &inconsistent, pair, source, target, findings);
      if (!pair->has_codes && !best->first->has_codes)
        cog_check_finding_add_fix (finding, 0, finding->end, best->first->target);
    }
}

static void
scan_book (const CogCheck *check,
           const CogCheckContext *context,
           GPtrArray *pairs,
           GPtrArray *findings)
{
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; context->translates && i < pairs->len; i++)
    {
      CogCheckPair *pair = g_ptr_array_index (pairs, i);
      char *key = dup_source_key (pair);
      GPtrArray *group = key != NULL ? g_hash_table_lookup (groups, key) : NULL;

      if (key == NULL)
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_steal_pointer (&key), group);
          g_ptr_array_add (order, group);
        }
      g_ptr_array_add (group, pair);
      g_free (key);
    }
  for (guint i = 0; i < order->len; i++)
    if (((GPtrArray *)g_ptr_array_index (order, i))->len > 1)
      report_group (check, g_ptr_array_index (order, i), findings);
}

const CogCheck cog_check_consistency = {
  .id = "consistency",
  .name = N_ ("Same Source, Other Words"),
  .about = N_ ("The same text of the source translated in different ways."),
  .scan_book = scan_book,
};
