/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-attribution-private.h"

#include "cog-expression.h"
#include "cog-licence-private.h"

#include <string.h>

static JsonObject *
get_root (void)
{
  static gsize once = 0;
  static JsonObject *root;

  if (g_once_init_enter (&once))
    {
      root = cog_rights_load_json ("attribution.json");
      g_once_init_leave (&once, 1);
    }
  return root;
}

const char *
cog_attribution_settle_language (const char *language)
{
  return language != NULL && cog_rights_find_language (get_root (), language) != NULL ? language
                                                                                      : "en";
}

const char *
cog_attribution_get_word (const char *language, const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);
  return json_object_get_string_member (
      cog_rights_find_language (get_root (), cog_attribution_settle_language (language)), key);
}

static gboolean
is_named (const CogCreditText *names, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < names->len; i++)
    {
      const CogCreditRun *run = g_ptr_array_index (names, i);
      g_autofree char *other = g_utf8_casefold (run->text, -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

static void
append_name (CogCreditText *names, const char *name, const char *url, const char *language)
{
  if (name == NULL || name[0] == '\0' || is_named (names, name))
    return;
  if (names->len > 0)
    cog_credit_text_append (names, cog_attribution_get_word (language, "comma"), NULL, FALSE);
  cog_credit_text_append (names, name, url, TRUE);
}

static void
append_people (CogCreditText *names,
               const GPtrArray *people,
               gboolean of_publisher,
               const char *language)
{
  for (guint i = 0; i < people->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (people, i);

      if ((agent->role == COG_ROLE_PUBLISHER) == of_publisher)
        append_name (names, agent->name, agent->url, language);
    }
}

CogCreditText *
cog_attribution_new_names_of (const GPtrArray *people, CogRole role, const char *language)
{
  CogCreditText *names = cog_credit_text_new ();

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (people, i);

      if (agent->role == role)
        append_name (names, agent->name, agent->url, language);
    }
  return names;
}

CogCreditText *
cog_attribution_new_names (const CogCredit *credit, const char *language)
{
  CogCreditText *names = cog_credit_text_new ();

  append_people (names, credit->agents, FALSE, language);
  if (names->len > 0)
    return names;
  append_people (names, credit->agents, TRUE, language);
  append_name (names, credit->publisher, NULL, language);
  return names;
}

CogCreditText *
cog_attribution_new_party (const CogCredit *credit, const char *language)
{
  g_autoptr (GPtrArray) names = cog_attribution_new_names (credit, language);
  g_autoptr (GPtrArray) publishers = cog_credit_text_new ();
  CogCreditText *party = cog_credit_text_new ();

  append_people (publishers, credit->agents, TRUE, language);
  append_name (publishers, credit->publisher, NULL, language);
  for (guint i = 0; i < publishers->len; i++)
    {
      const CogCreditRun *run = g_ptr_array_index (publishers, i);

      if (run->is_foreign && !is_named (names, run->text))
        append_name (party, run->text, run->url, language);
    }
  return party;
}

const CogLicence *
cog_attribution_get_licence (const char *expression)
{
  g_autoptr (GPtrArray) list =
      expression != NULL ? cog_expression_list_alternatives (expression) : NULL;
  char **ids = list != NULL && list->len == 1 ? g_ptr_array_index (list, 0) : NULL;

  return ids != NULL && ids[0] != NULL && ids[1] == NULL ? cog_licence_lookup (ids[0]) : NULL;
}

gboolean
cog_attribution_is_dedication (const CogLicence *licence)
{
  return g_str_equal (licence->id, "CC0-1.0") || g_str_equal (licence->id, "CC-PDDC");
}

char *
cog_attribution_dup_country (const CogLicence *licence, const char *language)
{
  g_autofree char *port = NULL;

  if (licence->only_in == NULL)
    return NULL;
  port = g_ascii_strdown (licence->only_in, -1);
  return cog_licence_dup_country (port, cog_attribution_settle_language (language));
}

/* What is no licence is said in words. */
static const char *
get_state_key (const CogLicence *licence)
{
  static const char *const keys[COG_CLASS_UNKNOWN + 1] = {
    [COG_CLASS_PD] = "publicDomain",        [COG_CLASS_ARR] = "reserved",
    [COG_CLASS_PERMISSION] = "permission",  [COG_CLASS_EXCEPTION] = "exception",
    [COG_CLASS_UNKNOWN] = "unknownLicence",
  };

  return licence->url[0] == '\0' ? keys[licence->klass] : NULL;
}

static void
append_licence (CogCreditText *text, const char *id, const char *language, gboolean is_long)
{
  const CogLicence *licence = cog_licence_lookup (id);
  g_autofree char *country = NULL;

  if (licence == NULL)
    {
      cog_credit_text_append (text, id, NULL, TRUE);
      return;
    }
  country = cog_attribution_dup_country (licence, language);
  if (country != NULL)
    {
      CogPlaceValue value[] = { { "country", country, licence->url, FALSE, NULL } };

      cog_attribution_fill (text, language, "domainCountry", value, 1);
    }
  else if (get_state_key (licence) != NULL)
    cog_credit_text_append (text, cog_attribution_get_word (language, get_state_key (licence)),
                            NULL, FALSE);
  else if (is_long && licence->unit != NULL && licence->version != NULL)
    {
      g_autofree char *name = cog_licence_dup_long_name (licence, language);
      CogPlaceValue value[] = { { "text", licence->name, licence->url, TRUE, NULL } };

      cog_credit_text_append (text, name, licence->url, FALSE);
      cog_attribution_fill (text, language, "bracketed", value, 1);
    }
  else
    cog_credit_text_append (text, licence->name, licence->url, TRUE);
}

CogCreditText *
cog_attribution_new_licence (const char *expression, const char *language, gboolean is_long)
{
  CogCreditText *text = cog_credit_text_new ();
  g_autoptr (GPtrArray) list = cog_expression_list_alternatives (expression);

  if (list == NULL)
    cog_credit_text_append (text, expression, NULL, TRUE);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      char **ids = g_ptr_array_index (list, i);
      /* "A and B or C" could be read in two ways. */
      gboolean is_group = list->len > 1 && g_strv_length (ids) > 1;

      if (i > 0)
        cog_credit_text_append (text, cog_attribution_get_word (language, "or"), NULL, FALSE);
      cog_credit_text_append (text, is_group ? "(" : NULL, NULL, FALSE);
      for (guint k = 0; ids[k] != NULL; k++)
        {
          if (k > 0)
            cog_credit_text_append (text, cog_attribution_get_word (language, "and"), NULL, FALSE);
          append_licence (text, ids[k], language, is_long);
        }
      cog_credit_text_append (text, is_group ? ")" : NULL, NULL, FALSE);
    }
  return text;
}
