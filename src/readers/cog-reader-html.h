/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"
#include "cog-reader.h"

extern const CogReader cog_reader_html;

/* The last step for readers that make their pages through HTML: notes, credits, language, ids. */
void cog_reader_html_finish (CogBook *book,
                             CogNormalizer *normalizer,
                             CogReport *report,
                             GCancellable *cancellable);
