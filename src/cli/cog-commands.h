/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-command.h"
#include "cog-project.h"

extern const CogCommand cog_command_agree;
extern const CogCommand cog_command_pictures;
extern const CogCommand cog_command_answer;
extern const CogCommand cog_command_attribution;
extern const CogCommand cog_command_check;
extern const CogCommand cog_command_convert;
extern const CogCommand cog_command_exchange;
extern const CogCommand cog_command_engines;
extern const CogCommand cog_command_export;
extern const CogCommand cog_command_fetch;
extern const CogCommand cog_command_formats;
extern const CogCommand cog_command_history;
extern const CogCommand cog_command_inspect;
extern const CogCommand cog_command_lenses;
extern const CogCommand cog_command_level;
extern const CogCommand cog_command_licence;
extern const CogCommand cog_command_credit;
extern const CogCommand cog_command_memory;
extern const CogCommand cog_command_new;
extern const CogCommand cog_command_notice;
extern const CogCommand cog_command_pretranslate;
extern const CogCommand cog_command_redo;
extern const CogCommand cog_command_report;
extern const CogCommand cog_command_rights;
extern const CogCommand cog_command_segment;
extern const CogCommand cog_command_set;
extern const CogCommand cog_command_status;
extern const CogCommand cog_command_suggest;
extern const CogCommand cog_command_terms;
extern const CogCommand cog_command_undo;
extern const CogCommand cog_command_units;
extern const CogCommand cog_command_recover;
extern const CogCommand cog_command_update;
extern const CogCommand cog_command_validate;
