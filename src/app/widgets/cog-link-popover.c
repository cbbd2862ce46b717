/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-link-popover.h"

#include "cog-vocabulary.h"

#include <string.h>

/* Of one passage; more are found by their addresses. */
#define MAX_PLACES 6

struct _CogLinkPopover
{
  GtkPopover parent_instance;
  GtkEntry *entry;
  GtkWidget *fault, *places, *remove, *apply;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogLinkPopover, cog_link_popover, GTK_TYPE_POPOVER)

/* "example.org" is what people write. (transfer full) (nullable): it is no address. */
static char *
dup_address (CogLinkPopover *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (text[0] == '#' && text[1] != '\0' && strchr (text, ' ') == NULL)
    return g_steal_pointer (&text);
  if (text[0] == '\0' || strchr (text, ' ') != NULL)
    return NULL;
  if (strstr (text, ":") == NULL && strchr (text, '.') != NULL)
    return g_strconcat ("https://", text, NULL);
  return cog_vocabulary_allows_link (text) ? g_steal_pointer (&text) : NULL;
}

static void
choose (CogLinkPopover *self, const char *address)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, address);
}

static void
changed_cb (GtkEditable *entry, CogLinkPopover *self)
{
  g_autofree char *address = dup_address (self);
  const char *text = gtk_editable_get_text (entry);

  gtk_widget_set_sensitive (self->apply, address != NULL);
  gtk_widget_set_visible (self->fault, address == NULL && strlen (text) > strlen ("https://"));
}

static void
apply_cb (GtkWidget *widget, CogLinkPopover *self)
{
  g_autofree char *address = dup_address (self);

  if (address != NULL)
    choose (self, address);
}

static void
remove_cb (GtkButton *button, CogLinkPopover *self)
{
  choose (self, NULL);
}

static void
place_cb (GtkButton *button, CogLinkPopover *self)
{
  choose (self, g_object_get_data (G_OBJECT (button), "address"));
}

static void
add_place (CogLinkPopover *self, const CogText *source, const CogCode *link)
{
  g_autofree char *words = g_utf8_substring (source->plain, link->start, link->end);
  char *address = cog_text_dup_link (link);
  GtkWidget *button = gtk_button_new_with_label (words);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (label, 32);
  gtk_label_set_xalign (label, 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, address);
  g_object_set_data_full (G_OBJECT (button), "address", address, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (place_cb), self);
  gtk_box_append (GTK_BOX (self->places), button);
}

static void
show_places (CogLinkPopover *self, const CogText *source)
{
  GtkWidget *head = gtk_widget_get_first_child (self->places);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_next_sibling (head)) != NULL)
    gtk_box_remove (GTK_BOX (self->places), child);
  for (guint i = 0; source != NULL && i < source->codes->len && n < MAX_PLACES; i++)
    {
      const CogCode *code = g_ptr_array_index (source->codes, i);

      if (code->type != COG_CODE_SPAN || !g_str_equal (code->element, "a") ||
          strstr (code->markup, " href=") == NULL)
        continue;
      add_place (self, source, code);
      n++;
    }
  gtk_widget_set_visible (self->places, n > 0);
}

static void
cog_link_popover_class_init (CogLinkPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/widgets/cog-link-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CogLinkPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, CogLinkPopover, fault);
  gtk_widget_class_bind_template_child (widget_class, CogLinkPopover, places);
  gtk_widget_class_bind_template_child (widget_class, CogLinkPopover, remove);
  gtk_widget_class_bind_template_child (widget_class, CogLinkPopover, apply);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
cog_link_popover_init (CogLinkPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cog_link_popover_load (CogLinkPopover *self, const char *address, const CogText *source)
{
  g_return_if_fail (COG_IS_LINK_POPOVER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), address != NULL ? address : "");
  gtk_widget_set_visible (self->remove, address != NULL);
  changed_cb (GTK_EDITABLE (self->entry), self);
  show_places (self, source);
}
