/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markup.h"

#include "cog-licence.h"
#include "cog-vocabulary.h"

#include <string.h>

struct _CogMarkup
{
  const CogBook *book;
  CogMarkupKind kind;
  GHashTable *documents;  /* section id → file */
  GHashTable *owners;     /* element id → section id, borrowed */
  GHashTable *references; /* note id → id of the first reference to it */
  GHashTable *credited;   /* item id → CogCredit, borrowed */
  char *assets;
  gboolean embed;
};

static void
index_section (CogMarkup *self, const CogSection *section)
{
  xmlNode *root = cog_section_get_root (section);
  guint count = 0;

  g_hash_table_insert (self->owners, g_strdup (section->id), section->id);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autofree char *href = NULL;

      if (cog_xml_is (n, COG_NS_XHTML, "a") && cog_xml_has_word (n, "epub:type", "noteref"))
        {
          href = cog_xml_dup_attribute (n, "href");
          if (id == NULL)
            {
              /* The way back needs a place to go to. */
              id = g_strdup_printf ("%s-ref-%u", section->id, ++count);
              cog_xml_set (n, "id", id);
            }
          if (href != NULL && href[0] == '#' && !g_hash_table_contains (self->references, href + 1))
            g_hash_table_insert (self->references, g_strdup (href + 1), g_strdup (id));
        }
      if (id != NULL)
        g_hash_table_insert (self->owners, id, section->id);
    }
}

CogMarkup *
cog_markup_new (const CogBook *book, CogMarkupKind kind)
{
  CogMarkup *self = g_new0 (CogMarkup, 1);
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  self->book = book;
  self->kind = kind;
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->credited = g_hash_table_new (g_str_hash, g_str_equal);
  self->assets = g_strdup ("");
  for (guint i = 0; i < sections->len; i++)
    index_section (self, g_ptr_array_index (sections, i));
  for (guint i = 0; i < book->credits->len; i++)
    {
      CogCredit *credit = g_ptr_array_index (book->credits, i);

      if (credit->item != NULL)
        g_hash_table_insert (self->credited, credit->item, credit);
    }
  return self;
}

void
cog_markup_free (CogMarkup *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->documents);
  g_hash_table_unref (self->owners);
  g_hash_table_unref (self->references);
  g_hash_table_unref (self->credited);
  g_free (self->assets);
  g_free (self);
}

void
cog_markup_place (CogMarkup *self, const CogSection *section, const char *file)
{
  g_return_if_fail (self != NULL && section != NULL && file != NULL);
  g_hash_table_insert (self->documents, g_strdup (section->id), g_strdup (file));
}

void
cog_markup_set_assets (CogMarkup *self, const char *prefix, gboolean embed)
{
  g_return_if_fail (self != NULL);
  g_free (self->assets);
  self->assets = g_strdup (prefix);
  self->embed = embed;
}

void
cog_markup_append_escaped (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      default:
        g_string_append_c (out, *c);
      }
}

typedef struct
{
  CogMarkup *self;
  GString *out;
  const CogSection *section;
  guint shift;
  CogMarkupFeatures *features;
} Writing;

static void
append_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  cog_markup_append_escaped (out, value);
  g_string_append_c (out, '"');
}

static void
append_reference (Writing *w, const char *id)
{
  const char *owner = g_hash_table_lookup (w->self->owners, id);
  const char *file = owner != NULL ? g_hash_table_lookup (w->self->documents, owner) : NULL;
  const char *here = g_hash_table_lookup (w->self->documents, w->section->id);
  g_autofree char *whole = NULL;

  if (file == NULL || g_strcmp0 (file, here) == 0)
    whole = g_strconcat ("#", id, NULL);
  else if (g_strcmp0 (owner, id) == 0)
    whole = g_strdup (file);
  else
    whole = g_strconcat (file, "#", id, NULL);
  append_attribute (w->out, "href", whole);
}

static void
append_link (Writing *w, const xmlNode *node, const char *href)
{
  if (href[0] == '#')
    {
      append_reference (w, href + 1);
      return;
    }
  append_attribute (w->out, "href", href);
  /* In the line under a figure, the figure is what the link speaks of. */
  if (cog_xml_has_word (node->parent, "class", "credit") && cog_licence_lookup_url (href) != NULL)
    append_attribute (w->out, "rel", "license");
}

static void
append_asset (Writing *w, const char *attribute, const char *name)
{
  const CogAsset *asset = cog_book_find_asset (w->self->book, name);
  g_autofree char *address = NULL;

  if (asset == NULL)
    return;
  if (w->self->embed)
    {
      gsize size;
      const guchar *data = g_bytes_get_data (asset->bytes, &size);
      g_autofree char *base64 = g_base64_encode (data, size);

      address = g_strdup_printf ("data:%s;base64,%s", asset->media_type, base64);
    }
  else
    address = g_strconcat (w->self->assets, name, NULL);
  append_attribute (w->out, attribute, address);
}

static const xmlNode *
find_caption (const xmlNode *image)
{
  for (const xmlNode *n = image->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, "figure"))
      return cog_xml_find_child (n, NULL, "figcaption");
  return NULL;
}

/* A picture whose description nobody wrote: its caption says at least what it is. */
static char *
dup_alt (const CogMarkup *self, const xmlNode *image)
{
  char *alt = cog_xml_dup_attribute (image, "alt");
  const xmlNode *caption = alt == NULL ? find_caption (image) : NULL;

  if (caption != NULL)
    {
      alt = cog_xml_dup_folded_text (caption);
      if (alt[0] != '\0')
        return alt;
      g_clear_pointer (&alt, g_free);
    }
  return alt != NULL ? alt : g_strdup (cog_markup_get_word (self->book->language, "picture"));
}

static gboolean
is_in (const xmlNode *node, const char *name)
{
  for (const xmlNode *n = node->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, name))
      return TRUE;
  return FALSE;
}

static gboolean
is_boolean (const char *name)
{
  return strcmp (name, "reversed") == 0 || strcmp (name, "controls") == 0 ||
         strcmp (name, "open") == 0 || strcmp (name, "default") == 0;
}

static void
append_plain_attribute (Writing *w, const xmlNode *node, const char *name, const char *value)
{
  if (strcmp (name, "href") == 0 && cog_xml_is (node, COG_NS_XHTML, "a"))
    append_link (w, node, value);
  else if (strcmp (name, "src") == 0 || strcmp (name, "poster") == 0)
    append_asset (w, name, value);
  else if (strcmp (name, "lang") == 0)
    {
      append_attribute (w->out, "lang", value);
      if (w->self->kind == COG_MARKUP_EPUB)
        append_attribute (w->out, "xml:lang", value);
    }
  else if (strcmp (name, "href") == 0 && value[0] != '#' && cog_xml_is (node, COG_NS_SVG, "image"))
    append_asset (w, "href", value);
  else if (strcmp (name, "alt") != 0)
    append_attribute (w->out, name, is_boolean (name) ? name : value);
}

/* A section that nothing heads is a box without a place in the outline. */
static gboolean
has_heading (const xmlNode *section)
{
  const xmlNode *first = cog_xml_first_element (section);

  return first != NULL && first->name[0] == 'h' && g_ascii_isdigit (first->name[1]);
}

static void
append_epub_type (Writing *w, const xmlNode *node, const char *value)
{
  g_autofree char *role = cog_xml_dup_attribute (node, "role");

  if (w->self->kind == COG_MARKUP_EPUB)
    append_attribute (w->out, "epub:type", value);
  /* Parts of a book get the role that says the same to a screen reader. */
  if (role == NULL && cog_xml_is (node, NULL, "section") && has_heading (node) &&
      strchr (value, ' ') == NULL)
    {
      const char *same = cog_vocabulary_role_for_type (value);

      if (same != NULL)
        append_attribute (w->out, "role", same);
    }
}

static void
append_attributes (Writing *w, const xmlNode *node)
{
  /* On the web a printed page's number is only a place to link to. */
  gboolean is_place =
      w->self->kind == COG_MARKUP_HTML && cog_xml_has_word (node, "epub:type", "pagebreak");

  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    {
      g_autofree char *value = (char *)xmlNodeListGetString (node->doc, a->children, 1);
      const char *name = (const char *)a->name;

      if (is_place && strcmp (name, "id") != 0)
        continue;
      if (a->ns == NULL)
        append_plain_attribute (w, node, name, value != NULL ? value : "");
      else if (strcmp ((const char *)a->ns->href, COG_NS_EPUB) == 0)
        append_epub_type (w, node, value != NULL ? value : "");
      else if (strcmp ((const char *)a->ns->href, COG_NS_XLINK) == 0 && value != NULL &&
               value[0] == '#')
        append_attribute (w->out, "href", value);
    }
}

/* The figure's own subject for what its credit line states (RDFa 1.1: resource with typeof). */
static void
append_rights (Writing *w, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  xmlNode *image = NULL;

  if (w->self->embed || id == NULL || !g_hash_table_contains (w->self->credited, id))
    return;
  for (xmlNode *n = (xmlNode *)node; n != NULL && image == NULL; n = cog_xml_next_in (node, n))
    if (cog_xml_is (n, NULL, "img"))
      image = n;
  if (image == NULL)
    return;
  {
    g_autofree char *source = cog_xml_dup_attribute (image, "src");
    g_autofree char *address = g_strconcat (w->self->assets, source, NULL);

    append_attribute (w->out, "typeof", "schema:ImageObject");
    append_attribute (w->out, "resource", address);
  }
}

static const char *
get_name (Writing *w, const xmlNode *node, char buffer[3])
{
  const char *name = (const char *)node->name;

  if (w->shift > 0 && name[0] == 'h' && g_ascii_isdigit (name[1]) && name[2] == '\0')
    {
      buffer[0] = 'h';
      buffer[1] = (char)('0' + MIN (6, (guint)(name[1] - '0') + w->shift));
      buffer[2] = '\0';
      return buffer;
    }
  return name;
}

static gboolean
is_foreign_root (const xmlNode *node)
{
  return cog_xml_is (node, COG_NS_MATHML, "math") || cog_xml_is (node, COG_NS_SVG, "svg");
}

/* Letters and signs of a formula that no phone is too narrow for. */
#define NARROW_FORMULA 24

static gboolean
is_wide_formula (const xmlNode *node)
{
  g_autofree char *text = NULL;

  if (!cog_xml_is (node, COG_NS_MATHML, "math") || !cog_vocabulary_is_block_node (node))
    return FALSE;
  text = cog_xml_dup_folded_text (node);
  return g_utf8_strlen (text, -1) > NARROW_FORMULA;
}

/* What may be wider than the page is moved by itself, also with the keyboard. */
static gboolean
needs_scroll (const xmlNode *node)
{
  return (cog_xml_is (node, NULL, "table") && !is_in (node, "table")) || is_wide_formula (node);
}

static void
open_element (Writing *w, const xmlNode *node)
{
  char buffer[3];

  if (needs_scroll (node))
    g_string_append (w->out, "<div class=\"scroll\" tabindex=\"0\">");
  g_string_append_printf (w->out, "<%s", get_name (w, node, buffer));
  if (is_foreign_root (node) && w->self->kind == COG_MARKUP_EPUB)
    append_attribute (w->out, "xmlns", (const char *)node->ns->href);
  if (w->features != NULL && cog_xml_is (node, COG_NS_MATHML, "math"))
    w->features->has_math = TRUE;
  if (w->features != NULL && cog_xml_is (node, COG_NS_SVG, "svg"))
    w->features->has_svg = TRUE;
  append_attributes (w, node);
  if (cog_xml_is (node, COG_NS_XHTML, "img"))
    {
      g_autofree char *alt = dup_alt (w->self, node);

      append_attribute (w->out, "alt", alt);
    }
  else if (cog_xml_is (node, COG_NS_XHTML, "figure"))
    append_rights (w, node);
}

static gboolean
is_void (const xmlNode *node)
{
  static const char *const names[] = { "br", "img", "hr", "track", NULL };

  return g_strv_contains (names, (const char *)node->name) &&
         cog_xml_is (node, COG_NS_XHTML, (const char *)node->name);
}

/* The way back from a note, at the end of its last paragraph. */
static void
append_backlink (Writing *w, const xmlNode *note)
{
  g_autofree char *id = cog_xml_dup_attribute (note, "id");
  const char *reference = id != NULL ? g_hash_table_lookup (w->self->references, id) : NULL;

  if (reference == NULL)
    return;
  g_string_append (w->out, " <a");
  if (w->self->kind == COG_MARKUP_EPUB)
    append_attribute (w->out, "epub:type", "backlink");
  append_attribute (w->out, "role", "doc-backlink");
  append_reference (w, reference);
  append_attribute (w->out, "aria-label",
                    cog_markup_get_word (w->self->book->language, "back-to-text"));
  g_string_append (w->out, ">↩</a>");
}

static const xmlNode *
note_that_ends_with (const xmlNode *node)
{
  for (const xmlNode *n = node; n != NULL && n->type == XML_ELEMENT_NODE && n->next == NULL;
       n = n->parent)
    {
      const xmlNode *parent = n->parent;

      if (parent != NULL && parent->type == XML_ELEMENT_NODE &&
          (cog_xml_has_word (parent, "epub:type", "footnote") ||
           cog_xml_has_word (parent, "epub:type", "endnote") ||
           cog_xml_has_word (parent, "epub:type", "rearnote")))
        return parent;
    }
  return NULL;
}

static void
close_element (Writing *w, const xmlNode *node)
{
  char buffer[3];
  const xmlNode *note = cog_xml_is (node, NULL, "p") ? note_that_ends_with (node) : NULL;

  if (note != NULL)
    append_backlink (w, note);
  else if (cog_xml_is (node, NULL, "li") && cog_xml_has_word (node, "epub:type", "endnote") &&
           !cog_vocabulary_is_block_node (node->last))
    append_backlink (w, node);
  g_string_append_printf (w->out, "</%s>", get_name (w, node, buffer));
  if (needs_scroll (node))
    g_string_append (w->out, "</div>");
  if (cog_vocabulary_is_block_node (node))
    g_string_append_c (w->out, '\n');
}

static void
append_children (Writing *w, const xmlNode *root)
{
  const xmlNode *node = root->children;

  while (node != NULL)
    {
      if (node->type == XML_TEXT_NODE && node->content != NULL)
        cog_markup_append_escaped (w->out, (const char *)node->content);
      else if (node->type == XML_ELEMENT_NODE)
        {
          open_element (w, node);
          if (is_void (node))
            g_string_append (w->out, "/>");
          else if (node->children != NULL)
            {
              g_string_append_c (w->out, '>');
              node = node->children;
              continue;
            }
          else
            {
              g_string_append_c (w->out, '>');
              close_element (w, node);
            }
        }
      while (node->next == NULL && node->parent != root)
        {
          node = node->parent;
          close_element (w, node);
        }
      node = node->next;
    }
}

void
cog_markup_append_section (CogMarkup *self,
                           GString *out,
                           const CogSection *section,
                           guint shift,
                           CogMarkupFeatures *features)
{
  Writing w = { self, out, section, shift, features };
  xmlNode *root = cog_section_get_root (section);
  guint level = MIN (6, 1 + shift);

  g_return_if_fail (self != NULL && section != NULL);

  if (root == NULL || !cog_xml_is (cog_xml_first_element (root), NULL, "h1"))
    {
      g_string_append_printf (out, "<h%u>", level);
      cog_markup_append_escaped (out, section->title != NULL && section->title[0] != '\0'
                                          ? section->title
                                          : cog_book_get_title (self->book));
      g_string_append_printf (out, "</h%u>\n", level);
    }
  if (root != NULL)
    append_children (&w, root);
}

static void
look_at (const xmlNode *node, CogBookTraits *traits)
{
  if (cog_xml_is (node, COG_NS_XHTML, "img"))
    {
      traits->has_pictures = TRUE;
      if (!xmlHasProp ((xmlNode *)node, (const xmlChar *)"alt"))
        traits->all_described = FALSE;
    }
  else if (cog_xml_is (node, COG_NS_SVG, "svg"))
    traits->has_pictures = TRUE;
  else if (cog_xml_is (node, COG_NS_MATHML, "math"))
    traits->has_math = TRUE;
  else if (cog_xml_is (node, NULL, "audio") || cog_xml_is (node, NULL, "video"))
    traits->has_media = TRUE;
  else if (cog_xml_is (node, NULL, "table"))
    traits->has_tables = TRUE;
  else if (cog_xml_has_word (node, "epub:type", "pagebreak"))
    traits->has_page_breaks = TRUE;
}

void
cog_markup_get_traits (const CogBook *book, CogBookTraits *traits)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  memset (traits, 0, sizeof *traits);
  traits->all_described = TRUE;
  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        if (n->type == XML_ELEMENT_NODE)
          look_at (n, traits);
    }
}
