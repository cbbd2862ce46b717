/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an engine sent back, read as leniently as need be: no parser of ours could be stricter than
 * the engines are. */

/* A stretch of the text that stood in an element with id "k1". Offsets are characters. */
typedef struct
{
  guint number; /* 0: an element that nobody sent */
  guint start, end;
} CogEngineSpan;

typedef struct
{
  char *plain;   /* one space where there were several; none at the ends */
  GArray *spans; /* (element-type CogEngineSpan), by their ends */
} CogEngineHtml;

CogEngineHtml *cog_engine_html_read (const char *html);
void cog_engine_html_free (CogEngineHtml *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogEngineHtml, cog_engine_html_free)

G_END_DECLS
