/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* What a sound or film in a project is. */
typedef struct
{
  char *name;          /* as people read it: of the file that it came from */
  const char *kind;    /* "MP3"; static */
  gsize size;          /* bytes */
  gint64 milliseconds; /* 0: not known */
} CogMediaFacts;
void cog_media_facts_free (CogMediaFacts *facts);

/* Reads the whole file: call it in a thread. COG_ERROR_NOT_FOUND: the project has no such file;
 * COG_ERROR_UNSUPPORTED: it is no sound or film. (transfer full) */
CogMediaFacts *cog_media_job_read (CogProject *project, const char *asset, GError **error);

/* A copy of it in a folder, which is made, for another program to play: under a name whose ending
 * is that of its content, never the one that the book gives it. Returns its path; errors as above,
 * and those of files. (transfer full) */
char *
cog_media_job_copy (CogProject *project, const char *asset, const char *folder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMediaFacts, cog_media_facts_free)

G_END_DECLS
