/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-command.h"

extern const CogCommand cog_command_formats;
extern const CogCommand cog_command_inspect;
extern const CogCommand cog_command_validate;
