/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"

G_BEGIN_DECLS

/* What somebody chose who wrote these words for a finding: the way of a proposal that says the
 * same; "explain", where explaining is a way and what stood there stays among the words; else
 * another example. */
CogChoice cog_lens_choice_of_words (const CogPlacedFinding *placed, const char *words);

G_END_DECLS
