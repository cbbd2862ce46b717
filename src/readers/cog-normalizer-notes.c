/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-normalizer-private.h"

#include <string.h>

typedef struct
{
  GHashTable *by_id; /* id → xmlNode */
  GHashTable *notes; /* xmlNode of a note → itself */
} Notes;

static void
collect_ids (Notes *notes, xmlNode *root)
{
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id != NULL && !g_hash_table_contains (notes->by_id, id))
        g_hash_table_insert (notes->by_id, id, n);
      else
        g_free (id);
    }
}

static xmlNode *
get_target (Notes *notes, const xmlNode *link)
{
  g_autofree char *href = cog_xml_dup_attribute (link, "href");

  return href != NULL && href[0] == '#' ? g_hash_table_lookup (notes->by_id, href + 1) : NULL;
}

static gboolean
is_noteref (const xmlNode *link)
{
  return cog_xml_has_word (link, "epub:type", "noteref") ||
         cog_xml_has_word (link, "role", "doc-noteref");
}

static gboolean
is_typed_note (const xmlNode *node)
{
  return cog_xml_has_word (node, "epub:type", "footnote") ||
         cog_xml_has_word (node, "epub:type", "endnote") ||
         cog_xml_has_word (node, "epub:type", "rearnote") ||
         cog_xml_has_word (node, "role", "doc-footnote") ||
         cog_xml_has_word (node, "role", "doc-endnote");
}

/* The block that a link into a note means: the nearest item, aside or paragraph. */
static xmlNode *
climb_to_block (xmlNode *node)
{
  for (xmlNode *n = node; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    {
      if (is_typed_note (n) || cog_xml_is (n, NULL, "li") || cog_xml_is (n, NULL, "aside") ||
          cog_xml_is (n, NULL, "dd"))
        return n;
      if (cog_xml_is (n, NULL, "p") && !cog_xml_is (n->parent, NULL, "li") &&
          !cog_xml_is (n->parent, NULL, "aside") && !is_typed_note (n->parent))
        return n;
      if (cog_xml_is (n, NULL, "section") || cog_xml_is (n, NULL, "td"))
        return NULL;
    }
  return NULL;
}

/* "1", "[12]", "*", "a", "(iv)": what a note is called by. */
static gboolean
is_short_mark (const xmlNode *link)
{
  g_autofree char *text = cog_xml_dup_folded_text (link);
  glong length = g_utf8_strlen (text, -1);

  if (length == 0 || length > 6)
    return FALSE;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!g_unichar_isdigit (letter) &&
          strchr ("[]()*ivxlcIVXLC", (int)MIN (letter, 127)) == NULL &&
          g_unichar_type (letter) != G_UNICODE_OTHER_NUMBER && letter != 0x2020 &&
          letter != 0x2021 && !(length <= 3 && g_unichar_isalpha (letter) && letter < 0x80))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_raised (const xmlNode *link)
{
  if (cog_xml_is (link->parent, NULL, "sup"))
    return TRUE;
  return cog_xml_is (cog_xml_first_element (link), NULL, "sup");
}

static const xmlNode *
find_block (const xmlNode *node)
{
  while (node != NULL && node->type == XML_ELEMENT_NODE && !cog_vocabulary_is_block_node (node))
    node = node->parent;
  return node;
}

/* Whether a block links back to the place of a reference: to the link itself, something around it,
 * or an empty place in the same paragraph. */
static gboolean
links_back (Notes *notes, const xmlNode *block, const xmlNode *link)
{
  for (const xmlNode *n = block; n != NULL; n = cog_xml_next_in (block, n))
    {
      xmlNode *target = cog_xml_is (n, NULL, "a") ? get_target (notes, n) : NULL;

      if (target != NULL && target->children == NULL && find_block (target) == find_block (link))
        return TRUE;
      for (const xmlNode *up = link; target != NULL && up != NULL && up->type == XML_ELEMENT_NODE;
           up = up->parent)
        {
          if (up == target)
            return TRUE;
          if (cog_vocabulary_is_block_node (up))
            break;
        }
    }
  return FALSE;
}

static void
set_type (xmlNode *node, const char *type, const char *role)
{
  xmlNode *root = xmlDocGetRootElement (node->doc);
  xmlNs *ns = xmlSearchNsByHref (node->doc, root, (const xmlChar *)COG_NS_EPUB);

  xmlSetNsProp (node, ns, (const xmlChar *)"type", (const xmlChar *)type);
  cog_xml_set (node, "role", role);
}

static void
rename_node (xmlNode *node, const char *name)
{
  xmlNodeSetName (node, (const xmlChar *)name);
}

/* A paragraph that is a note becomes an aside with a paragraph in it. */
static xmlNode *
wrap_in_aside (xmlNode *p)
{
  xmlNode *aside =
      xmlNewDocNode (p->doc, xmlDocGetRootElement (p->doc)->ns, (const xmlChar *)"aside", NULL);
  g_autofree char *id = cog_xml_dup_attribute (p, "id");

  xmlReplaceNode (p, aside);
  xmlAddChild (aside, p);
  cog_xml_set (p, "id", NULL);
  cog_xml_set (aside, "id", id);
  return aside;
}

static void
mark_note (Notes *notes, xmlNode *block)
{
  if (g_hash_table_contains (notes->notes, block))
    return;
  if (cog_xml_is (block, NULL, "p"))
    {
      g_autofree char *id = cog_xml_dup_attribute (block, "id");

      block = wrap_in_aside (block);
      if (id != NULL)
        g_hash_table_replace (notes->by_id, g_strdup (id), block);
    }
  if (cog_xml_is (block, NULL, "section"))
    rename_node (block, "aside");
  if (cog_xml_is (block, NULL, "li"))
    set_type (block, "endnote", NULL);
  else
    set_type (block, "footnote", "doc-footnote");
  g_hash_table_add (notes->notes, block);
}

static void
point_to (xmlNode *link, xmlNode *block, Notes *notes)
{
  g_autofree char *id = cog_xml_dup_attribute (block, "id");
  g_autofree char *href = cog_xml_dup_attribute (link, "href");
  g_autofree char *mended = NULL;

  /* The id stood on something inside: the note itself takes it over when it has none. */
  if (id == NULL && href != NULL)
    {
      xmlNode *inner = g_hash_table_lookup (notes->by_id, href + 1);

      if (inner != NULL && inner != block)
        cog_xml_set (inner, "id", NULL);
      cog_xml_set (block, "id", href + 1);
      g_hash_table_replace (notes->by_id, g_strdup (href + 1), block);
      return;
    }
  mended = g_strconcat ("#", id, NULL);
  cog_xml_set (link, "href", mended);
}

static void
mend_reference (Notes *notes, xmlNode *link)
{
  xmlNode *target = get_target (notes, link);
  xmlNode *block = target != NULL ? climb_to_block (target) : NULL;
  gboolean typed = is_noteref (link);

  if (target != NULL && block == NULL && is_typed_note (target))
    block = target;
  if (block == NULL && typed && target != NULL && cog_xml_is (target, NULL, "section") &&
      target != xmlDocGetRootElement (target->doc))
    block = target;
  if (block == NULL)
    {
      /* A reference to a note that is not there is a plain link, which identify mends. */
      if (typed && target == NULL)
        {
          xmlUnsetNsProp (link, xmlSearchNsByHref (link->doc, link, (const xmlChar *)COG_NS_EPUB),
                          (const xmlChar *)"type");
          cog_xml_set (link, "role", NULL);
        }
      return;
    }
  if (!typed && !(is_short_mark (link) &&
                  (is_typed_note (block) || (is_raised (link) && links_back (notes, block, link)))))
    return;
  /* The way back from a note is short, too. */
  for (const xmlNode *up = link->parent; up != NULL && up->type == XML_ELEMENT_NODE;
       up = up->parent)
    if (is_typed_note (up) || g_hash_table_contains (notes->notes, (gpointer)up))
      return;
  mark_note (notes, block);
  if (cog_xml_is (block, NULL, "p"))
    block = block->parent;
  point_to (link, block, notes);
  set_type (link, "noteref", "doc-noteref");
}

static void
collect_links (GPtrArray *links, xmlNode *root)
{
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (cog_xml_is (n, NULL, "a") && xmlHasProp (n, (const xmlChar *)"href"))
      g_ptr_array_add (links, n);
}

static gboolean
is_back_arrow (const xmlNode *link)
{
  g_autofree char *text = cog_xml_dup_folded_text (link);

  return text[0] == '\0' || strstr (text, "↩") != NULL || strstr (text, "↑") != NULL ||
         strstr (text, "^") != NULL || strstr (text, "⏎") != NULL || strstr (text, "↵") != NULL;
}

static xmlNode *
note_around (Notes *notes, xmlNode *node)
{
  for (xmlNode *up = node->parent; up != NULL && up->type == XML_ELEMENT_NODE; up = up->parent)
    if (g_hash_table_contains (notes->notes, up))
      return up;
  return NULL;
}

/* "^ a b Horn, Roger A.": the caret that stood before the ways back. */
static void
strip_caret (xmlNode *note)
{
  for (xmlNode *n = note; n != NULL; n = cog_xml_next_in (note, n))
    if (n->type == XML_TEXT_NODE && n->content != NULL)
      {
        const char *text = (const char *)n->content;
        gsize blank = strspn (text, " \t\n");
        g_autofree char *escaped = NULL;

        if (text[blank] == '\0')
          continue;
        if (text[blank] != '^')
          return;
        blank++;
        blank += strspn (text + blank, " \t\n");
        escaped = g_markup_escape_text (text + blank, -1);
        xmlNodeSetContent (n, (const xmlChar *)escaped);
        return;
      }
}

/* Drops the way back: writers make their own. The number of a note that it showed goes with it. */
static void
drop_backlink (Notes *notes, xmlNode *link)
{
  xmlNode *note = note_around (notes, link);
  xmlNode *target;
  xmlNode *around = link->parent;
  gboolean typed = cog_xml_has_word (link, "role", "doc-backlink") ||
                   cog_xml_has_word (link, "epub:type", "backlink") ||
                   cog_xml_has_word (link, "epub:type", "referrer");

  if (note == NULL)
    return;
  target = get_target (notes, link);
  if (!typed && !(target != NULL && !g_hash_table_contains (notes->notes, target) &&
                  (is_back_arrow (link) || is_short_mark (link))))
    return;
  xmlUnlinkNode (link);
  xmlFreeNode (link);
  if (around->children == NULL && around != note && around->type == XML_ELEMENT_NODE)
    {
      xmlUnlinkNode (around);
      xmlFreeNode (around);
    }
  strip_caret (note);
}

void
cog_normalizer_mend_notes (GPtrArray *sections)
{
  Notes notes = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                  g_hash_table_new (NULL, NULL) };
  g_autoptr (GPtrArray) links = g_ptr_array_new ();

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      collect_ids (&notes, root);
      collect_links (links, root);
    }
  for (guint i = 0; i < links->len; i++)
    mend_reference (&notes, g_ptr_array_index (links, i));
  for (guint i = 0; i < links->len; i++)
    drop_backlink (&notes, g_ptr_array_index (links, i));
  g_hash_table_unref (notes.by_id);
  g_hash_table_unref (notes.notes);
}
