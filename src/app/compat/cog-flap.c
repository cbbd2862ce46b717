/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-flap.h"

#include <adwaita.h>

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

gboolean
cog_flap_get_folded (GtkWidget *flap)
{
  return adw_flap_get_folded (ADW_FLAP (flap));
}

void
cog_flap_set_folded (GtkWidget *flap, gboolean is_folded)
{
  AdwFlapFoldPolicy policy = is_folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER;

  if (policy == adw_flap_get_fold_policy (ADW_FLAP (flap)))
    return;
  adw_flap_set_fold_policy (ADW_FLAP (flap), policy);
  adw_flap_set_reveal_flap (ADW_FLAP (flap), !is_folded);
}

gboolean
cog_flap_get_revealed (GtkWidget *flap)
{
  return adw_flap_get_reveal_flap (ADW_FLAP (flap));
}

void
cog_flap_set_revealed (GtkWidget *flap, gboolean is_revealed)
{
  adw_flap_set_reveal_flap (ADW_FLAP (flap), is_revealed);
}

void
cog_flap_set_flap (GtkWidget *flap, GtkWidget *child)
{
  adw_flap_set_flap (ADW_FLAP (flap), child);
}

G_GNUC_END_IGNORE_DEPRECATIONS
