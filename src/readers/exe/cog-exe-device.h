/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-exe-package.h"

G_BEGIN_DECLS

/* The objects of contentv3.xml. */
typedef struct
{
  xmlNode *root;
  GHashTable *by_key; /* "reference" → element */
} CogExeGraph;

void cog_exe_graph_init (CogExeGraph *graph, xmlNode *root);
/* What a reference refers to; anything else is itself. */
xmlNode *cog_exe_graph_follow (const CogExeGraph *graph, xmlNode *value);
/* The value of a key of an object, or NULL; instance is nullable. */
xmlNode *cog_exe_graph_get (const CogExeGraph *graph, const xmlNode *instance, const char *key);
/* The same, where it is a text, number or truth. NULL: it is not, or empty. (transfer full) */
char *cog_exe_graph_dup (const CogExeGraph *graph, const xmlNode *instance, const char *key);
/* Whether it is an object of a class whose name ends so. */
gboolean cog_exe_graph_is (const xmlNode *instance, const char *class_end);

/* Reads an iDevice of contentv3.xml into the page. */
void cog_exe_device_read (const CogExeGraph *graph, xmlNode *device, CogExePage *page);

G_END_DECLS
