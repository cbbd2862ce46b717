/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

/* A formula on one line, with the same meaning: (a+b)/c, x^2, √(n), as people write it in plain
 * text. Owned by the caller; empty where the formula has no text. */
char *cog_pdf_math_line_dup (const xmlNode *math);
