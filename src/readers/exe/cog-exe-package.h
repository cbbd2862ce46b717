/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-container.h"
#include "cog-course-question.h"
#include "cog-report.h"

G_BEGIN_DECLS

/* One thing on a page: eXeLearning's "iDevice". Its parts are texts and questions, in order. */
typedef struct
{
  char *type;       /* "text", "quick-questions", "exe.engine.freetextidevice.FreeTextIdevice" */
  char *heading;    /* shown above it (nullable) */
  GPtrArray *texts; /* (element-type utf8): HTML; NULL-free */
  GPtrArray *questions; /* (element-type CogCourseQuestion): behind the texts */
  gboolean is_activity; /* it needs eXeLearning's programs */
} CogExeDevice;

typedef struct _CogExePage CogExePage;
struct _CogExePage
{
  char *id;
  char *parent; /* id (nullable) */
  char *title;  /* (nullable) */
  int order;    /* among the pages of one parent */
  gboolean is_hidden;
  gboolean is_placed;
  GPtrArray *devices;  /* (element-type CogExeDevice) */
  GPtrArray *children; /* (element-type CogExePage), borrowed */
};

/**
 * CogExePackage:
 *
 * What a file of eXeLearning holds, of whichever generation: contentv3.xml (1.04 to 2.9), or
 * content.xml (3 and later). content.data, a pickle of Python, is never read.
 */
typedef struct
{
  char *file;                                              /* the XML in the container */
  char *title, *author, *language, *description, *licence; /* (nullable) */
  char *rights;                                            /* said beside the licence (nullable) */
  GPtrArray *pages;                                        /* (element-type CogExePage): all */
  GPtrArray *roots;                                        /* (element-type CogExePage), borrowed */
} CogExePackage;

CogExePackage *cog_exe_package_new (const char *file);
void cog_exe_package_free (CogExePackage *self);
CogExePage *cog_exe_package_add_page (CogExePackage *self, char *id);
CogExeDevice *cog_exe_page_add_device (CogExePage *page, const char *type);
/* Makes the tree: each page below its parent; what has none, or stands in a circle, is a root. */
void cog_exe_package_link (CogExePackage *self);

/* NULL with an error: it is none. */
CogExePackage *cog_exe_package_read (CogContainer *container, CogReport *report, GError **error);
/* cog-exe-ode.c, cog-exe-graph.c: one generation each. */
void cog_exe_read_ode (CogExePackage *self, xmlNode *root, CogReport *report);
void cog_exe_read_graph (CogExePackage *self, xmlNode *root, CogReport *report);

/* Whether it is the root element of content.xml. */
gboolean cog_exe_is_ode (const char *head);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogExePackage, cog_exe_package_free)

G_END_DECLS
