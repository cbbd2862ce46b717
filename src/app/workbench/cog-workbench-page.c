/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-workbench-page.h"

#include "cog-beside.h"
#include "cog-memory-keeper.h"
#include "cog-compat.h"
#include "cog-culture-marks.h"
#include "cog-filter-bar.h"
#include "cog-find-bar.h"
#include "cog-go-to.h"
#include "cog-outline.h"
#include "cog-panel.h"
#include "cog-place.h"
#include "cog-project-places.h"
#include "cog-repeats-offer.h"
#include "cog-source-window.h"
#include "cog-spread-layout.h"
#include "cog-spread.h"
#include "cog-structure-actions.h"
#include "cog-terms-actions.h"
#include "cog-terms.h"
#include "cog-text-scale.h"
#ifdef COG_WITH_POPPLER
#include "cog-original-view.h"
#endif

#include <adwaita.h>

/* Window widths and margins in pixels, with text of the usual size. */
#define NARROW 1100          /* below it the outline slides over the pages */
#define NO_PANEL 860         /* below it the panel slides over the pages, too */
#define NO_PANEL_BESIDE 1250 /* the same where the page of the original stands beside them */
#define MARGINS 54           /* between the window's edge and the cells, both sides, in style.css */

struct _CogWorkbenchPage
{
  GtkWidget parent_instance;
  CogProject *project;
  CogPlace *place;
  CogUnitIndex *index; /* for searching */
  CogLensIndex *lenses;
  CogMemoryKeeper *memory_keeper;
  CogCultureMarks *culture_marks;
  CogRepeatsOffer *repeats;
  CogTerms *terms;
  CogFlap *flap, *panel_flap;
  GtkBox *desk; /* the pages, and below them the panel where it is a sheet */
  CogOutline *outline;
  CogFindBar *find_bar;
  CogFilterBar *filter_bar;
  CogBeside *beside;
  CogSpread *spread;
  GtkWidget *original; /* NULL: no source has pages, or the build shows none */
  CogPanel *panel;
  int width; /* of the window, by its text */
  gboolean is_outline_wanted, is_panel_wanted, is_original_wanted;
  gboolean is_ready; /* it has a width */
};

static guint panes_signal;

G_DEFINE_FINAL_TYPE (CogWorkbenchPage, cog_workbench_page, GTK_TYPE_WIDGET)

void
cog_workbench_page_flush (CogWorkbenchPage *self)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));
  cog_spread_flush (self->spread);
  cog_panel_flush (self->panel);
}

void
cog_workbench_page_renew_panel (CogWorkbenchPage *self)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));
  cog_panel_renew (self->panel);
}

static void
selected_cb (CogOutline *outline, const char *id, CogWorkbenchPage *self)
{
  if (g_strcmp0 (id, cog_place_get_section (self->place)) == 0)
    return;
  cog_place_set_section (self->place, id);
  if (cog_flap_get_folded (self->flap))
    cog_flap_set_revealed (self->flap, FALSE);
}

static void
show_left_out (CogWorkbenchPage *self)
{
  cog_spread_set_left_out (
      self->spread, cog_outline_is_left_out (self->outline, cog_place_get_section (self->place)));
}

static void
section_cb (CogPlace *place, GParamSpec *pspec, CogWorkbenchPage *self)
{
  cog_outline_select (self->outline, cog_place_get_section (place));
  show_left_out (self);
}

void
cog_workbench_page_go_to (CogWorkbenchPage *self, const char *id)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self) && id != NULL);
  cog_spread_go_to (self->spread, id);
}

void
cog_workbench_page_find (CogWorkbenchPage *self, gboolean with_replace)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));
  cog_find_bar_open (self->find_bar, with_replace);
}

void
cog_workbench_page_find_next (CogWorkbenchPage *self, gboolean is_backwards)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));
  cog_find_bar_step (self->find_bar, is_backwards ? -1 : 1);
}

void
cog_workbench_page_go_on (CogWorkbenchPage *self, gboolean is_backwards)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));
  cog_filter_bar_go_on (self->filter_bar, is_backwards);
}

static void
jump_cb (CogGoTo *go_to, const char *section, const char *unit, CogWorkbenchPage *self)
{
  cog_place_set_section (self->place, section);
  if (unit != NULL)
    cog_spread_go_to (self->spread, unit);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->spread), GTK_DIR_TAB_FORWARD);
}

void
cog_workbench_page_open_go_to (CogWorkbenchPage *self)
{
  GtkWidget *go_to;

  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));

  cog_workbench_page_flush (self);
  go_to = cog_go_to_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->index);
  g_signal_connect_object (go_to, "chosen", G_CALLBACK (jump_cb), self, 0);
  gtk_window_present (GTK_WINDOW (go_to));
}

CogLensIndex *
cog_workbench_page_get_lenses (CogWorkbenchPage *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_PAGE (self), NULL);
  return self->lenses;
}

void
cog_workbench_page_refresh_terms (CogWorkbenchPage *self)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));
  cog_terms_refresh (self->terms);
}

CogPlace *
cog_workbench_page_get_place (CogWorkbenchPage *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_PAGE (self), NULL);
  return self->place;
}

/* The panel stands beside the pages, or below them as a sheet. */
static void
move_panel (CogWorkbenchPage *self, gboolean is_sheet, gboolean is_small)
{
  gboolean is_there = gtk_widget_get_parent (GTK_WIDGET (self->panel)) == GTK_WIDGET (self->desk);

  if (is_sheet != is_there)
    {
      g_autoptr (GtkWidget) panel = GTK_WIDGET (g_object_ref (self->panel));

      if (is_sheet)
        {
          cog_flap_set_flap (self->panel_flap, NULL);
          gtk_box_append (self->desk, panel);
        }
      else
        {
          gtk_box_remove (self->desk, panel);
          cog_flap_set_flap (self->panel_flap, panel);
        }
    }
  cog_panel_set_sheet (self->panel, is_sheet, is_small);
}

/* Where it would leave the original no place but above the text, the panel gives way. */
static void
place_panel (CogWorkbenchPage *self)
{
  int least = cog_workbench_page_get_original_shown (self) ? NO_PANEL_BESIDE : NO_PANEL;

  if (self->is_ready)
    move_panel (self, self->width < least, self->width - MARGINS < COG_SPREAD_STACKED);
}

void
cog_workbench_page_set_width (CogWorkbenchPage *self, int width)
{
  gboolean was_narrow;

  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));

  width = (int)(width / cog_text_scale_get ());
  if (self->width == width)
    return;
  was_narrow = self->width < NARROW;
  self->width = width;
  cog_flap_set_folded (self->flap, width < NARROW);
  /* What the person wants beside the pages comes back when there is room for it again. */
  if (width >= NARROW && (was_narrow || !self->is_ready))
    cog_flap_set_revealed (self->flap, self->is_outline_wanted);
  else if (width < NARROW && !was_narrow && self->is_ready)
    cog_flap_set_revealed (self->flap, FALSE);
  if (!self->is_ready)
    cog_flap_set_revealed (self->panel_flap, self->is_panel_wanted);
  self->is_ready = TRUE;
  place_panel (self);
}

gboolean
cog_workbench_page_is_narrow (CogWorkbenchPage *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_PAGE (self), FALSE);
  return self->width < NARROW;
}

gboolean
cog_workbench_page_get_outline_shown (CogWorkbenchPage *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_PAGE (self), FALSE);
  return self->flap != NULL && cog_flap_get_revealed (self->flap);
}

static gboolean
is_sheet (CogWorkbenchPage *self)
{
  return gtk_widget_get_parent (GTK_WIDGET (self->panel)) == GTK_WIDGET (self->desk);
}

gboolean
cog_workbench_page_get_panel_shown (CogWorkbenchPage *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_PAGE (self), FALSE);
  if (self->flap == NULL)
    return FALSE;
  return is_sheet (self) ? cog_panel_is_unfolded (self->panel)
                         : cog_flap_get_revealed (self->panel_flap);
}

void
cog_workbench_page_set_wanted (CogWorkbenchPage *self, gboolean outline, gboolean panel)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));

  self->is_outline_wanted = outline;
  self->is_panel_wanted = panel;
  if (self->is_ready && self->width >= NARROW)
    cog_flap_set_revealed (self->flap, outline);
  if (self->is_ready && !is_sheet (self))
    cog_flap_set_revealed (self->panel_flap, panel);
}

void
cog_workbench_page_set_shown (CogWorkbenchPage *self, gboolean outline, gboolean panel)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));

  self->is_outline_wanted = outline;
  self->is_panel_wanted = panel;
  if (self->is_ready)
    {
      cog_flap_set_revealed (self->flap, outline);
      if (panel == cog_workbench_page_get_panel_shown (self))
        return;
      if (is_sheet (self))
        cog_panel_toggle (self->panel);
      else
        cog_flap_set_revealed (self->panel_flap, panel);
      g_signal_emit (self, panes_signal, 0);
    }
}

/* --- the page of the source ---------------------------------------------------------------- */

#ifdef COG_WITH_POPPLER
static void
original_cb (GtkWidget *view, const char *unit, CogWorkbenchPage *self)
{
  cog_workbench_page_flush (self);
  cog_workbench_page_show (self, unit);
}
#endif

/* A source with pages may come in later, among other books' sections. */
static void
offer_original (CogWorkbenchPage *self)
{
#ifdef COG_WITH_POPPLER
  if (self->original != NULL || !cog_project_has_places (self->project))
    return;
  self->original = cog_original_view_new (self->project, self->place);
  gtk_widget_set_visible (self->original, self->is_original_wanted);
  g_signal_connect (self->original, "go-to", G_CALLBACK (original_cb), self);
  cog_beside_set_beside (self->beside, self->original);
  place_panel (self);
  g_signal_emit (self, panes_signal, 0);
#endif
}

static void
changed_cb (CogProject *project, char **units, CogWorkbenchPage *self)
{
  if (units == NULL)
    offer_original (self);
}

gboolean
cog_workbench_page_has_original (CogWorkbenchPage *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_PAGE (self), FALSE);
  return self->original != NULL;
}

gboolean
cog_workbench_page_get_original_shown (CogWorkbenchPage *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_PAGE (self), FALSE);
  return self->original != NULL && gtk_widget_get_visible (self->original);
}

void
cog_workbench_page_set_original_shown (CogWorkbenchPage *self, gboolean is_shown)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));

  self->is_original_wanted = is_shown;
  if (self->original == NULL || gtk_widget_get_visible (self->original) == is_shown)
    return;
  gtk_widget_set_visible (self->original, is_shown);
  place_panel (self);
  g_signal_emit (self, panes_signal, 0);
}

static void
panes_cb (CogWorkbenchPage *self)
{
  if (self->flap != NULL)
    g_signal_emit (self, panes_signal, 0);
}

void
cog_workbench_page_focus_next (CogWorkbenchPage *self, gboolean is_backwards)
{
  GtkWidget *panes[5];
  GtkWidget *focus;
  guint n = 0, at;

  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self));

  panes[n++] = GTK_WIDGET (self->outline);
  panes[n++] = GTK_WIDGET (self->find_bar);
  if (self->original != NULL)
    panes[n++] = self->original;
  panes[n++] = GTK_WIDGET (self->spread);
  panes[n++] = GTK_WIDGET (self->panel);
  at = n - 1;
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  for (guint i = 0; i < n; i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, panes[i]))
      at = i;
  for (guint i = 1; i <= n; i++)
    {
      GtkWidget *next = panes[(at + (is_backwards ? n - i : i)) % n];

      if (gtk_widget_get_mapped (next) && gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD))
        return;
    }
}

void
cog_workbench_page_show (CogWorkbenchPage *self, const char *unit)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self) && unit != NULL);

  cog_spread_show (self->spread, unit);
  cog_place_set_unit (self->place, unit);
}

void
cog_workbench_page_show_section (CogWorkbenchPage *self, const char *section)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self) && section != NULL);

  if (cog_outline_has (self->outline, section))
    cog_place_set_section (self->place, section);
}

gboolean
cog_workbench_page_has_section (CogWorkbenchPage *self, const char *section)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_PAGE (self) && section != NULL, FALSE);
  return cog_outline_has (self->outline, section);
}

static void
flush_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cog_spread_flush (COG_WORKBENCH_PAGE (widget)->spread);
}

static void
left_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWorkbenchPage *self = COG_WORKBENCH_PAGE (widget);

  if (self->repeats != NULL)
    cog_repeats_offer_look (self->repeats);
}

void
cog_workbench_page_fill_repeats (CogWorkbenchPage *self, const char *unit)
{
  g_return_if_fail (COG_IS_WORKBENCH_PAGE (self) && unit != NULL);
  cog_repeats_offer_fill (self->repeats, unit);
}

static void
untranslated_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWorkbenchPage *self = COG_WORKBENCH_PAGE (widget);

  cog_place_set_unit (self->place, g_variant_get_string (parameter, NULL));
  cog_filter_bar_go_to_untranslated (self->filter_bar);
}

/* "": of what is in hand, else of the section. */
static void
source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CogWorkbenchPage *self = COG_WORKBENCH_PAGE (widget);
  const char *unit = g_variant_get_string (parameter, NULL);

  cog_workbench_page_flush (self);
  if (unit[0] == '\0')
    unit = cog_place_get_unit (self->place);
  if (cog_place_get_section (self->place) != NULL)
    cog_source_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->project,
                               cog_place_get_section (self->place), unit);
}

static void
cog_workbench_page_dispose (GObject *object)
{
  CogWorkbenchPage *self = COG_WORKBENCH_PAGE (object);

  if (self->place != NULL)
    g_signal_handlers_disconnect_by_data (self->place, self);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  self->original = NULL;
  if (self->repeats != NULL)
    g_object_run_dispose (G_OBJECT (self->repeats));
  g_clear_object (&self->repeats);
  if (self->flap != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->flap));
  self->flap = NULL;
  g_clear_object (&self->project);
  g_clear_object (&self->place);
  g_clear_object (&self->index);
  if (self->culture_marks != NULL)
    g_object_run_dispose (G_OBJECT (self->culture_marks));
  g_clear_object (&self->culture_marks);
  if (self->terms != NULL)
    g_object_run_dispose (G_OBJECT (self->terms));
  g_clear_object (&self->terms);
  g_clear_object (&self->lenses);
  g_clear_object (&self->memory_keeper);
  G_OBJECT_CLASS (cog_workbench_page_parent_class)->dispose (object);
}

static void
cog_workbench_page_class_init (CogWorkbenchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_workbench_page_dispose;
  panes_signal = g_signal_new ("panes-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (COG_TYPE_BESIDE);
  g_type_ensure (COG_TYPE_FILTER_BAR);
  g_type_ensure (COG_TYPE_FIND_BAR);
  g_type_ensure (COG_TYPE_FLAP);
  g_type_ensure (COG_TYPE_OUTLINE);
  g_type_ensure (COG_TYPE_PANEL);
  g_type_ensure (COG_TYPE_SPREAD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-workbench-page.ui");
  gtk_widget_class_install_action (widget_class, "workbench.flush", NULL, flush_action);
  gtk_widget_class_install_action (widget_class, "workbench.left", NULL, left_action);
  gtk_widget_class_install_action (widget_class, "workbench.write-untranslated", "s",
                                   untranslated_action);
  gtk_widget_class_install_action (widget_class, "workbench.source", "s", source_action);
  cog_terms_actions_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_u, GDK_CONTROL_MASK,
                                       "workbench.source", "s", "");
  gtk_widget_class_bind_template_child (widget_class, CogWorkbenchPage, beside);
  gtk_widget_class_bind_template_child (widget_class, CogWorkbenchPage, desk);
  gtk_widget_class_bind_template_child (widget_class, CogWorkbenchPage, flap);
  gtk_widget_class_bind_template_child (widget_class, CogWorkbenchPage, panel_flap);
  gtk_widget_class_bind_template_child (widget_class, CogWorkbenchPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, CogWorkbenchPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, CogWorkbenchPage, outline);
  gtk_widget_class_bind_template_child (widget_class, CogWorkbenchPage, spread);
  gtk_widget_class_bind_template_child (widget_class, CogWorkbenchPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, panes_cb);
}

static void
cog_workbench_page_init (CogWorkbenchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->place = cog_place_new ();
}

GtkWidget *
cog_workbench_page_new (CogProject *project, CogOutlineFacts *facts)
{
  CogWorkbenchPage *self = g_object_new (COG_TYPE_WORKBENCH_PAGE, NULL);
  const char *first;

  g_return_val_if_fail (COG_IS_PROJECT (project) && facts != NULL, NULL);

  self->project = g_object_ref (project);
  cog_spread_set_project (self->spread, project, self->place);
  self->lenses = cog_lens_index_new (project);
  self->memory_keeper = cog_memory_keeper_new (project);
  self->terms = cog_terms_new (project, self->place, self->spread);
  cog_terms_actions_attach (GTK_WIDGET (self), project, self->place, self->terms);
  cog_panel_set_project (self->panel, self->lenses, self->place, self->terms);
  self->index = cog_unit_index_new (project);
  cog_unit_index_set_lenses (self->index, self->lenses);
  self->repeats = cog_repeats_offer_new (self->index, self->place, self->spread);
  cog_filter_bar_set_spread (self->filter_bar, self->index, self->place, self->spread);
  cog_find_bar_set_spread (self->find_bar, self->index, self->place, self->spread,
                           cog_filter_bar_get_menu (self->filter_bar));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter",
                                  cog_filter_bar_get_actions (self->filter_bar));
  cog_outline_set_project (self->outline, self->index, facts);
  cog_structure_actions_add (GTK_WIDGET (self), project, self->place);
  g_signal_connect (self->place, "notify::section", G_CALLBACK (section_cb), self);
  first = cog_outline_get_first (self->outline);
  if (first != NULL)
    cog_place_set_section (self->place, first);
  g_signal_connect_swapped (self->outline, "loaded", G_CALLBACK (show_left_out), self);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  self->culture_marks = cog_culture_marks_new (self->lenses, self->place, self->spread);
  offer_original (self);
  return GTK_WIDGET (self);
}

const char *
cog_workbench_page_get_section (CogWorkbenchPage *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_PAGE (self), NULL);
  return cog_place_get_section (self->place);
}
