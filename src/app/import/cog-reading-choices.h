/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-reading-options.h"
#include "cog-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogReadingChoices:
 *
 * How a file is read, where that is for the person to say: a row for each question that the reading
 * brought up, with the answers by name. Hidden where there is none.
 *
 * Signal "changed": the file is to be read again.
 */
#define COG_TYPE_READING_CHOICES (cog_reading_choices_get_type ())
G_DECLARE_FINAL_TYPE (CogReadingChoices, cog_reading_choices, COG, READING_CHOICES, GtkWidget)

/* What a reading found brings up its questions; those that stand already stay. */
void cog_reading_choices_add (CogReadingChoices *self, const CogBook *book, CogReport *report);
/* No question any more: another file. */
void cog_reading_choices_clear (CogReadingChoices *self);
const CogReadingOptions *cog_reading_choices_get_options (CogReadingChoices *self);

G_END_DECLS
