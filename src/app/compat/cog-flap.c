/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-flap.h"

#include <adwaita.h>

struct _CogFlap
{
  GtkWidget parent_instance;
  GtkWidget *view; /* NULL once it is gone */
  int gap;         /* pixels */
};

G_DEFINE_FINAL_TYPE (CogFlap, cog_flap, GTK_TYPE_WIDGET)

enum
{
  PROP_AT_END = 1,
  PROP_CONTENT,
  PROP_FLAP,
  PROP_GAP,
  PROP_IS_REVEALED,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

#if ADW_CHECK_VERSION(1, 4, 0)

#define VIEW(self) ADW_OVERLAY_SPLIT_VIEW ((self)->view)
#define METHOD(name) adw_overlay_split_view_##name
#define REVEALED_NAME "show-sidebar"
#define get_revealed METHOD (get_show_sidebar)
#define set_revealed METHOD (set_show_sidebar)
#define set_flap METHOD (set_sidebar)

/* Pinned: cog_flap_set_folded says what becomes of it. Without a width of its own it takes what
 * its child needs. */
static GtkWidget *
new_view (void)
{
  return g_object_new (ADW_TYPE_OVERLAY_SPLIT_VIEW, "pin-sidebar", TRUE, "min-sidebar-width", 0.0,
                       "max-sidebar-width", 0.0, NULL);
}

static gboolean
is_folded_now (CogFlap *self)
{
  return adw_overlay_split_view_get_collapsed (VIEW (self));
}

/* A margin of the flap; over the content it would be a stripe. */
static void
show_gap (CogFlap *self)
{
  GtkWidget *child = adw_overlay_split_view_get_sidebar (VIEW (self));

  if (child != NULL)
    gtk_widget_set_margin_end (child, is_folded_now (self) ? 0 : self->gap);
}

static void
fold (CogFlap *self, gboolean is_folded)
{
  adw_overlay_split_view_set_collapsed (VIEW (self), is_folded);
  show_gap (self);
}

static void
set_at_end (CogFlap *self, gboolean is_at_end)
{
  adw_overlay_split_view_set_sidebar_position (VIEW (self),
                                               is_at_end ? GTK_PACK_END : GTK_PACK_START);
}

#else

#define VIEW(self) ADW_FLAP ((self)->view)
#define METHOD(name) adw_flap_##name
#define REVEALED_NAME "reveal-flap"
#define get_revealed METHOD (get_reveal_flap)
#define set_revealed METHOD (set_reveal_flap)
#define set_flap METHOD (set_flap)

static GtkWidget *
new_view (void)
{
  return g_object_new (ADW_TYPE_FLAP, "fold-policy", ADW_FLAP_FOLD_POLICY_NEVER, "separator",
                       gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), NULL);
}

/* As it was said, not as far as it has slid. */
static gboolean
is_folded_now (CogFlap *self)
{
  return adw_flap_get_fold_policy (VIEW (self)) == ADW_FLAP_FOLD_POLICY_ALWAYS;
}

static void
show_gap (CogFlap *self)
{
  gtk_widget_set_size_request (adw_flap_get_separator (VIEW (self)), self->gap, -1);
}

static void
fold (CogFlap *self, gboolean is_folded)
{
  adw_flap_set_fold_policy (VIEW (self),
                            is_folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
}

static void
set_at_end (CogFlap *self, gboolean is_at_end)
{
  adw_flap_set_flap_position (VIEW (self), is_at_end ? GTK_PACK_END : GTK_PACK_START);
}

#endif

static void
revealed_cb (CogFlap *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_REVEALED]);
}

static void
cog_flap_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_IS_REVEALED)
    g_value_set_boolean (value, cog_flap_get_revealed (COG_FLAP (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cog_flap_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CogFlap *self = COG_FLAP (object);

  switch (id)
    {
    case PROP_AT_END:
      set_at_end (self, g_value_get_boolean (value));
      break;
    case PROP_CONTENT:
      cog_flap_set_content (self, g_value_get_object (value));
      break;
    case PROP_FLAP:
      cog_flap_set_flap (self, g_value_get_object (value));
      break;
    case PROP_GAP:
      self->gap = g_value_get_int (value);
      show_gap (self);
      break;
    case PROP_IS_REVEALED:
      cog_flap_set_revealed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cog_flap_dispose (GObject *object)
{
  CogFlap *self = COG_FLAP (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_pointer (&self->view, gtk_widget_unparent);
  G_OBJECT_CLASS (cog_flap_parent_class)->dispose (object);
}

static void
cog_flap_class_init (CogFlapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags write = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cog_flap_get_property;
  object_class->set_property = cog_flap_set_property;
  object_class->dispose = cog_flap_dispose;
  props[PROP_AT_END] = g_param_spec_boolean ("at-end", NULL, NULL, FALSE, write);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, write);
  props[PROP_FLAP] = g_param_spec_object ("flap", NULL, NULL, GTK_TYPE_WIDGET, write);
  props[PROP_GAP] = g_param_spec_int ("gap", NULL, NULL, 0, G_MAXINT, 0, write);
  props[PROP_IS_REVEALED] =
      g_param_spec_boolean ("is-revealed", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "beside");
}

static void
cog_flap_init (CogFlap *self)
{
  self->view = new_view ();
  g_signal_connect_swapped (self->view, "notify::" REVEALED_NAME, G_CALLBACK (revealed_cb), self);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
}

gboolean
cog_flap_get_folded (CogFlap *self)
{
  g_return_val_if_fail (COG_IS_FLAP (self), FALSE);
  return self->view != NULL && is_folded_now (self);
}

void
cog_flap_set_folded (CogFlap *self, gboolean is_folded)
{
  g_return_if_fail (COG_IS_FLAP (self));

  if (is_folded == cog_flap_get_folded (self))
    return;
  fold (self, is_folded);
  set_revealed (VIEW (self), !is_folded);
}

gboolean
cog_flap_get_revealed (CogFlap *self)
{
  g_return_val_if_fail (COG_IS_FLAP (self), FALSE);
  return self->view != NULL && get_revealed (VIEW (self));
}

void
cog_flap_set_revealed (CogFlap *self, gboolean is_revealed)
{
  g_return_if_fail (COG_IS_FLAP (self));
  set_revealed (VIEW (self), is_revealed);
}

void
cog_flap_set_flap (CogFlap *self, GtkWidget *child)
{
  g_return_if_fail (COG_IS_FLAP (self) && (child == NULL || GTK_IS_WIDGET (child)));
  set_flap (VIEW (self), child);
  show_gap (self);
}

void
cog_flap_set_content (CogFlap *self, GtkWidget *child)
{
  g_return_if_fail (COG_IS_FLAP (self) && (child == NULL || GTK_IS_WIDGET (child)));
  METHOD (set_content) (VIEW (self), child);
}
