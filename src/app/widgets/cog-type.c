/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-type.h"

#include "cog-css-provider.h"

typedef enum
{
  BODY,
  HEADING,
  SUBHEADING,
  SMALL,
  N_STYLES
} Style;

/* Classes of a cell. */
static const char *const style_classes[N_STYLES] = { "", ".unit-heading", ".unit-subheading",
                                                     ".unit-small" };

typedef struct
{
  const char *script;     /* class, NULL: all others */
  double sizes[N_STYLES]; /* points: they follow the text size that is set for the desktop */
  double lines[N_STYLES]; /* of the size */
} Script;

static const Script scripts[] = {
  { NULL, { 11.25, 15.75, 12.75, 9.75 }, { 1.533, 1.333, 1.412, 1.462 } },
  { "arab", { 13.125, 17.25, 14.625, 10.875 }, { 1.6, 1.478, 1.538, 1.586 } },
  { "hans", { 11.25, 15.75, 12.75, 9.75 }, { 1.667, 1.476, 1.529, 1.538 } },
  { "hant", { 11.25, 15.75, 12.75, 9.75 }, { 1.667, 1.476, 1.529, 1.538 } },
  { "jpan", { 11.25, 15.75, 12.75, 9.75 }, { 1.667, 1.476, 1.529, 1.538 } },
  { "kore", { 11.25, 15.75, 12.75, 9.75 }, { 1.667, 1.476, 1.529, 1.538 } },
};

static GtkCssProvider *provider = NULL;
static double scale = 1;

static void
append_rule (GString *css, const Script *script, Style style)
{
  /* Not in printf's way: the locale's comma is no CSS. */
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  char line[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (size, sizeof size, "%.3f", script->sizes[style] * scale);
  g_ascii_formatd (line, sizeof line, "%.3f", script->lines[style]);
  g_string_append_printf (css, "%s .book%s%s{font-size:%spt;line-height:%sem;}\n",
                          style_classes[style], script->script != NULL ? "." : "",
                          script->script != NULL ? script->script : "", size, line);
}

static void
load_rules (void)
{
  g_autoptr (GString) css = g_string_new (NULL);

  if (provider == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    for (Style style = BODY; style < N_STYLES; style++)
      append_rule (css, &scripts[i], style);
  cog_css_provider_load (provider, css->str);
}

void
cog_type_init (GdkDisplay *display)
{
  g_return_if_fail (GDK_IS_DISPLAY (display));

  if (provider == NULL)
    {
      provider = gtk_css_provider_new ();
      load_rules ();
    }
  /* Below the style sheet: what is set for one page there wins. */
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
}

double
cog_type_get_scale (void)
{
  return scale;
}

void
cog_type_set_scale (double wanted)
{
  wanted = CLAMP (wanted, 0.6, 3);
  if (wanted == scale)
    return;
  scale = wanted;
  load_rules ();
}

static const Script *
find_script (GtkWidget *widget)
{
  for (guint i = 1; i < G_N_ELEMENTS (scripts); i++)
    if (gtk_widget_has_css_class (widget, scripts[i].script))
      return &scripts[i];
  return &scripts[0];
}

/* A style's class stands on a cell around the text, two or three levels up. */
static Style
find_style (GtkWidget *widget)
{
  for (guint i = 0; widget != NULL && i < 6; i++, widget = gtk_widget_get_parent (widget))
    for (Style style = HEADING; style < N_STYLES; style++)
      if (gtk_widget_has_css_class (widget, style_classes[style] + 1))
        return style;
  return BODY;
}

double
cog_type_get_line (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1.5);
  return find_script (widget)->lines[find_style (widget)];
}
