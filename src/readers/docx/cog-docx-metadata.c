/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-metadata.h"

#include "cog-prose-findings.h"
#include "cog-prose-own.h"
#include "cog-evidence.h"
#include "cog-language.h"
#include "cog-reader-findings.h"
#include "cog-rights-record.h"

#include <string.h>

#define CORE "docProps/core.xml"
#define CUSTOM "docProps/custom.xml"

static void
take_property (CogBook *book, CogReport *report, const char *name, const char *value)
{
  CogCredit *credit = book->credit;

  if (value[0] == '\0')
    return;
  if (g_str_equal (name, "title") && credit->title == NULL)
    credit->title = g_strdup (value);
  else if (g_str_equal (name, "creator"))
    cog_prose_add_people (book, value, COG_ROLE_AUTHOR);
  else if (g_str_equal (name, "description") && book->description == NULL)
    book->description = g_strdup (value);
  else if (g_str_equal (name, "subject") || g_str_equal (name, "keywords"))
    cog_prose_add_subjects (book, value);
  else if (g_str_equal (name, "identifier") && book->identifier == NULL)
    book->identifier = g_strdup (value);
  else if (g_str_equal (name, "language"))
    cog_prose_set_language (book, value);
  else if (g_str_equal (name, "rights") || g_str_equal (name, "license"))
    cog_evidence_add (book, report, COG_EVIDENCE_METADATA, CORE, name, value, NULL);
}

static xmlDoc *
parse (CogContainer *container, const char *part)
{
  g_autoptr (GBytes) bytes =
      cog_container_has (container, part) ? cog_container_read (container, part, NULL) : NULL;

  return bytes != NULL ? cog_xml_parse (bytes, part, NULL, NULL) : NULL;
}

void
cog_docx_read_properties (CogBook *book, CogReport *report, CogContainer *container)
{
  g_autoptr (xmlDoc) core = parse (container, CORE);
  g_autoptr (xmlDoc) custom = parse (container, CUSTOM);

  for (xmlNode *n = core != NULL ? cog_xml_first_element (xmlDocGetRootElement (core)) : NULL;
       n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *value = cog_xml_dup_folded_text (n);

      take_property (book, report, (const char *)n->name, value);
    }
  for (xmlNode *n = custom != NULL ? cog_xml_first_element (xmlDocGetRootElement (custom)) : NULL;
       n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *name = cog_xml_dup_attribute (n, "name");
      g_autofree char *value = cog_xml_dup_folded_text (n);

      if (name != NULL && value[0] != '\0' && cog_prose_is_about_rights (name) &&
          !g_str_equal (name, COG_RIGHTS_RECORD_PROPERTY))
        cog_evidence_add (book, report, COG_EVIDENCE_METADATA, CUSTOM, name, value, NULL);
    }
}

/* Where LibreOffice made the document of an OpenDocument text. */
static void
read_record_property (CogBook *book, CogDocxWalk *walk, CogContainer *container)
{
  g_autoptr (xmlDoc) custom = parse (container, CUSTOM);

  for (xmlNode *n = custom != NULL ? cog_xml_first_element (xmlDocGetRootElement (custom)) : NULL;
       n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *name = cog_xml_dup_attribute (n, "name");
      g_autofree char *json =
          g_strcmp0 (name, COG_RIGHTS_RECORD_PROPERTY) == 0 ? cog_xml_dup_text (n) : NULL;

      if (json != NULL && cog_prose_read_record (walk->prose, book, json, strlen (json)))
        return;
    }
}

void
cog_docx_read_record (CogBook *book, CogDocxWalk *walk, CogContainer *container)
{
  g_autoptr (GPtrArray) parts = cog_docx_package_list_kind (walk->package, "customXml");

  for (guint i = 0; i < parts->len && !walk->prose->is_own; i++)
    {
      const xmlNode *root = cog_docx_package_get_root (walk->package, g_ptr_array_index (parts, i));
      g_autofree char *json = cog_xml_is (root, COG_RIGHTS_RECORD_NS, COG_RIGHTS_RECORD_ELEMENT)
                                  ? cog_xml_dup_text (root)
                                  : NULL;

      if (json != NULL)
        cog_prose_read_record (walk->prose, book, json, strlen (json));
    }
  if (!walk->prose->is_own)
    read_record_property (book, walk, container);
}

typedef struct
{
  GHashTable *letters; /* tag → how many */
  GString *text;       /* for the guess */
} Languages;

static void
count_run (CogDocxWalk *walk, Languages *languages, const xmlNode *t)
{
  const xmlNode *properties = cog_docx_child (t->parent, "rPr");
  const xmlNode *own = cog_docx_child (properties, "lang");
  gboolean is_complex =
      cog_docx_toggle (properties, "rtl") == 1 || cog_docx_toggle (properties, "cs") == 1;
  const char *attribute = is_complex ? "bidi" : "val";
  g_autofree char *value = cog_docx_dup (own, attribute);
  g_autofree char *tag = NULL;
  g_autofree char *text = cog_xml_dup_text (t);
  guint count;

  if (value == NULL)
    value = cog_docx_dup (cog_docx_styles_get_language (walk->styles), attribute);
  if (languages->text->len < 40000)
    g_string_append (languages->text, text);
  tag = value != NULL ? cog_language_canonicalise (value) : NULL;
  if (tag == NULL || !cog_language_is_valid (tag) || g_str_has_prefix (tag, "x-"))
    return;
  count = GPOINTER_TO_UINT (g_hash_table_lookup (languages->letters, tag)) + (guint)strlen (text);
  g_hash_table_replace (languages->letters, g_steal_pointer (&tag), GUINT_TO_POINTER (count));
}

void
cog_docx_read_language (CogBook *book, CogReport *report, CogDocxWalk *walk)
{
  const char *part = cog_docx_package_get_main (walk->package);
  const xmlNode *root = cog_docx_package_get_root (walk->package, part);
  Languages languages = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                          g_string_new (NULL) };

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      if (cog_docx_is (n, "t") && cog_docx_is (n->parent, "r"))
        count_run (walk, &languages, n);
      if (cog_docx_is (n, "p"))
        g_string_append_c (languages.text, '\n');
    }
  cog_prose_settle_language (walk->prose, book, part, languages.letters, languages.text->str);
  g_hash_table_unref (languages.letters);
  g_string_free (languages.text, TRUE);
}

static gboolean
scan_part (CogBook *book, CogReport *report, CogDocxPackage *package, const char *part)
{
  const xmlNode *root = cog_docx_package_get_root (package, part);
  gboolean has_words = FALSE;

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *words = cog_docx_is (n, "p") ? cog_xml_dup_folded_text (n) : NULL;

      if (words == NULL || words[0] == '\0')
        continue;
      has_words = TRUE;
      cog_evidence_scan_text (book, report, part, "p", words);
    }
  return has_words;
}

void
cog_docx_read_running_heads (CogBook *book, CogReport *report, CogDocxPackage *package)
{
  static const char *const kinds[] = { "header", "footer" };
  gboolean has_any = FALSE;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) parts = cog_docx_package_list_kind (package, kinds[k]);

      for (guint i = 0; i < parts->len; i++)
        has_any |= scan_part (book, report, package, g_ptr_array_index (parts, i));
    }
  if (has_any)
    cog_report_add (report, &cog_finding_running_heads, cog_docx_package_get_main (package), NULL,
                    NULL);
}

void
cog_docx_report_comments (CogDocxWalk *walk)
{
  const char *part = cog_docx_package_find_kind (walk->package, "comments");
  const xmlNode *root = part != NULL ? cog_docx_package_get_root (walk->package, part) : NULL;

  for (const xmlNode *n = root != NULL ? cog_xml_first_element (root) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *author = cog_docx_dup (n, "author");
      g_autofree char *words = cog_docx_is (n, "comment") ? cog_xml_dup_folded_text (n) : NULL;

      if (words != NULL)
        cog_prose_report_comment (walk->prose, part, author, words);
    }
}
