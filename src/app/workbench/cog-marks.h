/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-mark.h"

G_BEGIN_DECLS

/* What is marked in the texts of a book, by unit and side. */
typedef struct _CogMarks CogMarks;

CogMarks *cog_marks_new (void);
void cog_marks_free (CogMarks *self);
/* Instead of those of that kind that were there; n 0: none. What marks[i].kind says is not looked
 * at.
 */
void cog_marks_set (CogMarks *self,
                    const char *unit,
                    gboolean in_source,
                    CogMarkKind kind,
                    const CogMark *marks,
                    gsize n);
/* Of every kind: that side's text is another one now. */
void cog_marks_forget (CogMarks *self, const char *unit, gboolean in_source);
/* (transfer none) (nullable): valid until they are set anew. */
const CogMark *cog_marks_find (CogMarks *self, const char *unit, gboolean in_source, gsize *n);
gboolean cog_marks_has_finding (CogMarks *self, const char *unit);
void cog_marks_clear (CogMarks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMarks, cog_marks_free)

G_END_DECLS
