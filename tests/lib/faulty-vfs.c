/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "faulty-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* right behind this struct */
} FaultyFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;
static FaultKind fault_kind;
static guint remaining; /* 0: not armed, or met already */
static gboolean is_armed, is_met;

void
faulty_vfs_arm (FaultKind kind, guint nth)
{
  fault_kind = kind;
  remaining = nth;
  is_armed = TRUE;
  is_met = FALSE;
}

gboolean
faulty_vfs_disarm (void)
{
  is_armed = FALSE;
  return is_met;
}

/* Whether the operation that begins now is to fail. */
static gboolean
fails (gboolean takes_space)
{
  if (!is_armed || (fault_kind == FAULT_FULL && !takes_space))
    return FALSE;
  if (is_met)
    return fault_kind != FAULT_ERROR;
  if (--remaining > 0)
    return FALSE;
  is_met = TRUE;
  return TRUE;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultyFile *)file)->real;
}

static int
faulty_close (sqlite3_file *file)
{
  sqlite3_file *real = real_of (file);

  return real->pMethods != NULL ? real->pMethods->xClose (real) : SQLITE_OK;
}

static int
faulty_read (sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
  return fails (FALSE) ? SQLITE_IOERR_READ
                       : real_of (file)->pMethods->xRead (real_of (file), buffer, amount, offset);
}

static int
faulty_write (sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
  if (fails (TRUE))
    {
      /* Half of it arrived: a disk does not fill up at the end of a page. */
      real_of (file)->pMethods->xWrite (real_of (file), buffer, amount / 2, offset);
      return fault_kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
  return real_of (file)->pMethods->xWrite (real_of (file), buffer, amount, offset);
}

static int
faulty_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return fails (FALSE) ? SQLITE_IOERR_TRUNCATE
                       : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
faulty_sync (sqlite3_file *file, int flags)
{
  /* The disk below is not what is tested: thousands of runs need not wait for it. */
  return fails (FALSE) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
faulty_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return fails (FALSE) ? SQLITE_IOERR_FSTAT
                       : real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
faulty_lock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
faulty_unlock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
faulty_check_reserved_lock (sqlite3_file *file, int *result)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), result);
}

static int
faulty_file_control (sqlite3_file *file, int op, void *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), op, argument);
}

static int
faulty_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
faulty_device_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
faulty_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return fails (extend != 0)
             ? (fault_kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_SHMMAP)
             : real_of (file)->pMethods->xShmMap (real_of (file), page, size, extend, memory);
}

static int
faulty_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
faulty_shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
faulty_shm_unmap (sqlite3_file *file, int remove)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = faulty_close,
  .xRead = faulty_read,
  .xWrite = faulty_write,
  .xTruncate = faulty_truncate,
  .xSync = faulty_sync,
  .xFileSize = faulty_file_size,
  .xLock = faulty_lock,
  .xUnlock = faulty_unlock,
  .xCheckReservedLock = faulty_check_reserved_lock,
  .xFileControl = faulty_file_control,
  .xSectorSize = faulty_sector_size,
  .xDeviceCharacteristics = faulty_device_characteristics,
  .xShmMap = faulty_shm_map,
  .xShmLock = faulty_shm_lock,
  .xShmBarrier = faulty_shm_barrier,
  .xShmUnmap = faulty_shm_unmap,
};

static int
faulty_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultyFile *self = (FaultyFile *)file;
  int status;

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *)(self + 1);
  if (fails ((flags & SQLITE_OPEN_CREATE) != 0))
    return SQLITE_CANTOPEN;
  status = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (status == SQLITE_OK)
    self->base.pMethods = &methods;
  return status;
}

static int
faulty_delete (sqlite3_vfs *vfs, const char *name, int sync_dir)
{
  return fails (FALSE) ? SQLITE_IOERR_DELETE : real_vfs->xDelete (real_vfs, name, sync_dir);
}

void
faulty_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  faulty_vfs = *real_vfs;
  faulty_vfs.zName = "faulty";
  faulty_vfs.szOsFile = (int)sizeof (FaultyFile) + real_vfs->szOsFile;
  faulty_vfs.pNext = NULL;
  faulty_vfs.xOpen = faulty_open;
  faulty_vfs.xDelete = faulty_delete;
  g_assert_cmpint (sqlite3_vfs_register (&faulty_vfs, 1), ==, SQLITE_OK);
}
