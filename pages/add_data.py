"""Add data: choose a file, see what we make of it, use it."""

from pages._ui import add, frame

with frame.page("Add data") as selection:
    if selection.look is None:
        add.choose_file(selection)
    else:
        add.review(selection, selection.look)
