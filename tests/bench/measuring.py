# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks share: running a program, and making a large book of a small one."""
import os
import re
import shutil
import statistics
import subprocess
import time


def run_once(command, folder):
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    processor = usage.ru_utime + usage.ru_stime
    return time.monotonic() - begun, processor, usage.ru_maxrss, os.waitstatus_to_exitcode(status)


def measure(command, folder, runs, results=()):
    """Medians of seconds on the wall and of the processor, and of KiB; results are removed before each
    run. Where a machine has other work, the processor's say more."""
    times, loads, sizes = [], [], []
    for _ in range(runs):
        for name in results:
            path = os.path.join(folder, name)
            if os.path.exists(path):
                os.remove(path)
        seconds, load, size, status = run_once(command, folder)
        if status != 0:
            return None
        times.append(seconds)
        loads.append(load)
        sizes.append(size)
    return {'seconds': round(statistics.median(times), 4),
            'processor': round(statistics.median(loads), 4),
            'KiB': int(statistics.median(sizes))}


def multiply(source, target, copies):
    """The OpenStax folder with its modules several times over, each under an id of its own."""
    shutil.copytree(source, target)
    for folder, dirs, _ in os.walk(target):
        for name in dirs:
            os.chmod(os.path.join(folder, name), 0o755)
    modules = os.path.join(target, 'modules')
    names = sorted(os.listdir(modules))
    for copy in range(1, copies):
        for name in names:
            shutil.copytree(os.path.join(modules, name), os.path.join(modules, f'{name}{copy}00'))
    for name in os.listdir(os.path.join(target, 'collections')):
        path = os.path.join(target, 'collections', name)
        text = open(path, encoding='utf-8').read()
        begin = re.search(r'<col:content>|<content>', text).end()
        end = max(text.rfind('</col:content>'), text.rfind('</content>'))
        body = text[begin:end]
        parts = [body] + [re.sub(r'document="([^"]+)"', rf'document="\g<1>{copy}00"', body)
                          for copy in range(1, copies)]
        os.chmod(path, 0o644)
        open(path, 'w', encoding='utf-8').write(text[:begin] + ''.join(parts) + text[end:])
    return target
