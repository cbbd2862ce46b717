/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-address.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ADDRESS 4000 /* bytes: more than any browser's bar is used for */
#define MAX_NAME 120     /* bytes of a file's name */

static const GUriFlags flags = G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE;

gboolean
cog_web_address_is_one (const char *text)
{
  return text != NULL && (g_ascii_strncasecmp (text, "http://", 7) == 0 ||
                          g_ascii_strncasecmp (text, "https://", 8) == 0);
}

/* Letters of other scripts and what no address may hold, as "%XX". (transfer full) */
static char *
dup_escaped (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if ((guchar)*p <= ' ' || (guchar)*p >= 0x7F || strchr ("\"<>\\^`{|}", *p) != NULL)
      g_string_append_printf (out, "%%%02X", (guchar)*p);
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

/* The host in ASCII, the rest escaped. text: "scheme://host/…". (transfer full) (nullable) */
static char *
dup_ascii (const char *text)
{
  const char *start = strstr (text, "://");
  gsize length = start != NULL ? strcspn (start + 3, "/?#") : 0;
  g_autofree char *authority = length > 0 ? g_strndup (start + 3, length) : NULL;
  g_autofree char *host = NULL;
  g_autofree char *rest = NULL;

  if (authority == NULL)
    return NULL;
  if (g_hostname_is_non_ascii (authority))
    {
      char *port = strrchr (authority, ':');
      g_autofree char *tail = g_strdup (port != NULL ? port : "");

      if (port != NULL)
        *port = '\0';
      host = g_hostname_to_ascii (authority);
      if (host == NULL)
        return NULL;
      g_free (authority);
      authority = g_strconcat (host, tail, NULL);
    }
  rest = dup_escaped (start + 3 + length);
  return g_strdup_printf ("%.*s://%s%s", (int)(start - text), text, authority, rest);
}

/* http or https, a host, no password; the fragment as it is. (transfer full) (nullable) */
static GUri *
parse (const char *text)
{
  g_autofree char *ascii = dup_ascii (text);
  g_autoptr (GUri) uri = ascii != NULL ? g_uri_parse (ascii, flags, NULL) : NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_host (uri)[0] == '\0' ||
      (!g_str_equal (g_uri_get_scheme (uri), "http") &&
       !g_str_equal (g_uri_get_scheme (uri), "https")))
    return NULL;
  return g_steal_pointer (&uri);
}

/* "ftp:", "file:", but not "localhost:8000". */
static gboolean
has_other_scheme (const char *text)
{
  gsize n = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

  return n > 1 && text[n] == ':' && !g_ascii_isdigit (text[n + 1]);
}

char *
cog_web_address_clean (const char *typed, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GUri) uri = NULL;
  char *hash;

  g_return_val_if_fail (typed != NULL, NULL);

  text = g_strstrip (g_strdup (typed));
  if (!cog_web_address_is_one (text) && has_other_scheme (text))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                   _ ("%s: only addresses that begin with https:// or http:// can be fetched."),
                   text);
      return NULL;
    }
  whole = cog_web_address_is_one (text) ? g_strdup (text) : g_strconcat ("https://", text, NULL);
  hash = strchr (whole, '#');
  if (hash != NULL)
    *hash = '\0';
  uri = strlen (whole) <= MAX_ADDRESS && g_utf8_validate (whole, -1, NULL) ? parse (whole) : NULL;
  if (uri == NULL || strpbrk (g_uri_get_host (uri), " %") != NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   _ ("“%.80s” is not an address on the web. One looks like this: "
                      "https://example.org/book.epub"),
                   text);
      return NULL;
    }
  if (g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                   _ ("%s: this address has a name or password in it. Download the file with your "
                      "browser, and import it."),
                   g_uri_get_host (uri));
      return NULL;
    }
  return g_uri_to_string (uri);
}

char *
cog_web_address_resolve (const char *base, const char *reference)
{
  g_autofree char *text = NULL;
  g_autofree char *joined = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (base != NULL && reference != NULL, NULL);

  text = g_strstrip (g_strdup (reference));
  if (strlen (text) > MAX_ADDRESS || (!cog_web_address_is_one (text) && has_other_scheme (text)))
    return NULL;
  if (g_str_has_prefix (text, "//"))
    joined = g_strconcat (g_str_has_prefix (base, "https:") ? "https:" : "http:", text, NULL);
  else if (cog_web_address_is_one (text))
    joined = g_strdup (text);
  else
    {
      g_autofree char *escaped = dup_escaped (text);

      /* With a scheme of its own it is no relative one; GLib is upset by "h:/..//". */
      if (g_uri_peek_scheme (escaped) != NULL)
        return NULL;
      joined = g_uri_resolve_relative (base, escaped, flags, NULL);
    }
  uri = joined != NULL ? parse (joined) : NULL;
  return uri != NULL && g_uri_get_userinfo (uri) == NULL ? g_uri_to_string (uri) : NULL;
}

static gboolean
is_usual_port (GUri *uri)
{
  int port = g_uri_get_port (uri);

  return port < 0 || port == (g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80);
}

char *
cog_web_address_dup_host (const char *address)
{
  g_autoptr (GUri) uri = parse (address);
  g_autofree char *host = NULL;

  g_return_val_if_fail (uri != NULL, g_strdup (address));

  host = g_hostname_to_unicode (g_uri_get_host (uri));
  return is_usual_port (uri) ? g_strdup (host != NULL ? host : g_uri_get_host (uri))
                             : g_strdup_printf ("%s:%d", host != NULL ? host : g_uri_get_host (uri),
                                                g_uri_get_port (uri));
}

char *
cog_web_address_dup_origin (const char *address)
{
  g_autoptr (GUri) uri = parse (address);
  g_autofree char *host = NULL;
  int port;

  g_return_val_if_fail (uri != NULL, g_strdup (address));

  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  port = g_uri_get_port (uri);
  if (port < 0)
    port = g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
  return g_strdup_printf ("%s://%s:%d", g_uri_get_scheme (uri), host, port);
}

char *
cog_web_address_dup_safe_name (const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *valid = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  valid = g_utf8_make_valid (name, -1);
  for (const char *p = valid; *p != '\0' && out->len < MAX_NAME; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == '/' || letter == '\\' || g_unichar_iscntrl (letter) ||
          g_unichar_type (letter) == G_UNICODE_FORMAT || strchr ("<>:\"|?*", (int)letter) != NULL)
        g_string_append_c (out, '-');
      else
        g_string_append_unichar (out, letter);
    }
  while (out->len > 0 && (out->str[0] == '.' || out->str[0] == '-' || out->str[0] == ' '))
    g_string_erase (out, 0, 1);
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

char *
cog_web_address_dup_name (const char *address)
{
  g_autoptr (GUri) uri = parse (address);
  const char *last = uri != NULL ? strrchr (g_uri_get_path (uri), '/') : NULL;
  g_autofree char *name = last != NULL ? g_uri_unescape_string (last + 1, NULL) : NULL;

  return name != NULL && name[0] != '\0' ? cog_web_address_dup_safe_name (name) : NULL;
}
