"""Add data: choose files, see what we make of each, use them."""

from pages._ui import add, frame

with frame.page("Add data") as selection:
    add.announce(selection)
    if selection.cards:
        add.show_cards(selection)
    else:
        add.choose_files(selection)
