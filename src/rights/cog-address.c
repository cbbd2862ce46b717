/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-address.h"

#include <string.h>

/* Nobody types more. In bytes: an address is ASCII. */
#define MAX_TYPED 200

static gboolean
is_counter (const char *parameter)
{
  static const char *const names[] = { "fbclid=", "gclid=",  "dclid=",  "msclkid=",
                                       "yclid=",  "igshid=", "mc_cid=", "mc_eid=" };

  if (g_str_has_prefix (parameter, "utm_"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (parameter, names[i]))
      return TRUE;
  return FALSE;
}

static void
append_query (GString *out, const char *query)
{
  g_auto (GStrv) parameters = g_strsplit (query, "&", -1);
  gboolean is_any = FALSE;

  for (char **parameter = parameters; *parameter != NULL; parameter++)
    if ((*parameter)[0] != '\0' && !is_counter (*parameter))
      {
        g_string_append_printf (out, "%c%s", is_any ? '&' : '?', *parameter);
        is_any = TRUE;
      }
}

char *
cog_address_dup_printed (const char *url)
{
  const char *fragment;
  const char *query;
  const char *words;
  gsize length;
  GString *out;

  g_return_val_if_fail (url != NULL, NULL);

  fragment = strchr (url, '#');
  fragment = fragment != NULL ? fragment : url + strlen (url);
  query = memchr (url, '?', fragment - url);
  length = (gsize)((query != NULL ? query : fragment) - url);
  out = g_string_new_len (url, length);
  if (query != NULL)
    {
      g_autofree char *parameters = g_strndup (query + 1, fragment - query - 1);

      append_query (out, parameters);
    }
  words = strstr (fragment, ":~:");
  if (words == NULL)
    g_string_append (out, fragment);
  else if (words > fragment + 1)
    g_string_append_len (out, fragment, words - fragment);
  if (out->len > MAX_TYPED && query != NULL)
    {
      g_string_truncate (out, length);
      g_string_append (out, "?…");
    }
  return g_string_free (out, FALSE);
}
