/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

/* The running text of a book, a block a line: no readings above the line, no formulas, no drawings.
 * (transfer full) */
char *pdf_rules_dup_text (const CogBook *book);
/* Fails the test where the file breaks a rule that a screen reader relies on, or where less than
 * that share of the text's letters stand in the structure tree in their order
 * (tests/lib/pdf_rules.py). */
void pdf_rules_check (const char *path, const CogBook *book, double share, const char *place);
