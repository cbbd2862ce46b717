/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As library.h, for what has windows. */
#include <adwaita.h>
