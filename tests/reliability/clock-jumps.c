/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* To be preloaded: a clock that jumps by decades, back and forth, every few times it is asked, as
 * one does whose battery is empty, or that somebody sets. What counts on since the start, and not
 * on the date, goes on evenly. */

#define DECADE (10 * 366 * 24 * 3600L)

static long
jump (void)
{
  static const long decades[] = { 0, -3, 2, -1, 3, -2, 1 };
  static atomic_uint n;

  /* Another program, another decade. */
  return decades[((unsigned)getpid () + atomic_fetch_add (&n, 1) / 5) %
                 (sizeof decades / sizeof decades[0])] *
         DECADE;
}

int
clock_gettime (clockid_t clock, struct timespec *now)
{
  static int (*real) (clockid_t, struct timespec *);
  int status;

  if (real == NULL)
    real = (int (*) (clockid_t, struct timespec *))dlsym (RTLD_NEXT, "clock_gettime");
  status = real (clock, now);
  if (clock == CLOCK_REALTIME && status == 0)
    now->tv_sec += jump ();
  return status;
}

int
gettimeofday (struct timeval *restrict now, void *restrict zone)
{
  struct timespec precise;
  int status = clock_gettime (CLOCK_REALTIME, &precise);

  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return status;
}

time_t
time (time_t *where)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  if (where != NULL)
    *where = now.tv_sec;
  return now.tv_sec;
}
