/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* A section in the outline's list; "changed" is emitted when its progress or title did. */
#define COG_TYPE_OUTLINE_SECTION (cog_outline_section_get_type ())
G_DECLARE_FINAL_TYPE (CogOutlineSection, cog_outline_section, COG, OUTLINE_SECTION, GObject)

CogOutlineSection *cog_outline_section_new (CogSectionInfo *info); /* takes info */
const CogSectionInfo *cog_outline_section_get_info (CogOutlineSection *self);
void cog_outline_section_set_info (CogOutlineSection *self, CogSectionInfo *info); /* takes info */
const char *cog_outline_section_get_title (CogOutlineSection *self);
double cog_outline_section_get_share (CogOutlineSection *self); /* 0..1 of its words are done */

G_END_DECLS
