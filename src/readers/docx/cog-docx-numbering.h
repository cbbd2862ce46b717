/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/**
 * CogDocxNumbering:
 *
 * numbering.xml (17.9), and how far each list has counted. Lists that share one abstract definition
 * count on, as Word does.
 */
typedef struct _CogDocxNumbering CogDocxNumbering;

#define COG_DOCX_MAX_LEVEL 9

typedef struct
{
  const char *list;    /* which list: the same for all that count on. Lives as the numbering. */
  gboolean is_ordered; /* FALSE: bullets */
  gboolean is_plain;   /* no sign at all: no item */
  const char *type;    /* of ol: "a", "A", "i", "I"; NULL: in figures */
  guint number;        /* of this item */
} CogDocxItem;

/* root: of numbering.xml (nullable); kept, not owned. */
CogDocxNumbering *cog_docx_numbering_new (const xmlNode *root);
void cog_docx_numbering_free (CogDocxNumbering *self);

/* Counts the next item of that list; level from 0. FALSE: there is no such list. */
gboolean cog_docx_numbering_count (CogDocxNumbering *self,
                                   const char *num_id,
                                   guint level,
                                   CogDocxItem *item);
/* What stands before it, as lvlText has it ("1.2."), after it was counted; NULL: nothing with a
 * number in it. (transfer full) (nullable) */
char *cog_docx_numbering_dup_label (CogDocxNumbering *self, const char *num_id, guint level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogDocxNumbering, cog_docx_numbering_free)

G_END_DECLS
