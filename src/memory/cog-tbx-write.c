/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-term-exchange-private.h"

#include "cog-xml-write.h"

#include <string.h>

/* type: (nullable), value: (nullable): nothing */
static void
append_category (GString *out, const char *element, const char *type, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_string_append_printf (out, "<%s", element);
  if (type != NULL && type[0] != '\0')
    cog_xml_append_attribute (out, "type", type);
  g_string_append_c (out, '>');
  cog_xml_append_escaped (out, value, -1);
  g_string_append_printf (out, "</%s>\n", element);
}

static gboolean
is_element (const char *name)
{
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_isalpha (*c))
      return FALSE;
  return name[0] != '\0';
}

/* "Words <target>", as it was read. */
static void
append_reference (GString *out, const char *element, const char *type, const char *value)
{
  const char *open = strrchr (value, '<');

  if (open == NULL || !g_str_has_suffix (value, ">") || open == value)
    {
      append_category (out, element, type, value);
      return;
    }
  g_string_append_printf (out, "<%s", element);
  if (type[0] != '\0')
    cog_xml_append_attribute (out, "type", type);
  {
    g_autofree char *target = g_strndup (open + 1, strlen (open + 1) - 1);
    g_autofree char *words = g_strndup (value, (gsize)(open - value));

    cog_xml_append_attribute (out, "target", target);
    g_string_append_c (out, '>');
    cog_xml_append_escaped (out, g_strchomp (words), -1);
  }
  g_string_append_printf (out, "</%s>\n", element);
}

/* is_shared: those that were read beside the terms of a language. */
static void
append_extra (GString *out, const char *extra, gboolean is_shared)
{
  g_auto (GStrv) lines = g_strsplit (extra != NULL ? extra : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 3);
      const char *element;

      if (g_strv_length (parts) != 3 || (parts[0][0] == '@') != is_shared)
        continue;
      element = parts[0] + is_shared;
      if (!is_element (element))
        continue;
      if (g_str_has_suffix (element, "ref"))
        append_reference (out, element, parts[1], parts[2]);
      else
        append_category (out, element, parts[1], parts[2]);
    }
}

void
cog_tbx_write_head (GString *out, const CogTermOptions *options)
{
  static const char about[] =
      "<titleStmt><title>Glossary</title></titleStmt><sourceDesc><p>Written by "
      "Cognate " COG_VERSION "</p></sourceDesc>";

  if (options->is_version_2)
    g_string_append_printf (
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n"
        "<martif type=\"TBX\" "
        "xml:lang=\"en\">\n<martifHeader><fileDesc>%s</fileDesc></martifHeader>\n"
        "<text>\n<body>\n",
        about);
  else
    g_string_append_printf (
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" type=\"TBX-Basic\" style=\"dca\""
        " xml:lang=\"en\">\n<tbxHeader><fileDesc>%s</fileDesc></tbxHeader>\n<text>\n<body>\n",
        about);
}

void
cog_tbx_write_foot (GString *out, const CogTermOptions *options)
{
  g_string_append_printf (out, "</body>\n</text>\n</%s>\n",
                          options->is_version_2 ? "martif" : "tbx");
}

static void
append_term (GString *out, const CogGlossaryTerm *term, const CogTermOptions *options)
{
  static const char *const statuses[] = { "preferredTerm-admn-sts", "admittedTerm-admn-sts",
                                          "deprecatedTerm-admn-sts" };
  const char *element = options->is_version_2 ? "tig" : "termSec";

  g_string_append_printf (out, "<%s>\n", element);
  append_category (out, "term", NULL, term->text);
  append_category (out, "termNote", "administrativeStatus", statuses[term->status]);
  append_category (out, "termNote", "partOfSpeech", term->part_of_speech);
  append_extra (out, term->extra, FALSE);
  append_category (out, "note", NULL, term->note);
  g_string_append_printf (out, "</%s>\n", element);
}

/* All terms of the language of the term at that place, unless an earlier one has it, too. */
static void
append_language (GString *out,
                 const CogGlossaryEntry *entry,
                 guint at,
                 const CogTermOptions *options)
{
  const CogGlossaryTerm *first = g_ptr_array_index (entry->terms, at);
  const char *element = options->is_version_2 ? "langSet" : "langSec";

  for (guint i = 0; i < at; i++)
    if (g_str_equal (((CogGlossaryTerm *)g_ptr_array_index (entry->terms, i))->language,
                     first->language))
      return;
  g_string_append_printf (out, "<%s", element);
  cog_xml_append_attribute (out, "xml:lang", first->language);
  g_string_append (out, ">\n");
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = at; i < entry->terms->len; i++)
      {
        const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);

        if (!g_str_equal (term->language, first->language))
          continue;
        if (pass == 0)
          append_extra (out, term->extra, TRUE);
        else
          append_term (out, term, options);
      }
  g_string_append_printf (out, "</%s>\n", element);
}

/* An id of XML is a name, and no other entry's. */
static gboolean
is_free_identifier (const char *id, GHashTable *identifiers)
{
  if (id == NULL || (!g_ascii_isalpha (id[0]) && id[0] != '_'))
    return FALSE;
  for (const char *c = id; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("-_.", *c) == NULL)
      return FALSE;
  return !g_hash_table_contains (identifiers, id);
}

static char *
dup_identifier (const CogGlossaryEntry *entry, GHashTable *identifiers)
{
  g_autofree char *id = g_strdup (entry->identifier);

  for (guint i = 0; !is_free_identifier (id, identifiers); i++)
    {
      g_free (id);
      id = i == 0 ? g_strdup_printf ("c%" G_GINT64_FORMAT, entry->id)
                  : g_strdup_printf ("c%" G_GINT64_FORMAT "-%u", entry->id, i);
    }
  g_hash_table_add (identifiers, g_strdup (id));
  return g_steal_pointer (&id);
}

void
cog_tbx_write_entry (GString *out,
                     const CogGlossaryEntry *entry,
                     const CogTermOptions *options,
                     GHashTable *identifiers)
{
  const char *element = options->is_version_2 ? "termEntry" : "conceptEntry";
  g_autofree char *id = dup_identifier (entry, identifiers);

  g_string_append_printf (out, "<%s", element);
  cog_xml_append_attribute (out, "id", id);
  g_string_append (out, ">\n");
  append_category (out, "descrip", "subjectField", entry->subject);
  append_category (out, "descrip", "definition", entry->definition);
  append_category (out, "admin", "source", entry->origin);
  append_category (out, "admin", "projectSubset", entry->project);
  append_category (out, "admin", "x-licence", entry->licence);
  append_extra (out, entry->extra, FALSE);
  append_category (out, "note", NULL, entry->note);
  for (guint i = 0; i < entry->terms->len; i++)
    append_language (out, entry, i, options);
  g_string_append_printf (out, "</%s>\n", element);
}
