/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exchange-plan.h"
#include "project-fixture.h"

G_BEGIN_DECLS

/* A project with what travels badly: bold over two sentences, a link, a note's mark, a formula,
 * marks of direction, letters that XML and PO escape. Its paragraphs are p0, p1, … */
CogProject *exchange_fixture_create (const char *path);
extern const char *const exchange_fixture_sources[]; /* of p0, p1, …; NULL-terminated */
extern const char *const exchange_fixture_targets[]; /* their translations into Arabic */
/* The translations, each in another state, with notes and reasons. */
void exchange_fixture_translate (CogProject *project);

/* Exports into a file of that format, and returns what is in it. (transfer full) */
char *exchange_fixture_export (CogProject *project, const char *format, const char *path);
/* Reads a text as a file of that name, and applies nothing. (transfer full) */
CogExchangePlan *exchange_fixture_plan (CogProject *project, const char *name, const char *text);
/* The same, and applies it; returns how many units were changed. */
guint exchange_fixture_import (CogProject *project, const char *name, const char *text);
/* text with the first old as new; old must be there. Frees text. (transfer full) */
char *exchange_fixture_replace (char *text, const char *old, const char *with);

G_END_DECLS
