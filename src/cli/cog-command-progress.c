/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command.h"

#include <unistd.h>

#define WIDTH 24 /* characters of the bar itself */

/* Drawn again only where it would look different: a terminal may be slow. */
static void
draw (double fraction, const char *sentence, gpointer user_data)
{
  CogCommandContext *context = user_data;
  int percent = fraction < 0 ? 0 : (int)(CLAMP (fraction, 0, 1) * 100);
  char bar[WIDTH + 1];

  if (percent == context->percent)
    return;
  context->percent = percent;
  for (int i = 0; i < WIDTH; i++)
    bar[i] = i * 100 < percent * WIDTH ? '#' : '.';
  bar[WIDTH] = '\0';
  g_printerr ("\r[%s] %3d %% %s\033[K", bar, percent, sentence != NULL ? sentence : "");
}

const CogProgress *
cog_command_get_progress (CogCommandContext *context)
{
  const char *terminal = g_getenv ("TERM");

  g_return_val_if_fail (context != NULL, NULL);

  if (context->quiet || !isatty (STDERR_FILENO) || g_strcmp0 (terminal, "dumb") == 0)
    return NULL;
  context->progress = (CogProgress){ draw, context, 0, 1 };
  return &context->progress;
}

void
cog_command_end_progress (CogCommandContext *context)
{
  g_return_if_fail (context != NULL);

  if (context->percent >= 0)
    g_printerr ("\r\033[K");
  context->percent = -1;
}
