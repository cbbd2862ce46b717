/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-mark.h"

G_BEGIN_DECLS

/* What is marked in the texts of a book, by unit and side. */
typedef struct _CogMarks CogMarks;

CogMarks *cog_marks_new (void);
void cog_marks_free (CogMarks *self);
/* Instead of what was there; n 0: nothing. */
void
cog_marks_set (CogMarks *self, const char *unit, gboolean in_source, const CogMark *marks, gsize n);
/* (transfer none) (nullable): valid until they are set anew. */
const CogMark *cog_marks_find (CogMarks *self, const char *unit, gboolean in_source, gsize *n);
gboolean cog_marks_has_finding (CogMarks *self, const char *unit);
void cog_marks_clear (CogMarks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMarks, cog_marks_free)

G_END_DECLS
