/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

static const CogCommand *const commands[] = {
  &cog_command_formats,
  &cog_command_inspect,
  &cog_command_validate,
  NULL,
};

const CogCommand *const *
cog_command_table_get (void)
{
  return commands;
}
