/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publisher.h"

#include "cog-expression.h"
#include "cog-language.h"
#include "cog-licence-private.h"

#include <string.h>

#define PLACE "{language}"
/* Works behind works; a longer chain is no book, but a trap. */
#define MAX_CHAIN 16

/* --- words --------------------------------------------------------------------------------------
 */

/* Letters and digits only: quotation marks and blanks differ from page to page. (transfer full) */
static char *
dup_key (const char *text, gssize length)
{
  g_autofree char *part = length < 0 ? g_strdup (text) : g_strndup (text, (gsize)length);
  g_autofree char *folded = g_utf8_casefold (part, -1);
  GString *key = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_unichar (key, g_utf8_get_char (c));
  return g_string_free (key, FALSE);
}

/* Whether a text says what the template says, whatever language it calls the original's. */
static gboolean
is_said (const char *template, const char *key)
{
  const char *open = strchr (template, '[');
  const char *close = open != NULL ? strchr (open, ']') : NULL;
  g_autofree char *before = dup_key (template, close != NULL ? open - template : -1);
  g_autofree char *behind = dup_key (close != NULL ? close + 1 : "", -1);
  gsize n = strlen (before) + strlen (behind);

  if (close == NULL)
    return g_str_equal (key, before);
  return strlen (key) >= n && strlen (key) - n < 60 && g_str_has_prefix (key, before) &&
         g_str_has_suffix (key, behind);
}

/* A row in one of the languages that it is known in; NULL: in none such. */
static const char *
get_template (const CogPublisherNotice *self, const char *language, gboolean *is_official)
{
  static const char *const members[] = { "official", "ours" };

  *is_official = TRUE;
  if (language == NULL || cog_language_equal (language, self->language))
    return self->text;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonObject *texts = json_object_has_member (self->data, members[i])
                              ? json_object_get_object_member (self->data, members[i])
                              : NULL;
      g_autoptr (GList) keys = texts != NULL ? json_object_get_members (texts) : NULL;

      *is_official = i == 0;
      for (GList *k = keys; k != NULL; k = k->next)
        if (cog_language_equal (k->data, language))
          return json_object_get_string_member (texts, k->data);
    }
  return NULL;
}

/* The text with the name of the language in its place; what stands in [ ] around it goes where no
 * language is known. (transfer full) */
static char *
fill (const char *template, const char *original, const char *language)
{
  g_autofree char *tag =
      original != NULL ? g_strndup (original, strcspn (original, "-_")) : g_strdup ("");
  g_autofree char *name =
      cog_language_is_valid (tag) ? cog_language_dup_name (tag, language) : NULL;
  const char *open = strchr (template, '[');
  const char *close = open != NULL ? strchr (open, ']') : NULL;
  g_autoptr (GString) text = NULL;

  if (close == NULL)
    return g_strdup (template);
  text = g_string_new_len (template, open - template);
  if (name != NULL)
    {
      g_autofree char *part = g_strndup (open + 1, close - open - 1);
      g_auto (GStrv) halves = g_strsplit (part, PLACE, 2);

      g_string_append_printf (text, "%s%s%s", halves[0], name, halves[1] != NULL ? halves[1] : "");
    }
  g_string_append (text, close + 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
cog_publisher_notice_dup_text (const CogPublisherNotice *self,
                               const char *original,
                               const char *language,
                               gboolean *is_official)
{
  const char *template;
  gboolean official;

  g_return_val_if_fail (self != NULL, NULL);

  template = get_template (self, language, &official);
  if (is_official != NULL)
    *is_official = official && self->certainty != COG_CERTAINTY_OWN;
  return template != NULL ? fill (template, original, language != NULL ? language : self->language)
                          : NULL;
}

static gboolean
has_words (const CogPublisherNotice *self, const CogNotice *notice, const char *key)
{
  gboolean is_official;
  const char *template;

  if (g_strcmp0 (self->kind, notice->kind) != 0)
    return FALSE;
  if (is_said (self->text, key))
    return TRUE;
  template = notice->language != NULL ? get_template (self, notice->language, &is_official) : NULL;
  return template != NULL && is_said (template, key);
}

const CogPublisherNotice *
cog_publisher_find_notice (const CogNotice *notice)
{
  GPtrArray *list = cog_publisher_list ();
  g_autofree char *key = NULL;

  g_return_val_if_fail (notice != NULL, NULL);

  if (notice->text == NULL || !g_utf8_validate (notice->text, -1, NULL))
    return NULL;
  key = dup_key (notice->text, -1);
  for (guint i = 0; i < list->len; i++)
    {
      const CogPublisher *publisher = g_ptr_array_index (list, i);

      if (notice->publisher != NULL && !g_str_equal (publisher->id, notice->publisher))
        continue;
      for (guint k = 0; k < publisher->notices->len; k++)
        if (has_words (g_ptr_array_index (publisher->notices, k), notice, key))
          return g_ptr_array_index (publisher->notices, k);
    }
  return NULL;
}

/* --- proposals ----------------------------------------------------------------------------------
 */

static gboolean
matches_licence (JsonArray *patterns, const char *expression)
{
  g_autoptr (GPtrArray) list =
      expression != NULL ? cog_expression_list_alternatives (expression) : NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      char **ids = g_ptr_array_index (list, i);

      for (guint k = 0; ids[k] != NULL; k++)
        {
          const CogLicence *licence = cog_licence_lookup (ids[k]);

          /* What is nobody's asks for nothing. */
          if (licence == NULL || licence->klass == COG_CLASS_PD)
            continue;
          for (guint p = 0; p < json_array_get_length (patterns); p++)
            if (g_pattern_match_simple (json_array_get_string_element (patterns, p), licence->id))
              return TRUE;
        }
    }
  return FALSE;
}

/* A work without a year counts as new. */
static gboolean
is_for (const CogPublisherNotice *self, const CogCredit *credit)
{
  JsonArray *when = json_object_get_array_member (self->data, "when");
  guint year = cog_publisher_get_year (credit);

  for (guint i = 0; i < json_array_get_length (when); i++)
    {
      JsonObject *row = json_array_get_object_element (when, i);
      gint64 from = json_object_get_int_member_with_default (row, "from", 0);
      gint64 to = json_object_get_int_member_with_default (row, "to", 0);

      if ((year != 0 && year < from) || (to != 0 && (year == 0 || year > to)))
        continue;
      if (matches_licence (json_object_get_array_member (row, "licences"), credit->licence))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_kind (const CogCredit *credit, const char *kind, const char *publisher)
{
  for (guint i = 0; i < credit->notices->len; i++)
    {
      const CogNotice *notice = g_ptr_array_index (credit->notices, i);

      if (notice->origin != COG_NOTICE_PROPOSED && g_strcmp0 (notice->kind, kind) == 0 &&
          (notice->publisher == NULL || g_str_equal (notice->publisher, publisher)))
        return TRUE;
    }
  return FALSE;
}

/* The source's own words, and what a person decided, go before: a sentence for every derivative
 * stands for both kinds, and both of them for it. */
static gboolean
is_answered (const CogCredit *credit, const CogPublisherNotice *self)
{
  const char *publisher = self->publisher->id;

  if (has_kind (credit, self->kind, publisher))
    return TRUE;
  if (g_str_equal (self->kind, "derivative"))
    return has_kind (credit, "translation", publisher) &&
           has_kind (credit, "adaptation", publisher);
  return has_kind (credit, "derivative", publisher);
}

static CogNotice *
new_proposal (const CogPublisherNotice *self, const CogCredit *credit)
{
  g_autofree char *text =
      cog_publisher_notice_dup_text (self, credit->language, self->language, NULL);
  CogNotice *notice = cog_notice_new (self->kind, text, self->language);

  notice->origin = COG_NOTICE_PROPOSED;
  notice->publisher = g_strdup (self->publisher->id);
  return notice;
}

/* An adaptation names the people of its original, too: what they ask for stands with that. */
static gboolean
is_of_upstream (const CogPublisher *publisher, const CogCredit *credit, guint depth)
{
  for (guint i = 0; depth > 0 && i < credit->upstream->len; i++)
    {
      const CogCredit *upstream = g_ptr_array_index (credit->upstream, i);
      g_autoptr (GPtrArray) found = cog_publisher_match (upstream);

      if (g_ptr_array_find (found, publisher, NULL) ||
          is_of_upstream (publisher, upstream, depth - 1))
        return TRUE;
    }
  return FALSE;
}

/* (transfer full) (element-type CogNotice) */
static GPtrArray *
list_proposals (const CogCredit *credit)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_notice_free);
  g_autoptr (GPtrArray) publishers = cog_publisher_match (credit);

  for (guint i = 0; i < publishers->len; i++)
    {
      const CogPublisher *publisher = g_ptr_array_index (publishers, i);

      if (publisher->notices->len == 0 || is_of_upstream (publisher, credit, MAX_CHAIN))
        continue;
      for (guint k = 0; k < publisher->notices->len; k++)
        {
          const CogPublisherNotice *notice = g_ptr_array_index (publisher->notices, k);

          if (is_for (notice, credit) && !is_answered (credit, notice))
            g_ptr_array_add (proposals, new_proposal (notice, credit));
        }
    }
  return proposals;
}

static gboolean
is_equal (gconstpointer a, gconstpointer b)
{
  const CogNotice *first = a, *second = b;

  return g_strcmp0 (first->kind, second->kind) == 0 &&
         g_strcmp0 (first->publisher, second->publisher) == 0 &&
         g_strcmp0 (first->text, second->text) == 0;
}

void
cog_publisher_propose (CogCredit *credit)
{
  g_autoptr (GPtrArray) proposals = NULL;

  g_return_if_fail (credit != NULL);

  proposals = list_proposals (credit);
  for (guint i = 0, at; i < credit->notices->len;)
    {
      const CogNotice *notice = g_ptr_array_index (credit->notices, i);

      /* What is proposed still keeps its place, so that its number in a list stays. */
      if (notice->origin != COG_NOTICE_PROPOSED)
        i++;
      else if (g_ptr_array_find_with_equal_func (proposals, notice, is_equal, &at))
        {
          g_ptr_array_remove_index (proposals, at);
          i++;
        }
      else
        g_ptr_array_remove_index (credit->notices, i);
    }
  g_ptr_array_extend_and_steal (credit->notices, g_steal_pointer (&proposals));
}
