/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-leave.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Which of the two is asked about. */
typedef enum
{
  COG_LEAVE_KIND_NONE, /* neither: the form is not seen */
  COG_LEAVE_KIND_PERMISSION,
  COG_LEAVE_KIND_EXCEPTION,
} CogLeaveKind;

/**
 * CogLeaveForm:
 *
 * Why a work that is under no licence may be used: a permission with what it covers, or an
 * exception of the law (rules.md §1.5). Dates are checked where they are written.
 */
#define COG_TYPE_LEAVE_FORM (cog_leave_form_get_type ())
G_DECLARE_FINAL_TYPE (CogLeaveForm, cog_leave_form, COG, LEAVE_FORM, GtkWidget)

void cog_leave_form_set_kind (CogLeaveForm *self, CogLeaveKind kind);
/* leave: (nullable): nothing is recorded. What is recorded of the kind that is not shown stays as
 * it is, until the person takes it off: it is of no effect, and may be wanted again. */
void cog_leave_form_set (CogLeaveForm *self, const CogLeave *leave);
/* What is written in it. (transfer full) (nullable): nothing */
CogLeave *cog_leave_form_dup (CogLeaveForm *self);
/* Whether all of it can be stored. Else the fault is said at its row, which gets the keyboard. */
gboolean cog_leave_form_check (CogLeaveForm *self);

G_END_DECLS
