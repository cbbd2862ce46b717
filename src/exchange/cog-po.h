/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-format.h"

G_BEGIN_DECLS

/**
 * PO, the format of GNU gettext
 * (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html): an entry a unit, its id as
 * context. Codes are tags with their numbers, "<1>bold</1>" and "<2/>";
 * "<" and "&" of the text are "&lt;" and "&amp;", so that nothing is taken for a tag. What is not
 * confirmed is fuzzy; which further state a unit has, the format cannot say.
 */

/* In a comment, id and record of a unit: of what tools throw away comments are the last. */
#define COG_PO_MARK "cognate: "
/* Finds them in a comment of several lines. FALSE: they are not in it. id, base: (out) (transfer
 * full) */
gboolean cog_po_read_mark (const char *comment, char **id, char **base);

gboolean cog_po_is_mine (const char *text, gsize n_bytes);
gboolean cog_po_read (const char *text,
                      gsize n_bytes,
                      const char *name,
                      const CogExchangeReceiver *receiver,
                      GError **error);

/* What stands in an entry, as a text. is_broken: (out): as cog_exchange_builder_finish(). (transfer
 * full) */
CogText *cog_po_read_tags (const char *message, gboolean *is_broken);

G_END_DECLS
