/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-address.h"

#include <string.h>

typedef struct
{
  guint8 start[4];
  guint bits;
} Network;

/* What the register of special-purpose addresses (RFC 6890) does not call globally reachable, and
 * what GInetAddress has no word for. */
static const Network near_networks[] = {
  { { 0, 0, 0, 0 }, 8 },     { { 10, 0, 0, 0 }, 8 },      { { 100, 64, 0, 0 }, 10 },
  { { 127, 0, 0, 0 }, 8 },   { { 169, 254, 0, 0 }, 16 },  { { 172, 16, 0, 0 }, 12 },
  { { 192, 0, 0, 0 }, 24 },  { { 192, 0, 2, 0 }, 24 },    { { 192, 168, 0, 0 }, 16 },
  { { 198, 18, 0, 0 }, 15 }, { { 198, 51, 100, 0 }, 24 }, { { 203, 0, 113, 0 }, 24 },
  { { 224, 0, 0, 0 }, 4 },   { { 240, 0, 0, 0 }, 4 },
};

static gboolean
begins_with (const guint8 *bytes, const guint8 *start, guint bits)
{
  guint whole = bits / 8;
  guint rest = bits % 8;

  return memcmp (bytes, start, whole) == 0 &&
         (rest == 0 || (bytes[whole] ^ start[whole]) >> (8 - rest) == 0);
}

static gboolean
is_public_four (const guint8 *bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (near_networks); i++)
    if (begins_with (bytes, near_networks[i].start, near_networks[i].bits))
      return FALSE;
  return TRUE;
}

static gboolean
is_public_six (const guint8 *bytes)
{
  static const guint8 zeros[12] = { 0 };
  static const guint8 mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF };
  static const guint8 translated[12] = { 0, 0x64, 0xFF, 0x9B };
  static const guint8 six_to_four[2] = { 0x20, 0x02 };
  static const guint8 teredo[4] = { 0x20, 0x01, 0, 0 };
  static const guint8 documentation[4] = { 0x20, 0x01, 0x0D, 0xB8 };

  /* An address of version 4 in another dress leads where that one does. */
  if (memcmp (bytes, mapped, 12) == 0 || memcmp (bytes, zeros, 12) == 0 ||
      memcmp (bytes, translated, 12) == 0)
    return is_public_four (bytes + 12);
  if (memcmp (bytes, six_to_four, 2) == 0)
    return is_public_four (bytes + 2);
  if (memcmp (bytes, teredo, 4) == 0 || memcmp (bytes, documentation, 4) == 0)
    return FALSE;
  /* 2000::/3 is all that was given out. */
  return bytes[0] >> 5 == 1;
}

gboolean
cog_web_address_is_public_number (GInetAddress *number)
{
  const guint8 *bytes;

  g_return_val_if_fail (G_IS_INET_ADDRESS (number), FALSE);

  bytes = g_inet_address_to_bytes (number);
  if (g_inet_address_get_family (number) == G_SOCKET_FAMILY_IPV4)
    return is_public_four (bytes);
  return is_public_six (bytes);
}

gboolean
cog_web_address_is_near (const char *address)
{
  static const char *const ends[] = { ".localhost", ".local",    ".lan",
                                      ".internal",  ".intranet", ".home.arpa" };
  g_autofree char *host = NULL;
  g_autofree char *lower = NULL;
  g_autoptr (GInetAddress) number = NULL;

  g_return_val_if_fail (address != NULL, FALSE);

  if (!g_uri_split_network (address, G_URI_FLAGS_ENCODED, NULL, &host, NULL, NULL) || host == NULL)
    return FALSE;
  number = g_inet_address_new_from_string (host);
  if (number != NULL)
    return !cog_web_address_is_public_number (number);
  lower = g_ascii_strdown (host, -1);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i]))
      return TRUE;
  /* "127.1" and "2130706433" are numbers for some resolvers, and not what a person calls a near
   * computer. */
  return strchr (lower, '.') == NULL && !g_ascii_isdigit (lower[0]);
}
