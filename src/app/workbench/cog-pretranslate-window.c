/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pretranslate-window.h"

#include "cog-compat.h"
#include "cog-engine-choice.h"
#include "cog-open-units.h"
#include "cog-pretranslate-report.h"
#include "cog-run-bar.h"

#include <glib/gi18n-lib.h>

/* How much of the memory is taken. */
typedef struct
{
  const char *name; /* NULL: from that threshold on */
  double threshold; /* below 0: none of it */
  gboolean in_context;
} Level;

static const Level levels[] = {
  /* Translators: the translation memory is not used. */
  { N_ ("Not used"), -1, FALSE },
  /* Translators: only what the memory knows with the same sentence before or after it. */
  { N_ ("The same in context"), 100, TRUE },
  { N_ ("The same"), 100, FALSE },
  { NULL, 95, FALSE },
  { NULL, 85, FALSE },
  { NULL, 75, FALSE },
};

struct _CogPretranslateWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  CogPlace *place;
  char *section;       /* at hand when it was asked for (nullable) */
  GPtrArray *engines;  /* (element-type CogEngine) (nullable): not known yet */
  guint n_here, n_all; /* open units */
  gint64 step;         /* of the history; 0: nothing was filled */
  CogRun *run;         /* (nullable) */
  GCancellable *cancellable;
  GtkStack *stack;
  GtkWidget *cancel, *start, *undo, *close, *here, *whole;
  AdwActionRow *here_row, *whole_row;
  GtkSwitch *repeats;
  AdwComboRow *memory, *machine;
  GtkLabel *fault;
  CogRunBar *run_bar;
  CogPretranslateReport *report;
};

G_DEFINE_FINAL_TYPE (CogPretranslateWindow, cog_pretranslate_window, ADW_TYPE_WINDOW)

static void
show_fault (CogPretranslateWindow *self, const char *words)
{
  gtk_label_set_label (self->fault, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), words != NULL);
}

/* The head and what may be used beside the window follow the page. */
static void
show_page (CogPretranslateWindow *self, const char *page)
{
  gboolean is_report = g_str_equal (page, "report");
  gboolean is_question = g_str_equal (page, "choose");

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_window_set_modal (GTK_WINDOW (self), !is_report);
  gtk_widget_set_visible (self->cancel, is_question);
  gtk_widget_set_visible (self->start, is_question);
  gtk_widget_set_visible (self->undo, is_report && self->step != 0);
  gtk_widget_set_visible (self->close, is_report);
}

/* --- what is chosen --------------------------------------------------------------------------- */

/* (transfer none) (nullable) */
static CogEngine *
get_engine (CogPretranslateWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->machine);

  return self->engines != NULL && selected >= 1 && selected <= self->engines->len
             ? g_ptr_array_index (self->engines, selected - 1)
             : NULL;
}

static const Level *
get_level (CogPretranslateWindow *self)
{
  return &levels[MIN (adw_combo_row_get_selected (self->memory), G_N_ELEMENTS (levels) - 1)];
}

static guint
count_chosen (CogPretranslateWindow *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->here)) ? self->n_here : self->n_all;
}

static void
chosen_cb (CogPretranslateWindow *self)
{
  CogEngine *engine = get_engine (self);
  const char *address = engine != NULL ? cog_engine_get_address (engine) : NULL;
  /* Translators: %s is the address of a server. */
  g_autofree char *sends =
      g_strdup_printf (_ ("For what is left. Sends it to \342\201\250%s\342\201\251"),
                       address != NULL ? address : "");
  gboolean is_any =
      gtk_switch_get_active (self->repeats) || get_level (self)->threshold >= 0 || engine != NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->machine),
                               self->engines != NULL && self->engines->len == 0
                                   ? _ ("None is installed or entered: see Translation Services")
                               : address != NULL
                                   ? sends
                                   : _ ("For what is left. Marked until you check it"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->machine),
                            self->engines != NULL && self->engines->len > 0);
  gtk_widget_set_sensitive (self->start,
                            self->engines != NULL && is_any && count_chosen (self) > 0);
}

static void
fill_levels (CogPretranslateWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      /* Translators: how like a known sentence must be, at least, to be taken. */
      g_autofree char *alike =
          g_strdup_printf (_ ("%u %% alike or more"), (guint)MAX (levels[i].threshold, 0));

      gtk_string_list_append (names, levels[i].name != NULL ? _ (levels[i].name) : alike);
    }
  adw_combo_row_set_model (self->memory, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->memory, G_N_ELEMENTS (levels) - 1);
}

/* --- what there is ---------------------------------------------------------------------------- */

typedef struct
{
  CogProject *project;
  char *section; /* (nullable) */
  GPtrArray *engines;
  guint n_here, n_all;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->project);
  g_free (look->section);
  g_clear_pointer (&look->engines, g_ptr_array_unref);
  g_free (look);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) units = cog_open_units_list (look->project, NULL, NULL, &error);

  if (units != NULL)
    look->engines = cog_engine_choice_list (look->project, cancellable, &error);
  if (look->engines == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  look->n_all = units->len;
  for (guint i = 0; i < units->len; i++)
    if (g_strcmp0 (((CogUnit *)g_ptr_array_index (units, i))->section, look->section) == 0)
      look->n_here++;
  g_task_return_boolean (task, TRUE);
}

static void
show_engines (CogPretranslateWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: no machine translation. */
  gtk_string_list_append (names, _ ("None"));
  for (guint i = 0; i < self->engines->len; i++)
    gtk_string_list_append (names, cog_engine_get_name (g_ptr_array_index (self->engines, i)));
  adw_combo_row_set_model (self->machine, G_LIST_MODEL (names));
}

static void
show_count (AdwActionRow *row, const char *title, guint n)
{
  g_autofree char *count =
      n > 0 ? g_strdup_printf (ngettext ("%'u empty passage", "%'u empty passages", n), n)
            : g_strdup (_ ("No passage is empty"));
  /* Translators: the title of a section, and how many passages of it are empty. */
  g_autofree char *words =
      title != NULL ? g_strdup_printf (_ ("\342\201\250%s\342\201\251 · %s"), title, count)
                    : g_strdup (count);

  adw_action_row_set_subtitle (row, words);
  adw_action_row_set_subtitle_lines (row, 1);
}

/* (transfer full) (nullable) */
static char *
dup_section_name (CogPretranslateWindow *self)
{
  g_autoptr (GPtrArray) infos = cog_project_list_sections (self->project);

  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);

      if (g_strcmp0 (info->id, self->section) == 0)
        return g_strdup (info->name);
    }
  return NULL;
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogPretranslateWindow *self = COG_PRETRANSLATE_WINDOW (object);
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  /* It was closed meanwhile, or asked for again. */
  if (!g_task_propagate_boolean (G_TASK (result), &error) && self->stack != NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_fault (self, error->message);
  if (error != NULL || self->stack == NULL)
    return;
  g_clear_pointer (&self->engines, g_ptr_array_unref);
  self->engines = g_steal_pointer (&look->engines);
  self->n_here = look->n_here;
  self->n_all = look->n_all;
  name = dup_section_name (self);
  show_count (self->here_row, name, self->n_here);
  show_count (self->whole_row, NULL, self->n_all);
  gtk_widget_set_sensitive (GTK_WIDGET (self->here_row), self->n_here > 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->n_here > 0 ? self->here : self->whole),
                               TRUE);
  show_engines (self);
  chosen_cb (self);
  /* Until now nothing but Cancel could have the keyboard. */
  gtk_widget_grab_focus (gtk_widget_get_sensitive (self->start) ? self->start : self->cancel);
}

static void
look (CogPretranslateWindow *self)
{
  Look *what = g_new0 (Look, 1);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->section);
  self->section = g_strdup (cog_place_get_section (self->place));
  what->project = g_object_ref (self->project);
  what->section = g_strdup (self->section);
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_task_data (task, what, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

/* --- doing it --------------------------------------------------------------------------------- */

typedef struct
{
  CogProject *project;
  CogRun *run;
  CogEngine *engine; /* (nullable) */
  const Level *level;
  gboolean repeats;
  char *section; /* (nullable): the whole book */
  CogPretranslation report;
  gint64 step;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->project);
  g_object_unref (work->run);
  g_clear_object (&work->engine);
  g_free (work->section);
  cog_pretranslation_clear (&work->report);
  g_free (work);
}

/* The step that an undo would take back; 0: none. */
static gint64
find_last_step (CogProject *project)
{
  g_autoptr (GPtrArray) steps = cog_project_list_history (project, 1);
  const CogHistoryStep *step = steps->len > 0 ? g_ptr_array_index (steps, 0) : NULL;

  return step != NULL && !step->is_undone ? step->number : 0;
}

/* Only as long as it is what an undo would take back. */
static void
changed_cb (CogPretranslateWindow *self)
{
  gtk_widget_set_sensitive (self->undo,
                            self->step != 0 && find_last_step (self->project) == self->step);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  const char *const sections[] = { work->section, NULL };
  CogPretranslateOptions options = { .engine = work->engine,
                                     .threshold = work->level->threshold,
                                     .in_context = work->level->in_context,
                                     .repeats = work->repeats,
                                     .sections = work->section != NULL ? sections : NULL };
  GError *error = NULL;

  if (work->level->threshold >= 0)
    options.memory = cog_memory_get_default (&error);
  if (error == NULL &&
      cog_pretranslate_job_run (work->project, &options, &work->report,
                                cog_run_get_progress (work->run), cancellable, &error))
    {
      work->step = work->report.n_filled > 0 ? find_last_step (work->project) : 0;
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

static void
worked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogPretranslateWindow *self = COG_PRETRANSLATE_WINDOW (object);
  const Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->stack == NULL || self->run != work->run)
    return;
  g_clear_object (&self->run);
  cog_run_bar_set_run (self->run_bar, NULL);
  if (!ok)
    {
      show_page (self, "choose");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_fault (self, error->message);
      gtk_widget_grab_focus (self->start);
      return;
    }
  self->step = work->step;
  changed_cb (self);
  cog_pretranslate_report_show (self->report, &work->report, work->level->threshold >= 0,
                                work->engine != NULL ? cog_engine_get_name (work->engine) : NULL);
  show_page (self, "report");
  gtk_widget_grab_focus (GTK_WIDGET (self->report));
}

static void
work (CogPretranslateWindow *self)
{
  CogEngine *engine = get_engine (self);
  Work *what = g_new0 (Work, 1);
  g_autoptr (GTask) task = NULL;

  self->run = cog_run_new ();
  what->project = g_object_ref (self->project);
  what->run = g_object_ref (self->run);
  what->engine = engine != NULL ? g_object_ref (engine) : NULL;
  what->level = get_level (self);
  what->repeats = gtk_switch_get_active (self->repeats);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->here)))
    what->section = g_strdup (self->section);
  task = g_task_new (self, cog_run_get_cancellable (self->run), worked_cb, NULL);
  g_task_set_task_data (task, what, work_free);
  show_fault (self, NULL);
  cog_run_bar_set_run (self->run_bar, self->run);
  show_page (self, "running");
  gtk_widget_child_focus (GTK_WIDGET (self->run_bar), GTK_DIR_TAB_FORWARD);
  g_task_run_in_thread (task, work_in_thread);
}

static void
answer_cb (GtkWidget *dialog, const char *response, CogPretranslateWindow *self)
{
  CogEngine *engine = get_engine (self);

  if (!g_str_equal (response, "send") || engine == NULL || self->run != NULL)
    return;
  cog_engine_choice_allow (self->project, engine);
  work (self);
}

/* Nothing leaves this computer before the person saw where it goes. */
static void
ask (CogPretranslateWindow *self, CogEngine *engine)
{
  guint n = count_chosen (self);
  /* Translators: %s is the name of a server. */
  g_autofree char *heading = g_strdup_printf (_ ("Send Passages to \342\201\250%s\342\201\251?"),
                                              cog_engine_get_name (engine));
  g_autofree char *body = g_strdup_printf (
      /* Translators: a number of passages, and the address of a server. */
      ngettext ("Up to %'u passage goes to \342\201\250%s\342\201\251. Those who keep the server "
                "can read it. For this book you are asked only once.",
                "Up to %'u passages go to \342\201\250%s\342\201\251. Those who keep the server "
                "can read them. For this book you are asked only once.",
                n),
      n, cog_engine_get_address (engine));
  GtkWidget *dialog = cog_message_dialog_new (heading, body);

  cog_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "send", _ ("_Send"), ADW_RESPONSE_SUGGESTED);
  cog_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answer_cb), self, 0);
  cog_message_dialog_present (dialog, GTK_WIDGET (self));
}

static void
start_cb (CogPretranslateWindow *self)
{
  CogEngine *engine = get_engine (self);

  if (self->run != NULL)
    return;
  if (engine != NULL && !cog_engine_choice_is_allowed (self->project, engine))
    ask (self, engine);
  else
    work (self);
}

/* --- the report ------------------------------------------------------------------------------- */

static void
go_to_cb (CogPretranslateReport *report, const char *unit, CogPretranslateWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.go-to", "s", unit);
}

static void
undo_cb (CogPretranslateWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL && find_last_step (self->project) == self->step)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.undo", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the window ------------------------------------------------------------------------------- */

static void
stop (CogPretranslateWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
}

static void
cog_pretranslate_window_dispose (GObject *object)
{
  CogPretranslateWindow *self = COG_PRETRANSLATE_WINDOW (object);

  stop (self);
  self->stack = NULL;
  g_clear_object (&self->cancellable);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_object (&self->place);
  g_clear_pointer (&self->engines, g_ptr_array_unref);
  g_clear_pointer (&self->section, g_free);
  G_OBJECT_CLASS (cog_pretranslate_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-pretranslate-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, start);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, close);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, here);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, whole);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, here_row);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, whole_row);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, repeats);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, memory);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, machine);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, report);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
}

static void
cog_pretranslate_window_class_init (CogPretranslateWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_pretranslate_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (COG_TYPE_RUN_BAR);
  g_type_ensure (COG_TYPE_PRETRANSLATE_REPORT);
  bind_template (widget_class);
}

static void
cog_pretranslate_window_init (CogPretranslateWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_levels (self);
  show_page (self, "choose");
}

GtkWidget *
cog_pretranslate_window_new (GtkWindow *parent, CogProject *project, CogPlace *place)
{
  CogPretranslateWindow *self;

  g_return_val_if_fail (COG_IS_PROJECT (project) && COG_IS_PLACE (place), NULL);

  self = g_object_new (COG_TYPE_PRETRANSLATE_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  self->place = g_object_ref (place);
  g_signal_connect_swapped (project, "changed", G_CALLBACK (changed_cb), self);
  look (self);
  return GTK_WIDGET (self);
}

void
cog_pretranslate_window_refresh (CogPretranslateWindow *self)
{
  g_return_if_fail (COG_IS_PRETRANSLATE_WINDOW (self));

  if (self->run != NULL)
    return;
  show_page (self, "choose");
  look (self);
}
