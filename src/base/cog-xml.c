/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-xml.h"

#include "cog-error.h"
#include "cog-findings.h"
#include "cog-xml-entities.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

/* NONET and no DTD: nothing is fetched. No NOENT, HUGE or NOBLANKS: entities stay unexpanded, the
 * parser's own limits stay on, and the spaces between inline elements stay where they are. */
#define PARSE_OPTIONS                                                                              \
  (XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA | XML_PARSE_COMPACT)

#define MAX_DOCUMENT (256u << 20) /* bytes */

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-' || c == '.' || c == ':';
}

static gunichar
lookup_entity (const char *name, gsize length)
{
  gsize low = 0, high = G_N_ELEMENTS (entities);

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      int order = strncmp (name, entities[middle].name, length);

      if (order == 0 && entities[middle].name[length] != '\0')
        order = -1;
      if (order == 0)
        return entities[middle].character;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return 0;
}

static gboolean
is_xml_entity (const char *name, gsize length)
{
  static const char *const names[] = { "amp", "lt", "gt", "quot", "apos" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && strncmp (names[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

/* Skips <!DOCTYPE …[ … ]>, with quotes and comments in it. Returns its end. */
static const char *
skip_doctype (const char *c, const char *end)
{
  gboolean in_subset = FALSE;
  char quote = '\0';

  for (; c < end; c++)
    {
      if (quote != '\0')
        {
          if (*c == quote)
            quote = '\0';
        }
      else if (end - c >= 4 && strncmp (c, "<!--", 4) == 0)
        {
          const char *close = g_strstr_len (c + 4, end - c - 4, "-->");

          if (close == NULL)
            return end;
          c = close + 2;
        }
      else if (*c == '"' || *c == '\'')
        quote = *c;
      else if (*c == '[')
        in_subset = TRUE;
      else if (*c == ']')
        in_subset = FALSE;
      else if (*c == '>' && !in_subset)
        return c + 1;
    }
  return end;
}

typedef struct
{
  GString *out;
  const char *end;
  const char *place;
  CogReport *report;
  gboolean seen_root;
} Cleaner;

/* CDATA and comments are copied as they stand: an & in them is no reference. */
static const char *
copy_to (Cleaner *cleaner, const char *c, const char *terminator)
{
  const char *close = g_strstr_len (c, cleaner->end - c, terminator);
  const char *next = close != NULL ? close + strlen (terminator) : cleaner->end;

  g_string_append_len (cleaner->out, c, next - c);
  return next;
}

static const char *
clean_doctype (Cleaner *cleaner, const char *c)
{
  const char *next = skip_doctype (c + 9, cleaner->end);

  /* Line feeds stay, so that the line numbers in messages stay true. */
  for (; c < next; c++)
    if (*c == '\n')
      g_string_append_c (cleaner->out, '\n');
  return next;
}

static const char *
clean_reference (Cleaner *cleaner, const char *c)
{
  const char *name = c + 1;
  const char *close = name;
  gunichar character;

  if (name < cleaner->end && *name == '#')
    {
      g_string_append_c (cleaner->out, '&');
      return name;
    }
  while (close < cleaner->end && close - name < 64 && is_name_char (*close))
    close++;
  if (close == name || close >= cleaner->end || *close != ';')
    {
      /* A lone ampersand, as in "R&D": common in bad files, and never ambiguous here. */
      g_string_append (cleaner->out, "&amp;");
      return name;
    }
  if (is_xml_entity (name, close - name))
    {
      g_string_append_len (cleaner->out, c, close + 1 - c);
      return close + 1;
    }
  character = lookup_entity (name, close - name);
  if (character != 0)
    g_string_append_printf (cleaner->out, "&#%u;", character);
  else
    {
      g_autofree char *unknown = g_strndup (name, close - name);

      cog_report_add (cleaner->report, &cog_finding_unknown_entity, cleaner->place, unknown, NULL);
    }
  return close + 1;
}

static gboolean
starts (const Cleaner *cleaner, const char *c, const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize)(cleaner->end - c) >= length && strncmp (c, prefix, length) == 0;
}

/* Takes the document type out and resolves named references, in one pass over UTF-8 text. */
static GString *
clean (const char *text, gsize length, const char *place, CogReport *report)
{
  Cleaner cleaner = { g_string_sized_new (length + 64), text + length, place, report, FALSE };
  const char *c = text;

  while (c < cleaner.end)
    {
      const char *next = c;

      while (next < cleaner.end && *next != '<' && *next != '&')
        next++;
      g_string_append_len (cleaner.out, c, next - c);
      c = next;
      if (c >= cleaner.end)
        break;
      if (*c == '&')
        c = clean_reference (&cleaner, c);
      else if (starts (&cleaner, c, "<!--"))
        c = copy_to (&cleaner, c, "-->");
      else if (starts (&cleaner, c, "<![CDATA["))
        c = copy_to (&cleaner, c, "]]>");
      else if (starts (&cleaner, c, "<!DOCTYPE") || starts (&cleaner, c, "<!doctype"))
        c = clean_doctype (&cleaner, c);
      else
        {
          g_string_append_c (cleaner.out, '<');
          c++;
        }
    }
  return cleaner.out;
}

static char *
dup_declared_encoding (const char *text, gsize length)
{
  g_autofree char *head = g_strndup (text, MIN (length, 512)); /* the bytes of a file end anyhow */
  char *close = strstr (head, "?>");
  const char *at;
  gsize n;

  if (!g_str_has_prefix (head, "<?xml") || close == NULL)
    return NULL;
  *close = '\0';
  at = strstr (head, "encoding");
  at = at != NULL ? strpbrk (at, "\"'") : NULL;
  if (at == NULL)
    return NULL;
  n = strcspn (at + 1, "\"'");
  return n > 0 && n < 40 ? g_strndup (at + 1, n) : NULL;
}

static const char *
sniff_encoding (const guint8 *data, gsize length)
{
  if (length >= 3 && data[0] == 0xEF && data[1] == 0xBB && data[2] == 0xBF)
    return "UTF-8";
  if (length >= 2 && data[0] == 0xFE && data[1] == 0xFF)
    return "UTF-16";
  if (length >= 2 && data[0] == 0xFF && data[1] == 0xFE)
    return "UTF-16";
  /* XML 1.0, appendix F: a "<" in UTF-16 without a mark. */
  if (length >= 4 && data[0] == 0 && data[1] == '<')
    return "UTF-16BE";
  if (length >= 4 && data[0] == '<' && data[1] == 0)
    return "UTF-16LE";
  return NULL;
}

static char *
decode (GBytes *bytes, const char *place, gsize *length, CogReport *report, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *sniffed = sniff_encoding ((const guint8 *)data, size);
  g_autofree char *declared = sniffed == NULL ? dup_declared_encoding (data, size) : NULL;
  const char *encoding = sniffed != NULL ? sniffed : declared;
  char *text = NULL;

  if (encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0)
    text = g_convert (data, size, "UTF-8", encoding, NULL, length, NULL);
  if (text == NULL)
    {
      if (!g_utf8_validate_len (data, size, NULL))
        cog_report_add (report, &cog_finding_bad_encoding, place, NULL, NULL);
      text = g_utf8_make_valid (data, size);
      *length = strlen (text);
    }
  if (*length >= 3 && strncmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      memmove (text, text + 3, *length - 2);
      *length -= 3;
    }
  return text;
}

static void
set_parse_error (GError **error, const char *place, CogError code)
{
  const xmlError *fault = xmlGetLastError ();
  g_autofree char *message =
      g_strdup (fault != NULL && fault->message != NULL ? fault->message : "");

  g_strchomp (message);
  g_set_error (error, COG_ERROR, code,
               /* Translators: file, line number, and the parser's own English words. */
               _ ("%s: line %d is damaged (%s)."), place, fault != NULL ? fault->line : 0, message);
}

/* options: of libxml2, beside those that all parsing has. Where they let it go on after an error,
 * error is set all the same. */
static xmlDoc *
parse_text (
    const char *text, gsize length, const char *place, CogError code, int options, GError **error)
{
  xmlParserCtxt *context = xmlNewParserCtxt ();
  gboolean recovers = (options & XML_PARSE_RECOVER) != 0;
  xmlDoc *document;

  xmlResetLastError ();
  document = xmlCtxtReadMemory (context, text, (int)length, NULL, "UTF-8",
                                PARSE_OPTIONS | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | options);
  if (recovers && !context->wellFormed && document != NULL)
    set_parse_error (error, place, code);
  if (document != NULL &&
      ((!context->wellFormed && !recovers) || xmlDocGetRootElement (document) == NULL))
    {
      g_clear_pointer (&document, xmlFreeDoc);
      g_clear_error (error);
    }
  if (document == NULL)
    set_parse_error (error, place, code);
  xmlFreeParserCtxt (context);
  return document;
}

static xmlDoc *
parse_foreign (GBytes *bytes, const char *place, CogReport *report, int options, GError **error)
{
  g_autofree char *text = NULL;
  GString *cleaned;
  gsize length = 0;
  xmlDoc *document;

  if (g_bytes_get_size (bytes) > MAX_DOCUMENT)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE, _ ("%s: is too large."), place);
      return NULL;
    }
  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: is empty."), place);
      return NULL;
    }
  text = decode (bytes, place, &length, report, error);
  cleaned = clean (text, length, place, report);
  document = parse_text (cleaned->str, cleaned->len, place, COG_ERROR_INPUT, options, error);
  g_string_free (cleaned, TRUE);
  return document;
}

xmlDoc *
cog_xml_parse (GBytes *bytes, const char *place, gpointer report, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);

  return parse_foreign (bytes, place, report, 0, error);
}

xmlDoc *
cog_xml_parse_damaged (
    GBytes *bytes, const char *place, gpointer report, char **fault, GError **error)
{
  g_autoptr (GError) met = NULL;
  xmlDoc *document;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (fault != NULL, NULL);

  document = parse_foreign (bytes, place, report, XML_PARSE_RECOVER, &met);
  *fault = document != NULL && met != NULL ? g_strdup (met->message) : NULL;
  if (document == NULL)
    g_propagate_error (error, g_steal_pointer (&met));
  return document;
}

xmlDoc *
cog_xml_parse_own (const char *text, gssize length, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  /* A document type in our own text was put there by somebody else. */
  if (strstr (text, "<!DOCTYPE") != NULL && strstr (text, "<!DOCTYPE") < strchr (text, '>') + 1)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_CORRUPT, _ ("%s: is damaged."), _ ("A section"));
      return NULL;
    }
  return parse_text (text, length < 0 ? strlen (text) : (gsize)length, _ ("A section"),
                     COG_ERROR_CORRUPT, 0, error);
}
