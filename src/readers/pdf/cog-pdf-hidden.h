/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-page.h"

#include "cog-report.h"

G_BEGIN_DECLS

extern const CogFindingKind cog_finding_text_hidden;

/* Pictures that hide what was drawn before them. (element-type CogPdfMark), borrowed. */
GPtrArray *cog_pdf_hidden_find_covers (const CogPdfMarks *marks);
/* Whether nobody sees a word: a picture lies over it, or it is drawn without ink and no picture
 * shows it instead. */
gboolean cog_pdf_hidden_is_word (const GPtrArray *covers,
                                 const CogPdfMarks *marks,
                                 const CogPdfWord *word,
                                 const CogPdfShow *show);
/* Leaves out the words that nobody sees, where others are seen: if none is, they are the text of a
 * scanned page. */
void cog_pdf_hidden_drop (CogPdfPage *page);

G_END_DECLS
