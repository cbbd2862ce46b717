/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-update-preview.h"

#include "cog-licence-label.h"
#include "cog-licence-meaning.h"

#include <glib/gi18n-lib.h>

/* Both are taken; subtitle (nullable). */
static void
add_row (GtkListBox *list, const char *icon, char *title, char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (list, row);
  g_free (title);
  g_free (subtitle);
}

static void
add_passages (GtkListBox *list, const CogSourceUpdate *update)
{
  guint n = update->n_changed;

  if (update->n_unchanged > 0)
    add_row (list, "cog-done-symbolic",
             g_strdup_printf (ngettext ("%'u passage is unchanged", "%'u passages are unchanged",
                                        update->n_unchanged),
                              update->n_unchanged),
             g_strdup (_ ("What you did with them stays")));
  if (n > 0)
    add_row (list, "document-edit-symbolic",
             g_strdup_printf (ngettext ("%'u passage changed", "%'u passages changed", n), n),
             update->n_marked > 0
                 ? g_strdup_printf (
                       ngettext ("%'u of them you worked on: your text stays, and is marked "
                                 "to be looked at",
                                 "%'u of them you worked on: your text stays, and they are "
                                 "marked to be looked at",
                                 update->n_marked),
                       update->n_marked)
                 : g_strdup (_ ("You have not worked on any of them yet")));
  n = update->n_added;
  if (n > 0)
    add_row (list, "list-add-symbolic",
             g_strdup_printf (ngettext ("%'u passage is new", "%'u passages are new", n), n),
             g_strdup (_ ("To be translated")));
  n = update->n_vanished + update->n_dropped;
  if (n > 0)
    add_row (
        list, "list-remove-symbolic",
        g_strdup_printf (ngettext ("%'u passage is gone", "%'u passages are gone", n), n),
        update->n_vanished > 0
            ? g_strdup_printf (ngettext ("%'u of them you worked on: it is left out, and “Bring "
                                         "Back” has it again",
                                         "%'u of them you worked on: they are left out, and “Bring "
                                         "Back” has them again",
                                         update->n_vanished),
                               update->n_vanished)
            : g_strdup (_ ("You have not worked on any of them")));
}

static void
add_sections (GtkListBox *list, const CogSourceUpdate *update)
{
  guint n = update->n_sections_added;

  if (n > 0)
    add_row (list, "list-add-symbolic",
             g_strdup_printf (ngettext ("%'u section is new", "%'u sections are new", n), n), NULL);
  n = update->n_sections_vanished;
  if (n > 0)
    add_row (list, "list-remove-symbolic",
             g_strdup_printf (ngettext ("%'u section is gone", "%'u sections are gone", n), n),
             g_strdup (_ ("Left out of the book, and still in the outline")));
}

/* (transfer full) */
static char *
dup_name (const char *licence)
{
  return licence != NULL ? cog_licence_dup_label (licence)
                         /* Translators: of a licence. */
                         : g_strdup (_ ("not known"));
}

static void
add_licence (GtkListBox *list, const CogSourceUpdate *update)
{
  g_autofree char *before = dup_name (update->licence_before);
  g_autofree char *after = dup_name (update->licence_after);

  if (g_strcmp0 (update->licence_before, update->licence_after) == 0)
    add_row (list, "application-certificate-symbolic",
             /* Translators: the short name of a licence: "CC BY 4.0". */
             g_strdup_printf (_ ("The licence is the same: %s"), after), NULL);
  else
    add_row (list, "dialog-warning-symbolic",
             /* Translators: the short names of two licences: "CC BY 4.0". */
             g_strdup_printf (_ ("The licence was %1$s and is now %2$s"), before, after),
             g_strdup (cog_licence_meaning_describe_source (update->licence_after)));
}

void
cog_update_preview_fill (GtkListBox *list, const CogSourceUpdate *update)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list) && update != NULL);

  add_passages (list, update);
  add_sections (list, update);
  add_licence (list, update);
}

gboolean
cog_update_preview_is_empty (const CogSourceUpdate *update)
{
  g_return_val_if_fail (update != NULL, TRUE);
  return update->n_changed + update->n_added + update->n_vanished + update->n_dropped +
                 update->n_sections_added + update->n_sections_vanished ==
             0 &&
         g_strcmp0 (update->licence_before, update->licence_after) == 0;
}
