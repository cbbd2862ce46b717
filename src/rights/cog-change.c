/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-change.h"

#include "cog-attribution-private.h"
#include "cog-language.h"
#include "cog-message.h"

/* More names than a reader would look through: their number says enough. */
#define MAX_NAMES 12

/* Their order is that of the statement. */
static const char *const messages[] = {
  [COG_CHANGE_TRANSLATED] = "m_translated",
  [COG_CHANGE_ADAPTED] = "m_adapted",
  [COG_CHANGE_REPLACED] = "m_replaced",
  [COG_CHANGE_OMITTED] = "m_omitted",
  [COG_CHANGE_ADDED] = "m_added",
  [COG_CHANGE_REARRANGED] = "m_rearranged",
  [COG_CHANGE_SECTIONS_OMITTED] = "m_sectionsOmitted",
  [COG_CHANGE_SECTIONS_ADDED] = "m_sectionsAdded",
  [COG_CHANGE_FIGURES_REPLACED] = "m_figuresReplaced",
  [COG_CHANGE_FIGURES_ADDED] = "m_figuresAdded",
  [COG_CHANGE_FIGURES_TRANSLATED] = "m_figuresTranslated",
  [COG_CHANGE_MEASURES] = "m_measures",
  [COG_CHANGE_MONEY] = "m_money",
  [COG_CHANGE_DATES] = "m_dates",
  [COG_CHANGE_EXAMPLES] = "m_examples",
  [COG_CHANGE_EXPLAINED] = "m_explained",
};

static void
change_free (gpointer data)
{
  CogChange *change = data;

  g_free (change->from);
  g_clear_pointer (&change->names, g_ptr_array_unref);
  g_free (change);
}

GPtrArray *
cog_change_list_new (void)
{
  return g_ptr_array_new_with_free_func (change_free);
}

static gboolean
is_same (const CogChange *change, CogChangeKind kind, const char *from)
{
  return change->kind == kind && (g_strcmp0 (change->from, from) == 0 ||
                                  (from != NULL && cog_language_equal (change->from, from)));
}

static CogChange *
find_or_add (GPtrArray *changes, CogChangeKind kind, const char *from)
{
  CogChange *change;

  for (guint i = 0; i < changes->len; i++)
    {
      change = g_ptr_array_index (changes, i);
      if (is_same (change, kind, from))
        return change;
    }
  change = g_new0 (CogChange, 1);
  change->kind = kind;
  change->from = g_strdup (from);
  g_ptr_array_add (changes, change);
  return change;
}

void
cog_change_list_add (GPtrArray *changes, CogChangeKind kind, const char *from, guint n)
{
  g_return_if_fail (changes != NULL && kind < G_N_ELEMENTS (messages));

  if (n > 0)
    find_or_add (changes, kind, from)->n += n;
}

static void
add_name (CogChange *change, const char *name)
{
  if (change->names == NULL)
    change->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (change->names, g_strdup (name));
}

void
cog_change_list_add_named (GPtrArray *changes, CogChangeKind kind, const char *name)
{
  CogChange *change;

  g_return_if_fail (changes != NULL && kind < G_N_ELEMENTS (messages));

  change = find_or_add (changes, kind, NULL);
  change->n++;
  if (name != NULL && name[0] != '\0')
    add_name (change, name);
}

void
cog_change_list_add_all (GPtrArray *changes, const GPtrArray *other)
{
  g_return_if_fail (changes != NULL && other != NULL);

  for (guint i = 0; i < other->len; i++)
    {
      const CogChange *from = g_ptr_array_index (other, i);
      CogChange *to;

      if (from->kind == COG_CHANGE_TRANSLATED)
        continue;
      to = find_or_add (changes, from->kind, from->from);
      to->n += from->n;
      for (guint k = 0; from->names != NULL && k < from->names->len; k++)
        add_name (to, g_ptr_array_index (from->names, k));
    }
}

char *
cog_change_dup_clause (const CogChange *change, const char *language, const char *into)
{
  const char *key;
  g_autofree char *to = NULL;
  g_autofree char *from = NULL;
  char *clause;

  g_return_val_if_fail (change != NULL && change->kind < G_N_ELEMENTS (messages), NULL);

  key = messages[change->kind];
  into = into != NULL ? into : language;
  language = cog_attribution_settle_language (language);
  to = cog_language_dup_name (into, language);
  if (change->kind == COG_CHANGE_TRANSLATED && change->from != NULL)
    {
      key = "m_translatedFrom";
      from = cog_language_dup_name (change->from, language);
    }
  {
    const char *const words[] = { to, from, NULL };

    clause =
        cog_message_format (language, cog_attribution_get_word (language, key), change->n, words);
  }
  /* The messages are part of the program. */
  if (clause == NULL)
    g_error ("%s: “%s” is no message", language, key);
  return clause;
}

/* Only where each has its name: of some, the others would seem not to be meant. */
static void
append_names (CogCreditText *text, const CogChange *change, const char *language)
{
  g_autoptr (GPtrArray) names = NULL;
  CogPlaceValue values[] = { { "text", NULL, NULL, FALSE, NULL } };

  if (change->names == NULL || change->names->len != change->n || change->n > MAX_NAMES)
    return;
  names = cog_credit_text_new ();
  for (guint i = 0; i < change->names->len; i++)
    {
      cog_credit_text_append (names, i > 0 ? cog_attribution_get_word (language, "comma") : NULL,
                              NULL, FALSE);
      cog_credit_text_append (names, g_ptr_array_index (change->names, i), NULL, TRUE);
    }
  values[0].runs = names;
  cog_attribution_fill (text, language, "bracketed", values, 1);
}

void
cog_change_list_describe (const GPtrArray *changes,
                          const char *language,
                          const char *into,
                          CogCreditText *text)
{
  const char *separator = cog_attribution_get_word (language, "semicolon");
  gboolean any = FALSE;

  g_return_if_fail (text != NULL);

  for (guint kind = 0; kind < G_N_ELEMENTS (messages); kind++)
    for (guint i = 0; changes != NULL && i < changes->len; i++)
      {
        const CogChange *change = g_ptr_array_index (changes, i);
        g_autofree char *clause = NULL;

        if (change->kind != kind)
          continue;
        clause = cog_change_dup_clause (change, language, into);
        cog_credit_text_append (text, any ? separator : NULL, NULL, FALSE);
        cog_credit_text_append (text, clause, NULL, FALSE);
        append_names (text, change, language);
        any = TRUE;
      }
}
