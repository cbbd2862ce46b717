/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pretranslate-window.h"

#include "cog-compat.h"
#include "cog-engine-choice.h"
#include "cog-pretranslate-form.h"
#include "cog-pretranslate-report.h"
#include "cog-run-bar.h"
#include "cog-stack-show.h"

#include <glib/gi18n-lib.h>

struct _CogPretranslateWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  CogPlace *place;
  gint64 step; /* of the history; 0: nothing was filled */
  CogRun *run; /* (nullable) */
  GtkStack *stack;
  GtkWidget *cancel, *start, *undo, *close;
  CogPretranslateForm *form;
  CogRunBar *run_bar;
  CogPretranslateReport *report;
};

G_DEFINE_FINAL_TYPE (CogPretranslateWindow, cog_pretranslate_window, ADW_TYPE_WINDOW)

/* The head and what may be used beside the window follow the page. */
static void
show_page (CogPretranslateWindow *self, const char *page)
{
  gboolean is_report = g_str_equal (page, "report");
  gboolean is_question = g_str_equal (page, "choose");

  cog_stack_show (self->stack, page);
  gtk_window_set_modal (GTK_WINDOW (self), !is_report);
  gtk_widget_set_visible (self->cancel, is_question);
  gtk_widget_set_visible (self->start, is_question);
  gtk_widget_set_visible (self->undo, is_report && self->step != 0);
  gtk_widget_set_visible (self->close, is_report);
}

/* --- doing it --------------------------------------------------------------------------------- */

typedef struct
{
  CogProject *project;
  CogRun *run;
  CogPretranslateWish wish; /* its engine is held, its section not */
  char *section;            /* (nullable): the whole book */
  CogPretranslation report;
  gint64 step;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->project);
  g_object_unref (work->run);
  g_clear_object (&work->wish.engine);
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
  CogPretranslateOptions options = { .engine = work->wish.engine,
                                     .threshold = work->wish.threshold,
                                     .in_context = work->wish.in_context,
                                     .repeats = work->wish.repeats,
                                     .sections = work->section != NULL ? sections : NULL };
  GError *error = NULL;

  if (work->wish.memory)
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
        cog_pretranslate_form_show_fault (self->form, error->message);
      gtk_widget_grab_focus (self->start);
      return;
    }
  self->step = work->step;
  changed_cb (self);
  cog_pretranslate_report_show (self->report, &work->report, work->wish.memory,
                                work->wish.engine != NULL ? cog_engine_get_name (work->wish.engine)
                                                          : NULL);
  show_page (self, "report");
  gtk_widget_grab_focus (GTK_WIDGET (self->report));
}

static void
work (CogPretranslateWindow *self)
{
  Work *what = g_new0 (Work, 1);
  g_autoptr (GTask) task = NULL;

  self->run = cog_run_new ();
  what->project = g_object_ref (self->project);
  what->run = g_object_ref (self->run);
  what->wish = cog_pretranslate_form_get_wish (self->form);
  what->section = g_strdup (what->wish.section);
  if (what->wish.engine != NULL)
    g_object_ref (what->wish.engine);
  task = g_task_new (self, cog_run_get_cancellable (self->run), worked_cb, NULL);
  g_task_set_task_data (task, what, work_free);
  cog_pretranslate_form_show_fault (self->form, NULL);
  cog_run_bar_set_run (self->run_bar, self->run);
  show_page (self, "running");
  gtk_widget_child_focus (GTK_WIDGET (self->run_bar), GTK_DIR_TAB_FORWARD);
  g_task_run_in_thread (task, work_in_thread);
}

static void
answer_cb (GtkWidget *dialog, const char *response, CogPretranslateWindow *self)
{
  CogEngine *engine = cog_pretranslate_form_get_wish (self->form).engine;

  if (!g_str_equal (response, "send") || engine == NULL || self->run != NULL)
    return;
  cog_engine_choice_allow (self->project, engine);
  work (self);
}

/* Nothing leaves this computer before the person saw where it goes. */
static void
ask (CogPretranslateWindow *self, CogEngine *engine)
{
  guint n = cog_pretranslate_form_get_wish (self->form).n_open;
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
  CogEngine *engine = cog_pretranslate_form_get_wish (self->form).engine;

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

/* --- the questions ---------------------------------------------------------------------------- */

static void
chosen_cb (CogPretranslateWindow *self)
{
  gtk_widget_set_sensitive (self->start, cog_pretranslate_form_is_ready (self->form));
}

/* Until now nothing but Cancel could have the keyboard. */
static void
read_cb (CogPretranslateWindow *self)
{
  gtk_widget_grab_focus (gtk_widget_get_sensitive (self->start) ? self->start : self->cancel);
}

/* --- the window ------------------------------------------------------------------------------- */

static void
stop (CogPretranslateWindow *self)
{
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
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_object (&self->place);
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
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, form);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, run_bar);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateWindow, report);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
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
  g_type_ensure (COG_TYPE_PRETRANSLATE_FORM);
  g_type_ensure (COG_TYPE_PRETRANSLATE_REPORT);
  bind_template (widget_class);
}

static void
cog_pretranslate_window_init (CogPretranslateWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  cog_pretranslate_form_read (self->form, self->project, self->place);
  return GTK_WIDGET (self);
}

void
cog_pretranslate_window_refresh (CogPretranslateWindow *self)
{
  g_return_if_fail (COG_IS_PRETRANSLATE_WINDOW (self));

  if (self->run != NULL)
    return;
  show_page (self, "choose");
  cog_pretranslate_form_read (self->form, self->project, self->place);
}
