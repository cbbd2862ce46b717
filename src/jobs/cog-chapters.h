/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

typedef enum
{
  COG_CHOSEN_NONE,
  COG_CHOSEN_SOME,
  COG_CHOSEN_ALL,
} CogChosen;

/**
 * CogChapter:
 *
 * A section of a book that is to be adapted, and whether it is wanted. The root stands for the
 * whole book. A chapter with words of its own beside those of its sections can be wanted without
 * them.
 */
typedef struct _CogChapter CogChapter;
struct _CogChapter
{
  char *id;            /* of the section; NULL: the root */
  char *title;         /* never NULL */
  guint n_words;       /* with all below it */
  guint n_own;         /* of its own text */
  gboolean is_own;     /* whether its own text is wanted */
  CogChapter *parent;  /* (nullable) */
  GPtrArray *children; /* (element-type CogChapter), owned */
};

/* Everything is wanted. Counts words, which takes a moment: call it in the thread that read the
 * book. (transfer full) */
CogChapter *cog_chapters_new (const CogBook *book);
void cog_chapters_free (CogChapter *root);

/* With all below it. */
void cog_chapter_choose (CogChapter *self, gboolean is_wanted);
CogChosen cog_chapter_get_chosen (const CogChapter *self);
/* The highest sections of which nothing is wanted. (transfer full) (element-type utf8) */
GPtrArray *cog_chapters_list_left_out (const CogChapter *root);
/* Words of what is wanted. */
guint cog_chapter_count_words (const CogChapter *self);
/* Chapters of the highest level that has more than one: how many there are, and how many of them
 * are wanted, at least in part. */
void cog_chapters_count (const CogChapter *root, guint *n_all, guint *n_wanted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogChapter, cog_chapters_free)

G_END_DECLS
