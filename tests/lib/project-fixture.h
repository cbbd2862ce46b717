/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* A fresh folder, and the path of a project in it that is not there yet. */
typedef struct
{
  char *dir;
  char *path;
} ProjectFixture;

void project_fixture_set_up (ProjectFixture *f, gconstpointer data);
void project_fixture_tear_down (ProjectFixture *f, gconstpointer data);
guint project_fixture_count_files (ProjectFixture *f);

/* Two sections, a picture with a credit of its own, a note, a list, and paragraphs p0, p1, … */
CogBook *project_fixture_make_book (guint n_paragraphs);
CogProject *project_fixture_create (const char *path, guint n_paragraphs);
/* A second source, “Dogs”, with the same in it as the first. */
void project_fixture_add_second (CogProject *project);
gboolean project_fixture_set_target (CogProject *project,
                                     const char *unit,
                                     const char *target,
                                     GError **error);
char *project_fixture_dup_target (CogProject *project, const char *unit);
/* What stands of the file that a source came in as. NULL: nothing. */
GBytes *project_fixture_dup_original (CogProject *project, const char *source);

/* As another program would, when the project is closed. */
void project_fixture_run_sql (const char *path, const char *sql);
/* In SQL: makes a closed project one of version 4, from before what engines wrote was marked; of
 * version 3, from before the lenses; and of version 2, from before places and reports were kept. */
#define PROJECT_FIXTURE_TO_VERSION_4                                                               \
  "DROP TABLE engine_text; DROP TABLE former_source; PRAGMA user_version=4;"
#define PROJECT_FIXTURE_TO_VERSION_3                                                               \
  PROJECT_FIXTURE_TO_VERSION_4                                                                     \
  "DROP TABLE answer; DROP TABLE agreement; PRAGMA user_version=3;"
#define PROJECT_FIXTURE_TO_VERSION_2                                                               \
  PROJECT_FIXTURE_TO_VERSION_3 "DROP TABLE place; DROP TABLE kept; DROP TABLE finding;"            \
                               "PRAGMA user_version=2;"
/* Makes a closed project one of version 0, from before the first release. */
void project_fixture_make_old (const char *path);

#define PROJECT_FIXTURE_ADD(path, func)                                                            \
  g_test_add (path, ProjectFixture, NULL, project_fixture_set_up, func, project_fixture_tear_down)

G_END_DECLS
