/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-container.h"
#include "cog-course-question.h"
#include "cog-report.h"

G_BEGIN_DECLS

/* Tests in the formats of IMS Question and Test Interoperability: 1.2, as Common Cartridges have
 * it, and 2.0 to 3.0. */

/**
 * cog_qti_write:
 * @root: of file: questestinterop, assessmentTest or assessmentItem
 *
 * The questions, as exercises at the end of body, with headings of their sections from level on.
 * A test of QTI 2 names its questions' files: they are read.
 *
 * Returns: how many questions were written; 0 where it is no such test
 */
guint cog_qti_write (const xmlNode *root,
                     const char *file,
                     CogContainer *container,
                     CogReport *report,
                     xmlNode *body,
                     guint level);

/* The title that the test itself has. (transfer full) (nullable) */
char *cog_qti_dup_title (const xmlNode *root);

/* For the files of QTI alone: one item. (transfer full) */
CogCourseQuestion *cog_qti1_read_item (const xmlNode *item, const char *file, CogReport *report);
CogCourseQuestion *cog_qti2_read_item (const xmlNode *item,
                                       const char *file,
                                       CogContainer *container,
                                       CogReport *report);
/* Whether an element is the one of QTI 2 with that name, or of QTI 3 ("qti-simple-choice"). */
gboolean cog_qti2_is (const xmlNode *node, const char *name);

G_END_DECLS
