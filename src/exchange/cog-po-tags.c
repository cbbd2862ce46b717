/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-po.h"

#include "cog-exchange-builder.h"
#include "cog-exchange-record.h"

#include <string.h>

/* "<1>", "</1>", "<2/>": its end; NULL: it is none. */
static const char *
end_tag (const char *c, gboolean *is_end, gboolean *is_piece, char **number)
{
  const char *digits;

  c++;
  *is_end = *c == '/';
  digits = c += *is_end ? 1 : 0;
  while (g_ascii_isdigit (*c))
    c++;
  if (c == digits || c - digits > 9)
    return NULL;
  *number = g_strndup (digits, (gsize)(c - digits));
  *is_piece = !*is_end && *c == '/';
  c += *is_piece ? 1 : 0;
  if (*c == '>')
    return c + 1;
  g_clear_pointer (number, g_free);
  return NULL;
}

static const char *
take_tag (CogExchangeBuilder *builder, const char *c)
{
  g_autofree char *number = NULL;
  gboolean is_end, is_piece;
  const char *after = end_tag (c, &is_end, &is_piece, &number);

  if (after == NULL)
    return NULL;
  if (is_piece)
    cog_exchange_builder_add_piece (builder, number, NULL);
  else if (is_end)
    cog_exchange_builder_close (builder, number);
  else
    cog_exchange_builder_open (builder, number, NULL);
  return after;
}

static const char *
take_entity (CogExchangeBuilder *builder, const char *c)
{
  static const struct
  {
    const char *name, *text;
  } entities[] = {
    { "&lt;", "<" }, { "&gt;", ">" }, { "&amp;", "&" }, { "&quot;", "\"" }, { "&apos;", "'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (c, entities[i].name))
      {
        cog_exchange_builder_add_text (builder, entities[i].text, -1);
        return c + strlen (entities[i].name);
      }
  return NULL;
}

CogText *
cog_po_read_tags (const char *message, gboolean *is_broken)
{
  g_autoptr (CogExchangeBuilder) builder = cog_exchange_builder_new ();
  const char *c = message;

  g_return_val_if_fail (message != NULL && is_broken != NULL, NULL);

  while (*c != '\0')
    {
      gsize n = strcspn (c, "<&");
      const char *after;

      if (n > 0)
        cog_exchange_builder_add_text (builder, c, (gssize)n);
      c += n;
      if (*c == '\0')
        break;
      after = *c == '<' ? take_tag (builder, c) : take_entity (builder, c);
      /* What is neither is what somebody wrote. */
      if (after == NULL)
        {
          cog_exchange_builder_add_text (builder, c, 1);
          after = c + 1;
        }
      c = after;
    }
  return cog_exchange_builder_finish (builder, is_broken);
}

gboolean
cog_po_read_mark (const char *comment, char **id, char **base)
{
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (comment != NULL && id != NULL && base != NULL, FALSE);

  lines = g_strsplit (comment, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = NULL;
      char *line = g_strstrip (lines[i]);

      if (!g_str_has_prefix (line, COG_PO_MARK))
        continue;
      words = g_strsplit (line + strlen (COG_PO_MARK), " ", 3);
      if (g_strv_length (words) != 2 || !cog_exchange_record_is_valid (words[1]))
        continue;
      *id = g_strdup (words[0]);
      *base = g_strdup (words[1]);
      return TRUE;
    }
  return FALSE;
}
