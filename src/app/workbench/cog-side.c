/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-side.h"

#include "cog-language.h"

CogSide *
cog_side_new (const char *language, gboolean is_source, CogPictures *pictures)
{
  CogSide *side = g_new0 (CogSide, 1);

  side->is_source = is_source;
  side->language = g_strdup (language);
  side->script = cog_language_dup_script (language);
  side->direction = cog_language_is_rtl (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
  side->pictures = g_object_ref (pictures);
  return side;
}

void
cog_side_free (CogSide *side)
{
  if (side == NULL)
    return;
  g_free (side->language);
  g_free (side->script);
  g_object_unref (side->pictures);
  g_free (side);
}
