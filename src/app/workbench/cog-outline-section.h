/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* A section in the outline's list; "changed" is emitted when what its row shows did. */
#define COG_TYPE_OUTLINE_SECTION (cog_outline_section_get_type ())
G_DECLARE_FINAL_TYPE (CogOutlineSection, cog_outline_section, COG, OUTLINE_SECTION, GObject)

CogOutlineSection *cog_outline_section_new (CogSectionInfo *info); /* takes info */
const CogSectionInfo *cog_outline_section_get_info (CogOutlineSection *self);
void cog_outline_section_set_info (CogOutlineSection *self, CogSectionInfo *info); /* takes info */
/* Whether titles are the adaptation's, where it has them: the interface is in its language. */
void cog_outline_section_set_in_target (CogOutlineSection *self, gboolean in_target);
const char *cog_outline_section_get_title (CogOutlineSection *self);
double cog_outline_section_get_share (CogOutlineSection *self); /* 0..1 of its words are done */
/* How much in it is open: findings, and a person's notes. */
void cog_outline_section_set_n_open (CogOutlineSection *self, guint n_open);
guint cog_outline_section_get_n_open (CogOutlineSection *self);
/* Whether the section that is shown is below this one. */
void cog_outline_section_set_above (CogOutlineSection *self, gboolean is_above);
gboolean cog_outline_section_is_above (CogOutlineSection *self);

G_END_DECLS
