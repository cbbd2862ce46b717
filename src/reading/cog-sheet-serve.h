/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-source.h"

G_BEGIN_DECLS

/* Opens the source as a PDF and sends its list of pages to out, then draws a page for each request
 * (CogSheetRequest) that comes from asks, until nobody asks any more. */
void cog_sheet_serve (CogSource *source, int asks, int out);

G_END_DECLS
