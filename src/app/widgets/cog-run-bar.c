/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-run-bar.h"

#include "cog-compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define PULSE 120                    /* milliseconds */
#define SPOKEN (10 * G_USEC_PER_SEC) /* at least, between two sentences that are heard */

struct _CogRunBar
{
  GtkWidget parent_instance;
  CogRun *run;
  GSignalGroup *signals;
  GtkWidget *box;
  GtkLabel *sentence;
  GtkProgressBar *bar;
  GtkWidget *stop;
  guint pulse;
  gint64 spoken; /* when the last sentence was, by the monotonic clock; 0: none of this run */
};

G_DEFINE_FINAL_TYPE (CogRunBar, cog_run_bar, GTK_TYPE_WIDGET)

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (COG_RUN_BAR (user_data)->bar);
  return G_SOURCE_CONTINUE;
}

static void
say (CogRunBar *self, const char *sentence)
{
  gint64 now = g_get_monotonic_time ();

  if (sentence == NULL || sentence[0] == '\0' || (self->spoken != 0 && now - self->spoken < SPOKEN))
    return;
  self->spoken = now;
  cog_announce (GTK_WIDGET (self), sentence, FALSE);
}

/* How much is left nobody knows: the bar goes to and fro, or is empty where nothing is to move. */
static void
show_progress (CogRunBar *self)
{
  g_autofree char *sentence = NULL;
  double fraction;

  g_object_get (self->run, "fraction", &fraction, "sentence", &sentence, NULL);
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : "");
  say (self, sentence);
  if (fraction < 0 && adw_get_enable_animations (GTK_WIDGET (self)))
    {
      if (self->pulse == 0)
        self->pulse = g_timeout_add (PULSE, pulse_cb, self);
      return;
    }
  g_clear_handle_id (&self->pulse, g_source_remove);
  gtk_progress_bar_set_fraction (self->bar, CLAMP (fraction, 0, 1));
}

static void
stop_cb (CogRunBar *self)
{
  if (self->run == NULL)
    return;
  g_cancellable_cancel (cog_run_get_cancellable (self->run));
  gtk_widget_set_sensitive (self->stop, FALSE);
}

static void
cog_run_bar_dispose (GObject *object)
{
  CogRunBar *self = COG_RUN_BAR (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->run);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_run_bar_parent_class)->dispose (object);
}

static void
cog_run_bar_class_init (CogRunBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_run_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/widgets/cog-run-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CogRunBar, box);
  gtk_widget_class_bind_template_child (widget_class, CogRunBar, sentence);
  gtk_widget_class_bind_template_child (widget_class, CogRunBar, bar);
  gtk_widget_class_bind_template_child (widget_class, CogRunBar, stop);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
cog_run_bar_init (CogRunBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (COG_TYPE_RUN);
  g_signal_group_connect_swapped (self->signals, "notify::sentence", G_CALLBACK (show_progress),
                                  self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
cog_run_bar_set_run (CogRunBar *self, CogRun *run)
{
  g_return_if_fail (COG_IS_RUN_BAR (self));

  g_set_object (&self->run, run);
  g_signal_group_set_target (self->signals, run);
  gtk_widget_set_visible (GTK_WIDGET (self), run != NULL);
  gtk_widget_set_sensitive (self->stop, TRUE);
  self->spoken = 0;
  if (run != NULL)
    show_progress (self);
  else
    g_clear_handle_id (&self->pulse, g_source_remove);
}
