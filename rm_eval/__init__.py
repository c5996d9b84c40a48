"""Evaluate reverse mentoring programmes.

An upload is **read** into a raw table, its questions are **recognised**, its answers are
**cleaned** into responses with a log, both are **stored**; responses are **measured**, measures
are **protected**, protected figures are **drawn**, and drawings are **reported**.

`rm_eval.pipeline` is that sentence in code. This file imports nothing: the child process that
opens untrusted workbooks starts here, and must start fast.
"""

VERSION = "0.1.0"
