/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-recognizer.h"

#include "cog-descriptor.h"
#include "cog-error.h"
#include "cog-helper-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PROGRAM "tesseract"
#define MAX_SLOTS 4
#define MAX_PICTURE (64u << 20)
#define MAX_LANGUAGES 200 /* bytes of their names */

typedef struct
{
  guint32 kind, resolution, n_languages, n_picture;
} TaskHead;

typedef struct
{
  guint32 is_answer; /* or what is to be told, and then the code of a CogError */
  guint32 code, length;
} AnswerHead;

typedef struct
{
  int in, out;           /* of a servant; -1 where there is none */
  CogRecognizeTask task; /* that waits, where there is none */
  gboolean is_broken;    /* nothing comes from it any more */
} Slot;

/* A thread that reads without servants does so beside others. */
static _Thread_local Slot slots[MAX_SLOTS] = { { -1, -1, { 0 }, FALSE } };
static _Thread_local guint n_slots = 1;

char *
cog_recognizer_dup_program (void)
{
  return g_find_program_in_path (PROGRAM);
}

gboolean
cog_recognizer_is_installed (void)
{
  g_autofree char *path = cog_recognizer_dup_program ();

  return path != NULL;
}

guint
cog_recognizer_count_slots (void)
{
  return n_slots;
}

/* Names of files without their folder, and "script/Arabic": nothing that leads elsewhere, or that
 * would be taken for an option. */
static gboolean
are_languages (const char *names)
{
  for (const char *p = names; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("_+/", *p) == NULL)
      return FALSE;
  return names[0] != '\0' && names[0] != '/' && strlen (names) < MAX_LANGUAGES;
}

static GBytes *
run (const CogRecognizeTask *task, GCancellable *cancellable, GError **error)
{
  g_autofree char *resolution = g_strdup_printf ("%u", CLAMP (task->resolution, 70, 2400));
  const char *layout = task->kind == COG_RECOGNIZE_SPARSE ? "11" : "3";
  const char *text[] = { PROGRAM,    "stdin", "stdout", "-l", task->languages,          "--dpi",
                         resolution, "--psm", layout,   "-c", "tessedit_create_hocr=1", NULL };
  const char *script[] = { PROGRAM, "stdin", "stdout", "--dpi", resolution, "--psm", "0", NULL };
  const char *languages[] = { PROGRAM, "--list-langs", NULL };
  gboolean is_text = task->kind == COG_RECOGNIZE_TEXT || task->kind == COG_RECOGNIZE_SPARSE;
  const char *const *argv = is_text                              ? text
                            : task->kind == COG_RECOGNIZE_SCRIPT ? script
                                                                 : languages;
  GBytes *output = NULL;

  if (is_text && (task->languages == NULL || !are_languages (task->languages)))
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_USAGE,
                           _ ("These are no languages of text recognition."));
      return NULL;
    }
  return cog_helper_run (argv, task->picture, COG_RECOGNIZE_SECONDS, NULL, &output, cancellable,
                         error)
             ? output
             : NULL;
}

static gboolean
send_task (int fd, const CogRecognizeTask *task)
{
  gsize size = 0;
  const void *data = task->picture != NULL ? g_bytes_get_data (task->picture, &size) : NULL;
  const char *languages = task->languages != NULL ? task->languages : "";
  TaskHead head = { task->kind, task->resolution, (guint32)strlen (languages), (guint32)size };

  return size <= MAX_PICTURE && cog_descriptor_write_all (fd, &head, sizeof head) &&
         cog_descriptor_write_all (fd, languages, head.n_languages) &&
         cog_descriptor_write_all (fd, data, size);
}

void
cog_recognizer_submit (guint slot, const CogRecognizeTask *task)
{
  Slot *self;

  g_return_if_fail (slot < n_slots && task != NULL);

  self = &slots[slot];
  if (self->out >= 0)
    {
      self->is_broken = self->is_broken || !send_task (self->out, task);
      return;
    }
  self->task = *task;
  self->task.languages = g_intern_string (task->languages);
  self->task.picture = task->picture != NULL ? g_bytes_ref (task->picture) : NULL;
}

static GBytes *
receive_answer (Slot *self, GError **error)
{
  AnswerHead head = { 0 };
  g_autofree char *data = NULL;

  if (!self->is_broken)
    self->is_broken = !cog_descriptor_read_all (self->in, &head, sizeof head) ||
                      head.length > COG_RECOGNIZE_MAX_ANSWER ||
                      (data = g_try_malloc (head.length + 1)) == NULL ||
                      !cog_descriptor_read_all (self->in, data, head.length);
  if (self->is_broken)
    {
      /* Translators: the name of a program. */
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s does not answer."), "Tesseract");
      return NULL;
    }
  if (head.is_answer)
    return g_bytes_new_take (g_steal_pointer (&data), head.length);
  data[head.length] = '\0';
  g_set_error_literal (error, COG_ERROR, (int)head.code, data);
  return NULL;
}

GBytes *
cog_recognizer_collect (guint slot, GCancellable *cancellable, GError **error)
{
  Slot *self;
  GBytes *answer;

  g_return_val_if_fail (slot < n_slots, NULL);

  self = &slots[slot];
  if (self->in >= 0)
    return receive_answer (self, error);
  answer = run (&self->task, cancellable, error);
  g_clear_pointer (&self->task.picture, g_bytes_unref);
  return answer;
}

GBytes *
cog_recognizer_run (const CogRecognizeTask *task, GCancellable *cancellable, GError **error)
{
  cog_recognizer_submit (0, task);
  return cog_recognizer_collect (0, cancellable, error);
}

void
cog_recognizer_use_servants (const int (*pipes)[2], guint n)
{
  g_return_if_fail (n >= 1);

  n_slots = MIN (n, MAX_SLOTS);
  for (guint i = 0; i < n_slots; i++)
    {
      slots[i].in = pipes[i][0];
      slots[i].out = pipes[i][1];
    }
}

/* FALSE: whoever is served has gone, or talks nonsense. languages: MAX_LANGUAGES bytes. */
static gboolean
receive_task (int fd, CogRecognizeTask *task, char *languages)
{
  TaskHead head;
  g_autofree char *picture = NULL;

  if (!cog_descriptor_read_all (fd, &head, sizeof head) || head.n_picture > MAX_PICTURE ||
      head.n_languages >= MAX_LANGUAGES || head.kind > COG_RECOGNIZE_SPARSE ||
      !cog_descriptor_read_all (fd, languages, head.n_languages))
    return FALSE;
  languages[head.n_languages] = '\0';
  *task = (CogRecognizeTask){ (CogRecognizeKind)head.kind, head.resolution, languages, NULL };
  if (head.n_picture == 0)
    return TRUE;
  picture = g_try_malloc (head.n_picture);
  if (picture == NULL || !cog_descriptor_read_all (fd, picture, head.n_picture))
    return FALSE;
  task->picture = g_bytes_new_take (g_steal_pointer (&picture), head.n_picture);
  return TRUE;
}

static gboolean
send_answer (int fd, GBytes *answer, const GError *fault)
{
  gsize size;
  const char *data = answer != NULL ? g_bytes_get_data (answer, &size) : fault->message;
  guint32 code =
      fault != NULL && fault->domain == COG_ERROR ? (guint32)fault->code : (guint32)COG_ERROR_INPUT;
  AnswerHead head = { answer != NULL, code, 0 };

  if (answer == NULL)
    size = strlen (data);
  head.length = (guint32)MIN (size, COG_RECOGNIZE_MAX_ANSWER);
  return cog_descriptor_write_all (fd, &head, sizeof head) &&
         cog_descriptor_write_all (fd, data, head.length);
}

void
cog_recognizer_serve (int in, int out)
{
  for (;;)
    {
      char languages[MAX_LANGUAGES];
      CogRecognizeTask task;
      g_autoptr (GBytes) picture = NULL;
      g_autoptr (GBytes) answer = NULL;
      g_autoptr (GError) fault = NULL;

      if (!receive_task (in, &task, languages))
        return;
      picture = task.picture;
      answer = run (&task, NULL, &fault);
      if (!send_answer (out, answer, fault))
        return;
    }
}
