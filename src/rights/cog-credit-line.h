/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

/**
 * cog_credit_line_parse:
 * @caption: the plain text of a caption, or of any text that may hold a credit line
 * @start: (out) (optional): first byte of what is to be cut out of the caption
 * @end: (out) (optional): the byte after it; equal to @start where the words are a sentence of the
 * text, which stays in it
 *
 * Finds the credit in a caption, "(credit a: modification of work by A/Flickr; credit b: B)", and
 * takes it apart: a credit for each named part and for each of several works. Brackets and the
 * blank before them belong to what is cut; text after the credit stays. Names, titles and hosts are
 * verbatim; who and what nobody named stays NULL. One credit line is found at a time: cut it and
 * call again for the next.
 *
 * Time is linear in the length of the text, of which the first 20,000 bytes are looked at.
 *
 * Returns: (transfer full) (element-type CogCredit): empty where there is no credit line
 */
GPtrArray *cog_credit_line_parse (const char *caption, gsize *start, gsize *end);

G_END_DECLS
