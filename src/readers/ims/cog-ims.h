/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-course.h"
#include "cog-ims-manifest.h"

G_BEGIN_DECLS

/* The state of one reading of a package, for the files of this folder. */
typedef struct
{
  CogCourse *course;
  CogContainer *container; /* borrowed */
  CogReport *report;       /* borrowed (nullable) */
  CogImsManifest *manifest;
  GHashTable *hidden;   /* ids of items and resources that are not shown to learners */
  GHashTable *sections; /* resource id → section id, for links by id */
  GHashTable *claimed;  /* files that items name */
  const char *program;  /* that a page's text is inside of (nullable) */
  guint n_programs;     /* pages whose programs were looked into */
  GQueue later;         /* private to cog-ims-web.c */
  guint n_links;        /* addresses on the web */
  guint n_pages;        /* pages with text of their own */
} CogIms;

/* The organization as a tree of sections, with the pages and all else that it names; then what it
 * does not name. */
void cog_ims_take_organization (CogIms *r);

/* cog-ims-web.c: a page, and those that only it leads to, below it. title: (nullable): the page's
 * own. (transfer none) (nullable): its section; NULL: nothing in it can be read */
CogSection *cog_ims_take_web_page (CogIms *r,
                                   GPtrArray *siblings,
                                   const char *title,
                                   const CogImsResource *resource,
                                   const char *file,
                                   guint depth);

/* Takes the pages that were put off because they are led to from very deep. */
void cog_ims_take_later (CogIms *r);

/* cog-ims-entry.c: what is no page. Each returns whether a section was made. */
gboolean
cog_ims_take_entry (CogIms *r, GPtrArray *siblings, const char *title, CogImsResource *resource);
/* The title and address of a web link; FALSE: it cannot be read. */
gboolean cog_ims_read_link (CogIms *r, const CogImsResource *resource, char **title, char **url);

/* cog-ims-canvas.c: what Canvas writes beside the manifest: what is hidden, whose the files are. */
void cog_ims_read_canvas (CogIms *r);

/* cog-ims-tokens.c: after all pages are known: makes the addresses that platforms write for
 * themselves lead to files and pages of the package. */
void cog_ims_resolve_tokens (CogIms *r);

/* cog-ims-program.c: the program that made a package whose pages are built by it. NULL: none that
 * is known. (transfer none) (nullable) */
const char *cog_ims_find_program (CogContainer *container);
/* Pages that the programs of a page name, in the order in which they name them.
 * (transfer container) (element-type utf8): names in the container */
GPtrArray *cog_ims_list_named_pages (CogIms *r, xmlDoc *document, const char *file);
/* Licences that a program of the package writes into pages: evidence, where the package says
 * nothing else. */
void cog_ims_scan_programs (CogIms *r);

G_END_DECLS
