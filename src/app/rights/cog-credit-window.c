/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-window.h"

#include "cog-credit-correction.h"
#include "cog-leave-form.h"
#include "cog-letter-window.h"
#include "cog-licence-label.h"
#include "cog-licence-meaning.h"
#include "cog-licence.h"
#include "cog-notice-list.h"
#include "cog-statement-choice.h"
#include "cog-text-scale.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PERMISSION "LicenseRef-Permission"
#define EXCEPTION "LicenseRef-Exception"

#define FORM_WIDTH                                                                                 \
  480 /* pixels of the window, with letters of the usual size: titles do not wrap */
#define FORM_HEIGHT 640 /* pixels of the window, where more than a licence is asked */

struct _CogCreditWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  CogRightsPart *part;
  GPtrArray *licences;  /* expressions, as the rows of the list; "" first: none stated */
  GtkStringList *names; /* … their names */
  GtkLabel *what, *found;
  GtkEditable *title, *people, *address;
  CogStatementChoice *statements;
  AdwComboRow *licence;
  CogNoticeList *notices;
  CogLeaveForm *leave;
  GtkWidget *save;
  gboolean is_filling;
  gboolean is_decided; /* the person has chosen a licence, be it the one that is assumed */
};

G_DEFINE_FINAL_TYPE (CogCreditWindow, cog_credit_window, ADW_TYPE_WINDOW)

static const CogCredit *
get_credit (CogCreditWindow *self)
{
  return cog_rights_part_get (self->part)->credit;
}

/* --- licences
 * -------------------------------------------------------------------------------------- */

/* No licences of the six, in the order in which they are met. */
static const char *const states[] = { "LicenseRef-PublicDomain",
                                      "LicenseRef-AllRightsReserved",
                                      PERMISSION,
                                      EXCEPTION,
                                      "LicenseRef-Unknown",
                                      "CC-PDM-1.0",
                                      NULL };
static const char *const versions[] = { "4.0", "3.0", "2.5", "2.1", "2.0", "1.0" };

/* What a person may meet on a page; ports and rights statements are found, and stay if they were.
 */
static gboolean
is_usual (const CogLicence *licence, const char *version)
{
  return licence->unit != NULL && g_strcmp0 (licence->version, version) == 0 &&
         licence->port == NULL && !licence->is_unversioned && !licence->is_retired &&
         !licence->is_offered;
}

static void
add_licence (CogCreditWindow *self, const char *id, const char *name)
{
  g_ptr_array_add (self->licences, g_strdup (id));
  gtk_string_list_append (self->names, name);
}

static guint
find_licence (CogCreditWindow *self, const char *expression)
{
  for (guint i = 0; i < self->licences->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->licences, i), expression != NULL ? expression : "") ==
        0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* Where the list has no such licence, it gets it. */
static void
select_licence (CogCreditWindow *self, const char *expression)
{
  self->is_filling = TRUE;
  if (find_licence (self, expression) == GTK_INVALID_LIST_POSITION)
    {
      g_autofree char *name = cog_licence_dup_label (expression);

      add_licence (self, expression, name);
    }
  adw_combo_row_set_selected (self->licence, find_licence (self, expression));
  self->is_filling = FALSE;
}

static void
add_licences (CogCreditWindow *self, gboolean is_offered, const char *version)
{
  GPtrArray *all = cog_licence_list ();

  for (guint i = 0; i < all->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (all, i);

      if (is_offered ? licence->is_offered : is_usual (licence, version))
        add_licence (self, licence->id, cog_licence_get_label (licence));
    }
}

/* What is met most often first, old versions last. */
static void
fill_licences (CogCreditWindow *self)
{
  self->is_filling = TRUE;
  add_licence (self, "", _ ("None stated"));
  add_licences (self, TRUE, NULL);
  for (guint i = 0; states[i] != NULL; i++)
    add_licence (self, states[i], cog_licence_get_label (cog_licence_lookup (states[i])));
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    add_licences (self, FALSE, versions[i]);
  adw_combo_row_set_model (self->licence, G_LIST_MODEL (self->names));
  select_licence (self, get_credit (self)->licence);
}

static const char *
get_licence (CogCreditWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->licence);

  return selected < self->licences->len ? g_ptr_array_index (self->licences, selected) : "";
}

static const char *
describe (CogCreditWindow *self, const char *id)
{
  if (g_str_equal (id, PERMISSION))
    return _ ("What was permitted to you, and no more.");
  if (g_str_equal (id, EXCEPTION))
    return _ ("What the law lets you use without asking, and no more.");
  if (id[0] != '\0')
    return cog_licence_meaning_describe_source (id);
  return cog_rights_part_get (self->part)->is_text ? _ ("Nobody knows yet what is permitted.")
                                                   : _ ("The book’s own licence is assumed.");
}

static CogLeaveKind
get_kind (const char *id)
{
  return g_str_equal (id, PERMISSION)  ? COG_LEAVE_KIND_PERMISSION
         : g_str_equal (id, EXCEPTION) ? COG_LEAVE_KIND_EXCEPTION
                                       : COG_LEAVE_KIND_NONE;
}

/* What comes into a low window below its end would not be seen. It gets no higher than the window
 * that it belongs to, so that it stays on a small screen. */
static void
make_room (CogCreditWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  int wanted = MIN (FORM_HEIGHT, gtk_widget_get_height (GTK_WIDGET (parent)));
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && height < wanted)
    gtk_window_set_default_size (GTK_WINDOW (self), width, wanted);
}

static void
show_licence (CogCreditWindow *self)
{
  const char *id = get_licence (self);
  CogLeaveKind kind = get_kind (id);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->licence), describe (self, id));
  cog_leave_form_set_kind (self->leave, kind);
  if (kind != COG_LEAVE_KIND_NONE)
    make_room (self);
}

static void
licence_cb (CogCreditWindow *self)
{
  if (self->part == NULL || self->is_filling)
    return;
  self->is_decided = TRUE;
  cog_statement_choice_mark (self->statements, get_licence (self));
  show_licence (self);
}

static void
statement_cb (CogCreditWindow *self, const char *licence)
{
  self->is_decided = TRUE;
  select_licence (self, licence);
  show_licence (self);
}

/* --- from the credit and back
 * ---------------------------------------------------------------------- */

static void
set_text (char **field, GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  g_free (*field);
  *field = text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

/* Saving what was not touched decides nothing; choosing what is assumed does. */
static void
take_licence (CogCreditWindow *self, CogCredit *credit)
{
  const char *id = get_licence (self);
  gboolean is_other = g_strcmp0 (credit->licence != NULL ? credit->licence : "", id) != 0;
  const CogStatement *before = cog_credit_find_decision (credit);
  g_autofree char *why = before != NULL && !is_other ? g_strdup (before->words) : NULL;

  if (is_other || self->is_decided)
    cog_credit_decide_licence (credit, id[0] != '\0' ? id : NULL, why);
  if (is_other || credit->leave != NULL || get_kind (id) != COG_LEAVE_KIND_NONE)
    {
      cog_leave_free (credit->leave);
      credit->leave = cog_leave_form_dup (self->leave);
    }
}

/* The credit as it stands in the window. (transfer full) */
static CogCredit *
dup_edited (CogCreditWindow *self)
{
  CogCredit *credit = cog_credit_copy (get_credit (self));

  set_text (&credit->title, self->title);
  set_text (&credit->source_url, self->address);
  cog_credit_set_makers (credit, gtk_editable_get_text (self->people));
  take_licence (self, credit);
  cog_notice_list_apply (self->notices, credit);
  return credit;
}

static void
ask_cb (CogCreditWindow *self)
{
  g_autoptr (CogCredit) credit = dup_edited (self);

  cog_letter_window_present (GTK_WINDOW (self), self->project, self->part, credit);
}

static void
save_cb (CogCreditWindow *self)
{
  const CogRightsPartData *data = cog_rights_part_get (self->part);
  g_autoptr (CogCredit) credit = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (!cog_leave_form_check (self->leave))
    return;
  credit = dup_edited (self);
  ok = data->is_text ? cog_project_set_source_credit (self->project, data->id, credit, &error)
                     : cog_project_set_credit (self->project, credit, &error);
  if (!ok)
    {
      gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                                  "win.show-error", "s", error->message);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
}

/* Before permissions had fields of their own, they were what a decision said. */
static void
show_leave (CogCreditWindow *self)
{
  const CogCredit *credit = get_credit (self);
  const CogStatement *decision = cog_credit_find_decision (credit);
  g_autoptr (CogLeave) leave =
      credit->leave != NULL ? cog_leave_copy (credit->leave) : cog_leave_new ();

  if (credit->leave == NULL && decision != NULL && g_strcmp0 (credit->licence, PERMISSION) == 0)
    leave->text = g_strdup (decision->words);
  cog_leave_form_set (self->leave, leave);
}

static void
set_row (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static void
show_credit (CogCreditWindow *self)
{
  const CogRightsPartData *data = cog_rights_part_get (self->part);
  const CogCredit *credit = data->credit;
  g_autofree char *people = cog_credit_dup_makers (credit);
  /* Translators: %s is a line of the book that says whose a picture is. */
  g_autofree char *found =
      credit->words != NULL ? g_strdup_printf (_ ("As found: “%s”"), credit->words) : NULL;

  gtk_label_set_label (self->what, data->title);
  gtk_label_set_label (self->found, found != NULL ? found : "");
  gtk_widget_set_visible (GTK_WIDGET (self->found), found != NULL);
  set_row (self->title, credit->title);
  set_row (self->people, people);
  set_row (self->address, credit->source_url);
  gtk_widget_set_visible (GTK_WIDGET (self->statements),
                          cog_statement_choice_set_credit (self->statements, credit));
  cog_notice_list_set (self->notices, credit);
  fill_licences (self);
  show_leave (self);
  show_licence (self);
}

static void
cog_credit_window_finalize (GObject *object)
{
  CogCreditWindow *self = COG_CREDIT_WINDOW (object);

  g_clear_object (&self->project);
  g_clear_object (&self->part);
  g_clear_object (&self->names);
  g_ptr_array_unref (self->licences);
  G_OBJECT_CLASS (cog_credit_window_parent_class)->finalize (object);
}

static void
cog_credit_window_class_init (CogCreditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cog_credit_window_finalize;
  g_type_ensure (COG_TYPE_LEAVE_FORM);
  g_type_ensure (COG_TYPE_STATEMENT_CHOICE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/rights/cog-credit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, what);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, found);
  gtk_widget_class_bind_template_child_full (widget_class, "title_row", FALSE,
                                             G_STRUCT_OFFSET (CogCreditWindow, title));
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, people);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, address);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, statements);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, leave);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, licence);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, save);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, licence_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, statement_cb);
}

static void
cog_credit_window_init (CogCreditWindow *self)
{
  self->licences = g_ptr_array_new_with_free_func (g_free);
  g_type_ensure (COG_TYPE_NOTICE_LIST);
  self->names = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self),
                               (int)(FORM_WIDTH * MIN (cog_text_scale_get (), 2)), -1);
}

void
cog_credit_window_present (GtkWindow *parent, CogProject *project, CogRightsPart *part)
{
  CogCreditWindow *self = g_object_new (COG_TYPE_CREDIT_WINDOW, NULL);

  self->project = g_object_ref (project);
  self->part = g_object_ref (part);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  show_credit (self);
  gtk_window_present (GTK_WINDOW (self));
}
