/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-progress.h"

void
cog_progress_tell (const CogProgress *progress, double fraction, const char *sentence)
{
  if (progress == NULL || progress->func == NULL)
    return;
  if (fraction >= 0)
    fraction = progress->from + CLAMP (fraction, 0, 1) * (progress->to - progress->from);
  progress->func (fraction, sentence, progress->user_data);
}

CogProgress
cog_progress_part (const CogProgress *progress, double from, double to)
{
  CogProgress part = { NULL, NULL, 0, 1 };

  if (progress == NULL)
    return part;
  part = *progress;
  part.from = progress->from + from * (progress->to - progress->from);
  part.to = progress->from + to * (progress->to - progress->from);
  return part;
}
