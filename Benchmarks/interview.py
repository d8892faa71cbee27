"""Answers all that `waybook ask` asks of a new team, as somebody at a terminal."""

import os
import pty
import sys
import time


def interviewed(waybook, playbook, work):
    """The seconds from Enter to the next prompt for each answer of a new team: the first that fits of a few.

    A program that waits for a line has printed a prompt, which ends with a colon and a blank.
    """
    teams = work / "interview"
    teams.mkdir()
    process, terminal = pty.fork()
    if process == 0:
        os.execv(waybook, [str(waybook), "ask", "new", "--playbook", str(playbook), "--teams", str(teams)])

    def prompted():
        """What is printed up to the next prompt; None at the end."""
        output = b""
        while not output.endswith(b": "):
            try:
                chunk = os.read(terminal, 1 << 16)
            except OSError:  # Linux's way of saying that the other end is closed
                chunk = b""
            if not chunk:
                return None
            output += chunk
        return output

    def said(answer):
        began = time.perf_counter()
        os.write(terminal, answer.encode() + b"\n")
        output = prompted()
        return time.perf_counter() - began, output

    prompted()
    _, output = said("y")
    seconds = []
    while output is not None:
        for answer in ("1", "n", "2027-01-11", "new"):
            took, output = said(answer)
            if output is None or not any(word in output for word in (b"does not fit", b"Please type")):
                break
        else:
            sys.exit("ask wants an answer that this benchmark does not know:\n" + output.decode(errors="replace"))
        if output is not None:
            seconds.append(took)
    os.close(terminal)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if status != 0:
        sys.exit(f"ask ended with {status}")
    return seconds
