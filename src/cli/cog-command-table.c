/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

static const CogCommand *const commands[] = {
  &cog_command_formats,
  &cog_command_inspect,
  &cog_command_convert,
  &cog_command_new,
  &cog_command_status,
  &cog_command_units,
  &cog_command_set,
  &cog_command_undo,
  &cog_command_redo,
  &cog_command_history,
  &cog_command_rights,
  &cog_command_licence,
  &cog_command_credit,
  &cog_command_attribution,
  &cog_command_check,
  &cog_command_export,
  &cog_command_segment,
  &cog_command_validate,
  &cog_command_notice,
  &cog_command_fetch,
  &cog_command_report,
  &cog_command_lenses,
  &cog_command_answer,
  &cog_command_agree,
  &cog_command_level,
  &cog_command_memory,
  &cog_command_exchange,
  &cog_command_engines,
  &cog_command_suggest,
  &cog_command_pretranslate,
  &cog_command_terms,
  &cog_command_update,
  &cog_command_recover,
  &cog_command_pictures,
  NULL,
};

const CogCommand *const *
cog_command_table_get (void)
{
  return commands;
}
