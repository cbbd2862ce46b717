/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-oai-private.h"

#include "cog-language.h"
#include "cog-web-address.h"

#include <string.h>

#define MAX_WORDS 4000 /* bytes of a statement */

void
cog_oai_add_agent (CogOaiRecord *record, const char *name, CogRole role)
{
  GPtrArray *agents = record->credit->agents;

  if (name == NULL || name[0] == '\0' || strlen (name) > 300 || agents->len >= 200)
    return;
  for (guint i = 0; i < agents->len; i++)
    if (g_str_equal (((CogAgent *)g_ptr_array_index (agents, i))->name, name))
      return;
  g_ptr_array_add (agents, cog_agent_new (name, role));
}

/* "https://creativecommons.org/…" in the words is the statement's address. */
void
cog_oai_add_rights (CogOaiRecord *record, const char *host, const char *field, const char *words)
{
  const char *start = words != NULL ? strstr (words, "http") : NULL;
  g_autofree char *url = NULL;
  gboolean is_address;

  if (words == NULL || words[0] == '\0' || strlen (words) > MAX_WORDS ||
      record->credit->statements->len >= 50)
    return;
  if (start != NULL)
    url = g_strndup (start, strcspn (start, " \t\r\n<>\"'()"));
  is_address = start == words && strlen (url) == strlen (words);
  g_ptr_array_add (record->credit->statements,
                   cog_statement_new (is_address ? COG_EVIDENCE_LINK : COG_EVIDENCE_METADATA, host,
                                      field, is_address ? NULL : words, url));
}

/* A document is offered; the first other address is the page of the work. */
void
cog_oai_add_address (CogOaiRecord *record, const char *text, const char *media_type)
{
  g_autofree char *whole = NULL;

  if (text == NULL)
    return;
  if (g_ascii_strncasecmp (text, "doi:", 4) == 0)
    whole = g_strconcat ("https://doi.org/", text + 4 + strspn (text + 4, " "), NULL);
  else if (cog_web_address_is_one (text))
    whole = g_strdup (text);
  if (whole == NULL || strchr (whole, ' ') != NULL)
    return;
  if (cog_web_file_is_document (whole))
    cog_web_file_list_add (record->files, whole, NULL, media_type);
  else if (record->credit->source_url == NULL)
    record->credit->source_url = g_strdup (whole);
}

/* "spa" and "en_US" are how some write "es" and "en-US". */
void
cog_oai_take_language (CogOaiRecord *record, const char *tag)
{
  g_autofree char *dashed = g_strdelimit (g_strdup (tag != NULL ? tag : ""), "_", '-');

  if (record->credit->language == NULL && dashed[0] != '\0' && strlen (dashed) < 20 &&
      cog_language_is_valid (dashed))
    record->credit->language = cog_language_canonicalise (dashed);
}

/* "2014-05-06T12:00:00Z": the year. */
static void
take_year (CogCredit *credit, const char *date)
{
  if (credit->year == NULL && strspn (date, "0123456789") >= 4 &&
      (date[0] == '1' || date[0] == '2'))
    credit->year = g_strndup (date, 4);
}

static void
take_once (char **field, const char *value)
{
  if (*field == NULL && value[0] != '\0')
    *field = g_strdup (value);
}

static void
read_dc_element (CogOaiRecord *record, const xmlNode *node, const char *host)
{
  static const char *const rights[] = { "rights",       "license",      "licence",
                                        "rightsHolder", "accessRights", NULL };
  const char *name = (const char *)node->name;
  g_autofree char *text = cog_xml_dup_folded_text (node);

  if (g_str_equal (name, "title"))
    take_once (&record->credit->title, text);
  else if (g_str_equal (name, "creator"))
    cog_oai_add_agent (record, text, COG_ROLE_AUTHOR);
  else if (g_str_equal (name, "publisher"))
    take_once (&record->credit->publisher, text);
  else if (g_str_equal (name, "language"))
    cog_oai_take_language (record, text);
  else if (g_str_equal (name, "date") || g_str_equal (name, "issued"))
    take_year (record->credit, text);
  else if (g_strv_contains (rights, name))
    {
      g_autofree char *field = g_strconcat ("dc:", name, NULL);

      cog_oai_add_rights (record, host, field, text);
    }
  else if (g_str_equal (name, "identifier") || g_str_equal (name, "relation") ||
           g_str_equal (name, "uri"))
    cog_oai_add_address (record, text, NULL);
}

/* oai_dc, qdc and what repositories call dcterms: the same names in one level. */
void
cog_oai_read_dc (CogOaiRecord *record, const xmlNode *metadata, const char *host)
{
  for (const xmlNode *n = cog_xml_first_element (metadata); n != NULL; n = cog_xml_next_element (n))
    read_dc_element (record, n, host);
}

/* --- LOM (IEEE 1484.12.3) --------------------------------------------------------------------- */

/* The text of <string> or <langstring>, <value> or the element itself. (transfer full) (nullable)
 */
static char *
dup_value (const xmlNode *node)
{
  static const char *const names[] = { "string", "langstring", "value" };
  char *text;

  if (node == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const xmlNode *child = cog_xml_find_child (node, NULL, names[i]);

      if (child != NULL)
        return dup_value (child);
    }
  text = cog_xml_dup_folded_text (node);
  if (text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static char *
dup_child (const xmlNode *node, const char *name)
{
  return node != NULL ? dup_value (cog_xml_find_child (node, NULL, name)) : NULL;
}

/* "BEGIN:VCARD … FN:Ada Shore END:VCARD", often on one line. (transfer full) (nullable) */
static char *
dup_card_name (const char *card)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "(?:^|[\\s;])FN(?:;[^:]*)?:\\s*(.+?)\\s*(?=(?:[A-Z][A-Z-]+(?:;[^:\\s]*)?:)|$)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (strstr (card, "VCARD") == NULL)
    return g_strdup (card);
  return g_regex_match (regex, card, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
read_contribution (CogOaiRecord *record, const xmlNode *contribute)
{
  g_autofree char *role = dup_child (contribute, "role");

  for (const xmlNode *n = cog_xml_first_element (contribute); n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "entity") || cog_xml_is (n, NULL, "centity"))
      {
        g_autofree char *card = cog_xml_dup_folded_text (n);
        g_autofree char *name = dup_card_name (card);

        if (role != NULL && g_ascii_strcasecmp (role, "publisher") == 0 && name != NULL)
          take_once (&record->credit->publisher, name);
        else if (role == NULL || g_ascii_strcasecmp (role, "author") == 0)
          cog_oai_add_agent (record, name, COG_ROLE_AUTHOR);
        else
          cog_oai_add_agent (record, name, COG_ROLE_CONTRIBUTOR);
      }
}

static void
read_lom_rights (CogOaiRecord *record, const xmlNode *rights, const char *host)
{
  g_autofree char *restricted = dup_child (rights, "copyrightAndOtherRestrictions");

  for (const xmlNode *n = rights != NULL ? cog_xml_first_element (rights) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "description"))
      {
        g_autofree char *words = dup_value (n);

        cog_oai_add_rights (record, host, "lom:rights", words);
      }
  /* "no" alone names no licence, and "yes" forbids nothing that one permits: words for people. */
  if (record->credit->statements->len == 0 && restricted != NULL)
    {
      g_autofree char *words = g_strconcat ("copyrightAndOtherRestrictions: ", restricted, NULL);

      cog_oai_add_rights (record, host, "lom:rights", words);
    }
}

void
cog_oai_read_lom (CogOaiRecord *record, const xmlNode *lom, const char *host)
{
  const xmlNode *general = cog_xml_find_child (lom, NULL, "general");
  const xmlNode *technical = cog_xml_find_child (lom, NULL, "technical");
  const xmlNode *life = cog_xml_find_child (lom, NULL, "lifeCycle");
  g_autofree char *title = dup_child (general, "title");
  g_autofree char *language = dup_child (general, "language");
  g_autofree char *format = dup_child (technical, "format");

  if (title != NULL)
    take_once (&record->credit->title, title);
  cog_oai_take_language (record, language);
  for (const xmlNode *n = life != NULL ? cog_xml_first_element (life) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "contribute"))
      read_contribution (record, n);
  for (const xmlNode *n = technical != NULL ? cog_xml_first_element (technical) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "location"))
      {
        g_autofree char *location = cog_xml_dup_folded_text (n);

        cog_oai_add_address (record, location, format);
      }
  read_lom_rights (record, cog_xml_find_child (lom, NULL, "rights"), host);
}
