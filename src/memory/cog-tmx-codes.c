/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tmx-codes-private.h"

#include "cog-xml-write.h"
#include "cog-xml.h"

#include <string.h>

#define PIECE "\xEF\xBF\xBC" /* U+FFFC */
/* Between the native markup of the begin and of the end, in a title. */
#define AND " … "
#define STRANGE "<span title=\""

/* TMX 1.4b, § 3.3, recommended values of type. */
static const struct
{
  const char *type;
  const char *element;
} types[] = {
  { "bold", "strong" },  { "italic", "em" }, { "ulined", "u" },
  { "underlined", "u" }, { "emph", "em" },   { "strong", "strong" },
};

typedef struct
{
  char *number; /* "i" of a bpt (nullable: a hi) */
  char *native; /* what is strange (nullable) */
  CogCode *code;
} Open;

typedef struct
{
  CogText *text;
  GString *plain;
  guint length; /* characters */
  guint number;
  GPtrArray *open; /* of Open */
  gboolean has_strange;
} Reading;

static void
free_open (Open *open)
{
  g_free (open->number);
  g_free (open->native);
  g_free (open);
}

static char *
dup_strange (const char *begin, const char *end)
{
  g_autofree char *native = end != NULL ? g_strconcat (begin, AND, end, NULL) : g_strdup (begin);
  g_autofree char *escaped = g_markup_escape_text (native, -1);

  return g_strconcat (STRANGE, escaped, "\">", NULL);
}

/* "<a href=…>" if it is one that a text may have. (transfer full) (nullable) */
static CogCode *
read_start_tag (const char *native)
{
  gsize n = strspn (native + 1, "abcdefghijklmnopqrstuvwxyz0123456789");
  g_autofree char *name = g_strndup (native + 1, n);
  g_autofree char *whole = g_strconcat (native, "x</", name, ">", NULL);
  g_autoptr (CogText) text = n > 0 ? cog_text_new_from_xhtml (whole, NULL) : NULL;
  const CogCode *code = text != NULL && text->codes->len == 1 ? text->codes->pdata[0] : NULL;

  return code != NULL && code->type == COG_CODE_SPAN && code->start == 0 && code->end == 1
             ? cog_code_copy (code)
             : NULL;
}

static CogCode *
new_span (const char *element, char *markup)
{
  CogCode *code = g_new0 (CogCode, 1);

  code->type = COG_CODE_SPAN;
  code->element = g_strdup (element);
  code->markup = markup;
  return code;
}

static CogCode *
new_of_type (const char *type)
{
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].type, type))
      return new_span (types[i].element, g_strdup_printf ("<%s>", types[i].element));
  return NULL;
}

static void
take_code (Reading *reading, CogCode *code)
{
  code->number = ++reading->number;
  code->start = reading->length;
  code->end = reading->length;
  g_ptr_array_add (reading->text->codes, code);
}

static void
open_span (Reading *reading, const xmlNode *node)
{
  gboolean is_highlight = cog_xml_is (node, NULL, "hi");
  g_autofree char *native = is_highlight ? g_strdup ("") : cog_xml_dup_text (node);
  g_autofree char *type = cog_xml_dup_attribute (node, "type");
  Open *open = g_new0 (Open, 1);

  open->number = is_highlight ? NULL : cog_xml_dup_attribute (node, "i");
  if (!is_highlight && open->number == NULL)
    open->number = g_strdup ("");
  open->code = native[0] == '<' ? read_start_tag (native) : NULL;
  if (open->code == NULL)
    open->code = new_of_type (type);
  if (open->code == NULL)
    {
      open->native = g_strdup (native[0] != '\0' ? native : type != NULL ? type : "?");
      open->code = new_span ("span", dup_strange (open->native, NULL));
      reading->has_strange = TRUE;
    }
  take_code (reading, open->code);
  g_ptr_array_add (reading->open, open);
}

/* number: (nullable) of a hi, which are nested. */
static void
close_span (Reading *reading, const char *number, const char *native)
{
  for (guint i = reading->open->len; i > 0; i--)
    {
      Open *open = reading->open->pdata[i - 1];

      if (g_strcmp0 (open->number, number) != 0)
        continue;
      open->code->end = reading->length;
      if (open->native != NULL && native != NULL && native[0] != '\0')
        {
          g_free (open->code->markup);
          open->code->markup = dup_strange (open->native, native);
        }
      g_ptr_array_remove_index (reading->open, i - 1);
      return;
    }
  /* An end without a begin (TMX wants an "it" there): nothing that could be kept whole. */
  reading->has_strange = TRUE;
}

static CogCode *
read_piece (const char *native, const char *type)
{
  g_autoptr (CogText) text = native[0] == '<' ? cog_text_new_from_xhtml (native, NULL) : NULL;
  gboolean is_break = text == NULL && g_strcmp0 (type, "lb") == 0;

  if (is_break)
    text = cog_text_new_from_xhtml ("<br/>", NULL);
  return text != NULL && text->codes->len == 1 && g_str_equal (text->plain, PIECE)
             ? cog_code_copy (text->codes->pdata[0])
             : NULL;
}

static void
take_alone (Reading *reading, const xmlNode *node)
{
  g_autofree char *native = cog_xml_dup_text (node);
  g_autofree char *type = cog_xml_dup_attribute (node, "type");
  CogCode *code = cog_xml_is (node, NULL, "ph") ? read_piece (native, type) : NULL;

  if (code != NULL)
    {
      take_code (reading, code);
      code->end = ++reading->length;
      g_string_append (reading->plain, PIECE);
      return;
    }
  reading->has_strange = TRUE;
  take_code (reading, new_span ("span", dup_strange (native[0] != '\0' ? native
                                                     : type != NULL    ? type
                                                                       : "?",
                                                     NULL)));
}

static void
take_text (Reading *reading, const xmlNode *node)
{
  const char *text = (const char *)node->content;

  /* Ours stand for pieces. */
  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (!g_str_has_prefix (c, PIECE))
      {
        g_string_append_len (reading->plain, c, g_utf8_next_char (c) - c);
        reading->length++;
      }
}

/* Returns whether what is in it is to be read. */
static gboolean
take_element (Reading *reading, const xmlNode *node)
{
  if (cog_xml_is (node, NULL, "hi"))
    {
      open_span (reading, node);
      return TRUE;
    }
  if (cog_xml_is (node, NULL, "bpt"))
    open_span (reading, node);
  else if (cog_xml_is (node, NULL, "ept"))
    {
      g_autofree char *number = cog_xml_dup_attribute (node, "i");
      g_autofree char *native = cog_xml_dup_text (node);

      close_span (reading, number != NULL ? number : "", native);
    }
  else if (cog_xml_is (node, NULL, "ph") || cog_xml_is (node, NULL, "it") ||
           cog_xml_is (node, NULL, "ut"))
    take_alone (reading, node);
  else
    return !cog_xml_is (node, NULL, "sub");
  return FALSE;
}

static void
walk (Reading *reading, const xmlNode *root)
{
  const xmlNode *node = root->children;

  while (node != NULL)
    {
      gboolean is_inside = FALSE;

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        take_text (reading, node);
      else if (node->type == XML_ELEMENT_NODE)
        {
          is_inside = take_element (reading, node) && node->children != NULL;
          if (!is_inside && cog_xml_is (node, NULL, "hi"))
            close_span (reading, NULL, NULL);
        }
      if (is_inside)
        {
          node = node->children;
          continue;
        }
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          if (node != root && cog_xml_is (node, NULL, "hi"))
            close_span (reading, NULL, NULL);
        }
      node = node != root ? node->next : NULL;
    }
}

CogText *
cog_tmx_codes_read (const xmlNode *segment, gboolean *has_strange)
{
  Reading reading = { cog_text_new (""), g_string_new (NULL) };

  reading.open = g_ptr_array_new_with_free_func ((GDestroyNotify)free_open);
  walk (&reading, segment);
  /* A begin without an end goes to the end of the segment. */
  for (guint i = 0; i < reading.open->len; i++)
    ((Open *)reading.open->pdata[i])->code->end = reading.length;
  reading.has_strange = reading.has_strange || reading.open->len > 0;
  g_ptr_array_unref (reading.open);
  g_free (reading.text->plain);
  reading.text->plain = g_string_free (reading.plain, FALSE);
  cog_text_sort_codes (reading.text);
  *has_strange = *has_strange || reading.has_strange;
  return reading.text;
}

/* The markup of the other program, if that is what the code is. (transfer full) (nullable) */
static char *
dup_native (const CogCode *code, gboolean is_end)
{
  g_autofree char *title = NULL;
  g_autofree char *whole = NULL;
  char *and;

  if (code->type != COG_CODE_SPAN || !g_str_has_prefix (code->markup, STRANGE))
    return NULL;
  whole = g_strdup_printf ("<p>%s</span></p>", code->markup);
  {
    g_autoptr (xmlDoc) document = cog_xml_parse_own (whole, -1, NULL);

    title = document != NULL ? cog_xml_dup_attribute (
                                   cog_xml_first_element (xmlDocGetRootElement (document)), "title")
                             : NULL;
  }
  if (title == NULL)
    return NULL;
  and = strstr (title, AND);
  if (is_end)
    return g_strdup (and != NULL ? and+strlen (AND) : "");
  if (and != NULL)
    *and = '\0';
  return g_steal_pointer (&title);
}

static void
append_begin (GString *out, const CogCode *code)
{
  g_autofree char *native = dup_native (code, FALSE);

  g_string_append_printf (out, "<bpt i=\"%u\" x=\"%u\"", code->number, code->number);
  if (native == NULL)
    g_string_append_printf (
        out, " type=\"%s\"",
        g_str_equal (code->element, "strong") || g_str_equal (code->element, "b") ? "bold"
        : g_str_equal (code->element, "em") || g_str_equal (code->element, "i")   ? "italic"
        : g_str_equal (code->element, "a")                                        ? "link"
                                                                                  : "x-xhtml");
  g_string_append_c (out, '>');
  cog_xml_append_escaped (out, native != NULL ? native : code->markup, -1);
  g_string_append (out, "</bpt>");
}

static void
append_end (GString *out, const CogCode *code)
{
  g_autofree char *native = dup_native (code, TRUE);
  g_autofree char *tag = g_strdup_printf ("</%s>", code->element);

  g_string_append_printf (out, "<ept i=\"%u\">", code->number);
  cog_xml_append_escaped (out, native != NULL ? native : tag, -1);
  g_string_append (out, "</ept>");
}

static void
append_alone (GString *out, const CogCode *code)
{
  g_autofree char *native = dup_native (code, FALSE);

  if (native == NULL && code->type == COG_CODE_SPAN)
    {
      append_begin (out, code);
      append_end (out, code);
      return;
    }
  g_string_append_printf (out, "<ph x=\"%u\" type=\"%s\">", code->number,
                          g_str_equal (code->element, "br")    ? "lb"
                          : g_str_equal (code->element, "img") ? "image"
                                                               : "x-xhtml");
  cog_xml_append_escaped (out, native != NULL ? native : code->markup, -1);
  g_string_append (out, "</ph>");
}

/* What ends here, the innermost first. */
static void
append_ends (GString *out, GPtrArray *open, guint at)
{
  for (guint i = open->len; i > 0; i--)
    {
      const CogCode *code = open->pdata[i - 1];

      if (code->end > at)
        continue;
      append_end (out, code);
      g_ptr_array_remove_index (open, i - 1);
    }
}

void
cog_tmx_codes_append (GString *out, const CogText *text)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  const char *c = text->plain;
  guint next = 0;

  for (guint at = 0;; at++)
    {
      append_ends (out, open, at);
      for (; next < text->codes->len; next++)
        {
          const CogCode *code = text->codes->pdata[next];

          if (code->start > at)
            break;
          if (code->type == COG_CODE_PIECE || code->end <= code->start)
            append_alone (out, code);
          else
            {
              append_begin (out, code);
              g_ptr_array_add (open, (gpointer)code);
            }
        }
      if (*c == '\0')
        break;
      if (!g_str_has_prefix (c, PIECE))
        cog_xml_append_escaped (out, c, g_utf8_next_char (c) - c);
      c = g_utf8_next_char (c);
    }
}
