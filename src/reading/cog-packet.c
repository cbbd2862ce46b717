/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-packet.h"

#include <math.h>
#include <string.h>

void
cog_pack_number (GByteArray *bytes, guint32 number)
{
  g_byte_array_append (bytes, (const guint8 *)&number, sizeof number);
}

void
cog_pack_real (GByteArray *bytes, double number)
{
  g_byte_array_append (bytes, (const guint8 *)&number, sizeof number);
}

/* The length is one more than it is, so that 0 stays for none. */
void
cog_pack_text (GByteArray *bytes, const char *text)
{
  g_autofree char *valid = NULL;
  gsize length;

  if (text == NULL)
    {
      cog_pack_number (bytes, 0);
      return;
    }
  length = strlen (text);
  if (!g_utf8_validate (text, (gssize)length, NULL))
    {
      valid = g_utf8_make_valid (text, (gssize)length);
      text = valid;
      length = strlen (text);
    }
  cog_pack_number (bytes, (guint32)length + 1);
  g_byte_array_append (bytes, (const guint8 *)text, (guint)length);
}

/* (nullable): bad */
static const guint8 *
take (CogUnpack *unpack, gsize n)
{
  const guint8 *taken;

  if (unpack->is_bad || n > unpack->size - unpack->at)
    {
      unpack->is_bad = TRUE;
      return NULL;
    }
  taken = n > 0 ? unpack->data + unpack->at : (const guint8 *)"";
  unpack->at += n;
  return taken;
}

guint32
cog_unpack_number (CogUnpack *unpack)
{
  guint32 number = 0;
  const guint8 *taken = take (unpack, sizeof number);

  if (taken != NULL)
    memcpy (&number, taken, sizeof number);
  return number;
}

guint32
cog_unpack_limited (CogUnpack *unpack, guint32 limit)
{
  guint32 number = cog_unpack_number (unpack);

  if (number <= limit)
    return number;
  unpack->is_bad = TRUE;
  return 0;
}

gboolean
cog_unpack_boolean (CogUnpack *unpack)
{
  return cog_unpack_limited (unpack, 1) != 0;
}

double
cog_unpack_real (CogUnpack *unpack)
{
  double number = 0;
  const guint8 *taken = take (unpack, sizeof number);

  if (taken != NULL)
    memcpy (&number, taken, sizeof number);
  if (isfinite (number))
    return number;
  unpack->is_bad = TRUE;
  return 0;
}

char *
cog_unpack_dup_text (CogUnpack *unpack)
{
  guint32 length = cog_unpack_number (unpack);
  const guint8 *taken = length > 0 ? take (unpack, length - 1) : NULL;

  if (taken == NULL)
    return NULL;
  /* With a length, a NUL is not valid either. */
  if (g_utf8_validate ((const char *)taken, length - 1, NULL))
    return g_strndup ((const char *)taken, length - 1);
  unpack->is_bad = TRUE;
  return NULL;
}

char *
cog_unpack_dup_needed (CogUnpack *unpack)
{
  char *text = cog_unpack_dup_text (unpack);

  if (text != NULL)
    return text;
  unpack->is_bad = TRUE;
  return g_strdup ("");
}

gboolean
cog_unpack_is_done (const CogUnpack *unpack)
{
  return !unpack->is_bad && unpack->at == unpack->size;
}
