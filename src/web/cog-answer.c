/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-fetch.h"

const CogFetchLimits cog_fetch_limits = { 512u << 20, 30 * 1000, 60 * 60 * 1000, 10, 100 };

void
cog_answer_clear (CogAnswer *answer)
{
  g_return_if_fail (answer != NULL);

  g_clear_pointer (&answer->address, g_free);
  g_clear_pointer (&answer->media_type, g_free);
  g_clear_pointer (&answer->charset, g_free);
  g_clear_pointer (&answer->name, g_free);
  g_clear_pointer (&answer->licence, g_free);
  answer->size = 0;
}
