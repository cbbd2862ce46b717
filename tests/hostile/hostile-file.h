/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the program must do with it. Whatever it is: in bounded time and memory, without a crash,
 * without reaching the network or a file outside, and without leaving anything when it fails. */
typedef enum
{
  HOSTILE_READS,   /* the rest of it is a book */
  HOSTILE_REFUSED, /* exit status 1, and one message that names the file */
  HOSTILE_EITHER,
} HostileAnswer;

/**
 * HostileFile:
 *
 * A file or folder that was made to do harm, built by code into an empty folder. Beside that folder
 * stands "secret.txt", whose words must come out nowhere, and a server listens that nobody may
 * call.
 */
typedef struct
{
  const char *name; /* of the file; its reason is in the name and above its builder */
  HostileAnswer answer;
  const char *words; /* that the message must have, or the book must not; nullable */
  void (*build) (const char *path, guint port);
} HostileFile;

/* Each ends with a row without a name. */
extern const HostileFile hostile_zips[];
extern const HostileFile hostile_books[];
extern const HostileFile hostile_documents[];
extern const HostileFile hostile_courses[];
extern const HostileFile hostile_packages[];
extern const HostileFile hostile_pages[];
extern const HostileFile hostile_folders[];

#define HOSTILE_SECRET "canary-4711"

/* For builders: */
void hostile_write (const char *path, const char *text);
void hostile_write_bytes (const char *path, GBytes *bytes);
/* head, then part n times, then tail */
char *hostile_repeat (const char *head, const char *part, guint n, const char *tail);
/* The same with a counter: each %u in part is the number of the turn, from 0. */
char *hostile_number (const char *head, const char *part, guint n, const char *tail);

G_END_DECLS
