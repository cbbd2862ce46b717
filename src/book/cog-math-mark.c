/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-mark.h"

const char *
cog_math_mark_get_spacing (const char *mark)
{
  static const char *const pairs[][2] = {
    { "\xCC\x80", "`" },     { "\xCC\x81", "´" },     { "\xCC\x82", "^" },
    { "\xCC\x83", "~" },     { "\xCC\x84", "¯" },     { "\xCC\x85", "¯" },
    { "\xCC\x86", "˘" },     { "\xCC\x87", "˙" },     { "\xCC\x88", "¨" },
    { "\xCC\x8A", "˚" },     { "\xCC\x8C", "ˇ" },     { "\xE2\x83\x90", "↼" },
    { "\xE2\x83\x91", "⇀" }, { "\xE2\x83\x96", "←" }, { "\xE2\x83\x97", "→" },
    { "\xE2\x83\xA1", "↔" }, { "\xE2\x83\x9B", "⃛" },
  };

  g_return_val_if_fail (mark != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (mark, pairs[i][0]))
      return pairs[i][1];
  return mark;
}
