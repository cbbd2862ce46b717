/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/* How a question of a test is answered; each has its words in EPUB's vocabulary of semantics. */
typedef enum
{
  COG_COURSE_QUESTION_CHOICE,     /* one or several of some */
  COG_COURSE_QUESTION_TRUE_FALSE, /* one of two */
  COG_COURSE_QUESTION_TEXT,       /* a word or number is filled in */
  COG_COURSE_QUESTION_MATCH,      /* pairs */
  COG_COURSE_QUESTION_ORDER,      /* the choices stand in the right order */
  COG_COURSE_QUESTION_OPEN,       /* in one's own words */
  COG_COURSE_QUESTION_NONE,       /* only a text among the questions */
} CogCourseQuestionKind;

/* One of the things to choose from; of a filled in word, one that counts as right. */
typedef struct
{
  char *id;   /* within the question (nullable) */
  char *html; /* what stands there */
  gboolean is_right;
  double share;   /* of the points, 0 to 1, where a right answer gives only a part; else 0 */
  char *feedback; /* HTML (nullable) */
} CogCourseChoice;

/* What belongs together. */
typedef struct
{
  char *left, *right; /* HTML */
} CogCoursePair;

/**
 * CogCourseQuestion:
 *
 * A question of a test, whatever the platform that it was made for: what is asked, what can be
 * answered, what is right, and what is said to who answered. All texts are HTML.
 */
typedef struct
{
  CogCourseQuestionKind kind;
  char *prompt;        /* (nullable) */
  GPtrArray *choices;  /* (element-type CogCourseChoice) */
  GPtrArray *pairs;    /* (element-type CogCoursePair): those that belong together */
  GPtrArray *options;  /* (element-type utf8): right halves that belong to no left one */
  GPtrArray *feedback; /* (element-type utf8): to all who answered */
  GPtrArray *hints;    /* (element-type utf8) */
  char *model;         /* an answer in full (nullable) */
} CogCourseQuestion;

CogCourseQuestion *cog_course_question_new (CogCourseQuestionKind kind);
void cog_course_question_free (CogCourseQuestion *self);
/* Takes html. (transfer none) */
CogCourseChoice *cog_course_question_add_choice (CogCourseQuestion *self, char *html);
/* Take left and right. */
void cog_course_question_add_pair (CogCourseQuestion *self, char *left, char *right);
/* Adds feedback that is not blank, once; takes html (nullable). */
void cog_course_question_add_feedback (CogCourseQuestion *self, char *html);

/**
 * cog_course_question_write:
 * @level: of the headings that may stand in its texts
 *
 * An exercise as the last child of parent: the question, and an answer section where anything is
 * known of the answer. Nothing in it is in a language of its own. A text among questions is
 * written as it is.
 */
void cog_course_question_write (const CogCourseQuestion *self, xmlNode *parent, guint level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogCourseQuestion, cog_course_question_free)

G_END_DECLS
