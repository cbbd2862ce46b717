/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-window.h"

#include "cog-publish-job.h"
#include "cog-type.h"
#include "cog-unit-row-private.h"
#include "cog-window-private.h"

#include <libxml/parser.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* bench-window PROJECT: opens the project in the real window, and prints as JSON, in milliseconds:
 * first_row (the first row was painted after opening began), jump (the last unit of the section
 * with most units was painted after it was asked for, and that section was shown before),
 * jump_book (the last unit of the book), key, key_95 (from a key typed to its paint while the book
 * is exported in a thread); the longest time for which the main loop served nothing: block_open
 * (while opening), block_scroll (turning pages), block_section (switching sections), block_undo (of
 * an edit of every unit), block_picture (storing one of 20 megapixels; null: the book has none),
 * block_close; and memory_mib (resident, at the end of the jumps). Figures in _cpu are processor
 * time of the main thread. The project is changed. Needs a display. */

#define KEYS 40
#define PAGES 120
#define BEAT 2 /* milliseconds between beats of the watchdog */

double
bench_now (void)
{
  return (double)g_get_monotonic_time () / 1000;
}

/* Of this thread: where the machine has other work, it says more than the clock on the wall. */
static double
now_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1000 + (double)time.tv_nsec / 1000000;
}

static gboolean
beat_cb (gpointer user_data)
{
  Bench *bench = user_data;
  double at = bench_now (), at_cpu = now_cpu ();

  bench->block.wall = MAX (bench->block.wall, at - bench->beat - BEAT);
  bench->block.cpu = MAX (bench->block.cpu, at_cpu - bench->beat_cpu);
  bench->beat = at;
  bench->beat_cpu = at_cpu;
  return G_SOURCE_CONTINUE;
}

GtkWidget *
bench_find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *c = gtk_widget_get_first_child (widget); c != NULL;
       c = gtk_widget_get_next_sibling (c))
    {
      GtkWidget *found = bench_find_widget (c, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The row that holds a unit, in sight; id NULL: any row with an item. */
static gboolean
is_in_sight (Bench *bench, const char *id)
{
  for (GtkWidget *c = gtk_widget_get_first_child (GTK_WIDGET (bench->list)); c != NULL;
       c = gtk_widget_get_next_sibling (c))
    {
      CogUnitRow *row = COG_UNIT_ROW (c);
      graphene_rect_t box;

      if (row->item == NULL || !gtk_widget_get_visible (c) ||
          (id != NULL && cog_row_find_unit (cog_workbench_row_get_row (row->item), id) < 0) ||
          !gtk_widget_compute_bounds (c, GTK_WIDGET (bench->list), &box))
        continue;
      if (box.origin.y < (float)gtk_widget_get_height (GTK_WIDGET (bench->list)) &&
          box.origin.y + box.size.height > 0)
        return TRUE;
    }
  return FALSE;
}

static double
get_memory (void)
{
  g_autofree char *text = NULL;
  const char *rss;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  rss = strstr (text, "VmRSS:");
  return rss != NULL ? g_ascii_strtod (rss + strlen ("VmRSS:"), NULL) / 1024 : 0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
get_key (Bench *bench, double share)
{
  if (bench->keys->len == 0)
    return NAN;
  return g_array_index (bench->keys, double, (guint)((bench->keys->len - 1) * share));
}

static void
print_block (const char *name, Block block)
{
  if (block.wall < 0)
    printf ("\"block_%s\": null, \"block_%s_cpu\": null, ", name, name);
  else
    printf ("\"block_%s\": %.1f, \"block_%s_cpu\": %.1f, ", name, block.wall, name, block.cpu);
}

void
bench_finish (Bench *bench)
{
  bench->step = DONE;
  g_array_sort (bench->keys, compare);
  printf ("{\"first_row\": %.1f, \"first_row_cpu\": %.1f, \"jump\": %.1f, \"jump_cpu\": %.1f, "
          "\"jump_book\": %.1f, \"key\": %.1f, \"key_95\": %.1f, ",
          bench->first_row, bench->first_row_cpu, bench->jump, bench->jump_cpu, bench->jump_book,
          get_key (bench, 0.5), get_key (bench, 0.95));
  print_block ("open", bench->open);
  print_block ("scroll", bench->scroll);
  print_block ("section", bench->sections);
  print_block ("undo", bench->undo);
  print_block ("picture", bench->picture);
  print_block ("close", bench->close);
  printf ("\"memory_mib\": %.1f}\n", bench->memory);
  fflush (stdout);
  exit (0);
}

static char *
dup_unit_id (CogProject *project, const char *section, gboolean is_last)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, section, NULL);

  return g_strdup (((CogUnit *)g_ptr_array_index (units, is_last ? units->len - 1 : 0))->id);
}

/* The section with most units, its first and last, the last of the book, and some to go to. */
static void
choose_units (Bench *bench)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (bench->project);
  const CogSectionInfo *most = NULL, *last = NULL;
  guint n = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (most == NULL || info->n_units > most->n_units)
        most = info;
      if (info->n_units > 0)
        last = info;
    }
  bench->first = dup_unit_id (bench->project, most->id, FALSE);
  bench->last = dup_unit_id (bench->project, most->id, TRUE);
  bench->last_of_book = dup_unit_id (bench->project, last->id, TRUE);
  for (guint i = 0; i < sections->len && n + 1 < G_N_ELEMENTS (bench->homes); i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (info->n_units > 20 && info != most)
        bench->homes[n++] = dup_unit_id (bench->project, info->id, FALSE);
    }
  bench->homes[n > 0 ? n - 1 : 0] = g_strdup (bench->first);
}

void
bench_start (Bench *bench, Step step)
{
  g_debug ("step %d after %.1f ms", step, bench_now () - bench->begun);
  bench->step = step;
  bench->begun = bench->beat = bench_now ();
  bench->begun_cpu = bench->beat_cpu = now_cpu ();
  bench->block = (Block){ 0 };
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Bench *bench = data;
  g_autofree char *target = g_strconcat (bench->path, ".epub", NULL);
  CogPublishOptions options = { 0 };
  g_autoptr (CogReport) report = cog_report_new ();

  options.edition.is_draft = TRUE;
  while (!g_cancellable_is_cancelled (bench->cancellable))
    if (!cog_publish_project (bench->project, target, &options, report, NULL, bench->cancellable,
                              NULL))
      break;
  g_atomic_int_set (&bench->is_exporting, FALSE);
}

static void
start_typing (Bench *bench)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, bench, NULL);
  bench->is_exporting = TRUE;
  g_task_run_in_thread (task, export_thread);
  bench_start (bench, TYPING_OPENS);
  cog_spread_go_to (bench->spread, bench->first);
}

/* As the input method would. */
static gboolean
type_cb (gpointer user_data)
{
  Bench *bench = user_data;
  GtkWidget *focus;

  if (bench->step != TYPING)
    return G_SOURCE_REMOVE;
  focus = gtk_root_get_focus (GTK_ROOT (bench->window));
  if (bench->is_key_typed || !GTK_IS_TEXT_VIEW (focus))
    return G_SOURCE_CONTINUE;
  bench->is_key_typed = TRUE;
  bench->begun = bench_now ();
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "a", 1);
  return G_SOURCE_CONTINUE;
}

static void
turn_page (Bench *bench)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench->list));
  int direction = bench->n_pages < PAGES / 2 ? -1 : 1;

  if (bench->n_pages++ >= PAGES)
    {
      bench->scroll = bench->block;
      start_typing (bench);
      return;
    }
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + direction * 400);
}

static void
take_key (Bench *bench)
{
  double time = bench_now () - bench->begun;

  if (!bench->is_key_typed)
    return;
  bench->is_key_typed = FALSE;
  g_array_append_val (bench->keys, time);
  if (bench->keys->len < KEYS)
    return;
  g_cancellable_cancel (bench->cancellable);
  bench_run_edits (bench);
}

/* After each paint: what was waited for may be there. */
static void
painted_cb (GdkFrameClock *clock, Bench *bench)
{
  double time = bench_now () - bench->begun;

  switch (bench->step)
    {
    case OPENING:
      bench->spread = (CogSpread *)bench_find_widget (bench->window, COG_TYPE_SPREAD);
      bench->list = (CogLongList *)bench_find_widget (bench->window, COG_TYPE_LONG_LIST);
      if (bench->list == NULL || !is_in_sight (bench, NULL))
        return;
      bench->first_row = time;
      bench->first_row_cpu = now_cpu () - bench->begun_cpu;
      bench->open = bench->block;
      bench->project = COG_WINDOW (bench->window)->project;
      choose_units (bench);
      bench_start (bench, GOING_TO_SECTION);
      cog_spread_show (bench->spread, bench->first);
      return;
    case GOING_TO_SECTION:
      if (!is_in_sight (bench, bench->first) || time < 1500)
        return;
      bench_start (bench, JUMPING);
      cog_spread_show (bench->spread, bench->last);
      return;
    case JUMPING:
      if (!is_in_sight (bench, bench->last))
        return;
      bench->jump = time;
      bench->jump_cpu = now_cpu () - bench->begun_cpu;
      bench_start (bench, JUMPING_BOOK);
      cog_spread_show (bench->spread, bench->last_of_book);
      return;
    case JUMPING_BOOK:
      if (!is_in_sight (bench, bench->last_of_book))
        return;
      bench->jump_book = time;
      bench->memory = get_memory ();
      bench_start (bench, TURNING);
      turn_page (bench);
      return;
    case TURNING:
      turn_page (bench);
      return;
    case TYPING_OPENS:
      if (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (bench->window))) && time > 500)
        {
          bench_start (bench, TYPING);
          g_timeout_add (60, type_cb, bench);
        }
      return;
    case TYPING:
      take_key (bench);
      return;
    case EDITING:
    case DONE:
      return;
    }
}

/* Frames come whether anything changes or not, so that each step is heard of. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  if (((Bench *)user_data)->step != DONE)
    gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static gboolean
open_cb (gpointer user_data)
{
  Bench *bench = user_data;

  bench_start (bench, OPENING);
  cog_window_open_file (COG_WINDOW (bench->window), bench->path);
  return G_SOURCE_REMOVE;
}

static void
activate_cb (AdwApplication *application, Bench *bench)
{
  g_autofree char *shelf = g_path_get_dirname (bench->path);

  cog_type_init (gdk_display_get_default ());
  bench->window = cog_window_new (application, shelf, NULL);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_signal_connect (gtk_widget_get_frame_clock (bench->window), "after-paint",
                    G_CALLBACK (painted_cb), bench);
  gtk_widget_add_tick_callback (bench->window, tick_cb, bench, NULL);
  g_timeout_add_full (G_PRIORITY_HIGH, BEAT, beat_cb, bench, NULL);
  /* The shelf comes to rest first. */
  bench->step = DONE;
  g_timeout_add (1500, open_cb, bench);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;
  Bench bench = { .path = argc > 1 ? argv[1] : NULL };

  if (bench.path == NULL)
    return 2;
  xmlInitParser ();
  bench.keys = g_array_new (FALSE, FALSE, sizeof (double));
  bench.cancellable = g_cancellable_new ();
  bench.picture.wall = -1;
  application = adw_application_new ("org.cognate.Cognate.Bench", G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (application), "/org/cognate/Cognate");
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &bench);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
