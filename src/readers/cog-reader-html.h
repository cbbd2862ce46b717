/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"
#include "cog-reader.h"

extern const CogReader cog_reader_html;

/* A package whose first page is an edition of ours (index.html) with its record of rights, read as
 * the site that it is, whatever else is in the package. (transfer full) (nullable): it is none */
CogBook *cog_reader_html_read_own (CogContainer *container, CogReport *report);

/* The last step for readers that make their pages through HTML: notes, credits, language, ids. */
void cog_reader_html_finish (CogBook *book,
                             CogNormalizer *normalizer,
                             CogReport *report,
                             GCancellable *cancellable);

/* The same for an edition of ours, whose record of rights says all that is to be said of them. */
void cog_reader_html_finish_own (CogBook *book, CogNormalizer *normalizer, CogReport *report);
