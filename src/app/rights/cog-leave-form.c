/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-leave-form.h"

#include "cog-choice-row.h"
#include "cog-language-list.h"

#include <glib/gi18n-lib.h>

/* Children of the template: fields of a CogLeave that are one line of text. */
enum
{
  GRANTOR,
  DATE,
  TERRITORY,
  UNTIL,
  REASON,
  EXTENT,
  N_LINES
};
static const struct
{
  const char *child;
  gsize offset;
  CogLeaveKind kind;
} lines[N_LINES] = {
  { "grantor", G_STRUCT_OFFSET (CogLeave, grantor), COG_LEAVE_KIND_PERMISSION },
  { "date", G_STRUCT_OFFSET (CogLeave, date), COG_LEAVE_KIND_PERMISSION },
  { "territory", G_STRUCT_OFFSET (CogLeave, territory), COG_LEAVE_KIND_PERMISSION },
  { "until", G_STRUCT_OFFSET (CogLeave, until), COG_LEAVE_KIND_PERMISSION },
  { "reason", G_STRUCT_OFFSET (CogLeave, reason), COG_LEAVE_KIND_EXCEPTION },
  { "extent", G_STRUCT_OFFSET (CogLeave, extent), COG_LEAVE_KIND_EXCEPTION },
};

static const CogLeaveScope scopes[] = { COG_LEAVE_COPY, COG_LEAVE_TRANSLATE, COG_LEAVE_ADAPT,
                                        COG_LEAVE_PRINT, COG_LEAVE_ONLINE };
#define N_SCOPES G_N_ELEMENTS (scopes)

/* Not recorded first. */
static const struct
{
  const char *nick;
  const char *words;
} exceptions[] = {
  { "", N_ ("Not said yet") },
  { "quotation", N_ ("Quotation") },
  { "teaching", N_ ("Teaching") },
  { "fair-use", N_ ("Fair use or fair dealing") },
  { "accessible", N_ ("A format that disabled people can use") },
  { "other", N_ ("Another one") },
};

#define OTHER (G_N_ELEMENTS (exceptions) - 1)

struct _CogLeaveForm
{
  GtkWidget parent_instance;
  CogLeaveKind kind;
  CogLeave *before;    /* as it was recorded (nullable) */
  char *own_exception; /* as it was recorded, in words that are none of the table (nullable) */
  GtkWidget *root, *permission_box, *exception_box, *kept;
  GtkEditable *lines[N_LINES];
  GtkWidget *date_fault, *until_fault;
  GtkCheckButton *scopes[N_SCOPES];
  GtkTextView *text;
  AdwComboRow *exception;
  CogChoiceRow *country;
};

G_DEFINE_FINAL_TYPE (CogLeaveForm, cog_leave_form, GTK_TYPE_WIDGET)

/* --- dates
 * ------------------------------------------------------------------------------------------ */

static gboolean
check_date (GtkEditable *row, GtkWidget *fault)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));
  gboolean is_good = text[0] == '\0' || cog_leave_is_date (text);

  gtk_widget_set_visible (fault, !is_good);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (is_good)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  return is_good;
}

/* Nobody is told of a fault while still writing; what is mended is no fault any more. */
static void
date_cb (CogLeaveForm *self)
{
  if (gtk_widget_get_visible (self->date_fault))
    check_date (self->lines[DATE], self->date_fault);
  if (gtk_widget_get_visible (self->until_fault))
    check_date (self->lines[UNTIL], self->until_fault);
}

static void
left_cb (GtkEventControllerFocus *focus, CogLeaveForm *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  check_date (GTK_EDITABLE (row),
              row == GTK_WIDGET (self->lines[DATE]) ? self->date_fault : self->until_fault);
}

static void
check_when_left (CogLeaveForm *self, GtkEditable *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

gboolean
cog_leave_form_check (CogLeaveForm *self)
{
  gboolean has_date, has_until;

  g_return_val_if_fail (COG_IS_LEAVE_FORM (self), FALSE);

  if (self->kind != COG_LEAVE_KIND_PERMISSION)
    return TRUE;
  has_date = check_date (self->lines[DATE], self->date_fault);
  has_until = check_date (self->lines[UNTIL], self->until_fault);
  if (!has_date || !has_until)
    gtk_widget_grab_focus (GTK_WIDGET (self->lines[has_date ? UNTIL : DATE]));
  return has_date && has_until;
}

/* --- what is kept, and not shown
 * -------------------------------------------------------------------- */

static gboolean
is_of_exception (const char *key)
{
  static const char *const keys[] = { "exception", "country", "reason", "extent", NULL };

  return g_strv_contains (keys, key);
}

/* A copy with the fields of that kind alone, or without them. (transfer full) */
static CogLeave *
dup_part (const CogLeave *leave, CogLeaveKind kind, gboolean is_wanted)
{
  CogLeave *part = leave != NULL ? cog_leave_copy (leave) : cog_leave_new ();

  for (gsize i = 0; i < cog_leave_get_n_fields (); i++)
    {
      const char *key;
      char **value = cog_leave_get_field (part, i, &key);
      gboolean is_of_kind = kind != COG_LEAVE_KIND_NONE &&
                            is_of_exception (key) == (kind == COG_LEAVE_KIND_EXCEPTION);

      if (is_of_kind != is_wanted)
        g_clear_pointer (value, g_free);
    }
  return part;
}

static void
show_kept (CogLeaveForm *self)
{
  g_autoptr (CogLeave) kept = dup_part (self->before, self->kind, FALSE);
  gboolean is_kept = !cog_leave_is_empty (kept);
  g_autoptr (CogLeave) permission = dup_part (kept, COG_LEAVE_KIND_PERMISSION, TRUE);

  gtk_widget_set_visible (self->kept, is_kept);
  gtk_widget_set_visible (GTK_WIDGET (self), is_kept || self->kind != COG_LEAVE_KIND_NONE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kept),
                                 cog_leave_is_empty (permission)
                                     ? _ ("An exception of the law is recorded, too")
                                     : _ ("A permission is recorded, too"));
}

static void
forget_cb (CogLeaveForm *self)
{
  CogLeave *rest = dup_part (self->before, self->kind, TRUE);

  /* The button goes away with the row. */
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
  cog_leave_free (self->before);
  self->before = rest;
  show_kept (self);
}

/* --- the widget
 * ------------------------------------------------------------------------------------- */

static void
cog_leave_form_dispose (GObject *object)
{
  CogLeaveForm *self = COG_LEAVE_FORM (object);

  g_clear_pointer (&self->root, gtk_widget_unparent);
  g_clear_pointer (&self->own_exception, g_free);
  g_clear_pointer (&self->before, cog_leave_free);
  G_OBJECT_CLASS (cog_leave_form_parent_class)->dispose (object);
}

static void
cog_leave_form_class_init (CogLeaveFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_leave_form_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/rights/cog-leave-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CogLeaveForm, root);
  gtk_widget_class_bind_template_child (widget_class, CogLeaveForm, permission_box);
  gtk_widget_class_bind_template_child (widget_class, CogLeaveForm, exception_box);
  gtk_widget_class_bind_template_child (widget_class, CogLeaveForm, kept);
  gtk_widget_class_bind_template_child (widget_class, CogLeaveForm, date_fault);
  gtk_widget_class_bind_template_child (widget_class, CogLeaveForm, until_fault);
  gtk_widget_class_bind_template_child (widget_class, CogLeaveForm, text);
  gtk_widget_class_bind_template_child (widget_class, CogLeaveForm, exception);
  gtk_widget_class_bind_template_child (widget_class, CogLeaveForm, country);
  for (guint i = 0; i < N_LINES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, lines[i].child, FALSE,
                                               G_STRUCT_OFFSET (CogLeaveForm, lines) +
                                                   (gssize)(i * sizeof (GtkEditable *)));
  for (guint i = 0; i < N_SCOPES; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, cog_leave_scope_to_nick (scopes[i]), FALSE,
        G_STRUCT_OFFSET (CogLeaveForm, scopes) + (gssize)(i * sizeof (GtkCheckButton *)));
  gtk_widget_class_bind_template_callback (widget_class, date_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static void
cog_leave_form_init (CogLeaveForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    gtk_string_list_append (names, _ (exceptions[i].words));
  adw_combo_row_set_model (self->exception, G_LIST_MODEL (names));
  cog_choice_row_set_choices (self->country,
                              cog_language_list_places ("und", cog_language_get_interface (), NULL),
                              _ ("Not said yet"));
  check_when_left (self, self->lines[DATE]);
  check_when_left (self, self->lines[UNTIL]);
}

void
cog_leave_form_set_kind (CogLeaveForm *self, CogLeaveKind kind)
{
  g_return_if_fail (COG_IS_LEAVE_FORM (self));

  self->kind = kind;
  gtk_widget_set_visible (self->permission_box, kind == COG_LEAVE_KIND_PERMISSION);
  gtk_widget_set_visible (self->exception_box, kind == COG_LEAVE_KIND_EXCEPTION);
  show_kept (self);
}

static guint
find_exception (const char *nick)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (exceptions) && g_strcmp0 (exceptions[i].nick, nick) != 0)
    i++;
  return i;
}

/* What another program, or the command line, wrote in words of its own. */
static gboolean
is_own (const char *nick)
{
  return nick != NULL && find_exception (nick) == G_N_ELEMENTS (exceptions);
}

void
cog_leave_form_set (CogLeaveForm *self, const CogLeave *leave)
{
  g_autoptr (CogLeave) nothing = cog_leave_new ();
  const CogLeave *shown = leave != NULL ? leave : nothing;
  CogLeaveScope scope = cog_leave_get_scope (shown);

  g_return_if_fail (COG_IS_LEAVE_FORM (self));

  g_clear_pointer (&self->before, cog_leave_free);
  self->before = leave != NULL ? cog_leave_copy (leave) : NULL;
  for (guint i = 0; i < N_LINES; i++)
    {
      const char *words = G_STRUCT_MEMBER (char *, shown, lines[i].offset);

      gtk_editable_set_text (self->lines[i], words != NULL ? words : "");
    }
  for (guint i = 0; i < N_SCOPES; i++)
    gtk_check_button_set_active (self->scopes[i], (scope & scopes[i]) != 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text),
                            shown->text != NULL ? shown->text : "", -1);
  adw_combo_row_set_selected (self->exception, shown->exception == NULL ? 0
                                               : is_own (shown->exception)
                                                   ? OTHER
                                                   : find_exception (shown->exception));
  g_free (self->own_exception);
  self->own_exception = is_own (shown->exception) ? g_strdup (shown->exception) : NULL;
  if (!cog_choice_row_choose (self->country, shown->country != NULL ? shown->country : ""))
    cog_choice_row_choose (self->country, "");
}

static char *
dup_or_null (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return stripped[0] != '\0' ? g_steal_pointer (&stripped) : NULL;
}

static void
take_permission (CogLeaveForm *self, CogLeave *leave)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  CogLeaveScope scope = (CogLeaveScope)0;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  leave->text = dup_or_null (text);
  for (guint i = 0; i < N_SCOPES; i++)
    if (gtk_check_button_get_active (self->scopes[i]))
      scope |= scopes[i];
  cog_leave_set_scope (leave, scope);
}

static void
take_exception (CogLeaveForm *self, CogLeave *leave)
{
  guint selected = adw_combo_row_get_selected (self->exception);

  if (selected == OTHER && self->own_exception != NULL)
    leave->exception = g_strdup (self->own_exception);
  else if (selected < G_N_ELEMENTS (exceptions))
    leave->exception = dup_or_null (exceptions[selected].nick);
  leave->country = dup_or_null (cog_choice_row_get_tag (self->country));
}

CogLeave *
cog_leave_form_dup (CogLeaveForm *self)
{
  g_autoptr (CogLeave) leave = NULL;

  g_return_val_if_fail (COG_IS_LEAVE_FORM (self), NULL);

  leave = dup_part (self->before, self->kind, FALSE);
  for (guint i = 0; i < N_LINES; i++)
    if (lines[i].kind == self->kind)
      G_STRUCT_MEMBER (char *, leave, lines[i].offset) =
          dup_or_null (gtk_editable_get_text (self->lines[i]));
  if (self->kind == COG_LEAVE_KIND_PERMISSION)
    take_permission (self, leave);
  else if (self->kind == COG_LEAVE_KIND_EXCEPTION)
    take_exception (self, leave);
  return cog_leave_is_empty (leave) ? NULL : g_steal_pointer (&leave);
}
