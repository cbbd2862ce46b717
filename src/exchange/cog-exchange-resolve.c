/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-resolve.h"

#include "cog-exchange-findings.h"

#include <string.h>

static void
add_known (GHashTable *known, const CogText *text)
{
  for (guint i = 0; text != NULL && i < text->codes->len; i++)
    {
      CogCode *code = g_ptr_array_index (text->codes, i);

      g_hash_table_insert (known, GUINT_TO_POINTER (code->number), code);
    }
}

/* What a file says that a code is, where that is one whole code. (transfer full) (nullable) */
static CogText *
read_markup (const CogCode *code)
{
  gsize length = code->markup != NULL ? strcspn (code->markup + 1, " />") : 0;
  g_autofree char *whole = NULL;
  g_autoptr (CogText) text = NULL;

  if (code->markup == NULL || code->markup[0] != '<')
    return NULL;
  whole = code->type == COG_CODE_PIECE
              ? g_strdup (code->markup)
              : g_strdup_printf ("%s</%.*s>", code->markup, (int)length, code->markup + 1);
  text = cog_text_new_from_xhtml (whole, NULL);
  if (text == NULL || text->codes->len != 1 ||
      ((CogCode *)g_ptr_array_index (text->codes, 0))->type != code->type)
    return NULL;
  return g_steal_pointer (&text);
}

static void
take_markup (CogCode *code, const CogCode *from)
{
  g_free (code->element);
  g_free (code->markup);
  g_free (code->label);
  code->element = g_strdup (from->element);
  code->markup = g_strdup (from->markup);
  code->label = g_strdup (from->label);
}

/* A code of the original is what it is there; one that was added there is what the file says. */
static gboolean
fill_code (const CogExchangeUnit *mine, GHashTable *known, CogCode *code)
{
  const CogCode *own = g_hash_table_lookup (known, GUINT_TO_POINTER (code->number));
  g_autoptr (CogText) said = code->number > mine->source->codes->len ? read_markup (code) : NULL;

  if (said != NULL)
    own = g_ptr_array_index (said->codes, 0);
  if (own == NULL || own->type != code->type)
    return FALSE;
  take_markup (code, own);
  return TRUE;
}

static void
drop_id (CogCode *code)
{
  char *id = strstr (code->markup, " id=\"");
  const char *end = id != NULL ? strchr (id + strlen (" id=\""), '"') : NULL;

  if (end != NULL)
    memmove (id, end + 1, strlen (end + 1) + 1);
}

/* A piece stands once; a second one goes, and its character says nothing without it. */
static gboolean
drop_repeated (CogText *text, CogExchangeCodes *codes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  gboolean is_dropped = FALSE;

  for (guint i = 0; i < text->codes->len; i++)
    {
      CogCode *code = g_ptr_array_index (text->codes, i);

      if (g_hash_table_add (seen, GUINT_TO_POINTER (code->number)))
        continue;
      if (code->type == COG_CODE_SPAN)
        drop_id (code);
      if (!cog_exchange_code_must_stay (code))
        continue;
      g_free (codes->what);
      codes->what = cog_exchange_dup_code_label (code);
      g_ptr_array_remove_index (text->codes, i--);
      is_dropped = TRUE;
    }
  return is_dropped;
}

/* The first code of ours, if any, that theirs has not. */
static const CogCode *
find_missing (const CogText *ours, const CogText *theirs, gboolean of_those_that_must_stay)
{
  g_autoptr (GHashTable) have = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < theirs->codes->len; i++)
    g_hash_table_add (have,
                      GUINT_TO_POINTER (((CogCode *)g_ptr_array_index (theirs->codes, i))->number));
  for (guint i = 0; i < ours->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (ours->codes, i);

      if (cog_exchange_code_must_stay (code) == of_those_that_must_stay &&
          !g_hash_table_contains (have, GUINT_TO_POINTER (code->number)))
        return code;
    }
  return NULL;
}

/* What was missing before it left is not asked for. */
static void
look_for_missing (const CogExchangeUnit *mine, const CogText *theirs, CogExchangeCodes *codes)
{
  const CogText *ours = mine->target != NULL ? mine->target : mine->source;
  const CogCode *code = find_missing (ours, theirs, TRUE);

  if (code != NULL)
    {
      codes->refusal = &cog_finding_exchange_code_lost;
      g_free (codes->what);
      codes->what = cog_exchange_dup_code_label (code);
      return;
    }
  code = find_missing (ours, theirs, FALSE);
  if (code == NULL || codes->remark != NULL)
    return;
  codes->remark = &cog_finding_exchange_span_lost;
  codes->what = g_strdup (code->element);
}

CogExchangeCodes
cog_exchange_resolve (const CogExchangeUnit *mine, CogText *theirs, gboolean is_target)
{
  CogExchangeCodes codes = { NULL, NULL, NULL };
  g_autoptr (GHashTable) known = NULL;

  g_return_val_if_fail (mine != NULL && theirs != NULL, codes);

  known = g_hash_table_new (NULL, NULL);
  add_known (known, mine->target);
  add_known (known, mine->source);
  for (guint i = 0; i < theirs->codes->len; i++)
    if (!fill_code (mine, known, g_ptr_array_index (theirs->codes, i)))
      {
        codes.refusal = &cog_finding_exchange_code_unknown;
        return codes;
      }
  if (!is_target)
    return codes;
  if (drop_repeated (theirs, &codes))
    codes.remark = &cog_finding_exchange_code_repaired;
  look_for_missing (mine, theirs, &codes);
  return codes;
}
