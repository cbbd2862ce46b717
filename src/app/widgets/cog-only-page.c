/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-only-page.h"

void
cog_only_page_show (GtkStack *stack, const char *name)
{
  GtkWidget *page;

  g_return_if_fail (GTK_IS_STACK (stack) && name != NULL);

  page = gtk_stack_get_child_by_name (stack, name);
  g_return_if_fail (page != NULL);
  gtk_widget_set_visible (page, TRUE);
  gtk_stack_set_visible_child (stack, page);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == page);
}
