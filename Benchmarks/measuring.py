"""Runs whole programs, and says how long they took and how much memory they used."""

import os
import subprocess
import sys
import tempfile
import time


def measured(*command):
    """Runs a command, and gives its seconds and the megabytes of its largest process."""
    return measured_all([command])


def measured_all(commands, at_once=1):
    """Runs commands, so many at once; gives the seconds of all and the megabytes of the largest process."""
    os.sync()
    waiting = [[str(part) for part in command] for command in reversed(commands)]
    running, largest = {}, 0
    began = time.perf_counter()
    while waiting or running:
        while waiting and len(running) < at_once:
            command, output = waiting.pop(), tempfile.TemporaryFile()
            process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
            running[process.pid] = process, command, output
        pid, status, usage = os.wait4(-1, 0)
        process, command, output = running.pop(pid)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{output.read().decode(errors='replace')}")
        largest = max(largest, usage.ru_maxrss)
    return time.perf_counter() - began, largest / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def best(*command):
    """The best of five runs."""
    return min(measured(*command) for _ in range(5))


def heading(text):
    print(f"\n{text}", flush=True)


def show(what, seconds, megabytes, note=""):
    print(f"  {what:<36}{seconds:>9.3f} s{megabytes:>8.0f} MB   {note}".rstrip(), flush=True)


def size(folder):
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return f"{len(files):,} files, {sum(path.stat().st_size for path in files) / 1e6:.0f} MB"
