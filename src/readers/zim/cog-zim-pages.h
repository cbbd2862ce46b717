/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"
#include "cog-zim.h"

G_BEGIN_DECLS

/* A page that is to be read. */
typedef struct
{
  guint32 entry;
  char *name;  /* with its name space: "A/Tides.html" */
  char *title; /* "Tides/High water" */
  char *key;   /* sorts names as people count */
  guint rank;  /* 0: the main page; its links follow; else G_MAXUINT */
  int parent;  /* the page whose title this one's begins with; -1: none */
  GBytes *bytes;
} CogZimPage;

/* The archive's pages in an order that makes sense: the main page, those that it leads to, the
 * others by title; pages below another ("Tides/High water") after it. What is more than a book
 * holds is reported. (transfer full) (element-type CogZimPage) */
GPtrArray *cog_zim_list_pages (CogZim *zim, CogReport *report, GError **error);

extern const CogFindingKind cog_finding_zim_pages;

G_END_DECLS
