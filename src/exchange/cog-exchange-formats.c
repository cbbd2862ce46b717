/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-exchange-format.h"

static const CogExchangeFormat *const formats[] = {
  &cog_exchange_xliff_2, &cog_exchange_xliff_1, &cog_exchange_po, &cog_exchange_tmx, NULL,
};

const CogExchangeFormat *const *
cog_exchange_formats_get (void)
{
  return formats;
}

const CogExchangeFormat *
cog_exchange_format_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; formats[i] != NULL; i++)
    if (g_str_equal (formats[i]->id, id))
      return formats[i];
  return NULL;
}

const CogExchangeFormat *
cog_exchange_format_for_name (const char *path)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  lower = g_ascii_strdown (path, -1);
  if (g_str_has_suffix (lower, ".xliff"))
    return &cog_exchange_xliff_2;
  for (guint i = 0; formats[i] != NULL; i++)
    if (g_str_has_suffix (lower, formats[i]->extension))
      return formats[i];
  return NULL;
}
