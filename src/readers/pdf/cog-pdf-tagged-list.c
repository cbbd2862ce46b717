/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

#include <stdlib.h>
#include <string.h>

#define MAX_LABEL 10 /* letters of "(xviii)" and a little more */

gboolean
cog_pdf_label_is_bullet (const char *label)
{
  gunichar c = g_utf8_get_char (label);

  if (*label == '\0' || *g_utf8_next_char (label) != '\0')
    return FALSE;
  /* Symbol fonts put theirs into the private area. */
  return g_utf8_strchr ("•◦▪▫■□●○◆◇►▸➢➔→✓✔–—-*·‣⁃∙", -1, c) != NULL || (c >= 0xe000 && c <= 0xf8ff);
}

/* "1." "(a)" "iv)" "١." "2.1": a number or letter with its signs. */
gboolean
cog_pdf_label_is_number (const char *label)
{
  const char *p = label;
  guint n_digits = 0, n_letters = 0, n_signs = 0;

  if (g_utf8_strlen (label, -1) > MAX_LABEL)
    return FALSE;
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_digits += g_unichar_isdigit (c) ? 1 : 0;
      n_letters += g_unichar_isalpha (c) ? 1 : 0;
      n_signs += c < 0x80 && strchr (".()[]:-", (int)c) != NULL ? 1 : 0;
      if (!g_unichar_isdigit (c) && !g_unichar_isalpha (c) &&
          (c >= 0x80 || strchr (".()[]:- ", (int)c) == NULL))
        return FALSE;
    }
  if (n_digits > 0)
    return n_letters <= 1 && (n_signs > 0 || n_digits == strlen (label));
  /* Letters alone are roman, or one by one. */
  return n_signs > 0 && n_letters > 0 &&
         (n_letters == 1 || strspn (label + strspn (label, "(["), "ivxlcdmIVXLCDM") == n_letters);
}

static const CogPdfElement *
find_label (const CogPdfElement *item)
{
  for (guint i = 0; item->kids != NULL && i < item->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (item->kids, CogPdfKid, i).element;

      if (kid != NULL && kid->type == COG_PDF_TYPE_LABEL)
        return kid;
    }
  return NULL;
}

/* The bytes of "1." or "1)" before a letter; 0: it does not begin so. */
static gsize
get_number_length (const char *word)
{
  const char *p = word;

  while (g_unichar_isdigit (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (p == word || (*p != '.' && *p != ')'))
    return 0;
  return g_unichar_isalpha (g_utf8_get_char (p + 1)) ? (gsize)(p + 1 - word) : 0;
}

/* The label that an item's text begins with, where it is no element of its own. */
static char *
dup_first_word (CogPdfTagged *self, const CogPdfElement *item)
{
  g_autofree char *text = cog_pdf_tagged_dup_text (self, item);

  return g_strndup (text,
                    get_number_length (text) > 0 ? get_number_length (text) : strcspn (text, " "));
}

static const CogPdfElement *
find_first_item (const CogPdfElement *list)
{
  for (guint i = 0; list->kids != NULL && i < list->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (list->kids, CogPdfKid, i).element;

      if (kid != NULL && kid->type == COG_PDF_TYPE_ITEM)
        return kid;
    }
  return NULL;
}

typedef struct
{
  gboolean is_ordered, is_description;
  const char *type; /* "a", "I" …; NULL: numbers */
  gint64 start;
} Kind;

static const char *
get_type (const char *numbering)
{
  if (g_strcmp0 (numbering, "LowerRoman") == 0)
    return "i";
  if (g_strcmp0 (numbering, "UpperRoman") == 0)
    return "I";
  if (g_strcmp0 (numbering, "LowerAlpha") == 0)
    return "a";
  return g_strcmp0 (numbering, "UpperAlpha") == 0 ? "A" : NULL;
}

static gint64
read_number (const char *label)
{
  gint64 number = 0;

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit >= 0 && number < 100000)
        number = number * 10 + digit;
    }
  return number;
}

static void
guess_type (Kind *kind, const char *label)
{
  const char *letter = label + strspn (label, "([");

  kind->start = read_number (label);
  if (kind->start > 0 || !g_ascii_isalpha (*letter))
    return;
  if (letter[0] == 'i' || letter[0] == 'I')
    kind->type = letter[0] == 'i' ? "i" : "I";
  else
    kind->type = g_ascii_islower (*letter) ? "a" : "A";
}

/* What the list says of itself, else what its first label looks like. */
static Kind
find_kind (CogPdfTagged *self, const CogPdfElement *list)
{
  const CogPdfElement *item = find_first_item (list);
  const CogPdfElement *label = item != NULL ? find_label (item) : NULL;
  g_autofree char *text = item == NULL    ? NULL
                          : label != NULL ? cog_pdf_tagged_dup_text (self, label)
                                          : dup_first_word (self, item);
  gboolean is_number = text != NULL && cog_pdf_label_is_number (text);
  const char *said = list->numbering;
  Kind kind = { .start = is_number ? read_number (text) : 0 };

  if (said == NULL || strcmp (said, "None") == 0)
    {
      kind.is_ordered = is_number;
      kind.is_description = label != NULL && text[0] != '\0' && !is_number &&
                            !cog_pdf_label_is_bullet (text) && g_utf8_strlen (text, -1) > 1;
      if (is_number)
        guess_type (&kind, text);
      return kind;
    }
  kind.is_description = strcmp (said, "Description") == 0;
  kind.is_ordered = !kind.is_description && strcmp (said, "Disc") != 0 &&
                    strcmp (said, "Circle") != 0 && strcmp (said, "Square") != 0 &&
                    strcmp (said, "Unordered") != 0;
  kind.type = get_type (said);
  return kind;
}

/* Takes a label off the front of an item's text. */
static void
strip_label (xmlNode *node)
{
  for (xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    {
      g_autofree char *text = NULL;
      g_autofree char *word = NULL;
      gsize length;

      if (n->type != XML_TEXT_NODE || n->content == NULL)
        continue;
      text = g_strdup ((const char *)n->content);
      length = strcspn (text, " ");
      word = g_strndup (text, length);
      /* A label that no gap parts from the word, as LibreOffice sets it from right to left. */
      if (g_utf8_strchr ("•◦▪▫■□●○◆►▸➢", -1, g_utf8_get_char (text)) != NULL)
        length = (gsize)(g_utf8_next_char (text) - text);
      else if (get_number_length (word) > 0)
        length = get_number_length (word);
      else if (word[0] == '\0' ||
               (!cog_pdf_label_is_bullet (word) && !cog_pdf_label_is_number (word)))
        return;
      xmlNodeSetContent (n, NULL);
      xmlNodeAddContent (n, BAD_CAST (text + length + strspn (text + length, " ")));
      return;
    }
}

static void
write_item (CogPdfTagged *self, const CogPdfElement *item, xmlNode *list)
{
  xmlNode *node = cog_pdf_tagged_add_node (self, list, "li", item);

  cog_pdf_tagged_write_either (self, item, node, self->wraps_items);
  if (find_label (item) == NULL)
    strip_label (node);
}

/* A term and what it means: Lbl and LBody, each with blocks or text. */
static void
write_description (CogPdfTagged *self, const CogPdfElement *item, xmlNode *list)
{
  for (guint i = 0; item->kids != NULL && i < item->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (item->kids, CogPdfKid, i).element;
      xmlNode *node;

      if (kid == NULL || !cog_pdf_tagged_has_text (self, kid))
        continue;
      node =
          cog_pdf_tagged_add_node (self, list, kid->type == COG_PDF_TYPE_LABEL ? "dt" : "dd", kid);
      cog_pdf_tagged_write_either (self, kid, node, FALSE);
    }
}

static void
write_kids (CogPdfTagged *self, const CogPdfElement *element, const Kind *kind, xmlNode *list)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (element->kids, CogPdfKid, i).element;

      if (kid == NULL || kid->type == COG_PDF_TYPE_ARTIFACT)
        continue;
      if (kid->type == COG_PDF_TYPE_ITEM && kind->is_description)
        write_description (self, kid, list);
      else if (kid->type == COG_PDF_TYPE_ITEM)
        write_item (self, kid, list);
      /* A list in a list without an item around it belongs to the item before it. */
      else if (kid->type == COG_PDF_TYPE_LIST)
        cog_pdf_tagged_write_list (self, kid, list->last != NULL ? list->last : list);
      else if (kid->type == COG_PDF_TYPE_CAPTION)
        continue;
      else
        write_kids (self, kid, kind, list);
    }
}

void
cog_pdf_tagged_write_list (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent)
{
  Kind kind = find_kind (self, element);
  xmlNode *list;

  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (element->kids, CogPdfKid, i).element;

      if (kid != NULL && kid->type == COG_PDF_TYPE_CAPTION)
        cog_pdf_tagged_write_caption (self, kid, parent);
    }
  list = cog_pdf_tagged_add_node (self, parent,
                                  kind.is_description ? "dl"
                                  : kind.is_ordered   ? "ol"
                                                      : "ul",
                                  element);
  if (kind.is_ordered && kind.type != NULL)
    cog_xml_set (list, "type", kind.type);
  if (kind.is_ordered && kind.start > 1)
    {
      g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT, kind.start);

      cog_xml_set (list, "start", start);
    }
  write_kids (self, element, &kind, list);
  if (list->children != NULL)
    return;
  xmlUnlinkNode (list);
  xmlFreeNode (list);
}
