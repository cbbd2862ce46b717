/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Text recognition by Tesseract, a program that may be installed. Where a process may not run
 * programs, it has servants that do: processes that were begun before it was held, may run nothing
 * else and see nothing but the pictures that they are sent. */

typedef enum
{
  COG_RECOGNIZE_TEXT,      /* answered in hOCR */
  COG_RECOGNIZE_SCRIPT,    /* answered in lines: "Script: Arabic" */
  COG_RECOGNIZE_LANGUAGES, /* of which there is data, a line each after the first */
  COG_RECOGNIZE_SPARSE,    /* as TEXT, of words that stand anywhere: the labels of a figure */
} CogRecognizeKind;

typedef struct
{
  CogRecognizeKind kind;
  guint resolution;      /* pixels an inch */
  const char *languages; /* names of data: "ara+eng"; not for a script */
  GBytes *picture;       /* PGM (nullable): there is none to list languages */
} CogRecognizeTask;

/* A page has so many seconds of the clock. */
#define COG_RECOGNIZE_SECONDS 120
#define COG_RECOGNIZE_MAX_ANSWER (64u << 20)

gboolean cog_recognizer_is_installed (void);
/* Its path. (transfer full) (nullable) */
char *cog_recognizer_dup_program (void);

/* Pages that can be read at the same time. */
guint cog_recognizer_count_slots (void);
/* Gives a slot something to do, and returns at once; its last answer was collected. */
void cog_recognizer_submit (guint slot, const CogRecognizeTask *task);
/* Waits for its answer. Errors: as cog_helper_run(). (transfer full) */
GBytes *cog_recognizer_collect (guint slot, GCancellable *cancellable, GError **error);

/* The same, one after the other. */
GBytes *
cog_recognizer_run (const CogRecognizeTask *task, GCancellable *cancellable, GError **error);

/* From now on, this thread's slots are servants: in and out of each is where its answers come from,
 * and where tasks go. */
void cog_recognizer_use_servants (const int (*pipes)[2], guint n);
/* What a servant does, until there is nobody left to serve. */
void cog_recognizer_serve (int in, int out);

G_END_DECLS
