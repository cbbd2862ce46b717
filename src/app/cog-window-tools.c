/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-align-window.h"
#include "cog-changed-window.h"
#include "cog-glossary-window.h"
#include "cog-memory-window.h"
#include "cog-pretranslate-window.h"
#include "cog-quality-window.h"
#include "cog-send-window.h"
#include "cog-services-window.h"
#include "cog-take-window.h"
#include "cog-update-window.h"
#include "cog-window-private.h"

/* The menu Translation Tools. A tool with a window of its own that stays beside the book is a row
 * of this table; what asks something, does it and goes is an action below. */

static GtkWidget *
new_quality (CogWindow *self)
{
  cog_workbench_page_flush (self->workbench);
  return cog_quality_window_new (GTK_WINDOW (self), self->project);
}

/* How words were translated before. */
static GtkWidget *
new_memory (CogWindow *self)
{
  return cog_memory_window_new (GTK_WINDOW (self), self->project);
}

/* Where the original changed with a new edition. */
static GtkWidget *
new_changed (CogWindow *self)
{
  cog_workbench_page_flush (self->workbench);
  return cog_changed_window_new (GTK_WINDOW (self), self->project);
}

static void
glossary_changed_cb (CogWindow *self)
{
  if (self->workbench != NULL)
    cog_workbench_page_refresh_terms (self->workbench);
}

static GtkWidget *
new_glossary (CogWindow *self)
{
  GtkWidget *window = cog_glossary_window_new (GTK_WINDOW (self), self->project);

  g_signal_connect_object (window, "changed", G_CALLBACK (glossary_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return window;
}

/* Terms are added in the workbench, too. */
static void
refresh_glossary (GtkWidget *window)
{
  cog_glossary_window_refresh (COG_GLOSSARY_WINDOW (window));
}

static GtkWidget *
new_pretranslate (CogWindow *self)
{
  cog_workbench_page_flush (self->workbench);
  return cog_pretranslate_window_new (GTK_WINDOW (self), self->project,
                                      cog_workbench_page_get_place (self->workbench));
}

static void
refresh_pretranslate (GtkWidget *window)
{
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (window))),
                              "win.store-row", NULL);
  cog_pretranslate_window_refresh (COG_PRETRANSLATE_WINDOW (window));
}

static const struct
{
  const char *action;
  GtkWidget *(*create) (CogWindow *self);
  void (*refresh) (GtkWidget *window); /* when it is asked for again (nullable) */
} tools[COG_WINDOW_TOOLS] = {
  { "win.check-text", new_quality, NULL },
  { "win.memory", new_memory, NULL },
  { "win.glossary", new_glossary, refresh_glossary },
  { "win.pretranslate", new_pretranslate, refresh_pretranslate },
  { "win.changed-originals", new_changed, NULL },
};

static void
tool_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);

  for (guint i = 0; self->project != NULL && i < G_N_ELEMENTS (tools); i++)
    {
      if (!g_str_equal (name, tools[i].action))
        continue;
      if (self->tools[i] == NULL)
        g_set_weak_pointer (&self->tools[i], tools[i].create (self));
      else if (tools[i].refresh != NULL)
        tools[i].refresh (self->tools[i]);
      gtk_window_present (GTK_WINDOW (self->tools[i]));
    }
}

/* To other translation tools, and back: what is typed goes along. */
static void
exchange_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);

  if (self->project == NULL)
    return;
  cog_workbench_page_flush (self->workbench);
  if (g_str_equal (name, "win.exchange-send"))
    cog_send_window_present (GTK_WINDOW (self), self->project);
  else
    cog_take_window_present (GTK_WINDOW (self), self->project);
}

/* A new edition of a source: what is typed goes along, too. */
static void
update_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);

  if (self->project == NULL)
    return;
  cog_workbench_page_flush (self->workbench);
  cog_update_window_present (GTK_WINDOW (self), self->project);
}

/* The memory is one for all books: it can be filled without one. */
static void
align_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_align_window_present (GTK_WINDOW (widget));
}

static void
put_back_action (GtkWidget *widget, const char *name, GVariant *copy)
{
  cog_window_put_back (COG_WINDOW (widget), g_variant_get_string (copy, NULL));
}

/* Who proposes changed: the panel asks anew. */
static void
services_cb (CogServicesWindow *services, CogWindow *self)
{
  if (self->project != NULL)
    cog_workbench_page_renew_panel (self->workbench);
}

static void
services_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);
  GtkWidget *services = cog_services_window_new (GTK_WINDOW (self), self->project);

  g_signal_connect_object (services, "changed", G_CALLBACK (services_cb), self, 0);
  gtk_window_present (GTK_WINDOW (services));
}

static void
fill_repeats_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWindow *self = COG_WINDOW (widget);

  if (self->project != NULL)
    cog_workbench_page_fill_repeats (self->workbench, g_variant_get_string (parameter, NULL));
}

static const struct
{
  const char *action;
  GtkWidgetActionActivateFunc activate;
} acts[] = {
  { "win.exchange-send", exchange_action },
  { "win.exchange-take", exchange_action },
  { "win.update-source", update_action },
};

void
cog_window_install_tools (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_widget_class_install_action (klass, tools[i].action, NULL, tool_action);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (klass, acts[i].action, NULL, acts[i].activate);
  gtk_widget_class_install_action (klass, "win.fill-repeats", "s", fill_repeats_action);
  gtk_widget_class_install_action (klass, "win.align-editions", NULL, align_action);
  gtk_widget_class_install_action (klass, "win.put-back", "s", put_back_action);
  gtk_widget_class_install_action (klass, "win.services", NULL, services_action);
}

void
cog_window_enable_tools (CogWindow *self, gboolean is_open)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), tools[i].action, is_open);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), acts[i].action, is_open);
}

void
cog_window_close_tools (CogWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (self->tools[i] != NULL)
      gtk_window_destroy (GTK_WINDOW (self->tools[i]));
}

void
cog_window_forget_tools (CogWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    g_clear_weak_pointer (&self->tools[i]);
}
