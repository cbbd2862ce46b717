/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-text.h"

#include "cog-book.h"
#include "cog-error.h"
#include "cog-inline-private.h"
#include "cog-namespaces.h"
#include "cog-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PIECE "\xEF\xBF\xBC" /* U+FFFC OBJECT REPLACEMENT CHARACTER */

CogCode *
cog_code_copy (const CogCode *code)
{
  CogCode *copy = g_new0 (CogCode, 1);

  *copy = *code;
  copy->element = g_strdup (code->element);
  copy->markup = g_strdup (code->markup);
  copy->label = g_strdup (code->label);
  return copy;
}

void
cog_code_free (CogCode *code)
{
  if (code == NULL)
    return;
  g_free (code->element);
  g_free (code->markup);
  g_free (code->label);
  g_free (code);
}

CogText *
cog_text_new (const char *plain)
{
  CogText *text = g_new0 (CogText, 1);

  text->plain = g_strdup (plain);
  text->codes = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_code_free);
  return text;
}

CogText *
cog_text_copy (const CogText *text)
{
  CogText *copy;

  g_return_val_if_fail (text != NULL, NULL);

  copy = cog_text_new (text->plain);
  for (guint i = 0; i < text->codes->len; i++)
    g_ptr_array_add (copy->codes, cog_code_copy (g_ptr_array_index (text->codes, i)));
  return copy;
}

void
cog_text_free (CogText *text)
{
  if (text == NULL)
    return;
  g_free (text->plain);
  g_ptr_array_unref (text->codes);
  g_free (text);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  const CogCode *first = *(const CogCode *const *)a;
  const CogCode *second = *(const CogCode *const *)b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;
  /* A piece holds nothing: a span of its length is around it, whenever it came. */
  if (first->type != second->type)
    return first->type == COG_CODE_SPAN ? -1 : 1;
  return (int)first->number - (int)second->number;
}

void
cog_text_add_code (CogText *text, CogCode *code)
{
  g_return_if_fail (text != NULL && code != NULL);
  g_ptr_array_add (text->codes, code);
  cog_text_sort_codes (text);
}

void
cog_text_sort_codes (CogText *text)
{
  g_return_if_fail (text != NULL);
  g_ptr_array_sort (text->codes, compare_codes);
}

char *
cog_text_dup_link (const CogCode *code)
{
  gboolean is_span = code != NULL && code->type == COG_CODE_SPAN;
  g_autofree char *whole = NULL;
  g_autoptr (xmlDoc) document = NULL;

  g_return_val_if_fail (code != NULL, NULL);

  whole = g_strdup_printf (
      "<p xmlns=\"" COG_NS_XHTML "\" xmlns:epub=\"" COG_NS_EPUB "\">%s%s%s%s</p>", code->markup,
      is_span ? "</" : "", is_span ? code->element : "", is_span ? ">" : "");
  document = cog_xml_parse_own (whole, -1, NULL);
  if (document == NULL)
    return NULL;
  return cog_xml_dup_attribute (cog_xml_first_element (xmlDocGetRootElement (document)), "href");
}

/* Whether an element stands as one thing that cannot be broken. */
static gboolean
is_piece (const xmlNode *node)
{
  static const char *const pieces[] = {
    "br", "img", "math", "svg", "ruby", "audio", "video", NULL
  };

  if (g_strv_contains (pieces, (const char *)node->name))
    return TRUE;
  return cog_xml_has_word (node, "epub:type", "noteref") ||
         cog_xml_has_word (node, "epub:type", "pagebreak");
}

static char *
dup_markup (const xmlNode *node)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlOutputBuffer *out = xmlOutputBufferCreateBuffer (buffer, NULL);
  char *markup;

  xmlNodeDumpOutput (out, node->doc, (xmlNode *)node, 0, 0, "UTF-8");
  xmlOutputBufferClose (out);
  markup = g_strdup ((const char *)xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return markup;
}

static void
append_attribute (GString *tag, const char *prefix, const xmlNode *node, const xmlAttr *attribute)
{
  g_autofree char *value = (char *)xmlNodeListGetString (node->doc, attribute->children, 1);
  g_autofree char *escaped = g_markup_escape_text (value != NULL ? value : "", -1);

  g_string_append_printf (tag, " %s%s=\"%s\"", prefix, (const char *)attribute->name, escaped);
}

static char *
dup_start_tag (const xmlNode *node)
{
  GString *tag = g_string_new ("<");

  g_string_append (tag, (const char *)node->name);
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    append_attribute (tag, a->ns != NULL ? "epub:" : "", node, a);
  g_string_append_c (tag, '>');
  return g_string_free (tag, FALSE);
}

static char *
dup_label (const xmlNode *node)
{
  if (cog_xml_is (node, NULL, "img"))
    return cog_xml_dup_attribute (node, "alt");
  if (cog_xml_is (node, NULL, "br"))
    return g_strdup ("↵");
  return cog_xml_dup_folded_text (node);
}

typedef struct
{
  GString *plain;
  CogText *text;
  guint length; /* characters in plain */
  guint number;
  GPtrArray *open; /* CogCode of spans whose end is not known yet, borrowed */
} Reading;

static void
read_piece (Reading *reading, const xmlNode *node)
{
  CogCode *code = g_new0 (CogCode, 1);

  code->number = ++reading->number;
  code->type = COG_CODE_PIECE;
  code->start = reading->length;
  code->end = ++reading->length;
  code->element = g_strdup ((const char *)node->name);
  code->markup = dup_markup (node);
  code->label = dup_label (node);
  g_string_append (reading->plain, PIECE);
  g_ptr_array_add (reading->text->codes, code);
}

static void
open_span (Reading *reading, const xmlNode *node)
{
  CogCode *code = g_new0 (CogCode, 1);

  code->number = ++reading->number;
  code->type = COG_CODE_SPAN;
  code->start = reading->length;
  code->element = g_strdup ((const char *)node->name);
  code->markup = dup_start_tag (node);
  g_ptr_array_add (reading->text->codes, code);
  g_ptr_array_add (reading->open, code);
}

static void
read_children (Reading *reading, const xmlNode *root)
{
  const xmlNode *node = root->children;

  while (node != NULL)
    {
      if (node->type == XML_TEXT_NODE && node->content != NULL)
        {
          g_string_append (reading->plain, (const char *)node->content);
          reading->length += g_utf8_strlen ((const char *)node->content, -1);
        }
      else if (node->type == XML_ELEMENT_NODE && is_piece (node))
        read_piece (reading, node);
      else if (node->type == XML_ELEMENT_NODE)
        {
          open_span (reading, node);
          if (node->children != NULL)
            {
              node = node->children;
              continue;
            }
          ((CogCode *)g_ptr_array_steal_index (reading->open, reading->open->len - 1))->end =
              reading->length;
        }
      while (node->next == NULL && node->parent != root)
        {
          node = node->parent;
          ((CogCode *)g_ptr_array_steal_index (reading->open, reading->open->len - 1))->end =
              reading->length;
        }
      node = node->next;
    }
}

CogText *
cog_text_new_from_xhtml (const char *xhtml, GError **error)
{
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (CogText) text = NULL;
  Reading reading = { NULL };

  g_return_val_if_fail (xhtml != NULL, NULL);

  if (strpbrk (xhtml, "<&") == NULL)
    return cog_text_new (xhtml);
  document = cog_inline_parse (xhtml, error);
  if (document == NULL)
    return NULL;
  text = cog_text_new ("");
  reading.plain = g_string_new (NULL);
  reading.text = text;
  reading.open = g_ptr_array_new ();
  read_children (&reading, xmlDocGetRootElement (document));
  g_ptr_array_unref (reading.open);
  g_free (text->plain);
  text->plain = g_string_free (reading.plain, FALSE);
  return g_steal_pointer (&text);
}

typedef struct
{
  GString *out;
  const CogText *text;
  GPtrArray *open; /* spans that are open, outermost first; borrowed */
  guint next_code;
} Writing;

static void
write_open (Writing *writing, const CogCode *code)
{
  g_string_append (writing->out, code->markup);
  g_ptr_array_add (writing->open, (gpointer)code);
}

static void
write_close (Writing *writing)
{
  const CogCode *code = g_ptr_array_steal_index (writing->open, writing->open->len - 1);

  g_string_append_printf (writing->out, "</%s>", code->element);
}

/* Closes what ends here. A span that overlaps one that goes on is cut: that one is opened anew. */
static void
write_ends (Writing *writing, guint at)
{
  g_autoptr (GPtrArray) again = g_ptr_array_new ();
  guint lowest = writing->open->len;

  for (guint i = 0; i < writing->open->len; i++)
    {
      const CogCode *code = g_ptr_array_index (writing->open, i);

      if (code->end <= at)
        {
          lowest = i;
          break;
        }
    }
  while (writing->open->len > lowest)
    {
      CogCode *code = g_ptr_array_index (writing->open, writing->open->len - 1);

      write_close (writing);
      if (code->end > at)
        g_ptr_array_insert (again, 0, code);
    }
  for (guint i = 0; i < again->len; i++)
    write_open (writing, g_ptr_array_index (again, i));
}

static const CogCode *
peek_code (const Writing *writing, guint at)
{
  const CogCode *code;

  if (writing->next_code >= writing->text->codes->len)
    return NULL;
  code = g_ptr_array_index (writing->text->codes, writing->next_code);
  return code->start <= at ? code : NULL;
}

/* Returns TRUE where the character is a piece, and was written. */
static gboolean
write_starts (Writing *writing, guint at)
{
  const CogCode *code;

  while ((code = peek_code (writing, at)) != NULL)
    {
      writing->next_code++;
      if (code->type == COG_CODE_PIECE)
        {
          g_string_append (writing->out, code->markup);
          return TRUE;
        }
      write_open (writing, code);
      if (code->end <= at)
        write_close (writing);
    }
  return FALSE;
}

char *
cog_text_to_xhtml (const CogText *text)
{
  Writing writing = { NULL };
  guint at = 0;

  g_return_val_if_fail (text != NULL, NULL);

  writing.out = g_string_new (NULL);
  writing.text = text;
  writing.open = g_ptr_array_new ();
  for (const char *c = text->plain; *c != '\0'; c = g_utf8_next_char (c), at++)
    {
      g_autofree char *escaped = NULL;

      write_ends (&writing, at);
      if (write_starts (&writing, at))
        continue;
      /* A replacement character without its piece says nothing. */
      if (g_str_has_prefix (c, PIECE))
        continue;
      escaped = g_markup_escape_text (c, g_utf8_next_char (c) - c);
      if (*c == '"' || *c == '\'')
        g_string_append_c (writing.out, *c);
      else
        g_string_append (writing.out, escaped);
    }
  write_ends (&writing, at);
  write_starts (&writing, at);
  while (writing.open->len > 0)
    write_close (&writing);
  g_ptr_array_unref (writing.open);
  return g_string_free (writing.out, FALSE);
}

static gboolean
must_be_kept (const CogCode *code)
{
  if (code->type == COG_CODE_PIECE)
    return !g_str_equal (code->element, "br");
  return g_str_equal (code->element, "a") && strstr (code->markup, " href=") != NULL;
}

static GHashTable *
count_codes (const CogText *text)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, code->markup));

      g_hash_table_insert (counts, code->markup, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

static gboolean
is_equation (const CogCode *code)
{
  return code->type == COG_CODE_PIECE && g_str_equal (code->element, "math");
}

/* Equations that the source does not have at all: one in which an amount was converted is another
 * one, and stands for that of the source. */
static guint
count_other_equations (const CogText *source, const CogText *target)
{
  g_autoptr (GHashTable) known = count_codes (source);
  guint n = 0;

  for (guint i = 0; i < target->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (target->codes, i);

      n += is_equation (code) && !g_hash_table_contains (known, code->markup);
    }
  return n;
}

GPtrArray *
cog_text_list_missing (const CogText *source, const CogText *target)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_code_free);
  g_autoptr (GHashTable) have = NULL;
  guint n_others;

  g_return_val_if_fail (source != NULL && target != NULL, missing);

  have = count_codes (target);
  n_others = count_other_equations (source, target);
  for (guint i = 0; i < source->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (source->codes, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (have, code->markup));

      if (!must_be_kept (code))
        continue;
      if (n > 0)
        g_hash_table_insert (have, code->markup, GUINT_TO_POINTER (n - 1));
      else if (is_equation (code) && n_others > 0)
        n_others--;
      else
        g_ptr_array_add (missing, cog_code_copy (code));
    }
  return missing;
}
