/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-odt-walk.h"

G_BEGIN_DECLS

/* The document's properties: title, people, subjects, what they say of rights. */
/* The record of rights of an edition of ours, a property of its own. */
void cog_odt_read_record (CogBook *book, CogOdtWalk *walk);
void cog_odt_read_properties (CogBook *book, CogOdtWalk *walk);
/* The language of the text, by the letters that are marked with each and by its words. */
void cog_odt_read_language (CogBook *book, CogOdtWalk *walk);
/* What the running heads say of rights; they are left out otherwise. */
void cog_odt_read_running_heads (CogBook *book, CogOdtWalk *walk);

G_END_DECLS
