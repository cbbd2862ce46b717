/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-course-question.h"
#include "cog-course.h"

G_BEGIN_DECLS

/**
 * CogMoodle:
 *
 * A backup of a Moodle course (.mbz: tar packed with gzip, or zip). What stands in a page is kept
 * as text in XML, files by their hash. Users, their work, marks and logs are never opened.
 */
typedef struct
{
  CogCourse *course;
  CogContainer *container; /* borrowed */
  CogReport *report;       /* borrowed (nullable) */
  GHashTable *files;       /* where a file stands in the course → its name in the container */
  GHashTable *areas;       /* private: where files stand together → CogMoodleFile array */
  GHashTable *questions;   /* id → element of questions.xml */
  GHashTable *entries;     /* id of an entry of the question bank → element of its last version */
  xmlDoc *question_bank;   /* (nullable) */
  GHashTable *modules;     /* id → section id, for links; chapters as "module/chapter" */
} CogMoodle;

/* Where a text stands: its files are found by that. */
typedef struct
{
  const char *context; /* id */
  const char *area;    /* "content", "intro", "questiontext" */
  const char *item;    /* id; "0" where an area has only one */
} CogMoodlePlace;

/* An activity: a row of moodle_backup.xml with what stands in its folder. */
typedef struct
{
  char *id;      /* of the course module */
  char *kind;    /* "page", "quiz" */
  char *folder;  /* in the container */
  char *context; /* id */
  xmlDoc *document;
  xmlNode *node; /* <page>, <quiz>: in activity */
  char *file;    /* of node, in the container */
  gboolean is_visible;
} CogMoodleActivity;

/* The text of a child element; "$@NULL@$" is none. (transfer full) (nullable) */
char *cog_moodle_dup_child (const xmlNode *parent, const char *name);
/* A file of the container as XML; NULL where it is not there or damaged (reported). */
xmlDoc *cog_moodle_parse (CogMoodle *m, const char *file);

/* cog-moodle-files.c */
void cog_moodle_read_files (CogMoodle *m);
/* The text of a child element as HTML, with its files' addresses resolved; its format is told by
 * the element NAMEformat. (transfer full) (nullable) */
char *cog_moodle_dup_html (CogMoodle *m,
                           const xmlNode *parent,
                           const char *name,
                           const CogMoodlePlace *place);
/* Names in the container, with the name that the file has in the course. (transfer full)
 * (element-type CogMoodleFile) */
typedef struct
{
  char *name; /* "notes.pdf" */
  char *file;
} CogMoodleFile;
GPtrArray *cog_moodle_list_files (CogMoodle *m, const CogMoodlePlace *place);

/* cog-moodle-activity.c: adds the activity behind those that siblings has. */
void cog_moodle_take_activity (CogMoodle *m, CogMoodleActivity *activity, GPtrArray *siblings);
/* For those who write one kind: a section with its title, and what introduces it. */
CogSection *cog_moodle_add_page (CogMoodle *m,
                                 const CogMoodleActivity *activity,
                                 GPtrArray *siblings,
                                 xmlNode **body);

/* cog-moodle-book.c */
void cog_moodle_take_book (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings);
void
cog_moodle_take_glossary (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings);

/* cog-moodle-quiz.c */
void cog_moodle_take_quiz (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings);
void cog_moodle_take_lesson (CogMoodle *m, const CogMoodleActivity *activity, GPtrArray *siblings);

/* cog-moodle-question.c */
void cog_moodle_read_questions (CogMoodle *m);
/* NULL: it is drawn by lot. (transfer full) (nullable) */
CogCourseQuestion *
cog_moodle_read_question (CogMoodle *m, const xmlNode *question, const char *context);

/* cog-moodle-links.c: links between activities, after all are known. */
void cog_moodle_resolve_links (CogMoodle *m);

G_END_DECLS
