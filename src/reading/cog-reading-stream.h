/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-reader.h"

G_BEGIN_DECLS

/* What a helper says to the process that started it: frames of a head (kind and length) and that
 * many bytes, through a pipe. In this order: one HELLO; any number of PROGRESS; FINDINGS; then
 * either FAULT, or NEEDS_PROGRAMS, or BOOK with its SECTIONs, its ASSETs and FILEs, and END. */
typedef enum
{
  COG_FRAME_HELLO = 1,      /* version, what holds it (cog-confinement.h) */
  COG_FRAME_PROGRESS,       /* fraction, sentence */
  COG_FRAME_FINDINGS,       /* the report */
  COG_FRAME_FAULT,          /* domain, code, sentence */
  COG_FRAME_NEEDS_PROGRAMS, /* nothing was read: it needs a helper that may run programs */
  COG_FRAME_BOOK,           /* id of the reader; numbers of sections and assets; the book */
  COG_FRAME_SECTION,
  COG_FRAME_ASSET, /* length of what is said of it; that; its bytes */
  COG_FRAME_FILE,  /* the same of an asset that is a file of the source's folder, as it lies there:
                      what is said of it, its name in the folder, and its length */
  COG_FRAME_END,
  /* From one that draws pages: after HELLO either FAULT or SHEETS, then an answer a request. */
  COG_FRAME_SHEETS,   /* the list of pages (cog-sheet-pack.h) */
  COG_FRAME_SHEET,    /* a picture of one */
  COG_FRAME_NO_SHEET, /* it cannot be drawn */
  COG_FRAME_PICTURE,  /* a file, PNG or JPEG */
} CogFrameKind;

/* Changes with every change of what is packed: a helper of another version is not listened to. */
#define COG_STREAM_VERSION 3

typedef struct
{
  guint32 kind;
  guint32 reserved; /* 0 */
  guint64 length;   /* bytes that follow */
} CogFrameHead;

#define COG_FRAME_MAX (512u << 20)        /* bytes, of one frame */
#define COG_STREAM_MAX ((guint64)2 << 30) /* bytes, of all */

/* The sending side. Nothing is buffered; FALSE where nobody listens any more. */
gboolean cog_stream_send (int fd, CogFrameKind kind, const GByteArray *bytes);
/* The same with more behind it (nullable). */
gboolean cog_stream_send_with (int fd, CogFrameKind kind, const GByteArray *bytes, GBytes *behind);
gboolean cog_stream_send_hello (int fd, guint32 held);
gboolean cog_stream_send_progress (int fd, double fraction, const char *sentence);
gboolean cog_stream_send_findings (int fd, CogReport *report);
gboolean cog_stream_send_fault (int fd, const GError *error);
/* From BOOK to END. What its pictures hold is freed as it is sent: they are empty afterwards.
 * folder: (nullable): what the source is, where it is one. */
gboolean
cog_stream_give_book (int fd, CogBook *book, const CogReader *reader, CogContainer *folder);

G_END_DECLS
