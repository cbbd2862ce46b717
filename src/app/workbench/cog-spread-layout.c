/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-spread-layout.h"

#include "cog-text-scale.h"

/* Pixels: a page that is stacked, in the narrowest window. */
#define MIN_WIDTH 240
/* Pixels from the top of a page. */
#define OVER_TOP 6

struct _CogSpreadLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (CogSpreadLayout, cog_spread_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *source, *fold, *target;
  GtkWidget *over; /* (nullable) */
} Spread;

gboolean
cog_spread_layout_is_stacked (int width)
{
  return width < COG_SPREAD_STACKED * cog_text_scale_get ();
}

static Spread
get_spread (GtkWidget *widget)
{
  Spread spread = { NULL, NULL, NULL, NULL };

  spread.source = gtk_widget_get_first_child (widget);
  if (spread.source != NULL)
    spread.fold = gtk_widget_get_next_sibling (spread.source);
  if (spread.fold != NULL)
    spread.target = gtk_widget_get_next_sibling (spread.fold);
  if (spread.target != NULL)
    spread.over = gtk_widget_get_next_sibling (spread.target);
  return spread;
}

static GtkSizeRequestMode
cog_spread_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_height (GtkWidget *child, int width, gboolean minimum)
{
  int min = 0, nat = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &min, &nat, NULL, NULL);
  return minimum ? min : nat;
}

static int
get_page_width (int width)
{
  return MAX ((width - COG_SPREAD_FOLD) / 2, 0);
}

static int
get_spread_height (const Spread *spread, int width, gboolean minimum)
{
  int page;

  if (width >= 0 && cog_spread_layout_is_stacked (width))
    return get_height (spread->source, width, minimum) +
           MAX (get_height (spread->target, MAX (width - COG_SPREAD_FOLD, 0), minimum),
                get_height (spread->fold, COG_SPREAD_FOLD, minimum));
  page = width < 0 ? -1 : get_page_width (width);
  return MAX (
      MAX (get_height (spread->source, page, minimum), get_height (spread->target, page, minimum)),
      get_height (spread->fold, COG_SPREAD_FOLD, minimum));
}

static void
cog_spread_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  Spread spread = get_spread (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = get_spread_height (&spread, for_size, TRUE);
      *natural = get_spread_height (&spread, for_size, FALSE);
      return;
    }
  /* The window says how wide the pages are; its text wraps anywhere. To ask each label would lay
   * out every passage once more. */
  *minimum = MIN_WIDTH;
  *natural = COG_SPREAD_STACKED;
}

static void
place (GtkWidget *child, int x, int y, int width, int height, int whole)
{
  GtkAllocation box = { x, y, width, height };

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  if (gtk_widget_get_direction (gtk_widget_get_parent (child)) == GTK_TEXT_DIR_RTL)
    box.x = whole - x - width;
  gtk_widget_size_allocate (child, &box, -1);
}

/* In the middle of a row that is one line high, at the top of others. */
static void
place_over (const Spread *spread, int x, int y, int width, int height, int whole)
{
  int natural_width = 0, natural_height = 0;

  if (spread->over == NULL || !gtk_widget_should_layout (spread->over))
    return;
  gtk_widget_measure (spread->over, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural_width, NULL,
                      NULL);
  gtk_widget_measure (spread->over, GTK_ORIENTATION_VERTICAL, natural_width, NULL, &natural_height,
                      NULL, NULL);
  /* It stands where the target's lines begin. */
  if (gtk_widget_get_direction (spread->over) !=
      gtk_widget_get_direction (gtk_widget_get_parent (spread->over)))
    x += MAX (width - natural_width, 0);
  place (spread->over, x, y + CLAMP ((height - natural_height) / 2, 0, OVER_TOP),
         MIN (natural_width, width), natural_height, whole);
}

static void
cog_spread_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Spread spread = get_spread (widget);
  int page = get_page_width (width);

  if (cog_spread_layout_is_stacked (width))
    {
      int above = get_height (spread.source, width, TRUE);

      place (spread.source, 0, 0, width, above, width);
      place (spread.fold, 0, above, COG_SPREAD_FOLD, height - above, width);
      place (spread.target, COG_SPREAD_FOLD, above, width - COG_SPREAD_FOLD, height - above, width);
      place_over (&spread, COG_SPREAD_FOLD, above, width - COG_SPREAD_FOLD, height - above, width);
      return;
    }
  place (spread.source, 0, 0, page, height, width);
  /* An odd pixel goes to the fold. */
  place (spread.fold, page, 0, width - 2 * page, height, width);
  place (spread.target, width - page, 0, page, height, width);
  place_over (&spread, width - page, 0, page, height, width);
}

static void
cog_spread_layout_class_init (CogSpreadLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = cog_spread_layout_get_request_mode;
  layout_class->measure = cog_spread_layout_measure;
  layout_class->allocate = cog_spread_layout_allocate;
}

static void
cog_spread_layout_init (CogSpreadLayout *self)
{
}
