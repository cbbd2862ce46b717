/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* What the names of pictures begin with that are the adapter's own, and of those whose words only
 * were translated: such a one may have no credit of its own to be filed under. */
#define COG_OWN_PICTURE "own/"
#define COG_TRANSLATED_DRAWING COG_OWN_PICTURE "translated-"

/* A picture of the adaptation with all that belongs to it. */
typedef struct
{
  char *image;              /* id of the img */
  char *item;               /* whose credit speaks for it: the figure around it, or the img */
  char *asset;              /* name of the picture that stands there now */
  char *source_asset;       /* name of the source's, where another stands there now (nullable) */
  CogCredit *credit;        /* (nullable): none of its own */
  CogCredit *source_credit; /* of the source's picture, where another stands there now (nullable) */
  char *host_licence;       /* of the book that it came with: an expression (nullable) */
  char *alt;                /* the description now, plain (nullable): it waits for one */
  char *source_alt;         /* the source's, plain (nullable): it has none */
  gboolean is_decorative;   /* says nothing to who cannot see it, by decision or in the source */
  gboolean has_description; /* there is a unit for it: IMAGE@alt */
  gboolean is_translated;   /* the words in the drawing were translated */
} CogProjectFigure;
void cog_project_figure_free (CogProjectFigure *figure);

/* The picture that a unit belongs to: an alternative text, the caption of a figure, or the id of an
 * img or figure itself. Parses a section: not for the main thread. COG_ERROR_NOT_FOUND where the
 * unit has nothing to do with a picture. (transfer full) */
CogProjectFigure *cog_project_dup_figure (CogProject *self, const char *unit, GError **error);

/* Says that a picture says nothing (alt=""), or takes that back: then it waits for a description.
 * Rights and credits stay. COG_ERROR_NOT_FOUND where it has no unit. */
gboolean cog_project_set_decorative (CogProject *self,
                                     const char *image,
                                     gboolean is_decorative,
                                     GError **error);

/* Gives a picture that its source calls decorative (alt="") a place for a description, which waits
 * for one: the unit IMAGE@alt. One step of the history. COG_ERROR_REFUSED where there is one. */
gboolean cog_project_describe_picture (CogProject *self, const char *image, GError **error);

/* The pictures that stand in the text of a unit, by their ids, in their order. Parses a section:
 * not for the main thread. (transfer full) (element-type utf8) */
GPtrArray *cog_project_list_images (CogProject *self, const char *unit, GError **error);

/* A picture that stands in a section. */
typedef struct
{
  char *image; /* id of the img */
  char *asset; /* name of its file */
  char *unit; /* (nullable): where what it shows is told of: the unit that describes it; of one that
                 only decorates, its caption, else the passage it stands in or behind */
} CogProjectPicture;
void cog_project_picture_free (CogProjectPicture *picture);

/* All that stand in a section of the adaptation, in its order. Parses it: not for the main thread.
 * (transfer full) (element-type CogProjectPicture) */
GPtrArray *cog_project_list_pictures (CogProject *self, const char *section, GError **error);

/* The sections of the adaptation, by their ids, in which a picture stands whose file's name the
 * function takes. (transfer full) (element-type utf8) */
GPtrArray *cog_project_list_sections_of_files (CogProject *self,
                                               gboolean (*is_wanted) (const char *file),
                                               GError **error);

/* The source's own picture again, with its credit and its description. COG_ERROR_REFUSED where it
 * was added, or never replaced. */
gboolean cog_project_restore_picture (CogProject *self, const char *image, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogProjectPicture, cog_project_picture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogProjectFigure, cog_project_figure_free)

G_END_DECLS
