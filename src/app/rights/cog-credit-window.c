/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-credit-window.h"

#include "cog-credit-correction.h"
#include "cog-licence-meaning.h"
#include "cog-licence.h"
#include "cog-notice-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PERMISSION "LicenseRef-Permission"

struct _CogCreditWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  CogRightsPart *part;
  GPtrArray *licences; /* expressions, as the rows of the list; "" first: none stated */
  GtkLabel *what, *found;
  GtkEditable *title, *people, *address, *permission;
  AdwComboRow *licence;
  CogNoticeList *notices;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (CogCreditWindow, cog_credit_window, ADW_TYPE_WINDOW)

static const CogCredit *
get_credit (CogCreditWindow *self)
{
  return cog_rights_part_get (self->part)->credit;
}

/* --- licences
 * -------------------------------------------------------------------------------------- */

/* What a person may meet on a page; ports and rights statements are found, and stay if they were.
 */
static gboolean
is_usual (const CogLicence *licence)
{
  static const char *const others[] = { "LicenseRef-PublicDomain",
                                        "LicenseRef-AllRightsReserved",
                                        PERMISSION,
                                        "LicenseRef-Exception",
                                        "LicenseRef-Unknown",
                                        "CC-PDM-1.0",
                                        NULL };

  if (licence->is_offered || g_strv_contains (others, licence->id))
    return TRUE;
  return licence->unit != NULL && licence->port == NULL && !licence->is_unversioned &&
         !licence->is_retired;
}

static void
add_licence (CogCreditWindow *self, GtkStringList *names, const char *id, const char *name)
{
  g_ptr_array_add (self->licences, g_strdup (id));
  gtk_string_list_append (names, name);
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

static void
fill_licences (CogCreditWindow *self)
{
  const char *now = get_credit (self)->licence;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *all = cog_licence_list ();

  add_licence (self, names, "", _ ("None stated"));
  for (guint i = 0; i < all->len; i++)
    {
      const CogLicence *licence = g_ptr_array_index (all, i);

      if (is_usual (licence))
        add_licence (self, names, licence->id, licence->name);
    }
  if (find_licence (self, now) == GTK_INVALID_LIST_POSITION)
    {
      g_autofree char *name = cog_licence_dup_expression_name (now);

      add_licence (self, names, now, name);
    }
  adw_combo_row_set_model (self->licence, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->licence, find_licence (self, now));
}

static const char *
get_licence (CogCreditWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->licence);

  return selected < self->licences->len ? g_ptr_array_index (self->licences, selected) : "";
}

static void
licence_cb (CogCreditWindow *self)
{
  const char *id = get_licence (self);
  gboolean is_permission = g_str_equal (id, PERMISSION);
  const char *words;

  if (self->part == NULL) /* being built */
    return;
  words = is_permission   ? _ ("What was permitted to you, and no more.")
          : id[0] == '\0' ? cog_rights_part_get (self->part)->is_text
                                ? _ ("Nobody knows yet what is permitted.")
                                : _ ("The book’s own licence is assumed.")
                          : cog_licence_meaning_describe_source (id);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->licence), words);
  gtk_widget_set_visible (GTK_WIDGET (self->permission), is_permission);
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

/* Saving what was not touched decides nothing. */
static void
set_licence (CogCredit *credit, const char *id, const char *words)
{
  gboolean is_leave = g_str_equal (id, PERMISSION);

  if (g_strcmp0 (credit->licence != NULL ? credit->licence : "", id) != 0 || is_leave)
    cog_credit_decide_licence (credit, id[0] != '\0' ? id : NULL, is_leave ? words : NULL);
}

static void
save_cb (CogCreditWindow *self)
{
  const CogRightsPartData *data = cog_rights_part_get (self->part);
  g_autoptr (CogCredit) credit = cog_credit_copy (data->credit);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  set_text (&credit->title, self->title);
  set_text (&credit->source_url, self->address);
  cog_credit_set_makers (credit, gtk_editable_get_text (self->people));
  set_licence (credit, get_licence (self), gtk_editable_get_text (self->permission));
  cog_notice_list_apply (self->notices, credit);
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
  const CogStatement *statement = cog_credit_find_decision (credit);
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
  set_row (self->permission, statement != NULL ? statement->words : NULL);
  cog_notice_list_set (self->notices, credit);
  fill_licences (self);
  licence_cb (self);
}

static void
cog_credit_window_finalize (GObject *object)
{
  CogCreditWindow *self = COG_CREDIT_WINDOW (object);

  g_clear_object (&self->project);
  g_clear_object (&self->part);
  g_ptr_array_unref (self->licences);
  G_OBJECT_CLASS (cog_credit_window_parent_class)->finalize (object);
}

static void
cog_credit_window_class_init (CogCreditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cog_credit_window_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/rights/cog-credit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, what);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, found);
  gtk_widget_class_bind_template_child_full (widget_class, "title_row", FALSE,
                                             G_STRUCT_OFFSET (CogCreditWindow, title));
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, people);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, address);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, permission);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, licence);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, CogCreditWindow, save);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, licence_cb);
}

static void
cog_credit_window_init (CogCreditWindow *self)
{
  self->licences = g_ptr_array_new_with_free_func (g_free);
  g_type_ensure (COG_TYPE_NOTICE_LIST);
  gtk_widget_init_template (GTK_WIDGET (self));
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
