/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-source.h"

G_BEGIN_DECLS

/* What a text without a signature is written in, by its lines: bids, 0 to 100. */
int cog_pandoc_bid_latex (CogSource *source);
int cog_pandoc_bid_mediawiki (CogSource *source);
int cog_pandoc_bid_docbook (CogSource *source);
int cog_pandoc_bid_rst (CogSource *source);
int cog_pandoc_bid_org (CogSource *source);
int cog_pandoc_bid_rtf (CogSource *source);

G_END_DECLS
