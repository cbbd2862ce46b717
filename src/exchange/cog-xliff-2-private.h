/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-format.h"
#include "cog-exchange-segments.h"

G_BEGIN_DECLS

/* OASIS, "XLIFF Version 2.1" (2018): https://docs.oasis-open.org/xliff/xliff-core/v2.1/ */
#define COG_NS_XLIFF_2 "urn:oasis:names:tc:xliff:document:2.0"
#define COG_NS_XLIFF_MATCHES "urn:oasis:names:tc:xliff:matches:2.0"
#define COG_NS_XLIFF_GLOSSARY "urn:oasis:names:tc:xliff:glossary:2.0"
#define COG_NS_XLIFF_METADATA "urn:oasis:names:tc:xliff:metadata:2.0"

/* The category under which our own facts stand, and the fact: what the unit was when it left. */
#define COG_XLIFF_CATEGORY "cognate"
#define COG_XLIFF_BASE "base"

/* What helps those who translate a unit: terms that occur in it (glossary module), and what of the
 * memory resembles its sentences (matches module), where it is not translated yet. */
void cog_xliff_2_append_glossary (GString *out,
                                  const CogExchangeHead *head,
                                  const CogExchangeUnit *unit);
void cog_xliff_2_append_matches (GString *out,
                                 const CogExchangeHead *head,
                                 const CogExchangeUnit *unit,
                                 GArray *segments);

G_END_DECLS
