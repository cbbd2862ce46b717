/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-container.h"
#include "cog-report.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* What a browser's programs would have made of a page, or have left in it when it was saved, is
 * brought back to what it stands for: pictures that are loaded late get their address, one of
 * several sizes is taken, formulas in TeX and those that MathJax or KaTeX drew become MathML once.
 * container, file: where pictures are looked for. */
void cog_page_mend (xmlDoc *document, CogContainer *container, const char *file, CogReport *report);

G_END_DECLS
