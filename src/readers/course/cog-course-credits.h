/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-course.h"

G_BEGIN_DECLS

/* Gives what the course's files show the credits that the course has for them, after the book got
 * its ids. */
void cog_course_place_credits (CogCourse *self);

/* A credit for one piece. words, url (nullable): what is said of the licence; what names none is
 * kept as it is said. file, place: where it is said. (transfer full) */
CogCredit *cog_course_credit_new (
    const char *author, const char *words, const char *url, const char *file, const char *place);

G_END_DECLS
