/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markup-private.h"

#include "cog-vocabulary.h"
#include "cog-xml-write.h"

#include <string.h>

void
cog_markup_append_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  cog_xml_append_escaped (out, value, -1);
  g_string_append_c (out, '"');
}

void
cog_markup_append_reference (CogMarkupWriting *w, const char *id)
{
  const char *owner = g_hash_table_lookup (w->self->owners, id);
  const char *file = owner != NULL ? g_hash_table_lookup (w->self->documents, owner) : NULL;
  const char *here = g_hash_table_lookup (w->self->documents, w->section->id);
  g_autofree char *whole = NULL;

  if (file != NULL && g_str_equal (owner, id))
    whole = g_strdup (file);
  else if (file == NULL || g_strcmp0 (file, here) == 0)
    whole = g_strconcat ("#", id, NULL);
  else
    whole = g_strconcat (file, "#", id, NULL);
  cog_markup_append_attribute (w->out, "href", whole);
}

static void
append_link (CogMarkupWriting *w, const xmlNode *node, const char *href)
{
  if (href[0] == '#')
    {
      cog_markup_append_reference (w, href + 1);
      return;
    }
  cog_markup_append_attribute (w->out, "href", href);
}

static GBytes *
dup_stamped (CogMarkup *self, const CogAsset *asset)
{
  if (self->stamps == NULL)
    self->stamps = cog_picture_stamps_new (self->book);
  return cog_picture_stamps_apply (self->stamps, asset);
}

void
cog_markup_report_pictures (const CogMarkup *self, CogReport *report)
{
  g_return_if_fail (self != NULL);
  if (self->stamps != NULL)
    cog_picture_stamps_report (self->stamps, report);
}

static void
append_asset (CogMarkupWriting *w, const char *attribute, const char *name)
{
  const CogAsset *asset = cog_book_find_asset (w->self->book, name);
  g_autofree char *address = NULL;

  if (asset == NULL)
    return;
  if (w->self->embed)
    {
      g_autoptr (GBytes) bytes = dup_stamped (w->self, asset);
      gsize size;
      const guchar *data = g_bytes_get_data (bytes, &size);
      g_autofree char *base64 = g_base64_encode (data, size);

      address = g_strdup_printf ("data:%s;base64,%s", asset->media_type, base64);
    }
  else
    address = g_strconcat (w->self->assets, name, NULL);
  cog_markup_append_attribute (w->out, attribute, address);
}

static const xmlNode *
find_caption (const xmlNode *image)
{
  for (const xmlNode *n = image->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, "figure"))
      return cog_xml_find_child (n, NULL, "figcaption");
  return NULL;
}

/* A picture that nobody has described is called by its caption, or "picture". In an EPUB this is
 * said by reference, so that it is not taken for a description when the file is read again. */
static void
append_stand_in (CogMarkupWriting *w, const xmlNode *image)
{
  const xmlNode *caption = find_caption (image);
  g_autofree char *id = caption != NULL ? cog_xml_dup_attribute (caption, "id") : NULL;
  g_autofree char *text = caption != NULL ? cog_xml_dup_folded_text (caption) : NULL;
  gboolean is_said = text != NULL && text[0] != '\0';

  if (w->self->kind == COG_MARKUP_HTML)
    cog_markup_append_attribute (
        w->out, "alt", is_said ? text : cog_markup_get_word (w->self->book->language, "picture"));
  else if (is_said && id != NULL)
    cog_markup_append_attribute (w->out, "aria-labelledby", id);
  else
    {
      cog_markup_append_attribute (w->out, "aria-labelledby", COG_MARKUP_PICTURE_ID);
      w->has_stand_in = TRUE;
    }
}

static void
append_alt (CogMarkupWriting *w, const xmlNode *image)
{
  g_autofree char *alt = cog_xml_dup_attribute (image, "alt");

  if (alt != NULL)
    cog_markup_append_attribute (w->out, "alt", alt);
  else
    append_stand_in (w, image);
}

static gboolean
is_boolean (const char *name)
{
  return strcmp (name, "reversed") == 0 || strcmp (name, "controls") == 0 ||
         strcmp (name, "open") == 0 || strcmp (name, "default") == 0;
}

static void
append_plain_attribute (CogMarkupWriting *w,
                        const xmlNode *node,
                        const char *name,
                        const char *value)
{
  if (strcmp (name, "href") == 0 && cog_xml_is (node, COG_NS_XHTML, "a"))
    append_link (w, node, value);
  else if (strcmp (name, "src") == 0 || strcmp (name, "poster") == 0)
    append_asset (w, name, value);
  else if (strcmp (name, "lang") == 0)
    {
      cog_markup_append_attribute (w->out, "lang", value);
      if (w->self->kind == COG_MARKUP_EPUB)
        cog_markup_append_attribute (w->out, "xml:lang", value);
    }
  else if (strcmp (name, "href") == 0 && value[0] != '#' && cog_xml_is (node, COG_NS_SVG, "image"))
    append_asset (w, "href", value);
  else if (strcmp (name, "alt") != 0 &&
           !(strcmp (name, "scope") == 0 && cog_markup_is_blank_header (node)))
    cog_markup_append_attribute (w->out, name, is_boolean (name) ? name : value);
}

gboolean
cog_markup_has_heading (const xmlNode *section)
{
  for (const xmlNode *n = cog_xml_first_element (section); n != NULL; n = cog_xml_next_element (n))
    if (n->name[0] == 'h' && g_ascii_isdigit (n->name[1]))
      return TRUE;
  return FALSE;
}

gboolean
cog_markup_is_blank_header (const xmlNode *node)
{
  g_autofree char *text = NULL;

  if (!cog_xml_is (node, COG_NS_XHTML, "th"))
    return FALSE;
  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    if (cog_xml_is (n, NULL, "img") || cog_xml_is (n, NULL, "math") || cog_xml_is (n, NULL, "svg"))
      return FALSE;
  text = cog_xml_dup_folded_text (node);
  /* No-break spaces are not folded away. */
  return text[strspn (text, " \xC2\xA0")] == '\0';
}

/* The heading that a section goes by is no subtitle, whatever its maker called it. */
static gboolean
is_own_heading (const xmlNode *node, const char *type)
{
  return cog_xml_is (node, NULL, "h1") && g_str_equal (type, "subtitle");
}

/* Parts of a book, and subtitles, get the role that says the same to a screen reader. Most of these
 * roles are landmarks, which need a name; the few that are none stand on any block. */
static const char *
find_role (const xmlNode *node, const char *type)
{
  static const char *const quiet[] = { "dedication", "epigraph", "pullquote", NULL };
  gboolean is_heading = node->name[0] == 'h' && g_ascii_isdigit (node->name[1]);
  gboolean is_section = cog_xml_is (node, NULL, "section");

  if (is_heading)
    return g_str_equal (type, "subtitle") ? "doc-subtitle" : NULL;
  if (strchr (type, ' ') == NULL &&
      ((is_section && cog_markup_has_heading (node)) ||
       ((is_section || cog_xml_is (node, NULL, "p")) && g_strv_contains (quiet, type))))
    return cog_vocabulary_role_for_type (type);
  return NULL;
}

static void
append_epub_type (CogMarkupWriting *w, const xmlNode *node, const char *value)
{
  g_autofree char *role = cog_xml_dup_attribute (node, "role");
  const char *same;

  if (is_own_heading (node, value))
    return;
  if (w->self->kind == COG_MARKUP_EPUB)
    cog_markup_append_attribute (w->out, "epub:type", value);
  same = role == NULL ? find_role (node, value) : NULL;
  if (same != NULL)
    cog_markup_append_attribute (w->out, "role", same);
}

static void
append_class (CogMarkupWriting *w, const xmlNode *node)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *own = cog_xml_dup_attribute (node, "class");

  if (own != NULL)
    g_string_append (words, own);
  if (cog_markup_is_line_of_links (node))
    g_string_append_printf (words, "%s" COG_MARKUP_LINKS_CLASS, words->len > 0 ? " " : "");
  if (words->len > 0)
    cog_markup_append_attribute (w->out, "class", words->str);
}

static void
append_own_attributes (CogMarkupWriting *w, const xmlNode *node)
{
  /* On the web a printed page's number is only a place to link to. */
  gboolean is_place =
      w->self->kind == COG_MARKUP_HTML && cog_xml_has_word (node, "epub:type", "pagebreak");

  if (!is_place)
    append_class (w, node);
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    {
      g_autofree char *value = (char *)xmlNodeListGetString (node->doc, a->children, 1);
      const char *name = (const char *)a->name;

      if ((is_place && strcmp (name, "id") != 0) || (a->ns == NULL && strcmp (name, "class") == 0))
        continue;
      if (a->ns == NULL)
        append_plain_attribute (w, node, name, value != NULL ? value : "");
      else if (strcmp ((const char *)a->ns->href, COG_NS_EPUB) == 0)
        append_epub_type (w, node, value != NULL ? value : "");
      else if (strcmp ((const char *)a->ns->href, COG_NS_XLINK) == 0 && value != NULL &&
               value[0] == '#')
        cog_markup_append_attribute (w->out, "href", value);
    }
}

/* A box in the text is no landmark of the page, as an aside without a role is. Of the roles that
 * say more, these may stand on one (ARIA in HTML). */
static void
append_box_role (CogMarkupWriting *w, const xmlNode *box)
{
  static const char *const roles[] = {
    "doc-dedication", "doc-example", "doc-footnote", "doc-glossary", "doc-pullquote",
    "doc-tip",        NULL
  };
  g_autofree char *type = cog_xml_dup_attribute_ns (box, COG_NS_EPUB, "type");
  const char *same =
      type != NULL && strchr (type, ' ') == NULL ? cog_vocabulary_role_for_type (type) : NULL;

  if (xmlHasProp ((xmlNode *)box, (const xmlChar *)"role") == NULL)
    cog_markup_append_attribute (w->out, "role",
                                 same != NULL && g_strv_contains (roles, same) ? same : "note");
}

void
cog_markup_append_attributes (CogMarkupWriting *w, const xmlNode *node)
{
  append_own_attributes (w, node);
  if (cog_xml_is (node, COG_NS_XHTML, "img"))
    append_alt (w, node);
  else if (cog_xml_is (node, COG_NS_XHTML, "aside"))
    append_box_role (w, node);
  cog_markup_append_statement (w, node);
}
