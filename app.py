"""The server: start it with ``script/run``, or ``streamlit run app.py``.

`st.App` rather than a plain script: whoever opens a deep link first after a restart would
otherwise get a page without the menu, and the answers of the server would lack our headers.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from pages._ui import mishap
from pages._ui.doorkeeper import Doorkeeper
from rm_eval.pipeline import place_of_answers

mishap.keep_answers_out_of_the_log()

app = st.App(
    Path(__file__).resolve().parent / "pages" / "_ui" / "entry.py",
    middleware=[Middleware(Doorkeeper, only_this_computer=place_of_answers().mode == "local")],
    on_script_error=mishap.tell,
)
