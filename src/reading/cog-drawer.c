/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-drawer.h"

#include "cog-error.h"
#include "cog-helper.h"
#include "cog-lone-page.h"
#include "cog-media.h"
#include "cog-reading-private.h"
#include "cog-sheet-pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECONDS 60 /* of the processor, for all pages that one process draws */
#define WALL 60    /* by the clock, for one page, or the list of them */
/* A page that nobody wants any more is mostly done sooner than another process has started. */
#define GRACE (G_USEC_PER_SEC / 2)
#define MEMORY ((guint64)1 << 30)
#define MAX_LIST (64u << 20)                                                      /* bytes */
#define MAX_PICTURE (8ull * COG_SHEET_MAX_SIDE * COG_SHEET_MAX_SIDE + (8u << 20)) /* the same */

struct _CogDrawer
{
  char *program; /* (nullable): pages are drawn here */
  guint64 seconds, wall, memory;
  CogSource *source; /* own bytes: a second process is given them again */
  CogHelper *helper; /* (nullable) */
  guint n_drawn;     /* by this helper */
  CogSheets *sheets; /* (nullable) */
  CogSheetList *list;
};

/* What may come next, and how long. */
static gboolean
expects_hello (const CogFrameHead *head, gpointer user_data)
{
  return head->kind == COG_FRAME_HELLO && head->length < 1000;
}

static gboolean
expects_list (const CogFrameHead *head, gpointer user_data)
{
  return (head->kind == COG_FRAME_SHEETS && head->length <= MAX_LIST) ||
         (head->kind == COG_FRAME_FAULT && head->length <= 100000);
}

static gboolean
expects_sheet (const CogFrameHead *head, gpointer user_data)
{
  return ((head->kind == COG_FRAME_SHEET || head->kind == COG_FRAME_PICTURE) &&
          head->length <= MAX_PICTURE) ||
         (head->kind == COG_FRAME_NO_SHEET && head->length == 0);
}

static gboolean
is_same_version (GBytes *hello)
{
  CogUnpack unpack = { NULL };
  g_autofree char *program = NULL;

  unpack.data = g_bytes_get_data (hello, &unpack.size);
  if (cog_unpack_number (&unpack) != COG_STREAM_VERSION)
    return FALSE;
  program = cog_unpack_dup_needed (&unpack);
  cog_unpack_number (&unpack);
  return cog_unpack_is_done (&unpack) && g_str_equal (program, COG_VERSION);
}

static gint64
get_deadline (CogDrawer *self)
{
  return g_get_monotonic_time () + (gint64)self->wall * G_USEC_PER_SEC;
}

static gboolean
start (CogDrawer *self, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) hello = NULL;
  guint32 kind;

  g_ptr_array_add (argv, g_strdup (self->program));
  g_ptr_array_add (argv, g_strdup ("--name=pages"));
  g_ptr_array_add (argv, g_strdup_printf ("--seconds=%" G_GUINT64_FORMAT, self->seconds));
  g_ptr_array_add (argv, g_strdup_printf ("--memory=%" G_GUINT64_FORMAT, self->memory));
  self->n_drawn = 0;
  self->helper = cog_helper_new_asked (argv, self->source, NULL);
  if (self->helper == NULL)
    return FALSE;
  if (cog_helper_next (self->helper, expects_hello, NULL, get_deadline (self), cancellable, &kind,
                       &hello) == COG_HELPER_ANSWERED &&
      is_same_version (hello))
    return TRUE;
  g_clear_pointer (&self->helper, cog_helper_free);
  return FALSE;
}

/* The list comes first from every helper; that of the first one counts. */
static gboolean
take_list (CogDrawer *self, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = NULL;
  CogSheetList *list = NULL;
  guint32 kind;

  if (cog_helper_next (self->helper, expects_list, NULL, get_deadline (self), cancellable, &kind,
                       &bytes) == COG_HELPER_ANSWERED &&
      kind == COG_FRAME_SHEETS)
    list = cog_unpack_sheet_list (bytes);
  if (list == NULL)
    {
      g_clear_pointer (&self->helper, cog_helper_free);
      return FALSE;
    }
  if (self->list == NULL)
    self->list = list;
  else
    cog_sheet_list_free (list);
  return TRUE;
}

static gboolean
open_here (CogDrawer *self)
{
  self->sheets = cog_sheets_new (cog_source_get_bytes (self->source), NULL);
  if (self->sheets == NULL)
    return FALSE;
  self->list = cog_sheets_list (self->sheets);
  return TRUE;
}

CogDrawer *
cog_drawer_new_with (const CogReadingSetup *setup,
                     CogSource *source,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (CogDrawer) self = g_new0 (CogDrawer, 1);
  gboolean ok;

  self->program = g_strdup (setup->program);
  self->seconds = setup->seconds > 0 ? setup->seconds : SECONDS;
  self->wall = setup->wall > 0 ? setup->wall : WALL;
  self->memory = setup->memory > 0 ? setup->memory
                                   : MEMORY + 2 * g_bytes_get_size (cog_source_get_bytes (source));
  self->source = cog_source_new_for_bytes (cog_source_get_bytes (source), "pages");
  if (self->program != NULL && start (self, cancellable))
    ok = take_list (self, cancellable);
  else
    {
      g_debug ("Pages are drawn in this process: there is no helper");
      g_clear_pointer (&self->program, g_free);
      ok = !g_cancellable_is_cancelled (cancellable) && open_here (self);
    }
  if (ok && self->list->sheets->len > 0)
    return g_steal_pointer (&self);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT,
                         _ ("The original file is damaged, locked or no PDF: its pages cannot "
                            "be shown. Its text stands beside."));
  return NULL;
}

CogDrawer *
cog_drawer_new (CogSource *source, GCancellable *cancellable, GError **error)
{
  g_autofree char *program =
      g_getenv ("COGNATE_NO_HELPER") == NULL ? cog_reading_find_program () : NULL;
  const CogReadingSetup setup = { program };

  g_return_val_if_fail (source != NULL && !cog_source_is_folder (source), NULL);

  return cog_drawer_new_with (&setup, source, cancellable, error);
}

void
cog_drawer_free (CogDrawer *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->helper, cog_helper_free);
  g_clear_pointer (&self->sheets, cog_sheets_free);
  g_clear_pointer (&self->list, cog_sheet_list_free);
  g_clear_pointer (&self->source, cog_source_free);
  g_free (self->program);
  g_free (self);
}

const CogSheetList *
cog_drawer_get_list (CogDrawer *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->list;
}

static CogHelperEnd
wait_for_sheet (CogDrawer *self, GCancellable *cancellable, guint32 *kind, GBytes **bytes)
{
  CogHelperEnd end = cog_helper_next (self->helper, expects_sheet, NULL, get_deadline (self),
                                      cancellable, kind, bytes);

  if (end != COG_HELPER_CANCELLED)
    return end;
  return cog_helper_next (self->helper, expects_sheet, NULL, g_get_monotonic_time () + GRACE, NULL,
                          kind, bytes);
}

/* What was asked for, of one kind or the other. */
typedef struct
{
  CogSheetPicture *sheet; /* (nullable) */
  GBytes *picture;        /* (nullable) */
} Answer;

static gboolean
take (Answer *answer, guint32 kind, GBytes *bytes)
{
  if (kind == COG_FRAME_NO_SHEET)
    return TRUE;
  if (kind == COG_FRAME_SHEET)
    return answer->sheet != NULL && cog_unpack_sheet_picture (bytes, answer->sheet);
  answer->picture = answer->sheet == NULL ? g_bytes_ref (bytes) : NULL;
  return answer->picture != NULL;
}

/* FALSE: the helper is gone. */
static gboolean
ask (CogDrawer *self, const CogSheetRequest *request, GCancellable *cancellable, Answer *answer)
{
  g_autoptr (GBytes) bytes = NULL;
  guint32 kind;

  if (cog_helper_ask (self->helper, request, sizeof *request) &&
      wait_for_sheet (self, cancellable, &kind, &bytes) == COG_HELPER_ANSWERED &&
      take (answer, kind, bytes))
    {
      self->n_drawn++;
      return TRUE;
    }
  g_clear_pointer (&self->helper, cog_helper_free);
  return FALSE;
}

/* One that has drawn many pages may have come to the end of its time with this one: only one that
 * was new says something of the page. */
static void
ask_helper (CogDrawer *self,
            const CogSheetRequest *request,
            GCancellable *cancellable,
            Answer *answer)
{
  gboolean is_worn = self->helper != NULL && self->n_drawn > 0;

  for (guint i = 0; i < (is_worn ? 2 : 1); i++)
    {
      if (self->helper == NULL && (!start (self, cancellable) || !take_list (self, cancellable)))
        return;
      if (ask (self, request, cancellable, answer) || g_cancellable_is_cancelled (cancellable))
        return;
    }
}

gboolean
cog_drawer_draw (CogDrawer *self,
                 guint page,
                 double scale,
                 GCancellable *cancellable,
                 CogSheetPicture *picture,
                 GError **error)
{
  const CogSheetRequest request = { page, COG_SHEET_SHOW, scale };
  Answer answer = { picture, NULL };

  g_return_val_if_fail (self != NULL && scale > 0 && picture != NULL, FALSE);

  *picture = (CogSheetPicture){ 0 };
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (page < self->list->sheets->len)
    {
      if (self->sheets != NULL)
        cog_sheets_draw (self->sheets, page, scale, picture);
      else
        ask_helper (self, &request, cancellable, &answer);
    }
  if (picture->pixels != NULL)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT,
                         _ ("This page of the original cannot be shown."));
  return FALSE;
}

/* What a helper sends goes where pictures go: it is one of the two that are drawn. */
static gboolean
is_picture (GBytes *bytes)
{
  CogMediaInfo info;

  return cog_media_identify (bytes, NULL, &info) && (strcmp (info.media_type, "image/png") == 0 ||
                                                     strcmp (info.media_type, "image/jpeg") == 0);
}

GBytes *
cog_drawer_draw_picture (CogDrawer *self, GCancellable *cancellable, GError **error)
{
  const CogSheetRequest request = { 0, COG_SHEET_KEEP, 1 };
  Answer answer = { NULL, NULL };

  g_return_val_if_fail (self != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (self->sheets != NULL)
    answer.picture = cog_lone_page_draw (cog_source_get_bytes (self->source));
  else
    ask_helper (self, &request, cancellable, &answer);
  if (answer.picture != NULL && is_picture (answer.picture))
    return answer.picture;
  g_clear_pointer (&answer.picture, g_bytes_unref);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT,
                         _ ("This page of the original cannot be shown."));
  return NULL;
}
