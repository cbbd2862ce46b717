/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* What readers find about rights goes into the book's record here, with where and in which words.
 */

/* A statement about the whole work. Reads it, keeps it, and sets book->credit->licence: when
 * statements contradict each other, the more restrictive until somebody decides (reported). Words
 * that name no licence are kept as the copyright notice where they look like one. */
void cog_evidence_add (CogBook *book,
                       CogReport *report,
                       CogEvidenceKind kind,
                       const char *file,
                       const char *place,
                       const char *words,
                       const char *url);

/* Looks for a sentence that licenses the work in text: "licensed under …", "Released under CC BY".
 */
void cog_evidence_scan_text (
    CogBook *book, CogReport *report, const char *file, const char *place, const char *text);

/* Takes the credit lines out of the captions of figures and tables in a section and into
 * book->credits. */
void cog_evidence_take_credits (CogBook *book, CogSection *section);

G_END_DECLS
