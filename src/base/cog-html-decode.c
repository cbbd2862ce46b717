/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-html.h"

#include <string.h>
#include <unicode/ucsdet.h>

#define PRESCAN 1024 /* bytes, HTML 13.2.3.2 */

/* The labels of the Encoding Standard that differ from what iconv understands by them. */
static const char *
map_label (const char *label)
{
  static const struct
  {
    const char *label;
    const char *encoding;
  } map[] = {
    { "iso-8859-1", "WINDOWS-1252" },
    { "latin1", "WINDOWS-1252" },
    { "us-ascii", "WINDOWS-1252" },
    { "ascii", "WINDOWS-1252" },
    { "iso-8859-9", "WINDOWS-1254" },
    { "gb2312", "GB18030" },
    { "gbk", "GB18030" },
    { "ks_c_5601-1987", "CP949" },
    { "euc-kr", "CP949" },
    { "shift_jis", "CP932" },
    { "x-sjis", "CP932" },
    { "utf8", "UTF-8" },
    { "x-user-defined", "WINDOWS-1252" },
    /* A page that says UTF-16 in a meta element that could be read is not in it. */
    { "utf-16", "UTF-8" },
    { "utf-16le", "UTF-8" },
    { "utf-16be", "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (map); i++)
    if (g_ascii_strcasecmp (map[i].label, label) == 0)
      return map[i].encoding;
  return label;
}

static const char *
sniff_mark (const guint8 *data, gsize length)
{
  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return "UTF-8";
  if (length >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    return "UTF-16";
  if (length >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    return "UTF-16";
  return NULL;
}

/* charset= in the first kilobyte, in a meta element or an XML declaration. */
static char *
dup_declared (const char *data, gsize length)
{
  /* Empty bytes have no address. */
  g_autofree char *head = length > 0 ? g_strndup (data, MIN (length, PRESCAN)) : g_strdup ("");
  g_autoptr (GRegex) regex = g_regex_new ("<meta[^>]+charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)|"
                                          "<\\?xml[^>]+encoding\\s*=\\s*[\"']([A-Za-z0-9_:.-]+)",
                                          G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *first = NULL;

  if (!g_regex_match (regex, head, 0, &match))
    return NULL;
  first = g_match_info_fetch (match, 1);
  if (first != NULL && first[0] != '\0')
    return g_steal_pointer (&first);
  return g_match_info_fetch (match, 2);
}

static char *
dup_guess (const char *data, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch *match;
  char *name = NULL;

  ucsdet_setText (detector, data, (int32_t)MIN (length, 65536), &status);
  match = ucsdet_detect (detector, &status);
  if (U_SUCCESS (status) && match != NULL)
    name = g_strdup (ucsdet_getName (match, &status));
  ucsdet_close (detector);
  return name;
}

static char *
convert (const char *data, gsize length, const char *encoding, gsize *written)
{
  const char *mapped = map_label (encoding);

  if (g_ascii_strcasecmp (mapped, "UTF-8") == 0)
    {
      if (!g_utf8_validate_len (data, length, NULL))
        return NULL;
      *written = length;
      return g_strndup (data, length);
    }
  return g_convert (data, length, "UTF-8", mapped, NULL, written, NULL);
}

static void
drop_mark (char *text, gsize *length)
{
  if (*length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      memmove (text, text + 3, *length - 2);
      *length -= 3;
    }
}

/* NUL would end the text for everybody who comes after. */
static void
blank_nul (char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0')
      text[i] = ' ';
}

char *
cog_html_decode (GBytes *bytes, const char *encoding_hint, gsize *length, gboolean *had_faults)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *mark;
  g_autofree char *declared = NULL;
  g_autofree char *guess = NULL;
  char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  if (had_faults != NULL)
    *had_faults = FALSE;
  mark = sniff_mark ((const guint8 *)data, size);
  if (mark != NULL)
    text = convert (data, size, mark, length);
  if (text == NULL && encoding_hint != NULL)
    text = convert (data, size, encoding_hint, length);
  if (text == NULL && (declared = dup_declared (data, size)) != NULL)
    text = convert (data, size, declared, length);
  if (text == NULL)
    text = convert (data, size, "UTF-8", length);
  if (text == NULL && size > 0 && (guess = dup_guess (data, size)) != NULL)
    {
      text = convert (data, size, guess, length);
      if (had_faults != NULL && declared != NULL)
        *had_faults = TRUE;
    }
  if (text == NULL)
    {
      text = g_utf8_make_valid (data != NULL ? data : "", size);
      *length = strlen (text);
      if (had_faults != NULL)
        *had_faults = TRUE;
    }
  drop_mark (text, length);
  blank_nul (text, *length);
  return text;
}
