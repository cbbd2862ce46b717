/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-rich-buffer.h"
#include "cog-rich-history.h"

G_BEGIN_DECLS

struct _CogRichBuffer
{
  GtkTextBuffer parent_instance;
  CogRichHistory *history;
  CogRichMode mode;
  GHashTable *tags; /* (element-type utf8 GtkTextTag): by number and markup */
  guint last_number;
  GdkRGBA link;
  GPtrArray *typing; /* (element-type GtkTextTag): of what is typed next at typing_at (nullable) */
  guint typing_at;
  GtkTextDirection direction; /* of the language; NONE: that of the first letter */
  guint head;                 /* characters before the text: cog-rich-head.c */
  gboolean is_quiet;          /* changes are not a person's: they are not recorded */
  gboolean is_placing;        /* text comes with its own styles */
  gboolean is_piece_change;   /* to be told */
};

#define COG_RICH_OBJECT "\xEF\xBF\xBC" /* U+FFFC OBJECT REPLACEMENT CHARACTER */

/* The text as it stands, raw. (transfer full) */
CogText *
cog_rich_buffer_read_raw (CogRichBuffer *self, const GtkTextIter *start, const GtkTextIter *end);
/* Puts raw text there, with its own styles and no others, and records it. */
void cog_rich_buffer_place (CogRichBuffer *self, guint at, const CogText *raw);
/* Deletes, and records it. */
void cog_rich_buffer_remove (CogRichBuffer *self, guint start, guint end);
/* The tag of a code; new where there is none yet. */
GtkTextTag *cog_rich_buffer_get_tag (CogRichBuffer *self, const CogCode *code);
/* A tag for a span of the person's own: "<strong>". */
GtkTextTag *cog_rich_buffer_new_tag (CogRichBuffer *self, const char *element, const char *markup);
/* None is left; to be called when no text has one. */
void cog_rich_buffer_forget_tags (CogRichBuffer *self);
/* Of the styles that the first letter of the stretch has. */
void cog_rich_buffer_take_styles_off (CogRichBuffer *self,
                                      const GtkTextIter *start,
                                      const GtkTextIter *end);
void cog_rich_buffer_put_tags_on (CogRichBuffer *self,
                                  GPtrArray *tags, /* (element-type GtkTextTag) */
                                  const GtkTextIter *start,
                                  const GtkTextIter *end);
/* Those that what is typed there has. (transfer container) */
GPtrArray *cog_rich_buffer_list_typing_tags (CogRichBuffer *self, const GtkTextIter *where);
void cog_rich_buffer_set_typing_tags (CogRichBuffer *self, GPtrArray *tags, guint at);
/* Where equal spans meet there they become one. */
void cog_rich_buffer_join (CogRichBuffer *self, guint at);
/* Between these the tags of a stretch may be changed: it is recorded as one change. */
CogText *cog_rich_buffer_begin_styles (CogRichBuffer *self, guint start, guint end);
void cog_rich_buffer_end_styles (CogRichBuffer *self, guint start, guint end, CogText *old);
void cog_rich_buffer_tell_style (CogRichBuffer *self);
/* Of a letter; NONE: it is none, and stands as its neighbours do. */
GtkTextDirection cog_rich_head_get_direction (gunichar c);
/* Puts what the text needs before it there, or takes it away. Iters are invalid then. */
void cog_rich_buffer_settle_head (CogRichBuffer *self);
/* What points before the text points to its begin then. */
void cog_rich_buffer_skip_head (CogRichBuffer *self, GtkTextIter *iter);
/* The same for the caret and what is selected. FALSE: they were behind it. */
gboolean cog_rich_buffer_keep_behind_head (CogRichBuffer *self);

G_END_DECLS
