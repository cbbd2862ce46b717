/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-writer.h"

G_BEGIN_DECLS

/* The page that a person chose, in points. options: (nullable): A4. */
void cog_office_page_get (const CogWriterOptions *options,
                          double *width,
                          double *height,
                          double *margin);

G_END_DECLS
