/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markup-private.h"

#include "cog-attribution.h"
#include "cog-math-mark.h"
#include "cog-vocabulary.h"
#include "cog-xml-write.h"

#include <string.h>

static const char *
get_name (CogMarkupWriting *w, const xmlNode *node, char buffer[3])
{
  const char *name = (const char *)node->name;

  /* The outline of a web page has no place for a section without a name. */
  if (w->self->kind == COG_MARKUP_HTML && cog_xml_is (node, COG_NS_XHTML, "section") &&
      !cog_markup_has_heading (node))
    return "div";
  if (cog_markup_is_blank_header (node))
    return "td";
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

static gboolean
is_in (const xmlNode *node, const char *name)
{
  for (const xmlNode *n = node->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, name))
      return TRUE;
  return FALSE;
}

/* The widths of a letter of a formula that no phone is too narrow for. */
#define NARROW_FORMULA 24

/* Space that a formula has beside its letters, in their widths: around signs, and where it says
 * so. */
static double
get_space (const xmlNode *node)
{
  g_autofree char *width = NULL;

  if (cog_xml_is (node, COG_NS_MATHML, "mo"))
    return .6;
  if (!cog_xml_is (node, COG_NS_MATHML, "mspace"))
    return 0;
  width = cog_xml_dup_attribute (node, "width");
  return width != NULL && g_str_has_suffix (width, "em") ? 2 * g_ascii_strtod (width, NULL) : 0;
}

static gboolean
is_wide_formula (const xmlNode *node)
{
  g_autofree char *text = NULL;
  double width = 0;

  if (!cog_xml_is (node, COG_NS_MATHML, "math") || !cog_vocabulary_is_block_node (node))
    return FALSE;
  text = cog_xml_dup_folded_text (node);
  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    width += get_space (n);
  return (double)g_utf8_strlen (text, -1) + width > NARROW_FORMULA;
}

/* What may be wider than the page is moved by itself, also with the keyboard. */
static gboolean
needs_scroll (const xmlNode *node)
{
  return (cog_xml_is (node, NULL, "table") && !is_in (node, "table")) || is_wide_formula (node);
}

/* What checkers and readers of the web stumble over in a source is seen to when its element begins.
 */
static void
prepare_web (CogMarkupWriting *w, const xmlNode *node)
{
  if (cog_xml_is (node, COG_NS_XHTML, "table"))
    cog_markup_note_short_rows (w, node);
  else if (cog_xml_is (node, COG_NS_XHTML, "dl"))
    cog_markup_note_terms (w, node);
}

static void
open_element (CogMarkupWriting *w, const xmlNode *node)
{
  char buffer[3];

  if (cog_xml_is (node, COG_NS_XHTML, "dt"))
    cog_markup_part_list (w, node);
  if (needs_scroll (node))
    g_string_append (w->out, "<div class=\"scroll\" tabindex=\"0\">");
  g_string_append_printf (w->out, "<%s", get_name (w, node, buffer));
  if (is_foreign_root (node) && w->self->kind == COG_MARKUP_EPUB)
    cog_markup_append_attribute (w->out, "xmlns", (const char *)node->ns->href);
  if (w->features != NULL && cog_xml_is (node, COG_NS_MATHML, "math"))
    w->features->has_math = TRUE;
  if (w->features != NULL && cog_xml_is (node, COG_NS_SVG, "svg"))
    w->features->has_svg = TRUE;
  if (w->self->kind == COG_MARKUP_HTML)
    prepare_web (w, node);
  cog_markup_append_attributes (w, node);
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
append_backlink (CogMarkupWriting *w, const xmlNode *note)
{
  g_autofree char *id = cog_xml_dup_attribute (note, "id");
  const char *reference = id != NULL ? g_hash_table_lookup (w->self->references, id) : NULL;

  if (reference == NULL)
    return;
  g_string_append (w->out, " <a");
  if (w->self->kind == COG_MARKUP_EPUB)
    cog_markup_append_attribute (w->out, "epub:type", "backlink");
  cog_markup_append_attribute (w->out, "role", "doc-backlink");
  cog_markup_append_reference (w, reference);
  cog_markup_append_attribute (w->out, "aria-label",
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
close_element (CogMarkupWriting *w, const xmlNode *node)
{
  char buffer[3];
  const xmlNode *note = cog_xml_is (node, NULL, "p") ? note_that_ends_with (node) : NULL;

  if (cog_xml_is (node, COG_NS_XHTML, "tr"))
    cog_markup_complete_row (w, node);
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

/* Whether its letters and marks may stand in another order, or apart, than Unicode has them
 * usually: the web is written in that (NFC), and searches find it. The same text by definition; but
 * some characters of East Asia look otherwise in it, and text with them stays. */
static gboolean
may_be_composed (const char *text)
{
  gboolean has_marks = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0xf900 && c <= 0xfaff) || (c >= 0x2f800 && c <= 0x2fa1f))
        return FALSE;
      /* Ohm, Kelvin and Ångström have signs that are other letters by now. */
      has_marks = has_marks || g_unichar_combining_class (c) != 0 || c == 0x2126 || c == 0x212a ||
                  c == 0x212b;
    }
  return has_marks;
}

/* A browser puts a mark that would combine with nothing beside its letter. An EPUB keeps the sign
 * of its source: it is what others go on from. */
static void
append_text (CogMarkupWriting *w, const xmlNode *node)
{
  const char *text = (const char *)node->content;
  g_autofree char *composed = NULL;

  if (text == NULL)
    return;
  if (w->self->kind == COG_MARKUP_HTML && cog_xml_is (node->parent, COG_NS_MATHML, "mo"))
    text = cog_math_mark_get_spacing (text);
  if (w->self->kind == COG_MARKUP_HTML && may_be_composed (text))
    composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  cog_xml_append_escaped (w->out, composed != NULL ? composed : text, -1);
}

static void
append_children (CogMarkupWriting *w, const xmlNode *root)
{
  const xmlNode *node = root->children;

  while (node != NULL)
    {
      if (node->type == XML_TEXT_NODE)
        append_text (w, node);
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

/* Names among the first letters of a text count as said there. */
#define START_OF_TEXT 400

static gboolean
says_its_name (const CogSection *section)
{
  g_autofree char *text = cog_xml_dup_folded_text (cog_section_get_root (section));
  g_autofree char *start = NULL;
  g_autofree char *title = NULL;

  /* A cover, a dedication: it speaks for itself. */
  if (g_utf8_strlen (text, -1) < START_OF_TEXT)
    return TRUE;
  *g_utf8_offset_to_pointer (text, START_OF_TEXT) = '\0';
  start = g_utf8_casefold (text, -1);
  title = g_utf8_casefold (section->title, -1);
  return strstr (start, title) != NULL;
}

const char *
cog_markup_get_title (const CogBook *book, const CogSection *section)
{
  g_return_val_if_fail (book != NULL && section != NULL, NULL);
  return section->title != NULL && section->title[0] != '\0' ? section->title
                                                             : cog_book_get_title (book);
}

char *
cog_markup_dup_language (const CogSection *section)
{
  const xmlNode *root = cog_section_get_root (section);

  g_return_val_if_fail (section != NULL, NULL);
  if (section->language != NULL)
    return g_strdup (section->language);
  return root != NULL ? cog_xml_dup_attribute (root, "lang") : NULL;
}

gboolean
cog_markup_needs_heading (const CogSection *section)
{
  const xmlNode *root = cog_section_get_root (section);

  g_return_val_if_fail (section != NULL, FALSE);

  if (section->title == NULL || section->title[0] == '\0')
    return FALSE;
  return root == NULL ||
         (cog_xml_find_child (root, COG_NS_XHTML, "h1") == NULL && !says_its_name (section));
}

void
cog_markup_append_heading (CogMarkup *self, GString *out, const CogSection *section, guint shift)
{
  guint level = MIN (6, 1 + shift);

  g_return_if_fail (self != NULL && section != NULL);

  g_string_append_printf (out, "<h%u id=\"cognate-heading-%s\">", level, section->id);
  cog_xml_append_escaped (out, cog_markup_get_title (self->book, section), -1);
  g_string_append_printf (out, "</h%u>\n", level);
}

void
cog_markup_append_draft (GString *out, const CogBook *book)
{
  g_return_if_fail (out != NULL && book != NULL);
  g_string_append_printf (out, "<p id=\"cognate-draft\" class=\"draft\">%s</p>\n",
                          cog_attribution_get_word (book->language, "draft"));
}

void
cog_markup_append_section (CogMarkup *self,
                           GString *out,
                           const CogSection *section,
                           guint shift,
                           CogMarkupFeatures *features)
{
  g_autoptr (GHashTable) short_rows = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) again = g_hash_table_new (NULL, NULL);
  CogMarkupWriting w = { self, out, section, shift, features, FALSE, short_rows, again };
  xmlNode *root = cog_section_get_root (section);

  g_return_if_fail (self != NULL && section != NULL);

  if (root != NULL)
    append_children (&w, root);
  if (w.has_stand_in)
    g_string_append_printf (out, "<p id=\"" COG_MARKUP_PICTURE_ID "\" hidden=\"hidden\">%s</p>\n",
                            cog_markup_get_word (self->book->language, "picture"));
}
