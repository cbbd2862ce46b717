/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

G_BEGIN_DECLS

/**
 * CogExchangeBuilder:
 *
 * Makes a text of what stands in a file, piece by piece: words, codes that open, close or stand
 * alone. Codes have numbers only (CogExchangeUnit); a code may open in one sentence and close in
 * another.
 */
typedef struct _CogExchangeBuilder CogExchangeBuilder;

CogExchangeBuilder *cog_exchange_builder_new (void);
void cog_exchange_builder_free (CogExchangeBuilder *self);

void cog_exchange_builder_add_text (CogExchangeBuilder *self, const char *text, gssize n_bytes);
/* number: as in the file; what is no number makes the text broken. markup (nullable): what the file
 * says that the code is. */
void cog_exchange_builder_open (CogExchangeBuilder *self, const char *number, const char *markup);
void cog_exchange_builder_close (CogExchangeBuilder *self, const char *number);
void
cog_exchange_builder_add_piece (CogExchangeBuilder *self, const char *number, const char *markup);
/* is_broken: (out): codes did not pair, or had no number. The builder is empty again. (transfer
 * full) */
CogText *cog_exchange_builder_finish (CogExchangeBuilder *self, gboolean *is_broken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogExchangeBuilder, cog_exchange_builder_free)

G_END_DECLS
