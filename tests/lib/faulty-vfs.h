/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * A disk that fails at a step of our choice: SQLite's file system, with every operation counted.
 * Registered once, as the default; until a fault is armed it only passes on.
 */
typedef enum
{
  FAULT_FULL,   /* writing says that the disk is full, from that step on until disarmed */
  FAULT_ERROR,  /* that one operation fails as a bad device does */
  FAULT_ERRORS, /* from that step on all fail: the stick was pulled out */
} FaultKind;

void faulty_vfs_install (void);
/* The nth operation from now, from 1. */
void faulty_vfs_arm (FaultKind kind, guint nth);
/* Returns whether the fault was met. */
gboolean faulty_vfs_disarm (void);

G_END_DECLS
