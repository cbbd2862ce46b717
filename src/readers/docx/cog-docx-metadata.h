/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-docx-walk.h"

G_BEGIN_DECLS

/* The record of rights of an edition of ours, which lies in it as XML of its own. */
void cog_docx_read_record (CogBook *book, CogDocxWalk *walk, CogContainer *container);
/* The document's properties: title, people, subjects, what they say of rights. */
void cog_docx_read_properties (CogBook *book, CogReport *report, CogContainer *container);
/* The language of the text, by the letters that are marked with each and by its words. */
void cog_docx_read_language (CogBook *book, CogReport *report, CogDocxWalk *walk);
/* What the running heads say of rights; they are left out otherwise. */
void cog_docx_read_running_heads (CogBook *book, CogReport *report, CogDocxPackage *package);
/* Each comment is told. */
void cog_docx_report_comments (CogDocxWalk *walk);

G_END_DECLS
