/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-window.h"

#include "cog-picture-window.h"
#include "cog-window-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* The second half of bench-window: how long the main loop serves nothing while the book is worked
 * with. Each part begins, waits until what it did is done and the window rests, and notes the
 * longest block. */

#define REST 1200 /* milliseconds in which nothing more comes of what was done */
#define WIDTH 5472
#define HEIGHT 3648

typedef struct
{
  Bench *bench;
  guint part, n_sections;
  double rests_since; /* 0: it is not done yet */
  GtkWindow *dialog;  /* weak (nullable) */
  CogProjectFigure *figure;
  char *picture; /* path */
  gboolean is_prepared, is_pressed;
} Edits;

/* --- what is done in threads, so that it is not measured ------------------------------------ */

/* Noise does not become small: about ten megabytes. */
static char *
make_picture (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, WIDTH, HEIGHT);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  gsize n = (gsize)gdk_pixbuf_get_rowstride (pixbuf) * HEIGHT;
  char *path = g_build_filename (g_get_tmp_dir (), "cognate-bench.jpeg", NULL);

  for (gsize i = 0; i + 4 <= n; i += 4)
    *(guint32 *)(gpointer)(pixels + i) = g_rand_int (rand) & 0x3f3f3f3f;
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "jpeg", NULL, "quality", "85", NULL));
  return path;
}

/* The first picture of the book that can be replaced. */
static CogProjectFigure *
find_figure (CogProject *project)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      if (unit->kind == COG_UNIT_ALT)
        return cog_project_dup_figure (project, unit->id, NULL);
    }
  return NULL;
}

/* As Replace All does in the whole book. */
static void
replace_everything (CogProject *project)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, NULL);
  g_autofree CogUnitEdit *edits = g_new0 (CogUnitEdit, units->len);

  for (guint i = 0; i < units->len; i++)
    {
      edits[i].unit = ((CogUnit *)g_ptr_array_index (units, i))->id;
      edits[i].set = COG_UNIT_SET_TARGET;
      edits[i].target = "replaced";
    }
  cog_project_edit (project, edits, units->len, "Replaced everywhere", NULL);
}

static void
prepare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Edits *edits = data;

  while (g_atomic_int_get (&edits->bench->is_exporting))
    g_usleep (10000);
  edits->picture = make_picture ();
  edits->figure = find_figure (edits->bench->project);
  replace_everything (edits->bench->project);
  g_task_return_boolean (task, TRUE);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Edits *)user_data)->is_prepared = TRUE;
}

/* --- the parts: TRUE, what was begun is done ------------------------------------------------- */

static gboolean
prepare (Edits *edits, gboolean is_first)
{
  if (is_first)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, prepared_cb, edits);

      g_task_set_task_data (task, edits, NULL);
      g_task_run_in_thread (task, prepare_thread);
    }
  return edits->is_prepared;
}

static gboolean
go_through_sections (Edits *edits, gboolean is_first)
{
  Bench *bench = edits->bench;

  if (!is_first && bench_now () - bench->begun < edits->n_sections * 400)
    return FALSE;
  if (bench->homes[edits->n_sections] == NULL)
    return TRUE;
  cog_spread_show (bench->spread, bench->homes[edits->n_sections++]);
  return FALSE;
}

static gboolean
undo (Edits *edits, gboolean is_first)
{
  CogWindow *window = COG_WINDOW (edits->bench->window);

  if (is_first)
    gtk_widget_activate_action (edits->bench->window, "win.undo", NULL);
  return !window->is_stepping;
}

static gboolean
replace_picture (Edits *edits, gboolean is_first)
{
  GtkWidget *button;

  if (edits->figure == NULL)
    return TRUE;
  if (is_first)
    {
      g_autoptr (GListModel) windows = NULL;

      cog_picture_window_present (GTK_WINDOW (edits->bench->window), edits->bench->project,
                                  edits->figure, edits->picture);
      windows = g_object_ref (gtk_window_get_toplevels ());
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

          if (g_str_equal (G_OBJECT_TYPE_NAME (window), "CogPictureWindow"))
            g_set_weak_pointer (&edits->dialog, window);
        }
    }
  if (edits->dialog == NULL)
    return TRUE;
  button = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (edits->dialog),
                                                      G_OBJECT_TYPE (edits->dialog), "replace"));
  if (!edits->is_pressed && gtk_widget_get_sensitive (button))
    {
      edits->is_pressed = TRUE;
      g_signal_emit_by_name (button, "clicked");
    }
  return FALSE;
}

static gboolean
close_book (Edits *edits, gboolean is_first)
{
  if (is_first)
    gtk_widget_activate_action (edits->bench->window, "win.back", NULL);
  return COG_WINDOW (edits->bench->window)->project == NULL;
}

static const struct
{
  gboolean (*run) (Edits *edits, gboolean is_first);
  gsize block; /* offset in Bench; 0: not noted */
} parts[] = {
  { prepare, 0 },
  { go_through_sections, G_STRUCT_OFFSET (Bench, sections) },
  { undo, G_STRUCT_OFFSET (Bench, undo) },
  { replace_picture, G_STRUCT_OFFSET (Bench, picture) },
  { close_book, G_STRUCT_OFFSET (Bench, close) },
};

static gboolean
run_cb (gpointer user_data)
{
  Edits *edits = user_data;
  Bench *bench = edits->bench;
  gboolean is_measured = parts[edits->part].run != replace_picture || edits->figure != NULL;

  if (edits->rests_since == 0)
    {
      if (parts[edits->part].run (edits, FALSE))
        edits->rests_since = bench_now ();
      return G_SOURCE_CONTINUE;
    }
  if (bench_now () - edits->rests_since < REST)
    return G_SOURCE_CONTINUE;
  if (parts[edits->part].block != 0 && is_measured)
    G_STRUCT_MEMBER (Block, bench, parts[edits->part].block) = bench->block;
  edits->part++;
  if (edits->part == G_N_ELEMENTS (parts))
    {
      g_unlink (edits->picture);
      bench_finish (bench);
      return G_SOURCE_REMOVE;
    }
  edits->rests_since = 0;
  bench_start (bench, EDITING);
  if (parts[edits->part].run (edits, TRUE))
    edits->rests_since = bench_now ();
  return G_SOURCE_CONTINUE;
}

void
bench_run_edits (Bench *bench)
{
  Edits *edits = g_new0 (Edits, 1);

  edits->bench = bench;
  cog_spread_flush (bench->spread);
  bench_start (bench, EDITING);
  parts[0].run (edits, TRUE);
  g_timeout_add (10, run_cb, edits);
}
