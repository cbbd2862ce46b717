/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-finding.h"

#include <string.h>

#define OBJECT "\xEF\xBF\xBC"

static void
fix_free (gpointer data)
{
  CogCheckFix *fix = data;

  g_free (fix->words);
  g_free (fix);
}

CogCheckFinding *
cog_check_finding_copy (const CogCheckFinding *finding)
{
  CogCheckFinding *copy;

  g_return_val_if_fail (finding != NULL, NULL);

  copy = g_new0 (CogCheckFinding, 1);
  *copy = *finding;
  copy->unit = g_strdup (finding->unit);
  copy->text = g_strdup (finding->text);
  for (guint i = 0; i < G_N_ELEMENTS (copy->arguments); i++)
    copy->arguments[i] = g_strdup (finding->arguments[i]);
  copy->fixes = NULL;
  for (guint i = 0; finding->fixes != NULL && i < finding->fixes->len; i++)
    {
      const CogCheckFix *fix = g_ptr_array_index (finding->fixes, i);

      cog_check_finding_add_fix (copy, fix->start, fix->end, fix->words);
    }
  return copy;
}

void
cog_check_finding_free (CogCheckFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->unit);
  g_free (finding->text);
  for (guint i = 0; i < G_N_ELEMENTS (finding->arguments); i++)
    g_free (finding->arguments[i]);
  g_clear_pointer (&finding->fixes, g_ptr_array_unref);
  g_free (finding);
}

char *
cog_check_finding_dup_sentence (const CogCheckFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);
  return cog_finding_fill_sentence (finding->kind->sentence, finding->arguments[0],
                                    finding->arguments[1]);
}

void
cog_check_finding_add_fix (CogCheckFinding *finding, guint start, guint end, const char *words)
{
  CogCheckFix *fix;

  g_return_if_fail (finding != NULL && start <= end && words != NULL);

  if (finding->fixes == NULL)
    finding->fixes = g_ptr_array_new_with_free_func (fix_free);
  fix = g_new0 (CogCheckFix, 1);
  fix->start = start;
  fix->end = end;
  fix->words = g_strdup (words);
  g_ptr_array_add (finding->fixes, fix);
}

/* CogText replaces and does not put in: the character before, or else the one behind, is replaced
 * by itself with the words. */
static gboolean
put_in (CogText *text, guint at, const char *words)
{
  guint length = (guint)g_utf8_strlen (text->plain, -1);
  const char *here = g_utf8_offset_to_pointer (text->plain, at);
  g_autofree char *with = NULL;

  if (at > 0 && !g_str_has_prefix (g_utf8_prev_char (here), OBJECT))
    {
      const char *before = g_utf8_prev_char (here);

      with = g_strdup_printf ("%.*s%s", (int)(here - before), before, words);
      return cog_text_replace (text, at - 1, at, with);
    }
  if (at < length && !g_str_has_prefix (here, OBJECT))
    {
      with = g_strdup_printf ("%s%.*s", words, (int)(g_utf8_next_char (here) - here), here);
      return cog_text_replace (text, at, at + 1, with);
    }
  return FALSE;
}

gboolean
cog_check_fix_apply (const CogCheckFix *fix, CogText *text)
{
  g_return_val_if_fail (fix != NULL && text != NULL, FALSE);

  if (fix->end > (guint)g_utf8_strlen (text->plain, -1))
    return FALSE;
  if (fix->start == fix->end)
    return fix->words[0] == '\0' || put_in (text, fix->start, fix->words);
  return cog_text_replace (text, fix->start, fix->end, fix->words);
}

static int
compare_fixes (gconstpointer a, gconstpointer b)
{
  const CogCheckFix *first = *(const CogCheckFix *const *)a;
  const CogCheckFix *second = *(const CogCheckFix *const *)b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end < second->end ? -1 : first->end > second->end;
}

guint
cog_check_fix_apply_all (GPtrArray *fixes, CogText *text)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  guint n_done = 0;

  g_return_val_if_fail (fixes != NULL && text != NULL, 0);

  g_ptr_array_sort (fixes, compare_fixes);
  for (guint i = 0; i < fixes->len; i++)
    {
      const CogCheckFix *fix = g_ptr_array_index (fixes, i);
      const CogCheckFix *last =
          chosen->len > 0 ? g_ptr_array_index (chosen, chosen->len - 1) : NULL;

      if (last == NULL || fix->start > last->end ||
          (fix->start == last->end && last->start < last->end && fix->start < fix->end))
        g_ptr_array_add (chosen, (gpointer)fix);
    }
  /* The last first: what is put there moves none of the earlier ones. */
  for (guint i = chosen->len; i > 0; i--)
    n_done += cog_check_fix_apply (g_ptr_array_index (chosen, i - 1), text);
  return n_done;
}
