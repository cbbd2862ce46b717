/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Title, author, source, licence and changes of a picture, to be read and written: the credit as
 * the licence asks for it. Signal "edited" when a field was left, Enter pressed, or a licence
 * chosen, and the credit differs. */
#define COG_TYPE_CREDIT_FORM (cog_credit_form_get_type ())
G_DECLARE_FINAL_TYPE (CogCreditForm, cog_credit_form, COG, CREDIT_FORM, GtkWidget)

GtkWidget *cog_credit_form_new (void);
/* (nullable): nothing is known. A field in which the person writes keeps what is written. */
void cog_credit_form_set_credit (CogCreditForm *self, const CogCredit *credit);
/* The credit with what was written: what was not touched is as it was, with its evidence. (transfer
 * full) */
CogCredit *cog_credit_form_dup_credit (CogCreditForm *self);
/* What stands for the licence where none is stated, and none need be. (nullable) */
void cog_credit_form_set_unstated (CogCreditForm *self, const char *words);
gboolean cog_credit_form_is_edited (CogCreditForm *self);

G_END_DECLS
