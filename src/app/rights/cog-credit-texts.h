/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-edition-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How the credit will read in its three places: the copyright page, below the figures, the list at
 * the back; in the language and direction of the edition. */
#define COG_TYPE_CREDIT_TEXTS (cog_credit_texts_get_type ())
G_DECLARE_FINAL_TYPE (CogCreditTexts, cog_credit_texts, COG, CREDIT_TEXTS, GtkWidget)

/* (transfer full) credits. language: of the edition. */
void cog_credit_texts_set (CogCreditTexts *self, CogEditionCredits *credits, const char *language);

G_END_DECLS
