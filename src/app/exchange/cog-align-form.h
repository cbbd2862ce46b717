/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogAlignForm:
 *
 * Which two editions: the file of the original and that of its translation, and their languages,
 * where a person says them. Signal "changed": another file, or another language.
 */
#define COG_TYPE_ALIGN_FORM (cog_align_form_get_type ())
G_DECLARE_FINAL_TYPE (CogAlignForm, cog_align_form, COG, ALIGN_FORM, GtkWidget)

/* side: 0 the original, 1 the translation. NULL: not chosen yet; as the file says. (transfer none)
 * (nullable) */
const char *cog_align_form_get_path (CogAlignForm *self, guint side);
const char *cog_align_form_get_language (CogAlignForm *self, guint side);

G_END_DECLS
