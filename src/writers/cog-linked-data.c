/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-linked-data.h"

#include "cog-markup-private.h"

#include "cog-attribution.h"
#include "cog-language.h"
#include "cog-licence.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* A chain of works is no longer than people write it. */
#define MAX_CHAIN 16

typedef struct
{
  const CogMarkup *markup;
  const CogBook *book;
  JsonBuilder *builder;
  GHashTable *elements; /* id → xmlNode */
} LinkedData;

static void
add_string (LinkedData *data, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  json_builder_set_member_name (data->builder, name);
  json_builder_add_string_value (data->builder, value);
}

static gboolean
is_web_address (const char *url)
{
  return url != NULL && (g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://")) &&
         strpbrk (url, " \t\r\n<>\"") == NULL;
}

static void
add_address (LinkedData *data, const char *name, const char *url)
{
  if (is_web_address (url))
    add_string (data, name, url);
}

/* "NASA", "U.S.": letters of which none is small. */
static gboolean
is_acronym (const char *name)
{
  guint n_letters = 0;

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isspace (letter) || g_unichar_islower (letter))
        return FALSE;
      n_letters += g_unichar_isupper (letter);
    }
  return n_letters > 1;
}

static gboolean
is_organisation (const char *name)
{
  static const char *const words[] = { "administration",
                                       "agency",
                                       "association",
                                       "bureau",
                                       "center",
                                       "centre",
                                       "college",
                                       "commission",
                                       "committee",
                                       "community",
                                       "consortium",
                                       "contributors",
                                       "corporation",
                                       "council",
                                       "department",
                                       "editors",
                                       "foundation",
                                       "fundación",
                                       "fundacja",
                                       "gmbh",
                                       "group",
                                       "inc",
                                       "inc.",
                                       "institut",
                                       "institute",
                                       "instituto",
                                       "laboratory",
                                       "library",
                                       "ltd",
                                       "ministry",
                                       "museum",
                                       "office",
                                       "organisation",
                                       "organization",
                                       "press",
                                       "project",
                                       "publishers",
                                       "school",
                                       "service",
                                       "society",
                                       "team",
                                       "universidad",
                                       "universidade",
                                       "universität",
                                       "université",
                                       "university",
                                       "uniwersytet",
                                       "wikimedia",
                                       NULL };
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_auto (GStrv) list = g_strsplit_set (lower, " ,;:()/", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (g_strv_contains (words, list[i]))
      return TRUE;
  return is_acronym (name);
}

/* What kind of agent it is, as far as its name tells. (nullable): it may be either */
static const char *
get_agent_type (const CogAgent *agent)
{
  if (agent->role == COG_ROLE_PUBLISHER || is_organisation (agent->name))
    return "Organization";
  if ((agent->file_as != NULL && strchr (agent->file_as, ',') != NULL) ||
      strchr (agent->name, ' ') != NULL)
    return "Person";
  return NULL;
}

static void
add_agent (LinkedData *data, const CogAgent *agent)
{
  json_builder_begin_object (data->builder);
  add_string (data, "@type", get_agent_type (agent));
  add_string (data, "name", agent->name);
  add_address (data, "url", agent->url);
  json_builder_end_object (data->builder);
}

/* schema.org's properties for what people do for a work; several roles may share one. */
static void
add_agents (LinkedData *data, const CogCredit *credit)
{
  static const struct
  {
    const char *property;
    CogRole role;
  } rows[] = {
    { "author", COG_ROLE_AUTHOR },           { "translator", COG_ROLE_TRANSLATOR },
    { "editor", COG_ROLE_EDITOR },           { "illustrator", COG_ROLE_ILLUSTRATOR },
    { "contributor", COG_ROLE_ADAPTER },     { "contributor", COG_ROLE_PHOTOGRAPHER },
    { "contributor", COG_ROLE_CONTRIBUTOR }, { "copyrightHolder", COG_ROLE_HOLDER },
    { "publisher", COG_ROLE_PUBLISHER },
  };
  const char *open = NULL;

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    for (guint i = 0; i < credit->agents->len; i++)
      {
        const CogAgent *agent = g_ptr_array_index (credit->agents, i);

        if (agent->role != rows[r].role || agent->name[0] == '\0')
          continue;
        if (g_strcmp0 (open, rows[r].property) != 0)
          {
            if (open != NULL)
              json_builder_end_array (data->builder);
            open = rows[r].property;
            json_builder_set_member_name (data->builder, open);
            json_builder_begin_array (data->builder);
          }
        add_agent (data, agent);
      }
  if (open != NULL)
    json_builder_end_array (data->builder);
  /* A publisher that is no agent of the list. */
  if (g_strcmp0 (open, "publisher") != 0 && credit->publisher != NULL)
    {
      const CogAgent publisher = { credit->publisher, COG_ROLE_PUBLISHER, NULL, NULL };

      json_builder_set_member_name (data->builder, "publisher");
      add_agent (data, &publisher);
    }
}

static gboolean
is_year (const char *year)
{
  return year != NULL && strlen (year) == 4 && strspn (year, "0123456789") == 4;
}

/* An expression ("A OR B") has no one address. */
static void
add_rights (LinkedData *data, const CogCredit *credit)
{
  const CogLicence *licence = credit->licence != NULL ? cog_licence_lookup (credit->licence) : NULL;

  if (licence != NULL)
    add_string (data, "license", licence->url);
  add_string (data, "copyrightNotice", credit->copyright);
  if (is_year (credit->year))
    {
      json_builder_set_member_name (data->builder, "copyrightYear");
      json_builder_add_int_value (data->builder, g_ascii_strtoll (credit->year, NULL, 10));
    }
}

/* A work that this one is made from, with those that it was made from itself. */
static void
add_source (LinkedData *data, const CogCredit *source, guint depth)
{
  json_builder_begin_object (data->builder);
  add_string (data, "@type", "Book");
  add_address (data, "@id", source->source_url);
  add_string (data, "name", source->title);
  add_string (data, "inLanguage", source->language);
  add_agents (data, source);
  add_address (data, "url", source->source_url);
  add_rights (data, source);
  add_string (data, "bookEdition", source->edition);
  /* schema.org has no word for it; PAV (Provenance, Authoring and Versioning) has this one. */
  add_string (data, "http://purl.org/pav/retrievedOn", source->retrieved);
  if (source->upstream->len > 0 && depth < MAX_CHAIN)
    {
      json_builder_set_member_name (data->builder, "isBasedOn");
      json_builder_begin_array (data->builder);
      for (guint i = 0; i < source->upstream->len; i++)
        add_source (data, g_ptr_array_index (source->upstream, i), depth + 1);
      json_builder_end_array (data->builder);
    }
  json_builder_end_object (data->builder);
}

static gboolean
is_translated_from (const CogBook *book, const CogCredit *source)
{
  return source->language != NULL && book->language != NULL &&
         !cog_language_equal (source->language, book->language);
}

static void
add_sources (LinkedData *data, const char *property, gboolean only_translated)
{
  const GPtrArray *sources = data->book->sources;
  gboolean is_open = FALSE;

  for (guint i = 0; i < sources->len; i++)
    {
      const CogCredit *source = g_ptr_array_index (sources, i);

      if (only_translated && !is_translated_from (data->book, source))
        continue;
      if (!is_open)
        {
          json_builder_set_member_name (data->builder, property);
          json_builder_begin_array (data->builder);
          is_open = TRUE;
        }
      /* A work that has an address was described above. */
      if (only_translated && is_web_address (source->source_url))
        {
          json_builder_begin_object (data->builder);
          add_string (data, "@id", source->source_url);
          json_builder_end_object (data->builder);
        }
      else
        add_source (data, source, 0);
    }
  if (is_open)
    json_builder_end_array (data->builder);
}

static const xmlNode *
find_medium (const xmlNode *item)
{
  for (const xmlNode *n = item; n != NULL; n = cog_xml_next_in (item, n))
    if (cog_xml_is (n, NULL, "img") || cog_xml_is (n, NULL, "audio") ||
        cog_xml_is (n, NULL, "video"))
      return n;
  return NULL;
}

static const char *
get_item_type (const xmlNode *item, const xmlNode *medium)
{
  if (cog_xml_is (item, NULL, "table"))
    return "Table";
  if (cog_xml_is (item, NULL, "blockquote"))
    return "Quotation";
  if (cog_xml_is (item, NULL, "section"))
    return "CreativeWork";
  if (cog_xml_is (medium, NULL, "audio"))
    return "AudioObject";
  if (cog_xml_is (medium, NULL, "video"))
    return "VideoObject";
  return "ImageObject";
}

/* Which thing of the edition is meant: its place, and its file where that is apart. */
static void
add_identity (LinkedData *data, const CogCredit *credit)
{
  const xmlNode *item = g_hash_table_lookup (data->elements, credit->item);
  const char *type = "CreativeWork";
  const xmlNode *medium = NULL;
  g_autofree char *place = cog_markup_dup_place (data->markup, credit->item);

  if (item != NULL)
    {
      medium = find_medium (item);
      type = get_item_type (item, medium);
    }
  add_string (data, "@type", type);
  add_string (data, "@id", place);
  if (medium != NULL && strstr (type, "Object") != NULL && !data->markup->embed)
    {
      g_autofree char *name = cog_xml_dup_attribute (medium, "src");
      g_autofree char *address =
          name != NULL ? g_strconcat (data->markup->assets, name, NULL) : NULL;

      add_string (data, "contentUrl", address);
    }
}

static void
add_description (LinkedData *data, const CogCredit *credit)
{
  g_autoptr (GPtrArray) line = cog_attribution_new_item (credit, data->book->language, TRUE);
  g_autofree char *text = cog_credit_text_to_plain (line, NULL, FALSE);

  add_string (data, "name", credit->title);
  add_agents (data, credit);
  add_address (data, "url", credit->source_url);
  add_rights (data, credit);
  add_string (data, "creditText", text);
}

/* One thing, or one of several parts: the left and the right picture of a figure have licences of
 * their own, and none speaks for the whole. Returns how many credits it took. */
static guint
add_item (LinkedData *data, guint at)
{
  const GPtrArray *credits = data->book->credits;
  const CogCredit *credit = g_ptr_array_index (credits, at);
  guint n = 1;

  while (at + n < credits->len &&
         g_strcmp0 (((CogCredit *)g_ptr_array_index (credits, at + n))->item, credit->item) == 0)
    n++;
  json_builder_begin_object (data->builder);
  add_identity (data, credit);
  if (n == 1 && credit->part == NULL)
    add_description (data, credit);
  else
    {
      json_builder_set_member_name (data->builder, "hasPart");
      json_builder_begin_array (data->builder);
      for (guint i = at; i < at + n; i++)
        {
          const CogCredit *part = g_ptr_array_index (credits, i);

          json_builder_begin_object (data->builder);
          add_string (data, "@type", "CreativeWork");
          add_string (data, "alternateName", part->part);
          add_description (data, part);
          json_builder_end_object (data->builder);
        }
      json_builder_end_array (data->builder);
    }
  json_builder_end_object (data->builder);
  return n;
}

static void
add_items (LinkedData *data)
{
  const GPtrArray *credits = data->book->credits;

  if (credits->len == 0)
    return;
  json_builder_set_member_name (data->builder, "hasPart");
  json_builder_begin_array (data->builder);
  for (guint i = 0; i < credits->len;)
    if (((CogCredit *)g_ptr_array_index (credits, i))->item != NULL)
      i += add_item (data, i);
    else
      i++;
  json_builder_end_array (data->builder);
}

static void
add_book (LinkedData *data)
{
  const CogBook *book = data->book;
  g_autofree char *page = cog_markup_dup_place (data->markup, COG_MARKUP_COPYRIGHT_ID);

  add_string (data, "@context", "https://schema.org");
  json_builder_set_member_name (data->builder, "@type");
  json_builder_begin_array (data->builder);
  json_builder_add_string_value (data->builder, "Book");
  json_builder_add_string_value (data->builder, "LearningResource");
  json_builder_end_array (data->builder);
  add_string (data, "name", cog_book_get_title (book));
  add_string (data, "inLanguage", book->language);
  add_agents (data, book->credit);
  add_rights (data, book->credit);
  add_string (data, "bookEdition", book->credit->edition);
  add_string (data, "creditText", book->rights);
  add_string (data, "usageInfo", page);
}

void
cog_linked_data_append (const CogMarkup *markup, gboolean with_parts, GString *out)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GHashTable) elements = NULL;
  g_autofree char *text = NULL;
  LinkedData data = { markup, NULL, builder, NULL };

  g_return_if_fail (markup != NULL && out != NULL);

  data.book = markup->book;
  json_builder_begin_object (builder);
  add_book (&data);
  add_sources (&data, "isBasedOn", FALSE);
  add_sources (&data, "translationOfWork", TRUE);
  if (with_parts)
    {
      elements = cog_book_index_elements (data.book);
      data.elements = elements;
      add_items (&data);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  cog_markup_append_data (out, "application/ld+json", NULL, text);
}
