/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-writer.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How a PDF is to be printed: folded it says what for, unfolded one chooses. Emits "changed". */
#define COG_TYPE_PRINT_ROW (cog_print_row_get_type ())
G_DECLARE_FINAL_TYPE (CogPrintRow, cog_print_row, COG, PRINT_ROW, AdwExpanderRow)

/* Fills in all of it but the paper. */
void cog_print_row_get_options (CogPrintRow *self, CogWriterOptions *options);

G_END_DECLS
