/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-description.h"

#include <string.h>

/* An address or the name of a file; what office programs call pictures by themselves. */
#define FILLER                                                                                          \
  "^\\s*(https?://\\S+|file:\\S+|[^\\n]{1,120}\\.(png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf|eps)|"       \
  "(image|picture|graphic|photo|figure|imagen?|bild|grafika?|obraz(ek)?|imagem|gambar|"                 \
  "resim|рисунок|изображение|малюнок|сурет|图片|صورة|تصویر)[ " \
  "_-]?\\d*|(img|dsc[fn]?|pic)[_-]?\\d+)\\s*$"

gboolean
cog_description_is_filler (const char *text)
{
  static GRegex *filler;

  if (text == NULL)
    return TRUE;
  if (g_once_init_enter (&filler))
    g_once_init_leave (&filler, g_regex_new (FILLER, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return text[0] != '\0' && g_regex_match (filler, text, 0, NULL);
}
