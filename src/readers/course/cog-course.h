/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"
#include "cog-progress.h"

G_BEGIN_DECLS

/**
 * CogCourse:
 *
 * What the readers of course packages share: the pages of a course are made or found first, in a
 * tree of sections, so that links between them are known; then all of them are taken into normal
 * form at once.
 */
typedef struct _CogCourse CogCourse;
struct _CogCourse
{
  CogBook *book;             /* owned until it is handed over */
  CogContainer *container;   /* borrowed */
  CogReport *report;         /* borrowed (nullable) */
  CogNormalizer *normalizer; /* owned */
  GPtrArray *pages;          /* private */
  GHashTable *by_file;       /* private: page's file → CogSection */
  GHashTable *file_credits;  /* private: name in the container → CogCredit */
  GHashTable *page_credits;  /* private: section id → CogCredit */
  guint n_sections;
};

CogCourse *cog_course_new (CogContainer *container, CogReport *report);
void cog_course_free (CogCourse *self);
/* (transfer full) */
CogBook *cog_course_steal_book (CogCourse *self);

/* A section behind those that siblings has, without content yet. */
CogSection *cog_course_add_section (CogCourse *self, GPtrArray *siblings, const char *title);
/* What a course nests deeper is to be set side by side. */
#define COG_COURSE_MAX_DEPTH 8

/* Gives a section its page. file: what references in it count from; unique among the pages, and the
 * name under which other pages link to it where it is in the container. page: taken; content: the
 * element of it that holds the text. */
void cog_course_set_page (
    CogCourse *self, CogSection *section, const char *file, xmlDoc *page, xmlNode *content);
/* The section of a file that was given, or NULL. (transfer none) */
CogSection *cog_course_find_page (CogCourse *self, const char *file);

typedef void (*CogCoursePageFunc) (
    CogCourse *self, CogSection *section, const char *file, xmlNode *content, gpointer user_data);
/* Every page that was given, before they are taken. */
void cog_course_foreach_page (CogCourse *self, CogCoursePageFunc func, gpointer user_data);
/* A reference to a file of the container by its whole name, from any page. (transfer full) */
char *cog_course_dup_reference (const char *file);

/* Makes a link of a section's page lead to another section. */
void
cog_course_set_target (CogCourse *self, CogSection *section, xmlNode *link, const char *target_id);

/* Whose a file of the container is, as the course says: for each place that shows it, beside what
 * the place and the file itself say. Takes the credit. */
void cog_course_add_file_credit (CogCourse *self, const char *file, CogCredit *credit);
/* The same for a page. */
void cog_course_add_page_credit (CogCourse *self, CogSection *section, CogCredit *credit);

/* Takes all pages into the book and finishes it. */
gboolean cog_course_finish (CogCourse *self,
                            const CogProgress *progress,
                            GCancellable *cancellable,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogCourse, cog_course_free)

G_END_DECLS
