/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pretranslate-form.h"

#include "cog-engine-choice.h"
#include "cog-open-units.h"

#include <adwaita.h>
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

struct _CogPretranslateForm
{
  GtkWidget parent_instance;
  char *section;       /* at hand (nullable) */
  GPtrArray *engines;  /* (element-type CogEngine) (nullable): not known yet */
  guint n_here, n_all; /* open units */
  GCancellable *cancellable;
  GtkWidget *page, *here, *whole;
  AdwActionRow *here_row, *whole_row;
  GtkSwitch *repeats;
  AdwComboRow *memory, *machine;
  GtkLabel *fault;
};

enum
{
  CHANGED,
  READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogPretranslateForm, cog_pretranslate_form, GTK_TYPE_WIDGET)

/* --- what is chosen --------------------------------------------------------------------------- */

/* (transfer none) (nullable) */
static CogEngine *
get_engine (CogPretranslateForm *self)
{
  guint selected = adw_combo_row_get_selected (self->machine);

  return self->engines != NULL && selected >= 1 && selected <= self->engines->len
             ? g_ptr_array_index (self->engines, selected - 1)
             : NULL;
}

static const Level *
get_level (CogPretranslateForm *self)
{
  return &levels[MIN (adw_combo_row_get_selected (self->memory), G_N_ELEMENTS (levels) - 1)];
}

static void
chosen_cb (CogPretranslateForm *self)
{
  CogEngine *engine = get_engine (self);
  const char *address = engine != NULL ? cog_engine_get_address (engine) : NULL;
  /* Two lines: a long one would leave the server's name no room. */
  /* Translators: %s is the address of a server. */
  g_autofree char *sends =
      g_strdup_printf (_ ("For what is left.\nSends it to \342\201\250%s\342\201\251"),
                       address != NULL ? address : "");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->machine),
                               self->engines != NULL && self->engines->len == 0
                                   ? _ ("None is installed or entered: see Translation Services")
                               : address != NULL
                                   ? sends
                                   : _ ("For what is left. Marked until you check it"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->machine),
                            self->engines != NULL && self->engines->len > 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill_levels (CogPretranslateForm *self)
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
  /* The texts of a whole book: nobody waits for the project meanwhile. */
  g_autoptr (CogProject) beside = cog_project_open_beside (look->project, FALSE);
  g_autoptr (GPtrArray) units =
      cog_open_units_list (beside != NULL ? beside : look->project, NULL, NULL, &error);

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
show_engines (CogPretranslateForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: no machine translation. */
  gtk_string_list_append (names, _ ("None"));
  for (guint i = 0; i < self->engines->len; i++)
    gtk_string_list_append (names, cog_engine_get_name (g_ptr_array_index (self->engines, i)));
  adw_combo_row_set_model (self->machine, self->engines->len > 0 ? G_LIST_MODEL (names) : NULL);
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
dup_section_name (CogPretranslateForm *self, CogProject *project)
{
  g_autoptr (GPtrArray) infos = cog_project_list_sections (project);

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
  CogPretranslateForm *self = COG_PRETRANSLATE_FORM (object);
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  /* It was closed meanwhile, or asked for again. */
  if (!g_task_propagate_boolean (G_TASK (result), &error) && self->page != NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cog_pretranslate_form_show_fault (self, error->message);
  if (error != NULL || self->page == NULL)
    return;
  g_clear_pointer (&self->engines, g_ptr_array_unref);
  self->engines = g_steal_pointer (&look->engines);
  self->n_here = look->n_here;
  self->n_all = look->n_all;
  name = dup_section_name (self, look->project);
  show_count (self->here_row, name, self->n_here);
  show_count (self->whole_row, NULL, self->n_all);
  gtk_widget_set_sensitive (GTK_WIDGET (self->here_row), self->n_here > 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->n_here > 0 ? self->here : self->whole),
                               TRUE);
  show_engines (self);
  chosen_cb (self);
  g_signal_emit (self, signals[READ], 0);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
cog_pretranslate_form_dispose (GObject *object)
{
  CogPretranslateForm *self = COG_PRETRANSLATE_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_pointer (&self->engines, g_ptr_array_unref);
  g_clear_pointer (&self->section, g_free);
  G_OBJECT_CLASS (cog_pretranslate_form_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, CogPretranslateFormClass *klass)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
cog_pretranslate_form_class_init (CogPretranslateFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_pretranslate_form_dispose;
  signals[CHANGED] = new_signal ("changed", klass);
  signals[READ] = new_signal ("read", klass);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-pretranslate-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateForm, page);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateForm, here);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateForm, whole);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateForm, here_row);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateForm, whole_row);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateForm, repeats);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateForm, memory);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateForm, machine);
  gtk_widget_class_bind_template_child (widget_class, CogPretranslateForm, fault);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
cog_pretranslate_form_init (CogPretranslateForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_levels (self);
}

void
cog_pretranslate_form_read (CogPretranslateForm *self, CogProject *project, CogPlace *place)
{
  Look *look;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COG_IS_PRETRANSLATE_FORM (self) && COG_IS_PROJECT (project));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->section);
  self->section = g_strdup (cog_place_get_section (place));
  look = g_new0 (Look, 1);
  look->project = g_object_ref (project);
  look->section = g_strdup (self->section);
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

CogPretranslateWish
cog_pretranslate_form_get_wish (CogPretranslateForm *self)
{
  CogPretranslateWish wish = { 0 };
  gboolean is_here;

  g_return_val_if_fail (COG_IS_PRETRANSLATE_FORM (self), wish);

  is_here = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->here));
  wish.section = is_here ? self->section : NULL;
  wish.n_open = is_here ? self->n_here : self->n_all;
  wish.repeats = gtk_switch_get_active (self->repeats);
  wish.memory = get_level (self)->threshold >= 0;
  wish.threshold = MAX (get_level (self)->threshold, 0);
  wish.in_context = get_level (self)->in_context;
  wish.engine = get_engine (self);
  return wish;
}

gboolean
cog_pretranslate_form_is_ready (CogPretranslateForm *self)
{
  CogPretranslateWish wish = cog_pretranslate_form_get_wish (self);

  return self->engines != NULL && wish.n_open > 0 &&
         (wish.repeats || wish.memory || wish.engine != NULL);
}

void
cog_pretranslate_form_show_fault (CogPretranslateForm *self, const char *words)
{
  g_return_if_fail (COG_IS_PRETRANSLATE_FORM (self));

  gtk_label_set_label (self->fault, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), words != NULL);
}
