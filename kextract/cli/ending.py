"""How a run ends, whatever happens in it: a line for what went wrong, nothing left half done, the exit code."""

from __future__ import annotations

from collections.abc import Callable

from kextract.cli.destination import TargetError
from kextract.cli.messages import Messages
from kextract.cli.signals import Stop, Stopped, stopping
from kextract.output.sink import discard_parts, silence_stdout
from kextract.own import OwnError

DONE, SOME_FAILED, USAGE = 0, 1, 2

Work = Callable[[Messages, Stop], None]


def to_the_end(work: Work, output: str | None, quiet: bool, debug: bool) -> int:
    """Does the work and gives the exit code. `output` is the file to name where nobody says which cannot be written."""
    messages = Messages(quiet, debug)
    with stopping() as stop:
        code = SOME_FAILED
        try:
            code = _code(work, output, messages, stop)
        except Stopped:
            pass
        except Exception as error:  # a broken installation, or an error of ours outside any one document
            if not stop.code:
                messages.crash("cannot go on", error)
        finally:
            messages.clear()
            discard_parts()
    return stop.code or code


def _code(work: Work, output: str | None, messages: Messages, stop: Stop) -> int:
    try:
        work(messages, stop)
    except TargetError as error:
        messages.say(str(error))
        return USAGE
    except OwnError as error:
        for line in error.lines():
            messages.say(line)
        return USAGE
    except BrokenPipeError:
        silence_stdout()
    except OSError as error:
        messages.failure(error.filename or output or "-", f"cannot write: {error.strerror or error}")
    return SOME_FAILED if messages.failed else DONE
