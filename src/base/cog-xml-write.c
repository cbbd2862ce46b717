/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-xml-write.h"

#include <string.h>

void
cog_xml_append_escaped (GString *out, const char *text, gssize n_bytes)
{
  const char *end = text + (n_bytes >= 0 ? (gsize)n_bytes : strlen (text));

  for (const char *c = text; c < end; c++)
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
      case '\r':
        g_string_append (out, "&#13;");
        break;
      default:
        if ((guchar)*c >= 0x20 || *c == '\n' || *c == '\t')
          g_string_append_c (out, *c);
      }
}

void
cog_xml_append_attribute (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, " %s=\"", name);
  /* White space in an attribute would become spaces: XML 1.0, 3.3.3. */
  for (const char *c = value; *c != '\0'; c++)
    if (*c == '\n' || *c == '\t' || *c == '\r')
      g_string_append_printf (out, "&#%d;", *c);
    else
      cog_xml_append_escaped (out, c, 1);
  g_string_append_c (out, '"');
}
