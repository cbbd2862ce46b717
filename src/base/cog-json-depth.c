/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-json-depth.h"

#define MAX_DEPTH 100

gboolean
cog_json_is_shallow (const char *text)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (in_string && *c == '\\' && c[1] != '\0')
        c++;
      else if (*c == '"')
        in_string = !in_string;
      else if (!in_string && (*c == '[' || *c == '{') && ++depth > MAX_DEPTH)
        return FALSE;
      else if (!in_string && (*c == ']' || *c == '}') && depth > 0)
        depth--;
    }
  return TRUE;
}
