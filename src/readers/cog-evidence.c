/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-evidence.h"

#include "cog-caption.h"
#include "cog-evidence-words.h"

#include "cog-credit-line.h"
#include "cog-doubt.h"
#include "cog-licence.h"
#include "cog-reader-findings.h"

#include <string.h>

#define RESERVED "LicenseRef-AllRightsReserved"
#define MAX_STATEMENT 1500 /* bytes */

/* "(c)" deep in a sentence speaks of a notice and is none; so does "Copyright pages exist …". */
static gboolean
is_notice (const char *words)
{
  const char *sign = strstr (words, "(c) ");
  const char *name = words + strlen ("copyright");

  if (strstr (words, "©") != NULL || (sign != NULL && sign - words < 40))
    return TRUE;
  return g_ascii_strncasecmp (words, "copyright", strlen ("copyright")) == 0 &&
         !g_unichar_islower (g_utf8_get_char (name + strspn (name, " ")));
}

static gboolean
is_more_exact (const char *a, const char *b)
{
  const CogLicence *first = cog_licence_lookup (a);
  const CogLicence *second = cog_licence_lookup (b);

  return first != NULL && second != NULL &&
         ((second->is_unversioned && !first->is_unversioned) ||
          (first->port != NULL && second->port == NULL && !second->is_unversioned));
}

static void
settle (CogBook *book, CogReport *report, const CogStatement *statement)
{
  CogCredit *credit = book->credit;
  g_autofree char *both = NULL;
  const char *chosen;

  if (credit->licence == NULL)
    chosen = statement->licence;
  else if (g_str_equal (credit->licence, statement->licence))
    return;
  else if (cog_licence_is_same_but_vaguer (credit->licence, statement->licence))
    chosen =
        is_more_exact (statement->licence, credit->licence) ? statement->licence : credit->licence;
  else
    {
      cog_report_add (report, &cog_finding_licences_differ, statement->file, credit->licence,
                      statement->licence);
      chosen = both = cog_licence_dup_both (credit->licence, statement->licence);
    }
  if (g_str_equal (chosen, credit->licence != NULL ? credit->licence : ""))
    return;
  /* Of two that bind, one address would name but one. */
  g_free (credit->licence_url);
  credit->licence_url = g_str_equal (chosen, statement->licence) ? g_strdup (statement->url) : NULL;
  g_free (credit->licence);
  credit->licence = g_strdup (chosen);
}

static gboolean
is_known (const CogCredit *credit, const CogStatement *statement)
{
  for (guint i = 0; i < credit->statements->len; i++)
    {
      const CogStatement *other = g_ptr_array_index (credit->statements, i);

      if (g_strcmp0 (other->words, statement->words) == 0 &&
          g_strcmp0 (other->url, statement->url) == 0 &&
          g_strcmp0 (other->file, statement->file) == 0)
        return TRUE;
    }
  return credit->statements->len >= 50;
}

/* Whether "all rights reserved" was said beside a permission. */
static gboolean
is_outweighed (const CogCredit *credit, const CogStatement *statement)
{
  if (!g_str_equal (statement->licence, RESERVED))
    return FALSE;
  for (guint i = 0; i < credit->statements->len; i++)
    {
      const CogStatement *other = g_ptr_array_index (credit->statements, i);

      if (other->licence == NULL && g_strcmp0 (other->odd, "modified") == 0)
        return TRUE;
    }
  return FALSE;
}

/* decides: whether the book's licence follows from it. */
static void
add (CogBook *book,
     CogReport *report,
     CogEvidenceKind kind,
     const char *file,
     const char *place,
     const char *words,
     const char *url,
     gboolean decides)
{
  g_autoptr (CogStatement) statement = NULL;
  g_autofree char *folded = NULL;

  folded = words != NULL ? cog_xml_fold_space (words) : NULL;
  if (folded != NULL && folded[0] == '\0')
    g_clear_pointer (&folded, g_free);
  if (folded == NULL && url == NULL)
    return;
  statement = cog_statement_new (kind, file, place, folded, url);
  cog_statement_recognise (statement);
  if (folded != NULL && is_notice (folded) && book->credit->copyright == NULL &&
      strlen (folded) < 600)
    book->credit->copyright = g_strdup (folded);
  if (is_known (book->credit, statement))
    return;
  if (statement->licence != NULL && decides && !is_outweighed (book->credit, statement))
    settle (book, report, statement);
  else if (statement->licence == NULL && statement->odd == NULL &&
           (kind == COG_EVIDENCE_TEXT || url != NULL))
    return;
  g_ptr_array_add (book->credit->statements, g_steal_pointer (&statement));
}

void
cog_evidence_add (CogBook *book,
                  CogReport *report,
                  CogEvidenceKind kind,
                  const char *file,
                  const char *place,
                  const char *words,
                  const char *url)
{
  g_return_if_fail (book != NULL);
  add (book, report, kind, file, place, words, url, TRUE);
}

/* Words of a text that the catalogue has no licence for stay beside "all rights reserved": what
 * holds, the person decides. */
static void
add_own_permission (CogBook *book, const char *file, const char *place, const char *text)
{
  CogCredit *credit = book->credit;
  CogStatement *statement;

  if (credit->licence != NULL && !g_str_equal (credit->licence, RESERVED))
    return;
  statement = cog_statement_new (COG_EVIDENCE_TEXT, file, place, text, NULL);
  statement->odd = g_strdup ("modified");
  if (is_known (credit, statement))
    {
      cog_statement_free (statement);
      return;
    }
  g_ptr_array_add (credit->statements, statement);
  g_clear_pointer (&credit->licence, g_free);
  g_clear_pointer (&credit->licence_url, g_free);
}

void
cog_evidence_scan_text (
    CogBook *book, CogReport *report, const char *file, const char *place, const char *text)
{
  g_return_if_fail (book != NULL && text != NULL);

  /* A paragraph that states a licence is short; a chapter about licences is not a statement. */
  if (strlen (text) >= MAX_STATEMENT)
    return;
  if (cog_evidence_gives_own_permission (text) && !cog_evidence_speaks_of_licence (text))
    add_own_permission (book, file, place, text);
  else if (cog_evidence_speaks_of_licence (text))
    add (book, report, COG_EVIDENCE_TEXT, file, place, text, NULL,
         !cog_evidence_is_of_program (text));
}

/* Removes the bytes start..end of the text in node, over all its inlines. */
static void
cut_text (xmlNode *node, gsize start, gsize end)
{
  gsize at = 0;

  for (xmlNode *n = cog_xml_next_in (node, node), *next; n != NULL && at < end; n = next)
    {
      gsize length, from, to;

      next = cog_xml_next_in (node, n);
      if (n->type != XML_TEXT_NODE || n->content == NULL)
        continue;
      length = strlen ((const char *)n->content);
      from = start > at ? MIN (start - at, length) : 0;
      to = MIN (end - at, length);
      if (to > from)
        {
          g_autoptr (GString) rest = g_string_new ((const char *)n->content);
          g_autofree char *escaped = NULL;

          g_string_erase (rest, from, to - from);
          escaped = g_markup_escape_text (rest->str, -1);
          xmlNodeSetContent (n, (const xmlChar *)escaped);
        }
      at += length;
    }
}

static gboolean
is_empty (const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);

  return text[0] == '\0' && cog_xml_first_element (node) == NULL &&
         !cog_xml_is (node, NULL, "img") && !cog_xml_is (node, NULL, "br") &&
         !xmlHasProp (node, (const xmlChar *)"id");
}

/* Links and paragraphs whose words were the credit; the innermost go first. */
static void
drop_empty (xmlNode *caption)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (xmlNode *n = caption; n != NULL; n = cog_xml_next_in (caption, n))
    if (n != caption && n->type == XML_ELEMENT_NODE)
      g_ptr_array_add (nodes, n);
  for (guint i = nodes->len; i > 0; i--)
    {
      xmlNode *n = g_ptr_array_index (nodes, i - 1);

      if (is_empty (n))
        {
          xmlUnlinkNode (n);
          xmlFreeNode (n);
        }
    }
}

/* What the markup around an item stated already, and the words say again: one credit. */
static gboolean
join_stated (CogBook *book, CogCredit *words, const char *item)
{
  CogCredit *stated = NULL;

  for (guint i = 0; i < book->credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (book->credits, i);

      if (g_strcmp0 (credit->item, item) == 0 && credit->part == NULL)
        stated = credit;
    }
  if (stated == NULL)
    return FALSE;
  if (stated->title == NULL)
    stated->title = g_steal_pointer (&words->title);
  if (stated->agents->len == 0)
    g_ptr_array_extend_and_steal (stated->agents, g_steal_pointer (&words->agents));
  if (stated->source_name == NULL)
    stated->source_name = g_steal_pointer (&words->source_name);
  if (stated->source_url == NULL)
    stated->source_url = g_steal_pointer (&words->source_url);
  if (stated->changes == NULL)
    stated->changes = g_steal_pointer (&words->changes);
  if (stated->licence == NULL)
    stated->licence = g_steal_pointer (&words->licence);
  if (words->agents == NULL)
    words->agents = g_ptr_array_new ();
  return TRUE;
}

/* A section whose captions are read. */
typedef struct
{
  CogBook *book;
  CogSection *section;
  GHashTable *ids; /* that stand in it (nullable): nobody has asked yet */
  guint number;    /* of the last id that was made */
} Captions;

static GHashTable *
list_ids (const xmlNode *root)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id != NULL)
        g_hash_table_add (ids, id);
    }
  return ids;
}

/* The id of an item that a credit is of; one that has none gets one that nothing in its section
 * has. (transfer full) */
static char *
make_id (Captions *captions, xmlNode *item)
{
  char *id = cog_xml_dup_attribute (item, "id");

  if (id != NULL)
    return id;
  if (captions->ids == NULL)
    captions->ids = list_ids (cog_section_get_root (captions->section));
  captions->number = MAX (captions->number, captions->book->credits->len);
  do
    {
      g_free (id);
      id = g_strdup_printf ("%s-item-%u", captions->section->id, ++captions->number);
    }
  while (g_hash_table_contains (captions->ids, id));
  cog_xml_set (item, "id", id);
  return id;
}

static void
take_from_caption (Captions *captions, xmlNode *caption, xmlNode *of)
{
  CogBook *book = captions->book;
  g_autofree char *text = cog_caption_dup_text (caption);
  gsize start = 0, end = 0;
  g_autoptr (GPtrArray) credits = cog_credit_line_parse (text, &start, &end);
  g_autofree char *item = NULL;

  if (credits->len == 0)
    return;
  cog_caption_take_links (caption, text, start, end, credits);
  item = make_id (captions, of);
  if (credits->len == 1 && join_stated (book, g_ptr_array_index (credits, 0), item))
    g_ptr_array_set_size (credits, 0);
  while (credits->len > 0)
    {
      CogCredit *credit = g_ptr_array_steal_index (credits, 0);

      credit->item = g_strdup (item);
      credit->place = g_strdup (item);
      g_ptr_array_add (book->credits, credit);
    }
  cut_text (caption, start, end);
  drop_empty (caption);
}

static gboolean
is_blank (const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);

  return text[0] == '\0' && cog_xml_first_element (node) == NULL;
}

/* What the words of an element are about, if they are a caption. (nullable) */
static xmlNode *
find_item_of (xmlNode *node)
{
  if (cog_xml_is (node, NULL, "figcaption") || cog_xml_is (node, NULL, "caption"))
    return node->parent;
  return node->type == XML_ELEMENT_NODE ? cog_caption_find_picture (node) : NULL;
}

void
cog_evidence_take_credits (CogBook *book, CogSection *section)
{
  Captions captions = { book, section, NULL, 0 };
  xmlNode *root;

  g_return_if_fail (book != NULL && section != NULL);

  root = cog_section_get_root (section);
  for (xmlNode *n = root, *next; n != NULL; n = next)
    {
      xmlNode *of;

      next = cog_xml_next_in (root, n);
      of = find_item_of (n);
      if (of == NULL)
        continue;
      next = cog_xml_skip_in (root, n);
      take_from_caption (&captions, n, of);
      if (is_blank (n))
        {
          xmlUnlinkNode (n);
          xmlFreeNode (n);
        }
    }
  g_clear_pointer (&captions.ids, g_hash_table_unref);
}
