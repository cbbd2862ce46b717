/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-odt-styles.h"

G_BEGIN_DECLS

/**
 * CogOdtLists:
 *
 * How the items of lists and the headings of a document are counted (OpenDocument 1.3 part 3, 5.3
 * and 16.30).
 */
typedef struct _CogOdtLists CogOdtLists;

#define COG_ODT_MAX_LEVEL 10

/* One list on its way: those nested in it count in it, too. */
typedef struct _CogOdtCount CogOdtCount;

/* The sign of a level. */
typedef struct
{
  gboolean is_ordered;
  gboolean is_plain; /* no sign at all */
  const char *type;  /* of ol: "a", "A", "i", "I"; NULL: in figures */
} CogOdtSign;

CogOdtLists *cog_odt_lists_new (CogOdtStyles *styles);
void cog_odt_lists_free (CogOdtLists *self);

/* Begins a list that stands in no other: on its own, or as more of an earlier one. (transfer none)
 */
CogOdtCount *cog_odt_lists_begin (CogOdtLists *self, const xmlNode *list, const char *style);
/* level: from 1. style (nullable): none has bullets. */
void cog_odt_lists_get_sign (CogOdtLists *self, const char *style, guint level, CogOdtSign *sign);
/* The next item's number; start (nullable): what the item itself asks for. */
guint cog_odt_lists_count (
    CogOdtLists *self, CogOdtCount *count, const char *style, guint level, const char *start);
/* A list inside an item begins anew. */
void cog_odt_lists_restart (CogOdtCount *count, guint level);
/* What stands before an item that was counted: "1.2." NULL: no number. (transfer full) (nullable)
 */
char *
cog_odt_lists_dup_label (CogOdtLists *self, CogOdtCount *count, const char *style, guint level);
/* The same for a heading of the outline, which is counted by this. (transfer full) (nullable) */
char *cog_odt_lists_dup_outline (CogOdtLists *self, const xmlNode *heading, guint level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogOdtLists, cog_odt_lists_free)

G_END_DECLS
