/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-builder.h"

#include <string.h>

#define PIECE "\xEF\xBF\xBC" /* U+FFFC OBJECT REPLACEMENT CHARACTER */
#define MOST_CODES 10000

struct _CogExchangeBuilder
{
  GString *plain;
  CogText *text;
  guint length;    /* characters */
  GPtrArray *open; /* CogCode, borrowed from text */
  gboolean is_broken;
};

CogExchangeBuilder *
cog_exchange_builder_new (void)
{
  CogExchangeBuilder *self = g_new0 (CogExchangeBuilder, 1);

  self->plain = g_string_new (NULL);
  self->text = cog_text_new ("");
  self->open = g_ptr_array_new ();
  return self;
}

void
cog_exchange_builder_free (CogExchangeBuilder *self)
{
  if (self == NULL)
    return;
  g_string_free (self->plain, TRUE);
  cog_text_free (self->text);
  g_ptr_array_unref (self->open);
  g_free (self);
}

/* The character that stands for a piece is none of a text: it would have a code's place. */
void
cog_exchange_builder_add_text (CogExchangeBuilder *self, const char *text, gssize n_bytes)
{
  g_autofree char *valid = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_if_fail (self != NULL && text != NULL);

  valid = g_utf8_make_valid (text, n_bytes);
  parts = g_strsplit (valid, PIECE, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_string_append (self->plain, parts[i]);
      self->length += (guint)g_utf8_strlen (parts[i], -1);
    }
}

static CogCode *
add_code (CogExchangeBuilder *self, CogCodeType type, const char *number, const char *markup)
{
  CogCode *code;
  guint64 value = 0;

  if (number == NULL || self->text->codes->len >= MOST_CODES ||
      !g_ascii_string_to_unsigned (number, 10, 1, G_MAXINT, &value, NULL))
    {
      self->is_broken = TRUE;
      return NULL;
    }
  code = g_new0 (CogCode, 1);
  code->number = (guint)value;
  code->type = type;
  code->markup = g_strdup (markup);
  code->start = self->length;
  code->end = self->length;
  g_ptr_array_add (self->text->codes, code);
  return code;
}

void
cog_exchange_builder_open (CogExchangeBuilder *self, const char *number, const char *markup)
{
  CogCode *code;

  g_return_if_fail (self != NULL);

  code = add_code (self, COG_CODE_SPAN, number, markup);
  if (code != NULL)
    g_ptr_array_add (self->open, code);
}

void
cog_exchange_builder_close (CogExchangeBuilder *self, const char *number)
{
  guint64 value = 0;

  g_return_if_fail (self != NULL);

  if (number != NULL && g_ascii_string_to_unsigned (number, 10, 1, G_MAXINT, &value, NULL))
    for (guint i = self->open->len; i > 0; i--)
      {
        CogCode *code = g_ptr_array_index (self->open, i - 1);

        if (code->number != value)
          continue;
        code->end = self->length;
        g_ptr_array_remove_index (self->open, i - 1);
        return;
      }
  self->is_broken = TRUE;
}

void
cog_exchange_builder_add_piece (CogExchangeBuilder *self, const char *number, const char *markup)
{
  CogCode *code;

  g_return_if_fail (self != NULL);

  code = add_code (self, COG_CODE_PIECE, number, markup);
  if (code == NULL)
    return;
  g_string_append (self->plain, PIECE);
  self->length++;
  code->end = self->length;
}

CogText *
cog_exchange_builder_finish (CogExchangeBuilder *self, gboolean *is_broken)
{
  CogText *text;

  g_return_val_if_fail (self != NULL && is_broken != NULL, NULL);

  *is_broken = self->is_broken || self->open->len > 0;
  text = self->text;
  g_free (text->plain);
  text->plain = g_strdup (self->plain->str);
  /* They are in the order in which they opened: sorting would turn round two of the same length. */
  self->text = cog_text_new ("");
  g_string_truncate (self->plain, 0);
  g_ptr_array_set_size (self->open, 0);
  self->length = 0;
  self->is_broken = FALSE;
  return text;
}
