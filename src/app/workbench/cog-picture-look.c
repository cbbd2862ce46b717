/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-look.h"

#include "cog-card-parts.h"

#include <glib/gi18n-lib.h>

struct _CogPictureLook
{
  GtkBox parent_instance;
  GtkWidget *count;
  GtkWidget *lines;
  char *unit;           /* (nullable) */
  const char *answered; /* kind of the question that was answered last, static (nullable) */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (CogPictureLook, cog_picture_look, GTK_TYPE_BOX)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Which question a widget belongs to. */
#define KIND "cog-kind"

static void
answer (CogPictureLook *self, GtkWidget *of, gboolean is_looked, const char *reason)
{
  if (self->is_filling)
    return;
  self->answered = g_object_get_data (G_OBJECT (of), KIND);
  g_signal_emit (self, signals[ANSWERED], 0, self->answered, is_looked, reason);
}

static void
toggled_cb (CogPictureLook *self, GtkCheckButton *button)
{
  answer (self, GTK_WIDGET (button), gtk_check_button_get_active (button), NULL);
}

static void
reason_cb (CogPictureLook *self, GtkEntry *entry)
{
  answer (self, GTK_WIDGET (entry), TRUE, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static GtkWidget *
new_reason (CogPictureLook *self, const CogPictureQuestion *question)
{
  GtkWidget *entry = gtk_entry_new ();

  g_object_set_data (G_OBJECT (entry), KIND, (gpointer)question->kind);
  gtk_editable_set_text (GTK_EDITABLE (entry), question->reason != NULL ? question->reason : "");
  /* Translators: in an empty field beside a question about a picture that was looked at. */
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason, if there is one"));
  gtk_widget_set_margin_start (entry, 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: of the answer to a question about a picture. */
                                  _ ("Reason"), -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (reason_cb), self);
  return entry;
}

/* What waits is decided about above, where it was found; what it is called stands here. */
static GtkWidget *
new_waiting (const CogPictureQuestion *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *badge = gtk_label_new ("●");
  g_autofree char *words =
      /* Translators: a question about a picture, "Maps and borders", and what its description
         says. */
      g_strdup_printf (_ ("%s: “%s” waits above"), _ (question->name), question->seen);

  gtk_widget_add_css_class (badge, "should");
  gtk_widget_set_margin_start (badge, 4);
  gtk_accessible_update_state (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), cog_card_text_new (words, NULL));
  return box;
}

static void
add_line (CogPictureLook *self, const CogPictureQuestion *question)
{
  gboolean is_looked = question->state == COG_PICTURE_LOOKED;
  GtkWidget *check;

  if (question->state == COG_PICTURE_WAITS)
    {
      gtk_box_append (GTK_BOX (self->lines), new_waiting (question));
      return;
    }
  check = gtk_check_button_new_with_label (_ (question->name));
  g_object_set_data (G_OBJECT (check), KIND, (gpointer)question->kind);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_looked);
  /* What was found and decided is taken back where it was decided. */
  gtk_widget_set_sensitive (check, question->seen == NULL);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->lines), check);
  /* The lines are made anew after each answer; who goes by the keyboard stays where they were. */
  if (self->answered == question->kind)
    gtk_widget_grab_focus (check);
  if (is_looked && question->seen == NULL)
    gtk_box_append (GTK_BOX (self->lines), new_reason (self, question));
  else if (is_looked && question->reason != NULL)
    gtk_box_append (GTK_BOX (self->lines), cog_card_text_new (question->reason, "dim-label"));
}

static void
show_count (CogPictureLook *self, GPtrArray *questions)
{
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    n += ((CogPictureQuestion *)g_ptr_array_index (questions, i))->state == COG_PICTURE_LOOKED;
  /* Translators: of the questions about a picture. */
  words = g_strdup_printf (_ ("%'u of %'u looked at"), n, questions->len);
  gtk_label_set_label (GTK_LABEL (self->count), words);
}

void
cog_picture_look_show (CogPictureLook *self, const char *unit, GPtrArray *questions)
{
  GtkWidget *child;

  g_return_if_fail (COG_IS_PICTURE_LOOK (self));

  self->is_filling = TRUE;
  g_free (self->unit);
  self->unit = g_strdup (unit);
  while ((child = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), child);
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    add_line (self, g_ptr_array_index (questions, i));
  self->answered = NULL;
  if (questions != NULL)
    show_count (self, questions);
  gtk_widget_set_visible (GTK_WIDGET (self), questions != NULL);
  self->is_filling = FALSE;
}

const char *
cog_picture_look_get_unit (CogPictureLook *self)
{
  g_return_val_if_fail (COG_IS_PICTURE_LOOK (self), NULL);
  return self->unit;
}

static void
cog_picture_look_finalize (GObject *object)
{
  g_free (COG_PICTURE_LOOK (object)->unit);
  G_OBJECT_CLASS (cog_picture_look_parent_class)->finalize (object);
}

static void
cog_picture_look_class_init (CogPictureLookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_picture_look_finalize;
  signals[ANSWERED] =
      g_signal_new ("answered", COG_TYPE_PICTURE_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_STRING);
}

static void
cog_picture_look_init (CogPictureLook *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "finding");
  self->count = cog_card_line_new (NULL, "dim-label caption", 1);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: over the questions about the picture in hand: words, flags, maps… */
  gtk_box_append (GTK_BOX (head), cog_card_text_new (_ ("Look at the picture"), "heading"));
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->lines);
}
