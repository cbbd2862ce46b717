/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-xliff-2.h"

#include "cog-exchange-record.h"
#include "cog-xliff-2-private.h"
#include "cog-xliff-read-private.h"

#include <string.h>

/* A sentence or the space between two, as a tool left it. */
typedef struct
{
  const xmlNode *source, *target; /* (nullable) */
  gboolean is_space;
  gint64 order; /* of the target in the unit: sentences may be moved (XLIFF 2.1, 4.3.1.23) */
} Part;

static const char *
find_data (gpointer data, const char *reference)
{
  return reference != NULL ? g_hash_table_lookup (data, reference) : NULL;
}

/* The number of a code; of a copy, that of what it is a copy of. (transfer full) */
static char *
dup_number (const xmlNode *node)
{
  char *copied = cog_xml_dup_attribute (node, "copyOf");

  return copied != NULL ? copied : cog_xml_dup_attribute (node, "id");
}

/* The end of a copy names the copy: what that is one of stands under "sc:" and its id. */
static char *
dup_start (const xmlNode *node, GHashTable *data)
{
  g_autofree char *start = cog_xml_dup_attribute (node, "startRef");
  g_autofree char *key = start != NULL ? g_strconcat ("sc:", start, NULL) : NULL;
  const char *number = find_data (data, key);

  return number != NULL ? g_strdup (number) : g_steal_pointer (&start);
}

static void
open_torn (CogExchangeBuilder *builder, const xmlNode *node, const char *number, GHashTable *data)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  g_autofree char *reference = cog_xml_dup_attribute (node, "dataRef");

  if (id != NULL && number != NULL && !g_str_equal (id, number))
    g_hash_table_replace (data, g_strconcat ("sc:", id, NULL), g_strdup (number));
  cog_exchange_builder_open (builder, number, find_data (data, reference));
}

static void
add_code_point (CogExchangeBuilder *builder, const xmlNode *node)
{
  g_autofree char *hex = cog_xml_dup_attribute (node, "hex");
  guint64 value = 0;
  char letter[6];

  /* Of those that XML cannot write none is of use in a book; a tool may write others so. */
  if (hex == NULL || !g_ascii_string_to_unsigned (hex, 16, 0x20, 0x10FFFF, &value, NULL) ||
      !g_unichar_validate ((gunichar)value))
    return;
  cog_exchange_builder_add_text (builder, letter, g_unichar_to_utf8 ((gunichar)value, letter));
}

static gboolean
enter (CogExchangeBuilder *builder, const xmlNode *node, gpointer data)
{
  g_autofree char *number = dup_number (node);
  g_autofree char *reference = cog_xml_dup_attribute (node, "dataRef");

  if (cog_xml_is (node, NULL, "pc"))
    {
      g_autofree char *start = cog_xml_dup_attribute (node, "dataRefStart");

      cog_exchange_builder_open (builder, number, find_data (data, start));
      return TRUE;
    }
  if (cog_xml_is (node, NULL, "mrk"))
    return TRUE;
  if (cog_xml_is (node, NULL, "ph"))
    cog_exchange_builder_add_piece (builder, number, find_data (data, reference));
  else if (cog_xml_is (node, NULL, "sc"))
    open_torn (builder, node, number, data);
  else if (cog_xml_is (node, NULL, "ec"))
    {
      g_autofree char *start = dup_start (node, data);

      cog_exchange_builder_close (builder, start);
    }
  else if (cog_xml_is (node, NULL, "cp"))
    add_code_point (builder, node);
  return FALSE;
}

static void
leave (CogExchangeBuilder *builder, const xmlNode *node, gpointer data)
{
  g_autofree char *number = NULL;

  if (!cog_xml_is (node, NULL, "pc"))
    return;
  number = dup_number (node);
  cog_exchange_builder_close (builder, number);
}

static CogExchangeUnit *convert (const xmlNode *node);

static const CogXliffVersion version = {
  "2", "srcLang", "trgLang", FALSE, convert, enter, leave,
};

static GHashTable *
read_data (const xmlNode *unit)
{
  GHashTable *data = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const xmlNode *list = cog_xml_find_child (unit, NULL, "originalData");

  for (const xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      char *id = cog_xml_dup_attribute (n, "id");

      if (id != NULL)
        g_hash_table_replace (data, id, cog_xml_dup_text (n));
    }
  return data;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *first = a;
  const Part *second = b;

  if (first->order != second->order)
    return first->order < second->order ? -1 : 1;
  return 0;
}

static GArray *
list_parts (const xmlNode *unit)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (const xmlNode *n = cog_xml_first_element (unit); n != NULL; n = cog_xml_next_element (n))
    {
      Part part = { .is_space = cog_xml_is (n, NULL, "ignorable") };

      if (!part.is_space && !cog_xml_is (n, NULL, "segment"))
        continue;
      part.source = cog_xml_find_child (n, NULL, "source");
      part.target = cog_xml_find_child (n, NULL, "target");
      if (part.source != NULL)
        g_array_append_val (parts, part);
    }
  return parts;
}

/* The places of the targets; the others keep theirs. */
static void
order_parts (GArray *parts)
{
  gboolean is_ordered = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);
      g_autofree char *order =
          part->target != NULL ? cog_xml_dup_attribute (part->target, "order") : NULL;

      part->order = order != NULL ? g_ascii_strtoll (order, NULL, 10) : (gint64)i + 1;
      is_ordered = is_ordered || order != NULL;
    }
  if (is_ordered)
    g_array_sort (parts, compare_parts);
}

static gboolean
has_text (const xmlNode *node)
{
  g_autofree char *text = node != NULL ? cog_xml_dup_folded_text (node) : NULL;

  return node != NULL && (text[0] != '\0' || cog_xml_first_element (node) != NULL);
}

/* All sentences, or none: what is half translated is no translation of the unit yet. */
static gboolean
count_targets (GArray *parts, gboolean *is_partial)
{
  guint n = 0, n_missing = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (part->is_space)
        continue;
      if (has_text (part->target))
        n++;
      else if (has_text (part->source))
        n_missing++;
    }
  *is_partial = n > 0 && n_missing > 0;
  return n > 0 && n_missing == 0;
}

static void
read_texts (CogExchangeUnit *self, const xmlNode *node)
{
  g_autoptr (CogExchangeBuilder) builder = cog_exchange_builder_new ();
  g_autoptr (GHashTable) data = read_data (node);
  g_autoptr (GArray) parts = list_parts (node);
  gboolean is_source_broken;

  for (guint i = 0; i < parts->len; i++)
    cog_xliff_read_inline (&version, builder, g_array_index (parts, Part, i).source, data);
  self->source = cog_exchange_builder_finish (builder, &is_source_broken);
  if (!count_targets (parts, &self->is_partial))
    return;
  order_parts (parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (part->target != NULL)
        cog_xliff_read_inline (&version, builder, part->target, data);
      else if (part->is_space)
        cog_xliff_read_inline (&version, builder, part->source, data);
    }
  self->target = cog_exchange_builder_finish (builder, &self->is_broken);
}

/* A unit is as far as the least of its sentences. */
static void
read_state (CogExchangeUnit *self, const xmlNode *unit)
{
  for (const xmlNode *n = cog_xml_first_element (unit); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *nick = NULL;
      g_autofree char *sub = NULL;
      CogState state;

      if (!cog_xml_is (n, NULL, "segment"))
        continue;
      nick = cog_xml_dup_attribute (n, "state");
      sub = cog_xml_dup_attribute (n, "subState");
      if (nick != NULL && cog_state_from_nick (nick, &state))
        {
          self->state = self->has_state ? MIN (self->state, state) : state;
          self->has_state = TRUE;
        }
      if (sub != NULL && g_str_has_prefix (sub, "cognate:") &&
          cog_decision_from_nick (sub + strlen ("cognate:"), &self->decision))
        self->has_decision = TRUE;
    }
}

static void
add_note (CogExchangeUnit *self, const xmlNode *node)
{
  g_autofree char *category = cog_xml_dup_attribute (node, "category");
  g_autofree char *text = cog_xml_dup_text (node);
  char **note = g_strcmp0 (category, COG_XLIFF_REASON) == 0 ? &self->reason : &self->note;
  char *before = *note;

  g_strstrip (text);
  if (text[0] == '\0')
    return;
  *note = before != NULL ? g_strconcat (before, "\n", text, NULL) : g_strdup (text);
  g_free (before);
  self->has_note = self->note != NULL;
}

static void
read_notes (CogExchangeUnit *self, const xmlNode *unit)
{
  const xmlNode *notes = cog_xml_find_child (unit, NULL, "notes");

  for (const xmlNode *n = notes != NULL ? cog_xml_first_element (notes) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    if (cog_xml_is (n, NULL, "note"))
      add_note (self, n);
}

static gboolean
has_value (const xmlNode *node, const char *name, const char *wanted)
{
  g_autofree char *value = cog_xml_dup_attribute (node, name);

  return g_strcmp0 (value, wanted) == 0;
}

static char *
dup_base (const xmlNode *unit)
{
  const xmlNode *list = cog_xml_find_child (unit, COG_NS_XLIFF_METADATA, "metadata");

  for (const xmlNode *n = list; n != NULL; n = cog_xml_next_in (list, n))
    if (n->type == XML_ELEMENT_NODE && cog_xml_is (n, COG_NS_XLIFF_METADATA, "meta") &&
        has_value (n, "type", COG_XLIFF_BASE) &&
        has_value (n->parent, "category", COG_XLIFF_CATEGORY))
      {
        g_autofree char *base = cog_xml_dup_folded_text (n);

        return cog_exchange_record_is_valid (base) ? g_steal_pointer (&base) : NULL;
      }
  return NULL;
}

static CogExchangeUnit *
convert (const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  CogExchangeUnit *self;

  if (id == NULL)
    return NULL;
  self = cog_exchange_unit_new (id);
  read_texts (self, node);
  read_state (self, node);
  read_notes (self, node);
  self->base = dup_base (node);
  return self;
}

gboolean
cog_xliff_2_is_mine (const char *text, gsize n_bytes)
{
  return cog_xliff_is_version (text, n_bytes, "2");
}

gboolean
cog_xliff_2_read (const char *text,
                  gsize n_bytes,
                  const char *name,
                  const CogExchangeReceiver *receiver,
                  GError **error)
{
  return cog_xliff_read (&version, text, n_bytes, name, receiver, error);
}
