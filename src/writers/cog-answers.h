/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/**
 * cog_answers_move_to_end:
 *
 * Takes the answers to exercises out of the text and puts them into a chapter of their own before
 * the pages that the edition added, by chapter and section. An exercise's number leads to its
 * answer, the same number there leads back. The solutions of worked examples stay, for an example
 * is read with its solution.
 *
 * Returns: how many were moved; 0: the book is as it was.
 */
guint cog_answers_move_to_end (CogBook *book);

G_END_DECLS
