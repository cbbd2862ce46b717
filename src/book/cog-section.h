/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/**
 * CogSection:
 *
 * A part, chapter or module of a book. Its content (nullable: a part that only groups) is one
 * `section` element in normal form, the root of a document of its own; chapters below it are
 * children.
 */
typedef struct _CogSection CogSection;
struct _CogSection
{
  char *id;    /* unique in the book, also among the ids in the content */
  char *title; /* plain text: the first heading's, or what the table of contents says */
  char *type;  /* epub:type: "chapter", "part", "preface", "appendix", "glossary", "copyright-page",
                  "credits", "titlepage", … (nullable) */
  char *language;      /* BCP 47, where it differs from the book's (nullable) */
  char *origin;        /* file it came from, for messages and evidence (nullable) */
  gboolean is_linear;  /* FALSE: outside the reading order (EPUB linear="no") */
  xmlDoc *content;     /* owned (nullable) */
  GPtrArray *children; /* (element-type CogSection), owned */
};

CogSection *cog_section_new (const char *id, const char *title);
void cog_section_free (CogSection *section);
/* The root `section` element, or NULL. */
xmlNode *cog_section_get_root (const CogSection *section);
/* Makes an empty content and returns its root. */
xmlNode *cog_section_make_content (CogSection *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogSection, cog_section_free)

G_END_DECLS
