/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tmx-unit-private.h"

#include "cog-segment-text.h"
#include "cog-tmx-codes-private.h"
#include "cog-xml.h"

#include <stdio.h>
#include <string.h>

/* More languages than any memory has; each is paired with the source. */
#define MOST_VARIANTS 200

/* plain: (out); inlines: (out) the same as XHTML, NULL where there is no code. */
static void
read_segment (const xmlNode *segment, char **plain, char **inlines, gboolean *has_strange)
{
  const xmlNode *first = segment->children;
  g_autoptr (CogText) whole = NULL;
  g_autoptr (CogText) text = NULL;

  /* Nearly all of them. */
  if (first != NULL && first->next == NULL && first->type == XML_TEXT_NODE &&
      strstr ((const char *)first->content, "\xEF\xBF\xBC") == NULL)
    {
      *plain = g_strstrip (g_strdup ((const char *)first->content));
      return;
    }
  whole = cog_tmx_codes_read (segment, has_strange);
  text = cog_segment_trim (whole);
  *plain = g_strdup (text->plain);
  if (text->codes->len > 0)
    *inlines = cog_text_to_xhtml (text);
}

static char *
dup_language (const xmlNode *variant)
{
  char *language = cog_xml_dup_attribute_ns (variant, COG_NS_XML, "lang");

  /* TMX 1.1 had no prefix. */
  return language != NULL ? language : cog_xml_dup_attribute (variant, "lang");
}

char *
cog_tmx_dup_date (gint64 date)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (date);

  return time != NULL ? g_date_time_format (time, "%Y%m%dT%H%M%SZ") : NULL;
}

gint64
cog_tmx_read_date (const char *text)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day, hour, minute, second;

  if (text == NULL ||
      sscanf (text, "%4d%2d%2dT%2d%2d%2d", &year, &month, &day, &hour, &minute, &second) != 6)
    return 0;
  time = g_date_time_new_utc (year, month, day, hour, minute, second);
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/* The variant's own word before the unit's. (nullable) */
static char *
dup_fact (const xmlNode *variant, const char *name)
{
  char *fact = cog_xml_dup_attribute (variant, name);

  return fact != NULL ? fact : cog_xml_dup_attribute (variant->parent, name);
}

static char *
dup_property (const xmlNode *unit, const char *wanted)
{
  for (xmlNode *child = cog_xml_first_element (unit); child != NULL;
       child = cog_xml_next_element (child))
    {
      g_autofree char *type = cog_xml_dup_attribute (child, "type");

      if (cog_xml_is (child, NULL, "prop") && g_strcmp0 (type, wanted) == 0)
        return cog_xml_dup_folded_text (child);
    }
  return NULL;
}

static void
add_pair (GPtrArray *entries, const xmlNode *source, const xmlNode *target, gboolean *has_strange)
{
  g_autoptr (CogMemoryEntry) entry = cog_memory_entry_new ();
  const xmlNode *from = cog_xml_find_child (source, NULL, "seg");
  const xmlNode *to = cog_xml_find_child (target, NULL, "seg");
  g_autofree char *changed = dup_fact (target, "changedate");
  g_autofree char *created = dup_fact (target, "creationdate");

  if (from == NULL || to == NULL)
    return;
  entry->source_language = dup_language (source);
  entry->target_language = dup_language (target);
  read_segment (from, &entry->source, &entry->source_inline, has_strange);
  read_segment (to, &entry->target, &entry->target_inline, has_strange);
  if (entry->source[0] == '\0' || entry->target[0] == '\0')
    return;
  entry->creator = dup_fact (target, "changeid");
  if (entry->creator == NULL)
    entry->creator = dup_fact (target, "creationid");
  entry->date = cog_tmx_read_date (changed);
  if (entry->date == 0)
    entry->date = cog_tmx_read_date (created);
  entry->project = dup_property (source->parent, "x-project");
  entry->licence = dup_property (source->parent, "x-licence");
  g_ptr_array_add (entries, g_steal_pointer (&entry));
}

/* The source language with or without its region: "en" is "en-US" in many a file. */
static gboolean
is_language (const char *language, const char *wanted)
{
  gsize n;

  if (language == NULL || wanted == NULL)
    return FALSE;
  n = strcspn (wanted, "-_");
  return g_ascii_strncasecmp (language, wanted, n) == 0 &&
         (language[n] == '\0' || language[n] == '-' || language[n] == '_');
}

static GPtrArray *
read_unit (const xmlNode *unit, const char *source_language, gboolean *has_strange)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_memory_entry_free);
  g_autofree char *own = cog_xml_dup_attribute (unit, "srclang");
  const char *wanted = own != NULL && !g_str_equal (own, "*all*") ? own : source_language;
  const xmlNode *variants[MOST_VARIANTS];
  guint n = 0, source = 0;

  for (const xmlNode *child = cog_xml_first_element (unit); child != NULL && n < MOST_VARIANTS;
       child = cog_xml_next_element (child))
    if (cog_xml_is (child, NULL, "tuv"))
      variants[n++] = child;
  for (guint i = n; i > 0; i--)
    {
      g_autofree char *language = dup_language (variants[i - 1]);

      if (is_language (language, wanted))
        source = i - 1;
    }
  for (guint i = 0; i < n; i++)
    if (i != source)
      add_pair (entries, variants[source], variants[i], has_strange);
  return entries;
}

GPtrArray *
cog_tmx_unit_parse (const char *text,
                    gsize n_bytes,
                    const char *source_language,
                    gboolean *has_strange,
                    GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, n_bytes);
  g_autoptr (xmlDoc) document = cog_xml_parse (bytes, "TMX", NULL, error);

  return document != NULL
             ? read_unit (xmlDocGetRootElement (document), source_language, has_strange)
             : NULL;
}

char *
cog_tmx_header_dup_language (const char *text, gsize n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, n_bytes);
  g_autoptr (xmlDoc) document = cog_xml_parse (bytes, "TMX", NULL, NULL);
  g_autofree char *language =
      document != NULL ? cog_xml_dup_attribute (xmlDocGetRootElement (document), "srclang") : NULL;

  return g_strcmp0 (language, "*all*") != 0 ? g_steal_pointer (&language) : NULL;
}
