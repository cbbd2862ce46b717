/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-jats-private.h"

#include "cog-doubt.h"
#include "cog-licence.h"

#include <string.h>

/* The address of a licence in its words: the first link that leads to one. */
static char *
dup_link_in (const xmlNode *license)
{
  for (const xmlNode *n = license; n != NULL; n = cog_xml_next_in (license, n))
    {
      g_autofree char *href = NULL;

      if (!cog_jats_is (n, "ext-link") && !cog_jats_is (n, "uri"))
        continue;
      href = cog_jats_dup_href (n);
      if (href == NULL)
        href = cog_xml_dup_folded_text (n);
      if (cog_licence_lookup_url (href) != NULL)
        return g_steal_pointer (&href);
    }
  return NULL;
}

/* ali:license_ref holds the address as its text (NISO RP-22). */
static char *
dup_reference (const xmlNode *reference)
{
  char *text = reference != NULL ? cog_xml_dup_folded_text (reference) : NULL;

  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static char *
dup_words (const xmlNode *license)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const xmlNode *n = cog_xml_first_element (license); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *text = cog_xml_dup_folded_text (n);

      if (!cog_jats_is (n, "license_ref") && text[0] != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", text);
    }
  /* NLM's first version has the words in the element itself. */
  if (words->len == 0 && cog_xml_find_child (license, NULL, "license_ref") == NULL)
    {
      g_autofree char *text = cog_xml_dup_folded_text (license);

      g_string_append (words, text);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

char *
cog_jats_dup_copyright (const xmlNode *permissions)
{
  char *notice = cog_jats_dup_child_text (permissions, "copyright-statement");
  g_autofree char *year = cog_jats_dup_child_text (permissions, "copyright-year");
  g_autofree char *holder = cog_jats_dup_child_text (permissions, "copyright-holder");

  if (notice == NULL && holder != NULL)
    notice =
        year != NULL ? g_strdup_printf ("© %s %s", year, holder) : g_strdup_printf ("© %s", holder);
  return notice;
}

void
cog_jats_read_permissions (const xmlNode *permissions,
                           void (*found) (CogEvidenceKind kind,
                                          const char *place,
                                          const char *words,
                                          const char *url,
                                          gpointer user_data),
                           gpointer user_data)
{
  g_autofree char *notice = cog_jats_dup_copyright (permissions);

  if (notice != NULL)
    found (COG_EVIDENCE_METADATA, "copyright-statement", notice, NULL, user_data);
  for (const xmlNode *n = cog_xml_first_element (permissions); n != NULL;
       n = cog_xml_next_element (n))
    {
      gboolean is_license = cog_jats_is (n, "license");
      g_autofree char *href = is_license ? cog_jats_dup_href (n) : NULL;
      g_autofree char *words = is_license ? dup_words (n) : NULL;
      g_autofree char *reference =
          dup_reference (is_license ? cog_xml_find_child (n, NULL, "license_ref")
                                    : (cog_jats_is (n, "license_ref") ? n : NULL));

      if (href == NULL && is_license && reference == NULL)
        href = dup_link_in (n);
      if (is_license && (words != NULL || href != NULL))
        found (href != NULL ? COG_EVIDENCE_LINK : COG_EVIDENCE_METADATA, "license", words, href,
               user_data);
      if (reference != NULL && g_strcmp0 (reference, href) != 0)
        found (COG_EVIDENCE_LINK, "ali:license_ref", NULL, reference, user_data);
    }
}

typedef struct
{
  CogCredit *credit;
  const char *file;
} Taking;

static void
take_statement (
    CogEvidenceKind kind, const char *place, const char *words, const char *url, gpointer user_data)
{
  Taking *taking = user_data;
  CogCredit *credit = taking->credit;
  CogStatement *statement = cog_statement_new (kind, taking->file, place, words, url);

  cog_statement_recognise (statement);
  if (statement->licence != NULL && credit->licence == NULL)
    {
      credit->licence = g_strdup (statement->licence);
      credit->licence_url = g_strdup (url);
    }
  else if (statement->licence != NULL && !g_str_equal (statement->licence, credit->licence) &&
           !cog_licence_is_same_but_vaguer (credit->licence, statement->licence))
    {
      char *both = cog_licence_dup_both (credit->licence, statement->licence);

      g_free (credit->licence);
      credit->licence = both;
      g_clear_pointer (&credit->licence_url, g_free);
    }
  g_ptr_array_add (credit->statements, statement);
}

static char *
make_item_id (CogJatsWalk *walk, xmlNode *target)
{
  char *id = cog_xml_dup_attribute (target, "id");

  while (id == NULL)
    {
      id = g_strdup_printf ("item-%u", ++walk->n_items);
      if (g_hash_table_contains (walk->by_id, id))
        g_clear_pointer (&id, g_free);
    }
  cog_xml_set (target, "id", id);
  return id;
}

void
cog_jats_take_permissions (CogJatsWalk *walk, const xmlNode *node, xmlNode *target)
{
  const xmlNode *permissions = cog_xml_find_child (node, NULL, "permissions");
  g_autofree char *holder = cog_jats_dup_child_text (permissions, "copyright-holder");
  g_autofree char *id = NULL;
  Taking taking;

  if (permissions == NULL)
    return;
  id = make_item_id (walk, target);
  taking.credit = cog_credit_new ();
  taking.file = walk->context->file;
  taking.credit->item = cog_normalizer_dup_id (walk->context->normalizer, walk->context->file, id);
  taking.credit->place = g_strdup (taking.credit->item);
  taking.credit->copyright = cog_jats_dup_copyright (permissions);
  taking.credit->year = cog_jats_dup_child_text (permissions, "copyright-year");
  if (holder != NULL)
    g_ptr_array_add (taking.credit->agents, cog_agent_new (holder, COG_ROLE_HOLDER));
  cog_jats_read_permissions (permissions, take_statement, &taking);
  taking.credit->words = cog_xml_dup_folded_text (permissions);
  g_ptr_array_add (walk->context->book->credits, taking.credit);
}
