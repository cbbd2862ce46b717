/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-command.h"
#include "cog-web-found.h"

/* What stands at an address: as JSON where that was asked for, else a line each. */
void cog_web_print_found (CogCommandContext *context, const CogWebFound *found);
