/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-h5p-json.h"
#include "cog-made-page.h"

G_BEGIN_DECLS

/* Content types stand in each other; this is deeper than any editor lets people go. */
#define COG_H5P_DEPTH 16

/* One page of a package on its way to XHTML. */
typedef struct
{
  CogBook *book;
  CogContainer *container;
  CogNormalizer *normalizer;
  CogReport *report;
  const char *file; /* from which paths count, and which ids belong to */
  guint level;      /* of the heading that a title here would be */
  guint depth;
  guint n_items; /* ids made for what has a credit */
} CogH5pWalk;

typedef void (*CogH5pConvert) (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);

/* {library, params, metadata}: the content by its library's name, with a credit where it has one of
 * its own. object: (nullable) */
void cog_h5p_convert (CogH5pWalk *walk, JsonObject *object, xmlNode *parent);
/* The member of params that is such an object. */
void
cog_h5p_convert_member (CogH5pWalk *walk, JsonObject *params, const char *name, xmlNode *parent);
/* Texts, pictures and contents in whatever a library is made of, in the order of the file. */
void cog_h5p_convert_unknown (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
/* "H5P.MultiChoice" of "H5P.MultiChoice 1.16". (transfer full) (nullable) */
char *cog_h5p_dup_library (JsonObject *object);

/* A member as HTML. */
void cog_h5p_add_html (CogH5pWalk *walk, xmlNode *parent, JsonObject *params, const char *name);
/* The same in an element that is made where there is something in it. */
xmlNode *cog_h5p_add_in (
    CogH5pWalk *walk, xmlNode *parent, const char *element, JsonObject *params, const char *name);
/* A heading of this level out of a member. */
void cog_h5p_add_title (CogH5pWalk *walk, xmlNode *parent, const char *html);
/* {path, copyright}: a picture, in a figure where it stands alone. file: (nullable). alt:
 * (nullable): nobody wrote one. (transfer none) (nullable) */
xmlNode *cog_h5p_add_picture (CogH5pWalk *walk, xmlNode *parent, JsonObject *file, const char *alt);
/* [{path}, …]: a sound or film, of which the first that is there is taken. name: "audio", "video"
 */
void cog_h5p_add_media (
    CogH5pWalk *walk, xmlNode *parent, const char *name, JsonArray *files, JsonArray *tracks);

/* What h5p.json says of the whole. */
void cog_h5p_read_metadata (CogBook *book, JsonObject *package, CogReport *report);
/* A credit for node, if metadata of a content or the copyright of a file says anything that is not
 * said of the whole. metadata: (nullable) */
void cog_h5p_take_credit (CogH5pWalk *walk, xmlNode *node, JsonObject *metadata);

/* Content types, by name. */
void cog_h5p_convert_text (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_picture (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_audio (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_video (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_link (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_accordion (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_column (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_book (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_presentation (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_slide (CogH5pWalk *walk, JsonObject *slide, xmlNode *parent);
void cog_h5p_convert_film (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_hotspots (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_timeline (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_cards (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_pairs (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_chart (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_question_set (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_multi_choice (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_single_choice (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_summary (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_true_false (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_essay (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_open_question (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_guess (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_blanks (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_drag_text (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_mark_words (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_drag_question (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_order (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_crossword (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);
void cog_h5p_convert_dictation (CogH5pWalk *walk, JsonObject *params, xmlNode *parent);

extern const CogFindingKind cog_finding_h5p_unknown;
extern const CogFindingKind cog_finding_h5p_left_out;
extern const CogFindingKind cog_finding_h5p_film;
extern const CogFindingKind cog_finding_h5p_terms;

G_END_DECLS
